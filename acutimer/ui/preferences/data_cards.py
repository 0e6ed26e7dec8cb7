"""One's data: the backups and where everything lies."""

from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from acutimer import paths
from acutimer.core.errors import WorldError
from acutimer.ui.backing_up import backups_of
from acutimer.ui.context import Context
from acutimer.ui.kit.buttons import Button
from acutimer.ui.kit.cards import Card
from acutimer.ui.kit.layout import column, row
from acutimer.ui.kit.text import Text
from acutimer.ui.preferences.lines import PathText, card


class BackupsCard(QWidget):
    """When the last backup was made. `wanted` asks for the page of the log where they are kept."""

    wanted = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.told = Text("", "strong", wrap=True)
        self.open = Button(self.tr("Backups, export, import"), "secondary", "export", height=48)
        self.open.clicked.connect(self.wanted)
        about = self.tr("Your log is copied once a day. The last fourteen copies are kept on this computer.")
        made = card(self.tr("Backups"), Text(about, "body", "ink2", wrap=True), self.told, row(self.open, None))
        row((made, 1), parent=self)

    def refresh(self) -> None:
        """Look which there are. A fault of the disk is said, and what was shown stays."""
        backups = backups_of(self._context)
        try:
            files = backups.files() if backups is not None else ()
        except WorldError as error:
            self._context.messages.say(str(error), "caution")
            return
        self.told.setText(self._words(files[0].day) if files else self.tr("There is no backup yet."))

    def _words(self, day: date) -> str:
        ago = (self._context.wall().date() - day).days
        if ago in (0, 1):
            return self.tr("The last one is of yesterday.") if ago else self.tr("The last one is of today.")
        shown = QLocale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.LongFormat)
        return self.tr("The last one is of {0}.").format(shown)


def kept(context: Context) -> Card:
    """Where everything lies, to read, to copy, to open."""
    lying = (
        (_tr("Your log"), paths.database_file()),
        (_tr("Backups"), paths.backups_dir()),
        (_tr("Settings"), paths.settings_file()),
        (_tr("Notes on faults"), paths.log_file()),
    )
    opening = Button(_tr("Open the folder"), "secondary", height=48)
    opening.setToolTip(_tr("The folder with your log and its backups"))
    opening.clicked.connect(lambda: _open_folder(context))
    return card(
        _tr("Where it is kept"),
        Text(_tr("Everything stays on this computer."), "body", "ink2", wrap=True),
        *(column(Text(name, "small_strong"), 2, PathText(str(path), name)) for name, path in lying),
        row(opening, None),
    )


def _open_folder(context: Context) -> None:
    folder = paths.data_dir()
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
        context.messages.say(_tr("No program shows folders here. It is {0}").format(folder), "caution")


def _tr(words: str) -> str:
    return QCoreApplication.translate("Preferences", words)
