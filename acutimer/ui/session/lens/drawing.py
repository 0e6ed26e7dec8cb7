"""What is drawn over the figure in the lens: the pulse of the active point, landmarks, sides, the way across."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF

from acutimer.ui.kit.fonts import font
from acutimer.ui.kit.text import draw_text, text_width
from acutimer.ui.kit.tokens import Tokens, color

PULSE_PX = 17.0
PULSE_REACH_PX = PULSE_PX + 42.0  # how far a full pulse reaches from its middle, its outline included
BUBBLE_PX = 62.0
ROUND = Qt.PenCapStyle.RoundCap


def draw_pulse(
    painter: QPainter, at: QPointF, swell: float, theme: Tokens, scale: float, *, px: float = PULSE_PX
) -> None:
    """The point under the fingers. How far its discs have grown says how it is pressed: `swell` 0 to 1.

    `px` is the radius of its middle at scale 1.
    """
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    for reach, alpha in ((px + 18 + 22 * swell, 0.16), (px + 10 + 12 * swell, 0.24)):
        painter.setBrush(color(theme.ember, alpha))
        painter.drawEllipse(at, reach * scale, reach * scale)
    outer = (px + 18 + 22 * swell) * scale
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(color(theme.ember, 0.85), 2 * scale))
    painter.drawEllipse(at, outer, outer)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color(theme.halo))
    painter.drawEllipse(at, (px + 4) * scale, (px + 4) * scale)
    painter.setBrush(color(theme.ember))
    painter.drawEllipse(at, px * scale, px * scale)
    painter.restore()


def draw_landmark(painter: QPainter, at: QPointF, theme: Tokens, scale: float) -> None:
    """A hollow ring: where to begin feeling."""
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color(theme.halo))
    painter.drawEllipse(at, 10.5 * scale, 10.5 * scale)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(color(theme.pine), 2.75 * scale))
    painter.drawEllipse(at, 6.75 * scale, 6.75 * scale)
    painter.restore()


def draw_way(painter: QPainter, start: QPointF, end: QPointF, theme: Tokens, scale: float) -> None:
    """A dotted line from a landmark towards the point, ending outside the pulse."""
    way = end - start
    length = (way.x() ** 2 + way.y() ** 2) ** 0.5
    first, last = 14 * scale, length - PULSE_REACH_PX * scale
    if last - first < 8 * scale:
        return
    painter.save()
    pen = QPen(color(theme.ember_ink), 2 * scale, Qt.PenStyle.CustomDashLine, ROUND)
    pen.setDashPattern([1, 3])
    painter.setPen(pen)
    painter.drawLine(start + way * (first / length), start + way * (last / length))
    painter.restore()


def draw_done(painter: QPainter, at: QPointF, theme: Tokens, scale: float) -> None:
    """A dark disc with a check: the side that has had its time."""
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color(theme.halo))
    painter.drawEllipse(at, 15.5 * scale, 15.5 * scale)
    painter.setBrush(color(theme.ember_ink))
    painter.drawEllipse(at, 13 * scale, 13 * scale)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(color(theme.halo), 2.6 * scale, Qt.PenStyle.SolidLine, ROUND, Qt.PenJoinStyle.RoundJoin))
    strokes = [QPointF(-5.3, 0.4), QPointF(-1.3, 4.3), QPointF(5.7, -4.3)]
    painter.drawPolyline(QPolygonF([at + stroke * scale for stroke in strokes]))
    painter.restore()


def draw_label(painter: QPainter, at: QPointF, text: str, theme: Tokens, scale: float, *, is_active: bool) -> None:
    """A side's name in a pill."""
    letters = font(20 * scale, 650)
    wide, high = text_width(text, letters) + 24 * scale, 38 * scale
    rect = QRectF(at.x() - wide / 2, at.y() - high / 2, wide, high)
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen if is_active else QPen(color(theme.edge), 1.25))
    painter.setBrush(color(theme.ember if is_active else theme.surface))
    painter.drawRoundedRect(rect, high / 2, high / 2)
    ink = color(theme.on_ember if is_active else theme.ink)
    draw_text(painter, at.x(), at.y(), text, letters, ink, Qt.AlignmentFlag.AlignHCenter)
    painter.restore()


def draw_across(painter: QPainter, start: QPointF, end: QPointF, theme: Tokens, scale: float) -> None:
    """The arrow from the side that is done to the other one."""
    way = 1 if end.x() > start.x() else -1

    def off(at: QPointF, x: float, y: float) -> QPointF:
        return QPointF(at.x() + way * x * scale, at.y() + y * scale)

    reach = min(50.0, abs(end.x() - start.x()) / scale / 4)
    curve = QPainterPath(off(start, 18, -30))
    curve.cubicTo(off(start, reach, -98), off(end, -reach, -98), off(end, -26, -44))
    painter.save()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(color(theme.surface), 9 * scale, Qt.PenStyle.SolidLine, ROUND))
    painter.drawPath(curve)
    painter.setPen(QPen(color(theme.pine), 4.5 * scale, Qt.PenStyle.SolidLine, ROUND, Qt.PenJoinStyle.RoundJoin))
    painter.drawPath(curve)
    painter.drawPolyline(QPolygonF([off(end, -47, -53), off(end, -26, -44), off(end, -25, -67)]))
    painter.restore()


def draw_bubble(painter: QPainter, at: QPointF, text: str, theme: Tokens, scale: float) -> None:
    """A disc in the middle of the lens: that the session stands still, or what is to go of it."""
    letters = font(34 * scale, 650)
    reach = max(BUBBLE_PX * scale, text_width(text, letters) / 2 + 22 * scale)
    painter.save()
    painter.setBrush(color(theme.surface))
    painter.setPen(QPen(color(theme.ember), 3 * scale))
    painter.drawEllipse(at, reach, reach)
    draw_text(painter, at.x(), at.y(), text, letters, color(theme.ember_ink), Qt.AlignmentFlag.AlignHCenter)
    painter.restore()


def draw_pace(painter: QPainter, at: QPointF, theme: Tokens, scale: float, *, upwards: bool) -> None:
    """An arrow that says which way the repetition goes now."""
    way = -1 if upwards else 1
    painter.save()
    painter.setPen(QPen(color(theme.ember), 4.5 * scale, Qt.PenStyle.SolidLine, ROUND, Qt.PenJoinStyle.RoundJoin))
    tip = QPointF(at.x(), at.y() + way * 30 * scale)
    painter.drawLine(QPointF(at.x(), at.y() - way * 30 * scale), tip)
    barb = -way * 13 * scale
    corners = [QPointF(tip.x() - 12 * scale, tip.y() + barb), tip, QPointF(tip.x() + 12 * scale, tip.y() + barb)]
    painter.drawPolyline(QPolygonF(corners))
    painter.restore()


def draw_floor(painter: QPainter, y: float, side: float, theme: Tokens) -> None:
    """The floor under a foot, from `y` down, in a square of `side` px."""
    painter.save()
    painter.fillRect(QRectF(0, y, side, side - y), color(theme.inset if theme.is_dark else theme.hover))
    painter.setPen(QPen(color(theme.edge), 2))
    painter.drawLine(QPointF(0, y), QPointF(side, y))
    painter.restore()
