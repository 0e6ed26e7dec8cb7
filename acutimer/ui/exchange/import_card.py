"""The card that asks for files."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from acutimer.store.progress import Progress
from acutimer.ui.kit.announcing import announce
from acutimer.ui.kit.buttons import Button
from acutimer.ui.kit.cards import Card
from acutimer.ui.kit.layout import column, row
from acutimer.ui.kit.text import Text

PADDING_PX = 24


class ImportCard(Card):
    """`wanted` asks for a dialog; while files are looked into, a line says so."""

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", 24, parent)
        self.choose = Button(self.tr("Choose files"), "secondary", "import", height=48)
        self.choose.clicked.connect(self.wanted)
        self.going_on = Text("", "body", "ink2", wrap=True)
        self.going_on.hide()
        words = self.tr(
            "Routines come as files that end in .acutimer.json. Drop them anywhere on the window, or choose them."
        )
        promise = self.tr("You see what is in them before anything is added.")
        column(
            Text(self.tr("Import routines"), "head", wrap=True),
            6,
            Text(words, "body", "ink2", wrap=True),
            4,
            Text(promise, "small", "ink3", wrap=True),
            14,
            row((self.choose, Qt.AlignmentFlag.AlignLeft), None),
            self.going_on,
            margins=(PADDING_PX, 18, PADDING_PX, 20),
            parent=self,
        )
        self.setAccessibleName(self.tr("Import routines"))

    def show_progress(self, progress: Progress | None) -> None:
        """Say how far it is; None: nothing goes on."""
        self.going_on.setVisible(progress is not None)
        self.choose.setVisible(progress is None)
        if progress is None:
            return
        if progress.total == 1:
            self.going_on.setText(self.tr("Looking into the file"))
        else:
            self.going_on.setText(self.tr("Looking into file {0} of {1}").format(progress.done + 1, progress.total))
        if not progress.done:
            announce(self, self.going_on.text())
