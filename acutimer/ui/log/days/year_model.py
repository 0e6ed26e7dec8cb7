"""The days of a year as a table: a row to each day of the week, a column to each week."""

from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtCore import QAbstractTableModel, QLocale, QModelIndex, QPersistentModelIndex, Qt

from acutimer.core.totals import DayTotal
from acutimer.ui.log.days.day_words import day_name, day_total, told, whole_day_name

ROWS = 7
# Of a cell, besides the heats 1 to 4; outside is to come, before the log begins, or without what is asked for.
BLANK, OUTSIDE, REST = -2, -1, 0
WARMER_FROM_SECONDS = (8 * 60, 14 * 60, 22 * 60)

Index = QModelIndex | QPersistentModelIndex


def heat_of(seconds: float) -> int:
    """How warm a day is painted: 0 where nothing was done, 1 to 4 for less than 8, 14 and 22 minutes, and more."""
    return 1 + sum(seconds >= limit for limit in WARMER_FROM_SECONDS) if seconds > 0 else REST


class YearModel(QAbstractTableModel):
    """Plain days. Weeks begin with the system's first day; the first and the last week have blank cells.

    A cell's AccessibleTextRole is its sentence, its DayRole the date; a blank one has neither.
    """

    DayRole = Qt.ItemDataRole.UserRole

    def __init__(self) -> None:
        super().__init__()
        self._lay_out(2000)
        self._days: Mapping[date, DayTotal] = {}
        self._today = self._begins = self._first
        self._is_part = False
        self._cells = [BLANK] * (ROWS * self.columns)

    def show_year(
        self,
        year: int,
        days: Mapping[date, DayTotal],
        today: date,
        begins: date | None = None,
        *,
        is_part: bool = False,
    ) -> None:
        """Show a year's totals; days after `today`, and before the log `begins`, are outside.

        `is_part`: they are those of some sessions only, so that days without any are outside, too.
        """
        self.beginResetModel()
        self._lay_out(year)
        self._days, self._today, self._begins, self._is_part = days, today, begins or date.min, is_part
        before = max(0, min(self._count, (self._begins - self._first).days))
        past = max(before, min(self._count, (today - self._first).days + 1))
        cells = [BLANK] * self._offset
        nothing = OUTSIDE if is_part else REST
        cells += [OUTSIDE] * before + [nothing] * (past - before) + [OUTSIDE] * (self._count - past)
        cells += [BLANK] * (ROWS * self.columns - len(cells))
        for day, total in days.items():
            if day.year == year and day <= today:
                cells[self._offset + (day - self._first).days] = heat_of(total.seconds)
        self._cells = cells
        self.endResetModel()

    def _lay_out(self, year: int) -> None:
        self.year = year
        self._first = date(year, 1, 1)
        self._count = (date(year, 12, 31) - self._first).days + 1
        self._offset = (self._first.isoweekday() - QLocale().firstDayOfWeek().value) % ROWS
        self.columns = -(-(self._offset + self._count) // ROWS)

    @property
    def today(self) -> date:
        """The day the year is seen from."""
        return self._today

    def cell(self, row: int, column: int) -> int:
        """What is painted there: BLANK, OUTSIDE, REST or a heat of 1 to 4."""
        return self._cells[column * ROWS + row]

    def day_at(self, row: int, column: int) -> date | None:
        """The day there; None where the cell is blank."""
        if not (0 <= row < ROWS and 0 <= column < self.columns) or self.cell(row, column) == BLANK:
            return None
        return self._first + timedelta(days=column * ROWS + row - self._offset)

    def index_of(self, day: date) -> QModelIndex:
        """Where a day stands; an invalid index for one of another year."""
        if day.year != self.year:
            return QModelIndex()
        column, row = divmod((day - self._first).days + self._offset, ROWS)
        return self.index(row, column)

    def month_columns(self) -> tuple[int, ...]:
        """The column that belongs mostly to each month's first days: its name stands there."""
        starts = ((date(self.year, month, 1) - self._first).days + self._offset for month in range(1, 13))
        return tuple((start + ROWS // 2) // ROWS for start in starts)

    def weekdays(self) -> tuple[int, ...]:
        """The day of the week of each row, 1 (Monday) to 7."""
        first = QLocale().firstDayOfWeek().value
        return tuple((first + row - 1) % ROWS + 1 for row in range(ROWS))

    def done(self, day: date) -> str:
        """What was done on a day, in words; nothing is told of one outside, but for what was done all the same."""
        total = self._days.get(day)
        if day > self._today or (total is None and day < self._begins):
            return ""
        return day_total(total, is_part=self._is_part)

    def spoken(self, day: date) -> str:
        """A day as one sentence for a screen reader."""
        return told(whole_day_name(day), self.done(day))

    # -- Qt --------------------------------------------------------------------------------------

    def rowCount(self, parent: Index | None = None) -> int:
        """A week's days; cells have no children."""
        return 0 if parent is not None and parent.isValid() else ROWS

    def columnCount(self, parent: Index | None = None) -> int:
        """The weeks, 53 or 54."""
        return 0 if parent is not None and parent.isValid() else self.columns

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A day's number, its sentence, or the date."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, self.DayRole):
            return None
        day = self.day_at(index.row(), index.column())
        if day is None:
            return None
        if role == self.DayRole:
            return day
        return str(day.day) if role == Qt.ItemDataRole.DisplayRole else self.spoken(day)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A row's day of the week, a column's first day."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Vertical:
            return QLocale().standaloneDayName(self.weekdays()[section], QLocale.FormatType.LongFormat)
        first = self._first + timedelta(days=max(0, section * ROWS - self._offset))
        return self.tr("The week of {0}").format(day_name(first))

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A blank cell is nothing to be at."""
        if self.day_at(index.row(), index.column()) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
