"""The body's silhouette as a painter path, for light on the skin."""

from PySide6.QtGui import QPainterPath

from acutimer.core.body import Figure
from acutimer.ui.body.strokes import outline_of


def silhouette(figure: Figure) -> QPainterPath:
    """The skin and hair as one path, in the figure's own unit and as drawn. Keep it: making it takes some ms."""
    return outline_of(figure.silhouette)
