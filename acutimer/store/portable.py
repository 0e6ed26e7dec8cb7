"""A session as plain JSON: how exports hold it, and how the versions that were replaced are kept."""

import json
from collections.abc import Mapping
from dataclasses import fields
from datetime import datetime
from typing import Any

from acutimer.core.history import PhaseRecord, SessionRecord
from acutimer.core.planning import PhaseKind
from acutimer.core.session import Outcome
from acutimer.core.sides import Side

_PHASE = tuple(field.name for field in fields(PhaseRecord) if field.name != "ordinal")
_SESSION = tuple(field.name for field in fields(SessionRecord) if field.name != "phases")


def told(record: SessionRecord) -> dict[str, object]:
    """A session as an object; a phase leaves out what it has not, and stands where its ordinal says."""
    session = {name: _plain(getattr(record, name)) for name in _SESSION}
    session["phases"] = [
        {name: _plain(value) for name in _PHASE if (value := getattr(phase, name)) is not None}
        for phase in record.phases
    ]
    return session


def text_of(record: SessionRecord) -> str:
    """The one text of a version of a session: two versions are the same when their texts are."""
    return text_told(told(record))


def text_told(session: Mapping[str, Any]) -> str:
    """The same, of a session as an object."""
    return json.dumps(session, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def record_of(session: Mapping[str, Any]) -> SessionRecord:
    """The session an object tells, which this program wrote itself or has checked."""
    return SessionRecord(
        id=session["id"],
        routine=session["routine"],
        routine_name=session["routine_name"],
        started_at=datetime.fromisoformat(session["started_at"]),
        ended_at=_moment(session["ended_at"]),
        outcome=None if session["outcome"] is None else Outcome(session["outcome"]),
        planned_seconds=session["planned_seconds"],
        practice_seconds=session["practice_seconds"],
        phases=tuple(_phase(ordinal, phase) for ordinal, phase in enumerate(session["phases"])),
        discomfort_before=session["discomfort_before"],
        discomfort_after=session["discomfort_after"],
        note=session["note"],
        by_hand=session["by_hand"],
        changed_at=_moment(session["changed_at"]),
    )


def _phase(ordinal: int, phase: Mapping[str, Any]) -> PhaseRecord:
    side = phase.get("side")
    return PhaseRecord(
        ordinal=ordinal,
        index=phase["index"],
        kind=PhaseKind(phase["kind"]),
        subject=phase.get("subject"),
        side=None if side is None else Side(side),
        planned_seconds=phase.get("planned_seconds"),
        done_seconds=phase["done_seconds"],
        planned_reps=phase.get("planned_reps"),
        done_reps=phase.get("done_reps"),
        outcome=Outcome(phase["outcome"]),
        ended_at=datetime.fromisoformat(phase["ended_at"]),
    )


def _moment(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, datetime) else value
