"""What stands in a card while a long work goes on, and what it says when that went wrong."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from acutimer.store.progress import Progress
from acutimer.ui.kit.announcing import announce
from acutimer.ui.kit.buttons import Button
from acutimer.ui.kit.cards import Card
from acutimer.ui.kit.icons import Icon
from acutimer.ui.kit.layout import column, row
from acutimer.ui.kit.progress import ProgressBar
from acutimer.ui.kit.text import Text
from acutimer.ui.log.keeping.words import breakable


class UnderWay(QWidget):
    """Words, a bar, and a button that gives the work up; there only while it goes on."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Text("", "body", "ink2", wrap=True)
        self.bar = ProgressBar("")
        self.cancel = Button(self.tr("Cancel"), "ghost", height=44)
        self.cancel.clicked.connect(self.cancelled)
        middle = Qt.AlignmentFlag.AlignVCenter
        row((column(self._words, 8, self.bar), 1), 16, (self.cancel, middle), margins=(0, 4, 0, 4), parent=self)
        self.hide()

    def begin(self, words: str, *, is_measured: bool, can_cancel: bool) -> None:
        """Say what goes on, with a bar where it can be told how far it is."""
        self._words.setText(words)
        self.bar.setAccessibleName(words)
        self.bar.set_share(0)
        self.bar.setVisible(is_measured)
        self.cancel.setVisible(can_cancel)
        self.show()
        announce(self, words)

    def step(self, progress: Progress) -> None:
        """Show how far it is."""
        self.bar.set_share(progress.share)


class CautionNote(Card):
    """What is wrong with what the user gave, at the place where it was given; there only when something is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("caution", 16, parent)
        self._words = Text("", "body", "ochre_ink", wrap=True)
        icon = (Icon("warn", 22, "ochre_ink"), Qt.AlignmentFlag.AlignTop)
        row(icon, (self._words, 1), spacing=12, margins=(16, 12), parent=self)
        self.hide()

    def text(self) -> str:
        """What is said."""
        return self._words.text()

    def say(self, words: str) -> None:
        """Say what is wrong, or nothing."""
        self._words.setText(breakable(words))
        self.setAccessibleName(words)
        self.setVisible(bool(words))
        if words:
            announce(self, words)
