"""How a marker looks in each of its states: never by colour alone."""

from enum import Enum, auto

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from acutimer.ui.kit.tokens import Tokens, color

RADIUS_PX = 9.0
SELECTED_RADIUS_PX = 11.0
HALO_PX = 2.5
HIT_PX = 22.0
# The widest a marker gets: the outline ring of a selected one.
REACH_PX = SELECTED_RADIUS_PX + 13.0


class Mark(Enum):
    """What a marker says."""

    REST = auto()
    DONE = auto()
    SELECTED = auto()
    DIM = auto()
    TWIN = auto()


def paint_mark(
    painter: QPainter, at: QPointF, mark: Mark, theme: Tokens, *, is_hot: bool = False, is_professional: bool = False
) -> None:
    """Paint a marker with its middle at `at`. `is_hot`: the pointer is over it."""
    painter.setPen(Qt.PenStyle.NoPen)
    if mark is Mark.SELECTED:
        _paint_selected(painter, at, theme, is_professional)
        return
    if is_hot:
        _disc(painter, at, RADIUS_PX + 9, theme.pine, 0.22)
    grown = 2.0 if is_hot else 0.0
    if mark is Mark.DIM and not is_hot:
        _dot(painter, at, RADIUS_PX * 0.62, theme.pine, theme.halo, is_diamond=is_professional, halo=2.0, alpha=0.8)
    elif mark is Mark.TWIN:
        paint_hollow(painter, at, RADIUS_PX + grown, theme)
    elif mark is Mark.DONE:
        _dot(painter, at, RADIUS_PX + 1 + grown, theme.ember_ink, theme.halo, is_diamond=is_professional)
        _check(painter, at, (RADIUS_PX + grown) / 9, theme)
    else:
        _dot(painter, at, RADIUS_PX + grown, theme.pine, theme.halo, is_diamond=is_professional)
        if is_professional:
            _disc(painter, at, (RADIUS_PX + grown) * 0.42, theme.halo)


def paint_halo(painter: QPainter, at: QPointF, radius: float, theme: Tokens) -> None:
    """The ground for a focus ring that lies on the skin, `radius` px from the middle."""
    painter.setPen(QPen(color(theme.halo), 7))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(at, radius, radius)


def paint_hollow(painter: QPainter, at: QPointF, radius: float, theme: Tokens) -> None:
    """A hollow ring: a landmark to feel for, or the same point on the other side."""
    painter.setPen(Qt.PenStyle.NoPen)
    _disc(painter, at, radius + HALO_PX, theme.halo)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(color(theme.pine), 2.75))
    painter.drawEllipse(at, radius - 1.25, radius - 1.25)
    painter.setPen(Qt.PenStyle.NoPen)


def _paint_selected(painter: QPainter, at: QPointF, theme: Tokens, is_professional: bool) -> None:
    radius = SELECTED_RADIUS_PX
    _disc(painter, at, radius + 12, theme.ember, 0.20)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(color(theme.ember), 1.75))
    painter.drawEllipse(at, radius + 12, radius + 12)
    painter.setPen(Qt.PenStyle.NoPen)
    _dot(painter, at, radius + 2, theme.ember, theme.halo, is_diamond=is_professional)
    _disc(painter, at, radius * 0.36, theme.halo)


def _dot(
    painter: QPainter,
    at: QPointF,
    radius: float,
    fill: str,
    rim: str,
    *,
    is_diamond: bool,
    halo: float = HALO_PX,
    alpha: float = 1.0,
) -> None:
    shape = _diamond if is_diamond else _disc
    shape(painter, at, radius + halo, rim, min(1.0, alpha + 0.1))
    shape(painter, at, radius, fill, alpha)


def _disc(painter: QPainter, at: QPointF, radius: float, fill: str, alpha: float = 1.0) -> None:
    painter.setBrush(color(fill, alpha))
    painter.drawEllipse(at, radius, radius)


def _diamond(painter: QPainter, at: QPointF, radius: float, fill: str, alpha: float = 1.0) -> None:
    reach = radius * 1.22
    corners = [QPointF(0, -reach), QPointF(reach, 0), QPointF(0, reach), QPointF(-reach, 0)]
    painter.setBrush(color(fill, alpha))
    painter.drawPolygon(QPolygonF([at + corner for corner in corners]))


def _check(painter: QPainter, at: QPointF, scale: float, theme: Tokens) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(
        QPen(color(theme.halo), 2.3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    )
    strokes = [QPointF(-4, 0.3), QPointF(-1, 3.2), QPointF(4.3, -3.2)]
    painter.drawPolyline(QPolygonF([at + stroke * scale for stroke in strokes]))
    painter.setPen(Qt.PenStyle.NoPen)
