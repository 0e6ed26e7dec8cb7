"""What is marked on the figure in the lens and stands still: landmarks, sides, what is done, the way across."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF

from acutimer.ui.kit.fonts import font
from acutimer.ui.kit.text import draw_text, text_width
from acutimer.ui.kit.tokens import Tokens, color
from acutimer.ui.session.lens.pacer_painting import REACH_PX

LABEL_PX = 38.0
NAME_LETTERS_PX = 18.0
LEAST_LETTERS_PX, LEAST_LABEL_PX = 15.0, 22.0  # however small the lens
BUBBLE_PX = 62.0
ROUND = Qt.PenCapStyle.RoundCap


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
    first, last = 14 * scale, length - REACH_PX * scale
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
    letters = font(max(LEAST_LETTERS_PX, 20 * scale), 650)
    wide, high = text_width(text, letters) + 24 * scale, label_height(scale)
    rect = QRectF(at.x() - wide / 2, at.y() - high / 2, wide, high)
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen if is_active else QPen(color(theme.edge), 1.25))
    painter.setBrush(color(theme.ember if is_active else theme.surface))
    painter.drawRoundedRect(rect, high / 2, high / 2)
    ink = color(theme.on_ember if is_active else theme.ink)
    draw_text(painter, at.x(), at.y(), text, letters, ink, Qt.AlignmentFlag.AlignHCenter)
    painter.restore()


def label_height(scale: float) -> float:
    """How high the pill with a name is."""
    return max(LEAST_LABEL_PX, LABEL_PX * scale)


def name_width(text: str, scale: float) -> float:
    """How wide the pill with a landmark's name is."""
    return text_width(text, font(max(LEAST_LETTERS_PX, NAME_LETTERS_PX * scale), 500)) + 24 * scale


def draw_name(painter: QPainter, at: QPointF, text: str, theme: Tokens, scale: float) -> None:
    """A landmark's name in a pill, its middle at `at`."""
    letters = font(max(LEAST_LETTERS_PX, NAME_LETTERS_PX * scale), 500)
    wide, high = name_width(text, scale), label_height(scale)
    painter.save()
    painter.setPen(QPen(color(theme.edge), 1.25))
    painter.setBrush(color(theme.surface))
    painter.drawRoundedRect(QRectF(at.x() - wide / 2, at.y() - high / 2, wide, high), high / 2, high / 2)
    draw_text(painter, at.x(), at.y(), text, letters, color(theme.ink), Qt.AlignmentFlag.AlignHCenter)
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
    letters = font(max(LEAST_LETTERS_PX, 34 * scale), 650)
    reach = max(BUBBLE_PX * scale, text_width(text, letters) / 2 + 22 * scale)
    painter.save()
    painter.setBrush(color(theme.surface))
    painter.setPen(QPen(color(theme.ember), 3 * scale))
    painter.drawEllipse(at, reach, reach)
    draw_text(painter, at.x(), at.y(), text, letters, color(theme.ember_ink), Qt.AlignmentFlag.AlignHCenter)
    painter.restore()
