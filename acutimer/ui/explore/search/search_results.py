"""The list beneath the search field: what was found, or that nothing was."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from acutimer.content.search_records import records_of
from acutimer.content.searching import Hit, SearchIndex
from acutimer.ui.context import Context
from acutimer.ui.explore.search.result_row import ResultRow
from acutimer.ui.explore.search.result_words import area_names, nothing_found, results_count, row_words
from acutimer.ui.kit.announcing import announce
from acutimer.ui.kit.cards import Card
from acutimer.ui.kit.listing import Listing
from acutimer.ui.kit.scroll import BAR_PX, Scroll
from acutimer.ui.kit.text import Text

MOST_ROWS = 8
MARGIN_PX = 8
GAP_PX = 2
NOTHING_MARGIN_PX = 20


class SearchResults(Card):
    """Searches, and shows what was found. It lies over everything else in `parent` and never takes the focus."""

    chosen = Signal(object)
    """The Hit that is to be opened."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__("floating", 24, parent)
        self._library = context.library
        self._index = SearchIndex(records_of(context.library, area_names()))
        self._hits: tuple[Hit, ...] = ()
        self._current = 0
        self._said = ""
        self._made: list[ResultRow] = []
        self._list = Listing()
        self._list.setAccessibleName(self.tr("Results"))
        self._scroll = Scroll(self._list)
        self._scroll.setParent(self)
        self.nothing = Text("", "body", "ink2", wrap=True, parent=self)
        self.hide()

    @property
    def rows(self) -> tuple[ResultRow, ...]:
        """The rows that show something, the best first."""
        return tuple(self._made[: len(self._hits)])

    @property
    def current(self) -> int:
        """Which row Enter opens."""
        return self._current

    def prepare(self) -> None:
        """Have everything ready for the first letter."""
        self._index.prepare()

    def search(self, text: str) -> None:
        """Find what fits `text` and list it, the first one ready to be opened."""
        self._hits = self._index.find(text)
        while len(self._made) < len(self._hits):
            self._made.append(self._row(len(self._made)))
        for index, row in enumerate(self._made):
            if index < len(self._hits):
                row.show_words(row_words(self._hits[index], self._library))
            row.setVisible(index < len(self._hits))
        self.nothing.setText("" if self._hits else nothing_found(text))
        self.nothing.setVisible(not self._hits)
        self._scroll.setVisible(bool(self._hits))
        self._scroll.verticalScrollBar().setValue(0)
        self._go_to(0)
        self._say(results_count(len(self._hits)) if self._hits else self.nothing.text())

    def step(self, by: int) -> None:
        """Go so many rows down, or up; not beyond the ends."""
        if self._hits:
            self._go_to(min(max(0, self._current + by), len(self._hits) - 1))
            self._say(self._made[self._current].accessibleName())

    def open_current(self) -> None:
        """Open what Enter opens, if anything was found."""
        if self._hits:
            self.chosen.emit(self._hits[self._current])

    def place(self, beneath: QRect, lowest_px: int) -> None:
        """Lie beneath a rectangle, as wide as it, and end above `lowest_px`; all in the parent's measure."""
        width = beneath.width()
        inner = width - 2 * MARGIN_PX
        if self._hits:
            height = self._lay_rows(inner, lowest_px - beneath.bottom() - 1 - 2 * MARGIN_PX)
            self._scroll.setGeometry(MARGIN_PX, MARGIN_PX, inner, height)
            height += 2 * MARGIN_PX
        else:
            inner = width - 2 * NOTHING_MARGIN_PX
            height = self.nothing.heightForWidth(inner)
            self.nothing.setGeometry(NOTHING_MARGIN_PX, NOTHING_MARGIN_PX, inner, height)
            height += 2 * NOTHING_MARGIN_PX
        self.setGeometry(beneath.left(), beneath.bottom() + 1, width, height)

    # -- inside --------------------------------------------------------------------------------------

    def _row(self, index: int) -> ResultRow:
        row = ResultRow(self._list)
        row.clicked.connect(lambda: self.chosen.emit(self._hits[index]))
        return row

    def _lay_rows(self, width: int, room: int) -> int:
        """Put the rows one below the other; returns how high a part of them is to be seen."""
        rows = self.rows
        bottoms = _bottoms([row.height_for(width) for row in rows])
        if len(rows) > MOST_ROWS or bottoms[-1] > room:
            width -= BAR_PX
            bottoms = _bottoms([row.height_for(width) for row in rows])
        for row, bottom in zip(rows, bottoms, strict=True):
            height = row.height_for(width)
            row.setGeometry(0, bottom - height, width, height)
        self._list.setFixedHeight(bottoms[-1])
        return max(min(bottoms[min(len(rows), MOST_ROWS) - 1], room), rows[0].height())

    def _go_to(self, current: int) -> None:
        self._current = current
        for index, row in enumerate(self._made):
            row.show_current(index == current and index < len(self._hits))
        if self._hits:
            self._scroll.ensureWidgetVisible(self._made[current], 0, 0)

    def _say(self, words: str) -> None:
        if words != self._said:
            self._said = words
            announce(self, words)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """What is pressed beside the rows is not meant for what lies below."""
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Nor is the wheel."""
        event.accept()


def _bottoms(heights: Sequence[int]) -> list[int]:
    """Where each row ends."""
    bottoms, y = [], 0
    for height in heights:
        bottoms.append(y + height)
        y += height + GAP_PX
    return bottoms
