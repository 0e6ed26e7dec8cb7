"""What was done: sessions and their phases, as the log keeps them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from acutimer.core.planning import PhaseKind
from acutimer.core.session import Outcome
from acutimer.core.sides import Side


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseRecord:
    """One phase as it was lived. `ordinal` counts a session's records from 0, `index` is its place in the plan.

    Seconds are without pauses. `planned_seconds` is None for a wait.
    """

    ordinal: int
    index: int
    kind: PhaseKind
    subject: str | None
    side: Side | None
    planned_seconds: float | None
    done_seconds: float
    planned_reps: int | None
    done_reps: int | None
    outcome: Outcome
    ended_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionRecord:
    """One session. Times carry their offset. `ended_at` and `outcome` are None while it runs (or after a crash).

    `planned_seconds` is the plan's length; discomfort is 0 (none) to 10 (worst imaginable), or None.
    """

    id: str
    routine: str
    routine_name: str
    started_at: datetime
    ended_at: datetime | None
    outcome: Outcome | None
    planned_seconds: float
    phases: tuple[PhaseRecord, ...] = ()
    discomfort_before: int | None = None
    discomfort_after: int | None = None
    note: str = ""

    def __post_init__(self) -> None:
        for level in (self.discomfort_before, self.discomfort_after):
            if level is not None and not 0 <= level <= 10:
                raise ValueError("discomfort is a whole number from 0 to 10")

    @property
    def done_seconds(self) -> float:
        """Seconds of practice; getting ready, changing over, resting and waiting do not count."""
        return sum(phase.done_seconds for phase in self.phases if phase.kind.is_practice)

    @property
    def lived_seconds(self) -> float:
        """Seconds of everything, as they passed, pauses left out."""
        return sum(phase.done_seconds for phase in self.phases)


def day_of(moment: datetime, day_begins_hour: int) -> date:
    """The day `moment` belongs to, in its own offset, when a day begins at `day_begins_hour` (0 to 12)."""
    return (moment - timedelta(hours=day_begins_hour)).date()


def outcome_of(outcomes: Iterable[Outcome], practised: int, planned: int) -> Outcome:
    """A session's outcome from those of its practice phases.

    `practised` is how many different phases of practice were finished, of `planned` in the plan.
    """
    kept = tuple(outcomes)
    if planned and practised >= planned:
        return Outcome.DONE
    return Outcome.SKIPPED if all(outcome is Outcome.SKIPPED for outcome in kept) else Outcome.PARTIAL
