"""Which points belong to which area, and in which order one walks them."""

from collections.abc import Mapping

from acutimer.core.body import Figure, OnLimb
from acutimer.core.placing import place
from acutimer.core.points import Area, Point
from acutimer.core.sides import Side

# The stretch of the leg each area shows, in cun from the knee's crease downwards. Knee and lower leg overlap.
LEVELS = {Area.KNEE: (-5.0, 4.0), Area.LOWER_LEG: (1.0, 14.0), Area.ANKLE_FOOT: (14.0, 18.0)}
BODIES = ("body_front", "body_back", "body_side")


def points_of(area: Area, figures: Mapping[str, Figure], points: Mapping[str, Point]) -> frozenset[str]:
    """The codes of the points that lie in an area, by where they stand on the whole body."""
    return frozenset(code for code in points if area in areas_of(code, figures, points))


def areas_of(code: str, figures: Mapping[str, Figure], points: Mapping[str, Point]) -> tuple[Area, ...]:
    """The areas a point lies in, its own first. A pair lies nowhere: its members do."""
    if points[code].members:
        return ()
    own = points[code].area
    rows = (figures[body].placements.get(code) for body in BODIES)
    level = next((row.level for row in rows if isinstance(row, OnLimb)), None)
    if level is None:
        return (own,)
    around = [area for area, (low, high) in LEVELS.items() if low <= level < high]
    return tuple(sorted(around, key=lambda area: area is not own))


def walk(figure: Figure, codes: frozenset[str]) -> tuple[str, ...]:
    """The points a figure shows, in anatomical order: downwards, and from outside inwards at the same height."""
    spots = {code: place(figure, code, Side.LEFT) for code in codes}
    across = figure.lateral or figure.anterior
    row = figure.cun / 3

    def order(code: str) -> tuple[int, float]:
        spot = spots[code]
        assert spot is not None
        return round(spot[1] / row), -across * spot[0]

    return tuple(sorted((code for code, spot in spots.items() if spot is not None), key=order))
