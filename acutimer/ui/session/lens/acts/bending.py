"""Bending a drawing: every point of its curves is moved, so that a limb drawn straight is seen bent.

Joints are turned in the drawing as it was made, from the far end of the limb towards its root, so that each finds
its own neighbourhood still unbent. All lengths are in the figure's unit, angles in degrees, clockwise as seen.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass, replace

from acutimer.core.body import Bones, Figure, Layer, Lines, Outline, Part, Raised, Soft, Stroke
from acutimer.core.splines import Curve, Place, cubics

Bend = Callable[[Place], Place]
Change = Callable[[Curve], Curve]
_BULGE = 0.3  # of how far inside it lies, at a right angle


@dataclass(frozen=True, slots=True)
class Joint:
    """A joint of a limb that was drawn upright: what lies below `pivot` turns, the rest stays; or the other way round.

    Over `fan` above and below the pivot the skin on the outside of the bend stretches; within `reach` of it the skin
    on the inside is pushed together towards the two bones, so that it meets in a crease and never crosses itself.
    """

    pivot: Place
    fan: float
    reach: float
    moves_below: bool = True

    def soft(self, there: Place, degrees: float) -> Place:
        """Where a place of the skin goes."""
        r, s = there[0] - self.pivot[0], there[1] - self.pivot[1]
        if not self.moves_below:
            s = -s
        if s <= -max(self.fan, self.reach) or not degrees:
            return there
        side = -1 if (degrees > 0) is self.moves_below else 1
        inwards, tangent = max(0.0, r * side), math.tan(math.radians(abs(degrees)) / 2)
        if inwards and abs(s) < self.reach:  # flesh that is pushed together stands out
            inwards *= 1 + _BULGE * tangent * (1 - abs(s) / self.reach) ** 2
            r = inwards * side
        crease = min(inwards * tangent, self.reach * 0.9)
        if crease and abs(s) < self.reach:
            s = math.copysign(crease + abs(s) * (1 - crease / self.reach), s)
        # Where the skin folds the turn is all or nothing; towards the outside it spreads over the fan.
        fan = max(self.fan * (1 - inwards / (0.6 * self.fan)), 1e-3)
        weight = soft_step((s + fan) / (2 * fan))
        back = s if self.moves_below else -s
        return turned((self.pivot[0] + r, self.pivot[1] + back), self.pivot, degrees * weight)

    def rigid(self, there: Place, degrees: float) -> Place:
        """Where a place goes that hangs on the turning side as one piece."""
        return turned(there, self.pivot, degrees)


def turned(there: Place, about: Place, degrees: float) -> Place:
    """A place turned clockwise, as seen (y grows downwards), about another."""
    turn = math.radians(degrees)
    dx, dy = there[0] - about[0], there[1] - about[1]
    return (
        about[0] + dx * math.cos(turn) - dy * math.sin(turn),
        about[1] + dx * math.sin(turn) + dy * math.cos(turn),
    )


def soft_step(share: float) -> float:
    """0 to 1 with soft ends."""
    share = min(max(share, 0.0), 1.0)
    return share * share * (3 - 2 * share)


def knee_of(hip: Place, ankle: Place, thigh: float, shank: float, *, forward: int = -1) -> Place:
    """Where the knee is between hip and ankle; it points to the left (`forward` -1) or to the right (+1).

    Raises ValueError where the leg does not reach so far.
    """
    dx, dy = ankle[0] - hip[0], ankle[1] - hip[1]
    far = math.hypot(dx, dy)
    if not abs(thigh - shank) < far <= thigh + shank:
        raise ValueError(f"a leg of {thigh:g} and {shank:g} does not reach over {far:g}")
    along = (thigh**2 - shank**2 + far**2) / (2 * far)
    off = math.sqrt(max(0.0, thigh**2 - along**2)) * forward
    return (hip[0] + (dx * along + dy * off) / far, hip[1] + (dy * along - dx * off) / far)


def bearing(start: Place, end: Place) -> float:
    """How far the way from `start` to `end` is turned clockwise from straight down."""
    return math.degrees(math.atan2(start[0] - end[0], end[1] - start[1]))


def finer(curve: Curve, longest: float) -> Curve:
    """The same curve through more points, none further than about `longest` from the next."""
    points: list[Place] = []
    corners: set[int] = set()
    sharp = {curve.points[corner] for corner in curve.corners}
    for segment in cubics(curve):
        if segment.start in sharp:
            corners.add(len(points))
        pieces = max(1, math.ceil(math.dist(segment.start, segment.end) / longest))
        points += [segment.at(piece / pieces) for piece in range(pieces)]
    if not curve.is_closed:
        points.append(curve.points[-1])
    return Curve(tuple(points), frozenset(corners), curve.is_closed)


def bent(figure: Figure, bend: Bend, figure_id: str) -> Figure:
    """The same drawing with every point of its curves moved."""
    parts = tuple(part if isinstance(part, Outline) else bent_part(part, bend) for part in figure.parts)
    return replace(figure, id=figure_id, parts=parts)


def bent_part(part: Part, bend: Bend) -> Part:
    """A part with all that is in it moved."""
    return reshaped(part, lambda curve: bent_curve(curve, bend))


def bent_curve(curve: Curve, bend: Bend) -> Curve:
    """A curve with its points moved."""
    return replace(curve, points=tuple(bend(point) for point in curve.points))


def reshaped(part: Part, change: Change) -> Part:
    """A part with every curve in it changed."""
    layers = tuple(reshaped_layer(layer, change) for layer in part.layers)
    return replace(part, contours=tuple(change(curve) for curve in part.contours), layers=layers)


def reshaped_layer(layer: Layer, change: Change) -> Layer:
    """A layer with every curve in it changed."""
    match layer:
        case Soft(strokes=strokes, forms=forms):
            shapes = tuple(replace(form, curve=change(form.curve)) for form in forms)
            return replace(layer, strokes=_strokes(strokes, change), forms=shapes)
        case Lines(strokes=strokes):
            return replace(layer, strokes=_strokes(strokes, change))
        case Raised(swellings=swellings):
            return Raised(tuple(replace(it, curve=change(it.curve)) for it in swellings))
        case Bones(under=under, over=over, ribs=ribs):
            return replace(
                layer,
                under=tuple(change(curve) for curve in under),
                over=tuple(change(curve) for curve in over),
                ribs=_strokes(ribs, change),
            )
        case Part():
            return reshaped(layer, change)


def _strokes(strokes: tuple[Stroke, ...], change: Change) -> tuple[Stroke, ...]:
    return tuple(replace(stroke, curve=change(stroke.curve)) for stroke in strokes)
