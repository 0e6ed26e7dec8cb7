"""Copies of a whole database: made page by page beside a writer, checked, and only then given their name."""

import errno
import os
import sqlite3
import stat
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from acutimer.core.errors import WorldError
from acutimer.language.catalogue import tr, trn
from acutimer.store.faults import SPOKEN, is_of_damage
from acutimer.store.files import make_folder, sync_folder
from acutimer.store.ledger import take_back

PAGES = 256  # copied at a time, a megabyte: between two lots the copy can be given up
STEPS = 20_000  # of SQLite's machine, between two questions whether a check is still wanted: some milliseconds
PATIENCE_SECONDS = 5.0
PART = ".part"

KeepOn = Callable[[], bool]
Flaw = Callable[[sqlite3.Connection, KeepOn], str]
"""What is wrong with a copy, in a few words; empty where nothing is."""


class GivenUpError(Exception):
    """Nobody wants the copy any more; nothing was changed."""


class CopyError(Exception):
    """A copy that is not what it was to be; the words go on from a colon."""


class HeldError(CopyError):
    """Another program holds what is to be read or written."""


class Stamp(NamedTuple):
    """What tells one database from another at a glance."""

    application_id: int
    version: int
    sessions: int


def always() -> bool:
    """Go on to the end."""
    return True


def no_flaw(_copy: sqlite3.Connection, _keep_on: KeepOn) -> str:
    """Look for nothing that SQLite's own check does not find."""
    return ""


def back_up(path: Path, target: Path, keep_on: KeepOn = always, flaw: Flaw = no_flaw) -> Stamp:
    """Copy the database at `path` into the file `target`, whole and checked, or not at all.

    It reads one state of the database through a connection of its own, whatever is written meanwhile: one that is
    inside a write transaction would wait for itself. `keep_on` is asked again and again whether to go on. `flaw` says
    what else is wrong with the copy.

    Raises:
        OSError: the folder cannot be made or written.
        sqlite3.Error: the copy failed.
        CopyError: it was made, and did not pass its check.
        GivenUpError: `keep_on` said no.
    """
    with closing(open_to_write(path)) as source:
        return copy_out(source, target, keep_on, flaw)


def copy_out(source: sqlite3.Connection, target: Path, keep_on: KeepOn = always, flaw: Flaw = no_flaw) -> Stamp:
    """As `back_up`, from an open database outside of any transaction."""
    with _made_whole(target) as part:
        source.execute("BEGIN")  # from the first look to the last page: the same state
        try:
            stamp = stamp_of(source)
            with closing(sqlite3.connect(part)) as copy:
                source.backup(copy, pages=PAGES, progress=patiently(keep_on))
                copy.execute("PRAGMA journal_mode = DELETE")  # so that whoever looks at it needs no file beside it
        finally:
            take_back(source)
        # in one that can only be read SQLite passes over what the tables say of their values
        with closing(open_to_write(part)) as copy:
            check(copy, stamp, keep_on)
            if found := flaw(copy, keep_on):
                raise CopyError(f"the log is damaged ({found}).")
    return stamp


def copy_damaged(source: sqlite3.Connection, target: Path) -> None:
    """As `copy_out`, page by page as they are, whatever is in them: for whoever can mend it.

    Raises:
        OSError, sqlite3.Error: not even that can be had.
    """
    with _made_whole(target) as part, closing(sqlite3.connect(part)) as copy:
        source.backup(copy, progress=patiently())


@contextmanager
def _made_whole(target: Path) -> Iterator[Path]:
    """A file to fill, the user's alone and this call's; filled, it gets its name, otherwise nothing is left."""
    make_folder(target.parent)
    handle, name = tempfile.mkstemp(PART, f".{target.name}-", target.parent)
    os.close(handle)
    part = Path(name)
    try:
        yield part
        part.replace(target)
        sync_folder(target.parent)
    finally:
        for litter in (part, *(part.with_name(f"{part.name}-{end}") for end in ("journal", "wal", "shm"))):
            litter.unlink(missing_ok=True)


def patiently(keep_on: KeepOn = always) -> Callable[[int, int, int], object]:
    """The `progress` of Connection.backup: without it, that waits for ever for whoever holds a database."""

    def progress(status: int, _remaining: int, _total: int) -> None:
        if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):  # its own patience is at an end
            raise HeldError(tr("another program holds the log; close it and try again."))
        if not keep_on():
            raise GivenUpError

    return progress


def open_to_write(path: Path) -> sqlite3.Connection:
    """The database as it is, neither made nor brought up to date: another way in beside one that is open."""
    address = f"{path.absolute().as_uri()}?mode=rw"
    connection = sqlite3.connect(address, PATIENCE_SECONDS, isolation_level=None, uri=True)
    distrust(connection)
    return connection


