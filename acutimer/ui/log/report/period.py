"""Which days the report is about."""

from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from acutimer.ui.kit.dropdown import Dropdown
from acutimer.ui.kit.layout import column
from acutimer.ui.kit.text import Text
from acutimer.ui.log.editing.day_field import DayField

SPANS_DAYS = (28, 84, 365)
USUAL = 1


@dataclass(frozen=True, slots=True)
class Period:
    """Days, the first and the last included."""

    first: date
    last: date


class PeriodChoice(QWidget):
    """The last weeks or the last year, or from any day to any other. `changed` follows what the user chose."""

    changed = Signal()

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        items = [
            self.tr("The last 4\u00a0weeks"),
            self.tr("The last 12\u00a0weeks"),
            self.tr("The last year"),
            self.tr("Other days"),
        ]
        self.spans = Dropdown(items, self.tr("Period"), index=USUAL)
        self.first = DayField(today, self.tr("From"), last=today)
        self.last = DayField(today, self.tr("To"), last=today)
        self._other = column(
            Text(self.tr("From"), "small", "ink2"),
            self.first,
            8,
            Text(self.tr("To"), "small", "ink2"),
            self.last,
            spacing=2,
            margins=(0, 10, 0, 0),
        )
        self._other.hide()
        self.spans.chosen.connect(self._choose)
        self.first.changed.connect(lambda _day: self._read_days())
        self.last.changed.connect(lambda _day: self._read_days())
        column(Text(self.tr("Period"), "strong"), 8, self.spans, self._other, parent=self)

    @property
    def period(self) -> Period:
        """What is chosen."""
        if self._is_other:
            return Period(self.first.day, self.last.day)
        return Period(self._today - timedelta(days=SPANS_DAYS[self.spans.index] - 1), self._today)

    @property
    def _is_other(self) -> bool:
        return self.spans.index == len(SPANS_DAYS)

    def set_today(self, today: date, begins: date | None) -> None:
        """Say which day it is and when the log begins, without saying that anything was chosen."""
        self._today, self._begins = today, min(begins or today, today)
        self._limit()

    def _choose(self, index: int) -> None:
        if index == len(SPANS_DAYS) and self._other.isHidden():
            days = SPANS_DAYS[USUAL] - 1
            self.last.set_day(self._today)
            self.first.set_day(self._today - timedelta(days=days))
            self._limit()
        self._other.setVisible(self._is_other)
        self.changed.emit()

    def _read_days(self) -> None:
        self._limit()
        self.changed.emit()

    def _limit(self) -> None:
        """Neither day passes the other, today, or the log's first."""
        self.first.set_limits(self._begins, self.last.day)
        self.last.set_limits(self.first.day, self._today)
