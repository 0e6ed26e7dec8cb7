"""Rows read past SQLite are the rows SQLite reads, and a page that is damaged costs only its own."""

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from acutimer.core.planning import Plan
from acutimer.store.database import open_database
from acutimer.store.history import History
from acutimer.store.pages import Pages, Value, count_of, values_of
from tests.store.living import live

NOTE = "膝 " * 4000  # longer than a page


def made(path: Path, plan: Plan, start: datetime, sessions: int = 60) -> Path:
    with closing(open_database(path, start)) as connection:
        live(connection, plan, start, sessions)
        connection.execute("UPDATE session SET note = ? WHERE number = 7", (NOTE,))
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return path


def rows(path: Path, columns: int, *, is_index: bool) -> list[list[Value]]:
    found = (values_of(row) for _, row in Pages(path).rows(is_index=is_index) if count_of(row) == columns)
    return [values for values in found if values is not None]


def asked(path: Path, question: str) -> list[tuple[Value, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(question).fetchall()


def test_every_row_is_there_as_sqlite_has_it(path: Path, plan: Plan, start: datetime) -> None:
    made(path, plan, start)
    phases = asked(path, "SELECT * FROM phase ORDER BY session, ordinal")
    assert sorted(map(tuple, rows(path, 13, is_index=True)), key=str) == sorted(phases, key=str)
    sessions = asked(path, "SELECT NULL, * FROM session ORDER BY id")
    assert sorted((tuple(values[1:]) for values in rows(path, 20, is_index=False)), key=str) == sorted(
        (row[2:] for row in sessions), key=str
    )
    assert any(values[16] == NOTE for values in rows(path, 20, is_index=False))


def test_what_is_only_in_the_log_of_writes_is_read_there(path: Path, plan: Plan, start: datetime) -> None:
    with closing(open_database(path, start)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        live(connection, plan, start, 5)
        assert path.with_name("acutimer.db-wal").stat().st_size > 0
        assert len(rows(path, 20, is_index=False)) == 5


def test_a_page_that_was_given_up_is_not_read(path: Path, plan: Plan, start: datetime) -> None:
    made(path, plan, start)
    with closing(open_database(path, start)) as connection:
        history = History(connection)
        for record in history.sessions()[5:]:
            history.forget(record.id)
    assert asked(path, "PRAGMA freelist_count")[0][0] != 0
    assert len(rows(path, 20, is_index=False)) == 5


def test_nonsense_is_no_row(path: Path, plan: Plan, start: datetime) -> None:
    made(path, plan, start)
    whole = len(rows(path, 20, is_index=False))
    data = bytearray(path.read_bytes())
    for page in range(len(data) // 4096):
        at = page * 4096
        path.write_bytes(data[:at] + bytes(range(256)) * 16 + data[at + 4096 :])
        assert whole - 40 <= len(rows(path, 20, is_index=False)) <= whole
        path.write_bytes(data[:at])
        rows(path, 13, is_index=True)


def test_damaged_bytes_of_a_row_are_nothing() -> None:
    assert values_of(b"") is None
    assert values_of(b"\x02\x0b") is None
    assert values_of(b"\x03\x17\x17ab") is None
    assert values_of(b"\x02\x0f\xff") == [b"\xff"]
    assert count_of(b"\xff" * 12) == 0
