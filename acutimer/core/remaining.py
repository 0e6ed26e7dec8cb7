"""What a session left undone, as a plan of its own."""

import math
from collections.abc import Iterator
from dataclasses import replace

from acutimer.core.counting import count_of, done_of
from acutimer.core.history import SessionRecord, practice_places
from acutimer.core.planning import Phase, PhaseKind, Plan
from acutimer.core.session import Outcome

LEAST_SECONDS = 10.0  # a shorter rest of a phase is not worth getting ready for


def rest_of(plan: Plan, record: SessionRecord) -> Plan | None:
    """What of the practice in `plan` the session did not do, or None where nothing is left.

    That is what was skipped or never reached, and the rest of what was left early, if it lasts at least 10 s; of what
    was done more than once, the most counts. Each piece keeps what leads up to it: a side whose other one is done is
    made ready for, not changed over to. A rest stays only between two pieces that do. What waits for the user stays
    before the piece it leads to, and at the very start (sit down, clip the safety cord to you) it comes again.

    The routine stays as it is, and so do the numbers of its sets.
    """
    places = practice_places((phase.kind, phase.subject) for phase in plan.phases)
    left = {place: piece for place in sorted(places) if (piece := _left(plan.phases[place], place, record)) is not None}
    if not left:
        return None
    return replace(plan, phases=tuple(_phases(plan, places, left)))


def _left(phase: Phase, place: int, record: SessionRecord) -> Phase | None:
    """What of a phase is left to do, or None."""
    lived = [it for it in record.phases if it.index == place and it.outcome is not Outcome.SKIPPED]
    if any(it.outcome is Outcome.DONE for it in lived):
        return None
    whole = replace(phase, half_seconds=None)  # it may have been lengthened; its half is to be told anew
    if phase.seconds is None or not lived:
        return whole
    rest = _end_of(whole, max(it.done_seconds for it in lived), max(it.done_reps or 0 for it in lived))
    return None if not rest.seconds or rest.seconds < LEAST_SECONDS else rest


def _end_of(phase: Phase, seconds: float, reps: int) -> Phase:
    """The end of a phase of which so much was done: whole repetitions, breaths, pats or seconds."""
    assert phase.seconds is not None
    if total := count_of(phase):
        missing = max(0, total - (done_of(phase, seconds) if phase.reps is None else reps))
        rest = replace(phase, seconds=phase.seconds / total * missing)
        return replace(rest, breaths=missing) if phase.reps is None else replace(rest, reps=missing)
    unit = phase.beat_seconds or 1.0
    longest = round(phase.seconds / unit)
    missing_seconds = min(longest, math.ceil(round((phase.seconds - seconds) / unit, 3))) * unit
    return replace(phase, seconds=missing_seconds, circle_seconds=min(phase.circle_seconds, missing_seconds))


def _phases(plan: Plan, places: frozenset[int], left: dict[int, Phase]) -> Iterator[Phase]:
    """The pieces that are left in order, each after what leads up to it."""
    first = min(places)
    if first not in left:
        yield from (phase for phase in plan.phases[:first] if phase.kind is PhaseKind.WAIT)
    before: int | None = None
    for place, piece in left.items():
        yield from _leading(plan, places, place, before)
        yield piece
        before = place


def _leading(plan: Plan, places: frozenset[int], place: int, before: int | None) -> Iterator[Phase]:
    """What comes before the piece at `place`, when the piece before it is the one at `before`, if any."""
    previous = max((other for other in places if other < place), default=None)
    between = plan.phases[0 if previous is None else previous + 1 : place]
    if previous == before:  # as it was planned
        yield from between
        return
    yield from (phase for phase in between if phase.kind is PhaseKind.WAIT)
    last, piece = None if before is None else plan.phases[before], plan.phases[place]
    if last is not None and (last.step, last.side) == (piece.step, piece.side):  # a set in between is done
        yield from (phase for phase in between if phase.kind is PhaseKind.REST)
    elif (lead := _preparing(plan, place)) is not None:
        yield lead if last is not None and last.step == piece.step else _made_ready(plan, lead)


def _preparing(plan: Plan, place: int) -> Phase | None:
    """What makes ready for a piece: for a later set of a step, what made ready for the first."""
    piece = plan.phases[place]
    for earlier in reversed(plan.phases[:place]):
        if (earlier.step, earlier.side) != (piece.step, piece.side):
            return None
        if earlier.kind.prepares:
            return earlier
    return None


def _made_ready(plan: Plan, lead: Phase) -> Phase:
    """Getting ready, as long as the step's own, for a side one does not change over to."""
    own = next((it for it in plan.phases if it.step == lead.step and it.kind is PhaseKind.GET_READY), lead)
    return replace(lead, kind=PhaseKind.GET_READY, seconds=own.seconds)
