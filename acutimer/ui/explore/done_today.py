"""What was pressed today."""

from datetime import timedelta

from acutimer.core.history import day_of
from acutimer.core.planning import PhaseKind
from acutimer.core.sides import Side
from acutimer.ui.context import Context


def done_today(context: Context) -> frozenset[tuple[str, Side]]:
    """The points pressed today, with their sides. Pressing a pair is pressing its points."""
    now, hour = context.wall(), context.preferences.value.day_begins_hour
    done: set[tuple[str, Side]] = set()
    for session in context.history.sessions(since=now - timedelta(days=1)):
        for phase in session.phases:
            is_today = day_of(phase.ended_at.astimezone(now.tzinfo), hour) == day_of(now, hour)
            if phase.kind is PhaseKind.PRESS and phase.done_seconds > 0 and is_today and phase.subject:
                point = context.library.points.get(phase.subject)
                codes = point.members if point is not None and point.members else (phase.subject,)
                sides = (Side.LEFT, Side.RIGHT) if phase.side in (None, Side.BOTH) else (phase.side,)
                done |= {(code, side) for code in codes for side in sides}
    return frozenset(done)
