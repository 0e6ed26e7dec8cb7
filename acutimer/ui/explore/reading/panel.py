"""The frame of every panel but the first: a way back or out, a column that scrolls, a foot that stays."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from acutimer.ui.kit.buttons import IconButton
from acutimer.ui.kit.cards import Card, Rule
from acutimer.ui.kit.gutter import GutterScroll
from acutimer.ui.kit.layout import column
from acutimer.ui.kit.text import Text

PADDING_PX = 32
RIGHT_PX = 28


class Panel(Card):
    """A floating panel `width` px wide. Its parts are replaced whole by `fill`."""

    closed = Signal()
    """The way back, or out, was taken."""

    def __init__(self, width: int, parent: QWidget | None = None) -> None:
        super().__init__("surface", 24, parent)
        self.setFixedWidth(width)
        self._content: QWidget | None = None
        column(margins=1, parent=self)

    def fill(self, inside: QWidget, foot: QWidget | None = None) -> None:
        """Show `inside`, scrolled where it is too long, above `foot`, which stays."""
        layout = self.layout()
        assert layout is not None
        if self._content is not None:
            layout.removeWidget(self._content)
            self._content.hide()
            self._content.deleteLater()
        scroll = GutterScroll(RIGHT_PX, inside)
        self._content = column((scroll, 1), Rule(), foot) if foot is not None else column((scroll, 1))
        layout.addWidget(self._content)
        self._content.show()

    def way_back(self, name: str) -> IconButton:
        """A round button that leaves the panel."""
        button = IconButton(name, "close")
        button.clicked.connect(self.closed)
        return button

    @staticmethod
    def heading(text: str) -> Text:
        """A heading inside a panel."""
        return Text(text, "strong")
