"""The backup of the day, made beside whatever else goes on."""

from __future__ import annotations

from collections.abc import Generator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from acutimer.core.errors import AcutimerError
from acutimer.store.backup_files import BackupKind
from acutimer.store.progress import Progress
from acutimer.ui.job import Job

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from acutimer.store.backup_files import BackupFile
    from acutimer.store.backups import Backups
    from acutimer.store.copying import KeepOn
    from acutimer.ui.context import Context


def backups_of(context: Context, folder: Path | None = None) -> Backups | None:
    """The backups of the log behind `context`, in `folder` or else beside it; None for a log that has no file."""
    from acutimer.store.backups import Backups

    file = context.history.ledger.file
    return None if file is None else Backups(file, folder or file.with_name("backups"))


def was_set_back(backups: Backups, now: datetime) -> bool:
    """Whether the clock was put back by days: the backup of a day that is lived again has not what was done since.

    Raises:
        WorldError: the folder of backups cannot be read.
    """
    tomorrow = now.date() + timedelta(days=1)
    return any(file.kind is BackupKind.DAILY and file.day > tomorrow for file in backups.files())


class DailyBackup(QObject):
    """Makes today's backup if there is none. Call `look` when the window stands, and whenever a day may have begun.

    What goes wrong is said once a day, and tried again the next day or at the next start.
    """

    made = Signal()

    def __init__(self, context: Context, folder: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._backups = backups_of(context, folder)
        self._failed_on: date | None = None
        self._seen_on: date | None = None  # a day that was looked at in this process
        self._job = Job(self)
        self._job.ended.connect(self._end)
        self._job.failed.connect(self._tell)

    @property
    def is_busy(self) -> bool:
        """Whether one is being made."""
        return self._job.is_busy

    def look(self) -> None:
        """Begin a backup, if one is due. It takes no time here."""
        backups, now = self._backups, self._context.wall()
        if backups is None or self._job.is_busy or self._failed_on == now.date():
            return
        is_due = backups.is_due(now)
        if not is_due and self._seen_on == now.date():
            return
        self._seen_on = now.date()

        def work(keep_on: KeepOn) -> Generator[Progress, None, BackupFile | None]:
            yield Progress(0, 1)
            return backups.make(now, keep_on) if is_due or was_set_back(backups, now) else None

        self._job.start(work)

    def close(self) -> None:
        """Give up what is not done yet; it is due again at the next start."""
        self._job.close()

    def _end(self, made: object) -> None:
        if made is not None:
            self.made.emit()

    def _tell(self, error: AcutimerError) -> None:
        self._failed_on = self._context.wall().date()
        self._context.messages.say(str(error), "caution")
