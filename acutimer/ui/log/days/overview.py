"""A week in bars, and today's repetitions towards their goals."""

from datetime import date, timedelta

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QWidget

from acutimer.content.library import Library
from acutimer.core.trends import WEEK_DAYS, continuity
from acutimer.store.totals import Totals
from acutimer.ui.kit.layout import column, row
from acutimer.ui.kit.text import Text
from acutimer.ui.log.days.goals import GoalBar
from acutimer.ui.log.days.week import Day, WeekChart, week_of
from acutimer.ui.log.numbers import continuity_words, date_words, practised

BELOW_PX = 18  # between the week and today
LOW_CHART_PX, HIGHEST_CHART_PX = 104, 300


class Overview(QWidget):
    """The week of one day, on how many days of late one practised, and the goals of today."""

    def __init__(self, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.week = WeekChart()
        self._most_chart_px, self._room_px = HIGHEST_CHART_PX, 0
        self._heading = Text("", "strong", wrap=True)
        self._total = Text("", "body", "ink2", tabular=True)
        self._lately = Text("", "small", "ink2", wrap=True)
        daily = {it.id: (it.name, it.daily_goal) for it in library.exercises.values() if it.daily_goal}
        self.goals = {id_: GoalBar(name, goal) for id_, (name, goal) in daily.items()}
        each = {goal for _, goal in daily.values()}
        towards = self.tr("Today, towards {0}").format(*each) if len(each) == 1 else self.tr("Today")
        column(
            row((self._heading, 1), (self._total, Qt.AlignmentFlag.AlignTop), spacing=10),
            8,
            self.week,
            10,
            self._lately,
            BELOW_PX,
            Text(towards, "strong"),
            10,
            column(*self.goals.values(), spacing=6),
            None,
            parent=self,
        )

    def look(self, totals: Totals, today: date, day_begins_hour: int) -> None:
        """Show what was done today and of late.

        Raises:
            WorldError: the history cannot be read; what was shown stays.
        """
        lately = totals.seconds_by_day(today - timedelta(days=WEEK_DAYS - 1), today, day_begins_hour)
        done = {exercise: totals.counted_on(exercise, today, day_begins_hour) for exercise in self.goals}
        self._lately.setText(continuity_words(continuity(lately, today)))
        for exercise, bar in self.goals.items():
            bar.show_done(done[exercise])

    def look_at_week(self, totals: Totals, day: date, today: date, day_begins_hour: int) -> None:
        """Show the week `day` lies in.

        Raises:
            WorldError: the history cannot be read; what was shown stays.
        """
        days = week_of(day)
        seconds = totals.seconds_by_day(days[0], days[-1], day_begins_hour)
        self.week.show_days([_day(it, today, seconds.get(it, 0.0)) for it in days])
        is_this_week = today in days
        self._lately.setVisible(is_this_week)
        self.fit_chart(self._room_px)
        total = sum(seconds.values())
        self._total.setText(practised(total) if total else self.tr("none yet") if is_this_week else self.tr("none"))
        self._heading.setText(self.tr("This week") if is_this_week else self._week_of(days[0], today))

    def set_most_chart_px(self, height: int) -> None:
        """How high the bars of the week may be at the most, their words included."""
        self._most_chart_px = min(HIGHEST_CHART_PX, max(LOW_CHART_PX, height))
        self.fit_chart(self._room_px)

    def fit_chart(self, room_px: int) -> None:
        """Give the week what all else leaves of so much room, and no less than it can be read in."""
        self._room_px = room_px
        inside = self.layout()
        assert inside is not None
        around_px = inside.totalMinimumHeightForWidth(self.width()) - self.week.minimumHeight()
        self.week.setFixedHeight(max(LOW_CHART_PX, min(self._most_chart_px, room_px - around_px)))

    def _week_of(self, first: date, today: date) -> str:
        return self.tr("Week of {0}").format(date_words(first, has_year=first.year != today.year))


def _day(day: date, today: date, seconds: float) -> Day:
    number, names = day.isoweekday(), QLocale()
    return Day(
        name=names.standaloneDayName(number, QLocale.FormatType.ShortFormat),
        spoken=names.standaloneDayName(number, QLocale.FormatType.LongFormat),
        seconds=None if day > today else seconds,
        is_today=day == today,
    )
