"""Of several windows of the program one alone reminds."""

from pathlib import Path

from PySide6.QtCore import QLockFile


class OnlyOne:
    """A lock in the folder of the user's data. Whoever has it keeps it to its end; then the next one gets it."""

    def __init__(self, folder: Path) -> None:
        self._lock = QLockFile(str(folder / "reminding.lock"))
        self._lock.setStaleLockTime(0)  # only a program that is gone gives it up

    def is_ours(self) -> bool:
        """Whether this program is the one. Where no lock can be written, everyone is."""
        if self._lock.isLocked() or self._lock.tryLock(0):
            return True
        return self._lock.error() is not QLockFile.LockError.LockFailedError

    def close(self) -> None:
        """Let another be the one."""
        self._lock.unlock()
