"""Which drawing shows a point in the lens, and how large."""

import math
from collections.abc import Mapping

from acutimer.core.body import Facing, Figure, Pose
from acutimer.core.placing import place, views_of
from acutimer.core.sides import Side

ACROSS_MM = 232.0  # what the lens shows of a close-up, from edge to edge
ACROSS_BODY = 232.0  # the same of a whole body, in its own unit
MOST_CUT_SHARE = 0.3  # a bent view of which more of the lens's height lies beyond its end shows too little
WHOLE_BODIES = {Facing.FRONT: "body_front", Facing.BACK: "body_back"}


def across_of(figure: Figure) -> float:
    """What the lens shows of a figure from edge to edge, in its unit."""
    return ACROSS_MM if figure.area is not None else ACROSS_BODY


def best_view(code: str, figures: Mapping[str, Figure], *, bent: bool = False) -> Figure | None:
    """The view that shows the point best, and of those facing the same way the one the lens is filled by.

    With `bent`, where the point is found on a bent knee, that is the view of the knee bent, if it shows enough.
    """
    names = views_of(figures, code)
    if not names:
        return None
    best = figures[names[0]]
    alike = [figures[name] for name in names if figures[name].facing is best.facing and figures[name].area is not None]
    if bent:
        posed = [view for view in alike if view.pose is Pose.BENT and cut_off(view, code) <= MOST_CUT_SHARE * ACROSS_MM]
        alike = posed or alike
    return min(alike or [best], key=lambda figure: cut_off(figure, code))


def both_legs(code: str, figures: Mapping[str, Figure]) -> Figure | None:
    """The drawing that shows the point on both sides face on, or None: then each side has its own."""
    best = best_view(code, figures)
    if best is None or best.bilateral:
        return best
    return figures.get(WHOLE_BODIES.get(best.facing, ""))


def cut_off(figure: Figure, code: str) -> float:
    """How much of the lens's height lies where the drawing has faded out, in the figure's unit."""
    there = place(figure, code, Side.LEFT)
    if there is None:
        return math.inf
    _, top, _, height = figure.rect
    above = top + figure.fade_top - (there[1] - ACROSS_MM / 2)
    below = there[1] + ACROSS_MM / 2 - (top + height - figure.fade_bottom)
    return max(0.0, above) + max(0.0, below)
