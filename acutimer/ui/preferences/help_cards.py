"""The keys, and what this is."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from acutimer import __version__
from acutimer.ui.kit.buttons import Button
from acutimer.ui.kit.cards import Card
from acutimer.ui.kit.layout import row
from acutimer.ui.kit.text import Text
from acutimer.ui.preferences.lines import card


class KeysCard(QWidget):
    """`wanted` asks for the sheet of all keys."""

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.open = Button(self.tr("Show the keys"), "secondary", height=48)
        self.open.clicked.connect(self.wanted)
        about = self.tr("Everything can be done without a mouse. F1 or ? shows the keys wherever you are.")
        made = card(self.tr("Keys"), Text(about, "body", "ink2", wrap=True), row(self.open, None))
        row((made, 1), parent=self)


def about() -> Card:
    """What this is."""
    return card(
        _tr("About"),
        Text(_tr("acutimer {0}").format(__version__), "strong"),
        Text(_tr("General information, not medical advice."), "body", "ink2", wrap=True),
        Text(_tr("Free software under the MIT licence."), "body", "ink2", wrap=True),
    )


def _tr(words: str) -> str:
    return QCoreApplication.translate("Preferences", words)
