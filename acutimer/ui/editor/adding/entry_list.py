"""The rows of what can be added, under the headings of their groups."""

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import QEvent, QRect, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from acutimer.ui.editor.adding.add_row import AddRow
from acutimer.ui.editor.adding.entries import Entry
from acutimer.ui.kit.fonts import ROLES
from acutimer.ui.kit.listing import Listing
from acutimer.ui.kit.text import Text

GAP_PX = 2
HEADING_PX = ROLES["small_strong"].line_px
BEFORE_HEADING_PX, AFTER_HEADING_PX = 14, 4
HEADING_X_PX = 12


class EntryList(Listing):
    """Shows entries, and which of them Enter would choose: the first that can be chosen, until `step` says another."""

    chosen = Signal(object)
    """The Entry that was pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[Entry, AddRow] = {}
        self._headings: list[Text] = []
        self._shown: tuple[AddRow, ...] = ()
        self._current: AddRow | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)

    @property
    def rows(self) -> tuple[AddRow, ...]:
        """The rows that are shown, in their order."""
        return self._shown

    @property
    def current(self) -> AddRow | None:
        """The row that Enter chooses."""
        return self._current

    def show_entries(self, entries: Sequence[Entry], *, is_grouped: bool) -> None:
        """Show these, under headings where they stand in groups."""
        for row in self._shown:
            row.hide()
        for heading in self._headings:
            heading.hide()
            heading.deleteLater()
        self._headings = []
        self._shown = tuple(self._row(entry) for entry in entries)
        if is_grouped:
            self._headings = [Text(group, "small_strong", "ink2", parent=self) for group, _ in _groups(entries)]
        for shown in (*self._headings, *self._shown):
            shown.show()
        self.set_order(self._shown)
        self._arrange()
        self._go_to(next((row for row in self._shown if row.isEnabled()), None))

    def forget(self) -> None:
        """Make all rows anew the next time: what they say has changed."""
        for row in self._rows.values():
            row.hide()
            row.deleteLater()
        self._rows, self._shown, self._current = {}, (), None

    def step(self, by: int) -> None:
        """Go so many rows on among those that can be chosen, not beyond the ends."""
        able = [row for row in self._shown if row.isEnabled()]
        if self._current in able:
            at = able.index(self._current) + by
            self._go_to(able[min(max(0, at), len(able) - 1)])

    # -- inside --------------------------------------------------------------------------------------

    def _row(self, entry: Entry) -> AddRow:
        if entry not in self._rows:
            row = AddRow(entry, self)
            row.clicked.connect(lambda: self.chosen.emit(entry))
            self._rows[entry] = row
        return self._rows[entry]

    def _go_to(self, current: AddRow | None) -> None:
        self._current = current
        for row in self._shown:
            row.show_current(row is current)

    def _arrange(self) -> None:
        """One below the other, in the width there is."""
        width, y, shown = self.width(), 0, iter(self._shown)
        groups = _groups([row.entry for row in self._shown])
        for place, (_, count) in enumerate(groups):
            if self._headings:
                heading = self._headings[place]
                y += BEFORE_HEADING_PX if y else 0
                heading.setGeometry(QRect(HEADING_X_PX, y, width - 2 * HEADING_X_PX, HEADING_PX))
                y += HEADING_PX + AFTER_HEADING_PX
            for _ in range(count):
                row = next(shown)
                height = row.height_for(width)
                row.setGeometry(0, y, width, height)
                y += height + GAP_PX
        self.setFixedHeight(max(1, y))

    # -- Qt ------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words may break elsewhere."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Letters may be wider in another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._arrange()


def _groups(entries: Sequence[Entry]) -> list[tuple[str, int]]:
    return [(group, len(list(of_it))) for group, of_it in groupby(entries, key=lambda entry: entry.group)]
