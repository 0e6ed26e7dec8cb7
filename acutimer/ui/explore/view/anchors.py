"""Where the whole body and a close-up of it are the same place: what stays put when one comes nearer."""

import math

from acutimer.core.body import Figure
from acutimer.core.placing import flip
from acutimer.core.sides import Side
from acutimer.ui.explore.view.boxes import Spot
from acutimer.ui.explore.view.framing import Frame


def matched(body: Frame, close_up: Frame, side: Side) -> tuple[Spot, Spot]:
    """The same place in both, as shown and each in its own unit.

    It is the landmark both figures have that is nearest to the close-up's middle. Where they share none, the middle
    of the area on the body goes with the middle of the close-up.
    """
    whole, near = body.figure, close_up.figure
    x, y, width, height = near.rect
    middle = (x + width / 2, y + height / 2)
    shared = whole.landmarks.keys() & near.landmarks.keys()
    if shared:
        name = min(sorted(shared), key=lambda name: math.dist(near.landmarks[name], middle))
        there, here = _on_side(whole, whole.landmarks[name], side), _on_side(near, near.landmarks[name], side)
    else:
        there, here = _of_area(whole, near, side), middle
    return _shown(body, there), _shown(close_up, here)


def _of_area(body: Figure, close_up: Figure, side: Side) -> Spot:
    """The middle of the close-up's area on the body, or of the body where it has no such area."""
    zones = body.areas.get(close_up.area, ()) if close_up.area is not None else ()
    zone = next((it for it in zones if it.side in (side, Side.BOTH)), None)
    if zone is None:
        x, y, width, height = body.rect
        return (x + width / 2, y + height / 2)
    xs, ys = [x for x, _ in zone.polygon], [y for _, y in zone.polygon]
    return ((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2)


def _on_side(figure: Figure, there: Spot, side: Side) -> Spot:
    return (-there[0], there[1]) if figure.bilateral and side is Side.RIGHT else there


def _shown(frame: Frame, there: Spot) -> Spot:
    return flip(frame.figure, there) if frame.is_flipped else there
