"""Which part of which view of the body shows what one pressed."""

from collections.abc import Iterable, Mapping

from acutimer.core.body import Figure
from acutimer.core.settings import Mirror
from acutimer.ui.body.warm_views import Pressed, Spot, View, spots_on

VIEWS = ("body_front", "body_back")
MARGIN, SIDE_MARGIN = 120.0, 30.0  # round the outermost points, in thousandths of the stature
HANDS = 500.0  # above this height there are arms beside the body, and they are shown whole
LEAST = (236.0, 265.0)  # a crop's width and height, in the same


def views_for(pressed: Iterable[Pressed], figures: Mapping[str, Figure], mirror: Mirror) -> tuple[View, ...]:
    """The whole-body views that show what was pressed, the one that shows most of it first.

    The second shows only what the first does not. What neither shows is left out.
    """
    remaining = [it for it in pressed if it.seconds > 0]
    found: list[View] = []
    while remaining:
        view, there = max(((view, _on(figures[view], remaining)) for view in VIEWS), key=lambda each: _total(each[1]))
        if not there:
            break
        placed = spots_on(figures[view], there, mirror)
        found.append(View(view, placed, _crop(figures[view], placed)))
        remaining = [it for it in remaining if it not in there]
    return tuple(found)


def _on(figure: Figure, pressed: list[Pressed]) -> list[Pressed]:
    return [it for it in pressed if it.code in figure.placements]


def _total(pressed: list[Pressed]) -> float:
    return sum(it.seconds for it in pressed)


def _crop(figure: Figure, spots: tuple[Spot, ...]) -> tuple[float, float, float, float]:
    """Both sides whole, the body's middle in the middle, and air above and below the points."""
    left, top, width, height = figure.rect
    middle = left + width / 2
    reach = max(LEAST[0] / 2, SIDE_MARGIN + max(abs(spot.place[0] - middle) for spot in spots))
    upper = min(spot.place[1] for spot in spots) - MARGIN
    lower = max(spot.place[1] for spot in spots) + MARGIN
    missing = max(0.0, LEAST[1] - (lower - upper))
    upper, lower = max(top, upper - missing / 2), min(top + height, lower + missing / 2)
    if upper < HANDS:
        reach = width / 2
    return (middle - reach, upper, 2 * reach, lower - upper)
