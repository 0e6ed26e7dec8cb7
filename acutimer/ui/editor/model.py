"""The steps of a draft as rows of a list."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from acutimer.ui.editor.row_words import StepRow

Index = QModelIndex | QPersistentModelIndex


class StepsModel(QAbstractListModel):
    """Plain rows. `show_rows` is the one way in: it tells views what moved, came, went or changed."""

    RowRole = Qt.ItemDataRole.UserRole
    """The StepRow itself."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[StepRow, ...] = ()
        self._keys: tuple[object, ...] = ()

    @property
    def rows(self) -> tuple[StepRow, ...]:
        """All rows, in order."""
        return self._rows

    def show_rows(self, keys: Sequence[object], rows: Sequence[StepRow]) -> None:
        """Show these rows. `keys` tells which row is which, one for each: the steps themselves."""
        new, new_rows = tuple(keys), tuple(rows)
        first, same_end = _ends(self._keys, new)
        old_middle = self._keys[first : len(self._keys) - same_end]
        middle = new[first : len(new) - same_end]
        last = first + len(middle) - 1
        if not old_middle and middle:
            self.beginInsertRows(QModelIndex(), first, last)
            self._keys, self._rows = new, new_rows
            self.endInsertRows()
        elif old_middle and not middle:
            self.beginRemoveRows(QModelIndex(), first, first + len(old_middle) - 1)
            self._keys, self._rows = new, new_rows
            self.endRemoveRows()
        elif len(middle) > 1 and middle == (*old_middle[1:], old_middle[0]):
            self._move(first, last + 1, new, new_rows)
        elif len(middle) > 1 and middle == (old_middle[-1], *old_middle[:-1]):
            self._move(last, first, new, new_rows)
        elif len(old_middle) != len(middle):
            self.beginResetModel()
            self._keys, self._rows = new, new_rows
            self.endResetModel()
        else:
            self._keys, self._rows = new, new_rows
        if new_rows:
            self.dataChanged.emit(self.index(0), self.index(len(new_rows) - 1))

    def _move(self, place: int, before: int, keys: tuple[object, ...], rows: tuple[StepRow, ...]) -> None:
        self.beginMoveRows(QModelIndex(), place, place, QModelIndex(), before)
        self._keys, self._rows = keys, rows
        self.endMoveRows()

    # -- Qt --------------------------------------------------------------------------------------

    def rowCount(self, parent: Index | None = None) -> int:
        """One for each step; rows have no children."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A row's name, its sentence for a screen reader, or the row itself."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return f"{row.code} {row.name}".strip()
            case Qt.ItemDataRole.AccessibleTextRole:
                return row.spoken
            case self.RowRole:
                return row
        return None


def _ends(old: tuple[object, ...], new: tuple[object, ...]) -> tuple[int, int]:
    """How many keys at the beginning are the same in both, and how many of the others at the end."""
    shorter = min(len(old), len(new))
    first = next((place for place in range(shorter) if old[place] != new[place]), shorter)
    room = shorter - first
    end = next((count for count in range(room) if old[-1 - count] != new[-1 - count]), room)
    return first, end
