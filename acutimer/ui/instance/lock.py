"""Whose the folder of data is: a lock on one byte of a file in it. The file also says where its holder listens."""

from __future__ import annotations

import contextlib
import os
import sys
from enum import Enum
from typing import TYPE_CHECKING

from acutimer.store.files import FILE_MODE, own_folder

if TYPE_CHECKING:
    from pathlib import Path

NAME = "window.lock"
NOTE = "ACUTIMER_LOCK"
"""Set for the program that takes this process over: the number of the open file that is locked."""
BYTE = 1 << 30  # far behind what is written: where locks are mandatory (Windows), what is locked cannot be read
MOST_BYTES = 1024


class Held(Enum):
    """How a try to take the lock came out."""

    HERE = "here"
    ELSEWHERE = "elsewhere"
    NOWHERE = "nowhere"
    """There is no lock to be had: a folder that cannot be written, or a file system without locks."""


class WindowLock:
    """The lock of one folder. The system drops it when its process ends, however that happens: it is never stale.

    Programs started by this one do not inherit it; a program that takes the process over does, by `hand_on`.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._path = folder / NAME
        self._handle: int | None = None
        self._is_ours = False

    @property
    def is_ours(self) -> bool:
        """Whether this process holds it."""
        return self._is_ours

    def take(self) -> Held:
        """Take it, where nobody has it."""
        if self._is_ours:
            return Held.HERE
        if self._handle is None:
            self._handle = self._left_to_us()
        try:
            if self._handle is None:
                own_folder(self.folder)
                self._handle = os.open(self._path, os.O_CREAT | os.O_RDWR, FILE_MODE)
        except OSError:
            return Held.NOWHERE
        try:
            _lock(self._handle)
        except (BlockingIOError, PermissionError):
            return Held.ELSEWHERE
        except OSError:
            return Held.NOWHERE
        self._is_ours = True
        return Held.HERE

    @property
    def address(self) -> str:
        """Where its holder listens, or listened last; empty while it does not."""
        if self._handle is None:
            return ""
        try:
            os.lseek(self._handle, 0, os.SEEK_SET)
            line, end, _ = os.read(self._handle, MOST_BYTES).decode(errors="surrogateescape").partition("\n")
        except OSError:
            return ""
        return line if end else ""

    def tell_address(self, address: str) -> bool:
        """Say where this process listens, or with an empty text that it does not. Whether that could be written."""
        if self._handle is None or not self._is_ours:
            return False
        try:
            os.ftruncate(self._handle, 0)
            os.lseek(self._handle, 0, os.SEEK_SET)
            os.write(self._handle, f"{address}\n".encode(errors="surrogateescape"))
        except OSError:
            return False
        return True

    def hand_on(self) -> None:
        """Leave it to the program that takes this process over; where a new process is started instead, let it go."""
        if self._handle is None or os.name != "posix":
            self.close()
            return
        os.set_inheritable(self._handle, True)
        os.environ[NOTE] = str(self._handle)

    def close(self) -> None:
        """Let it go."""
        if self._handle is not None:
            if self._is_ours:
                with contextlib.suppress(OSError):
                    _unlock(self._handle)
            os.close(self._handle)
        self._handle, self._is_ours = None, False

    def _left_to_us(self) -> int | None:
        """The file the program before us left open, if that is this one."""
        try:
            handle = int(os.environ.pop(NOTE, ""))
            if os.path.samestat(os.fstat(handle), self._path.stat()):
                os.set_inheritable(handle, False)
                return handle
        except (ValueError, OverflowError, OSError):
            pass
        return None


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        os.lseek(handle, BYTE, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

    def _unlock(handle: int) -> None:
        os.lseek(handle, BYTE, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.lockf(handle, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, BYTE)

    def _unlock(handle: int) -> None:
        fcntl.lockf(handle, fcntl.LOCK_UN, 1, BYTE)
