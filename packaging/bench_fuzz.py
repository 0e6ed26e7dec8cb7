"""How the strict door bears files of every kind: 10,000 sound, spoilt, damaged and monstrous ones, each checked.

    bench_fuzz.py [--files N] [--commands N] [--seed N] [--keep DIR]

All go through the code of `acutimer check FILE` in one child process, and every monster and some others through a
command of their own each. Of each is asked: no traceback, an answer within a second, at most 200 MB, and of a refusal
that every line names the file and the place in it. What fails is counted, and kept in DIR with what was said of it.
"""

import argparse
import json
import os
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bench_row import note
from fuzz_files import SHIPPED, files
from fuzz_monsters import monsters, strange_files
from hypothesis import HealthCheck, Phase, given, seed, settings

from acutimer.content.problems import MAX_LINES
from acutimer.core.legible import printable

ROOT = Path(__file__).resolve().parent.parent
FILES, COMMANDS = 10_000, 100
LOT = 500
MOST_SECONDS, MOST_MB = 1.0, 200.0
_PLACE = re.compile(r'(\.?[A-Za-z_]\w*|\[\d+\]|\["(?:[^"\\]|\\.)*"?(?:\.\.\.)?\])+: |line \d+, column \d+: ')
# What is wrong with a file as a whole has no place in it.
_WHOLE = re.compile(
    r"it is (empty|larger than|not UTF-8)|this is a (folder|device)|there is no such file|this must be an object|"
    r"the (name|text) |it has |this is not a number|and \d+ more like these$"
)


@dataclass(slots=True)
class Tally:
    """What came of the files so far; times in seconds, memory in megabytes."""

    seconds: list[float] = field(default_factory=list)
    cpu_seconds: float = 0  # the most of the processor's time that one took
    good: int = 0
    refused: int = 0
    peak_mb: float = 0
    faults: list[str] = field(default_factory=list)

    def add(self, path: Path, answer: dict[str, Any]) -> str:
        """Count an answer; what is wrong with it, in a line, or nothing."""
        self.seconds.append(answer["seconds"])
        self.cpu_seconds = max(self.cpu_seconds, answer["cpu_seconds"])
        self.peak_mb = max(self.peak_mb, answer["peak_mb"])
        self.good += answer["code"] == 0
        self.refused += answer["code"] == 1
        fault = fault_in(path, answer)
        if fault:
            self.faults.append(f"{printable(str(path))}: {fault}")
        return fault

    def told(self, name: str) -> str:
        """One line."""
        worst, middle = max(self.seconds), statistics.median(self.seconds)
        return (
            f"{name}: {len(self.seconds):,} files, {self.good:,} good, {self.refused:,} refused; "
            f"median {1000 * middle:.1f} ms, worst {1000 * worst:.0f} ms (aim {1000 * MOST_SECONDS:.0f} ms), "
            f"of the processor's time {1000 * self.cpu_seconds:.0f} ms; "
            f"peak memory {self.peak_mb:.0f} MB (aim {MOST_MB:.0f} MB); {len(self.faults)} faults"
        )

    def note(self, name: str) -> None:
        """Put it into the bench's table."""
        worst, middle = 1000 * max(self.seconds), 1000 * statistics.median(self.seconds)
        measured = (
            f"median {middle:.1f} ms, worst {worst:.0f} ms, {self.peak_mb:.0f} MB at most, {len(self.faults)} faults"
        )
        aim = f"{1000 * MOST_SECONDS:.0f} ms, {MOST_MB:.0f} MB, 0 faults"
        note(f"{len(self.seconds):,} files: {name}", measured, "", aim, not self.faults)


def fault_in(path: Path, answer: dict[str, Any]) -> str:
    """What an answer should not be; empty where all is well."""
    if "Traceback" in answer["err"] or answer["code"] not in (0, 1):
        last = (answer["err"].strip().splitlines() or [""])[-1]
        return f"exit code {answer['code']}: {last}"
    if answer["seconds"] > MOST_SECONDS:
        return f"it took {answer['seconds']:.2f} s"
    if answer["peak_mb"] > MOST_MB:
        return f"it took {answer['peak_mb']:.0f} MB"
    return _fault_in_words(f"{printable(str(path))}: ", answer)


def _fault_in_words(name: str, answer: dict[str, Any]) -> str:
    lines = answer["err"].splitlines()
    if (answer["code"] == 1) != bool(lines) or len(lines) > MAX_LINES + 1:
        return f"exit code {answer['code']} with {len(lines)} lines"
    for line in [*lines, *answer["out"].splitlines()]:
        if not line.startswith(name) or not line.replace("\N{NO-BREAK SPACE}", " ").isprintable():
            return f"this line does not name the file, or cannot be shown: {line!r}"
    for rest in (line.removeprefix(name) for line in lines):
        if not _PLACE.match(rest) and not _WHOLE.match(rest):
            return f"this line names no place: {rest}"
    return ""


