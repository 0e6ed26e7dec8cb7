"""What stands on the page when the log could not be opened: the way back, where there is one."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from acutimer import paths
from acutimer.store.backup_files import BackupFile
from acutimer.store.backups import Backups
from acutimer.ui.context import Context
from acutimer.ui.kit.layout import column
from acutimer.ui.log.keeping.backups_card import BackupsCard
from acutimer.ui.log.keeping.errands import Errands
from acutimer.ui.log.keeping.under_way import CautionNote
from acutimer.ui.log.keeping.words import day
from acutimer.ui.log.keeping.works import rescuing


class LostLog(QWidget):
    """A log that is damaged can give way to one of its backups; what else may be wrong is mended elsewhere.

    The window goes on with what it has in memory: the log that was put back is opened at the next start.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._backups = Backups(paths.database_file(), paths.backups_dir())
        self.note = CautionNote()
        self.card = BackupsCard(context, self._backups, is_lost=True)
        self._errands = Errands(context.messages, (self.card,), self)
        self._errands.failed.connect(self.card.refresh)
        self.card.restore_wanted.connect(self._rescue)
        column(self.note, self.card, spacing=16, parent=self)
        self._is_damaged = self._backups.is_log_damaged(context.wall())
        self._explain()

    @property
    def is_busy(self) -> bool:
        """Whether a backup is being put in place."""
        return self._errands.is_busy

    def refresh(self) -> None:
        """Show the backups there are now."""
        if self._is_damaged and not self.is_busy:
            self._errands.forget()
            self.card.refresh()

    def put_away(self) -> None:
        """Look into nothing any more, and wait for what cannot be given up."""
        self._errands.close()
        self.card.put_away()

    def _explain(self) -> None:
        self.card.setVisible(self._is_damaged)
        if self._is_damaged:
            self.note.say(
                self.tr(
                    "Your log is damaged and could not be opened. You can put one of its backups in its place. The"
                    " damaged file is kept."
                )
            )
            return
        self.note.say(
            self.tr(
                "Your log could not be opened, so there is nothing here to export, to import into or to back up. What"
                " is wrong with it was said when the window opened."
            )
        )

    def _rescue(self, file: BackupFile) -> None:
        now = self._context.wall()

        def tell(_damaged: Path) -> None:
            self._is_damaged = False
            self._explain()
            told = self.tr("A backup is in the place of your log now: {0}. Close acutimer and start it again.")
            self.note.say(told.format(day(file.day, now.date())))

        words = self.tr("Putting the backup in its place")
        work = rescuing(self._backups, file, now)
        self._errands.begin(self.card, words, work, tell, is_measured=False, can_cancel=False)
