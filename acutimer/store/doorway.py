"""One process at a time opens the log, so that a damaged one can be put aside while nobody is about to use it.

A file beside the log is locked for as long as opening takes, some milliseconds; the system drops the lock with its
process. Whoever has the log open already holds SQLite's own lock on it, which can be asked for.
"""

import contextlib
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from acutimer.core.errors import WorldError
from acutimer.language.catalogue import tr
from acutimer.store.files import FILE_MODE, write_whole

PATIENCE_SECONDS = 120.0  # a log of many years is mended in less
_STEP_SECONDS = 0.02
# Where SQLite keeps its locks in a database: a process that has one open holds a part of these bytes.
_SHARED_FIRST, _SHARED_SIZE = 0x40000002, 510


@contextmanager
def alone(database: Path, patience_seconds: float = PATIENCE_SECONDS) -> Iterator[None]:
    """Inside, no other process opens the log or mends it. Where nothing can be locked, so it is.

    Raises:
        WorldError: another process has been mending it for too long.
    """
    try:
        handle = os.open(database.with_name(f"{database.name}-opening"), os.O_CREAT | os.O_RDWR, FILE_MODE)
    except OSError:  # nobody can mend it here
        yield
        return
    try:
        deadline = time.monotonic() + patience_seconds
        while not _lock(handle):
            if time.monotonic() > deadline:
                raise WorldError(tr("Another acutimer is busy mending the log. Try again when it is done."))
            time.sleep(_STEP_SECONDS)
        yield
    finally:
        os.close(handle)  # and with it goes the lock


def suspect(database: Path) -> None:
    """Let the next start look closely at the log: something in it could not be read."""
    with contextlib.suppress(OSError):
        note = _note(database)
        if not note.exists():
            write_whole(note, "")


def is_suspect(database: Path) -> bool:
    """Whether the log is to be looked at closely, or was being mended when the program was ended."""
    return _note(database).exists()


def trust(database: Path) -> None:
    """Take back that the log is suspect. Where that cannot be, the next start looks, or tells of it, once more."""
    with contextlib.suppress(OSError):
        _note(database).unlink(missing_ok=True)


def note_target(database: Path, target: Path, told: tuple[str, ...]) -> None:
    """Note where the damaged log goes, and what to tell then, before anything is moved, for whoever has to finish it.

    Raises:
        OSError: disk or permission.
    """
    write_whole(_note(database), "\n".join((target.name, *told)))


def noted_target(database: Path) -> tuple[str, tuple[str, ...]]:
    """The name under which the damaged log was to be kept, empty where nobody had begun; and what to tell."""
    try:
        name, *told = _note(database).read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        return "", ()
    return Path(name).name, tuple(told)


def _note(database: Path) -> Path:
    return database.with_name(f"{database.name}-damaged")


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> bool:
        try:
            os.lseek(handle, 0, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except (BlockingIOError, PermissionError):
            return False
        except OSError:  # a file system without locks
            return True
        return True

    def is_held(_database: Path) -> bool:
        """Whether another process has the log open. Windows lets nobody move a file that is open, and says so then."""
        return False

else:
    import fcntl

    def _lock(handle: int) -> bool:
        return _is_free(handle, 1, 0)

    def is_held(database: Path) -> bool:
        """Whether another process has the log open.

        This one must not: closing the file here would drop the locks it holds.
        """
        try:
            handle = os.open(database, os.O_RDWR)
        except OSError:
            return False
        try:
            return not _is_free(handle, _SHARED_SIZE, _SHARED_FIRST)
        finally:
            os.close(handle)

    def _is_free(handle: int, length: int, first: int) -> bool:
        """Lock a stretch of a file, if nobody else has."""
        try:
            fcntl.lockf(handle, fcntl.LOCK_EX | fcntl.LOCK_NB, length, first)
        except (BlockingIOError, PermissionError):
            return False
        except OSError:  # a file system without locks
            return True
        return True
