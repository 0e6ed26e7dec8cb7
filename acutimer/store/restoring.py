"""Puts a copy in the place of the log: under the connections that have it open, or where nobody can open it."""

import contextlib
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

from acutimer.core.errors import InputError, WorldError
from acutimer.store.contents import DAMAGED, look
from acutimer.store.copying import (
    PART,
    CopyError,
    Stamp,
    check,
    copy_damaged,
    copy_out,
    copying_faults,
    is_damage,
    open_to_read,
    patiently,
)
from acutimer.store.database import APPLICATION_ID, open_database, open_in_memory, scripts
from acutimer.store.files import make_folder, sync_folder

_TABLES = "SELECT type, name FROM sqlite_master WHERE name NOT LIKE 'sqlite?_%' ESCAPE '?' ORDER BY type, name"


def restore(path: Path, connection: sqlite3.Connection, replaced: Path, now: datetime) -> None:
    """Copy the log in the file `path` over the one behind `connection`, which first goes to the file `replaced`.

    The file of the log stays the same one, so whoever has it open goes on with what was restored. It is one
    transaction: where anything fails, and after a power cut, the log is as it was.

    Raises:
        InputError: the file is damaged, another program's, or from a newer version.
        WorldError: disk, permission, or another program that holds the log.
    """
    with _fresh_copy(path, replaced, now) as fresh:
        _measure_alike(fresh, connection)
        try:
            copy_out(connection, replaced)
        except (CopyError, sqlite3.Error) as error:
            if not is_damage(error):
                raise
            copy_damaged(connection, replaced)
        try:
            fresh.backup(connection, progress=patiently())
        except BaseException:
            replaced.unlink(missing_ok=True)  # nothing was replaced
            raise


def rescue(path: Path, database: Path, damaged: Path, now: datetime) -> None:
    """Put the log in the file `path` where `database` is, which nobody can open: that goes to the file `damaged`.

    Raises:
        InputError: the file is damaged, too, another program's, or from a newer version.
        WorldError: disk or permission.
    """
    with _fresh_copy(path, damaged, now) as fresh:
        fresh.execute("PRAGMA journal_mode = DELETE")  # all of it is in the one file then
        ready = Path(fresh.execute("PRAGMA database_list").fetchone()[2])
        moved: list[tuple[Path, Path]] = []
        try:
            for end in ("-wal", "-shm", ""):  # what was not yet written into the old file may not get into the new one
                old, kept = (file.with_name(f"{file.name}{end}") for file in (database, damaged))
                if old.exists():
                    old.replace(kept)
                    moved.append((old, kept))
            fresh.close()
            ready.replace(database)
        except OSError:
            for old, kept in reversed(moved):
                with contextlib.suppress(OSError):
                    kept.replace(old)
            raise
        sync_folder(database.parent)
        sync_folder(damaged.parent)


@contextmanager
def _fresh_copy(path: Path, beside: Path, now: datetime) -> Iterator[sqlite3.Connection]:
    """What is in the file at `path`, in the layout of today, checked, and open for as long as it is wanted."""
    contents = look(path)
    if not contents.is_sound:
        raise InputError(f"{path.name} cannot be restored. {contents.fault}")
    with copying_faults(f"{path.name} could not be restored, and your log is as it was", beside.parent):
        make_folder(beside.parent)
        workshop = Path(tempfile.mkdtemp(PART, f".{beside.name}-", beside.parent))
        try:
            with closing(_brought_up_to_date(path, workshop, now)) as fresh:
                # one of today's layout is as it was copied, and that was checked
                was_checked = contents.version == scripts()[-1][0]
                _see_that_it_fits(fresh, contents.sessions, path, was_checked=was_checked)
                yield fresh
        finally:
            shutil.rmtree(workshop, ignore_errors=True)


def _brought_up_to_date(path: Path, workshop: Path, now: datetime) -> sqlite3.Connection:
    """A copy of the file, in the layout of today. What `open_database` keeps of the old one goes with the workshop."""
    copy = workshop / path.name
    try:
        with open_to_read(path) as source:
            copy_out(source, copy)
    except (CopyError, sqlite3.Error) as error:
        if is_damage(error):
            raise InputError(f"{path.name} cannot be restored. {DAMAGED}") from None
        raise
    try:
        return open_database(copy, now, workshop)
    except (WorldError, sqlite3.Error) as error:
        if isinstance(error, WorldError) and error.__cause__ is not None:
            raise  # the disk's fault, not the file's
        raise InputError(f"{path.name} cannot be restored. It does not fit this program ({error}).") from error


def _see_that_it_fits(fresh: sqlite3.Connection, sessions: int, path: Path, *, was_checked: bool) -> None:
    """Whatever else the file holds has no place in a log: no trigger, no view, no table of another program."""
    with closing(open_in_memory()) as known:
        is_ours = [tuple(row) for row in fresh.execute(_TABLES)] == [tuple(row) for row in known.execute(_TABLES)]
    if not is_ours:
        raise InputError(f"{path.name} cannot be restored. It is no log of acutimer.")
    check(fresh, Stamp(APPLICATION_ID, scripts()[-1][0], sessions), is_quick=was_checked)


def _measure_alike(fresh: sqlite3.Connection, connection: sqlite3.Connection) -> None:
    """Give the copy the log's size of a page: an open log cannot change its own."""
    size, wanted = (each.execute("PRAGMA page_size").fetchone()[0] for each in (fresh, connection))
    if size != wanted:
        fresh.execute("PRAGMA journal_mode = DELETE")
        fresh.execute(f"PRAGMA page_size = {int(wanted)}")
        fresh.execute("VACUUM")
