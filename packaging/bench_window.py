"""The whole program beside an empty PySide6 window, in the same run: the start, the memory, the processor's time."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SETTLE_SECONDS = 4.0
FLOORS = {"pulse": "a pulse, 30 pictures a second", "label": "digits, 4 times a second"}
# What is watched of a session: in words, the aim as a share of a core, and the bare widget it is told beside.
AIMS: dict[str, tuple[str, float | None, str]] = {
    "press": ("session, press and release", 0.025, "pulse"),
    "steady": ("session, steady press", 0.006, "label"),
    "reps": ("session, heel raises", None, "pulse"),
    "mini": ("session, press and release in the small window", None, "pulse"),
    "minimised": ("session, minimised", 0.0015, "label"),
}


def starts(environment: dict[str, str], pairs: int) -> None:
    """How long it takes until the window and its first place are there; `pairs` starts of each kind."""
    times: dict[tuple[str, str], list[float]] = {("empty", "painted"): [], ("program", "painted"): []}
    settled: list[float] = []
    for what in ("empty", "program"):  # once unmeasured: bytecode, font and picture caches
        _time_start(what, environment)
    for _ in range(pairs):
        for (what, moment), taken in times.items():
            moments = _time_start(what, environment)
            taken.append(moments[moment])
            settled += [moments["settled"]] if "settled" in moments else []
    empty, painted = times.values()
    for name, taken, aim in (
        ("start-up to the first painted window", painted, " (aim 1.40)"),
        ("start-up to the first place, shown", settled, ""),
    ):
        ratio = statistics.median(program / base for base, program in zip(empty, taken, strict=True))
        program, base = statistics.median(taken) * 1000, statistics.median(empty) * 1000
        print(f"{name}: {ratio:.2f} x empty{aim}; {program:.0f} ms, empty {base:.0f} ms")


def _time_start(what: str, environment: dict[str, str]) -> dict[str, float]:
    """Seconds from the start of the process to each moment it tells."""
    moments = {}
    began = time.perf_counter()
    with _child(what, "quit", environment) as child:
        assert child.stdout is not None
        for line in child.stdout:
            moments[line.strip()] = time.perf_counter() - began
        child.wait()
    if "painted" not in moments:
        sys.exit("the window was never painted")
    return moments


def memory(environment: dict[str, str]) -> None:
    """How much memory is its own once the first place stands, what it shares counted in part (PSS)."""
    sizes = {}
    for what in ("empty", "program"):
        with _child(what, "stay", environment) as child:
            _wait_for("painted" if what == "empty" else "settled", child)
            time.sleep(SETTLE_SECONDS)
            sizes[what] = _pss_kib(child.pid)
    ratio = sizes["program"] / sizes["empty"]
    print(
        f"settled memory (PSS): {ratio:.2f} x empty (aim 1.60); "
        f"{sizes['program'] / 1024:.1f} MiB, empty {sizes['empty'] / 1024:.1f} MiB"
    )


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
        print(f"  {words}: {share:.2%}{f' (aim {aim:.2%})' if aim else ''}, {share / least:.1f} x {floor}")


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
    while (line := child.stdout.readline().strip()) != moment:
        if not line:
            sys.exit(f"the window never {moment}")


def _pss_kib(pid: int) -> int:
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1])
    sys.exit("this system does not tell the memory of a process")


def _cpu_seconds(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
