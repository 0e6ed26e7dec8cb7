"""The sessions as rows of a table, however many there are."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt, Signal

from acutimer.core.errors import WorldError
from acutimer.core.history import SessionSummary
from acutimer.core.session import Outcome
from acutimer.language.joining import listed
from acutimer.ui.log.words import is_short, length, planned_minutes, when

PAGE = 30  # rows read at once
KEPT_PAGES = 80  # read and kept in memory; those not looked at for longest go first

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class SessionRow:
    """What a row shows. `of` is the planned minutes of a session that fell short; `share` is 0 to 1.

    `remark` says in words what the mark alone would not: that it was skipped, is not finished, or added by hand.
    """

    record: SessionSummary
    name: str
    when: str
    length: str
    of: str
    state: str
    remark: str = ""

    @property
    def is_done(self) -> bool:
        """Whether all of it was done."""
        return self.record.outcome is Outcome.DONE

    @property
    def share(self) -> float:
        """How much of the practice was done."""
        return self.record.share

    @property
    def below(self) -> str:
        """The line below the name."""
        return listed((self.when, self.remark))

    @property
    def spoken(self) -> str:
        """The row as one sentence for a screen reader."""
        practised = " ".join(part for part in (self.length, self.of) if part)
        remark = "" if self.remark == self.state else self.remark
        return listed((self.name, self.when, practised, self.state, remark))


class Column(IntEnum):
    """The columns of the table; the list shows the first, painted from the row itself."""

    NAME = 0
    WHEN = 1
    PRACTISED = 2
    PLANNED = 3
    OUTCOME = 4


def row_of(record: SessionSummary, now: datetime, day_begins_hour: int) -> SessionRow:
    """The row of a session, seen from `now`."""
    planned = planned_minutes(record)
    of = QCoreApplication.translate("Log", "of {0}").format(planned) if is_short(record) and planned else ""
    states = {
        Outcome.DONE: QCoreApplication.translate("Log", "done"),
        Outcome.PARTIAL: QCoreApplication.translate("Log", "done in part"),
        Outcome.SKIPPED: QCoreApplication.translate("Log", "skipped"),
        None: QCoreApplication.translate("Log", "not finished"),
    }
    by_hand = QCoreApplication.translate("Log", "by hand") if record.by_hand else ""
    untold = "" if record.outcome in (Outcome.DONE, Outcome.PARTIAL) else states[record.outcome]
    return SessionRow(
        record=record,
        name=record.routine_name,
        when=when(record.started_at, now, day_begins_hour),
        length=length(record),
        of=of,
        state=states[record.outcome],
        remark=untold or by_hand,
    )


class SessionsModel(QAbstractTableModel):
    """Plain rows, read page by page as the view comes near them; `data` only looks at what was read.

    A row that was not read yet is empty. A page that cannot be read is told by `failed` and stays empty.
    """

    failed = Signal(str)
    RowRole = Qt.ItemDataRole.UserRole
    """The SessionRow itself, or None where it was not read yet."""

    def __init__(self) -> None:
        super().__init__()
        self._count = 0
        self._pages: dict[int, Sequence[SessionRow]] = {}
        self._read: Callable[[int, int], Sequence[SessionRow]] = lambda _first, _limit: ()

    def start(self, count: int, read: Callable[[int, int], Sequence[SessionRow]]) -> None:
        """Show `count` rows, beginning anew; `read(first, limit)` gives some of them.

        Raises:
            WorldError: the first page cannot be read; the rows stay as they were.
        """
        page = read(0, PAGE) if count else ()
        self.beginResetModel()
        self._count, self._read, self._pages = count, read, {0: page}
        self.endResetModel()

    def reach(self, first: int, last: int) -> None:
        """Read what is missing of the rows from `first` to `last`, both included. The view calls it before painting."""
        for number in range(max(0, first) // PAGE, min(last, self._count - 1) // PAGE + 1):
            page = self._pages.pop(number, None)
            if page is None:
                page = self._page(number)
            self._pages[number] = page  # the newest stands last
        for number in list(self._pages)[:-KEPT_PAGES]:
            del self._pages[number]

    def row(self, number: int) -> SessionRow | None:
        """The row at `number`, if it was read and is still there."""
        page = self._pages.get(number // PAGE, ())
        within = number % PAGE
        return page[within] if within < len(page) else None

    def _page(self, number: int) -> Sequence[SessionRow]:
        try:
            page = self._read(number * PAGE, PAGE)
        except WorldError as error:
            self.failed.emit(str(error))
            return ()
        if page:
            first = number * PAGE
            last = self.index(first + len(page) - 1, len(Column) - 1)
            self._pages[number] = page
            self.dataChanged.emit(self.index(first, 0), last)
        return page

    # -- Qt --------------------------------------------------------------------------------------

    def rowCount(self, parent: Index | None = None) -> int:
        """All that were found; rows have no children."""
        return 0 if parent is not None and parent.isValid() else self._count

    def columnCount(self, parent: Index | None = None) -> int:
        """As many as there are names in `Column`."""
        return 0 if parent is not None and parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A row's words, its sentence for a screen reader, or the row itself."""
        row = self.row(index.row()) if index.isValid() else None
        if row is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return (row.name, row.when, row.length, row.of, row.state)[index.column()]
            case Qt.ItemDataRole.AccessibleTextRole:
                return row.spoken
            case self.RowRole:
                return row
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The columns' names."""
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        names = {
            Column.NAME: QCoreApplication.translate("Log", "Routine"),
            Column.WHEN: QCoreApplication.translate("Log", "When"),
            Column.PRACTISED: QCoreApplication.translate("Log", "Practised"),
            Column.PLANNED: QCoreApplication.translate("Log", "Planned"),
            Column.OUTCOME: QCoreApplication.translate("Log", "Outcome"),
        }
        return names[Column(section)]
