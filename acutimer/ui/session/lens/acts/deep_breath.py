"""A deep breath, seen from the side: the belly and then the chest widen, one hand lies on the belly and feels it."""

import math
from collections.abc import Mapping

from acutimer.core.body import Figure
from acutimer.core.planning import Phase
from acutimer.core.splines import Place
from acutimer.ui.session.lens.acts.act import Drawn, Rect
from acutimer.ui.session.lens.acts.bending import bearing, soft_step
from acutimer.ui.session.lens.acts.side_body import (
    ELBOW,
    FIGURE,
    FOREARM,
    SHOULDER,
    UPPER_ARM,
    WRIST,
    Arm,
    Stance,
    posed,
)

TECHNIQUE = "deep-breaths"
POSES = 12
BELLY_OUT, CHEST_OUT, CHEST_UP = 18.0, 8.0, 3.0  # how far they move at the most
UPPER_DEGREES = -27.0
RECT: Rect = (-170.0, -12.0, 320.0, 640.0)


class DeepBreath:
    """Share 0 has breathed out, 1 in."""

    subject = TECHNIQUE
    base = FIGURE
    center: Place = (0.0, 290.0)
    across = 610.0
    figures = (FIGURE, *(f"{TECHNIQUE} {number}" for number in range(POSES)))
    period_seconds = None
    steps = POSES
    moving: Rect | None = RECT

    def drawn(self, share: float) -> tuple[Drawn, ...]:
        """The body so full of breath."""
        return (Drawn(f"{TECHNIQUE} {round(share * (POSES - 1))}"),)

    def share(self, phase: Phase, elapsed: float) -> float:
        """How much of the breath is in; out before the first and after the last."""
        whole = phase.in_seconds + phase.out_seconds
        if whole <= 0 or elapsed <= 0 or (phase.seconds is not None and elapsed >= phase.seconds):
            return 0.0
        within = math.fmod(elapsed, whole)
        if within < phase.in_seconds:
            return soft_step(within / phase.in_seconds)
        return 1.0 - soft_step((within - phase.in_seconds) / phase.out_seconds)

    def pose(self, drawings: Mapping[str, Figure], figure_id: str) -> Figure:
        """The body so full of breath."""
        return posed(drawings[FIGURE], stance_at(int(figure_id.split(" ")[1]) / (POSES - 1)), figure_id, RECT)

    def frame(self, _drawings: Mapping[str, Figure], _figure_id: str) -> Rect:
        """The same for all of them."""
        return RECT


def stance_at(share: float) -> Stance:
    """How the body stands: the belly fills first, the chest after it, and the hand goes with the belly."""
    belly = BELLY_OUT * math.sin(share * math.pi / 2)
    chest = CHEST_OUT * share
    lifted = CHEST_UP * share

    def flesh(there: Place) -> Place:
        x, y = there
        front = soft_step((34 - x) / 80)
        out = belly * _hump(y, 392, 58) + chest * _hump(y, 268, 62)
        return (x - out * front, y - lifted * soft_step((430 - y) / 120))

    upper = UPPER_DEGREES - 1.5 * share
    elbow = _below(SHOULDER, UPPER_ARM, upper)
    wrist = (-17.0 - 0.85 * belly, 384.0)
    seen = math.dist(elbow, wrist) / FOREARM
    lower = bearing(elbow, wrist) - bearing(ELBOW.pivot, WRIST.pivot)
    return Stance(arm=Arm(upper, lower, 84.0, seen, 0.55, 0.5), flesh=flesh)


def _below(there: Place, length: float, degrees: float) -> Place:
    turn = math.radians(degrees)
    return (there[0] - length * math.sin(turn), there[1] + length * math.cos(turn))


def _hump(y: float, middle: float, width: float) -> float:
    return math.exp(-(((y - middle) / width) ** 2))
