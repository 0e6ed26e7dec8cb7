"""What was done: sessions and their phases, as the log keeps them."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from acutimer.core.planning import PhaseKind, Plan
from acutimer.core.session import Outcome
from acutimer.core.sides import Side

WALKS = frozenset({"walking", "backward-walking"})  # a wait for one of these is practice as long as one likes


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

    @property
    def counts(self) -> bool:
        """Whether its time is time practised (see `counts`)."""
        return counts(self.kind, self.subject)


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionRecord:
    """One session. Times carry their offset. `ended_at` and `outcome` are None while it runs (or after a crash).

    `planned_seconds` is the plan's length, `practice_seconds` how much of that is practice (the store fills it in
    from the plan); discomfort is 0 (none) to 10 (worst imaginable), or None. `by_hand` was added by the user and not
    measured. `changed_at` is when the user last changed anything of it (or when it ended), carrying its offset; the
    store fills it in, and of two versions of a session the one changed last holds.
    """

    id: str
    routine: str
    routine_name: str
    started_at: datetime
    ended_at: datetime | None
    outcome: Outcome | None
    planned_seconds: float
    practice_seconds: float = 0.0
    phases: tuple[PhaseRecord, ...] = ()
    discomfort_before: int | None = None
    discomfort_after: int | None = None
    note: str = ""
    by_hand: bool = False
    changed_at: datetime | None = None

    def __post_init__(self) -> None:
        for level in (self.discomfort_before, self.discomfort_after):
            if level is not None and not 0 <= level <= 10:
                raise ValueError("discomfort is a whole number from 0 to 10")

    @property
    def done_seconds(self) -> float:
        """Seconds practised; getting ready, changing over, resting and bare waiting do not count."""
        return sum(phase.done_seconds for phase in self.phases if phase.counts)

    @property
    def share(self) -> float:
        """How much of the planned practice was done, 0 to 1. What was done twice counts once."""
        if self.outcome is Outcome.DONE:
            return 1.0
        best: dict[int, float] = {}
        for phase in self.phases:
            if phase.kind.is_practice and phase.planned_seconds is not None:
                best[phase.index] = max(best.get(phase.index, 0.0), min(phase.done_seconds, phase.planned_seconds))
        return min(1.0, sum(best.values()) / self.practice_seconds) if self.practice_seconds else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionSummary:
    """A session without its phases, as a list needs it. What is named as in `SessionRecord` means the same."""

    id: str
    routine: str
    routine_name: str
    started_at: datetime
    ended_at: datetime | None
    outcome: Outcome | None
    planned_seconds: float
    practice_seconds: float
    done_seconds: float
    share: float
    discomfort_before: int | None
    discomfort_after: int | None
    note: str
    by_hand: bool


def counts(kind: PhaseKind, subject: str | None) -> bool:
    """Whether a phase is time practised: practice itself, or a walk that lasts until the user is back."""
    return kind.is_practice or (kind is PhaseKind.WAIT and subject in WALKS)


def practice_seconds(plan: Plan) -> float:
    """How much of a plan is practice, in seconds; waits have no length of their own."""
    return sum(phase.seconds or 0.0 for phase in plan.phases if counts(phase.kind, phase.subject))


def practice_places(phases: Iterable[tuple[PhaseKind, str | None]]) -> frozenset[int]:
    """The places in a plan that make up a whole session: its practice, or every phase when it has none.

    `phases` is the kind and the subject of every phase of the plan, in order.
    """
    kinds = tuple(phases)
    practice = frozenset(place for place, (kind, subject) in enumerate(kinds) if counts(kind, subject))
    return practice or frozenset(range(len(kinds)))


def outcome_of(places: Collection[int], ended: Iterable[tuple[int, Outcome]]) -> Outcome:
    """A session's outcome: done only when every one of `places` was done at least once.

    `ended` is the place and the outcome of every phase that ended, in any order. A session in which no
    practice was begun is skipped, whatever preparing it had; anything between is partial.
    """
    kept = [(place, outcome) for place, outcome in ended if place in places]
    done = {place for place, outcome in kept if outcome is Outcome.DONE}
    if done.issuperset(places):
        return Outcome.DONE
    return Outcome.SKIPPED if all(outcome is Outcome.SKIPPED for _, outcome in kept) else Outcome.PARTIAL


def is_corrected(record: SessionRecord, versions: Iterable[SessionRecord]) -> bool:
    """Whether one of the other versions had other times or amounts; what the user says of it may change freely."""
    return any((it.started_at, it.phases) != (record.started_at, record.phases) for it in versions)


def day_of(moment: datetime, day_begins_hour: int) -> date:
    """The day `moment` belongs to, in its own offset, when a day begins at `day_begins_hour` (0 to 12)."""
    return (moment - timedelta(hours=day_begins_hour)).date()
