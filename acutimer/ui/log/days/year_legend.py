"""What the squares and dots of the year mean."""

import math

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from acutimer.ui.kit.fonts import font
from acutimer.ui.kit.text import draw_text, text_width
from acutimer.ui.kit.tokens import color, tokens
from acutimer.ui.log.days.year_cells import DayPainter
from acutimer.ui.log.days.year_model import REST, WARMER_FROM_SECONDS

HEIGHT_PX = 22
STEP_PX, GAP_PX = 21, 16  # from square to square, and to the words
ROOM_PX = 17.5
CELLS = (REST, 1, 2, 3, 4)


class YearLegend(QWidget):
    """A line: "Rest", a dot, four squares, "22 min and more"."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        few, some, many = (limit // 60 for limit in WARMER_FROM_SECONDS)
        self._rest = self.tr("Rest", "a day")
        self._most = self.tr("{0}\u00a0min and more").format(many)
        meaning = self.tr(
            "A dot is a rest. Four squares, each larger: less than {0} minutes, less than {1}, less than {2}, and more."
        )
        self.setAccessibleName(meaning.format(few, some, many))
        self.setToolTip(self.accessibleName())
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """The words and what stands between them."""
        words = text_width(self._rest, font(15, 450)) + text_width(self._most, font(15, 450))
        return QSize(math.ceil(words) + 2 * GAP_PX + (len(CELLS) - 1) * STEP_PX + 4, HEIGHT_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line."""
        theme = tokens(self)
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        mirrored = self.isRightToLeft()
        start, end = (self.width(), 0) if mirrored else (0, self.width())
        away = -1 if mirrored else 1
        at_start, at_end = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        if mirrored:
            at_start, at_end = at_end, at_start
        middle, type_, ink = self.height() / 2, font(15, 450), color(theme.ink3)
        x = start + away * (draw_text(painter, start, middle, self._rest, type_, ink, at_start) + GAP_PX)
        draw_text(painter, end, middle, self._most, type_, ink, at_end)
        days = DayPainter(theme, ROOM_PX)
        for cell in CELLS:
            days.paint(painter, cell, [QPointF(x, middle)])
            x += away * STEP_PX
        painter.end()
