"""One reminder in the list: what, when, on or off, and the ways to change it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from acutimer.ui.kit.buttons import IconButton
from acutimer.ui.kit.cards import Card
from acutimer.ui.kit.layout import column, row
from acutimer.ui.kit.text import Text
from acutimer.ui.kit.toggle import Toggle


class ReminderRow(Card):
    """Says when it was switched, and when it is to be changed or deleted."""

    switched = Signal(bool)
    edit_wanted = Signal()
    delete_wanted = Signal()

    def __init__(self, what: str, when: str, upcoming: str, is_on: bool, parent: QWidget | None = None) -> None:
        super().__init__("inset", 18, parent)
        named = self.tr("{0}, {1}").format(what, when)
        self.toggle = Toggle("")
        self.toggle.setAccessibleName(named)
        self.toggle.setChecked(is_on)
        self.toggle.clicked.connect(self.switched)
        self.edit = IconButton(self.tr("Change: {0}").format(named), "edit")
        self.edit.clicked.connect(self.edit_wanted)
        self.delete = IconButton(self.tr("Delete: {0}").format(named), "trash")
        self.delete.clicked.connect(self.delete_wanted)
        words: list[Text] = [Text(what, "strong", wrap=True), Text(when, "body", "ink2", wrap=True)]
        if upcoming:
            words.append(Text(upcoming, "small", "ink3", wrap=True))
        middle = Qt.AlignmentFlag.AlignVCenter
        controls = row(self.toggle, 6, self.edit, self.delete)
        row((column(None, *words, None), 1), 14, (controls, middle), margins=(18, 10, 8, 10), parent=self)
        self.setAccessibleName(named)
