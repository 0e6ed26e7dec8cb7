"""What deserves a tone, seen from one look at the session to the next."""

from enum import StrEnum

from acutimer.core.planning import Phase, PhaseKind
from acutimer.core.session import Over, Running, Session, reps_done

LAST_SECONDS = 5.0
SHORTEST_HALVED_SECONDS = 40.0
SHORTEST_COUNTED_SECONDS = 15.0


class Cue(StrEnum):
    """A moment one should hear without looking."""

    BEGIN = "begin"  # practice begins
    SWITCH = "switch"  # hands off: change over, get ready, rest or wait
    HALFWAY = "halfway"
    LAST_FIVE = "last_five"  # five seconds to go
    REP = "rep"  # one repetition done
    END = "end"  # the whole session is over


def has_entered(before: Session, after: Session) -> bool:
    """Whether a phase began between two values of one session; going on after a pause begins none."""
    if not isinstance(after.state, Running):
        return False
    return len(after.lived) > len(before.lived) or before.index is None


def cue_between(before: Session, was: float, after: Session, now: float) -> Cue | None:
    """The one cue due after `before` was seen at `was` and `after` is seen at `now`, or None."""
    if isinstance(after.state, Over):
        return Cue.END if not isinstance(before.state, Over) and not after.state.stopped else None
    phase = after.phase
    if phase is None or not isinstance(after.state, Running):
        return None
    if has_entered(before, after):
        return Cue.BEGIN if phase.kind.is_practice else Cue.SWITCH
    return _within(phase, before.elapsed(was), after.elapsed(now))


def _within(phase: Phase, was: float, is_now: float) -> Cue | None:
    if not phase.kind.is_practice or phase.seconds is None:
        return None
    done, before = reps_done(phase, is_now), reps_done(phase, was)
    if done is not None and before is not None:
        return Cue.REP if before < done else None
    if phase.kind is PhaseKind.BREATHS:
        return None
    seconds = phase.seconds
    if seconds >= SHORTEST_COUNTED_SECONDS and was < seconds - LAST_SECONDS <= is_now:
        return Cue.LAST_FIVE
    if seconds >= SHORTEST_HALVED_SECONDS and was < seconds / 2 <= is_now:
        return Cue.HALFWAY
    return None
