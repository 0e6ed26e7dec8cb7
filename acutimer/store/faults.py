"""Sorts what SQLite and the disk complain of: the world's fault is told in one line, our own goes through."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from acutimer.core.errors import WorldError

_PRIMARY = 0xFF  # the lower byte of an extended result code


@contextmanager
def world_faults(path: Path) -> Iterator[None]:
    """Turn the faults of the disk and of the file at `path` into WorldError; anything else is ours and stays.

    Raises:
        WorldError: damaged, locked, full, or without permission; the line says what and where.
    """
    try:
        yield
    except sqlite3.Error as error:
        words = _words(getattr(error, "sqlite_errorcode", -1) & _PRIMARY, path)
        if words is None:
            raise
        raise WorldError(f"{words} ({error})") from error
    except OSError as error:
        where = error.filename or path
        raise WorldError(f"The log cannot be opened: {where}: {error.strerror or error}.") from error


def _words(code: int, path: Path) -> str | None:
    match code:
        case sqlite3.SQLITE_NOTADB | sqlite3.SQLITE_CORRUPT:
            return f"The log cannot be read: {path} is damaged or no database; it is left as it is."
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM | sqlite3.SQLITE_AUTH | sqlite3.SQLITE_CANTOPEN:
            return f"The log cannot be written: check the permissions of {path} and of its folder."
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED | sqlite3.SQLITE_PROTOCOL:
            return f"The log cannot be written: another program holds {path}; close it and try again."
        case sqlite3.SQLITE_FULL:
            return f"The log cannot be written: no room on the disk of {path}."
        case sqlite3.SQLITE_IOERR | sqlite3.SQLITE_NOLFS | sqlite3.SQLITE_NOMEM:
            return f"The log cannot be written: the disk of {path} reports a fault."
    return None
