"""Whatever comes through a door, nothing is written outside the folders of the test."""

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
CHANGES = frozenset(
    {"os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.link", "os.symlink", "os.truncate", "os.chmod"}
)


class _Watch:
    """Hears, while it is on, of every file that Python code opens to write, or changes otherwise."""

    def __init__(self) -> None:
        self.paths: list[str] | None = None
        sys.addaudithook(self._hear)

    def _hear(self, event: str, given: tuple[Any, ...]) -> None:
        if self.paths is None:
            return
        if event == "open" and given[2] & WRITES:
            self._note(given[0])
        elif event in CHANGES and not any(isinstance(it, int) and it >= 0 for it in given[1:]):  # a folder's number
            for it in given[1:2] if event == "os.symlink" else given[:2]:
                self._note(it)

    def _note(self, path: object) -> None:
        if self.paths is not None and isinstance(path, str | bytes | os.PathLike):
            self.paths.append(os.path.realpath(os.fsdecode(path)))


_WATCHES: list[_Watch] = []  # one for all tests: it cannot be taken back


@pytest.fixture(autouse=True)
def nothing_written_elsewhere(tmp_path: Path) -> Iterator[None]:
    if not _WATCHES:
        _WATCHES.append(_Watch())
    (watch,) = _WATCHES
    found: list[str] = []
    watch.paths = found
    yield
    watch.paths = None
    strange = [it for it in found if not it.startswith(str(tmp_path.resolve())) and not _is_of_the_tools(it)]
    assert not strange, f"written elsewhere: {strange[:5]}"


def _is_of_the_tools(path: str) -> bool:
    """What Python and the tests' own tools keep, folders that `tempfile` made among it."""
    made = os.path.join(os.path.realpath(tempfile.gettempdir()), "tmp")  # noqa: PTH118 - the beginning of a name
    kept = "__pycache__" in path or f"{os.sep}.hypothesis" in path or path.endswith(f"{os.sep}.lock")
    return kept or path.startswith((made, "/dev/pts/", "/dev/ptmx", os.devnull))