def made_files(count: int, seed_number: int) -> Iterator[bytes]:
    """So many files, the same for the same seed; they are made a lot at a time."""
    for lot, first in enumerate(range(0, count, LOT)):
        yield from _made(min(LOT, count - first), seed_number + lot)


def _made(count: int, seed_number: int) -> list[bytes]:
    made: list[bytes] = []

    @seed(seed_number)
    @settings(
        max_examples=count,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(files())
    def collect(data: bytes) -> None:
        made.append(data)

    collect()
    return made


class Child:
    """A process that checks one file after the other."""

    def __init__(self) -> None:
        command = [sys.executable, str(ROOT / "packaging/fuzz_check.py")]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=_environment()
        )

    def check(self, path: Path) -> dict[str, Any]:
        """What came of it."""
        return _settled(self._asked, path)

    def close(self) -> None:
        """Let it go."""
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()
        self._process.wait()

    def _asked(self, path: Path) -> dict[str, Any]:
        stdin, stdout = self._process.stdin, self._process.stdout
        if stdin is None or stdout is None:
            raise RuntimeError("the child has no pipes")
        stdin.write(json.dumps(str(path)) + "\n")
        stdin.flush()
        answer: dict[str, Any] = json.loads(stdout.readline())
        return answer


def commanded(path: Path) -> dict[str, Any]:
    """The same by a real command, from its start to its end."""
    return _settled(_commanded, path)


def _settled(ask: Callable[[Path], dict[str, Any]], path: Path) -> dict[str, Any]:
    """What came of it; what took too long is tried once more, for the machine may have been busy."""
    answer = ask(path)
    if answer["seconds"] > MOST_SECONDS:
        answer = min(answer, ask(path), key=lambda one: float(one["seconds"]))
    return answer


def _commanded(path: Path) -> dict[str, Any]:
    command = [sys.executable, "-m", "acutimer", "check", str(path)]
    starter = [sys.executable, "-S", str(ROOT / "packaging/fuzz_command.py")]
    run = subprocess.run([*starter, *command], stdout=subprocess.PIPE, check=True, env=_environment())
    answer: dict[str, Any] = json.loads(run.stdout)
    return answer


def measure(folder: Path, count: int, commands: int, seed_number: int, keep: Path | None) -> Iterator[Tally]:
    """Check them all, in `folder`; first as in one process, then each by a command of its own."""
    inside, alone = Tally(), Tally()
    chance = random.Random(seed_number)  # noqa: S311 - the same choice in every run
    strange = folder / "strange"
    strange.mkdir()
    odd = [*_written(folder, monsters(SHIPPED[0])), *strange_files(strange)]
    count -= len(odd)
    sample = set(chance.sample(range(count), min(max(commands - len(odd), 0), count)))
    child = Child()
    kept: list[Path] = []
    try:
        for number, data in enumerate(made_files(count, seed_number)):
            path = folder / f"{number}.acutimer.json"
            path.write_bytes(data)
            fault = inside.add(path, child.check(path))
            _keep(path, fault, keep)
            if number in sample:
                kept.append(path)
            elif not keep or not fault:
                path.unlink()
        for path in odd:
            inside.add(path, child.check(path))
    finally:
        child.close()
    yield inside
    for path in [*odd, *kept][:commands]:
        alone.add(path, commanded(path))
    yield alone


def _written(folder: Path, named: Iterable[tuple[str, bytes]]) -> Iterator[Path]:
    for name, data in named:
        path = folder / f"{name}.acutimer.json"
        path.write_bytes(data)
        yield path


def _keep(path: Path, fault: str, folder: Path | None) -> None:
    if fault and folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, folder / path.name)
        (folder / f"{path.name}.txt").write_text(fault + "\n", encoding="utf-8")


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}


def main() -> int:
    """Print a line for each way of checking, and what failed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=FILES, help=f"how many (default {FILES:,})")
    parser.add_argument("--commands", type=int, default=COMMANDS, help=f"by a command each (default {COMMANDS})")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="where files that fail are kept")
    arguments = parser.parse_args()
    faults: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        found = measure(Path(folder), arguments.files, arguments.commands, arguments.seed, arguments.keep)
        for name, tally in zip(("check, in one process", "check, a command each"), found, strict=True):
            print(tally.told(name), flush=True)
            tally.note(name)
            faults += tally.faults
    for fault in faults[:20]:
        print(f"  {fault}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
