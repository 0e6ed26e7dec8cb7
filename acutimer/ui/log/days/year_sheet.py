"""The days of the year with the names of the months above and of the weekdays beside them."""

import math
from itertools import pairwise

from PySide6.QtCore import QLocale, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from acutimer.ui.kit.fonts import font
from acutimer.ui.kit.text import draw_text, text_width
from acutimer.ui.kit.tokens import color, tokens
from acutimer.ui.log.days.year_cells import SIDE_SHARE
from acutimer.ui.log.days.year_model import ROWS, YearModel
from acutimer.ui.log.days.year_view import AROUND_PX, YearView

MONTHS_PX, LOW_MONTHS_PX = 26, 22  # the second where days are small
SMALL_BELOW_PX = 16
AFTER_NAMES_PX = 12
LEAST_ROOM_PX, HIGHEST_ROOM_PX = 13, 26  # of a day; in a wide window rooms grow wider, not higher
NARROWEST_ROOM_PX = 6  # in a small window rooms are narrower than they are high
BETWEEN_NAMES_PX = 6
NAMED = (1, 3, 5)  # Monday, Wednesday, Friday: every second row has room for a name


class YearSheet(QWidget):
    """As wide as its place; how high follows from it."""

    def __init__(self, model: YearModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._year = model
        self.view = YearView(model, self)
        self.setFocusProxy(self.view)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        model.modelReset.connect(self._renew)

    def _renew(self) -> None:
        self.updateGeometry()
        self._place()
        self.update()

    def _names_px(self) -> int:
        names = (_weekday(number) for number in NAMED)
        return math.ceil(max(text_width(name, _type()) for name in names)) + AFTER_NAMES_PX

    def _months_px(self, width: int) -> int:
        """How high the line of the months is, in so many px across."""
        room = self._room_px(width)
        return LOW_MONTHS_PX if room < SMALL_BELOW_PX else MONTHS_PX

    def _place(self) -> None:
        beside, above = self._names_px() - AROUND_PX, self._months_px(self.width()) - AROUND_PX
        left = 0 if self.isRightToLeft() else beside
        self.view.setGeometry(left, above, max(1, self.width() - beside), max(1, self.height() - above))

    def _room_px(self, width: int) -> float:
        """How wide a day's room is, in so many px across."""
        return (width - self._names_px() - AROUND_PX) / self._year.columns

    def month_names(self, across_px: float) -> list[str]:
        """Short names, or letters where a week is so narrow that the names would run into each other."""
        names = _months(QLocale.FormatType.ShortFormat)
        columns = self._year.month_columns()
        rooms = [(after - column) * across_px for column, after in pairwise(columns)]
        needed = [text_width(name, _type()) + BETWEEN_NAMES_PX for name in names[:-1]]
        is_tight = any(need > room for need, room in zip(needed, rooms, strict=True))
        return _months(QLocale.FormatType.NarrowFormat) if is_tight else names

    def hasHeightForWidth(self) -> bool:
        """The wider the days, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The months and seven days."""
        room = min(HIGHEST_ROOM_PX, max(LEAST_ROOM_PX, self._room_px(width)))
        return self._months_px(width) + round(ROWS * room) + AROUND_PX

    def sizeHint(self) -> QSize:
        """At the least that can be told apart."""
        width = self._names_px() + LEAST_ROOM_PX * self._year.columns + AROUND_PX
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Days that can just be told from each other, as high as ever."""
        width = self._names_px() + NARROWEST_ROOM_PX * self._year.columns + AROUND_PX
        return QSize(width, self.heightForWidth(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The days follow."""
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the names."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        ink = color(tokens(self).ink3)
        mirrored = self.isRightToLeft()
        align = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        days = self.view.geometry().adjusted(AROUND_PX, AROUND_PX, -AROUND_PX, -AROUND_PX)
        across, down = self.view.room()
        to_square = (across - SIDE_SHARE * min(across, down)) / 2  # names begin where the squares below them do
        for name, column in zip(self.month_names(across), self._year.month_columns(), strict=True):
            x = column * across + to_square
            at = days.right() + 1 - x if mirrored else days.left() + x
            draw_text(painter, at, days.top() / 2 - 2, name, _type(), ink, align)
        for row, number in enumerate(self._year.weekdays()):
            if number in NAMED:
                y = days.top() + (row + 0.5) * down
                draw_text(painter, self.width() if mirrored else 0, y, _weekday(number), _type(), ink, align)
        painter.end()


def _weekday(number: int) -> str:
    return QLocale().standaloneDayName(number, QLocale.FormatType.ShortFormat)


def _months(length: QLocale.FormatType) -> list[str]:
    return [QLocale().standaloneMonthName(month, length) for month in range(1, 13)]


def _type() -> QFont:
    return font(15, 450)
