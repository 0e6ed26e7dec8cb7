"""Sessions as versions: one holds, those it replaced are kept. Every call is part of its caller's transaction."""

import sqlite3
from datetime import datetime, timedelta

from acutimer.core.filtering import folded_words, plain_words
from acutimer.core.history import SessionRecord
from acutimer.store.counting import sum_up
from acutimer.store.portable import text_of
from acutimer.store.rows import PHASE_COLUMNS, SESSION_COLUMNS, phase_record, phase_row, session_record

UPSERT_PHASE = f"""
    INSERT INTO phase (session, {PHASE_COLUMNS}, running) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (session, ordinal) DO UPDATE SET
        place = excluded.place, kind = excluded.kind, subject = excluded.subject, side = excluded.side,
        planned_seconds = excluded.planned_seconds, done_seconds = excluded.done_seconds,
        planned_reps = excluded.planned_reps, done_reps = excluded.done_reps,
        outcome = excluded.outcome, ended_at = excluded.ended_at, running = excluded.running
"""  # noqa: S608 - the columns are ours


def number_of(connection: sqlite3.Connection, session_id: str) -> int | None:
    """The number of a session in this database, or None where there is none with that id."""
    row = connection.execute("SELECT number FROM session WHERE id = ?", (session_id,)).fetchone()
    return None if row is None else row["number"]


def current(connection: sqlite3.Connection, session_id: str) -> tuple[SessionRecord, int] | None:
    """The version of a session that holds, and the number of its plan."""
    row = connection.execute(f"SELECT number, plan, {SESSION_COLUMNS} FROM session WHERE id = ?", (session_id,))  # noqa: S608 - ours
    found = row.fetchone()
    if found is None:
        return None
    phases = connection.execute(
        f"SELECT {PHASE_COLUMNS} FROM phase WHERE session = ? ORDER BY ordinal",  # noqa: S608 - the columns are ours
        (found["number"],),
    )
    return session_record(found, tuple(phase_record(phase) for phase in phases)), found["plan"]


def put(connection: sqlite3.Connection, record: SessionRecord, plan: int) -> int:
    """Let a version hold, in place of the one with its id, if any. `plan` is its plan's number; gives the session's."""
    number = number_of(connection, record.id)
    if number is not None:
        connection.execute("DELETE FROM session WHERE number = ?", (number,))
    changed_at = record.changed_at or record.ended_at or record.started_at
    note = plain_words(record.note)
    values = (
        *(number, record.id, record.routine, record.routine_name, record.started_at.isoformat()),
        *(None if record.ended_at is None else record.ended_at.isoformat(), record.outcome),
        *(record.planned_seconds, record.practice_seconds, record.discomfort_before, record.discomfort_after),
        *(note, record.by_hand, changed_at.isoformat(), folded_words(note), plan),
    )
    marks = ", ".join(f"?{place}" for place in range(1, len(values) + 1))
    made = connection.execute(
        f"INSERT INTO session (number, {SESSION_COLUMNS}, note_folded, plan, started_moment)"  # noqa: S608 - ours
        f" VALUES ({marks}, julianday(?5))",
        values,
    )
    new = made.lastrowid
    assert new is not None
    connection.executemany(UPSERT_PHASE, [(new, *phase_row(phase), 0) for phase in record.phases])
    sum_up(connection, new)
    return new


def keep_past(connection: sqlite3.Connection, record: SessionRecord, plan: int) -> None:
    """Keep a version that does not hold, once; one that was not over was never told to another computer."""
    if record.outcome is None:
        return
    connection.execute(
        "INSERT OR IGNORE INTO past (session, plan, record) VALUES (?, ?, ?)", (record.id, plan, text_of(record))
    )


def bury(connection: sqlite3.Connection, session_id: str, at: datetime) -> None:
    """Take a session away and remember that the user wanted so, at that moment."""
    connection.execute("DELETE FROM session WHERE id = ?", (session_id,))
    connection.execute("INSERT OR REPLACE INTO deleted (session, at) VALUES (?, ?)", (session_id, at.isoformat()))


def plan_number(connection: sqlite3.Connection, text: str) -> int:
    """The number under which a plan is kept; a new one where it is not kept yet."""
    row = connection.execute("SELECT number FROM plan WHERE text = ?", (text,)).fetchone()
    if row is not None:
        return int(row["number"])
    made = connection.execute("INSERT INTO plan (text) VALUES (?)", (text,)).lastrowid
    assert made is not None
    return made


def drop_unused(connection: sqlite3.Connection, plan: int) -> None:
    """Let go of a plan that no session follows any more, in no version."""
    connection.execute(
        "DELETE FROM plan WHERE number = ?1 AND NOT EXISTS (SELECT 1 FROM session WHERE plan = ?1)"
        " AND NOT EXISTS (SELECT 1 FROM past WHERE plan = ?1)",
        (plan,),
    )


def later(at: datetime, *others: datetime | None) -> datetime:
    """The moment of a change: `at`, yet after all others, whatever a clock put back says."""
    last = max((other for other in others if other is not None), default=None)
    return at if last is None or at > last else last + timedelta(microseconds=1)
