"""Between the database's rows and the core's records, and plans as text."""

import json
import sqlite3
from dataclasses import asdict
from datetime import datetime
from typing import Any

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
MOST_SECONDS = 20_000_000_000  # a session that `portable_door` lets in sums up to 20,000 phases of a week at the most
MOST = 1_000_000_000  # of repetitions, phases and the like


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
    """The record of one row of `phase`.

    Raises:
        ValueError, TypeError: the row is damaged. `faults.sound_rows` makes of it what people can read.
    """
    return PhaseRecord(
        ordinal=_whole(row["ordinal"]),
        index=_whole(row["place"]),
        kind=PhaseKind(row["kind"]),
        subject=None if row["subject"] is None else _text(row["subject"]),
        side=None if row["side"] is None else Side(row["side"]),
        planned_seconds=None if row["planned_seconds"] is None else seconds_in(row["planned_seconds"]),
        done_seconds=seconds_in(row["done_seconds"]),
        planned_reps=None if row["planned_reps"] is None else _whole(row["planned_reps"]),
        done_reps=None if row["done_reps"] is None else _whole(row["done_reps"]),
        outcome=Outcome(row["outcome"]),
        ended_at=moment_in(row["ended_at"]),
    )


def session_record(row: sqlite3.Row, phases: tuple[PhaseRecord, ...]) -> SessionRecord:
    """The record of one row of `session` and its phases. Raises as `phase_record` does."""
    return SessionRecord(
        id=_text(row["id"]),
        routine=_text(row["routine"]),
        routine_name=_text(row["routine_name"]),
        started_at=moment_in(row["started_at"]),
        ended_at=None if row["ended_at"] is None else moment_in(row["ended_at"]),
        outcome=None if row["outcome"] is None else Outcome(row["outcome"]),
        planned_seconds=seconds_in(row["planned_seconds"]),
        practice_seconds=seconds_in(row["practice_seconds"]),
        phases=phases,
        discomfort_before=level_in(row["discomfort_before"]),
        discomfort_after=level_in(row["discomfort_after"]),
        note=_text(row["note"]),
        by_hand=bool(row["by_hand"]),
        changed_at=moment_in(row["changed_at"]),
    )


def session_summary(row: sqlite3.Row) -> SessionSummary:
    """The summary of one row of `session`. Raises as `phase_record` does."""
    return SessionSummary(
        id=_text(row["id"]),
        routine=_text(row["routine"]),
        routine_name=_text(row["routine_name"]),
        started_at=moment_in(row["started_at"]),
        ended_at=None if row["ended_at"] is None else moment_in(row["ended_at"]),
        outcome=None if row["outcome"] is None else Outcome(row["outcome"]),
        planned_seconds=seconds_in(row["planned_seconds"]),
        practice_seconds=seconds_in(row["practice_seconds"]),
        done_seconds=seconds_in(row["done_seconds"]),
        share=_share(row["share"]),
        discomfort_before=level_in(row["discomfort_before"]),
        discomfort_after=level_in(row["discomfort_after"]),
        note=_text(row["note"]),
        by_hand=bool(row["by_hand"]),
    )


def moment_in(value: Any) -> datetime:
    """A moment with its offset. Raises as `phase_record` does, as do the others here."""
    moment = datetime.fromisoformat(value)
    if moment.tzinfo is None:
        raise ValueError("a moment without its offset")
    return moment


def seconds_in(value: Any) -> float:
    """How long something took or was to take. A flipped bit makes of a minute more years than there were."""
    if not 0 <= value <= MOST_SECONDS:
        raise ValueError("no length of time")
    return float(value)


def level_in(value: Any) -> int | None:
    """A discomfort, or None where none was told."""
    if value is not None and not (type(value) is int and 0 <= value <= 10):
        raise ValueError("no level of discomfort")
    return value


def _whole(value: Any) -> int:
    if type(value) is not int or not 0 <= value <= MOST:
        raise ValueError("no number of something")
    return value


def _text(value: Any) -> str:
    if type(value) is not str:
        raise TypeError("no text")
    return value


def _share(value: Any) -> float:
    if not 0 <= value <= 1:
        raise ValueError("no share")
    return float(value)


def plan_text(plan: Plan) -> str:
    """A plan as JSON."""
    return json.dumps(asdict(plan), separators=(",", ":"))


def plan_kinds(text: str) -> list[tuple[PhaseKind, str | None]]:
    """The kind and the subject of every phase of a plan kept as JSON."""
    return [(PhaseKind(phase["kind"]), phase["subject"]) for phase in json.loads(text)["phases"]]
