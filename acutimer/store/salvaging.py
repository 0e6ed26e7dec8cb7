"""Saves out of a damaged log what is newer than the backup that takes its place; everything through the strict door.

A session is whole when its phases are all there and make the sum that was kept of them. One that is not is saved only
where the backup has nothing of it; for all else the backup is the better witness.
"""

import json
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from acutimer.core.errors import AcutimerError, InputError
from acutimer.core.filtering import plain_words
from acutimer.core.history import counts
from acutimer.core.merging import Deletion, Known, Version
from acutimer.core.planning import PhaseKind
from acutimer.store.json_stream import Item
from acutimer.store.ledger import Ledger
from acutimer.store.merging import Merging
from acutimer.store.portable import record_of
from acutimer.store.remains import Key, Remains, Wreck
from acutimer.store.salvaging_own import bring_drafts, bring_own_of
from acutimer.store.salvaging_plans import Plans, stand_in
from acutimer.store.versions import plan_number, put

if TYPE_CHECKING:
    from acutimer.store.portable_door import PortableDoor, SessionInFile

FUTURE = timedelta(days=366)  # a clock may have been wrong when it was recorded
_NEARLY = 0.001  # seconds between two sums of the same numbers
_TOLD = (
    *("id", "routine", "routine_name", "started_at", "ended_at", "outcome", "planned_seconds", "practice_seconds"),
    *("discomfort_before", "discomfort_after", "changed_at"),
)


@dataclass(frozen=True, slots=True)
class Salvaged:
    """How many sessions were saved, how many of them not whole, how many own routines, and drafts."""

    sessions: int = 0
    in_part: int = 0
    routines: int = 0
    drafts: int = 0


@dataclass(frozen=True, slots=True)
class _Saved:
    """A session that was read: checked, whether whole, and what was under way of one that is not over."""

    session: "SessionInFile"
    plan: str
    is_whole: bool
    is_over: bool
    running: int | None


def salvage(path: Path, connection: sqlite3.Connection, now: datetime) -> Salvaged:
    """Bring what can still be read in the damaged log at `path` into the one behind `connection`.

    It is one transaction: all that could be saved, or nothing.

    Raises:
        OSError: the damaged file cannot be read.
        WorldError: the log cannot be written.
    """
    from acutimer.store.portable_door import PortableDoor

    wreck = Wreck(path)
    remains = wreck.remains()
    written_at = datetime.fromtimestamp(path.stat().st_mtime, now.tzinfo)
    door = PortableDoor(max(now, written_at) + FUTURE)  # a clock that went back makes nothing of it untrue
    ledger = Ledger(connection)
    with ledger.writing():
        here = _here(connection)
        plans = Plans(door, connection, remains)
        saved = list(_sessions(wreck, remains, here, door, plans))
        merging = Merging(connection)
        merging.bring(_known(saved, remains, connection, door, plans))
        came = merging.finish()
        unfinished = sum(_bring_unfinished(connection, one) for one in saved if not one.is_over)
        routines = bring_own_of(remains, connection, door)
        drafts = bring_drafts(remains, connection, door)
    in_part = sum(not one.is_whole for one in saved)
    return Salvaged(came.added + came.changed + unfinished, in_part, routines, drafts)


def _here(connection: sqlite3.Connection) -> dict[str, tuple[datetime, bool]]:
    """When each session of the backup was changed, and whether it is over."""
    rows = connection.execute("SELECT id, changed_at, outcome IS NOT NULL AS is_over FROM session")
    return {row["id"]: (datetime.fromisoformat(row["changed_at"]), bool(row["is_over"])) for row in rows}


def _sessions(
    wreck: Wreck, remains: Remains, here: Mapping[str, tuple[datetime, bool]], door: "PortableDoor", plans: Plans
) -> Iterator[_Saved]:
    wanted: dict[Key, dict[str, Any]] = {}
    newest: dict[str, tuple[datetime, Key]] = {}
    for key, row in remains.sessions.items():
        at, known = _moment(row["changed_at"]), here.get(row["id"])
        # while a session goes on its row does not change, only its phases do
        if at is None or (known is not None and known[1] and at <= known[0]):
            continue
        if row["id"] in newest:  # an older state in a page that was given up
            if newest[row["id"]][0] >= at:
                continue
            del wanted[newest[row["id"]][1]]
        wanted[key], newest[row["id"]] = row, (at, key)
    phases: dict[Key, dict[int, dict[str, Any]]] = {}
    for key, phase in wreck.phases(wanted):
        if isinstance(phase["ordinal"], int):
            phases.setdefault(key, {})[phase["ordinal"]] = phase
    for key, row in wanted.items():
        one = _read(row, phases.get(key, {}), door, plans)
        if one is not None and (one.is_whole or row["id"] not in here):
            yield one


