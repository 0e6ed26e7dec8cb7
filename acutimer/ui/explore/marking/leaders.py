"""The lines from labels to their markers: one bend, clear of the other markers, never crossing."""

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise

from acutimer.ui.explore.view.boxes import Spot as Spot  # noqa: PLC0414  others have it from here

STUB_PX = 18.0
CLEARANCE_PX = 13.0
SLANTS = (1.0, 1.8, 3.0, 0.5)
ATTEMPTS = 4000

Line = tuple[Spot, ...]


def leaders(start: Spot, end: Spot, gap: float, spots: Sequence[Spot]) -> Iterator[Line]:
    """Ways from a label's edge to `gap` px before its marker, the calmest first, all clear of the other `spots`.

    Each is straight, or bends once: it leaves the label level and slants to the marker, or slants first and
    arrives level.
    """
    toward = 1 if end[0] >= start[0] else -1
    rise = abs(end[1] - start[1])
    first, last = start[0] + toward * STUB_PX, end[0] - toward * gap
    bends = [(first, start[1])]
    bends += [(end[0] - toward * rise * slant, start[1]) for slant in SLANTS]
    bends += [(first + toward * rise * slant, end[1]) for slant in SLANTS]
    bends += [(first, end[1])]
    for bend in bends if rise > 0.5 else [end]:
        if rise > 0.5 and not min(first, last) <= bend[0] <= max(first, last):
            continue
        line = shortened((start, bend, end) if rise > 0.5 else (start, end), gap)
        if all(clears(line, spot) for spot in spots if spot != end):
            yield line


def untangled(choices: Sequence[Sequence[Line]]) -> list[Line] | None:
    """One line of each set of choices, none crossing another: the first that fits, in order; None if none does."""
    chosen: list[Line] = []
    left = ATTEMPTS

    def choose(index: int) -> bool:
        nonlocal left
        if index == len(choices):
            return True
        for line in choices[index]:
            left -= 1
            if left < 0:
                return False
            if any(crosses(line, other) for other in chosen):
                continue
            chosen.append(line)
            if choose(index + 1):
                return True
            chosen.pop()
        return False

    return chosen if choose(0) else None


def crosses(one: Sequence[Spot], other: Sequence[Spot]) -> bool:
    """Whether two lines of straight pieces touch anywhere."""
    return any(_meet(a, b, c, d) for a, b in pairwise(one) for c, d in pairwise(other))


def distance(spot: Spot, a: Spot, b: Spot) -> float:
    """From `spot` to the nearest place between `a` and `b`, in px."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    square = dx * dx + dy * dy
    share = 0.0 if square == 0 else ((spot[0] - a[0]) * dx + (spot[1] - a[1]) * dy) / square
    share = min(1.0, max(0.0, share))
    return math.dist(spot, (a[0] + share * dx, a[1] + share * dy))


def clears(line: Sequence[Spot], spot: Spot) -> bool:
    """Whether a line keeps off another marker."""
    return all(distance(spot, a, b) >= CLEARANCE_PX for a, b in pairwise(line))


def shortened(line: Line, gap: float) -> Line:
    """The line ending `gap` px before its end."""
    (x0, y0), (x1, y1) = line[-2:]
    length = math.dist((x0, y0), (x1, y1))
    if length <= gap:
        return line
    keep = 1 - gap / length
    return (*line[:-1], (x0 + (x1 - x0) * keep, y0 + (y1 - y0) * keep))


def _meet(a: Spot, b: Spot, c: Spot, d: Spot) -> bool:
    def turn(p: Spot, q: Spot, r: Spot) -> float:
        return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])

    if max(a[0], b[0]) < min(c[0], d[0]) or max(c[0], d[0]) < min(a[0], b[0]):
        return False
    if max(a[1], b[1]) < min(c[1], d[1]) or max(c[1], d[1]) < min(a[1], b[1]):
        return False
    return turn(a, b, c) * turn(a, b, d) <= 0 and turn(c, d, a) * turn(c, d, b) <= 0
