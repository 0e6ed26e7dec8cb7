"""What is wrong with a field, in words right below it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from acutimer.ui.kit.announcing import announce
from acutimer.ui.kit.icons import Icon
from acutimer.ui.kit.layout import row
from acutimer.ui.kit.text import Text


class FaultLine(QWidget):
    """Takes no room while nothing is wrong."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Text("", "small", "ochre_ink", wrap=True)
        top = Qt.AlignmentFlag.AlignTop
        row((Icon("warn", 20, "ochre_ink"), top), (self._words, 1), spacing=8, margins=(0, 6, 0, 0), parent=self)
        self.hide()

    @property
    def words(self) -> str:
        """What it says; empty while nothing is wrong."""
        return self._words.text()

    def tell(self, words: str) -> None:
        """Say what is wrong and how to mend it, or nothing any more."""
        if words == self.words:
            return
        self._words.setText(words)
        self._words.updateGeometry()
        self.setVisible(bool(words))
        if words:
            announce(self, words)
