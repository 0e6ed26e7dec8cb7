"""What stands in place of the sessions while there are none to show."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from acutimer.ui.kit.icons import Icon
from acutimer.ui.kit.layout import column
from acutimer.ui.kit.text import Text

WIDTH_PX = 460  # how wide the words run


class EmptyLog(QWidget):
    """A few words in the middle of the place: nothing was done yet, or the log cannot be read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        middle = Qt.AlignmentFlag.AlignHCenter
        self._title = Text("", "title", align=middle)
        self._words = Text("", "lead", "ink2", wrap=True, align=middle)
        column(
            None,
            (Icon("log", 44, "ink3", 1.5), middle),
            16,
            self._title,
            8,
            (self._words, middle),
            None,
            None,
            margins=(0, 0, 20, 0),
            parent=self,
        )
        self.welcome()

    def welcome(self) -> None:
        """Say what will be here."""
        self._say(
            self.tr("Nothing here yet"),
            self.tr(
                "Press a point or follow a routine, and you find it here: what you did, on which side, and for how"
                " long. It stays on this computer. Add is for what you did without the timer, Export for a log from"
                " another computer."
            ),
        )

    def cannot_tell(self) -> None:
        """Say that the sessions could not be read; why is said in the message."""
        self._say(
            self.tr("Your sessions cannot be shown right now"),
            self.tr("The log could not be read. Come back to this place to try again."),
        )

    def _say(self, title: str, words: str) -> None:
        self._title.setText(title)
        self._words.setText(words)
        self._words.setFixedSize(WIDTH_PX, self._words.heightForWidth(WIDTH_PX))
