"""The foot of a list that is shown a page at a time."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from acutimer.ui.kit.buttons import Button
from acutimer.ui.kit.layout import row
from acutimer.ui.kit.text import Text

HEIGHT_PX = 44


class Pager(QWidget):
    """Says which rows are seen, of how many; hidden where one page holds them all. `turned` carries -1 or 1."""

    turned = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.before = Button(self.tr("Previous"), "quiet", "left", height=HEIGHT_PX)
        self.next = Button(self.tr("Next"), "quiet", height=HEIGHT_PX)
        self.before.setAccessibleName(self.tr("Previous routines"))
        self.next.setAccessibleName(self.tr("Next routines"))
        self._place = Text("", "small", "ink2")
        self.before.clicked.connect(lambda: self.turned.emit(-1))
        self.next.clicked.connect(lambda: self.turned.emit(1))
        row(self.before, None, self._place, None, self.next, margins=(6, 6, 6, 0), parent=self)
        self.hide()

    def show_page(self, first: int, last: int, count: int) -> None:
        """The rows from `first` to `last`, counted from 1, of `count`."""
        self.setVisible(last - first + 1 < count)
        self._place.setText(self.tr("{0} to {1} of {2}").format(first, last, count))
        self.before.setEnabled(first > 1)
        self.next.setEnabled(last < count)
