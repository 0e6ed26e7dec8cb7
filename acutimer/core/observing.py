"""What the last days were like for left and right: one plain observation, and what one could press now."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from acutimer.core.history import day_of
from acutimer.core.planning import PhaseKind
from acutimer.core.points import Point
from acutimer.core.sides import Side
from acutimer.core.totals import SubjectTotal

# Sides that differ by less than this, or of which the lesser has more than this share of the other, are about the same.
LEAST_SECONDS = 60.0
MOST_SHARE = 0.75


@dataclass(frozen=True, slots=True)
class SideLately:
    """Seconds pressed in the period; `days_ago` is when last, and None where that is farther back than was asked."""

    seconds: float = 0.0
    days_ago: int | None = None


@dataclass(frozen=True, slots=True)
class PointLately:
    """One point. What was pressed on both sides at once counts for each."""

    code: str
    left: SideLately
    right: SideLately

    def side(self, side: Side) -> SideLately:
        """The one side or the other."""
        return self.right if side is Side.RIGHT else self.left

    @property
    def seconds(self) -> float:
        """Both sides together."""
        return self.left.seconds + self.right.seconds

    @property
    def days_ago(self) -> int:
        """When last, on whichever side."""
        return min((it.days_ago for it in (self.left, self.right) if it.days_ago is not None), default=0)

    @property
    def lesser(self) -> Side | None:
        """The side that had fairly less than the other; None where they had about the same."""
        least, most = sorted((self.left.seconds, self.right.seconds))
        if most - least < LEAST_SECONDS or least > most * MOST_SHARE:
            return None
        return Side.LEFT if self.left.seconds < self.right.seconds else Side.RIGHT


class Saying(StrEnum):
    """What an observation says."""

    LESS = "less"
    LONG_AGO = "long_ago"
    EVEN = "even"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Offer:
    """A point to press now: the side that is to be pressed alone, or None for both as the point asks for it."""

    code: str
    side: Side | None = None


@dataclass(frozen=True, slots=True)
class Observation:
    """`point` and `side` are those that had less, or the point last pressed long ago; None where it is about none."""

    saying: Saying
    point: PointLately | None = None
    side: Side | None = None
    offer: Offer | None = None


def points_lately(
    period: Iterable[SubjectTotal], reach: Iterable[SubjectTotal], today: date, day_begins_hour: int
) -> tuple[PointLately, ...]:
    """Every point pressed within `reach`, what was pressed most in `period` first, then what was pressed last.

    `reach` are the sums of a longer stretch that holds the period: it tells when each side was pressed last.
    """
    seconds: dict[tuple[str, Side], float] = {}
    for total in period:
        for key in _keys(total):
            seconds[key] = seconds.get(key, 0.0) + total.seconds
    days: dict[tuple[str, Side], int] = {}
    for total in reach:
        ago = max(0, (today - day_of(total.last_at, day_begins_hour)).days)
        for key in _keys(total):
            days[key] = min(ago, days.get(key, ago))

    def side(code: str, own: Side) -> SideLately:
        return SideLately(seconds.get((code, own), 0.0), days.get((code, own)))

    codes = {code for code, _ in (*seconds, *days)}
    points = (PointLately(code, side(code, Side.LEFT), side(code, Side.RIGHT)) for code in codes)
    return tuple(sorted(points, key=lambda it: (-it.seconds, it.days_ago, it.code)))


def observe(points: Sequence[PointLately], known: Mapping[str, Point], of_routines: Collection[str]) -> Observation:
    """The one thing worth saying of these points, and the offer that goes with it.

    The largest difference between the sides of one point comes first; then the point among `of_routines` that was
    not pressed in the period, and longest not; else left and right have had about the same. What is not among `known`
    or is left to a professional is neither spoken of nor offered.
    """
    told = [it for it in points if it.code in known and not known[it.code].professional]
    uneven = [it for it in told if it.lesser is not None and not known[it.code].takes_both_hands]
    if uneven:
        most = max(uneven, key=lambda it: abs(it.left.seconds - it.right.seconds))
        return Observation(Saying.LESS, most, most.lesser, Offer(most.code, most.lesser))
    waiting = [it for it in told if not it.seconds and it.code in of_routines]
    if waiting:
        longest = max(waiting, key=lambda it: it.days_ago)
        return Observation(Saying.LONG_AGO, longest, offer=Offer(longest.code))
    pressed = [it for it in told if it.seconds]
    if not pressed:
        return Observation(Saying.NOTHING)
    earliest = max(pressed, key=lambda it: (it.days_ago, -it.seconds))
    return Observation(Saying.EVEN, offer=Offer(earliest.code) if earliest.days_ago else None)


def _keys(total: SubjectTotal) -> tuple[tuple[str, Side], ...]:
    """The sides of the point a sum is of; none where it is of something else, or of nothing done."""
    if total.kind is not PhaseKind.PRESS or total.seconds <= 0:
        return ()
    sides = (Side.LEFT, Side.RIGHT) if total.side in (None, Side.BOTH) else (total.side,)
    return tuple((total.subject, side) for side in sides)
