"""Looks for damage in a log, row by row where SQLite's own check does not: it knows pages, but not what a day is."""

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime

from acutimer.store.copying import STEPS, GivenUpError, KeepOn, always
from acutimer.store.database import APPLICATION_ID, scripts
from acutimer.store.layout import is_of_today
from acutimer.store.portable import record_of
from acutimer.store.rows import MOST, MOST_SECONDS

# Each finds what Python might not read as a moment; what it can read is none the less sound. Without a change, be it of
# no days, SQLite takes the 31st of February for a day.
_MOMENTS = (
    ("session", "started_at"),
    ("session", "ended_at"),
    ("session", "changed_at"),
    ("phase", "ended_at"),
    ("deleted", "at"),
    ("own_routine", "changed_at"),
    ("past_routine", "changed_at"),
    ("favourite", "changed_at"),
    ("draft", "changed_at"),
)
_ODD_MOMENTS = """
    SELECT {1} FROM {0} NOT INDEXED WHERE {1} IS NOT NULL AND (
        strftime('%Y-%m-%dT%H:%M:%S', substr({1}, 1, 19), '+0 days') IS NOT substr({1}, 1, 19)
        OR substr({1}, -6) NOT GLOB '[+-][01][0-9]:[0-5][0-9]'
        OR (length({1}) <> 25 AND NOT (
            length({1}) = 32 AND substr({1}, 20, 7) GLOB '.[0-9][0-9][0-9][0-9][0-9][0-9]'
        ))
    )
"""
# Text that is no UTF-8 is told by Python as soon as it is read.
_TEXTS = (
    "SELECT id, routine, routine_name, note, note_folded FROM session NOT INDEXED",
    "SELECT DISTINCT subject FROM phase NOT INDEXED",
    "SELECT text FROM plan NOT INDEXED",
    "SELECT session FROM deleted NOT INDEXED",
    "SELECT id, text FROM own_routine NOT INDEXED",
    "SELECT id, text FROM past_routine NOT INDEXED",
    "SELECT routine FROM favourite NOT INDEXED",
    "SELECT routine, text FROM draft NOT INDEXED",
)
_NONE_OF_THESE = (
    "SELECT 1 FROM session NOT INDEXED WHERE max(planned_seconds, practice_seconds, done_seconds) > :most_seconds",
    "SELECT 1 FROM phase NOT INDEXED WHERE max(coalesce(planned_seconds, 0), done_seconds) > :most_seconds"
    " OR max(ordinal, place, coalesce(planned_reps, 0), coalesce(done_reps, 0)) > :most",
    "SELECT 1 FROM practice_hour WHERE max(seconds, abs(left_seconds), abs(right_seconds)) > :most_seconds"
    " OR hour NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-2][0-9]'"
    " OR date(substr(hour, 1, 10), '+0 days') IS NOT substr(hour, 1, 10)",
    "SELECT 1 FROM practised WHERE json_type(text) <> 'array'",
    "SELECT 1 FROM pragma_foreign_key_check",
)
_LIMITS = {"most": MOST, "most_seconds": MOST_SECONDS}


def flaw_in(connection: sqlite3.Connection, keep_on: KeepOn = always) -> str:
    """What is wrong in a log of this version, in a few words for whoever mends; empty where it is sound.

    It reads everything there is, twice: seconds for a log of many years.

    Raises:
        GivenUpError: `keep_on` said no.
        sqlite3.Error: the disk would not have it read, or another program holds it.
    """
    with _plain_rows(connection, keep_on):
        return _damage(lambda: _flaw_of_pages(connection)) or flaw_in_rows(connection, keep_on)


def flaw_in_rows(connection: sqlite3.Connection, keep_on: KeepOn = always) -> str:
    """As `flaw_in`, where SQLite's own check found nothing."""
    with _plain_rows(connection, keep_on):
        return _damage(lambda: _flaw_of_rows(connection))


def _damage(looking: Callable[[], str]) -> str:
    try:
        return looking()
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError, RecursionError) as error:
        return f"a row that cannot be read ({error})"
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", None)
        if code == sqlite3.SQLITE_INTERRUPT:
            raise GivenUpError from None
        if code is not None and code & 0xFF in _NO_DAMAGE:
            raise
        return str(error)


_NO_DAMAGE = (
    *(sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_FULL),
    *(
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_AUTH,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_MISUSE,
    ),
)


def _flaw_of_pages(connection: sqlite3.Connection) -> str:
    if _asked(connection, "PRAGMA application_id") != APPLICATION_ID:
        return "another program's mark"
    if _asked(connection, "PRAGMA user_version") != scripts()[-1][0]:
        return "the number of another version"
    if not is_of_today(connection):
        return "tables that are none of ours"
    found = str(_asked(connection, "PRAGMA integrity_check(1)"))
    return "" if found == "ok" else " ".join(found.split())


def _flaw_of_rows(connection: sqlite3.Connection) -> str:
    for question in _NONE_OF_THESE:
        if connection.execute(f"{question} LIMIT 1", _LIMITS).fetchone() is not None:
            return "a number that cannot be"
    for table, column in _MOMENTS:
        for (text,) in connection.execute(_ODD_MOMENTS.format(table, column)):
            if datetime.fromisoformat(text).tzinfo is None:
                return "a moment without its offset"
    for question in _TEXTS:
        for _ in connection.execute(question):
            pass
    for (record,) in connection.execute("SELECT record FROM past"):
        record_of(json.loads(record))
    return ""


def _asked(connection: sqlite3.Connection, question: str) -> object:
    return connection.execute(question).fetchone()[0]


@contextmanager
def _plain_rows(connection: sqlite3.Connection, keep_on: KeepOn) -> Iterator[None]:
    """Rows are tuples inside, and what goes on can be given up."""
    before, connection.row_factory = connection.row_factory, None
    connection.set_progress_handler(lambda: int(not keep_on()), STEPS)
    try:
        yield
    finally:
        connection.set_progress_handler(None, 0)
        connection.row_factory = before
