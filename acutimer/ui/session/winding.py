"""When a session's timer is to ring next."""

import math
from collections.abc import Callable

from acutimer.core.moments import to_next_moment
from acutimer.core.pacing import to_next_beat
from acutimer.core.session import Session

LONGEST_TICK_SECONDS = 1.0  # well inside the 2 s that count as being away
AFTER_IT_IS_DUE_SECONDS = 0.002  # a tick meant for a moment must not come just before it


def rest_seconds(session: Session, now: float, pace: Callable[[float], float]) -> float:
    """How long a running session may be left alone: until the next moment, beat or picture, or a second."""
    wait, due = min(LONGEST_TICK_SECONDS, pace(now)), to_next_moment(session, now)
    if session.phase is not None:
        due = min(due, to_next_beat(session.phase, session.elapsed(now)))
    return min(wait, due + AFTER_IT_IS_DUE_SECONDS)


def milliseconds(seconds: float) -> int:
    """For a timer: whole ones, rounded up, and never none."""
    return max(1, math.ceil(seconds * 1000))