def distrust(connection: sqlite3.Connection) -> None:
    """Let what stands in the file be data: its schema runs nothing that could do harm, whoever wrote it.

    What SQLite advises for files of unknown origin. It writes nothing.
    """
    if _can_distrust():
        connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    if sys.version_info >= (3, 12):
        connection.setconfig(sqlite3.SQLITE_DBCONFIG_DEFENSIVE, True)


@lru_cache(maxsize=1)
def _can_distrust() -> bool:
    """Some versions (3.40 is one) take the harmless json_valid of our own tables for harmful."""
    with closing(sqlite3.connect(":memory:")) as trial:
        trial.execute("PRAGMA trusted_schema = OFF")
        try:
            trial.execute("CREATE TABLE trial (text TEXT CHECK (json_valid(text)))")
        except sqlite3.OperationalError:
            return False
    return True


@contextmanager
def open_to_read(path: Path) -> Iterator[sqlite3.Connection]:
    """The file as it lies there: nothing in it or beside it changes.

    Raises:
        OSError: it is missing, or no plain file: a pipe would be waited for without end.
        sqlite3.Error: it cannot be opened.
    """
    if not stat.S_ISREG(path.stat().st_mode):
        raise OSError(errno.EINVAL, tr("it is no plain file"), str(path))
    beside = path.with_name(f"{path.name}-wal")
    # a file in WAL mode that is merely read would get helpers beside it, unless it is said that nobody writes it
    fixed = "" if beside.exists() and beside.stat().st_size else "&immutable=1"
    address = f"{path.absolute().as_uri()}?mode=ro{fixed}"
    with closing(sqlite3.connect(address, isolation_level=None, uri=True)) as connection:
        distrust(connection)
        yield connection


def stamp_of(connection: sqlite3.Connection) -> Stamp:
    """What a database is, and how many sessions it has."""
    asked = ("PRAGMA application_id", "PRAGMA user_version", "SELECT count(*) FROM session")
    return Stamp(*(connection.execute(question).fetchone()[0] for question in asked))


def check(connection: sqlite3.Connection, stamp: Stamp, keep_on: KeepOn = always, *, is_quick: bool = False) -> None:
    """See that a copy is sound and has that stamp. A quick check does not compare the indexes with the tables.

    Raises:
        CopyError: it has not.
        GivenUpError: `keep_on` said no.
    """
    if stamp_of(connection) != stamp:
        found = stamp_of(connection).sessions
        words = trn("the copy has {0} session, not {1}.", "the copy has {0} sessions, not {1}.", found)
        raise CopyError(words.format(found, stamp.sessions))
    connection.set_progress_handler(lambda: int(not keep_on()), STEPS)
    try:
        question = "PRAGMA quick_check(1)" if is_quick else "PRAGMA integrity_check(1)"
        found = connection.execute(question).fetchone()[0]
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_INTERRUPT:
            raise GivenUpError from None
        raise
    finally:
        connection.set_progress_handler(None, 0)
    if found != "ok":
        words = tr("the copy did not pass its check, so the log itself may be damaged ({0}).")
        raise CopyError(words.format(_one_line(found)))


@contextmanager
def copying_faults(what: str, place: Path) -> Iterator[None]:
    """Turn what disk, permission and other programs do to a copy at `place` into "{what}: why", one line.

    Raises:
        WorldError: any of these; what is our own fault goes through as it is.
    """
    try:
        yield
    except CopyError as error:
        raise WorldError(tr("{0}: {1}").format(what, error)) from error
    except SPOKEN as error:
        code = sqlite3.SQLITE_CORRUPT if is_of_damage(error) else getattr(error, "sqlite_errorcode", -1)
        why = _why(code & 0xFF, place)  # the primary code
        if why is None:
            raise
        raise WorldError(tr("{0}: {1} ({2})").format(what, why, error)) from error
    except OSError as error:
        raise WorldError(tr("{0}: {1}: {2}.").format(what, error.filename or place, error.strerror or error)) from error


def _why(code: int, place: Path) -> str | None:
    words: str | None = None
    match code:
        case sqlite3.SQLITE_NOTADB | sqlite3.SQLITE_CORRUPT:
            words = tr("the log is damaged or no database.")
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM | sqlite3.SQLITE_AUTH | sqlite3.SQLITE_CANTOPEN:
            words = tr("check the permissions of {0}.")
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED | sqlite3.SQLITE_PROTOCOL:
            words = tr("another program holds the log; close it and try again.")
        case sqlite3.SQLITE_FULL:
            words = tr("no room on the disk of {0}.")
        case sqlite3.SQLITE_IOERR | sqlite3.SQLITE_NOLFS | sqlite3.SQLITE_NOMEM:
            words = tr("the disk of {0} is full or reports a fault.")
    return None if words is None else words.format(place)


def is_damage(error: Exception) -> bool:
    """Whether a copy failed because what was to be copied is damaged."""
    return is_of_damage(error) or (isinstance(error, CopyError) and not isinstance(error, HeldError))


def _one_line(found: str) -> str:
    return " ".join(found.split())
