"""When the next picture of a session is due: exactly when something looks different, and seldom where it can be."""

import math

from acutimer.core.counting import count_of
from acutimer.core.pacing import circle_turn, stillness_seconds, to_next_beat
from acutimer.core.planning import Phase, PhaseKind
from acutimer.core.session import Running, Session
from acutimer.ui.session.lens.acts.act import Act
from acutimer.ui.session.lens.acts.acts import act_of
from acutimer.ui.session.lens.pacer import MARK_SECONDS, pat_at, step_at

FRAME_SECONDS = 1 / 24
ACT_FRAME_SECONDS = 1 / 12  # of a practice that moves, and of a breath
SLOWEST_FRAME_SECONDS = 1.0
RING_STEP_PX = 5.0  # how far the ring's end moves from one picture to the next
_JUST_AFTER = 0.002  # a picture of a second must not be painted just before it


def seconds_to_next_picture(session: Session, now: float, ring_px: float, *, is_turning: bool, reduced: bool) -> float:
    """After how many seconds something on the page looks different. `ring_px` is the ring's length in px."""
    phase = session.phase
    if phase is None or not isinstance(session.state, Running):
        return math.inf
    if is_turning:
        return FRAME_SECONDS
    elapsed, left = session.elapsed(now), session.left(now)
    waits = [math.inf if left is None else to_next_step(left, 1.0)]
    act = act_of(phase.subject) if phase.kind.is_practice else None
    if act is not None:
        waits.append(_to_next_act_picture(act, phase, elapsed, reduced=reduced))
    if not reduced:
        waits += _pacer(phase, elapsed)
        if left is not None and phase.seconds and not count_of(phase):
            waits.append(to_next_step(left, ring_seconds(phase.seconds, ring_px)))
    return max(FRAME_SECONDS, min(waits))


def ring_seconds(phase_seconds: float, ring_px: float) -> float:
    """How long the end of a ring stands before it steps on. It goes a whole number of steps each second."""
    wanted = ring_px / (phase_seconds * RING_STEP_PX)
    return 1.0 / min(round(1 / FRAME_SECONDS), max(round(1 / SLOWEST_FRAME_SECONDS), math.floor(wanted)))


def to_next_step(counting_down: float, step: float) -> float:
    """How long until a number that falls steadily reaches the next multiple of `step`."""
    rest = math.fmod(counting_down, step)
    rest = rest if rest > 1e-6 else rest + step
    return rest + _JUST_AFTER


def _pacer(phase: Phase, elapsed: float) -> list[float]:
    """The waits for what beats: the pulse, a circle, a breath, a pat, the next part of the beat."""
    if circle_turn(phase, elapsed) is not None:
        return [FRAME_SECONDS]
    waits = [to_next_beat(phase, elapsed) + _JUST_AFTER]
    still = stillness_seconds(phase, elapsed)
    waits.append(FRAME_SECONDS if still <= 0 else still)
    if phase.kind is PhaseKind.BREATHS:
        waits.append(ACT_FRAME_SECONDS)
    if pat_at(phase, elapsed) is not None:
        waits.append(MARK_SECONDS - math.fmod(elapsed, phase.beat_seconds) + _JUST_AFTER)
    return waits


def _to_next_act_picture(act: Act, phase: Phase, elapsed: float, *, reduced: bool) -> float:
    """When the picture of a movement is another one, at most twelve times a second."""
    here = step_at(act, phase, elapsed, reduced_motion=reduced)
    if reduced and act.period_seconds is not None:
        return math.inf
    if act.period_seconds is not None:
        step = act.period_seconds / act.steps
        return max(ACT_FRAME_SECONDS, to_next_step(-elapsed, step))
    for frame in range(1, round(SLOWEST_FRAME_SECONDS / ACT_FRAME_SECONDS) + 1):
        if step_at(act, phase, elapsed + frame * ACT_FRAME_SECONDS, reduced_motion=reduced) != here:
            return frame * ACT_FRAME_SECONDS
    return SLOWEST_FRAME_SECONDS
