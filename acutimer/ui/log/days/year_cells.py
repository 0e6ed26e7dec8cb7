"""How a day of the year is painted."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen

from acutimer.ui.kit.tokens import Tokens, color
from acutimer.ui.log.days.year_model import BLANK, REST, TO_COME

SIDE_SHARE = 0.8  # of the room a day has
WARM_SHARES = (0.58, 0.74, 0.88, 1.0)  # of the side, by heat: it is told by size as well as by colour
ROUND_SHARE = 0.3
REST_PX, TO_COME_PX = 2.4, 1.3  # radii of the dots
OUTLINE_GAP_PX, OUTLINE_PX = 1.5, 2.0


class DayPainter:
    """Paints days round their middles: squares, larger and darker with the minutes, and dots.

    A dot is a rest, a smaller one a day to come. `room_px` is how wide or high a day's room is, whichever is less.
    """

    def __init__(self, theme: Tokens, room_px: float) -> None:
        self.side_px = SIDE_SHARE * room_px
        self._pen = QPen(Qt.PenStyle.NoPen)
        warm = (theme.heat1, theme.heat2, theme.heat3, theme.heat4)
        self._warm = [
            (self.side_px * share, QBrush(color(heat))) for share, heat in zip(WARM_SHARES, warm, strict=True)
        ]
        larger = min(1.5, max(1.0, room_px / 17.5))
        self._dots = {
            REST: (REST_PX * larger, QBrush(color(theme.edge))),
            TO_COME: (TO_COME_PX * larger, QBrush(color(theme.edge))),
        }

    def paint(self, painter: QPainter, middle: QPointF, cell: int) -> None:
        """Paint one, `cell` as YearModel tells it."""
        if cell == BLANK:
            return
        painter.setPen(self._pen)
        if cell in self._dots:
            radius, brush = self._dots[cell]
            painter.setBrush(brush)
            painter.drawEllipse(middle, radius, radius)
            return
        side, brush = self._warm[cell - 1]
        painter.setBrush(brush)
        radius = ROUND_SHARE * side
        shape = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
        painter.drawRoundedRect(shape, radius, radius)
