"""What the small ring and picture show at a moment, and when the next one is due: functions of now."""

import math
from dataclasses import dataclass

from acutimer.core.counting import count_of, done_of
from acutimer.core.pacing import Motion, beat_of, to_next_beat
from acutimer.core.session import Held, Running, Session

OFTEN_SECONDS, SELDOM_SECONDS = 0.25, 1.0
RING_STEP_PX = 1.5  # how far the ring's end moves from one picture to the next, where that is not too often
RAISED = (Motion.RISE, Motion.HOLD, Motion.IN, Motion.PRESS, Motion.CIRCLE)


@dataclass(frozen=True, slots=True)
class DialFace:
    """What the dial shows besides the figure.

    `to_go` is the share of the time that remains, None where nothing counts down; `notch` the share at which the
    technique changes, 0 for none; with `reps` the ring counts `done` of them instead. `is_raised` is the half of the
    beat in which one presses, rises or breathes in: the picture knows only these two.
    """

    to_go: float | None = None
    notch: float = 0.0
    reps: int = 0
    done: int = 0
    is_raised: bool = False
    is_ember: bool = False
    is_held: bool = False


def dial_face_of(session: Session, now: float) -> DialFace:
    """The face at `now`."""
    phase = session.phase
    if phase is None:
        return DialFace(is_held=True)
    elapsed, left = session.elapsed(now), session.left(now)
    beat = beat_of(phase, elapsed)
    notch = phase.circle_seconds / phase.seconds if phase.seconds else 0.0
    return DialFace(
        to_go=min(1.0, left / phase.seconds) if left is not None and phase.seconds else None,
        notch=notch if notch < 1 else 0.0,
        reps=count_of(phase),
        done=done_of(phase, elapsed),
        is_raised=phase.kind.is_practice if beat is None else beat.motion in RAISED,
        is_ember=phase.kind.is_practice,
        is_held=isinstance(session.state, Held),
    )


def seconds_to_next_look(session: Session, now: float, ring_px: float) -> float:
    """After how many seconds the small window looks different; the ring moves four times a second at most.

    `ring_px` is the ring's length. Infinite while the session stands still.
    """
    phase = session.phase
    if phase is None or not isinstance(session.state, Running):
        return math.inf
    elapsed, left = session.elapsed(now), session.left(now)
    waits = [to_next_beat(phase, elapsed)]
    if left is not None and phase.seconds:
        to_digit = math.fmod(left, 1.0)
        waits.append(to_digit if to_digit > 1e-6 else 1.0)
        if not count_of(phase):
            waits.append(max(OFTEN_SECONDS, RING_STEP_PX * phase.seconds / ring_px))
    return min(waits) + 0.002  # a look meant for a change must not come just before it
