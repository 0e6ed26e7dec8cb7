"""The body's silhouette as a painter path, for light on the skin."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainterPath, QTransform

from acutimer.core.body import Figure
from acutimer.ui.body.strokes import outline_of


def silhouette(figure: Figure) -> QPainterPath:
    """The skin and hair as one path, in the figure's own unit and as drawn. Keep it: making it takes some ms."""
    return outline_of(figure.silhouette)


def to_target(figure: Figure, target: QRectF, *, flipped: bool) -> QTransform:
    """Maps the figure's unit to a rectangle in which its picture is shown, flipped or not."""
    x, y, width, height = figure.rect
    across, down = target.width() / width, target.height() / height
    if flipped:
        return QTransform(-across, 0, 0, down, target.right() + x * across, target.y() - y * down)
    return QTransform(across, 0, 0, down, target.x() - x * across, target.y() - y * down)
