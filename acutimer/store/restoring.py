"""Puts a copy in the place of the log: under the connections that have it open, or where nobody can open it."""

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

from acutimer.core.errors import InputError, WorldError
from acutimer.language.catalogue import tr
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
from acutimer.store.database import APPLICATION_ID, open_database, scripts
from acutimer.store.doorway import trust
from acutimer.store.faults import SPOKEN
from acutimer.store.files import own_folder
from acutimer.store.layout import is_of_today
from acutimer.store.placing import place


def restore(path: Path, connection: sqlite3.Connection, replaced: Path, now: datetime) -> None:
    """Copy the log in the file `path` over the one behind `connection`, which first goes to the file `replaced`.

    The file of the log stays the same one, so whoever has it open goes on with what was restored. It is one
    transaction: where anything fails, and after a power cut, the log is as it was.

    Raises:
        InputError: the file is damaged, another program's, or from a newer version.
        WorldError: disk, permission, or another program that holds the log.
    """
    with fresh_copy(path, replaced, now) as fresh:
        _measure_alike(fresh, connection)
        try:
            copy_out(connection, replaced)
        except (CopyError, *SPOKEN) as error:
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
    with fresh_copy(path, damaged, now) as fresh:
        put_in_place(fresh, database, damaged)
    trust(database)  # whoever did this knows what was done


def put_in_place(fresh: sqlite3.Connection, database: Path, damaged: Path, told: tuple[str, ...] = ()) -> None:
    """Let a log in a workshop, which is closed by it, be the one at `database`; what is there goes to `damaged`.

    Where the program is ended before `doorway.trust` is called, the next start tells what is to be `told`.

    Raises:
        OSError, sqlite3.Error: disk or permission; then the log is as it was.
    """
    fresh.execute("PRAGMA journal_mode = DELETE")  # all of it is in the one file then
    ready = Path(fresh.execute("PRAGMA database_list").fetchone()[2])
    fresh.close()
    place(ready, database, damaged, told)


@contextmanager
def fresh_copy(path: Path, beside: Path, now: datetime) -> Iterator[sqlite3.Connection]:
    """What is in the file at `path`, in the layout of today, checked, and open for as long as it is wanted."""
    contents = look(path)
    if not contents.is_sound:
        raise InputError(tr("{0} cannot be restored. {1}").format(path.name, contents.fault))
    with (
        copying_faults(tr("{0} could not be restored, and your log is as it was").format(path.name), beside.parent),
        workshop_beside(beside) as workshop,
        closing(_brought_up_to_date(path, workshop, now)) as fresh,
    ):
        # one of today's layout is as it was copied, and that was checked
        was_checked = contents.version == scripts()[-1][0]
        _see_that_it_fits(fresh, contents.sessions, path, was_checked=was_checked)
        yield fresh


@contextmanager
def workshop_beside(path: Path) -> Iterator[Path]:
    """A folder in the one of `path`, for as long as something is being made in it."""
    own_folder(path.parent)
    workshop = Path(tempfile.mkdtemp(PART, f".{path.name}-", path.parent))
    try:
        yield workshop
    finally:
        shutil.rmtree(workshop, ignore_errors=True)


def _brought_up_to_date(path: Path, workshop: Path, now: datetime) -> sqlite3.Connection:
    """A copy of the file, in the layout of today. What `open_database` keeps of the old one goes with the workshop."""
    copy = workshop / path.name
    try:
        with open_to_read(path) as source:
            copy_out(source, copy)
    except (CopyError, *SPOKEN) as error:
        if is_damage(error):
            raise InputError(tr("{0} cannot be restored. {1}").format(path.name, tr(DAMAGED))) from None
        raise
    try:
        return open_database(copy, now, workshop)
    except (WorldError, sqlite3.Error) as error:
        if isinstance(error, WorldError) and error.__cause__ is not None:
            raise  # the disk's fault, not the file's
        words = tr("{0} cannot be restored. It does not fit this program ({1}).")
        raise InputError(words.format(path.name, error)) from error


def _see_that_it_fits(fresh: sqlite3.Connection, sessions: int, path: Path, *, was_checked: bool) -> None:
    """Whatever else the file holds has no place in a log: no trigger, no view, no table of another program."""
    if not is_of_today(fresh):
        raise InputError(tr("{0} cannot be restored. It is no log of acutimer.").format(path.name))
    check(fresh, Stamp(APPLICATION_ID, scripts()[-1][0], sessions), is_quick=was_checked)


def _measure_alike(fresh: sqlite3.Connection, connection: sqlite3.Connection) -> None:
    """Give the copy the log's size of a page: an open log cannot change its own."""
    size, wanted = (each.execute("PRAGMA page_size").fetchone()[0] for each in (fresh, connection))
    if size != wanted:
        fresh.execute("PRAGMA journal_mode = DELETE")
        fresh.execute(f"PRAGMA page_size = {int(wanted)}")
        fresh.execute("VACUUM")
