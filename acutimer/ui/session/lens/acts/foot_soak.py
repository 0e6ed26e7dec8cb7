"""Both feet in a basin of warm water: a slow wave on it, and a little warmth rising.

The unit is the millimetre of the view of the lower leg from outside.
"""

import math
from collections.abc import Mapping
from dataclasses import replace

from acutimer.core.body import Edge, Figure, Part, Role
from acutimer.core.splines import Place
from acutimer.ui.session.lens.acts.act import Drawn, Rect
from acutimer.ui.session.lens.acts.bending import Bend, bent, soft_step
from acutimer.ui.session.lens.acts.cycle import Cycle
from acutimer.ui.session.lens.acts.shading import in_shade

TECHNIQUE = "foot-soak"
FIGURE = "leg_outer"
BASIN, FRONT, WATER, WISP, FLOOR = "basin", "basin-front", "basin-water", "wisp", "floor"
FAR = f"{TECHNIQUE} far"
WAVES = 16
PERIOD_SECONDS = 4.0  # one wave; product choice: as calm as a breath
WAVE_MM, WAVE_LENGTH_MM = 3.0, 140.0
WATER_Y, STILL_Y = 318.0, 372.0  # below this the water stands still
FLOOR_Y = 500.0
FLOOR_SCALE = 0.5  # the floor is drawn for whole bodies
FAR_AT: Place = (26.0, -9.0)
WISPS: tuple[Place, ...] = ((-158.0, 300.0), (-112.0, 306.0), (-66.0, 302.0), (124.0, 304.0))
RISE_MM = 64.0


class FootSoak(Cycle):
    """One wave; the warmth rises once as it passes."""

    subject = TECHNIQUE
    base = FIGURE
    center: Place = (-30.0, 330.0)
    across = 500.0
    figures = (FIGURE, FLOOR, BASIN, FAR, FRONT, WISP, *(f"{TECHNIQUE} {number}" for number in range(WAVES)))
    period_seconds: float = PERIOD_SECONDS
    steps = WAVES
    moving: Rect | None = (-250.0, 128.0, 440.0, 366.0)

    def drawn(self, share: float) -> tuple[Drawn, ...]:
        """The basin, the legs in it, the water before them, the warmth above."""
        number = round(share * WAVES) % WAVES
        now = number / WAVES
        return (
            Drawn(FLOOR, at=(0.0, FLOOR_Y), scale=FLOOR_SCALE),
            Drawn(BASIN),
            Drawn(FAR, at=FAR_AT),
            Drawn(FIGURE),
            Drawn(f"{TECHNIQUE} {number}"),
            Drawn(FRONT),
            *(_wisp(place, (now + 0.37 * index) % 1.0) for index, place in enumerate(WISPS)),
        )

    def pose(self, drawings: Mapping[str, Figure], figure_id: str) -> Figure:
        """The far leg, or the water with the wave so far along."""
        if figure_id == FAR:
            leg = drawings[FIGURE]
            skin = next(part for part in leg.parts if isinstance(part, Part))
            return replace(leg, id=figure_id, parts=(in_shade(skin, Edge(Role.OUTLINE, 1.2, 0.8)),))
        return bent(drawings[WATER], wave_at(int(figure_id.split(" ")[1]) / WAVES), figure_id)

    def frame(self, drawings: Mapping[str, Figure], figure_id: str) -> Rect:
        """That of the drawing it is made from."""
        return drawings[FIGURE if figure_id == FAR else WATER].rect


def wave_at(share: float) -> Bend:
    """The surface going up and down, less and less the deeper the water."""

    def bend(there: Place) -> Place:
        x, y = there
        near = soft_step((STILL_Y - y) / (STILL_Y - WATER_Y))
        return (x, y + near * WAVE_MM * math.sin(math.tau * (x / WAVE_LENGTH_MM - share)))

    return bend


def _wisp(place: Place, risen: float) -> Drawn:
    return Drawn(WISP, at=(place[0], place[1] - RISE_MM * risen), opacity=math.sin(math.pi * risen) ** 1.5)
