"""The card of the backups: the copies there are, what is in them, and where they lie."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from acutimer.core.errors import AcutimerError, WorldError
from acutimer.store.backup_files import BackupFile
from acutimer.store.backups import Backups
from acutimer.store.contents import Contents
from acutimer.ui.context import Context
from acutimer.ui.job import Job
from acutimer.ui.kit.buttons import Button
from acutimer.ui.kit.layout import column, row
from acutimer.ui.kit.text import Text
from acutimer.ui.log.keeping.backup_list import BackupList
from acutimer.ui.log.keeping.backup_row import MARGIN_PX
from acutimer.ui.log.keeping.exchange import GAP_PX, PADDING_PX, KeepingCard
from acutimer.ui.log.keeping.works import counting, looking
from acutimer.ui.preferences.lines import PathText

LIST_PADDING_PX = PADDING_PX - MARGIN_PX


class BackupsCard(KeepingCard):
    """Looks into the copies in a thread of its own; what is to be made or restored it only asks for.

    `is_lost`: the log cannot be opened, so that nothing can be made of it.
    """

    make_wanted = Signal()
    restore_wanted = Signal(object)
    """A BackupFile."""

    def __init__(
        self, context: Context, backups: Backups, parent: QWidget | None = None, *, is_lost: bool = False
    ) -> None:
        super().__init__(parent)
        self._context, self._backups, self._is_lost = context, backups, is_lost
        self.make = Button(self.tr("Back up now"), "secondary", "copy", height=48)
        self.list = BackupList(is_lost=is_lost)
        self._none = Text(self.tr("There is none.") if is_lost else self.tr("There is none yet."), "body", wrap=True)
        words = self.tr("On each day you use acutimer it makes one by itself. The newest 14 are kept.")
        by_itself = Text(words, "body", "ink2", wrap=True)
        now = row(self.make, None)
        now.setVisible(not is_lost)
        where = self.tr("Where they are")
        beside = (PADDING_PX - LIST_PADDING_PX, 0)  # the words in the rows of the list begin there as well
        self._frame(
            self.tr("Backups"),
            column(by_itself, now, self.under_way, self.note, self._none, spacing=GAP_PX, margins=beside),
            self.list,
            column(Text(where, "small_strong"), 2, PathText(str(backups.folder), where), margins=beside),
            padding_px=LIST_PADDING_PX,
        )
        self._count, self._look = Job(self), Job(self)
        self._count.ended.connect(self.list.show_amounts)
        self._look.ended.connect(self._show_contents)
        for job in (self._count, self._look):
            job.failed.connect(self._tell_fault)
        self.make.clicked.connect(self.make_wanted)
        self.list.chosen.connect(self._look_into)
        self.list.detail.restore_wanted.connect(lambda: self.restore_wanted.emit(self.list.file))

    @property
    def is_looking(self) -> bool:
        """Whether something is being counted or looked into."""
        return self._count.is_busy or self._look.is_busy

    def refresh(self) -> None:
        """Show what there is now."""
        try:
            files = self._backups.files()
        except WorldError as error:
            self._context.messages.say(str(error), "caution")
            return
        self.list.show_files(files, self._context.wall().date(), self.make)
        self.list.setVisible(bool(files))
        self._none.setVisible(not files)
        self._count.start(counting(files))

    def file_at(self, path: Path) -> BackupFile | None:
        """The copy at `path`, if it is there."""
        return next((row.file for row in self.list.rows if row.file.path == path), None)

    def set_enabled(self, is_enabled: bool) -> None:
        """Copies can be looked into at any time."""
        self.make.setEnabled(is_enabled)
        self.list.set_enabled(is_enabled)

    def put_away(self) -> None:
        """Look into nothing any more."""
        self._count.close()
        self._look.close()

    def _look_into(self, file: BackupFile | None) -> None:
        if file is None:
            self._look.cancel()
            return
        self.list.detail.look()
        self._look.start(looking(self._backups, file))

    def _tell_fault(self, error: AcutimerError) -> None:
        self._context.messages.say(str(error), "caution")

    def _show_contents(self, found: Contents) -> None:
        now: int | None = None
        try:
            if not self._is_lost:
                now = self._context.history.ledger.read("SELECT count(*) FROM session")[0][0]
        except WorldError as error:
            self._context.messages.say(str(error), "caution")
            return
        self.list.detail.show_contents(found, now)
