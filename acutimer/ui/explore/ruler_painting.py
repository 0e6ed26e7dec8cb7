"""Paints the ruler: finger bands from the landmark to the point, the line with its ticks, numbers and a bracket."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPainterPath, QPen, QPolygonF, QTransform

from acutimer.ui.explore.lettering import draw_over
from acutimer.ui.explore.ruler import Ruler
from acutimer.ui.kit.fonts import font, role_font
from acutimer.ui.kit.text import draw_text
from acutimer.ui.kit.tokens import Tokens, color

# Fingertips are not level: how far each one stays back, as a share of a finger's width.
TIPS = {1: (0.0,), 2: (0.12, 0.0), 3: (0.2, 0.0, 0.12), 4: (0.2, 0.0, 0.12, 0.5)}
WORDS_GAP_PX = 14.0


def paint_ruler(painter: QPainter, ruler: Ruler, measure: str, hand: str, theme: Tokens) -> None:
    """Paint `ruler`; `measure` and `hand` are the words beside the bracket, such as "4 fingers" and "one hand"."""
    painter.save()
    for index in range(ruler.fingers):
        _paint_finger(painter, ruler, index, theme)
    _paint_line(painter, ruler, theme)
    _paint_numbers(painter, ruler, theme)
    _paint_bracket(painter, ruler, theme)
    _paint_words(painter, ruler, measure, hand, theme)
    painter.restore()


def _paint_finger(painter: QPainter, ruler: Ruler, index: int, theme: Tokens) -> None:
    low, high = sorted((ruler.edge(index), ruler.edge(index + 1)))
    tip = ruler.tip + ruler.outward * TIPS[ruler.fingers][index] * ruler.finger_px
    across = sorted((tip, ruler.far))
    shape = _finger(QRectF(across[0], low + 1.5, across[1] - across[0], high - low - 3), ruler.outward)
    start, end = QPointF(tip, 0), QPointF(ruler.far, 0)
    if not ruler.is_level:
        # The same finger lying level, laid upright: x and y change places.
        shape = QTransform(0, 1, 1, 0, 0, 0).map(shape)
        start, end = QPointF(0, tip), QPointF(0, ruler.far)
    body = QLinearGradient(start, end)
    strength = 0.30 if theme.is_dark else 0.34
    for stop, share in ((0.0, 1.0), (0.55, 0.8), (1.0, 0.0)):
        body.setColorAt(stop, color(theme.ember, strength * share))
    painter.fillPath(shape, QBrush(body))
    rim = QLinearGradient(start, end)
    for stop, alpha in ((0.0, 0.9), (0.12, 0.8), (0.42, 0.0)):
        rim.setColorAt(stop, _faint(theme.ember_ink, alpha))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QBrush(rim), 1.5))
    painter.drawPath(shape)


def _finger(rect: QRectF, outward: int) -> QPainterPath:
    """A band with a round tip, open where the hand is."""
    path, high = QPainterPath(), rect.height()
    if outward > 0:
        path.moveTo(rect.right(), rect.top())
        path.lineTo(rect.left() + high / 2, rect.top())
        path.arcTo(QRectF(rect.left(), rect.top(), high, high), 90, 180)
        path.lineTo(rect.right(), rect.bottom())
    else:
        path.moveTo(rect.left(), rect.top())
        path.lineTo(rect.right() - high / 2, rect.top())
        path.arcTo(QRectF(rect.right() - high, rect.top(), high, high), 90, -180)
        path.lineTo(rect.left(), rect.bottom())
    return path


def _paint_line(painter: QPainter, ruler: Ruler, theme: Tokens) -> None:
    cap = Qt.PenCapStyle.RoundCap
    start, end = QPointF(*ruler.start), QPointF(*ruler.end)
    painter.setPen(QPen(color(theme.halo), 5, Qt.PenStyle.SolidLine, cap))
    painter.drawLine(start, end)
    painter.setPen(QPen(color(theme.ember_ink), 2.25, Qt.PenStyle.SolidLine, cap))
    painter.drawLine(start, end)
    tick = QPointF(7, 0) if ruler.is_level else QPointF(0, 7)
    for index in range(ruler.fingers + 1):
        at = QPointF(*ruler.tick(index))
        painter.drawLine(at - tick, at + tick)


def _paint_numbers(painter: QPainter, ruler: Ruler, theme: Tokens) -> None:
    if ruler.fingers == 1:
        return
    for index in range(ruler.fingers):
        along = (ruler.edge(index) + ruler.edge(index + 1)) / 2
        x, y = (ruler.numbers, along) if ruler.is_level else (along, ruler.numbers)
        numeral = font(17 if ruler.finger_px >= 20 else 15, 600, tabular=True)
        ink, align = color(theme.ember_ink), Qt.AlignmentFlag.AlignHCenter
        if ruler.is_level:
            draw_text(painter, x, y, str(index + 1), numeral, ink, align)
        else:
            draw_over(painter, (x, y), str(index + 1), numeral, ink, align=align, theme=theme)


def _paint_bracket(painter: QPainter, ruler: Ruler, theme: Tokens) -> None:
    low, high = sorted((ruler.edge(0), ruler.edge(ruler.fingers)))
    at, back = ruler.bracket, ruler.bracket - ruler.outward * 7
    corners = [(back, low + 2), (at, low + 2), (at, high - 2), (back, high - 2)]
    if not ruler.is_level:
        corners = [(y, x) for x, y in corners]
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(color(theme.ember_ink), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in corners]))


def _paint_words(painter: QPainter, ruler: Ruler, measure: str, hand: str, theme: Tokens) -> None:
    middle = (ruler.edge(0) + ruler.edge(ruler.fingers)) / 2
    ink, ink2 = color(theme.ember_ink), color(theme.ink2)
    align = Qt.AlignmentFlag.AlignHCenter
    if ruler.is_level:
        x, y = ruler.bracket + ruler.outward * WORDS_GAP_PX, middle
        align = Qt.AlignmentFlag.AlignLeft if ruler.outward > 0 else Qt.AlignmentFlag.AlignRight
    else:
        x, y = middle, ruler.bracket + ruler.outward * (WORDS_GAP_PX + 20)
    apart = 12 if hand else 0
    draw_over(painter, (x, y - apart), measure, font(18, 600), ink, align=align, theme=theme)
    if hand:
        draw_over(painter, (x, y + apart), hand, role_font("small"), ink2, align=align, theme=theme)


def _faint(value: str, alpha: float) -> QColor:
    made = QColor(value)
    made.setAlphaF(alpha)
    return made
