"""Sessions as the program records them, put into an open log; and a log as the first release left it."""

import json
import sqlite3
from dataclasses import asdict
from datetime import datetime, timedelta
from pathlib import Path

from acutimer.core.history import PhaseRecord, SessionRecord
from acutimer.core.planning import Choices, Phase, Plan, lay_out
from acutimer.core.routines import Routine, WaitStep
from acutimer.core.session import Outcome
from acutimer.store.history import History
from tests.store.log_files import OLD


def lived(plan: Plan, session_id: str, at: datetime) -> SessionRecord:
    """A session that went through the whole plan."""
    phases, end = [], at
    for index, phase in enumerate(plan.phases):
        end += timedelta(seconds=phase.seconds or 30)
        phases.append(_phase(index, phase, end))
    return SessionRecord(
        id=session_id,
        routine=plan.routine.id,
        routine_name=plan.routine.name,
        started_at=at,
        ended_at=end,
        outcome=Outcome.DONE,
        planned_seconds=plan.seconds,
        phases=tuple(phases),
    )


def live(connection: sqlite3.Connection, plan: Plan, at: datetime, sessions: int) -> list[str]:
    """So many sessions from `at` on, an hour apart; their ids."""
    history = History(connection)
    ids = [f"{at:%Y%m%d-%H} {number}" for number in range(sessions)]
    for number, session_id in enumerate(ids):
        history.begin(lived(plan, session_id, at + timedelta(hours=number)), plan)
    return ids


def make_old(path: Path) -> None:
    """A log of the first release with two sessions of a walk."""
    step = WaitStep(say="Walk", source="product", technique="walking")
    routine = Routine(id="walk", name="Walk", summary="", postures=(), equipment=(), source="product", steps=(step,))
    plan = json.dumps(asdict(Plan(routine, lay_out(routine, Choices()))), separators=(",", ":"))
    path.parent.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.executescript(OLD)
    for number in (1, 2):
        at = f"2024-01-0{number}T07:10:00+01:00"
        connection.execute(
            "INSERT INTO session (id, routine, routine_name, started_at, ended_at, outcome, planned_seconds,"
            " practice_seconds, plan) VALUES (?, 'walk', 'Walk', ?, ?, 'done', 0, 0, ?)",
            (f"old {number}", at, at, plan),
        )
        connection.execute(
            "INSERT INTO phase (session, ordinal, place, kind, subject, done_seconds, outcome, ended_at)"
            " VALUES (?, 0, 0, 'wait', 'walking', 90, 'done', ?)",
            (f"old {number}", at),
        )
    connection.commit()
    connection.close()


def _phase(index: int, phase: Phase, ended_at: datetime) -> PhaseRecord:
    return PhaseRecord(
        ordinal=index,
        index=index,
        kind=phase.kind,
        subject=phase.subject,
        side=phase.side,
        planned_seconds=phase.seconds,
        done_seconds=phase.seconds or 30.0,
        planned_reps=phase.reps,
        done_reps=phase.reps,
        outcome=Outcome.DONE,
        ended_at=ended_at,
    )
