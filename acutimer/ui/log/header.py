"""The head of the log: which page of it is shown, and what can be done on any."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QWidget

from acutimer.ui.kit.buttons import Button
from acutimer.ui.kit.layout import row
from acutimer.ui.kit.switch import Switch
from acutimer.ui.kit.text import Text

BUTTON_PX = 46
GAP_PX, AFTER_TITLE_PX = 10, 14


class LogHeader(QWidget):
    """Title, the switch between the pages, and the actions. `chosen` carries the index of a page.

    Where it is narrow the title goes, and the actions are icons.
    """

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
        self._buttons = (self.filter, self.add, self.export)
        self.filter.setToolTip(self.tr("Filter the sessions"))
        self.add.setToolTip(self.tr("Add a session you did without the timer"))
        self.export.setToolTip(self.tr("Export, import, backups and the report"))
        self.pages.chosen.connect(self.chosen)
        self.filter.clicked.connect(self.filter_wanted)
        self.add.clicked.connect(self.add_wanted)
        self.export.clicked.connect(self.export_wanted)
        self._title = Text(self.tr("Log"), "title")
        self._title.setContentsMargins(0, 0, AFTER_TITLE_PX, 0)
        row(self._title, self.pages, None, *self._buttons, spacing=GAP_PX, parent=self)
        layout = self.layout()
        assert layout is not None
        layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)

    def show_page(self, index: int, *, can_filter: bool) -> None:
        """Show which page is there; a filter is of use on the days alone."""
        self.pages.set_index(index)
        self.filter.setVisible(can_filter)
        self._arrange()

    def _arrange(self) -> None:
        for is_bare, has_title in ((False, True), (True, True), (True, False)):
            for button in self._buttons:
                button.set_bare(is_bare)
            if self._needed_px(has_title=has_title) <= self.width():
                break
        self._title.setVisible(has_title)

    def _needed_px(self, *, has_title: bool) -> int:
        parts = (self.pages, *self._buttons)  # with the filter even where it is away, so that nothing jumps
        title = self._title.sizeHint().width() + GAP_PX if has_title else 0
        return title + sum(part.sizeHint().width() + GAP_PX for part in parts)

    def minimumSizeHint(self) -> QSize:
        """The switch and three icons."""
        least = self.pages.minimumSizeHint().width() + 3 * (BUTTON_PX + GAP_PX)
        return QSize(least, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words where there is room for them."""
        super().resizeEvent(event)
        self._arrange()
