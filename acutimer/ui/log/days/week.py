"""The days of this week as bars."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QLocale, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from acutimer.language.joining import side_by_side
from acutimer.ui.kit.buttons import Look, paint_shape
from acutimer.ui.kit.fonts import font
from acutimer.ui.kit.text import draw_text
from acutimer.ui.kit.tokens import Tokens, color, tokens

BAR_PX, WIDEST_BAR_PX = 26, 40
BAR_SHARE = 0.6  # of the room a day has
RADIUS_PX = 8
STUB_PX = 5  # a day without practice
LABEL_PX = 32  # below the bars
NUMBER_PX = 26  # above the highest
LEAST_MINUTES = 20  # the height of the chart, in a week with less


@dataclass(frozen=True, slots=True)
class Day:
    """One day. `name` is short ("Mon"), `spoken` whole; `seconds` is None for a day still to come."""

    name: str
    spoken: str
    seconds: float | None
    is_today: bool

    @property
    def minutes(self) -> int:
        """Rounded, and at least 1 where there was anything."""
        return max(1, int(self.seconds / 60 + 0.5)) if self.seconds else 0


class WeekChart(QWidget):
    """Seven bars with their minutes; today's is ember."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days: tuple[Day, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_days(self, days: Sequence[Day]) -> None:
        """Show these days."""
        self._days = tuple(days)
        past = [day for day in days if day.seconds is not None]
        words = self.tr("{0}: {1}\u00a0min")
        self.setAccessibleName(side_by_side(words.format(day.spoken, day.minutes) for day in past))
        self.update()

    def sizeHint(self) -> QSize:
        """As high as in the design."""
        return QSize(280, 190)

    @property
    def _step_px(self) -> float:
        return self.width() / max(1, len(self._days))

    @property
    def _bar_px(self) -> float:
        return min(WIDEST_BAR_PX, max(BAR_PX, BAR_SHARE * self._step_px))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint bars, numbers and names."""
        theme = tokens(self)
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        step = self._step_px
        most = max([LEAST_MINUTES, *(day.minutes for day in self._days)])
        for place, day in enumerate(self._days):
            shown = len(self._days) - 1 - place if self.isRightToLeft() else place
            self._paint_day(painter, theme, day, (shown + 0.5) * step, day.minutes / most)
        painter.end()

    def _paint_day(self, painter: QPainter, theme: Tokens, day: Day, x: float, share: float) -> None:
        floor = self.height() - LABEL_PX
        height = max(2.0 * RADIUS_PX, share * (floor - NUMBER_PX)) if share else STUB_PX
        ground = theme.ember if day.is_today else theme.heat2
        if not share:
            ground = theme.line if day.seconds is None else theme.edge
            painter.setOpacity(0.5)
        bar = QRectF(x - self._bar_px / 2, floor - height, self._bar_px, height)
        paint_shape(painter, bar, min(RADIUS_PX, height / 2), Look(ground, theme.ink))
        painter.setOpacity(1.0)
        middle, weight = Qt.AlignmentFlag.AlignHCenter, 650 if day.is_today else 500
        if share:
            ink = color(theme.ink if day.is_today else theme.ink2)
            numbers = font(15, weight, tabular=True)
            draw_text(painter, x, floor - height - 13, str(day.minutes), numbers, ink, middle)
        ink = color(theme.ink if day.is_today else theme.ink3)
        draw_text(painter, x, floor + 20, day.name, font(15, 650 if day.is_today else 450), ink, middle)


def week_of(day: date) -> tuple[date, ...]:
    """The seven days of the week `day` lies in, beginning as the system has it."""
    first = QLocale().firstDayOfWeek().value
    start = day - timedelta(days=(day.isoweekday() - first) % 7)
    return tuple(start + timedelta(days=number) for number in range(7))
