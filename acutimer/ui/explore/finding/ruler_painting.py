"""Paints the ruler: a hand laid from the landmark to the point, the line with its ticks, numbers and a bracket.

While somebody walks the steps of finding a point, each part comes with its step: the landmark is felt for, the hand is
laid digit by digit, the point is reached.
"""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPen, QPolygonF

from acutimer.core.points import Shows
from acutimer.ui.explore.finding.finding import Finding, share_of
from acutimer.ui.explore.finding.ruler import Ruler
from acutimer.ui.explore.finding.ruler_hand import Digit, digit
from acutimer.ui.explore.finding.ruler_words import half_words
from acutimer.ui.explore.finding.ruling import Felt, Ruling
from acutimer.ui.explore.marking.leaders import Spot
from acutimer.ui.explore.view.lettering import draw_over
from acutimer.ui.kit.fonts import font, role_font
from acutimer.ui.kit.text import text_width
from acutimer.ui.kit.tokens import Tokens, color

LINE_PX = 2.25
TICK_PX = 7.0
# How far a digit slides in from the side while it is laid.
SLIDE_PX = 36.0
# Clear of the ring round the point.
HALF_PX = 38.0
RING_PX = 15.0
RING_FAR_PX = 38.0
NAME_PX = 44.0
EDGE_PX = 6.0  # between words and the edge of the diagram
CAP = Qt.PenCapStyle.RoundCap


def paint_ruler(
    painter: QPainter, ruling: Ruling, theme: Tokens, finding: Finding | None = None, *, has_words: bool = True
) -> None:
    """Paint `ruling`; with `finding` only what of it is there by now. Without words it has no bracket either."""
    laid = share_of(finding, Shows.MEASURE)
    if laid <= 0:
        return
    painter.save()
    count = ruling.ruler.measure.count
    for index in range(count):
        _paint_digit(painter, ruling.ruler, index, min(1.0, max(0.0, laid * count - index)), theme)
    _paint_way(painter, ruling, laid, share_of(finding, Shows.POINT), theme)
    _paint_numbers(painter, ruling.ruler, laid, theme)
    if laid >= 1 and has_words:
        _paint_bracket(painter, ruling.ruler, theme)
        _paint_words(painter, ruling, theme)
    painter.restore()


def paint_felt(painter: QPainter, felt: Felt, theme: Tokens, finding: Finding, *, is_measured: bool = False) -> None:
    """Paint what one feels for in this step: a finger at the landmark with a ring that closes on it, or the point.

    Where the point `is_measured` a hand lies there already and a ruler names the landmark.
    """
    if finding.shows in (Shows.POSE, Shows.MEASURE):
        return
    painter.save()
    at = felt.landmark if finding.shows is Shows.LANDMARK else felt.point
    unit = "finger" if finding.shows is Shows.LANDMARK else "thumb"
    width_px = felt.digit_px * (0.8 if unit == "finger" else 1.0)
    away = (1 - finding.progress) * SLIDE_PX - 0.45 * width_px
    tip = (at[0] + felt.across[0] * away, at[1] + felt.across[1] * away)
    length_px = max(felt.edge_px + 70.0, 3.5 * width_px)
    if not is_measured or finding.shows is Shows.LANDMARK:
        _paint_skin(painter, digit(unit, tip, felt.across, width_px, length_px), finding.progress, theme)
    radius = RING_PX + (RING_FAR_PX - RING_PX) * (1 - finding.progress)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for width, ink in ((5.0, theme.halo), (LINE_PX, theme.ember_ink)):
        painter.setPen(QPen(color(ink, finding.progress), width))
        painter.drawEllipse(QPointF(*at), radius, radius)
    if finding.shows is Shows.LANDMARK and not is_measured:
        _paint_landmark(painter, felt, finding, theme)
    painter.restore()


def _paint_landmark(painter: QPainter, felt: Felt, finding: Finding, theme: Tokens) -> None:
    """The landmark's name above or below the ring, on the other side of where a hand comes from."""
    below = 1 if felt.across[1] <= 0 else -1
    at = (felt.landmark[0], felt.landmark[1] + below * NAME_PX)
    name = finding.landmark[:1].upper() + finding.landmark[1:]
    ink, centre = color(theme.ember_ink, finding.progress), Qt.AlignmentFlag.AlignHCenter
    draw_over(painter, at, name, font(17, 600), ink, align=centre, theme=theme)


def _paint_digit(painter: QPainter, ruler: Ruler, index: int, share: float, theme: Tokens) -> None:
    if share <= 0:
        return
    x, y = ruler.tip(index)
    slide = (1 - share) * SLIDE_PX
    tip = (x + ruler.across[0] * slide, y + ruler.across[1] * slide)
    middle = ruler.tick(index + 0.5)
    past = ((x - middle[0]) * ruler.across[0]) + ((y - middle[1]) * ruler.across[1])
    width = max(1.0, ruler.digit_px - 1.5)
    _paint_skin(painter, digit(ruler.measure.unit, tip, ruler.across, width, ruler.far_px - past), share, theme)