def _read(row: Mapping[str, Any], by_ordinal: Mapping[int, Any], door: "PortableDoor", plans: Plans) -> _Saved | None:
    """A session through the door; None where it cannot pass. A phase that cannot is left out."""
    is_over = row["outcome"] is not None
    note = row["note"].decode(errors="replace") if isinstance(row["note"], bytes) else row["note"]
    told = {name: row[name] for name in _TOLD}
    told.update(plan=0, note=plain_words(note) if isinstance(note, str) else "", by_hand=bool(row["by_hand"]))
    phases = [by_ordinal[ordinal] for ordinal in sorted(by_ordinal)]
    if not is_over:  # so that it can pass
        told.update(ended_at=phases[-1]["ended_at"] if phases else row["started_at"], outcome="partial")
    lived = [_phase(phase) for phase in phases]
    running = next((place for place, phase in enumerate(phases) if phase["running"] == 1), None)
    session = _checked(told, lived, door)
    if session is None:
        lived = [phase for phase in lived if _checked(told, [phase], door) is not None]
        session, running = _checked(told, lived, door), None
    if session is None:
        return None
    plan = plans.fitting(row["plan"], session.routine, max((phase.index for phase in session.phases), default=-1))
    is_whole = _is_whole(row, by_ordinal, session)
    if plan is None:  # without one it cannot be gone on with
        return _Saved(session, stand_in(session), is_whole, is_over=True, running=None)
    return _Saved(session, plan, is_whole, is_over, running)


def _checked(told: Mapping[str, Any], phases: list[dict[str, Any]], door: "PortableDoor") -> "SessionInFile | None":
    try:
        value = {**told, "phases": phases}
        return door.session(Item("sessions", 1, 1, value, json.dumps(value)))
    except (InputError, TypeError, ValueError):  # bytes are no JSON
        return None


def _phase(phase: Mapping[str, Any]) -> dict[str, Any]:
    left_out = ("ordinal", "running")
    return {name: value for name, value in phase.items() if value is not None and name not in left_out}


def _is_whole(row: Mapping[str, Any], by_ordinal: Mapping[int, Any], session: "SessionInFile") -> bool:
    """Whether its phases are all there, and make the sum that was kept of them."""
    if len(session.phases) != len(by_ordinal) or sorted(by_ordinal) != list(range(len(by_ordinal))):
        return False
    kept = row["done_seconds"]
    done = sum(phase.done_seconds for phase in session.phases if counts(PhaseKind(phase.kind), phase.subject))
    return kept is None or (isinstance(kept, int | float) and abs(done - kept) <= _NEARLY)


def _known(
    saved: list[_Saved], remains: Remains, connection: sqlite3.Connection, door: "PortableDoor", plans: Plans
) -> list[tuple[str, Known]]:
    """What the damaged log knows of each session, and the log that takes its place does not."""
    from acutimer.store.portable_door import text_in

    versions: dict[str, dict[Version, str]] = {}
    for one in saved:
        if one.is_over:
            version = Version(datetime.fromisoformat(one.session.changed_at), text_in(one.session))
            versions.setdefault(one.session.id, {})[version] = one.plan
    there = {tuple(row) for row in connection.execute("SELECT session, record FROM past")}
    for session_id, number, record in remains.past:
        past = None if (session_id, record) in there else _past(session_id, record, door)
        if past is None:
            continue
        plan = plans.fitting(number, past.routine, max((phase.index for phase in past.phases), default=-1))
        version = Version(datetime.fromisoformat(past.changed_at), text_in(past))
        versions.setdefault(session_id, {}).setdefault(version, plan or stand_in(past))
    deletions: dict[str, Deletion] = {}
    for session_id, at in remains.deleted:
        value = {"session": session_id, "at": at}
        try:
            told = door.deleted(Item("deleted", 1, 1, value, json.dumps(value))).at
        except InputError:
            continue
        deletions[session_id] = Deletion(datetime.fromisoformat(told), told)
    ids = dict.fromkeys([*versions, *deletions])
    return [(session_id, Known(versions.get(session_id, {}), deletions.get(session_id))) for session_id in ids]


def _past(session_id: str, record: str, door: "PortableDoor") -> "SessionInFile | None":
    try:
        value = {**json.loads(record), "plan": 0}
        past = door.session(Item("past", 1, 1, value, json.dumps(value)))
    except (AcutimerError, ValueError, TypeError, RecursionError):
        return None
    return past if past.id == session_id else None


def _bring_unfinished(connection: sqlite3.Connection, one: _Saved) -> bool:
    """Put a session that is not over beside those that are, unless more is known of it; it can be gone on with."""
    from acutimer.store.portable_door import text_in

    found = connection.execute(
        "SELECT outcome, (SELECT count(*) FROM phase WHERE phase.session = session.number) AS phases,"
        " (SELECT total(done_seconds) FROM phase WHERE phase.session = session.number) AS seconds"
        " FROM session WHERE id = ?",
        (one.session.id,),
    ).fetchone()
    if found is not None:
        lived = (len(one.session.phases), sum(phase.done_seconds for phase in one.session.phases))
        if found["outcome"] is not None or (found["phases"], found["seconds"]) >= lived:
            return False
    record = record_of(json.loads(text_in(one.session)))
    put(connection, replace(record, ended_at=None, outcome=None), plan_number(connection, one.plan))
    if one.running is not None:
        connection.execute(
            "UPDATE phase SET running = 1 WHERE ordinal = ? AND session = (SELECT number FROM session WHERE id = ?)",
            (one.running, one.session.id),
        )
    return True


def _moment(text: object) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text) if isinstance(text, str) else None
    except ValueError:
        return None
    return None if moment is None or moment.tzinfo is None else moment
