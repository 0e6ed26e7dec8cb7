"""What the ring and the pacer look like at a moment: functions of now."""

import math
from dataclasses import dataclass

from acutimer.core.counting import count_of, done_of
from acutimer.core.pacing import Motion, beat_of, circle_turn, swell
from acutimer.core.planning import PhaseKind
from acutimer.core.session import Held, Session, Why
from acutimer.ui.session.lens.acts.acts import act_of
from acutimer.ui.session.lens.pacer import breath_at, pat_at, step_at
from acutimer.ui.session.words.times import clock

PAN_SECONDS, FADE_SECONDS = 0.7, 0.12


@dataclass(frozen=True, slots=True)
class Face:
    """What the lens shows besides the figure.

    `to_go` is the share of the time that remains, None where there is no end to count to; `notch` the share at
    which the technique changes, 0 for none; with `reps` the ring counts `done` of them instead. `motion` is
    the part of the beat. The pacer: `swell` is the pulse's size, 0 to 1; `turn` how far round the point a circle is,
    None while none is made; `breath` how wide the ring of breath is, 0 out and 1 in; `pat` where a pat lands just
    now; `step` the picture of a practice that moves. `is_ember` says that this is practice.
    """

    to_go: float | None = None
    notch: float = 0.0
    reps: int = 0
    done: int = 0
    motion: Motion | None = None
    swell: float = 0.0
    turn: float | None = None
    breath: float | None = None
    pat: Motion | None = None
    step: int = 0
    is_ember: bool = False
    is_held: bool = False
    bubble: str = ""


def face_of(session: Session, now: float, paused: str, *, reduced_motion: bool) -> Face:
    """The face at `now`. `paused` is the word for a session that is held by its user."""
    phase = session.phase
    if phase is None:
        return Face(is_held=True)
    elapsed, left = session.elapsed(now), session.left(now)
    beat, act = beat_of(phase, elapsed), act_of(phase.subject)
    grown, turn, breath, pat = (
        swell(phase, elapsed),
        circle_turn(phase, elapsed),
        breath_at(phase, elapsed),
        pat_at(phase, elapsed),
    )
    if reduced_motion:
        is_let_go = beat is not None and beat.motion is Motion.RELEASE
        # With the word, not half way through the movement: pictures are a second apart then.
        grown, turn, pat = float(phase.kind is PhaseKind.PRESS and not is_let_go), None, None
        breath = None if breath is None else float(breath >= 0.5)
        left = None if left is None else float(math.ceil(left - 1e-6))
    bubble = ""
    if isinstance(session.state, Held):
        is_pause = session.state.why is Why.PAUSED
        bubble = paused if is_pause or left is None else clock(left)
    to_go = min(1.0, left / phase.seconds) if left is not None and phase.seconds else None
    notch = phase.circle_seconds / phase.seconds if phase.seconds else 0.0
    moves = act is not None and phase.kind.is_practice
    return Face(
        to_go=to_go,
        notch=notch if notch < 1 else 0.0,
        reps=count_of(phase),
        done=done_of(phase, elapsed),
        motion=None if beat is None else beat.motion,
        swell=grown,
        turn=turn,
        breath=breath,
        pat=pat,
        step=step_at(act, phase, elapsed, reduced_motion=reduced_motion) if act is not None and moves else 0,
        is_ember=phase.kind.is_practice,
        is_held=isinstance(session.state, Held),
        bubble=bubble,
    )


def progress_of(session: Session, now: float, *, pans: bool, reduced_motion: bool) -> float:
    """How far the lens has turned to the phase's own scene, 0 to 1; it begins with the phase.

    While the session is held it is all the way there: a figure half turned would stand so for as long.
    """
    elapsed = session.elapsed(now)
    if isinstance(session.state, Held):
        return 1.0
    if reduced_motion:
        return 1.0 if pans else min(1.0, elapsed / FADE_SECONDS)
    share = min(1.0, elapsed / PAN_SECONDS)
    return share * share * (3 - 2 * share)
