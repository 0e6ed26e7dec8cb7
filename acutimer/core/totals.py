"""Sums of what was done, as the log is asked for them."""

from dataclasses import dataclass
from datetime import datetime

from acutimer.core.planning import PhaseKind
from acutimer.core.sides import Side


@dataclass(frozen=True, slots=True)
class DayTotal:
    """One day: seconds practised, and in how many sessions."""

    seconds: float
    sessions: int


@dataclass(frozen=True, slots=True)
class Counted:
    """Repetitions, and in how many sets."""

    reps: int
    sets: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SubjectTotal:
    """What was done of one subject on one side.

    `subject` is a point's code, an exercise or a technique, and may be one this version does not know; `side` is
    BOTH where both were practised at once, and None where sides are not told. `times` is in how many phases,
    `last_at` when the newest of them ended.
    """

    subject: str
    kind: PhaseKind
    side: Side | None
    seconds: float
    reps: int
    times: int
    last_at: datetime


@dataclass(frozen=True, slots=True)
class SideSeconds:
    """Seconds practised on each side; what was done on both at once counts for each."""

    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Rated:
    """What a session's discomfort was said to be, 0 to 10, or None where it was not said."""

    session: str
    started_at: datetime
    before: int | None
    after: int | None
