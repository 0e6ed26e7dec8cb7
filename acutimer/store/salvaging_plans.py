"""The plans in a damaged log: each session needs the one it followed, or one like it."""

import json
import sqlite3
from functools import cached_property
from typing import TYPE_CHECKING

from acutimer.core.errors import InputError
from acutimer.core.planning import Phase, PhaseKind, Plan
from acutimer.core.routines import Routine
from acutimer.core.sides import Side
from acutimer.store.json_stream import Item
from acutimer.store.remains import Remains
from acutimer.store.rows import plan_text

if TYPE_CHECKING:
    from acutimer.store.portable_door import PhaseInFile, PortableDoor, SessionInFile


def stand_in(session: "SessionInFile") -> str:
    """A plan made of what was lived, for a session whose own is lost: it cannot be gone on with, but looked at."""
    lived = {phase.index: phase for phase in session.phases}
    phases = tuple(_phase(lived.get(index)) for index in range(max(lived, default=-1) + 1))
    routine = Routine(
        id=session.routine, name=session.routine_name, summary="", postures=(), equipment=(), steps=(), source=""
    )
    return plan_text(Plan(routine, phases))


def _phase(lived: "PhaseInFile | None") -> Phase:
    if lived is None:
        return Phase(kind=PhaseKind.REST, step=0, seconds=0.0)
    return Phase(
        kind=PhaseKind(lived.kind),
        step=0,
        seconds=lived.planned_seconds,
        subject=lived.subject,
        side=None if lived.side is None else Side(lived.side),
        reps=lived.planned_reps,
    )


class Plans:
    """Those that can be read in the damaged log and those in the one that takes its place, where numbers are alike."""

    def __init__(self, door: "PortableDoor", connection: sqlite3.Connection, remains: Remains) -> None:
        self._door, self._connection, self._remains = door, connection, remains
        self._read: dict[str, tuple[str, str, int] | None] = {}

    def fitting(self, plan: object, routine: str, last: int) -> str | None:
        """The text of a plan of `routine` that has the phase `last`; None where there is none.

        `plan` is its number, or itself. Where it is damaged the backup has it under the same number, or another
        session of the routine followed one.
        """
        for text in self._candidates(plan):
            read = self._checked(text)
            if read is not None and read[1] == routine and read[2] > last:
                return read[0]
        return next((text for text, of, phases in self._others if of == routine and phases > last), None)

    def _candidates(self, plan: object) -> list[str]:
        if isinstance(plan, str):
            return [plan]
        if not isinstance(plan, int):
            return []
        row = self._connection.execute("SELECT text FROM plan WHERE number = ?", (plan,)).fetchone()
        return [text for text in (self._remains.plans.get(plan), row and row["text"]) if text]

    def _checked(self, text: str) -> tuple[str, str, int] | None:
        """The text as the door lets it through, whose routine it is, and how many phases it has."""
        if text not in self._read:
            try:
                plan, passed = self._door.plan(Item("plans", 1, 1, json.loads(text), text))
                self._read[text] = passed, plan.routine.id, len(plan.phases)
            except (InputError, ValueError, TypeError, AttributeError, RecursionError):
                self._read[text] = None
        return self._read[text]

    @cached_property
    def _others(self) -> list[tuple[str, str, int]]:
        here = [row["text"] for row in self._connection.execute("SELECT text FROM plan ORDER BY number DESC")]
        return [read for text in (*here, *self._remains.plans.values()) if (read := self._checked(text)) is not None]
