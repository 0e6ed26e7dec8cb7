"""Saves own routines, favourites and drafts out of a damaged log, where they are newer than the backup's."""

import json
import sqlite3
from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Any

from acutimer.core.errors import AcutimerError, InputError
from acutimer.store.draft_text import read_draft
from acutimer.store.json_stream import Item
from acutimer.store.merging_own import FavouriteFact, RoutineFact, bring_own, fact
from acutimer.store.remains import Remains

if TYPE_CHECKING:
    from acutimer.store.portable_door import PortableDoor

_REFUSALS = (InputError, ValueError, TypeError, AttributeError, KeyError, RecursionError)
_PUT_DRAFT = "INSERT OR REPLACE INTO draft (routine, text, changed_at) VALUES (?, ?, ?)"
# One that was saved since the backup was made is no draft any more.
_DROP_SAVED = """
    DELETE FROM draft WHERE julianday(changed_at) <= (
        SELECT julianday(changed_at) FROM own_routine WHERE own_routine.id = draft.routine
    )
"""


def bring_own_of(remains: Remains, connection: sqlite3.Connection, door: "PortableDoor") -> int:
    """Bring routines and favourites; how many own routines are others than before."""
    came = bring_own(connection, _routines(remains, connection, door), _favourites(remains, connection, door))
    return came.added + came.changed + came.deleted


def bring_drafts(remains: Remains, connection: sqlite3.Connection, door: "PortableDoor") -> int:
    """Bring the drafts that can be read; how many."""
    here = _moments(connection, "SELECT routine, changed_at FROM draft")
    brought = 0
    for routine, text, at in remains.drafts:
        try:
            read_draft(text)
            moment = _passed(door, routine, at)
        except (AcutimerError, *_REFUSALS):
            continue
        if routine not in here or here[routine] < datetime.fromisoformat(moment):
            connection.execute(_PUT_DRAFT, (routine, text, moment))
            brought += 1
    connection.execute(_DROP_SAVED)
    return brought


def _routines(
    remains: Remains, connection: sqlite3.Connection, door: "PortableDoor"
) -> Iterator[tuple[str, list[RoutineFact]]]:
    """What the backup does not know. Of one moment its text holds: the other may be the damaged one."""
    here = _moments(connection, "SELECT id, changed_at FROM own_routine")
    past = {(row["id"], row["changed_at"]) for row in connection.execute("SELECT id, changed_at FROM past_routine")}
    facts: dict[str, list[RoutineFact]] = {}
    for routine_id, text, is_deleted, at in remains.routines:
        passed = _routine(door, "routines", text, at, is_deleted=bool(is_deleted))
        if passed is not None and passed[0] == routine_id:
            told = fact(passed[1], at, is_deleted=bool(is_deleted))
            if routine_id not in here or here[routine_id] < told.at:
                facts.setdefault(routine_id, []).append(told)
    for routine_id, text, at in remains.past_routines:
        passed = _routine(door, "past_routines", text, at)
        if passed is not None and passed[0] == routine_id and (routine_id, at) not in past:
            told = fact(passed[1], at, is_deleted=False)
            if routine_id not in here or here[routine_id] != told.at:
                facts.setdefault(routine_id, []).append(told)
    yield from facts.items()


def _routine(door: "PortableDoor", name: str, text: str, at: str, **more: bool) -> tuple[str, str] | None:
    """The id and the text as the door lets it through."""
    try:
        value: dict[str, Any] = {"routine": json.loads(text), "changed_at": at, **more}
        read, passed = door.routine(Item(name, 1, 1, value, json.dumps(value)))
    except _REFUSALS:
        return None
    return read.routine.id, passed


def _favourites(
    remains: Remains, connection: sqlite3.Connection, door: "PortableDoor"
) -> Iterator[tuple[str, FavouriteFact]]:
    here = _moments(connection, "SELECT routine, changed_at FROM favourite")
    newest: dict[str, FavouriteFact] = {}
    for routine, is_chosen, at in remains.favourites:
        try:
            moment = _passed(door, routine, at)
        except _REFUSALS:
            continue
        told = FavouriteFact(datetime.fromisoformat(moment), bool(is_chosen), moment)
        if (routine not in here or here[routine] < told.at) and (routine not in newest or newest[routine] < told):
            newest[routine] = told
    yield from newest.items()


def _passed(door: "PortableDoor", routine: str, at: str) -> str:
    """The moment as the door lets it through, with the id.

    Raises:
        InputError: it does not.
    """
    value = {"routine": routine, "is_chosen": True, "changed_at": at}
    return door.favourite(Item("favourites", 1, 1, value, json.dumps(value))).changed_at


def _moments(connection: sqlite3.Connection, question: str) -> dict[str, datetime]:
    return {name: datetime.fromisoformat(at) for name, at in connection.execute(question)}
