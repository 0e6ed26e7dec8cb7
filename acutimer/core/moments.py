"""What deserves a tone or a word: the moments between two looks at a session, each once and in order."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from acutimer.core.planning import Phase, PhaseKind
from acutimer.core.session import Over, Running, Session

LAST_SECONDS = 5.0
LAST_REPS = 5
SHORTEST_HALVED_SECONDS = 40.0
SHORTEST_COUNTED_SECONDS = 15.0
FEWEST_COUNTED_REPS = 10
_SAME_SECONDS = 1e-6  # a pause and going on move the clock's last digits


class Cue(StrEnum):
    """A moment one should hear without looking."""

    BEGIN = "begin"  # practice begins
    SWITCH = "switch"  # hands off: change over, get ready, rest or wait
    CHANGE = "change"  # the technique changes within a phase: from pressing to circles
    HALFWAY = "halfway"
    LAST_FIVE = "last_five"  # five seconds, or five repetitions, to go
    REP = "rep"  # one repetition done
    END = "end"  # the whole session is over


@dataclass(frozen=True, slots=True)
class Moment:
    """A cue that was due `at` a monotonic second, in the phase at `index` of the plan; None at the very end.

    `count` is how many repetitions are done, where some are counted.
    """

    cue: Cue
    index: int | None
    at: float
    count: int | None = None


def has_entered(before: Session, after: Session) -> bool:
    """Whether a phase began between two values of one session, and is not over; going on after a pause begins none."""
    return after.index is not None and (len(after.lived) > len(before.lived) or before.index is None)


def moments_between(before: Session, was: float, after: Session, now: float) -> tuple[Moment, ...]:
    """Every moment since `before` was seen at `was`, when at `now` the session is `after`.

    `after` is `before` with the time passed and at most one control used at `now`. Pausing, going on and stopping
    make no moments.
    """
    advanced = before.advance(now)
    return (*_passed(before, was, advanced, now), *_turned(advanced, after, now))


def to_next_moment(session: Session, now: float) -> float:
    """Seconds until the next moment of a running session, or its phase's end; infinite where nothing comes."""
    phase = session.phase
    if phase is None or phase.seconds is None or not isinstance(session.state, Running):
        return math.inf
    elapsed = session.elapsed(now)
    later = (seconds for seconds, _, _ in _cues(phase) if seconds > elapsed + _SAME_SECONDS)
    return next(later, phase.seconds) - elapsed


def _passed(before: Session, was: float, advanced: Session, now: float) -> Iterator[Moment]:
    """What the time alone brought."""
    if not isinstance(before.state, Running):
        return
    began, seen = before.state.began_at, before.elapsed(was)
    for lived in advanced.lived[len(before.lived) :]:
        yield from _within(lived.phase, lived.index, began, seen, lived.done_seconds)
        began, seen = began + lived.done_seconds, 0.0
        upcoming = lived.index + 1
        if upcoming == len(advanced.plan.phases):
            yield Moment(Cue.END, None, began)
        else:
            yield _entered(advanced.plan.phases[upcoming], upcoming, began)
    if advanced.phase is not None and advanced.index is not None:
        yield from _within(advanced.phase, advanced.index, began, seen, advanced.elapsed(now))


def _turned(advanced: Session, after: Session, now: float) -> Iterator[Moment]:
    """What a control brought."""
    if isinstance(after.state, Over):
        if not after.state.stopped and not isinstance(advanced.state, Over):
            yield Moment(Cue.END, None, now)
    elif has_entered(advanced, after) and after.phase is not None and after.index is not None:
        yield _entered(after.phase, after.index, now)


def _entered(phase: Phase, index: int, at: float) -> Moment:
    return Moment(Cue.BEGIN if phase.kind.is_practice else Cue.SWITCH, index, at)


def _within(phase: Phase, index: int, began: float, seen: float, elapsed: float) -> Iterator[Moment]:
    for seconds, cue, count in _cues(phase):
        if seen + _SAME_SECONDS < seconds <= elapsed + _SAME_SECONDS:
            yield Moment(cue, index, began + seconds, count)


@lru_cache(maxsize=16)
def _cues(phase: Phase) -> tuple[tuple[float, Cue, int | None], ...]:
    """The moments inside a phase: seconds from its beginning, in order. The last repetition is the phase's end."""
    seconds = phase.seconds
    if seconds is None or not phase.kind.is_practice or phase.kind is PhaseKind.BREATHS:
        return ()
    if phase.reps is not None and phase.tempo is not None:
        few = phase.reps - LAST_REPS if phase.reps >= FEWEST_COUNTED_REPS else None
        return tuple(
            (done * phase.tempo.seconds, Cue.LAST_FIVE if done == few else Cue.REP, done)
            for done in range(1, phase.reps)
        )
    found: list[tuple[float, Cue, int | None]] = []
    if 0 < phase.circle_seconds < seconds:
        found.append((seconds - phase.circle_seconds, Cue.CHANGE, None))
    elif seconds >= SHORTEST_HALVED_SECONDS:
        found.append((seconds / 2 if phase.half_seconds is None else phase.half_seconds, Cue.HALFWAY, None))
    if seconds >= SHORTEST_COUNTED_SECONDS:
        found.append((seconds - LAST_SECONDS, Cue.LAST_FIVE, None))
    return tuple(sorted(found))
