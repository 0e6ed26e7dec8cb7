"""The line that tells of one day."""

import math
from datetime import date
from functools import lru_cache

from PySide6.QtCore import QLocale, QPointF, QSize
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QSizePolicy, QWidget

from acutimer.core.totals import DayTotal
from acutimer.ui.kit.fonts import font
from acutimer.ui.kit.text import Text, text_width
from acutimer.ui.kit.tokens import color, tokens
from acutimer.ui.log.days.day_words import day_name, day_total, told

LONGEST = DayTotal(seconds=83_400, sessions=11)  # a day of which much is told
SOME_YEAR = 2024


class DaySentence(Text):
    """One line, what was done in a heavier type: "Friday 20 November: two sessions, 18 min".

    It asks for room for any day, so that nothing moves while one walks.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        self._day: date | None = None
        self._done = ""
        self._is_short = False
        super().__init__("", "body", "ink2", tabular=True, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.MinimumExpanding, QSizePolicy.Policy.Fixed)

    def show_day(self, day: date, done: str) -> None:
        """Tell of a day, and what was done, if there is anything to tell."""
        self._day, self._done = day, done
        self._tell()

    def set_short(self, is_short: bool) -> None:
        """Write the day as "Fri 20 Nov", or in full."""
        if is_short != self._is_short:
            self._is_short = is_short
            self._tell()

    def _tell(self) -> None:
        if self._day is not None:
            self.setText(told(day_name(self._day, is_short=self._is_short), self._done))

    def room_px(self, *, is_short: bool) -> int:
        """How wide the line gets on any day."""
        return _widest(QLocale().name(), is_short=is_short)

    def sizeHint(self) -> QSize:
        """Room for any day, so that walking moves nothing."""
        words = math.ceil(text_width(self.text(), font(17, 600)))
        return QSize(max(words, self.room_px(is_short=self._is_short)), super().sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the day, and what was done; in one piece, for which comes first depends on the language."""
        words, theme = self.text(), tokens(self)
        done = self._done
        heavy = QTextCharFormat()
        heavy.setFontWeight(QFont.Weight(600))
        heavy.setForeground(color(theme.ink))
        told_of = QTextLayout.FormatRange()
        told_of.start, told_of.length, told_of.format = words.rfind(done), len(done), heavy
        layout = self._broken(0, (told_of,) if done else ())
        line = layout.lineAt(0)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        painter.setPen(color(theme.ink2))
        x = self.width() - line.naturalTextWidth() if self.isRightToLeft() else 0.0
        y = (self.height() - line.ascent() - line.descent()) / 2
        line.draw(painter, QPointF(x - line.naturalTextRect().left(), y))
        painter.end()


@lru_cache(maxsize=8)
def _widest(_locale: str, *, is_short: bool) -> int:
    """In the language of now, whose name is asked for so that another one is measured anew."""
    done = day_total(LONGEST)

    def width(day: date) -> float:
        return text_width(told(day_name(day, is_short=is_short), done), font(17, 600))

    month = max(range(1, 13), key=lambda month: width(date(SOME_YEAR, month, 20)))
    return math.ceil(max(width(date(SOME_YEAR, month, 20 + number)) for number in range(7)))
