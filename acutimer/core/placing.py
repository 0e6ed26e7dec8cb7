"""Where a point lies in a figure, and which way round the figure is shown."""

import itertools
import math
from collections.abc import Mapping

from acutimer.core.body import Facing, Figure, Offset, OnLimb, Toward, is_inside
from acutimer.core.points import Area
from acutimer.core.settings import Mirror
from acutimer.core.sides import Side
from acutimer.core.splines import Place

# A point at the very edge of a limb is moved in so far, of the half width, that its marker stays on the limb.
_EDGE = 0.90


def place(figure: Figure, code: str, side: Side) -> Place | None:
    """Where the point lies, in the figure's own unit and as drawn, or None where the figure does not show it.

    A bilateral figure has a place for each side (BOTH gives the left's); in others it is the same for both.
    """
    found = _place(figure, code)
    if found is not None and figure.bilateral and side is Side.RIGHT:
        return (-found[0], found[1])
    return found


def is_flipped(figure: Figure, side: Side, mirror: Mirror) -> bool:
    """Whether the drawing is shown flipped from left to right. BOTH counts as left.

    Front and back views have the user's left on the left of the screen, side views the front of the left leg.
    On a chart the front view faces you, and side views are seen from outside the body.
    """
    faces_you = mirror is Mirror.CHART and figure.facing in (Facing.FRONT, Facing.INNER)
    wanted = 1 if faces_you else -1
    if side is Side.RIGHT and not figure.bilateral:
        wanted = -wanted
    is_along = figure.facing in (Facing.FRONT, Facing.BACK)
    return wanted != (figure.lateral if is_along else figure.anterior)


def flip(figure: Figure, there: Place) -> Place:
    """A place of the drawing after the drawing was flipped, or the other way round."""
    left, _, width, _ = figure.rect
    return (2 * left + width - there[0], there[1])


def shown(figure: Figure, code: str, side: Side, mirror: Mirror) -> Place | None:
    """Where the point lies after the flip, still in the figure's unit and inside its rect."""
    found = place(figure, code, side)
    if found is None or not is_flipped(figure, side, mirror):
        return found
    return flip(figure, found)


def views_of(figures: Mapping[str, Figure], code: str) -> tuple[str, ...]:
    """The ids of the views that show the point, the one that shows it best first, whole bodies last.

    Best is most face on and most near: a point at the limb's edge is hard to find, and so is one in a small drawing.
    """
    showing = [figure for figure in figures.values() if code in figure.placements]
    rows = (figure.placements[code] for figure in showing)
    angle = next((row.angle for row in rows if isinstance(row, OnLimb)), None)

    def worse(figure: Figure) -> tuple[bool, float]:
        height_cun = figure.rect[3] / figure.cun
        return (figure.area is None, -(0.05 + max(0.0, _face_on(figure, angle))) / math.sqrt(height_cun))

    return tuple(figure.id for figure in sorted(showing, key=worse))


def area_at(figure: Figure, there: Place) -> tuple[Area, Side] | None:
    """The area, and its side, at a place of the drawing as drawn (undo a flip first)."""
    for area, zones in figure.areas.items():
        for zone in zones:
            if is_inside(zone.polygon, there):
                return (area, zone.side)
    return None


def on_limb(figure: Figure, level: float, angle: float) -> Place:
    """Where a limb's canonical row lies: `level` cun along the axis, `angle` degrees round the limb."""
    middle, (ux, uy) = _axis_at(figure, level)
    across = (uy, -ux)
    right, left = _crossings(figure, middle, across)
    shift = max(-_EDGE, min(_EDGE, _sideways(figure, angle)))
    reach = (right + left) / 2 + (right - left) / 2 * shift
    return (middle[0] + across[0] * reach, middle[1] + across[1] * reach)


def _place(figure: Figure, code: str) -> Place | None:
    match figure.placements.get(code):
        case None:
            return None
        case OnLimb(level, angle):
            return on_limb(figure, level, angle)
        case Toward(start, toward, distance):
            begin = _place(figure, start) or figure.landmarks[start]
            end = figure.landmarks[toward]
            share = distance * figure.cun / math.dist(begin, end)
            return (begin[0] + (end[0] - begin[0]) * share, begin[1] + (end[1] - begin[1]) * share)
        case Offset(landmark, distal, across, cun):
            unit = figure.cun if cun is None else cun
            x, y = figure.landmarks[landmark]
            down = distal * unit
            out = across * unit * (figure.lateral or figure.anterior)
            ux, uy = _direction_at(figure, y + down / 2)
            return (x + ux * down + uy * out, y + uy * down - ux * out)


def _direction_at(figure: Figure, y: float) -> Place:
    """The limb's direction at that height, as a unit vector; straight down where the axis does not reach."""
    for (_, start), (_, end) in itertools.pairwise(figure.axis):
        if start[1] <= y <= end[1]:
            return _unit(start, end)
    return (0.0, 1.0)


def _axis_at(figure: Figure, level: float) -> tuple[Place, Place]:
    spans = list(itertools.pairwise(figure.axis))
    (low, start), (high, end) = next((span for span in spans if level <= span[1][0]), spans[-1])
    share = (level - low) / (high - low)
    return (start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share), _unit(start, end)


def _unit(start: Place, end: Place) -> Place:
    length = math.dist(start, end)
    return ((end[0] - start[0]) / length, (end[1] - start[1]) / length)


def _crossings(figure: Figure, middle: Place, across: Place) -> tuple[float, float]:
    """How far the limb's edge is on either side of `middle`, along `across`: the nearest hits, right and left."""
    right, left = math.inf, -math.inf
    for polygon in figure.outline:
        x0, y0 = polygon[-1]
        for x1, y1 in polygon:
            ex, ey = x1 - x0, y1 - y0
            slope = across[0] * ey - across[1] * ex
            if slope:
                px, py = x0 - middle[0], y0 - middle[1]
                if 0 <= (px * across[1] - py * across[0]) / slope <= 1:
                    distance = (px * ey - py * ex) / slope
                    if distance >= 0:
                        right = min(right, distance)
                    else:
                        left = max(left, distance)
            x0, y0 = x1, y1
    if not (math.isfinite(right) and math.isfinite(left)):
        raise ValueError(f"{figure.id}: the limb's axis leaves the limb")
    return right, left


def _sideways(figure: Figure, angle: float) -> float:
    """How far towards +x a point at that angle lies, -1 to 1 of the half width."""
    turn = math.radians(angle)
    if figure.facing in (Facing.FRONT, Facing.BACK):
        return figure.lateral * math.sin(turn)
    return figure.anterior * math.cos(turn)


def _face_on(figure: Figure, angle: float | None) -> float:
    """1 where the point looks straight at us, 0 at the edge, negative behind. Points of the trunk count as 1."""
    if angle is None:
        return 1.0
    turn = math.radians(angle)
    return {
        Facing.FRONT: math.cos(turn),
        Facing.BACK: -math.cos(turn),
        Facing.OUTER: math.sin(turn),
        Facing.SIDE: math.sin(turn),
        Facing.INNER: -math.sin(turn),
    }[figure.facing]
