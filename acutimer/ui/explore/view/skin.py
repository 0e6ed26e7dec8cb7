"""Light on the skin of an area: painted on the body alone, never on the ground beside it."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QBrush, QImage, QLinearGradient, QPainter, QPolygonF

from acutimer.core.body import Figure, Zone
from acutimer.core.placing import flip
from acutimer.ui.body.figures import FigureKey
from acutimer.ui.kit.tokens import color

STRENGTH = 0.42
# The light is full in the middle and fades towards the ends of the area: shares of its height, and of its strength.
STOPS = ((0.0, 0.0), (0.18, 0.55), (0.35, 1.0), (0.65, 1.0), (0.82, 0.55), (1.0, 0.0))


def lit(image: QImage, key: FigureKey, figure: Figure, zones: tuple[Zone, ...], value: str) -> QImage:
    """A copy of a figure's image, or of the part of it that `key` names, with `zones` lit in the colour `value`."""
    copy = image.copy()
    scale, left, top = in_image(image, key, figure)
    painter = QPainter(copy)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceAtop)
    for zone in zones:
        corners = [flip(figure, corner) if key.flipped else corner for corner in zone.polygon]
        spots = [QPointF((x - left) * scale, (y - top) * scale) for x, y in corners]
        heights = [spot.y() for spot in spots]
        light = QLinearGradient(0, min(heights), 0, max(heights))
        for stop, share in STOPS:
            light.setColorAt(stop, color(value, STRENGTH * share))
        painter.setPen(color(value, 0.0))
        painter.setBrush(QBrush(light))
        painter.drawPolygon(QPolygonF(spots))
    painter.end()
    return copy


def in_image(image: QImage, key: FigureKey, figure: Figure) -> tuple[float, float, float]:
    """Pixels per unit in a figure's image, or in the part of it that `key` names, and where its corner is as shown."""
    left, top, width, _ = figure.rect
    if key.part is None:
        return image.width() / width, left, top
    scale = key.px_per_unit
    across, down, part_width, _ = key.part
    if key.flipped:
        across = round(width * scale) - across - part_width
    return scale, left + across / scale, top + down / scale
