"""The head of the log: which page of it is shown, and what can be done on any."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from acutimer.ui.kit.buttons import Button
from acutimer.ui.kit.layout import row
from acutimer.ui.kit.switch import Switch
from acutimer.ui.kit.text import Text

BUTTON_PX = 46


class LogHeader(QWidget):
    """Title, the switch between the pages, and the actions. `chosen` carries the index of a page."""

    chosen = Signal(int)
    filter_wanted = Signal()
    add_wanted = Signal()
    export_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        pages = [self.tr("Days"), self.tr("Body"), self.tr("Trends")]
        self.pages = Switch(pages, height=48, name=self.tr("What the log shows"))
        self.filter = Button(self.tr("Filter"), "secondary", "filter", height=BUTTON_PX)
        self.add = Button(self.tr("Add"), "secondary", "plus", height=BUTTON_PX)
        self.export = Button(self.tr("Export"), "secondary", "export", height=BUTTON_PX)
        self.add.setToolTip(self.tr("Add a session you did without the timer"))
        self.export.setToolTip(self.tr("Export, import, backups and the report"))
        self.pages.chosen.connect(self.chosen)
        self.filter.clicked.connect(self.filter_wanted)
        self.add.clicked.connect(self.add_wanted)
        self.export.clicked.connect(self.export_wanted)
        title = Text(self.tr("Log"), "title")
        row(title, 14, self.pages, None, self.filter, self.add, self.export, spacing=10, parent=self)

    def show_page(self, index: int, *, can_filter: bool) -> None:
        """Show which page is there; a filter is of use on the days alone."""
        self.pages.set_index(index)
        self.filter.setVisible(can_filter)
