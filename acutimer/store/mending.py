"""Mends a damaged log: keeps it, puts the newest sound backup in its place, and saves what is newer out of it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

from acutimer.core.errors import InputError, WorldError
from acutimer.language.catalogue import marked, tr, trn
from acutimer.store.backup_files import BackupFile, BackupKind, files_in, free_path, oldest_first
from acutimer.store.copying import copying_faults, is_damage, open_to_read, patiently
from acutimer.store.database import APPLICATION_ID, open_database, scripts
from acutimer.store.examining import flaw_in
from acutimer.store.faults import SPOKEN
from acutimer.store.layout import is_of_today
from acutimer.store.placing import finish
from acutimer.store.restoring import fresh_copy, put_in_place, workshop_beside
from acutimer.store.salvaging import Salvaged, salvage

# What the user replaced by a backup is not brought back by itself.
KINDS = (BackupKind.DAILY, BackupKind.BEFORE_IMPORT, BackupKind.UPDATE)
_CANNOT = marked("Your log is damaged and cannot be mended now")


def is_flawed(path: Path) -> bool:
    """Whether there is damage anywhere in a log of this version; nothing in it or beside it changes.

    Of another program's database, or a log of another version, only opening it says more.

    Raises:
        WorldError: it cannot be read, for a fault that is not in the file.
    """
    with copying_faults(tr("Your log cannot be looked at"), path):
        try:
            # in a database that can only be read SQLite passes over what the tables say of their values
            with open_to_read(path) as connection, closing(sqlite3.connect("", isolation_level=None)) as copy:
                connection.backup(copy, progress=patiently())
                asked = ("PRAGMA application_id", "PRAGMA user_version")
                mark, version = (copy.execute(question).fetchone()[0] for question in asked)
                newest = scripts()[-1][0]
                if not is_of_today(copy):
                    return bool(mark == APPLICATION_ID and version == newest)
                return (version <= newest or _is_flipped(version, newest)) and bool(flaw_in(copy))
        except SPOKEN as error:
            if is_damage(error):
                return True
            raise


def _is_flipped(version: int, newest: int) -> bool:
    """Whether a number is what one flipped bit makes of this version's, and not simply the next."""
    return version != newest + 1 and (version ^ newest).bit_count() == 1


def mend(path: Path, now: datetime, folder: Path) -> tuple[str, ...]:
    """Mend the log at `path`, which is damaged and which nobody has open; what to tell the user.

    Raises:
        WorldError: disk or permission; then the log is as it was.
    """
    damaged = free_path(folder, path.stem, BackupKind.DAMAGED, now)
    with copying_faults(tr(_CANNOT), folder):
        backups = _newest_first(folder, path.stem, now)
    for backup in backups:
        try:
            with fresh_copy(backup.path, damaged, now) as fresh:
                if not flaw_in(fresh):
                    return _mended(path, damaged, now, fresh, backup)
        except InputError:  # this one is damaged, too, or not ours
            continue
    with copying_faults(tr(_CANNOT), folder), _empty(damaged, path.name, now) as fresh:
        return _mended(path, damaged, now, fresh, None)


def finished(path: Path, folder: Path) -> tuple[str, ...]:
    """Finish a mending that the program was ended in; what to tell the user, nothing where there was none.

    Raises:
        WorldError: disk or permission.
    """
    with copying_faults(tr(_CANNOT), folder):
        return finish(path, folder)


def candidates(folder: Path, stem: str) -> tuple[BackupFile, ...]:
    """The copies that may take the place of a damaged log, newest first; not yet looked at.

    Raises:
        OSError: the folder cannot be read.
    """
    return tuple(file for file in files_in(folder, stem) if file.kind in KINDS)


def _newest_first(folder: Path, stem: str, now: datetime) -> list[BackupFile]:
    return oldest_first(candidates(folder, stem), now.date())[::-1]


def _mended(
    path: Path, damaged: Path, now: datetime, fresh: sqlite3.Connection, backup: BackupFile | None
) -> tuple[str, ...]:
    before = int(fresh.execute("SELECT count(*) FROM session").fetchone()[0])
    saved = _saved(path, fresh, now)
    told = [_kept(damaged), *_told(saved or Salvaged(), before, backup)]
    if saved is None:
        told.append(tr("Nothing else could be saved out of the damaged file."))
    put_in_place(fresh, path, damaged, tuple(told))
    return tuple(told)


def _saved(path: Path, fresh: sqlite3.Connection, now: datetime) -> Salvaged | None:
    """What was saved; None where the damaged file cannot be followed.

    Raises:
        OSError, WorldError: a disk that is full or fails. What it keeps back today can be saved another day.
    """
    try:
        return salvage(path, fresh, now)
    except Exception as error:  # whatever the damaged file brings about, the backup takes its place
        cause = error.__cause__ if isinstance(error, WorldError) else error
        if isinstance(cause, OSError) or (isinstance(cause, sqlite3.OperationalError) and not is_damage(cause)):
            raise
        return None


@contextmanager
def _empty(beside: Path, name: str, now: datetime) -> Iterator[sqlite3.Connection]:
    with workshop_beside(beside) as workshop, closing(open_database(workshop / name, now, workshop)) as fresh:
        yield fresh


def _kept(damaged: Path) -> str:
    words = tr("Your log was damaged, and is mended. The damaged file is kept, as {0} among the backups.")
    return words.format(damaged.name)


def _told(saved: Salvaged, before: int, backup: BackupFile | None) -> Iterator[str]:
    """What took its place, and what was saved."""
    if backup is not None:
        alone = tr("The backup of {0} took its place, with {1}.")
        words = trn(
            "The backup of {0} took its place, with {1}, and {2} was saved out of the damaged file that came after it.",
            "The backup of {0} took its place, with {1},"
            " and {2} were saved out of the damaged file that came after it.",
            saved.sessions,
        )
        words = words if saved.sessions else alone
        yield words.format(backup.day.isoformat(), _sessions(before), _sessions(saved.sessions))
    elif saved.sessions:
        words = trn(
            "There was no sound backup. {0} was saved out of the damaged file.",
            "There was no sound backup. {0} were saved out of the damaged file.",
            saved.sessions,
        )
        yield words.format(_sessions(saved.sessions))
    else:
        yield tr("There was no sound backup, and no session could be read in it, so that your log begins anew.")
    if saved.in_part:
        yield tr("{0} of these could be saved in part only.").format(_sessions(saved.in_part))
    own = _own(saved)
    if own:
        yield tr("Saved as well: {0}.").format(own)


def _own(saved: Salvaged) -> str:
    routines = trn("{0} own routine", "{0} own routines", saved.routines).format(saved.routines)
    drafts = trn("{0} draft", "{0} drafts", saved.drafts).format(saved.drafts)
    if saved.routines and saved.drafts:
        return tr("{0} and {1}").format(routines, drafts)
    return routines if saved.routines else drafts if saved.drafts else ""


def _sessions(count: int) -> str:
    return trn("{0} session", "{0} sessions", count).format(count)
