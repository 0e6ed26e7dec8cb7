"""The shapes a marker is made of: fills and strokes, sharp at any pixel ratio."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from acutimer.ui.kit.tokens import color

# A diamond looks as large as a disc when its corners reach further; its sides then lie nearer.
CORNER = 1.22
SIDE = CORNER / 2**0.5
RING_PX = 2.75
STROKE_PX = 2.5


def disc(painter: QPainter, at: QPointF, radius: float, fill: str, alpha: float = 1.0) -> None:
    """A filled circle; `alpha` 0 to 1."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color(fill, alpha))
    painter.drawEllipse(at, radius, radius)


def circle(painter: QPainter, at: QPointF, radius: float, ink: str, width: float) -> None:
    """A circle's line, its middle `radius` px from `at`."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(color(ink), width))
    painter.drawEllipse(at, radius, radius)
    painter.setPen(Qt.PenStyle.NoPen)


def shape(painter: QPainter, at: QPointF, radius: float, fill: str, *, is_diamond: bool) -> None:
    """A disc, or a diamond that looks as large."""
    if not is_diamond:
        disc(painter, at, radius, fill)
        return
    reach = radius * CORNER
    corners = (QPointF(0, -reach), QPointF(reach, 0), QPointF(0, reach), QPointF(-reach, 0))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color(fill))
    painter.drawPolygon(QPolygonF([at + corner for corner in corners]))


def ring(painter: QPainter, at: QPointF, radius: float, ink: str, ground: str, *, is_diamond: bool) -> None:
    """A hollow shape, filled with `ground` inside its line."""
    shape(painter, at, radius, ink, is_diamond=is_diamond)
    inner = radius - (RING_PX / SIDE if is_diamond else RING_PX)
    shape(painter, at, inner, ground, is_diamond=is_diamond)


def check(painter: QPainter, at: QPointF, scale: float, ink: str) -> None:
    """A check, 8 px wide at scale 1."""
    _stroke(painter, (QPointF(-4, 0.3), QPointF(-1, 3.2), QPointF(4.3, -3.2)), at, scale, ink)


def slash(painter: QPainter, at: QPointF, scale: float, ink: str, *, is_level: bool) -> None:
    """A slash that crosses a disc of 9 px at scale 1; level across a diamond, whose sides slant as it does."""
    end = QPointF(7.5, 0.0) if is_level else QPointF(5.9, -5.9)
    _stroke(painter, (-end, end), at, scale, ink)


def _stroke(painter: QPainter, spots: tuple[QPointF, ...], at: QPointF, scale: float, ink: str) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    painter.setPen(QPen(color(ink), STROKE_PX * max(0.8, min(scale, 1.3)), Qt.PenStyle.SolidLine, cap, join))
    painter.drawPolyline(QPolygonF([at + spot * scale for spot in spots]))
    painter.setPen(Qt.PenStyle.NoPen)
