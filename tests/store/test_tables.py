import sqlite3

import pytest

from tests.store.raw import insert_phase, insert_session


@pytest.mark.parametrize(
    "wrong",
    [
        {"id": ""},
        {"id": None},
        {"routine": ""},
        {"routine_name": ""},
        {"started_at": "yesterday"},
        {"started_at": "2026-11-20T07:10:00"},
        {"started_at": "2026-11-20T77:10:00+01:00"},
        {"started_at": None},
        {"ended_at": "2026-11-20T07:10:00+01:00"},
        {"outcome": "done"},
        {"ended_at": "2026-11-20T07:10:00", "outcome": "done"},
        {"ended_at": "2026-11-20T07:70:00+01:00", "outcome": "done"},
        {"outcome": "perfect", "ended_at": "2026-11-20T07:10:00+01:00"},
        {"planned_seconds": -1},
        {"planned_seconds": "long"},
        {"practice_seconds": -1},
        {"plan": 99},
        {"plan": "no number"},
        {"plan": None},
        {"share": 1.5},
        {"done_seconds": -1},
        {"by_hand": 2},
        {"changed_at": "2026-11-20T07:10:00"},
        {"changed_at": None},
        {"discomfort_before": -1},
        {"discomfort_before": 11},
        {"discomfort_after": 11},
        {"discomfort_after": "bad"},
        {"note": None},
    ],
    ids=str,
)
def test_the_session_table_refuses(connection: sqlite3.Connection, wrong: dict[str, object]) -> None:
    with pytest.raises(sqlite3.IntegrityError, match=f"{next(iter(wrong))}|started_moment|FOREIGN KEY"):
        insert_session(connection, **wrong)


@pytest.mark.parametrize(
    "wrong",
    [
        {"session": 99},
        {"ordinal": -1},
        {"ordinal": "first"},
        {"place": -1},
        {"kind": "dance"},
        {"subject": ""},
        {"side": "top"},
        {"planned_seconds": -1},
        {"done_seconds": -1},
        {"done_seconds": None},
        {"planned_reps": 0},
        {"done_reps": -1},
        {"outcome": "perfect"},
        {"outcome": None},
        {"ended_at": "later"},
        {"ended_at": "2026-11-20T07:70:00+01:00"},
        {"running": 2},
    ],
    ids=str,
)
def test_the_phase_table_refuses(connection: sqlite3.Connection, wrong: dict[str, object]) -> None:
    insert_session(connection)
    with pytest.raises(sqlite3.IntegrityError, match=f"{next(iter(wrong))}|FOREIGN KEY"):
        insert_phase(connection, **wrong)


def test_a_session_has_one_phase_of_a_number_and_one_running(connection: sqlite3.Connection) -> None:
    insert_session(connection)
    insert_phase(connection, running=1)
    with pytest.raises(sqlite3.IntegrityError):
        insert_phase(connection)
    with pytest.raises(sqlite3.IntegrityError):
        insert_phase(connection, ordinal=1, running=1)
    insert_phase(connection, ordinal=1)


def test_the_tables_take_what_is_right(connection: sqlite3.Connection) -> None:
    insert_session(
        connection,
        ended_at="2026-11-20T07:20:00.123456+01:00",
        outcome="partial",
        discomfort_before=0,
        discomfort_after=10,
    )
    insert_phase(connection, side="both", planned_reps=10, done_reps=0, planned_seconds=0, subject="heel-raises")
