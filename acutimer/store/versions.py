"""Sessions as versions: one holds, those it replaced are kept. Every call is part of its caller's transaction."""

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from acutimer.core.filtering import folded_words, plain_words
from acutimer.core.history import SessionRecord
from acutimer.store.counting import sum_up
from acutimer.store.faults import sound_rows
from acutimer.store.portable import record_of, text_of, told
from acutimer.store.rows import PHASE_COLUMNS, SESSION_COLUMNS

UPSERT_PHASE = f"""
    INSERT INTO phase (session, {PHASE_COLUMNS}, running) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (session, ordinal) DO UPDATE SET
        place = excluded.place, kind = excluded.kind, subject = excluded.subject, side = excluded.side,
        planned_seconds = excluded.planned_seconds, done_seconds = excluded.done_seconds,
        planned_reps = excluded.planned_reps, done_reps = excluded.done_reps,
        outcome = excluded.outcome, ended_at = excluded.ended_at, running = excluded.running
"""  # noqa: S608 - the columns are ours

_SESSION_NAMES = SESSION_COLUMNS.split(", ")
_PHASE_NAMES = ["index", *PHASE_COLUMNS.split(", ")[2:]]
_IS_ASKED_FOR = "id IN (SELECT value FROM json_each(?))"
_KEPT_SESSIONS = f"SELECT number, plan, {SESSION_COLUMNS} FROM session WHERE {_IS_ASKED_FOR}"  # noqa: S608 - ours
_KEPT_PHASES = f"""
    SELECT session, {PHASE_COLUMNS.removeprefix("ordinal, ")}
    FROM phase WHERE session IN (SELECT number FROM session WHERE {_IS_ASKED_FOR}) ORDER BY session, ordinal
"""  # noqa: S608 - ours
_INSERT_SESSION = f"""
    INSERT INTO session (number, {SESSION_COLUMNS}, note_folded, plan, started_moment)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, julianday(?5))
"""  # noqa: S608 - the columns are ours


def number_of(connection: sqlite3.Connection, session_id: str) -> int | None:
    """The number of a session in this database, or None where there is none with that id."""
    row = connection.execute("SELECT number FROM session WHERE id = ?", (session_id,)).fetchone()
    return None if row is None else row["number"]


def is_there(connection: sqlite3.Connection, session_id: str) -> bool:
    """Whether there is a session with that id, even where its index does not say so any more."""
    asked = "SELECT EXISTS (SELECT 1 FROM session NOT INDEXED WHERE id = ?)"
    return bool(connection.execute(asked, (session_id,)).fetchone()[0])


def kept(connection: sqlite3.Connection, session_ids: Iterable[str]) -> dict[str, tuple[dict[str, Any], int]]:
    """Of these sessions those that are in the log: as `portable.told` has them, and the numbers of their plans."""
    ids = json.dumps(list(session_ids))
    found = {}
    for number, plan, *session in connection.execute(_KEPT_SESSIONS, (ids,)):
        version = dict(zip(_SESSION_NAMES, session, strict=True))
        found[number] = ({**version, "by_hand": bool(version["by_hand"]), "phases": []}, plan)
    for number, *phase in connection.execute(_KEPT_PHASES, (ids,)):
        told = {name: value for name, value in zip(_PHASE_NAMES, phase, strict=True) if value is not None}
        with sound_rows():
            found[number][0]["phases"].append(told)
    return {version["id"]: (version, plan) for version, plan in found.values()}


def current(connection: sqlite3.Connection, session_id: str) -> tuple[SessionRecord, int] | None:
    """The version of a session that holds, and the number of its plan."""
    for version, plan in kept(connection, [session_id]).values():
        with sound_rows():
            return record_of(version), plan
    return None


def put(connection: sqlite3.Connection, record: SessionRecord, plan: int) -> None:
    """Let a version hold, in place of the one with its id, if any. `plan` is its plan's number.

    Its phases are numbered anew, as they stand.
    """
    changed_at = record.changed_at or record.ended_at or record.started_at
    version = told(replace(record, changed_at=changed_at))
    number = number_of(connection, record.id)
    if number is None:
        put_new(connection, [(version, plan)])
    else:
        connection.execute("DELETE FROM session WHERE number = ?", (number,))
        _write(connection, number, [(version, plan)])


def put_new(connection: sqlite3.Connection, versions: Sequence[tuple[Mapping[str, Any], int]]) -> None:
    """Let versions hold of sessions that are not in the log yet, which are numbered in this order.

    Each is as `portable.told` has it, with its plan's number.
    """
    (last,) = connection.execute("SELECT coalesce(max(number), 0) FROM session").fetchone()
    _write(connection, last + 1, versions)


def _write(connection: sqlite3.Connection, first: int, versions: Sequence[tuple[Mapping[str, Any], int]]) -> None:
    """Write sessions with their phases and sums, numbered from `first` on."""
    numbered = list(enumerate(versions, first))
    connection.executemany(_INSERT_SESSION, [_session_row(number, *version) for number, version in numbered])
    connection.executemany(
        UPSERT_PHASE,
        [
            _phase_row(number, ordinal, phase)
            for number, (version, _) in numbered
            for ordinal, phase in enumerate(version["phases"])
        ],
    )
    sum_up(connection, first, first + len(versions) - 1)


def _session_row(number: int, version: Mapping[str, Any], plan: int) -> tuple[object, ...]:
    note = plain_words(version["note"])
    return (
        *(number, version["id"], version["routine"], version["routine_name"], version["started_at"]),
        *(version["ended_at"], version["outcome"], version["planned_seconds"], version["practice_seconds"]),
        *(version["discomfort_before"], version["discomfort_after"]),
        *(note, version["by_hand"], version["changed_at"], folded_words(note), plan),
    )


def _phase_row(number: int, ordinal: int, phase: Mapping[str, Any]) -> tuple[object, ...]:
    """The values `UPSERT_PHASE` asks for."""
    get = phase.get
    # fmt: off
    return (
        number, ordinal, phase["index"], phase["kind"], get("subject"), get("side"), get("planned_seconds"),
        phase["done_seconds"], get("planned_reps"), get("done_reps"), phase["outcome"], phase["ended_at"], 0,
    )
    # fmt: on


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
