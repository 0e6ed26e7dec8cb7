"""Tells processes apart that record sessions into the same database: a session that runs elsewhere is not a crash.

A claim is a lock on one byte of a file beside the database. The system drops it when its process ends, however
that happens, so a session without an end and without a claim was cut off.
"""

import contextlib
import os
import sys
import zlib
from pathlib import Path

from acutimer.store.files import FILE_MODE


class Claims:
    """The sessions this process records. Where there is no file, or it cannot be locked, nothing is claimed."""

    def __init__(self, database: Path | None) -> None:
        self._path = database.with_name(f"{database.name}-running") if database else None
        self._handle: int | None = None
        self._own: set[str] = set()

    def take(self, session_id: str) -> None:
        """Say that this process records the session."""
        self._own.add(session_id)
        self._lock(session_id)

    def release(self, session_id: str) -> None:
        """Say that the session is over, or given up."""
        if session_id in self._own:
            self._own.remove(session_id)
            self._unlock(session_id)

    def is_here(self, session_id: str) -> bool:
        """Whether this process records the session at this moment."""
        return session_id in self._own

    def is_elsewhere(self, session_id: str) -> bool:
        """Whether another process records the session at this moment."""
        if session_id in self._own:
            return False
        is_free = self._lock(session_id)
        if is_free:
            self._unlock(session_id)
        return not is_free

    def close(self) -> None:
        """Drop every claim."""
        self._own.clear()
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None

    def __del__(self) -> None:
        self.close()

    def _lock(self, session_id: str) -> bool:
        handle = self._open()
        if handle is None:
            return True
        try:
            _lock_byte(handle, _place(session_id))
        except (BlockingIOError, PermissionError):
            return False
        except OSError:  # a file system without locks
            return True
        return True

    def _unlock(self, session_id: str) -> None:
        if self._handle is not None:
            with contextlib.suppress(OSError):
                _unlock_byte(self._handle, _place(session_id))

    def _open(self) -> int | None:
        if self._handle is None and self._path is not None:
            with contextlib.suppress(OSError):
                self._handle = os.open(self._path, os.O_CREAT | os.O_RDWR, FILE_MODE)
        return self._handle


def _place(session_id: str) -> int:
    """The byte that stands for a session; locks may lie beyond a file's end."""
    return zlib.crc32(session_id.encode()) & 0x7FFFFFFF


if sys.platform == "win32":
    import msvcrt

    def _lock_byte(handle: int, place: int) -> None:
        os.lseek(handle, place, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

    def _unlock_byte(handle: int, place: int) -> None:
        os.lseek(handle, place, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _lock_byte(handle: int, place: int) -> None:
        fcntl.lockf(handle, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, place)

    def _unlock_byte(handle: int, place: int) -> None:
        fcntl.lockf(handle, fcntl.LOCK_UN, 1, place)
