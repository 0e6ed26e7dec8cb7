"""Sitting down on a chair and standing up from it, seen from the side; the feet stay where they are."""

import math
from collections.abc import Mapping

from acutimer.core.body import Figure
from acutimer.core.pacing import lift
from acutimer.core.planning import Phase
from acutimer.core.splines import Place
from acutimer.ui.session.lens.acts.act import Drawn, Rect
from acutimer.ui.session.lens.acts.bending import soft_step
from acutimer.ui.session.lens.acts.side_body import (
    ANKLE,
    FIGURE,
    HIP,
    SHANK,
    SOLE_Y,
    THIGH,
    Arm,
    Stance,
    leg_to,
    posed,
)

EXERCISE = "chair-squats"
CHAIR = "chair"
FLOOR = "floor"
POSES = 20
SEATED: Place = (222.0, 700.0)  # the hip joint on the chair
SEAT_Y = 767.0
SOFT = 20.0  # how much of the flesh gives way
BUTTOCK_Y = (410.0, 660.0)  # of the body standing straight: what comes to lie on the seat
RECT: Rect = (-345.0, -10.0, 650.0, 1022.0)


class ChairSquat:
    """Share 0 sits on the chair, 1 stands before it."""

    subject = EXERCISE
    base = FIGURE
    center: Place = (80.0, 525.0)
    across = 1120.0
    figures = (FIGURE, FLOOR, CHAIR, *(f"{EXERCISE} {number}" for number in range(POSES)))
    period_seconds = None
    steps = POSES
    moving: Rect | None = RECT

    def drawn(self, share: float) -> tuple[Drawn, ...]:
        """The chair stands still; the body before it."""
        return (
            Drawn(FLOOR, at=(0.0, SOLE_Y)),
            Drawn(CHAIR),
            Drawn(f"{EXERCISE} {round(share * (POSES - 1))}"),
        )

    def share(self, phase: Phase, elapsed: float) -> float:
        """How high the repetition stands."""
        return lift(phase, elapsed)

    def pose(self, drawings: Mapping[str, Figure], figure_id: str) -> Figure:
        """The body so far up."""
        share = int(figure_id.split(" ")[1]) / (POSES - 1)
        return posed(drawings[FIGURE], stance_at(share), figure_id, RECT)

    def frame(self, _drawings: Mapping[str, Figure], _figure_id: str) -> Rect:
        """The same for all of them."""
        return RECT


def stance_at(share: float) -> Stance:
    """How the body stands: the hips go back before they go down, and the trunk leans forwards to balance them."""
    down = 1 - share
    back = 0.55 * math.sin(down * math.pi / 2) + 0.45 * down
    sunk = 0.25 * down + 0.75 * down**2 * (3 - 2 * down)
    x = HIP[0] + (SEATED[0] - HIP[0]) * back
    y = HIP[1] + (SEATED[1] - HIP[1]) * sunk
    hip = (x, max(y, _highest_y(x)))
    lean = 6 * down + 34 * math.sin(math.pi * down) ** 1.2
    raised = 82 * down**0.8
    arm = Arm(raised, raised + 5 * down, raised + 3 * down)
    return Stance(hip, lean, 0.55 * lean, leg_to(hip, ANKLE), arm=arm, press=_seated)


def _highest_y(x: float) -> float:
    """How high the hips can be over there with the feet on the floor."""
    far = (THIGH + SHANK) * 0.9999
    return ANKLE[1] - math.sqrt(far**2 - (ANKLE[0] - x) ** 2)


def _seated(drawn: Place, there: Place) -> Place:
    """The seat flattens what sits on it: the buttock and the back of the thigh."""
    over, high, low = there[1] - SEAT_Y + SOFT, *BUTTOCK_Y
    given = soft_step((drawn[1] - high + 30) / 60) * soft_step((low + 40 - drawn[1]) / 80)
    if over <= 0 or drawn[0] < HIP[0]:
        return there
    return (there[0], there[1] + given * (SOFT * math.tanh(over / SOFT) - over))
