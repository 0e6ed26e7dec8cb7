"""The whole program beside an empty PySide6 window, in the same run: the start, the memory, the processor's time."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from bench_row import note

ROOT = Path(__file__).resolve().parent.parent
SETTLE_SECONDS = 4.0
START_AIM, MEMORY_AIM = 1.40, 1.60
MEMORY_TIMES = 3
EMPTY = "an empty window"
FLOORS = {"pulse": "a bare pulse, 30 pictures a second", "label": "bare digits, 4 times a second"}
# What is watched of a session: in words, the aim as a share of a core, and the bare widget it is told beside.
AIMS: dict[str, tuple[str, float | None, str]] = {
    "press": ("session, press and release", 0.025, "pulse"),
    "steady": ("session, steady press", 0.006, "label"),
    "reps": ("session, heel raises", None, "pulse"),
    "mini": ("session, press and release in the small window", None, "pulse"),
    "minimised": ("session, minimised", 0.0015, "label"),
}


@dataclass(frozen=True, slots=True)
class Moment:
    """How long it took from the start of the process: by the clock, and in the processor's time."""

    seconds: float
    cpu_seconds: float


def starts(environment: dict[str, str], pairs: int) -> None:
    """How long it takes until the window and its first place are there; `pairs` starts of each kind, in turn."""
    empty: list[Moment] = []
    program: dict[str, list[Moment]] = {"painted": [], "settled": []}
    for what in ("empty", "program"):  # once unmeasured: bytecode, font and picture caches
        _time_start(what, environment)
    for _ in range(pairs):
        empty.append(_time_start("empty", environment)["painted"])
        for moment, told in _time_start("program", environment).items():
            program[moment].append(told)
    for name, moment, aim in (
        ("start-up to the first painted window", "painted", START_AIM),
        ("start-up to the first place, shown", "settled", None),
    ):
        both = list(zip(program[moment], empty, strict=True))
        ratio = median(one.seconds / base.seconds for one, base in both)
        cpu_ratio = median(one.cpu_seconds / base.cpu_seconds for one, base in both)
        took, least = (1000 * median(it.seconds for it in taken) for taken in (program[moment], empty))
        told_aim = "" if aim is None else f"{aim:.2f} x"
        print(
            f"{name}: {ratio:.2f} x empty{told_aim and f' (aim {told_aim})'}, in processor time {cpu_ratio:.2f} x; "
            f"{took:.0f} ms, empty {least:.0f} ms"
        )
        beside = f"{ratio:.2f} x {EMPTY}; in processor time {cpu_ratio:.2f} x"
        note(name, f"{took:.0f} ms", beside, told_aim, None if aim is None else ratio <= aim)


def _time_start(what: str, environment: dict[str, str]) -> dict[str, Moment]:
    """What it took from the start of the process to each moment it tells."""
    moments = {}
    began = time.perf_counter()
    with _child(what, "quit", environment) as child:
        assert child.stdout is not None
        for line in child.stdout:
            name, cpu_seconds = line.split()
            moments[name] = Moment(time.perf_counter() - began, float(cpu_seconds))
        child.wait()
    if "painted" not in moments:
        sys.exit("the window was never painted")
    return moments


def memory(environment: dict[str, str]) -> None:
    """How much memory is in use once the first place stands.

    All of it, with the whole of what is shared with others (RSS): unlike the proportional share (PSS, told as well)
    it does not depend on what else is open.
    """
    sizes: dict[tuple[str, str], list[int]] = {}
    for _ in range(MEMORY_TIMES):
        for what in ("empty", "program"):
            with _child(what, "stay", environment) as child:
                _wait_for("painted" if what == "empty" else "settled", child)
                time.sleep(SETTLE_SECONDS)
                for kind, kib in _sizes_kib(child.pid).items():
                    sizes.setdefault((what, kind), []).append(kib)
    ratios = {}
    for kind in ("Rss", "Pss"):
        program, empty = (median(sizes[what, kind]) / 1024 for what in ("program", "empty"))
        ratios[kind] = program / empty
        aim = f" (aim {MEMORY_AIM:.2f})" if kind == "Rss" else ""
        name = f"settled memory ({kind.upper()})"
        print(f"{name}: {ratios[kind]:.2f} x empty{aim}; {program:.1f} MiB, empty {empty:.1f} MiB")
    whole = f"{median(sizes['program', 'Rss']) / 1024:.0f} MiB"
    ratio = ratios["Rss"]
    note("settled memory (RSS)", whole, f"{ratio:.2f} x {EMPTY}", f"{MEMORY_AIM:.2f} x", ratio <= MEMORY_AIM)


def processor(environment: dict[str, str], seconds: float) -> None:
    """How much of a core a running session takes, watched for so many seconds, all states at the same time.

    Each is told as a share of a core and beside the least it could cost, a bare widget in the same run.
    """
    with ExitStack() as stack:
        children = {what: stack.enter_context(_child(what, "stay", environment)) for what in ("empty", *FLOORS, *AIMS)}
        for what, child in children.items():
            _wait_for("painted" if what in ("empty", *FLOORS) else "settled", child)
        time.sleep(2 * SETTLE_SECONDS)  # until every drawing is made
        began = time.perf_counter()
        before = {what: _cpu_seconds(child.pid) for what, child in children.items()}
        time.sleep(seconds)
        took = time.perf_counter() - began
        ended = [what for what, child in children.items() if child.poll() is not None]
        if ended:
            sys.exit(f"ended while it was watched: {', '.join(ended)}")
        shares = {what: (_cpu_seconds(child.pid) - before[what]) / took for what, child in children.items()}
    bare = ", ".join(f"{words} {shares[what]:.2%}" for what, words in {"empty": "empty window", **FLOORS}.items())
    print(f"processor time over {took:.0f} s, shares of a core; bare widgets: {bare}")
    for what, (words, aim, floor) in AIMS.items():
        share, least = shares[what], max(shares[floor], 1e-4)
        beside, told_aim = f"{share / least:.1f} x {FLOORS[floor]}", f"{aim:.2%}" if aim else ""
        print(f"  {words}: {share:.2%}{told_aim and f' (aim {told_aim})'}, {beside}")
        note(f"{words}, share of a core", f"{share:.2%}", beside, told_aim, share <= aim if aim else None)


@contextmanager
def _child(what: str, then: str, environment: dict[str, str]) -> Iterator["subprocess.Popen[str]"]:
    command = [sys.executable, str(ROOT / "packaging/starts.py"), what, then]
    child = subprocess.Popen(command, env=environment, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    try:
        yield child
    finally:
        child.kill()
        child.wait()
        if child.stdout:
            child.stdout.close()


def _wait_for(moment: str, child: "subprocess.Popen[str]") -> None:
    assert child.stdout is not None
    while (line := child.stdout.readline().split())[:1] != [moment]:
        if not line:
            sys.exit(f"the window never {moment}")


def _sizes_kib(pid: int) -> dict[str, int]:
    """The memory of a process by the names Linux has for it."""
    file = Path(f"/proc/{pid}/smaps_rollup")
    if not file.exists():
        sys.exit("this system does not tell the memory of a process")
    words = (line.split() for line in file.read_text().splitlines()[1:])
    return {name.rstrip(":"): int(kib) for name, kib, *_ in words}


def _cpu_seconds(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
