"""The log file: where the program notes its own troubles."""

from __future__ import annotations

import os
import time
from contextlib import suppress
from threading import RLock
from typing import TYPE_CHECKING

from acutimer.store.files import FILE_MODE, keep_private, own_folder

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

MOST_BYTES = 1_000_000  # by an entry more where another process writes its last one at the same moment
OLD_ONES = 3
LONGEST_ENTRY = 20_000  # characters
WRITTEN_ANEW_AFTER_SECONDS = 3600
MOST_REMEMBERED = 200  # entries, to see that one is the same again
_ATTEMPTS = 30
_WAIT_SECONDS = 0.001  # while another process makes way; all attempts together are over before anyone notices
_PATIENCE_SECONDS = 1.0
_NUMBERS = str.maketrans("", "", "0123456789abcdefABCDEF")  # an address or a count does not make it another entry
_CONTROLS = {code: "?" for code in (*range(32), *range(127, 160)) if chr(code) not in "\n\t"}


class _Entry:
    """One that was written, and how often it has come since."""

    __slots__ = ("at", "is_written", "times")

    def __init__(self, at: datetime, *, is_written: bool) -> None:
        self.at, self.is_written, self.times = at, is_written, 1


class Notebook:
    """The log file at `path`, for the user alone; it never leaves the computer.

    Any thread may write, and it cannot fail. It is at most 1 MB long; the three before it stay beside it (NAME.1.log
    is the latest). Other processes may write to the same file.
    """

    def __init__(self, path: Path, wall: Callable[[], datetime]) -> None:
        self.path, self._wall = path, wall
        self._entries: dict[str, _Entry] = {}
        self._lock = RLock()  # an entry may be written while another is: by what runs as Python tidies up

    def note(self, text: str, key: str = "") -> bool:
        """Write an entry, and tell whether it is on the disk.

        One that is the same as another of the last hour is counted: the tenth, the hundredth, ... leave a line.
        Those with the same `key` are the same; without a key, those that differ only in their numbers.
        """
        if not self._lock.acquire(timeout=_PATIENCE_SECONDS):
            return False
        try:
            return self._note(text, key or text.translate(_NUMBERS))
        except Exception:  # noqa: BLE001  whoever notes a fault must not meet another
            return False
        finally:
            self._lock.release()

    def _note(self, text: str, key: str) -> bool:
        now = self._wall()
        entry = self._entries.get(key)
        if entry is not None and 0 <= (now - entry.at).total_seconds() < WRITTEN_ANEW_AFTER_SECONDS:
            entry.times += 1
            if str(entry.times).strip("0") == "1":
                entry.is_written = self._append(f"{entry.times} times by now: {text.strip().splitlines()[-1]}", now)
            return entry.is_written
        is_written = self._append(text, now)
        self._entries[key] = _Entry(now, is_written=is_written)
        if len(self._entries) > MOST_REMEMBERED:
            del self._entries[next(iter(self._entries))]
        return is_written

    def _append(self, text: str, now: datetime) -> bool:
        line = f"{now.isoformat(timespec='seconds')} {_shortened(text.rstrip()).translate(_CONTROLS)}\n"
        try:
            own_folder(self.path.parent)
            self._write(line.encode("utf-8", "backslashreplace"))
        except OSError:
            return False
        return True

    def _write(self, entry: bytes) -> None:
        for attempt in range(_ATTEMPTS):
            handle = os.open(self.path, _FLAGS, FILE_MODE)
            try:
                size = os.fstat(handle).st_size
                if size == 0 or size + len(entry) <= MOST_BYTES or attempt == _ATTEMPTS - 1:
                    with suppress(FileNotFoundError):  # set aside by another process a moment ago, private as it was
                        keep_private(self.path)
                    os.write(handle, entry)  # at the end, whole: other processes write there, too
                    return
            finally:
                os.close(handle)
            with suppress(FileNotFoundError):  # another process has made way already
                if not self._make_way(MOST_BYTES - len(entry)):
                    time.sleep(_WAIT_SECONDS)

    def _make_way(self, most: int) -> bool:
        """Set a file of more than `most` bytes aside, and let go of the oldest; False where another one is at it."""
        with _Alone(self.path) as is_alone:
            if is_alone and self.path.stat().st_size > most:
                try:
                    keep_private(self.path)
                    for number in range(OLD_ONES, 0, -1):
                        before = self._old(number - 1) if number > 1 else self.path
                        if before.exists():
                            before.replace(self._old(number))
                except OSError:  # something is in the way: better to begin anew than to grow without end
                    os.truncate(self.path, 0)
        return is_alone

    def _old(self, number: int) -> Path:
        return self.path.with_suffix(f".{number}{self.path.suffix}")


_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)


class _Alone:
    """While it is held no other process sets the file at `path` aside. The system drops it with the process."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._handle: int | None = None

    def __enter__(self) -> bool:
        try:
            import fcntl
        except ImportError:  # Windows renames no file that is open: nothing could be held
            return True
        self._handle = os.open(self._path, os.O_RDWR | os.O_NOFOLLOW | os.O_CLOEXEC)  # not there: FileNotFoundError
        try:
            fcntl.flock(self._handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return os.path.samestat(os.fstat(self._handle), self._path.stat())

    def __exit__(self, *_: object) -> None:
        if self._handle is not None:
            with suppress(OSError):
                os.close(self._handle)


def _shortened(text: str) -> str:
    if len(text) <= LONGEST_ENTRY:
        return text
    half = LONGEST_ENTRY // 2
    return f"{text[:half]}\n[...]\n{text[-half:]}"
