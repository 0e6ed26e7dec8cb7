"""The lower leg while the heel is lifted: its own drawing bent, so that the lens can move with the repetitions.

Everything is measured in millimetres on the view of the lower leg from outside, drawn for the left leg.
"""

from collections.abc import Mapping
from dataclasses import replace

from acutimer.core.body import Figure
from acutimer.core.pacing import lift
from acutimer.core.planning import Phase
from acutimer.core.splines import Place
from acutimer.ui.session.lens.acts.act import Drawn, Rect
from acutimer.ui.session.lens.acts.bending import bent, soft_step, turned

EXERCISE = "heel-raises"
FIGURE = "leg_outer"
FLOOR = "floor"
POSES = 12  # from flat to fully raised, near enough to each other to look like one movement
HIGHEST_DEGREES = 26.0
BALL: Place = (-140.0, 472.0)
ANKLE: Place = (32.0, 400.0)
HEEL: Place = (80.0, 452.0)
FLOOR_Y = 480.0
TOES_X, TOES_SPAN = -128.0, 24.0  # in front of this the toes stay on the floor
LEG_Y, BEND_SPAN = 330.0, 70.0  # above this the leg only shifts
BEND_Y = 430.0
FLOOR_SCALE = 0.45  # the floor is drawn for whole bodies
GHOST = 0.22
RECT: Rect = (-215.0, 140.0, 345.0, 420.0)  # no more than the lens shows


class HeelRaise:
    """The foot as high as the repetition stands, and flat as a ghost."""

    subject = EXERCISE
    base = FIGURE
    center: Place = (-20.0, 350.0)
    across = 414.0
    figures = (FIGURE, FLOOR, *(f"{EXERCISE} {number}" for number in range(POSES)))
    period_seconds = None
    steps = POSES
    moving: Rect | None = RECT

    def drawn(self, share: float) -> tuple[Drawn, ...]:
        """The floor, the ghost, the foot."""
        number = pose_at(share)
        ghost = (Drawn(pose_id(0), opacity=GHOST),) if number else ()
        return (Drawn(FLOOR, at=(0.0, FLOOR_Y), scale=FLOOR_SCALE), *ghost, Drawn(pose_id(number)))

    def share(self, phase: Phase, elapsed: float) -> float:
        """How high the repetition stands."""
        return lift(phase, elapsed)

    def pose(self, drawings: Mapping[str, Figure], figure_id: str) -> Figure:
        """The leg lifted so far."""
        degrees = HIGHEST_DEGREES * int(figure_id.split(" ")[1]) / (POSES - 1)
        leg = bent(drawings[FIGURE], lambda there: lifted(there, degrees), figure_id)
        return replace(leg, rect=RECT, fade_top=0.0)

    def frame(self, _drawings: Mapping[str, Figure], _figure_id: str) -> Rect:
        """The same for all of them."""
        return RECT


def pose_at(lift: float) -> int:
    """The pose that shows a repetition standing so high, 0 to 1."""
    return round(lift * (POSES - 1))


def pose_id(number: int) -> str:
    """The id of a pose."""
    return f"{EXERCISE} {number}"


def lifted(there: Place, degrees: float) -> Place:
    """Where a place of the flat leg is when the foot stands on its ball, turned by `degrees`."""
    x, y = there
    shift_x, shift_y = (now - before for now, before in zip(turned(ANKLE, BALL, -degrees), ANKLE, strict=True))
    if y <= LEG_Y:
        return (x + shift_x, y + shift_y)
    turned_x, turned_y = turned(there, BALL, -degrees)
    toes = soft_step((TOES_X - x) / TOES_SPAN)
    turned_x, turned_y = turned_x + (x - turned_x) * toes, turned_y + (y - turned_y) * toes
    leg = soft_step((BEND_Y - y) / BEND_SPAN)
    if x <= -40:
        leg *= soft_step((x + 70) / 60)
    return (turned_x + (x + shift_x - turned_x) * leg, turned_y + (y + shift_y - turned_y) * leg)