def _paint_skin(painter: QPainter, shape: Digit, strength: float, theme: Tokens) -> None:
    """One finger or thumb, see-through, fading out where the hand would be."""
    start, end = QPointF(*shape.tip), QPointF(*shape.end)
    body = QLinearGradient(start, end)
    depth = (0.34 if theme.is_dark else 0.36) * strength
    for stop, share in ((0.0, 1.0), (0.55, 0.8), (1.0, 0.0)):
        body.setColorAt(stop, color(theme.ember, depth * share))
    painter.fillPath(shape.skin, QBrush(body))
    rim = QLinearGradient(start, end)
    for stop, alpha in ((0.0, 0.95), (0.3, 0.75), (0.75, 0.0), (1.0, 0.0)):
        rim.setColorAt(stop, _faint(theme.ember_ink, alpha * strength))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for path, width, share in ((shape.skin, 1.5, 1.0), (shape.nail, 1.1, 0.6), (shape.creases, 1.0, 0.45)):
        painter.setOpacity(share)
        painter.setPen(QPen(QBrush(rim), width, Qt.PenStyle.SolidLine, CAP))
        painter.drawPath(path)
    painter.setOpacity(1.0)


def _paint_way(painter: QPainter, ruling: Ruling, laid: float, reached: float, theme: Tokens) -> None:
    """The line under the digits with a tick at each edge, and from its end to the point, where that is aside."""
    ruler = ruling.ruler
    start, end = QPointF(*ruler.start), QPointF(*ruler.tick(laid * ruler.measure.count))
    lines = [(start, end)]
    if reached > 0 and ruling.point != ruler.end:
        point = QPointF(*ruling.point)
        lines.append((end, end + (point - end) * reached))
    if ruling.half is not None:
        lines.append((start, QPointF(*ruling.half)))
    for width, ink in ((5.0, theme.halo), (LINE_PX, theme.ember_ink)):
        painter.setPen(QPen(color(ink), width, Qt.PenStyle.SolidLine, CAP))
        for line in lines:
            painter.drawLine(*line)
    for index in range(int(laid * ruler.measure.count) + 1):
        _paint_tick(painter, ruler, ruler.tick(index))
    if ruling.half is not None:
        _paint_tick(painter, ruler, ruling.half)
        far = ((ruler.end[0] + ruling.half[0]) / 2, (ruler.end[1] + ruling.half[1]) / 2)
        x, y = far[0] - ruler.across[0] * HALF_PX, far[1] - ruler.across[1] * HALF_PX
        hue, small = color(theme.ember_ink), role_font("small")
        draw_over(painter, (x, y), half_words(), small, hue, align=Qt.AlignmentFlag.AlignHCenter, theme=theme)


def _paint_tick(painter: QPainter, ruler: Ruler, at: Spot) -> None:
    tick = QPointF(*ruler.across) * TICK_PX
    painter.drawLine(QPointF(*at) - tick, QPointF(*at) + tick)


def _paint_numbers(painter: QPainter, ruler: Ruler, laid: float, theme: Tokens) -> None:
    count = ruler.measure.count
    if count == 1:
        return
    numeral = font(17 if ruler.digit_px >= 20 else 15, 600, tabular=True)
    for index in range(int(laid * count)):
        at = ruler.tick(index + 0.5, ruler.numbers_px)
        ink, align = color(theme.ember_ink), Qt.AlignmentFlag.AlignHCenter
        draw_over(painter, at, str(index + 1), numeral, ink, align=align, theme=theme)


def _paint_bracket(painter: QPainter, ruler: Ruler, theme: Tokens) -> None:
    count, inset = ruler.measure.count, 2 / ruler.digit_px
    at, back = ruler.bracket_px, ruler.bracket_px - 7
    corners = [(inset, back), (inset, at), (count - inset, at), (count - inset, back)]
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(color(theme.ember_ink), 2, Qt.PenStyle.SolidLine, CAP))
    painter.drawPolyline(QPolygonF([QPointF(*ruler.tick(index, px)) for index, px in corners]))


def _paint_words(painter: QPainter, ruling: Ruling, theme: Tokens) -> None:
    measure, same = ruling.words
    x, y = ruling.words_at
    align = Qt.AlignmentFlag.AlignHCenter
    if ruling.ruler.is_level:
        align = Qt.AlignmentFlag.AlignLeft if ruling.ruler.outward > 0 else Qt.AlignmentFlag.AlignRight
    apart = 12 if same else 0
    ink, ink2 = color(theme.ember_ink), color(theme.ink2)
    longest = max(text_width(measure, font(18, 600)), text_width(same, role_font("small")))
    x = _inside(x, longest, painter.viewport().width(), align)
    draw_over(painter, (x, y - apart), measure, font(18, 600), ink, align=align, theme=theme)
    if same:
        draw_over(painter, (x, y + apart), same, role_font("small"), ink2, align=align, theme=theme)


def _inside(x: float, long_px: float, width_px: float, align: Qt.AlignmentFlag) -> float:
    """Where words so long begin, end or have their middle, so that none is cut: a small diagram has no room beside."""
    before = {Qt.AlignmentFlag.AlignLeft: 0.0, Qt.AlignmentFlag.AlignRight: long_px}.get(align, long_px / 2)
    return max(EDGE_PX + before, min(x, width_px - EDGE_PX - long_px + before))


def _faint(value: str, alpha: float) -> QColor:
    made = QColor(value)
    made.setAlphaF(alpha)
    return made
