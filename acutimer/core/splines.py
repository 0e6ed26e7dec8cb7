"""Smooth curves through a few points: Hobby's spline (J. D. Hobby, *Smooth, easy to compute…*, 1986).

It draws limbs and faces better than other splines through as few points, and a corner is one marked point.
"""

import itertools
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

Place = tuple[float, float]

_GOLDEN = (3 - math.sqrt(5)) / 2


@dataclass(frozen=True, slots=True)
class Curve:
    """The points a curve passes through, in order. `corners` are the indexes of those where it may turn sharply."""

    points: tuple[Place, ...]
    corners: frozenset[int] = frozenset()
    is_closed: bool = False

    def __post_init__(self) -> None:
        if len(self.points) < (3 if self.is_closed else 2):
            raise ValueError("a curve needs at least two points, a closed one three")
        if not all(math.isfinite(number) for point in self.points for number in point):
            raise ValueError("a curve's points must be finite")

    def mirrored(self) -> "Curve":
        """The curve seen in a mirror standing at x = 0."""
        return Curve(tuple((-x, y) for x, y in self.points), self.corners, self.is_closed)


class Cubic(NamedTuple):
    """One Bézier segment: where it starts, its two control points, where it ends."""

    start: Place
    first: Place
    second: Place
    end: Place

    def at(self, t: float) -> Place:
        """The place at `t`, 0 at the start to 1 at the end."""
        u = 1 - t
        a, b, c, d = u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t
        return (
            a * self.start[0] + b * self.first[0] + c * self.second[0] + d * self.end[0],
            a * self.start[1] + b * self.first[1] + c * self.second[1] + d * self.end[1],
        )


def cubics(curve: Curve) -> tuple[Cubic, ...]:
    """The curve as Bézier segments, one between each point and the next."""
    points, corners = curve.points, sorted(curve.corners)
    if curve.is_closed and not corners:
        return tuple(_segments(points, is_closed=True))
    if curve.is_closed:
        first, count = corners[0], len(points)
        points = (*points[first:], *points[:first], points[first])
        cuts = [corner - first for corner in corners] + [count]
    else:
        cuts = sorted({0, *corners, len(points) - 1})
    runs = (points[start : end + 1] for start, end in itertools.pairwise(cuts))
    return tuple(segment for run in runs for segment in _segments(run, is_closed=False))


def flatten(curve: Curve, steps: int = 8) -> tuple[Place, ...]:
    """The curve as a chain of places, `steps` to a segment. A closed curve does not repeat its first place."""
    segments = cubics(curve)
    chain = [segment.at(step / steps) for segment in segments for step in range(steps)]
    return tuple(chain) if curve.is_closed else (*chain, segments[-1].end)


def _segments(points: Sequence[Place], *, is_closed: bool) -> Iterator[Cubic]:
    ends = (*points[1:], points[0]) if is_closed else points[1:]
    spans = list(zip(points, ends, strict=False))
    lengths = [math.dist(start, end) or 1e-6 for start, end in spans]
    bearings = [math.atan2(end[1] - start[1], end[0] - start[0]) for start, end in spans]
    leaving, arriving = (_closed if is_closed else _open)(lengths, bearings)
    for (start, end), length, bearing, theta, phi in zip(spans, lengths, bearings, leaving, arriving, strict=True):
        rho, sigma = _velocities(theta, phi)
        out, back = bearing + theta, bearing - phi
        yield Cubic(
            start,
            (start[0] + rho * length * math.cos(out), start[1] + rho * length * math.sin(out)),
            (end[0] - sigma * length * math.cos(back), end[1] - sigma * length * math.sin(back)),
            end,
        )


def _velocities(theta: float, phi: float) -> tuple[float, float]:
    sin_theta, sin_phi, cos_theta, cos_phi = math.sin(theta), math.sin(phi), math.cos(theta), math.cos(phi)
    bend = math.sqrt(2) * (sin_theta - sin_phi / 16) * (sin_phi - sin_theta / 16) * (cos_theta - cos_phi)
    rho = (2 + bend) / (1 + (1 - _GOLDEN) * cos_theta + _GOLDEN * cos_phi) / 3
    sigma = (2 - bend) / (1 + (1 - _GOLDEN) * cos_phi + _GOLDEN * cos_theta) / 3
    return rho, sigma


def _turn(angle: float) -> float:
    """The same turn between -pi and pi."""
    return math.remainder(angle, math.tau)


def _open(lengths: list[float], bearings: list[float]) -> tuple[list[float], list[float]]:
    count = len(lengths) + 1
    if count == 2:
        return [0.0], [0.0]
    turns = [0.0, *(_turn(bearings[i] - bearings[i - 1]) for i in range(1, count - 1)), 0.0]
    below, middle, above, right = [0.0], [1.0], [1.0], [-turns[1]]
    for i in range(1, count - 1):
        before, after = 1 / lengths[i - 1], 1 / lengths[i]
        below.append(before)
        middle.append(2 * before + 2 * after)
        above.append(after)
        right.append(-(2 * turns[i] * before + turns[i + 1] * after))
    thetas = _solve([*below, 1.0], [*middle, 1.0], [*above, 0.0], [*right, 0.0])
    return thetas[:-1], [-turns[i + 1] - thetas[i + 1] for i in range(count - 1)]


def _closed(lengths: list[float], bearings: list[float]) -> tuple[list[float], list[float]]:
    count = len(lengths)
    turns = [_turn(bearings[i] - bearings[i - 1]) for i in range(count)]
    below = [1 / lengths[i - 1] for i in range(count)]
    above = [1 / length for length in lengths]
    middle = [2 * before + 2 * after for before, after in zip(below, above, strict=True)]
    right = [-(2 * turns[i] * below[i] + turns[(i + 1) % count] * above[i]) for i in range(count)]
    # Sherman-Morrison: the ring's two corner entries are a rank-one change of a plain tridiagonal system.
    gamma = -middle[0]
    middle[0] -= gamma
    middle[-1] -= below[0] * above[-1] / gamma
    plain = _solve(below, middle, above, right)
    extra = _solve(below, middle, above, [gamma, *[0.0] * (count - 2), above[-1]])
    ratio = below[0] / gamma
    share = (plain[0] + ratio * plain[-1]) / (1 + extra[0] + ratio * extra[-1])
    thetas = [one - share * other for one, other in zip(plain, extra, strict=True)]
    return thetas, [-turns[(i + 1) % count] - thetas[(i + 1) % count] for i in range(count)]


def _solve(below: list[float], middle: list[float], above: list[float], right: list[float]) -> list[float]:
    """Thomas's algorithm for a tridiagonal system."""
    diagonal, answer = list(middle), list(right)
    for i in range(1, len(answer)):
        factor = below[i] / diagonal[i - 1]
        diagonal[i] -= factor * above[i - 1]
        answer[i] -= factor * answer[i - 1]
    answer[-1] /= diagonal[-1]
    for i in range(len(answer) - 2, -1, -1):
        answer[i] = (answer[i] - above[i] * answer[i + 1]) / diagonal[i]
    return answer
