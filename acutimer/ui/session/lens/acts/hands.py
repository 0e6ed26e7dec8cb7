"""The hands of the techniques: which drawings there are, and how two of them lie on a limb.

A hand is drawn for the left, fingers down, its thumb to the left when one sees its back. Its origin is the middle of
the palm, of `TWO_FINGERS` the place between the two pads. Seen in a mirror or from behind, the thumbs of two hands that
come down to one knee look at each other, and those of hands on one's own back look away.
"""

import math

from acutimer.ui.session.lens.acts.act import Drawn

FLAT = "hand-flat"
CUPPED = "hand-cupped"
TWO_FINGERS = "hand-two-fingers"
BESIDE = "hand-side"  # seen from the thumb's side, lying against something on its left
BEHIND = "hand-behind"  # seen from its palm
SHADE = "hand-shade"  # what a cupped hand throws on the skin


def pair(figure: str, x: float, y: float, degrees: float, *, opacity: float = 1.0) -> tuple[Drawn, Drawn]:
    """A drawing `x` to the right of the midline, leaning right by `degrees`, and its mirror image."""
    return (
        Drawn(figure, at=(-x, y), degrees=-degrees, opacity=opacity, is_flipped=True),
        Drawn(figure, at=(x, y), degrees=degrees, opacity=opacity),
    )


def wave(share: float) -> float:
    """Softly from 1 to -1 and back to 1 while `share` goes from 0 to 1."""
    return math.cos(2 * math.pi * share)
