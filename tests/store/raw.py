"""Rows put into the tables by hand."""

import sqlite3

FIRST_SESSION = """
    INSERT INTO session (id, routine, routine_name, started_at, planned_seconds, practice_seconds, plan)
    VALUES ('a', 'r', 'R', '2026-11-20T07:10:00+01:00', 60.0, 50.0, '{}')
"""
"""For a database as the first release left it."""


def insert_session(connection: sqlite3.Connection, **changes: object) -> None:
    connection.execute("INSERT OR IGNORE INTO plan (number, text) VALUES (1, '{}')")
    row = {
        "number": 1,
        "id": "a",
        "routine": "r",
        "routine_name": "R",
        "started_at": "2026-11-20T07:10:00+01:00",
        "planned_seconds": 60.0,
        "practice_seconds": 50.0,
        "plan": 1,
        "changed_at": "2026-11-20T07:10:00+01:00",
    } | changes
    names, marks = ", ".join(row), ", ".join(f":{name}" for name in row)
    connection.execute(
        f"INSERT INTO session ({names}, started_moment) VALUES ({marks}, julianday(:started_at))",  # noqa: S608 - ours
        row,
    )


def insert_phase(connection: sqlite3.Connection, **changes: object) -> None:
    row = {
        "session": 1,
        "ordinal": 0,
        "place": 0,
        "kind": "press",
        "done_seconds": 60.0,
        "outcome": "done",
        "ended_at": "2026-11-20T07:11:00+01:00",
    } | changes
    names, marks = ", ".join(row), ", ".join(f":{name}" for name in row)
    connection.execute(f"INSERT INTO phase ({names}) VALUES ({marks})", row)  # noqa: S608 - the names are ours
