"""What is in a copy of the log, whatever version wrote it, without changing a byte of it."""

import sqlite3
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from acutimer.language.catalogue import marked, tr
from acutimer.store.copying import CopyError, KeepOn, always, check, open_to_read, stamp_of
from acutimer.store.counting import COUNTS
from acutimer.store.database import APPLICATION_ID, scripts
from acutimer.store.faults import SPOKEN
from acutimer.store.own import count_own

DAMAGED = marked("The file is damaged.")
_SHUT = (
    *(sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH),
    *(sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_NOMEM),
)
_SPAN = "SELECT min(substr(started_at, 1, 10)), max(substr(started_at, 1, 10)) FROM session"
_NO_TABLES = """
    SELECT EXISTS (
        SELECT 1 FROM sqlite_master WHERE type IN ('view', 'trigger') OR sql LIKE 'CREATE VIRTUAL%'
    )
"""
_SINCE_ROUTINES = 3  # the version of the layout
_KEPT_SUM = "SELECT total(done_seconds) FROM session"
_SUM_OF_PHASES = f"SELECT total(done_seconds) FROM phase WHERE {COUNTS}"  # noqa: S608 - the kinds are ours


@dataclass(frozen=True, slots=True)
class Contents:
    """Sessions, their first and last day, seconds practised, the version of the layout, own routines.

    `fault` is a sentence that says why the file cannot take the log's place, empty where it can.
    """

    sessions: int
    first: date | None
    last: date | None
    seconds: float
    version: int
    size_bytes: int
    fault: str
    routines: int = 0

    @property
    def is_sound(self) -> bool:
        """Whether it can be restored."""
        return not self.fault


def look(path: Path, keep_on: KeepOn = always) -> Contents:
    """What is in the file at `path`. Nothing is wrong enough to raise: `fault` says it.

    Whether its indexes hold what its tables do, only restoring it finds out: that takes five times as long.

    Raises:
        GivenUpError: `keep_on` said no.
    """
    try:
        size = path.stat().st_size
        with open_to_read(path) as connection:
            return _read(connection, size, keep_on)
    except OSError as error:
        return _unreadable(tr("It cannot be read: {0}.").format(error.strerror or error))
    except sqlite3.Error as error:
        is_shut = getattr(error, "sqlite_errorcode", 0) & 0xFF in _SHUT
        return _unreadable(tr("It cannot be read: {0}.").format(error) if is_shut else tr(DAMAGED), size)
    except (CopyError, ValueError, TypeError):  # pages that hold nonsense
        return _unreadable(tr(DAMAGED), size)


def sessions_in(path: Path) -> int | None:
    """How many sessions the file has, at a glance; None where it has to be looked at more closely."""
    try:
        with open_to_read(path) as connection:
            if _has_more_than_tables(connection):
                return None
            stamp = stamp_of(connection)
    except (OSError, *SPOKEN):
        return None
    is_ours = stamp.application_id == APPLICATION_ID and stamp.version <= scripts()[-1][0]
    return stamp.sessions if is_ours else None


def _read(connection: sqlite3.Connection, size: int, keep_on: KeepOn) -> Contents:
    version, newest = _number(connection, "PRAGMA user_version"), scripts()[-1][0]
    if _number(connection, "PRAGMA application_id") != APPLICATION_ID:
        return _unreadable(tr("It is no log of acutimer."), size, version)
    if version > newest:
        words = tr("A newer acutimer wrote it (its version is {0}, this program knows up to {1}). Update acutimer.")
        return _unreadable(words.format(version, newest), size, version)
    if _has_more_than_tables(connection):
        return _unreadable(tr("It is no log of acutimer."), size, version)
    stamp = stamp_of(connection)
    check(connection, stamp, keep_on, is_quick=True)
    first, last = connection.execute(_SPAN).fetchone()
    columns = {row[1] for row in connection.execute("PRAGMA table_info(session)")}
    seconds = connection.execute(_KEPT_SUM if "done_seconds" in columns else _SUM_OF_PHASES).fetchone()[0]
    routines = count_own(connection) if version >= _SINCE_ROUTINES else 0
    return Contents(stamp.sessions, _day(first), _day(last), float(seconds), version, size, "", routines)


def _has_more_than_tables(connection: sqlite3.Connection) -> bool:
    """Whether asking the file something could run what a stranger wrote: a view in a table's place may never end."""
    return bool(_number(connection, _NO_TABLES))


def _number(connection: sqlite3.Connection, question: str) -> int:
    return int(connection.execute(question).fetchone()[0])


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _unreadable(fault: str, size: int = 0, version: int = 0) -> Contents:
    return Contents(0, None, None, 0.0, version, size, fault)
