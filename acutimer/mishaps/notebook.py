"""The log file: where the program notes its own troubles."""

from __future__ import annotations

import os
import time
from threading import RLock
from typing import TYPE_CHECKING

from acutimer.store.files import FILE_MODE, keep_private, own_folder

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

MOST_BYTES = 1_000_000
OLD_ONES = 3
LONGEST_ENTRY = 20_000  # characters
WRITTEN_ANEW_AFTER_SECONDS = 3600
MOST_REMEMBERED = 200  # entries, to see that one is the same again
_ATTEMPTS = 30
_WAIT_SECONDS = 0.001  # while another process writes; all attempts together are over before anyone notices
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
                if attempt == _ATTEMPTS - 1 or self._has_room(handle, len(entry)):
                    os.write(handle, entry)  # at the end, whole
                    return
            finally:
                os.close(handle)
            time.sleep(_WAIT_SECONDS)

    def _has_room(self, handle: int, count: int) -> bool:
        """Whether `count` bytes fit into the file, which no other process writes to while `handle` is open.

        A file that is full is set aside, for the next attempt.
        """
        if not _is_alone(handle, self.path):
            return False
        keep_private(self.path)
        size = os.fstat(handle).st_size
        if size == 0 or size + count <= MOST_BYTES:
            return True
        self._set_aside()
        return False

    def _set_aside(self) -> None:
        """Let go of the oldest, and begin anew."""
        try:
            for number in range(OLD_ONES, 0, -1):
                before = self._old(number - 1) if number > 1 else self.path
                if before.exists():
                    before.replace(self._old(number))
        except OSError:  # something is in the way: better to begin anew than to grow without end
            os.truncate(self.path, 0)

    def _old(self, number: int) -> Path:
        return self.path.with_suffix(f".{number}{self.path.suffix}")


_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)


def _is_alone(handle: int, path: Path) -> bool:
    """Whether `handle` is the file at `path`, held by this process alone until it is closed, or ends."""
    try:
        import fcntl
    except ImportError:  # Windows renames no file that is open: nothing could be held
        return True
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return os.path.samestat(os.fstat(handle), path.stat())
    except OSError:  # another process has it, or has just set it aside
        return False


def _shortened(text: str) -> str:
    if len(text) <= LONGEST_ENTRY:
        return text
    half = LONGEST_ENTRY // 2
    return f"{text[:half]}\n[...]\n{text[-half:]}"
