"""What a user corrects of a session, or adds by hand. The records are values: each call gives a new one.

What is not to be had raises ValueError with a sentence that a person understands.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

from acutimer.core.history import (
    PhaseRecord,
    SessionRecord,
    counts,
    outcome_of,
    practice_places,
    practice_seconds,
)
from acutimer.core.planning import Phase, PhaseKind, Plan
from acutimer.core.session import Outcome

MOST_SECONDS = 24 * 3600
MOST_REPS = 10_000
WALK_SECONDS = 600.0  # a choice of ours: a walk lasts as long as one likes
SAME_SECONDS = 0.5  # closer than this, two lengths are one to a person

Kinds = Iterable[tuple[PhaseKind, str | None]]
"""The kind and the subject of every phase of a plan, in order."""


def moved(record: SessionRecord, started_at: datetime, *, now: datetime) -> SessionRecord:
    """The session as if it had begun at `started_at`: every moment moves by the same true time.

    All of them are told on the clock of the new start, whatever daylight saving does in between; what was measured
    stays as long as it was.

    Raises:
        ValueError: `started_at` has no offset, or is later than `now`.
    """
    start = _begun(started_at, now)
    by = start - record.started_at.astimezone(UTC)

    def there(moment: datetime) -> datetime:
        return (moment.astimezone(UTC) + by).astimezone(start.tzinfo)

    return replace(
        record,
        started_at=start,
        ended_at=None if record.ended_at is None else there(record.ended_at),
        phases=tuple(replace(phase, ended_at=there(phase.ended_at)) for phase in record.phases),
    )


def with_amount(
    record: SessionRecord,
    ordinal: int,
    *,
    seconds: float | None = None,
    reps: int | None = None,
    kinds: Kinds | None = None,
) -> SessionRecord:
    """The session with what was done in one of its phases corrected: 0 is skipped, the full amount done.

    In a phase that counts repetitions the seconds follow them at the plan's tempo, and they the seconds, unless both
    are given. `kinds` are the plan's; without them the record's own phases stand for the plan. The session's outcome
    follows; one that is not over has none.

    The clock stays as it was measured, as far as it can: more than fitted in between moves the end of the phase, and
    all that came after, by what is missing. A session by hand was never measured: in it, whatever comes after always
    follows at once.

    Raises:
        ValueError: an amount out of its limits, nothing to correct, or repetitions where none are counted.
        IndexError: the session has no such phase.
    """
    place = next((place for place, phase in enumerate(record.phases) if phase.ordinal == ordinal), None)
    if place is None:
        raise IndexError(f"there is no phase {ordinal}")
    old = record.phases[place]
    new = _done(old, *_amounts(old, seconds, reps))
    began = record.phases[place - 1].ended_at if place else record.started_at
    later = _later(old, new, began, is_measured=not record.by_hand)
    after = (replace(phase, ended_at=phase.ended_at + later) for phase in record.phases[place + 1 :])
    phases = (*record.phases[:place], replace(new, ended_at=old.ended_at + later), *after)
    ended_at = None if record.ended_at is None else record.ended_at + later
    return _judged(replace(record, phases=phases, ended_at=ended_at), kinds)


def with_reached(record: SessionRecord, plan: Plan, index: int) -> SessionRecord:
    """The session with a phase of its plan that it never came to, as skipped at the end: now it can have an amount."""
    last = max((phase.ordinal for phase in record.phases), default=-1)
    ended_at = record.phases[-1].ended_at if record.phases else record.started_at
    phase = _record(plan.phases[index], last + 1, index, 0.0, ended_at)
    return replace(record, phases=(*record.phases, _done(phase, 0.0, None if phase.planned_reps is None else 0)))


def by_hand(
    plan: Plan, session_id: str, started_at: datetime, *, now: datetime, walk_seconds: float = WALK_SECONDS
) -> SessionRecord:
    """A session as if `plan` had been done in full from `started_at` on, one phase right after the other.

    A walk lasts `walk_seconds`; anything else that waits for the user takes no time.

    Raises:
        ValueError: `started_at` has no offset or is later than `now`, or the walk is out of its limits.
    """
    walk = _limited_seconds(walk_seconds)
    at = start = _begun(started_at, now)
    phases: list[PhaseRecord] = []
    for index, phase in enumerate(plan.phases):
        open_seconds = walk if counts(phase.kind, phase.subject) else 0.0
        seconds = open_seconds if phase.seconds is None else float(phase.seconds)
        at += timedelta(seconds=seconds)
        phases.append(_record(phase, index, index, seconds, at))
    return SessionRecord(
        id=session_id,
        routine=plan.routine.id,
        routine_name=plan.routine.name,
        started_at=start,
        ended_at=at,
        outcome=Outcome.DONE,
        planned_seconds=plan.seconds,
        practice_seconds=practice_seconds(plan),
        phases=tuple(phases),
        by_hand=True,
    )


def kinds_of(plan: Plan) -> tuple[tuple[PhaseKind, str | None], ...]:
    """The kind and the subject of every phase of a plan."""
    return tuple((phase.kind, phase.subject) for phase in plan.phases)


def on_the_clock(naive: datetime, local: Callable[[datetime], datetime]) -> datetime:
    """The moment at which a clock of this place shows `naive`, with the offset that holds then.

    `local` gives a time without an offset the one of this place. A time that a change of the clock leaves out is moved
    forward by as much: compare what comes back.
    """
    told = local(naive)
    true = told.astimezone(UTC).astimezone(told.tzinfo)  # a zone says so of a time that never was
    return true.replace(fold=0, tzinfo=_offset(true))


def restarted(record: SessionRecord, naive: datetime, local: Callable[[datetime], datetime]) -> datetime:
    """The moment at which the clock that `record` began on shows `naive`.

    That is the clock of this place, as `on_the_clock`, if it told the record's own start; a session begun elsewhere
    keeps the offset it had.
    """
    own = record.started_at
    for fold in (0, 1):  # in the hour that comes twice, stay in the same one of the two
        if local(own.replace(tzinfo=None, fold=fold)).utcoffset() == own.utcoffset():
            there = on_the_clock(naive.replace(fold=fold), local)
            return there if there.replace(tzinfo=None) == naive else on_the_clock(naive, local)
    return naive.replace(tzinfo=_offset(own))


# -- inside --------------------------------------------------------------------------------------


def _offset(moment: datetime) -> timezone:
    offset = moment.utcoffset()
    if offset is None:
        raise ValueError("a time needs its offset")
    return timezone(offset)


def _begun(started_at: datetime, now: datetime) -> datetime:
    """The start on a clock whose offset never changes, so that sums are true."""
    start = started_at.astimezone(_offset(started_at))
    if start.astimezone(UTC) > now.astimezone(UTC):
        raise ValueError("That is still to come. Choose a time that has passed.")
    return start


def _limited_seconds(seconds: float) -> float:
    if not 0 <= seconds <= MOST_SECONDS:
        raise ValueError("A time is from 0 seconds to 24 hours.")
    return float(seconds)


def _amounts(phase: PhaseRecord, seconds: float | None, reps: int | None) -> tuple[float, int | None]:
    if seconds is None and reps is None:
        raise ValueError("Say how many seconds or repetitions it was.")
    if reps is not None and (phase.planned_reps is None or not 0 <= reps <= MOST_REPS):
        only = "Repetitions are not counted here." if phase.planned_reps is None else ""
        raise ValueError(only or f"Repetitions are a number from 0 to {MOST_REPS}.")
    if phase.planned_reps is None:
        assert seconds is not None
        return _limited_seconds(seconds), phase.done_reps
    tempo = phase.planned_seconds / phase.planned_reps if phase.planned_seconds else 0.0
    if seconds is None:
        assert reps is not None
        return _limited_seconds(min(reps * tempo, MOST_SECONDS)), reps
    if reps is None:
        reps = min(MOST_REPS, int((seconds + 1e-6) // tempo)) if tempo and seconds >= 0 else phase.done_reps
    return _limited_seconds(seconds), reps


def _done(phase: PhaseRecord, seconds: float, reps: int | None) -> PhaseRecord:
    if phase.planned_reps is None:
        done, full = seconds, phase.planned_seconds
    else:
        done, full = float(reps or 0), float(phase.planned_reps)
    whole = Outcome.DONE if full is None or done >= full else Outcome.PARTIAL
    return replace(phase, done_seconds=seconds, done_reps=reps, outcome=whole if done else Outcome.SKIPPED)


def _later(old: PhaseRecord, new: PhaseRecord, began: datetime, *, is_measured: bool) -> timedelta:
    """How much later the phase ends now. What was paused, or lost to a clock put back, is room or none."""
    more = new.done_seconds - old.done_seconds
    if is_measured:
        free = (old.ended_at - began).total_seconds() - old.done_seconds
        more = max(0.0, more - max(0.0, free))
    return timedelta(seconds=more)


def _judged(record: SessionRecord, kinds: Kinds | None) -> SessionRecord:
    if record.outcome is None:
        return record
    ended = [(phase.index, phase.outcome) for phase in record.phases]
    if kinds is not None:
        return replace(record, outcome=outcome_of(practice_places(kinds), ended))
    outcome = outcome_of(_own_places(record.phases), ended)
    if outcome is Outcome.DONE and not _is_all_there(record):
        outcome = Outcome.PARTIAL
    return replace(record, outcome=outcome)


def _own_places(phases: Sequence[PhaseRecord]) -> frozenset[int]:
    return frozenset(phase.index for phase in phases if phase.counts) or frozenset(phase.index for phase in phases)


def _is_all_there(record: SessionRecord) -> bool:
    """Whether the phases that are kept make up all the practice that was planned."""
    planned = {phase.index: phase.planned_seconds or 0.0 for phase in record.phases if phase.counts}
    return sum(planned.values()) >= record.practice_seconds - SAME_SECONDS


def _record(phase: Phase, ordinal: int, index: int, seconds: float, ended_at: datetime) -> PhaseRecord:
    return PhaseRecord(
        ordinal=ordinal,
        index=index,
        kind=phase.kind,
        subject=phase.subject,
        side=phase.side,
        planned_seconds=phase.seconds,
        done_seconds=seconds,
        planned_reps=phase.reps,
        done_reps=phase.reps,
        outcome=Outcome.DONE,
        ended_at=ended_at,
    )
