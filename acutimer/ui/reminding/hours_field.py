"""Every so many hours, from one time of the day to another."""

from datetime import time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from acutimer.core.reminding import LEAST_MINUTES, MOST_MINUTES
from acutimer.ui.kit.flow import flow
from acutimer.ui.kit.layout import column
from acutimer.ui.kit.text import Text
from acutimer.ui.kit.typed_stepper import TypedStepper
from acutimer.ui.log.editing.typed import HOUR, seconds_read
from acutimer.ui.reminding.times_field import WIDTH_PX, clock_of, minutes_of, time_stepper
from acutimer.ui.reminding.words import span


def span_read(text: str) -> int | None:
    """Minutes from "2", "2 h", "1:30", "90 min"; a bare number is hours up to twelve, and minutes beyond."""
    told = text.strip()
    if told.isdecimal():
        return int(told) * HOUR if int(told) * HOUR <= MOST_MINUTES else int(told)
    if told.count(":") == 1:
        told += ":00"  # read as hours and minutes, not as minutes and seconds
    seconds = seconds_read(told)
    return None if seconds is None else seconds // 60


class HoursField(QWidget):
    """A length and two times."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.every = TypedStepper(
            self.tr("Every"),
            2 * HOUR,
            (LEAST_MINUTES, MOST_MINUTES),
            step=30,
            page=HOUR,
            show=span,
            read=span_read,
            wrong=self.tr("Write a length from {0} to {1}."),
        )
        self.every.setFixedWidth(WIDTH_PX)
        self.first = time_stepper(self.tr("From"), time(9))
        self.last = time_stepper(self.tr("To"), time(17))
        for stepper in (self.every, self.first, self.last):
            stepper.changed.connect(lambda _: self.changed.emit())
            stepper.misread.connect(lambda _: self.changed.emit())
        named = (
            (self.tr("Every"), self.every),
            (self.tr("From"), self.first),
            (self.tr("To"), self.last),
        )
        parts = (column(Text(words, "body", "ink2"), 2, stepper) for words, stepper in named)
        column(flow(*parts, gap=16, line_gap=8), parent=self)

    @property
    def hours(self) -> tuple[int, time, time]:
        """The length in minutes, the first and the last time."""
        return self.every.value, clock_of(self.first.value), clock_of(self.last.value)

    @property
    def fault(self) -> str:
        """What is wrong with what is typed; empty while it is understood."""
        return next((it.fault for it in (self.every, self.first, self.last) if it.fault), "")

    def set_hours(self, minutes: int, first: time, last: time) -> None:
        """Show these, saying nothing."""
        self.every.set_value(minutes)
        self.first.set_value(minutes_of(first))
        self.last.set_value(minutes_of(last))

    def settle(self) -> None:
        """Show what was typed as it is said; the keyboard goes to the first that is not understood."""
        for stepper in (self.last, self.first, self.every):
            stepper.settle()
            if stepper.fault:
                stepper.setFocus()
