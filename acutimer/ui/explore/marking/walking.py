"""From one marker to the next by the arrow keys: the nearest one in that direction. Pure."""

import math
from collections.abc import Sequence

from acutimer.ui.explore.view.boxes import Spot

# So much more it counts to lie aside of the way than along it.
ASIDE = 2.0
# The direction is a wide wedge, this steep on either side; only where it is empty the whole half counts.
WEDGE = 1.6
LEAST_PX = 2.0


def toward(spots: Sequence[Spot], at: int, direction: Spot) -> int | None:
    """The index of the spot one comes to from spot `at` in a direction such as (1, 0); None where there is none."""
    x, y = spots[at]
    dx, dy = direction
    ways: list[tuple[bool, float, int]] = []
    for index, (other_x, other_y) in enumerate(spots):
        along = (other_x - x) * dx + (other_y - y) * dy
        across = abs((other_x - x) * dy - (other_y - y) * dx)
        if index != at and along > LEAST_PX:
            ways.append((across > WEDGE * along, math.hypot(along, ASIDE * across), index))
    return min(ways)[2] if ways else None
