"""The sessions as rows of a list."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt, Signal

from acutimer.core.errors import WorldError
from acutimer.core.history import SessionRecord
from acutimer.core.session import Outcome
from acutimer.ui.log.words import is_short, length, planned_minutes, when

PAGE = 60  # rows read at once

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class SessionRow:
    """What a row shows. `of` is the planned minutes of a session that fell short; `share` is 0 to 1.

    `remark` says in words what the mark alone would not: that it was skipped, or is not finished.
    """

    record: SessionRecord
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
        return ", ".join(part for part in (self.when, self.remark) if part)

    @property
    def spoken(self) -> str:
        """The row as one sentence for a screen reader."""
        return ", ".join((self.name, self.when, " ".join(part for part in (self.length, self.of) if part), self.state))


def row_of(record: SessionRecord, now: datetime, day_begins_hour: int) -> SessionRow:
    """The row of a session, seen from `now`."""
    planned = planned_minutes(record)
    of = QCoreApplication.translate("Log", "of {0}").format(planned) if is_short(record) and planned else ""
    states = {
        Outcome.DONE: QCoreApplication.translate("Log", "done"),
        Outcome.PARTIAL: QCoreApplication.translate("Log", "done in part"),
        Outcome.SKIPPED: QCoreApplication.translate("Log", "skipped"),
        None: QCoreApplication.translate("Log", "not finished"),
    }
    return SessionRow(
        record=record,
        name=record.routine_name,
        when=when(record.started_at, now, day_begins_hour),
        length=length(record),
        of=of,
        state=states[record.outcome],
        remark="" if record.outcome in (Outcome.DONE, Outcome.PARTIAL) else states[record.outcome],
    )


class SessionsModel(QAbstractListModel):
    """Plain rows. `start` is given what reads them: `read(skip, limit)` is asked for another page when it is needed.

    A page that cannot be read ends the list; `failed` then says why.
    """

    failed = Signal(str)
    RowRole = Qt.ItemDataRole.UserRole
    """The SessionRow itself."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[SessionRow] = []
        self._read: Callable[[int, int], Sequence[SessionRow]] | None = None

    def start(self, read: Callable[[int, int], Sequence[SessionRow]], at_least: int = 0) -> None:
        """Show what `read` gives, beginning anew; at least `at_least` rows at once, if there are so many.

        Raises:
            WorldError: `read` did; the rows stay as they were.
        """
        limit = max(PAGE, at_least)
        first = read(0, limit)
        self.beginResetModel()
        self._rows = list(first)
        self._read = read if len(first) == limit else None
        self.endResetModel()

    def row(self, number: int) -> SessionRow:
        """The row at `number`."""
        return self._rows[number]

    def place_of(self, session_id: str) -> int | None:
        """Where a session stands, if it is among the rows read so far."""
        return next((place for place, row in enumerate(self._rows) if row.record.id == session_id), None)

    # -- Qt --------------------------------------------------------------------------------------

    def rowCount(self, parent: Index | None = None) -> int:
        """As many as were read; rows have no children."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A row's name, its sentence for a screen reader, or the row itself."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.name
            case Qt.ItemDataRole.AccessibleTextRole:
                return row.spoken
            case self.RowRole:
                return row
        return None

    def canFetchMore(self, parent: Index) -> bool:
        """Whether there may be older ones."""
        return not parent.isValid() and self._read is not None

    def fetchMore(self, parent: Index) -> None:
        """Read the next page."""
        if self._read is None or parent.isValid():
            return
        more: Sequence[SessionRow] = ()
        try:
            more = self._read(len(self._rows), PAGE)
        except WorldError as error:
            self.failed.emit(str(error))
        if len(more) < PAGE:
            self._read = None
        if more:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(more) - 1)
            self._rows.extend(more)
            self.endInsertRows()
