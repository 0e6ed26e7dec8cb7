"""Backups of the log: one a day, the newest fourteen; more before what changes much; and back again."""

import contextlib
import shutil
import sqlite3
from contextlib import closing
from datetime import date, datetime
from pathlib import Path

from acutimer.core.errors import InputError, WorldError
from acutimer.language.catalogue import tr
from acutimer.store.backup_files import BackupFile, BackupKind, daily_name, files_in, free_path, oldest_first
from acutimer.store.contents import Contents, look
from acutimer.store.copying import PART, CopyError, KeepOn, always, back_up, copying_faults, is_damage, open_to_write
from acutimer.store.database import open_database
from acutimer.store.doorway import alone, is_held, suspect
from acutimer.store.examining import flaw_in_rows
from acutimer.store.faults import SPOKEN, world_faults
from acutimer.store.files import own_folder
from acutimer.store.restoring import rescue, restore

DAYS_KEPT = 14
IMPORTS_KEPT = 3
_LITTER_SECONDS = 86_400  # what is as old as that was left by a program that was ended in the middle of a copy


class Backups:
    """The copies of the log `database` in `folder`, which is made when it is needed.

    Only backups of a day and those made before an import are ever removed: other copies, and files that are not
    ours, stay. `keep_on` is asked again and again whether to go on; when it says no, GivenUpError is raised and
    nothing has changed.
    """

    def __init__(self, database: Path, folder: Path) -> None:
        self.database, self.folder = database, folder

    def is_due(self, now: datetime) -> bool:
        """Whether the day that is `now` has no backup yet."""
        try:
            return not (self.folder / daily_name(self.database.stem, now.date())).exists()
        except OSError:  # `make` says what is wrong
            return True

    def make(self, now: datetime, keep_on: KeepOn = always) -> BackupFile | None:
        """Make today's backup, in place of an earlier one of today, and let the oldest go; None for an empty log.

        Raises:
            WorldError: it could not be made; those there are stay.
        """
        with copying_faults(tr("Today's backup of your log could not be made"), self.folder):
            made = self._copied(self.folder / daily_name(self.database.stem, now.date()), now, keep_on)
            if made is not None:
                self._let_go(BackupKind.DAILY, DAYS_KEPT, now.date())
            return made

    def make_before_import(self, now: datetime, keep_on: KeepOn = always) -> BackupFile | None:
        """Make a copy to go back to; None for an empty log. Call `let_imports_go` once something did come in.

        Raises:
            WorldError: it could not be made.
        """
        with copying_faults(tr("A copy of your log could not be made before the import"), self.folder):
            return self._copied(free_path(self.folder, self.database.stem, BackupKind.BEFORE_IMPORT, now), now, keep_on)

    def let_imports_go(self, now: datetime) -> None:
        """Of the copies made before an import keep the last three.

        Raises:
            WorldError: the folder cannot be read.
        """
        with copying_faults(tr("The backups cannot be listed"), self.folder):
            self._let_go(BackupKind.BEFORE_IMPORT, IMPORTS_KEPT, now.date())

    def files(self) -> tuple[BackupFile, ...]:
        """All copies there are, newest first.

        Raises:
            WorldError: the folder cannot be read.
        """
        with copying_faults(tr("The backups cannot be listed"), self.folder):
            return files_in(self.folder, self.database.stem)

    def look(self, file: BackupFile, keep_on: KeepOn = always) -> Contents:
        """What is in a copy; it stays as it is."""
        return look(file.path, keep_on)

    def restore(self, file: BackupFile, connection: sqlite3.Connection, now: datetime) -> Path:
        """Put a copy in the place of the log behind `connection`; the log as it was is kept, and its path returned.

        Every other connection sees the change with its next question. A fault anywhere leaves the log as it was.

        Raises:
            InputError: the copy is damaged, another program's, or from a newer version.
            WorldError: disk, permission, or another program that holds the log.
        """
        replaced = free_path(self.folder, self.database.stem, BackupKind.REPLACED, now)
        restore(file.path, connection, replaced, now)
        return replaced

    def is_log_damaged(self, now: datetime) -> bool:
        """Whether the log cannot be opened because of what is in its file, so that a copy has to take its place."""
        try:
            open_database(self.database, now, self.folder).close()
        except WorldError as error:
            return isinstance(error.__cause__, sqlite3.Error) and is_damage(error.__cause__)
        return False

    def rescue(self, file: BackupFile, now: datetime) -> Path:
        """Put a copy where the damaged log is, which is kept; its path is returned. The log must not be open.

        Raises:
            InputError: as for `restore`, or the log is not damaged at all.
            WorldError: disk or permission, or another process has the log open.
        """
        with world_faults(self.database), alone(self.database):
            if not self.is_log_damaged(now):
                raise InputError(tr("Your log is not damaged. Start acutimer again to go on with it."))
            if is_held(self.database):
                raise WorldError(tr("Your log is open in another acutimer. Close that, and try again."))
            damaged = free_path(self.folder, self.database.stem, BackupKind.DAMAGED, now)
            rescue(file.path, self.database, damaged, now)
        return damaged

    def _copied(self, target: Path, now: datetime, keep_on: KeepOn) -> BackupFile | None:
        with closing(open_to_write(self.database)) as connection:
            if _is_empty(connection):
                return None
        self._sweep(now)
        own_folder(self.folder)
        try:
            back_up(self.database, target, keep_on, flaw_in_rows)
        except (CopyError, *SPOKEN) as error:
            if not is_damage(error):
                raise
            suspect(self.database)
            words = tr(
                "a part of the log is damaged. Close acutimer and start it again: it keeps the damaged file and saves"
                " out of it what it can ({0})."
            )
            raise CopyError(words.format(error)) from error
        return next(file for file in files_in(self.folder, self.database.stem) if file.path == target)

    def _let_go(self, kind: BackupKind, most: int, today: date) -> None:
        """Remove all but the newest `most` of a kind. One that cannot be removed will be another day."""
        files = tuple(file for file in files_in(self.folder, self.database.stem) if file.kind is kind)
        for file in oldest_first(files, today)[:-most]:
            with contextlib.suppress(OSError):
                file.path.unlink()

    def _sweep(self, now: datetime) -> None:
        """Remove what was begun long ago and never finished."""
        for litter in self.folder.glob(f".{self.database.stem}-*{PART}*"):
            with contextlib.suppress(OSError):
                if now.timestamp() - litter.stat().st_mtime > _LITTER_SECONDS:
                    shutil.rmtree(litter) if litter.is_dir() else litter.unlink()


def _is_empty(connection: sqlite3.Connection) -> bool:
    """Whether there is nothing the user made."""
    there = {row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    kept = ("session", "own_routine", "favourite", "draft")  # an older log has only the first
    asked = (f"SELECT EXISTS (SELECT 1 FROM {name})" for name in kept if name in there)  # noqa: S608 - ours
    return not any(connection.execute(question).fetchone()[0] for question in asked)
