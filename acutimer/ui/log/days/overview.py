"""This week in bars, and today's repetitions towards their goals."""

from datetime import date

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QBoxLayout, QWidget

from acutimer.content.library import Library
from acutimer.store.history import History
from acutimer.ui.kit.layout import column, row
from acutimer.ui.kit.text import Text
from acutimer.ui.log.days.goals import GoalBar
from acutimer.ui.log.days.week import Day, WeekChart, week_of
from acutimer.ui.routines.words import minutes

BELOW_PX = 28  # between the week and today
WIDEST_PX = 16777215  # as wide as Qt lets it be


class Overview(QWidget):
    """One above the other, or side by side where the window is narrow."""

    def __init__(self, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.week = WeekChart()
        self._total = Text("", "body", "ink2", tabular=True)
        daily = {it.id: (it.name, it.daily_goal) for it in library.exercises.values() if it.daily_goal}
        self.goals = {id_: GoalBar(name, goal) for id_, (name, goal) in daily.items()}
        each = {goal for _, goal in daily.values()}
        towards = self.tr("Today, towards {0}").format(*each) if len(each) == 1 else self.tr("Today")
        head = row(Text(self.tr("This week"), "strong"), None, self._total)
        self._this_week = column(head, 8, self.week, None)
        self._today = column(Text(towards, "strong"), 10, column(*self.goals.values(), spacing=12), None)
        self._layout = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self._this_week)
        self._layout.addWidget(self._today)
        self._layout.addStretch()

    def look(self, history: History, today: date, day_begins_hour: int) -> None:
        """Ask the history, and show what was done.

        Raises:
            WorldError: it cannot be read; what was shown stays.
        """
        days = week_of(today)
        seconds = history.totals.seconds_by_day(days[0], days[-1], day_begins_hour)
        done = {exercise: history.totals.counted_on(exercise, today, day_begins_hour).reps for exercise in self.goals}
        self.week.show_days([_day(day, today, seconds.get(day, 0.0)) for day in days])
        total = sum(seconds.values())
        self._total.setText(minutes(total) if total else self.tr("none yet"))
        for exercise, bar in self.goals.items():
            bar.show_done(done[exercise])

    def stack(self, *, width: int, chart_px: int) -> None:
        """Lay today out below the week, `width` px wide, the bars in a chart `chart_px` high."""
        self._lay_out(QBoxLayout.Direction.TopToBottom, BELOW_PX, chart_px)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setStretch(1, 0)
        for part in (self._this_week, self._today):
            part.setFixedWidth(width)

    def spread(self, *, week_px: int, gap_px: int, end_px: int, chart_px: int) -> None:
        """Lay today out beside the week, `gap_px` away from it and ending `end_px` before the end."""
        self._lay_out(QBoxLayout.Direction.LeftToRight, gap_px, chart_px)
        self._layout.setContentsMargins(0, 0, end_px, 0)
        self._layout.setStretch(1, 1)
        self._this_week.setFixedWidth(week_px)
        self._today.setMinimumWidth(0)
        self._today.setMaximumWidth(WIDEST_PX)

    def _lay_out(self, direction: QBoxLayout.Direction, gap_px: int, chart_px: int) -> None:
        self._layout.setDirection(direction)
        self._layout.setSpacing(gap_px)
        self._layout.setStretch(2, 0 if direction is QBoxLayout.Direction.LeftToRight else 1)
        self.week.setFixedHeight(chart_px)


def _day(day: date, today: date, seconds: float) -> Day:
    number, names = day.isoweekday(), QLocale()
    return Day(
        name=names.standaloneDayName(number, QLocale.FormatType.ShortFormat),
        spoken=names.standaloneDayName(number, QLocale.FormatType.LongFormat),
        seconds=None if day > today else seconds,
        is_today=day == today,
    )
