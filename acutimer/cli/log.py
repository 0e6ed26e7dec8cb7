"""`acutimer log`: the sessions so far, newest first."""

import io
from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from typing import TypeVar

from acutimer import paths
from acutimer.cli import opening
from acutimer.cli.columns import table, terminal_width
from acutimer.cli.printing import say, say_json, say_table
from acutimer.core.history import PhaseRecord, SessionRecord, SessionSummary
from acutimer.language.catalogue import tr
from acutimer.store.history import History
from acutimer.store.sheet import AFTER_COLUMNS, SESSION_COLUMNS, Sheet, shown_seconds
from acutimer.terminal.words import duration, outcome_words

Kept = TypeVar("Kept", SessionRecord, SessionSummary)


def run(since: date | None, *, as_json: bool, as_csv: bool) -> int:
    """Tell the sessions from the day `since` on, or all."""
    if as_json:
        say_json([as_object(it) for it in _asked(since, History.sessions)])
    elif as_csv:
        say_table(as_rows(_asked(since, History.sessions)))
    else:
        say(listed(_asked(since, _summaries), terminal_width()))
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


def listed(sessions: Sequence[SessionSummary], width: int) -> str:
    """One line a session."""
    return table([_row(session) for session in sessions], width) if sessions else tr("No sessions yet.") + "\n"


def _asked(since: date | None, ask: Callable[[History, datetime | None], list[Kept]]) -> list[Kept]:
    """What `ask` finds in the log from a moment on, or in all of it."""
    if not paths.data_dir().exists():
        return []  # nothing was ever kept, and asking makes no folder
    begin = None
    if since is not None:
        begin = datetime.combine(since, time(opening.settings().day_begins_hour)).astimezone()
    with opening.history_to_read() as history:
        return ask(history, begin)


def _summaries(history: History, begin: datetime | None) -> list[SessionSummary]:
    """Sessions without their phases: a line needs none, and a thousand sessions have ten thousand."""
    found = history.finder.page(0, history.finder.find())
    return [session for session in found if begin is None or session.started_at >= begin]


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


def _row(session: SessionSummary) -> tuple[str, ...]:
    levels = (session.discomfort_before, session.discomfort_after)
    before, after = ("?" if level is None else str(level) for level in levels)
    discomfort = "" if levels == (None, None) else tr("discomfort {0} to {1}").format(before, after)
    return (
        f"{session.started_at:%Y-%m-%d %H:%M}",
        outcome_words(session.outcome),
        duration(session.done_seconds),
        " ".join(session.routine_name.split()),
        " · ".join(filter(None, (discomfort, session.note))),
    )
