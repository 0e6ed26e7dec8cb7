"""Rectangles on a stage."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

Spot = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, in px."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        """Whether both share some area."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def holds(self, spot: Spot) -> bool:
        """Whether a place lies inside."""
        return self.left < spot[0] < self.right and self.top < spot[1] < self.bottom

    def is_inside(self, other: "Box") -> bool:
        """Whether nothing of it lies outside the other."""
        return (
            self.left >= other.left
            and self.top >= other.top
            and self.right <= other.right
            and self.bottom <= other.bottom
        )

    def grown(self, by: float) -> "Box":
        """Larger by so many px on every side."""
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)

    @property
    def outline(self) -> tuple[Spot, ...]:
        """The line round it."""
        left, top, right, bottom = self.left, self.top, self.right, self.bottom
        return ((left, top), (right, top), (right, bottom), (left, bottom), (left, top))

    def meets_line(self, line: Sequence[Spot]) -> bool:
        """Whether a line of straight pieces runs through it."""
        return any(self._is_cut(a, b) for a, b in pairwise(line))

    def _is_cut(self, a: Spot, b: Spot) -> bool:
        """Whether the piece from `a` to `b` runs through: what is left of it after each side has cut it off."""
        first, last = 0.0, 1.0
        sides = (
            (a[0] - b[0], a[0] - self.left),
            (b[0] - a[0], self.right - a[0]),
            (a[1] - b[1], a[1] - self.top),
            (b[1] - a[1], self.bottom - a[1]),
        )
        for step, room in sides:
            if step == 0:
                if room <= 0:
                    return False
            elif step < 0:
                first = max(first, room / step)
            else:
                last = min(last, room / step)
        return last - first > 1e-9
