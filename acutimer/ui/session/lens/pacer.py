"""The beat as the lens draws it: which picture of a movement, how wide the breath, whether a pat lands. Of now only."""

import math

from acutimer.core.pacing import Motion, beat_of
from acutimer.core.planning import Phase, PhaseKind
from acutimer.ui.session.lens.acts.act import Act

MARK_SECONDS = 0.2  # so long one sees where a pat has landed
_SOON = 1e-6


def step_at(act: Act, phase: Phase, elapsed: float, *, reduced_motion: bool = False) -> int:
    """Which of its pictures a movement shows, 0 to `steps` - 1. A still one where motion is reduced."""
    share = act.share(phase, elapsed)
    if reduced_motion:
        if act.period_seconds is not None:
            return 0
        share = float(share >= 0.5)
    if act.period_seconds is not None:
        return int(share * act.steps + _SOON) % act.steps
    return round(share * (act.steps - 1))


def share_at(act: Act, step: int) -> float:
    """How far the movement has come in one of its pictures: one that goes round does not show its end twice."""
    return step / act.steps if act.period_seconds is not None else step / (act.steps - 1)


def breath_at(phase: Phase, elapsed: float) -> float | None:
    """How wide the ring of breath is: 0 out, 1 in; None where no breath is paced."""
    if phase.kind is not PhaseKind.BREATHS:
        return None
    beat = beat_of(phase, elapsed)
    if beat is None:
        return None
    share = beat.seconds_in / beat.parts[beat.now].seconds
    eased = (1 - math.cos(math.pi * share)) / 2
    return eased if beat.motion is Motion.IN else 1 - eased


def pat_at(phase: Phase, elapsed: float) -> Motion | None:
    """Where a pat lands just now; None between two of them."""
    if phase.kind is not PhaseKind.PATS or not phase.beat_seconds:
        return None
    beat = beat_of(phase, elapsed)
    if beat is None:
        return None
    within = math.fmod(beat.seconds_in + _SOON, phase.beat_seconds)
    return beat.motion if within < MARK_SECONDS else None
