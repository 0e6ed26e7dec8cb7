"""What the ring and the pulse look like at a moment, and when the next picture is due: functions of now."""

import math
from dataclasses import dataclass

from acutimer.core.counting import count_of, done_of
from acutimer.core.pacing import Motion, beat_of, lift, stillness_seconds, swell
from acutimer.core.session import Held, Running, Session, Why
from acutimer.ui.session.words.times import clock

FRAME_SECONDS = 1 / 30
SLOWEST_FRAME_SECONDS = 0.25
RING_STEP_PX = 1.5  # how far the ring's end moves from one picture to the next
PAN_SECONDS, FADE_SECONDS = 0.7, 0.12


@dataclass(frozen=True, slots=True)
class Face:
    """What the lens shows besides the figure.

    `to_go` is the share of the time that remains, None where there is no end to count to; `notch` the share at
    which the technique changes, 0 for none; with `reps` the ring counts `done` of them instead. `motion` is
    the part of the beat; `swell` the pulse's size, `lift` how high a repetition stands, both 0 to 1.
    `is_ember` says that this is practice.
    """

    to_go: float | None = None
    notch: float = 0.0
    reps: int = 0
    done: int = 0
    motion: Motion | None = None
    swell: float = 0.0
    lift: float = 0.0
    is_ember: bool = False
    is_held: bool = False
    bubble: str = ""


def face_of(session: Session, now: float, paused: str, *, reduced_motion: bool) -> Face:
    """The face at `now`. `paused` is the word for a session that is held by its user."""
    phase = session.phase
    if phase is None:
        return Face(is_held=True)
    elapsed, left = session.elapsed(now), session.left(now)
    grown, raised = swell(phase, elapsed), lift(phase, elapsed)
    if reduced_motion:
        grown, raised = float(grown >= 0.5), float(raised >= 0.5)
        left = None if left is None else float(math.ceil(left - 1e-6))
    beat = beat_of(phase, elapsed)
    bubble = ""
    if isinstance(session.state, Held):
        is_pause = session.state.why is Why.PAUSED
        bubble = paused if is_pause or left is None else clock(left)
    to_go = min(1.0, left / phase.seconds) if left is not None and phase.seconds else None
    notch = phase.circle_seconds / phase.seconds if phase.seconds else 0.0
    return Face(
        to_go=to_go,
        notch=notch if notch < 1 else 0.0,
        reps=count_of(phase),
        done=done_of(phase, elapsed),
        motion=None if beat is None else beat.motion,
        swell=grown,
        lift=raised,
        is_ember=phase.kind.is_practice,
        is_held=isinstance(session.state, Held),
        bubble=bubble,
    )


def progress_of(session: Session, now: float, *, pans: bool, reduced_motion: bool) -> float:
    """How far the lens has turned to the phase's own scene, 0 to 1; it begins with the phase."""
    elapsed = session.elapsed(now)
    if reduced_motion:
        return 1.0 if pans else min(1.0, elapsed / FADE_SECONDS)
    share = min(1.0, elapsed / PAN_SECONDS)
    return share * share * (3 - 2 * share)


def seconds_to_next_picture(session: Session, now: float, ring_px: float, *, is_turning: bool, reduced: bool) -> float:
    """After how many seconds something on the page looks different. `ring_px` is the ring's length in px."""
    phase = session.phase
    if phase is None or not isinstance(session.state, Running):
        return math.inf
    elapsed, left = session.elapsed(now), session.left(now)
    if is_turning:
        return FRAME_SECONDS
    to_second = math.inf if left is None else _to_next_step(left, 1.0)
    if reduced:
        return to_second
    waits = [to_second]
    still = stillness_seconds(phase, elapsed)
    waits.append(FRAME_SECONDS if still <= 0 else still)
    if count_of(phase):
        waits.append(_to_next_step(phase.seconds - elapsed, 1.0) if phase.seconds else math.inf)
        if phase.tempo is not None:
            waits.append(FRAME_SECONDS * 2)
    elif phase.seconds:
        waits.append(min(SLOWEST_FRAME_SECONDS, RING_STEP_PX * phase.seconds / ring_px))
    if phase.beat_seconds:
        waits.append(_to_next_step(-elapsed, phase.beat_seconds))
    return max(FRAME_SECONDS, min(waits))


def _to_next_step(counting_down: float, step: float) -> float:
    """How long until a number that falls steadily reaches the next multiple of `step`."""
    rest = math.fmod(counting_down, step)
    rest = rest if rest > 1e-6 else rest + step
    return rest + 0.002
