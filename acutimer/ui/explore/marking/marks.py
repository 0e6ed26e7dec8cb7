"""How a marker looks in each of its states: never by colour alone.

A point is often several things at once. What its marker shows is settled here, and nowhere else:

1. The body tells the first of these that holds: being pressed now (RUNNING), chosen (SELECTED), behind a ruler (DIM),
   left out by the safety profile (UNSUITABLE), the other side of what is chosen (TWIN), pressed today (DONE), REST.
2. The outline is round, a diamond where only a professional presses; under every body.
3. The sign in the middle is a slash where the point is left out, else a check where it was pressed today, else the
   body's own: the pupil of SELECTED, the hole of a diamond, nothing. RUNNING bears none: what is, is not over yet.
4. Pointer and keyboard show around all this and change none of it; the pointer lets DIM and REST grow.

Everything is painted on a ground that carries its own contrast: fill, halo, and a line round the halo. Halo and line
differ by more than 9 : 1, so on any tone whatever one of the two stands out by at least 3 : 1.
"""

from enum import Enum, auto
from typing import NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from acutimer.ui.explore.marking.mark_shapes import check, circle, disc, ring, shape, slash
from acutimer.ui.kit.tokens import Tokens

RADIUS_PX = 9.0
SELECTED_RADIUS_PX = 11.0
RUNNING_RADIUS_PX = 17.0
DIM_SHARE = 0.62
HALO_PX = 2.5
LINE_PX = 1.0
FOCUS_HALO_PX = 7.0
HIT_PX = 22.0
# The widest a marker gets at ease: the outline ring of a selected one. One that is being pressed needs more.
REACH_PX = SELECTED_RADIUS_PX + 13.0
RUNNING_REACH_PX = RUNNING_RADIUS_PX + 19.0


class Mark(Enum):
    """What the body of a marker says."""

    REST = auto()
    DONE = auto()
    RUNNING = auto()
    SELECTED = auto()
    TWIN = auto()
    DIM = auto()
    UNSUITABLE = auto()


class _Body(NamedTuple):
    """How large, in which colour, and whether it is a ring: then its sign is drawn in that colour, too."""

    radius: float
    fill: str
    is_ring: bool = False


def mark_of(
    *,
    is_running: bool = False,
    is_selected: bool = False,
    is_behind: bool = False,
    is_unsuitable: bool = False,
    is_twin: bool = False,
    is_done: bool = False,
) -> Mark:
    """The body of a point that is all this at once. `is_behind`: a ruler lies over it."""
    ranked = (
        (is_running, Mark.RUNNING),
        (is_selected, Mark.SELECTED),
        (is_behind, Mark.DIM),
        (is_unsuitable, Mark.UNSUITABLE),
        (is_twin, Mark.TWIN),
        (is_done, Mark.DONE),
    )
    return next((mark for holds, mark in ranked if holds), Mark.REST)


def reach_px(mark: Mark) -> float:
    """How far from its middle a marker paints, its focus ring aside."""
    return RUNNING_REACH_PX if mark is Mark.RUNNING else REACH_PX


def ring_px(mark: Mark) -> float:
    """How far from its middle the focus ring begins, before its gap."""
    if mark in (Mark.RUNNING, Mark.SELECTED):
        return reach_px(mark) - 1.0
    return RADIUS_PX + 4.5


def paint_mark(
    painter: QPainter,
    at: QPointF,
    mark: Mark,
    theme: Tokens,
    *,
    is_hot: bool = False,
    is_professional: bool = False,
    is_done: bool = False,
    is_unsuitable: bool = False,
) -> None:
    """Paint a marker with its middle at `at`. `is_hot`: the pointer is over it."""
    is_done, is_unsuitable = is_done or mark is Mark.DONE, is_unsuitable or mark is Mark.UNSUITABLE
    _paint_around(painter, at, mark, theme, is_hot=is_hot)
    body = _body(mark, theme, is_hot=is_hot, is_done=is_done, is_unsuitable=is_unsuitable)
    halo = 4.0 if mark is Mark.RUNNING else HALO_PX
    shape(painter, at, body.radius + halo + LINE_PX, theme.ink2, is_diamond=is_professional)
    shape(painter, at, body.radius + halo, theme.halo, is_diamond=is_professional)
    ink = theme.halo
    if body.is_ring:
        ring(painter, at, body.radius, body.fill, theme.halo, is_diamond=is_professional)
        ink = body.fill
    else:
        shape(painter, at, body.radius, body.fill, is_diamond=is_professional)
    scale = body.radius / RADIUS_PX
    if mark is Mark.RUNNING:
        return
    if is_unsuitable:
        slash(painter, at, scale, ink, is_level=is_professional)
    elif is_done:
        check(painter, at, scale * (0.8 if body.is_ring else 1.0), ink)
    elif mark is Mark.SELECTED:
        disc(painter, at, SELECTED_RADIUS_PX * 0.36, ink)
    elif is_professional and not body.is_ring:
        disc(painter, at, body.radius * 0.42, ink)


def paint_halo(painter: QPainter, at: QPointF, radius: float, theme: Tokens) -> None:
    """The ground for a focus ring that lies on the skin, `radius` px from the middle."""
    # its inner side closes up with the marker's own line: no sliver of skin, and no line more than there must be
    circle(painter, at, radius - LINE_PX / 2, theme.halo, FOCUS_HALO_PX + LINE_PX)
    circle(painter, at, radius + (FOCUS_HALO_PX + LINE_PX) / 2, theme.ink2, LINE_PX)


def paint_hollow(painter: QPainter, at: QPointF, radius: float, theme: Tokens) -> None:
    """A hollow ring: a landmark to feel for, or the same point on the other side."""
    disc(painter, at, radius + HALO_PX + LINE_PX, theme.ink2)
    disc(painter, at, radius + HALO_PX, theme.halo)
    ring(painter, at, radius, theme.pine, theme.halo, is_diamond=False)


def _body(mark: Mark, theme: Tokens, *, is_hot: bool, is_done: bool, is_unsuitable: bool) -> _Body:
    grown = 2.0 if is_hot else 0.0
    if mark is Mark.RUNNING:
        return _Body(RUNNING_RADIUS_PX, theme.ember)
    if mark is Mark.SELECTED:
        return _Body(SELECTED_RADIUS_PX + 2, theme.ember)
    radius = RADIUS_PX * DIM_SHARE if mark is Mark.DIM and not is_hot else RADIUS_PX + grown
    if is_unsuitable:
        return _Body(radius, theme.ink3, is_ring=True)
    if mark is Mark.TWIN:
        return _Body(radius, theme.pine, is_ring=True)
    if is_done:
        return _Body(radius * 10 / 9, theme.ember_ink)
    return _Body(radius, theme.pine)


def _paint_around(painter: QPainter, at: QPointF, mark: Mark, theme: Tokens, *, is_hot: bool) -> None:
    """The soft discs and the outline of what is active, and the pale ring under the pointer."""
    if mark is Mark.RUNNING:
        outer = RUNNING_RADIUS_PX + 18
        disc(painter, at, outer, theme.ember, 0.16)
        disc(painter, at, RUNNING_RADIUS_PX + 10, theme.ember, 0.24)
        circle(painter, at, outer, theme.ember, 2.0)
    elif mark is Mark.SELECTED:
        outer = SELECTED_RADIUS_PX + 12
        disc(painter, at, outer, theme.ember, 0.34 if is_hot else 0.20)
        circle(painter, at, outer, theme.ember, 1.75)
    elif is_hot:
        disc(painter, at, RADIUS_PX + 9, theme.pine, 0.22)
