"""How a day of the year is painted."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from acutimer.ui.kit.tokens import Tokens, color
from acutimer.ui.log.days.year_model import BLANK, OUTSIDE, REST

SIDE_SHARE = 0.8  # of the room a day has
WARM_SHARES = (0.58, 0.74, 0.88, 1.0)  # of the side, by heat: it is told by size as well as by colour
ROUND_SHARE = 0.3
DOTS_PX = {REST: 2.4, OUTSIDE: 1.4}  # radii
REST_ALPHA = 0.75
OUTLINE_GAP_PX, OUTLINE_PX = 1.5, 2.0


class DayPainter:
    """Paints days round their middles: squares, larger and darker with the minutes, and dots.

    A dot is a rest, a smaller one a day outside. `room_px` is how wide or high a day's room
    is, whichever is less.
    """

    def __init__(self, theme: Tokens, room_px: float) -> None:
        side_px = SIDE_SHARE * room_px
        warm = (theme.heat1, theme.heat2, theme.heat3, theme.heat4)
        self._warm = [(side_px * share, QBrush(color(heat))) for share, heat in zip(WARM_SHARES, warm, strict=True)]
        larger = min(1.5, max(1.0, room_px / 17.5))
        inks = {REST: color(theme.edge, REST_ALPHA), OUTSIDE: color(theme.line)}
        self._dots = {kind: _dot(inks[kind], 2 * radius * larger) for kind, radius in DOTS_PX.items()}

    def paint(self, painter: QPainter, cell: int, middles: Sequence[QPointF]) -> None:
        """Paint all days of one kind, `cell` as YearModel tells it."""
        if cell in self._dots:
            painter.setPen(self._dots[cell])
            painter.drawPoints(middles)
        elif cell != BLANK:
            side, brush = self._warm[cell - 1]
            half, radius = side / 2, ROUND_SHARE * side
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(brush)
            for middle in middles:
                shape = QRectF(middle.x() - half, middle.y() - half, side, side)
                painter.drawRoundedRect(shape, radius, radius)


def _dot(ink: QColor, across_px: float) -> QPen:
    return QPen(ink, across_px, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
