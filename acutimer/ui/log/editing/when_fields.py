"""The day and the start of a session."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QDate, QLocale, Signal
from PySide6.QtWidgets import QWidget

from acutimer.core.correcting import on_the_clock
from acutimer.core.history import day_of
from acutimer.ui.kit.layout import column, row
from acutimer.ui.kit.text import Text
from acutimer.ui.kit.typed_stepper import TypedStepper
from acutimer.ui.log.editing.day_field import DayField
from acutimer.ui.log.editing.fault_line import FaultLine
from acutimer.ui.log.editing.typed import HOUR, daytime_read, daytime_shown
from acutimer.ui.log.numbers import clock_time

Local = Callable[[datetime], datetime]
"""Gives a time without an offset the one that this place has then."""

DAY_MINUTES = 24 * HOUR
STEP_MINUTES = 5
START_PX = 172
LABEL_PX = 60


class WhenFields(QWidget):
    """A day of the log, which begins at `day_begins_hour`: an earlier time belongs to the night after it.

    `clock` tells the moment by the clock of the session; nothing later can be chosen.
    """

    changed = Signal()
    """The user changed the day or the start."""

    def __init__(
        self,
        start: datetime,
        clock: Callable[[], datetime],
        day_begins_hour: int,
        local: Local,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._clock, self._hour, self._local = clock, day_begins_hour, local
        day = day_of(start, day_begins_hour)
        self.day = DayField(day, self.tr("Day"), last=max(day, day_of(clock(), day_begins_hour)))
        self.start = TypedStepper(
            self.tr("Start"),
            start.hour * HOUR + start.minute,
            (0, DAY_MINUTES - 1),
            step=STEP_MINUTES,
            page=HOUR,
            show=daytime_shown,
            read=daytime_read,
            wrong=self.tr("Write a time of day like {0}.").format(daytime_shown(7 * HOUR + 30)),
        )
        self.start.setFixedWidth(START_PX)
        self._hint = Text("", "small", "ink2", wrap=True)
        self._hint.setContentsMargins(0, 6, 0, 0)
        self.fault = FaultLine()
        self.day.changed.connect(self._change)
        self.start.changed.connect(self._change)
        self.start.misread.connect(lambda _: self._tell())
        words = Text(self.tr("Start"), "body", "ink2")
        column(self.day, 10, row(words, None, self.start), self._hint, self.fault, parent=self)
        self._tell()

    @property
    def shown(self) -> datetime:
        """What the clock showed, without an offset."""
        at = time(*divmod(self.start.value, HOUR))
        night = timedelta(days=1) if at.hour < self._hour else timedelta()
        return datetime.combine(self.day.day + night, at)

    @property
    def chosen(self) -> tuple[date, int]:
        """The day, and the start in minutes from midnight."""
        return self.day.day, self.start.value

    def set_start(self, start: datetime) -> None:
        """Show another start, without saying so."""
        self.start.set_value(start.hour * HOUR + start.minute)
        self._tell()

    def look(self) -> bool:
        """Whether all of it can be kept; what cannot is told, and gets the keyboard."""
        self.start.settle()
        self._tell()
        if self.fault.words:
            self.start.setFocus()
        return not self.fault.words

    def _change(self) -> None:
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        moment, now = on_the_clock(self.shown, self._local), self._clock()
        fault = self.start.fault
        if not fault and moment > now:
            fault = self.tr("That is still to come. It is {0} now.").format(clock_time(now))
        self.fault.tell(fault)
        hint = "" if fault else self._hints(moment)
        self._hint.setText(hint)
        self._hint.updateGeometry()
        self._hint.setVisible(bool(hint))

    def _hints(self, moment: datetime) -> str:
        told = []
        if moment.replace(tzinfo=None) != self.shown:
            told.append(self.tr("The clocks went forward then: this is kept as {0}.").format(clock_time(moment)))
        if self.shown.date() != self.day.day:
            night = QDate(self.shown.year, self.shown.month, self.shown.day)
            weekday = QLocale().standaloneDayName(night.dayOfWeek(), QLocale.FormatType.LongFormat)
            told.append(self.tr("In the night to {0}.").format(weekday))
        return " ".join(told)
