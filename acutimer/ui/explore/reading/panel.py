"""The frame of every panel but the first: a way back or out, a column that scrolls, a foot that stays."""

from PySide6.QtWidgets import QWidget

from acutimer.ui.explore.reading.sheet import Sheet
from acutimer.ui.kit.cards import Rule
from acutimer.ui.kit.gutter import GutterScroll
from acutimer.ui.kit.layout import column
from acutimer.ui.kit.text import Text

PADDING_PX = 32
RIGHT_PX = 28


class Panel(Sheet):
    """A floating panel. Its parts are replaced whole by `fill`."""

    def __init__(self, width: int, parent: QWidget | None = None) -> None:
        super().__init__(width, parent)
        self._content: QWidget | None = None
        self._inside: QWidget | None = None
        self._foot: QWidget | None = None
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
        self._inside, self._foot = inside, None if foot is None else column(Rule(), foot)
        self._content = column((scroll, 1), self._foot) if self._foot is not None else column((scroll, 1))
        layout.addWidget(self._content)
        self._content.show()

    def show_alone(self, part: QWidget | None) -> None:
        """Show one of the parts that lie in the column and nothing else; None: all of them again."""
        layout = None if self._inside is None else self._inside.layout()
        if layout is None:
            return
        items = (layout.itemAt(index) for index in range(layout.count()))
        for other in (*(item.widget() for item in items if item is not None), self._foot):
            if other is not None and other is not part:
                other.setVisible(part is None)

    @staticmethod
    def heading(text: str) -> Text:
        """A heading inside a panel."""
        return Text(text, "strong")
