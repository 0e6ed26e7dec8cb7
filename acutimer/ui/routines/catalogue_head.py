"""The head of the list: its title, what brings in another routine, and the chips that narrow it."""

from collections.abc import Iterable

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from acutimer.ui.kit.buttons import Button, Chip
from acutimer.ui.kit.flow import flow
from acutimer.ui.kit.layout import column, row
from acutimer.ui.kit.line_field import LineField
from acutimer.ui.kit.text import Text
from acutimer.ui.routines.filters import Filter

BUTTON_PX = 46
CHIP_PX = 44
TOP_PX, CLOSE_TOP_PX = 25, 8
SIDE_PX, EDGE_PX, END_PX, BETWEEN_PX = 16, 5, 20, 4
AT_NEED = (Filter.FAVOURITES, Filter.OWN)  # there when there is something to find by them


class CatalogueHead(QWidget):
    """`filtered` carries the Filter chosen, `sought` the words to be found in a name."""

    filtered = Signal(object)
    sought = Signal(str)
    new_wanted = Signal()
    import_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.new = Button(self.tr("New"), "secondary", "plus", height=BUTTON_PX)
        self.new.setToolTip(self.tr("Make a routine of your own"))
        self.bring_in = Button(self.tr("Import"), "quiet", "import", height=BUTTON_PX)
        self.bring_in.setToolTip(self.tr("Bring in routines from files, or export several"))
        self.new.clicked.connect(self.new_wanted)
        self.bring_in.clicked.connect(self.import_wanted)
        self.chips = {kind: self._chip(kind) for kind in Filter}
        self.chips[Filter.ALL].setChecked(True)
        self.finder = LineField(
            self.tr("Find a routine by its name"), self.tr("Find by name"), "search", self.tr("Clear the search")
        )
        self.finder.edited.connect(self.sought)
        self._find_line = row(self.finder, margins=(0, 10, 20, 0))
        self._title = Text(self.tr("Routines"), "title")
        column(
            row(self._title, None, self.bring_in, BETWEEN_PX, self.new, margins=(0, 0, END_PX, 0)),
            14,
            flow(*self.chips.values(), gap=6, line_gap=8),
            self._find_line,
            10,
            margins=(SIDE_PX, TOP_PX, EDGE_PX, 0),
            parent=self,
        )
        self.show_chips(())
        self.show_finder(is_wanted=False)

    def show_chips(self, needed: Iterable[Filter]) -> None:
        """Show those that are always there, and of the others the ones needed."""
        there = frozenset(needed)
        for kind in AT_NEED:
            self.chips[kind].setVisible(kind in there)
        self.updateGeometry()

    def show_finder(self, *, is_wanted: bool) -> None:
        """Show the line that finds a routine by its name, where there are many."""
        if not is_wanted:
            self.finder.set_text("")
        self._find_line.setVisible(is_wanted)
        self.updateGeometry()

    def set_close(self, is_close: bool) -> None:
        """Keep less air above where there is little room."""
        layout = self.layout()
        assert layout is not None
        margins = layout.contentsMargins()
        margins.setTop(CLOSE_TOP_PX if is_close else TOP_PX)
        layout.setContentsMargins(margins)

    def _first_line_px(self, *, is_bare: bool) -> int:
        """How wide title and buttons are, with the words of what brings in files or without them."""
        others = self._title.sizeHint().width() + self.new.sizeHint().width()
        return self.bring_in.width_px(is_bare=is_bare) + others + SIDE_PX + EDGE_PX + END_PX + BETWEEN_PX

    def _chip(self, kind: Filter) -> Chip:
        chip = Chip(kind.label, checkable=True, height=CHIP_PX)
        chip.setAutoExclusive(True)
        chip.clicked.connect(lambda: self.filtered.emit(kind))
        return chip

    # -- Qt --------------------------------------------------------------------------------------

    def minimumSizeHint(self) -> QSize:
        """One of the buttons may be its icon alone."""
        return QSize(self._first_line_px(is_bare=True), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say what one of the buttons does where there is room for its words."""
        self.bring_in.set_bare(self._first_line_px(is_bare=False) > event.size().width())
        super().resizeEvent(event)
