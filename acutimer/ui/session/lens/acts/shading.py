"""What lies behind: a part of a drawing laid in the shade of what is before it."""

from dataclasses import replace

from acutimer.core.body import Edge, Form, Part, Role, Soft
from acutimer.core.splines import Curve

_ALPHA = 0.30
_AROUND = 60.0


def in_shade(part: Part, edge: Edge | None) -> Part:
    """The part, darker all over, with that line round it."""
    places = [place for curve in part.contours for place in curve.points]
    left, right = min(x for x, _ in places) - _AROUND, max(x for x, _ in places) + _AROUND
    top, bottom = min(y for _, y in places) - _AROUND, max(y for _, y in places) + _AROUND
    corners = ((left, top), (right, top), (right, bottom), (left, bottom))
    cover = Curve(corners, frozenset(range(4)), is_closed=True)
    shade = Soft(Role.DEEP, 2.0, forms=(Form(cover, _ALPHA),))
    return replace(part, name=f"{part.name} behind", layers=(*part.layers, shade), edge=edge)
