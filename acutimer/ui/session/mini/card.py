"""The ground of the small window: round corners, a fine line, and a soft shadow where the desktop has one."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBitmap, QPainter, QPainterPath, QPen, QPixmap, QRegion

from acutimer.ui.kit.tokens import Tokens, color

WIDTH_PX, HEIGHT_PX = 320, 120
RADIUS_PX = 22.0
MARGIN_PX = 24  # around the card, for its shadow
DROP_PX, SPREAD_PX, STEP_PX = 6.0, 18, 1


def paint_card(at: QPointF, outer: QSize, theme: Tokens, ratio: float, *, has_shadow: bool) -> QPixmap:
    """A picture `outer` px large with the card at `at`. `ratio` is device pixels to the px."""
    drawn = QPixmap(round(outer.width() * ratio), round(outer.height() * ratio))
    drawn.setDevicePixelRatio(ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    card = QRectF(at.x(), at.y(), WIDTH_PX, HEIGHT_PX)
    if has_shadow:
        _paint_shadow(painter, card, theme)
    edge = color(theme.edge, 0.55) if theme.is_dark else color(theme.line)
    painter.setPen(QPen(edge, 1))
    painter.setBrush(color(theme.surface))
    painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_PX, RADIUS_PX)
    painter.end()
    return drawn


def hard_shape() -> QRegion:
    """The card as whole pixels, for a desktop on which nothing can be seen through."""
    shape = QBitmap(WIDTH_PX, HEIGHT_PX)
    shape.fill(Qt.GlobalColor.color0)
    painter = QPainter(shape)
    painter.setBrush(Qt.GlobalColor.color1)
    painter.drawRoundedRect(QRectF(0, 0, WIDTH_PX - 1, HEIGHT_PX - 1), RADIUS_PX, RADIUS_PX)
    painter.end()
    return QRegion(shape)


def _paint_shadow(painter: QPainter, card: QRectF, theme: Tokens) -> None:
    """Many faint layers, one a little larger than the other: darker towards the card."""
    # Black, for layers as faint as these round any other colour to a tint of it.
    shade = color("#000000", 0.03 if theme.is_dark else 0.012)
    painter.setPen(Qt.PenStyle.NoPen)
    for reach in range(0, SPREAD_PX, STEP_PX):
        layer = QPainterPath()
        radius = RADIUS_PX + reach
        layer.addRoundedRect(card.adjusted(-reach, -reach, reach, reach).translated(0, DROP_PX), radius, radius)
        painter.fillPath(layer, shade)
