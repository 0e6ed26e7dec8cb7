"""`acutimer log`: the sessions so far, newest first."""

import io
import json
import sys
from collections.abc import Sequence
from datetime import date, datetime, time

from acutimer import paths
from acutimer.cli import opening
from acutimer.cli.columns import table, terminal_width
from acutimer.core.history import PhaseRecord, SessionRecord
from acutimer.store.sheet import AFTER_COLUMNS, SESSION_COLUMNS, Sheet, shown_seconds
from acutimer.terminal.words import OUTCOMES, duration


def run(since: date | None, *, as_json: bool, as_csv: bool) -> int:
    """Tell the sessions from the day `since` on, or all."""
    sessions = _sessions(since)
    if as_json:
        text = json.dumps([as_object(session) for session in sessions], ensure_ascii=False, indent=2) + "\n"
    elif as_csv:
        text = as_rows(sessions)
    else:
        text = listed(sessions, terminal_width())
    sys.stdout.write(text)
    return 0


def as_object(session: SessionRecord) -> dict[str, object]:
    """A session as `--json` gives it. One that was cut off has neither an end nor an outcome."""
    return {
        "id": session.id,
        "routine": session.routine,
        "started_at": session.started_at.isoformat(),
        "ended_at": None if session.ended_at is None else session.ended_at.isoformat(),
        "outcome": session.outcome,
        "phases": [_phase(phase) for phase in session.phases],
        "discomfort_before": session.discomfort_before,
        "discomfort_after": session.discomfort_after,
        "note": session.note,
    }


def as_rows(sessions: Sequence[SessionRecord]) -> str:
    """CSV (RFC 4180) with one row a phase; no cell can be taken for a formula."""
    out = io.StringIO()
    sheet = Sheet(out)
    for session in sessions:
        told = as_object(session)
        before = [told["id"], *(told[name] for name in SESSION_COLUMNS[1:4]), told["outcome"]]
        phases = [_phase(phase).values() for phase in session.phases]
        sheet.add(before, phases, [told[name] for name in AFTER_COLUMNS])
    return out.getvalue()


def listed(sessions: Sequence[SessionRecord], width: int) -> str:
    """One line a session."""
    return table([_row(session) for session in sessions], width) if sessions else "No sessions yet.\n"


def _sessions(since: date | None) -> list[SessionRecord]:
    if not paths.data_dir().exists():
        return []  # nothing was ever kept, and asking makes no folder
    begin = None
    if since is not None:
        begin = datetime.combine(since, time(opening.settings().day_begins_hour)).astimezone()
    with opening.history() as history:
        return history.sessions(begin)


def _phase(phase: PhaseRecord) -> dict[str, object]:
    return {
        "kind": phase.kind,
        "subject": phase.subject,
        "side": phase.side,
        "planned_seconds": phase.planned_seconds,
        "done_seconds": shown_seconds(phase.done_seconds),
        "planned_reps": phase.planned_reps,
        "done_reps": phase.done_reps,
        "outcome": phase.outcome,
    }


def _row(session: SessionRecord) -> tuple[str, ...]:
    levels = (session.discomfort_before, session.discomfort_after)
    shown = " to ".join("?" if level is None else str(level) for level in levels)
    discomfort = "" if levels == (None, None) else f"discomfort {shown}"
    return (
        f"{session.started_at:%Y-%m-%d %H:%M}",
        OUTCOMES[session.outcome],
        duration(session.done_seconds),
        session.routine_name,
        " · ".join(filter(None, (discomfort, session.note))),
    )
