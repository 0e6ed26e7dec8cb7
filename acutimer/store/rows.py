"""Between the database's rows and the core's records, and plans as text."""

import json
import sqlite3
from dataclasses import asdict
from datetime import datetime

from acutimer.core.history import PhaseRecord, SessionRecord, SessionSummary
from acutimer.core.planning import PhaseKind, Plan
from acutimer.core.session import Outcome
from acutimer.core.sides import Side

PHASE_COLUMNS = (
    "ordinal, place, kind, subject, side, planned_seconds, done_seconds, planned_reps, done_reps, outcome, ended_at"
)
SESSION_COLUMNS = (
    "id, routine, routine_name, started_at, ended_at, outcome, planned_seconds, practice_seconds, "
    "discomfort_before, discomfort_after, note, by_hand, changed_at"
)
SUMMARY_COLUMNS = f"{SESSION_COLUMNS}, done_seconds, share"


def phase_row(phase: PhaseRecord) -> tuple[object, ...]:
    """The values of `PHASE_COLUMNS`."""
    return (
        phase.ordinal,
        phase.index,
        phase.kind.value,
        phase.subject,
        None if phase.side is None else phase.side.value,
        phase.planned_seconds,
        phase.done_seconds,
        phase.planned_reps,
        phase.done_reps,
        phase.outcome.value,
        phase.ended_at.isoformat(),
    )


def phase_record(row: sqlite3.Row) -> PhaseRecord:
    """The record of one row of `phase`."""
    return PhaseRecord(
        ordinal=row["ordinal"],
        index=row["place"],
        kind=PhaseKind(row["kind"]),
        subject=row["subject"],
        side=None if row["side"] is None else Side(row["side"]),
        planned_seconds=row["planned_seconds"],
        done_seconds=row["done_seconds"],
        planned_reps=row["planned_reps"],
        done_reps=row["done_reps"],
        outcome=Outcome(row["outcome"]),
        ended_at=datetime.fromisoformat(row["ended_at"]),
    )


def session_record(row: sqlite3.Row, phases: tuple[PhaseRecord, ...]) -> SessionRecord:
    """The record of one row of `session` and its phases."""
    return SessionRecord(
        id=row["id"],
        routine=row["routine"],
        routine_name=row["routine_name"],
        started_at=datetime.fromisoformat(row["started_at"]),
        ended_at=None if row["ended_at"] is None else datetime.fromisoformat(row["ended_at"]),
        outcome=None if row["outcome"] is None else Outcome(row["outcome"]),
        planned_seconds=row["planned_seconds"],
        practice_seconds=row["practice_seconds"],
        phases=phases,
        discomfort_before=row["discomfort_before"],
        discomfort_after=row["discomfort_after"],
        note=row["note"],
        by_hand=bool(row["by_hand"]),
        changed_at=datetime.fromisoformat(row["changed_at"]),
    )


def session_summary(row: sqlite3.Row) -> SessionSummary:
    """The summary of one row of `session`."""
    return SessionSummary(
        id=row["id"],
        routine=row["routine"],
        routine_name=row["routine_name"],
        started_at=datetime.fromisoformat(row["started_at"]),
        ended_at=None if row["ended_at"] is None else datetime.fromisoformat(row["ended_at"]),
        outcome=None if row["outcome"] is None else Outcome(row["outcome"]),
        planned_seconds=row["planned_seconds"],
        practice_seconds=row["practice_seconds"],
        done_seconds=row["done_seconds"],
        share=row["share"],
        discomfort_before=row["discomfort_before"],
        discomfort_after=row["discomfort_after"],
        note=row["note"],
        by_hand=bool(row["by_hand"]),
    )


def plan_text(plan: Plan) -> str:
    """A plan as JSON."""
    return json.dumps(asdict(plan), separators=(",", ":"))


def plan_kinds(text: str) -> list[tuple[PhaseKind, str | None]]:
    """The kind and the subject of every phase of a plan kept as JSON."""
    return [(PhaseKind(phase["kind"]), phase["subject"]) for phase in json.loads(text)["phases"]]
