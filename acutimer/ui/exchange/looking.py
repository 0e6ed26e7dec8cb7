"""Reads the files a person chose, without adding anything: what each holds, or what is wrong in it."""

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from pathlib import Path

from acutimer.content.library import Library
from acutimer.core.errors import AcutimerError
from acutimer.core.legible import printable
from acutimer.core.routines import Routine
from acutimer.store.copying import KeepOn
from acutimer.store.progress import Progress
from acutimer.ui.job import Work

MOST_FILES = 100
"""More at once are a slip of the hand."""


@dataclass(frozen=True, slots=True)
class Looked:
    """A file and the routine in it; where that is None, `faults` says in a line each what is wrong and where."""

    path: Path
    routine: Routine | None
    faults: tuple[str, ...] = ()


def looking(paths: Sequence[Path], library: Library) -> Work:
    """Look into the files one after another; it ends with a list of Looked in their order."""

    def work(_keep_on: KeepOn) -> Generator[Progress, None, list[Looked]]:
        found: list[Looked] = []
        for path in paths:
            yield Progress(len(found), len(paths))
            found.append(look_into(path, library))
        return found

    return work


def look_into(path: Path, library: Library) -> Looked:
    """What is in one file."""
    from acutimer.content.checking import read_routine  # the strict door is slow to load

    try:
        return Looked(path, read_routine(path, library))
    except AcutimerError as error:
        named = f"{printable(str(path))}: "
        return Looked(path, None, tuple(line.removeprefix(named) for line in str(error).splitlines()))
