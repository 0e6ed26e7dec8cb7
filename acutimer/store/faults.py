"""Sorts what SQLite and the disk complain of: the world's fault is told in one line, our own goes through."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from acutimer.core.errors import WorldError
from acutimer.language.catalogue import tr

_PRIMARY = 0xFF  # the lower byte of an extended result code


SPOKEN = (sqlite3.Error, UnicodeDecodeError)
"""How SQLite complains. Where it quotes a damaged file, the quotation may be no UTF-8, and Python says only that."""


class UnsoundRowError(sqlite3.DatabaseError):
    """A row says what cannot be: a day that never was, a word that is none of ours."""


@contextmanager
def sound_rows() -> Iterator[None]:
    """Inside, what cannot be made of a row is damage of the file: a bit of it has flipped.

    Raises:
        UnsoundRowError: which `world_faults` and `Ledger` make a WorldError of.
    """
    try:
        yield
    except (ValueError, TypeError, LookupError, AttributeError, OverflowError, RecursionError) as error:
        raise UnsoundRowError(str(error)) from error


def is_of_damage(error: BaseException | None) -> bool:
    """Whether SQLite, or what was made of its rows, says that the file is damaged."""
    if not isinstance(error, sqlite3.Error):
        return isinstance(error, UnicodeDecodeError)
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:  # text that is no UTF-8 is told by Python, without a code
        return isinstance(error, UnsoundRowError) or "decode to UTF-8" in str(error)
    return code & _PRIMARY in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def is_held(error: WorldError) -> bool:
    """Whether only another program was in the way, which may be done in a moment."""
    code = getattr(error.__cause__, "sqlite_errorcode", -1) & _PRIMARY
    return code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


@contextmanager
def world_faults(path: Path) -> Iterator[None]:
    """Turn the faults of the disk and of the file at `path` into WorldError; anything else is ours and stays.

    Raises:
        WorldError: damaged, locked, full, or without permission; the line says what and where.
    """
    try:
        yield
    except SPOKEN as error:
        code = sqlite3.SQLITE_CORRUPT if is_of_damage(error) else getattr(error, "sqlite_errorcode", -1)
        words = _words(code & _PRIMARY, path)
        if words is None:
            raise
        raise WorldError(f"{words} ({error})") from error
    except OSError as error:
        where = error.filename or path
        raise WorldError(tr("The log cannot be opened: {0}: {1}.").format(where, error.strerror or error)) from error


def _words(code: int, path: Path) -> str | None:
    words: str | None = None
    match code:
        case sqlite3.SQLITE_NOTADB | sqlite3.SQLITE_CORRUPT:
            words = tr("The log cannot be read: {0} is damaged or no database; it is left as it is.")
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM | sqlite3.SQLITE_AUTH | sqlite3.SQLITE_CANTOPEN:
            words = tr("The log cannot be written: check the permissions of {0} and of its folder.")
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED | sqlite3.SQLITE_PROTOCOL:
            words = tr("The log cannot be written: another program holds {0}; close it and try again.")
        case sqlite3.SQLITE_FULL:
            words = tr("The log cannot be written: no room on the disk of {0}.")
        case sqlite3.SQLITE_IOERR | sqlite3.SQLITE_NOLFS | sqlite3.SQLITE_NOMEM:
            words = tr("The log cannot be written: the disk of {0} reports a fault.")
    return None if words is None else words.format(path)
