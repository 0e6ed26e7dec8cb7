"""Where a point lies in a figure, and which way round the figure is shown."""

import itertools
import math
from collections.abc import Mapping
from functools import lru_cache

from acutimer.core.body import Facing, Figure, OnLimb, is_inside
from acutimer.core.points import Area, Direction, Rule
from acutimer.core.settings import Mirror
from acutimer.core.sides import Side
from acutimer.core.splines import Place

# A point at the very edge of a limb is moved in so far, of the half width, that its marker stays on the limb.
_EDGE = 0.90
# Drawn as one sees one's own limb: the left is the left on any screen, in a mirror or on a chart.
_OWN = (Facing.TOP, Facing.DORSAL, Facing.PALM)


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
    On a chart the front view faces you, and side views are seen from outside the body. One's own hand or foot, as
    one looks at it, is the same in both.
    """
    if figure.facing in _OWN:
        return side is Side.RIGHT
    faces_you = mirror is Mirror.CHART and figure.facing in (Facing.FRONT, Facing.INNER)
    wanted = 1 if faces_you else -1
    if side is Side.RIGHT and not figure.bilateral:
        wanted = -wanted
    is_along = figure.facing in (Facing.FRONT, Facing.BACK)
    return (wanted > 0) != ((figure.lateral if is_along else figure.anterior) > 0)


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


@lru_cache(maxsize=1024)  # every outline is walked for it; figures are few and never change
def on_limb(figure: Figure, level: float, angle: float) -> Place:
    """Where a limb's canonical row lies: `level` cun along the axis, `angle` degrees round the limb."""
    middle, (ux, uy) = _axis_at(figure, level)
    across = (uy, -ux)
    right, left = edges(figure, middle, across)
    if not (math.isfinite(right) and math.isfinite(left)):
        raise ValueError(f"{figure.id}: the limb's axis leaves the limb")
    shift = max(-_EDGE, min(_EDGE, _sideways(figure, angle)))
    reach = (right + left) / 2 + (right - left) / 2 * shift
    return (middle[0] + across[0] * reach, middle[1] + across[1] * reach)


def edges(figure: Figure, middle: Place, across: Place) -> tuple[float, float]:
    """How far the body's edge is from a place, along the unit vector `across` and (negative) against it.

    In the figure's unit, as drawn; infinite where the body has no edge that way.
    """
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
    return right, left


def landmark_of(figure: Figure, code: str, side: Side) -> Place | None:
    """Where the landmark lies from which the point is found, as drawn; None where the figure has no rule for it."""
    rule = figure.placements.get(code)
    if not isinstance(rule, Rule):
        return None
    x, y = figure.landmarks[rule.landmark]
    return (-x, y) if figure.bilateral and side is Side.RIGHT else (x, y)


def way_end(figure: Figure, rule: Rule) -> Place:
    """Where the measured way of a rule ends, before the step aside, as drawn for the left.

    Raises KeyError where the figure has no such landmark.
    """
    start = figure.landmarks[rule.landmark]
    if rule.toward is not None:
        end = figure.landmarks[rule.toward]
        share = rule.share or rule.distance_cun * cun_at(figure, rule) / math.dist(start, end)
        return (start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share)
    return _gone(figure, start, start, rule.direction, rule.distance_cun * cun_at(figure, rule))


def cun_at(figure: Figure, rule: Rule) -> float:
    """How many of the figure's units one cun has where the rule begins."""
    return figure.cun_at.get(rule.landmark, figure.cun)


def _place(figure: Figure, code: str) -> Place | None:
    match figure.placements.get(code):
        case None:
            return None
        case OnLimb(level, angle):
            return on_limb(figure, level, angle)
        case Rule(aside=None) as rule:
            return way_end(figure, rule)
        case rule:
            assert rule.aside is not None
            length = rule.aside.cun * cun_at(figure, rule)
            return _gone(figure, figure.landmarks[rule.landmark], way_end(figure, rule), rule.aside.direction, length)


def _gone(figure: Figure, landmark: Place, there: Place, direction: Direction, length: float) -> Place:
    """Some way further from `there`, along the limb as it runs at the landmark, or across it."""
    ux, uy = _direction_at(figure, landmark)
    down, across = {
        Direction.AT: (0.0, 0.0),
        Direction.DISTAL: (1.0, 0.0),
        Direction.PROXIMAL: (-1.0, 0.0),
        Direction.LATERAL: (0.0, figure.lateral),
        Direction.MEDIAL: (0.0, -figure.lateral),
        Direction.ANTERIOR: (0.0, figure.anterior),
        Direction.POSTERIOR: (0.0, -figure.anterior),
    }[direction]
    return (there[0] + (ux * down + uy * across) * length, there[1] + (uy * down - ux * across) * length)


def _direction_at(figure: Figure, there: Place) -> Place:
    """The limb's direction, away from the trunk, at the nearest stretch of its axis; straight down without one."""
    spans = itertools.pairwise(place for _, place in figure.axis)
    nearest = min(spans, key=lambda span: _distance(there, *span), default=None)
    return (0.0, 1.0) if nearest is None else _unit(*nearest)


def _distance(there: Place, start: Place, end: Place) -> float:
    """How far a place is from the straight line between two others."""
    length = math.dist(start, end)
    ux, uy = _unit(start, end)
    along = max(0.0, min(length, (there[0] - start[0]) * ux + (there[1] - start[1]) * uy))
    return math.dist(there, (start[0] + ux * along, start[1] + uy * along))


def _axis_at(figure: Figure, level: float) -> tuple[Place, Place]:
    spans = list(itertools.pairwise(figure.axis))
    (low, start), (high, end) = next((span for span in spans if level <= span[1][0]), spans[-1])
    share = (level - low) / (high - low)
    return (start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share), _unit(start, end)


def _unit(start: Place, end: Place) -> Place:
    length = math.dist(start, end)
    return ((end[0] - start[0]) / length, (end[1] - start[1]) / length)


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
    }.get(figure.facing, 1.0)
