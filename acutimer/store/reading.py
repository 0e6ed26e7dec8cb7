"""The log where it cannot be written: on a disk that is read-only or full, in a folder of somebody else's."""

import errno
import shutil
import sqlite3
import tempfile
from contextlib import closing
from datetime import datetime
from pathlib import Path

from acutimer.core.errors import WorldError
from acutimer.store.copying import open_to_read
from acutimer.store.database import open_database, open_in_memory, scripts
from acutimer.store.faults import world_faults

_CODES = (
    *(sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH, sqlite3.SQLITE_CANTOPEN),
    *(sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR),
)
_NUMBERS = (errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)


def can_be_looked_at(error: WorldError, path: Path) -> bool:
    """Whether a log that could not be opened because of `error` may still be read: only writing was refused."""
    cause = error.__cause__
    if not path.is_file():
        return False
    if isinstance(cause, sqlite3.Error):
        return getattr(cause, "sqlite_errorcode", -1) & 0xFF in _CODES
    return isinstance(cause, OSError) and cause.errno in _NUMBERS


def open_to_look(path: Path, now: datetime) -> sqlite3.Connection:
    """The log as it lies on the disk, in memory: what is written to it is gone with the connection.

    Nothing in its folder changes. Whatever lies in the file beside it (the last sessions, where the program was ended
    without closing the log) is in it, too. One from an older version is brought up to date there.

    Raises:
        WorldError: it cannot be read either, or it is none.
    """
    with world_faults(path):
        beside = path.with_name(f"{path.name}-wal")
        newest = scripts()[-1][0]
        if not (beside.exists() and beside.stat().st_size):
            with open_to_read(path) as source:
                if source.execute("PRAGMA user_version").fetchone()[0] == newest:
                    return _in_memory(source)
        with tempfile.TemporaryDirectory(prefix="acutimer-") as folder:  # the user's alone
            copy = Path(folder) / path.name
            for file in (path, beside):
                if file.exists():
                    shutil.copyfile(file, copy.with_name(file.name))
            with closing(open_database(copy, now)) as source:
                return _in_memory(source)


def _in_memory(source: sqlite3.Connection) -> sqlite3.Connection:
    connection = open_in_memory()
    try:
        source.backup(connection)
    except BaseException:
        connection.close()
        raise
    return connection
