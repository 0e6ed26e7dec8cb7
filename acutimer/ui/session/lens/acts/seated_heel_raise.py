"""Lifting the heels while one sits on a chair, seen from the side: the balls of the feet stay where they are."""

from collections.abc import Mapping
from dataclasses import replace

from acutimer.core.body import Figure
from acutimer.core.pacing import lift
from acutimer.core.planning import Phase
from acutimer.core.splines import Place
from acutimer.ui.session.lens.acts.act import Drawn, Rect
from acutimer.ui.session.lens.acts.bending import turned
from acutimer.ui.session.lens.acts.chair_squat import CHAIR, FLOOR, SEATED, stance_at
from acutimer.ui.session.lens.acts.side_body import ANKLE, BALL, FIGURE, SOLE_Y, Stance, arm_to, leg_to, posed

EXERCISE = "heel-raises-seated"
POSES = 12
HIGHEST_DEGREES = 27.0
ON_THIGH: Place = (92.0, 652.0)  # where the wrist rests
HAND_DEGREES = 78.0
GHOST = 0.22
RECT: Rect = (-290.0, 330.0, 790.0, 690.0)


class SeatedHeelRaise:
    """Share 0 has the feet flat, 1 the heels as high as they go; flat they stay as a ghost."""

    subject = EXERCISE
    base = FIGURE
    center: Place = (96.0, 742.0)
    across = 700.0
    figures = (FIGURE, FLOOR, CHAIR, *(f"{EXERCISE} {number}" for number in range(POSES)))
    period_seconds = None
    steps = POSES
    moving: Rect | None = RECT

    def drawn(self, share: float) -> tuple[Drawn, ...]:
        """The chair stands still; on it the ghost and the body."""
        number = round(share * (POSES - 1))
        ghost = (Drawn(f"{EXERCISE} 0", opacity=GHOST),) if number else ()
        return (Drawn(FLOOR, at=(0.0, SOLE_Y)), Drawn(CHAIR), *ghost, Drawn(f"{EXERCISE} {number}"))

    def share(self, phase: Phase, elapsed: float) -> float:
        """How high the repetition stands."""
        return lift(phase, elapsed)

    def pose(self, drawings: Mapping[str, Figure], figure_id: str) -> Figure:
        """The heels so far up."""
        share = int(figure_id.split(" ")[1]) / (POSES - 1)
        return posed(drawings[FIGURE], sitting_at(share), figure_id, RECT)

    def frame(self, _drawings: Mapping[str, Figure], _figure_id: str) -> Rect:
        """The same for all of them."""
        return RECT


def sitting_at(share: float) -> Stance:
    """How one sits, upright, the hands on the thighs; the ankle goes round the ball of the foot."""
    degrees = HIGHEST_DEGREES * share
    ankle = turned(ANKLE, BALL, -degrees)
    leg = leg_to(SEATED, ankle, -degrees, degrees)
    rise = ankle[1] - ANKLE[1]
    sat = replace(stance_at(0.0), lean=2.0, head=1.0, near=leg)
    return replace(sat, arm=arm_to(sat, (ON_THIGH[0], ON_THIGH[1] + 0.6 * rise), HAND_DEGREES))
