"""Where on the body one pressed, as a view of it shows it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from acutimer.core.body import Figure
from acutimer.core.placing import shown
from acutimer.core.planning import PhaseKind
from acutimer.core.points import Point
from acutimer.core.settings import Mirror
from acutimer.core.sides import Side
from acutimer.core.splines import Place
from acutimer.core.totals import SubjectTotal

FULL_SECONDS_A_DAY = 20 * 60 / 14  # pressed so long for each day of a period, a spot is as warm as it gets


@dataclass(frozen=True, slots=True)
class Pressed:
    """A point pressed for so many seconds on one side."""

    code: str
    side: Side
    seconds: float


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a figure's own unit, and the seconds pressed there."""

    place: Place
    seconds: float


@dataclass(frozen=True, slots=True)
class View:
    """A part of a figure, `crop` being x, y, width and height in its unit, and what is warm in it."""

    figure_id: str
    spots: tuple[Spot, ...]
    crop: tuple[float, float, float, float]


def members(pressed: Iterable[Pressed], points: Mapping[str, Point]) -> tuple[Pressed, ...]:
    """The same, a pair of points told as its two points."""
    return tuple(
        Pressed(code, it.side, it.seconds)
        for it in pressed
        for code in ((points[it.code].members if it.code in points else ()) or (it.code,))
    )


def pressed_in(totals: Iterable[SubjectTotal], points: Mapping[str, Point]) -> tuple[Pressed, ...]:
    """What was pressed, each point and side once; a pair told as its two points, both sides at once as each of them."""
    pressed = (
        Pressed(it.subject, side, it.seconds)
        for it in totals
        if it.kind is PhaseKind.PRESS
        for side in ((Side.LEFT, Side.RIGHT) if it.side in (None, Side.BOTH) else (it.side,))
    )
    seconds: dict[tuple[str, Side], float] = {}
    for it in members(pressed, points):
        seconds[it.code, it.side] = seconds.get((it.code, it.side), 0.0) + it.seconds
    return tuple(Pressed(code, side, total) for (code, side), total in seconds.items() if total > 0)


def spots_on(figure: Figure, pressed: Iterable[Pressed], mirror: Mirror) -> tuple[Spot, ...]:
    """The places of what was pressed and the figure shows, as it is shown; of a figure of one side, give only that."""
    placed = ((it, shown(figure, it.code, it.side, mirror)) for it in pressed if it.seconds > 0)
    return tuple(Spot(place, it.seconds) for it, place in placed if place is not None)
