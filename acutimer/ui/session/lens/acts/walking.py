"""Walking at an easy pace, seen from the side: the body stays in the middle, the ground moves past."""

import math
from collections.abc import Mapping

from acutimer.core.body import Figure
from acutimer.core.splines import Place
from acutimer.ui.session.lens.acts.act import Drawn, Rect
from acutimer.ui.session.lens.acts.cycle import Cycle
from acutimer.ui.session.lens.acts.gait import hip_at, leg_at, on_ground
from acutimer.ui.session.lens.acts.side_body import FIGURE, SOLE_Y, Arm, Stance, posed

TECHNIQUE = "walking"
FLOOR, MARKS = "floor", "floor-marks"
POSES = 18
PERIOD_SECONDS = 1.8  # two steps; product choice: an easy pace of 67 steps a minute
STRIDE = 400.0  # two steps, in thousandths of the stature: short ones
MARK_GAP = 100.0  # how far the marks on the ground are from each other
RECT: Rect = (-245.0, -10.0, 450.0, 1020.0)


class Walking(Cycle):
    """One cycle of two steps; the left foot touches the ground at share 0."""

    subject = TECHNIQUE
    base = FIGURE
    center: Place = (0.0, 520.0)
    across = 1120.0
    figures = (FIGURE, FLOOR, MARKS, *(f"{TECHNIQUE} {number}" for number in range(POSES)))
    period_seconds: float = PERIOD_SECONDS
    steps = POSES
    moving: Rect | None = (-560.0, -14.0, 1120.0, 1094.0)

    def drawn(self, share: float) -> tuple[Drawn, ...]:
        """The ground with its marks moving backwards, and the walker."""
        number = round(share * POSES) % POSES
        shift = (STRIDE * number / POSES) % MARK_GAP
        return (
            Drawn(FLOOR, at=(0.0, SOLE_Y)),
            Drawn(MARKS, at=(shift, SOLE_Y)),
            Drawn(f"{TECHNIQUE} {number}"),
        )

    def pose(self, drawings: Mapping[str, Figure], figure_id: str) -> Figure:
        """The walker at that step."""
        return posed(drawings[FIGURE], stance_at(int(figure_id.split(" ")[1]) / POSES), figure_id, RECT)

    def frame(self, _drawings: Mapping[str, Figure], _figure_id: str) -> Rect:
        """The same for all of them."""
        return RECT


def stance_at(share: float) -> Stance:
    """How the walker is held: each arm swings with the leg of the other side."""
    hip, swing = hip_at(share), math.cos(2 * math.pi * share)
    near, far = leg_at(share, STRIDE, hip), leg_at(share + 0.5, STRIDE, hip)
    return Stance(hip, 3.0, 2.0, near, far, _arm(-swing), _arm(swing), press=on_ground)


def _arm(swing: float) -> Arm:
    upper = 1 + 18 * swing
    lower = upper + 9 + 9 * max(0.0, swing)
    return Arm(upper, lower, lower + 2)
