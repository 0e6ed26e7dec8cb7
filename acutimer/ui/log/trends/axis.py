"""What stands along the axes of a chart, and how much of it fits."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, count
from math import ceil

LEAST_MINUTES = 20  # the height of a chart with less
MOST_MARKS = 4  # above the floor
MINUTE_STEPS = (5, 10, 15, 20, 30, 60, 120, 180)
HOUR_STEPS = (5, 10, 20)  # and these times 10, 100 and so on


@dataclass(frozen=True, slots=True)
class Mark:
    """A label beside the height of a value."""

    value: float
    text: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A label below the chart; `share` is where along it, 0 (earliest) to 1 (latest). A strong one is heavier."""

    share: float
    text: str
    is_strong: bool = False


def round_minutes(most: float) -> tuple[int, ...]:
    """A few round numbers of minutes from 0 to the first one not below `most`."""
    most = max(most, LEAST_MINUTES)
    longer = (60 * hours * 10**power for power in count() for hours in HOUR_STEPS)
    step = next(it for it in chain(MINUTE_STEPS, longer) if it * MOST_MARKS >= most)
    return tuple(step * place for place in range(ceil(most / step) + 1))


def placed(ticks: Sequence[Tick], widths: Sequence[float], room_px: float) -> tuple[float, ...]:
    """The left ends in px of labels so wide, each centred on its share of the room but never beyond it."""
    return tuple(
        max(0.0, min(room_px - width, tick.share * room_px - width / 2))
        for tick, width in zip(ticks, widths, strict=True)
    )


def is_free(lefts: Sequence[float], widths: Sequence[float], gap_px: float) -> bool:
    """Whether labels at `lefts`, in order from the left, keep `gap_px` between them."""
    return all(
        left + width + gap_px <= after for left, width, after in zip(lefts[:-1], widths[:-1], lefts[1:], strict=True)
    )


def spaced(places: Sequence[float], least_px: float, room_px: float) -> tuple[float, ...]:
    """The same places, in order, moved no more than it takes to keep `least_px` between them and all in the room.

    Where the room is too small for that, they share it evenly.
    """
    if not places:
        return ()
    least = min(least_px, room_px / len(places))
    moved: list[float] = []
    for place in places:
        moved.append(max(place, moved[-1] + least) if moved else max(place, least / 2))
    limit = room_px - least / 2
    for index in range(len(moved) - 1, -1, -1):
        moved[index] = min(moved[index], limit)
        limit = moved[index] - least
    return tuple(moved)
