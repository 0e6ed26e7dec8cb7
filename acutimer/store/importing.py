"""Brings an export into the log: read and checked as a whole, then merged in one transaction, or nothing is changed."""

import codecs
import errno
import os
import sqlite3
import stat
from collections.abc import Callable, Generator, Iterator
from contextlib import AbstractContextManager, closing, nullcontext
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from acutimer.core.errors import InputError, WorldError
from acutimer.core.legible import printable
from acutimer.language.catalogue import marked, tr
from acutimer.store.explaining_file import named
from acutimer.store.exporting import FORMAT, VERSION
from acutimer.store.json_stream import Item, JsonStream, at_line, damaged
from acutimer.store.ledger import Ledger
from acutimer.store.merging import Imported, Merging
from acutimer.store.merging_own import bring_own
from acutimer.store.progress import Progress
from acutimer.store.saying import quoted
from acutimer.store.sheet import SESSION_COLUMNS
from acutimer.store.staging import Staging
from acutimer.store.whole_file import refuse_own_files

if TYPE_CHECKING:
    from acutimer.store.portable_door import PortableDoor

FUTURE = timedelta(days=1)  # the clocks of two computers may differ
LISTS = ("plans", "sessions", "past", "deleted")
OWN_LISTS = ("routines", "past_routines", "favourites")  # since version 2
HEAD = ("format", "version", "made_at")
NOT_OURS = marked("this is no export of acutimer's log. Choose a .json file that acutimer exported.")
_A_TABLE = marked("this is a table for spreadsheets. Choose a .json file that acutimer exported.")
_NO_SUCH_FILE = (errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG, errno.ELOOP, errno.EINVAL)
_BEGINNINGS = {
    b"SQLite format 3\0": marked("this is a database and no export. A backup is restored in the window, under Log."),
    b"\xff\xfe": marked("it is not UTF-8 text (it looks like UTF-16). Save it as UTF-8."),
    b"\xfe\xff": marked("it is not UTF-8 text (it looks like UTF-16). Save it as UTF-8."),
    f"{','.join(SESSION_COLUMNS[:2])},".encode(): _A_TABLE,
}


def import_file(
    connection: sqlite3.Connection, source: Path, now: datetime
) -> Generator[Progress | Imported, None, None]:
    """Merge the export at `source` into the log; iterate to do it. The last thing told is what was imported.

    The progress counts parts of the work. Closing the iteration before its end leaves everything as it was. The log
    is locked only while it is merged, and `connection` is of no use for anything else then.

    Raises:
        InputError: it is no export one can use; one line says what is wrong, and where.
        WorldError: the disk is full, or the file or the log cannot be read or written.
    """
    return import_into(Ledger(connection).file, lambda: nullcontext(connection), source, now)


def import_into(
    database: Path | None, opened: Callable[[], AbstractContextManager[sqlite3.Connection]], source: Path, now: datetime
) -> Generator[Progress | Imported, None, None]:
    """As `import_file`, into a log that is opened, or made, only when the file was found to be good."""
    if database is not None:
        refuse_own_files(database, source)
    name = printable(str(source))
    try:
        with _opened(source) as file, closing(Staging()) as staging:
            size = max(1, os.fstat(file.fileno()).st_size)
            stream = JsonStream(file)
            yield Progress(0, 2 * size)
            told = 0
            for _ in _laid_aside(stream, staging, now):
                if stream.bytes_read > told:
                    told = stream.bytes_read
                    yield Progress(min(told, size), 2 * size)
            sessions = staging.check()
            with opened() as connection:
                yield from _merged(connection, staging, sessions, size)
    except InputError as error:
        raise InputError(tr("{0}: {1}").format(name, error)) from None
    except OSError as error:
        raise WorldError(
            tr("{0}: it cannot be read ({1}). Nothing was changed.").format(name, error.strerror)
        ) from error


def _merged(
    connection: sqlite3.Connection, staging: Staging, sessions: int, size: int
) -> Iterator[Progress | Imported]:
    connection.execute("PRAGMA foreign_keys = ON")  # what belongs to a session goes with it
    with Ledger(connection).writing():
        merging = Merging(connection)
        done = 0
        for lot in staging.sessions():
            yield Progress(size + size * done // sessions, 2 * size)
            merging.bring(lot)
            done += len(lot)
        imported = replace(merging.finish(), own=bring_own(connection, staging.routines(), staging.favourites()))
        yield Progress(2 * size, 2 * size)
    yield imported


def _laid_aside(stream: JsonStream, staging: Staging, now: datetime) -> Iterator[None]:
    """Check the file item by item and lay each aside."""
    from acutimer.store.portable_door import PortableDoor

    door = PortableDoor(now + FUTURE)
    seen: set[str] = set()
    version = VERSION
    for item in stream.items():
        seen.add(item.name)
        try:
            if item.number is None:
                _check_head(item)
                if item.name == "version":
                    version = int(str(item.value))
            else:
                _lay_aside(item, door, staging)
        except InputError:
            if "format" in seen:
                raise
            raise InputError(tr(NOT_OURS)) from None
        yield
    wanted = (*HEAD, *LISTS, *(OWN_LISTS if version == VERSION else ()))
    missing = [name for name in wanted if name not in seen]
    if missing:
        lacking = damaged(tr("{0} is missing.").format(quoted(missing[0])))
        raise InputError(tr(NOT_OURS) if "format" in missing else lacking)


def _check_head(item: Item) -> None:
    """What stands once in the file."""
    value = item.value
    if item.name == "format":
        if value != FORMAT:
            raise InputError(tr(NOT_OURS))
    elif item.name == "version":
        if isinstance(value, int) and not isinstance(value, bool) and value > VERSION:
            raise InputError(tr("this was written by a newer acutimer. Update acutimer, and import it then."))
        if value not in range(1, VERSION + 1) or not isinstance(value, int) or isinstance(value, bool):
            raise _wrong(item, tr("{0} is no version of an export.").format(quoted(value)))
    elif item.name == "made_at":
        if not isinstance(value, str):
            raise _wrong(item, tr("this must be a time."))
    elif item.name not in (*LISTS, *OWN_LISTS):
        raise _wrong(item, tr("nothing of this name belongs here."), quoted(item.name))
    elif value != []:
        raise _wrong(item, tr("this must be a list in square brackets."))


def _wrong(item: Item, words: str, name: str = "") -> InputError:
    return InputError(at_line(item.line, f"{name or item.name}: {damaged(words)}"))


def _lay_aside(item: Item, door: "PortableDoor", staging: Staging) -> None:
    from acutimer.store.portable_door import PastRoutineInFile, RoutineInFile, text_in

    told = named(item)
    if item.name == "plans":
        plan, text = door.plan(item)
        staging.add_plan(text, len(plan.phases))
    elif item.name == "deleted":
        deleted = door.deleted(item)
        staging.add_deletion(deleted.session, deleted.at, told)
    elif item.name == "favourites":
        chosen = door.favourite(item)
        staging.add_favourite(chosen.routine, chosen.changed_at, is_chosen=chosen.is_chosen, told=told)
    elif item.name in OWN_LISTS:
        routine, text = door.routine(item)
        staging.add_routine(
            routine.routine.id,
            text,
            routine.changed_at,
            is_deleted=isinstance(routine, RoutineInFile) and routine.is_deleted,
            told=told,
            is_past=isinstance(routine, PastRoutineInFile),
        )
    else:
        session = door.session(item)
        staging.add_version(
            session.id,
            session.changed_at,
            text_in(session),
            plan=session.plan,
            last_index=max((phase.index for phase in session.phases), default=-1),
            told=told,
            is_past=item.name == "past",
        )


def _opened(source: Path) -> BinaryIO:
    """The file, which is a plain one: nothing is read of a device or a pipe."""
    try:
        if not stat.S_ISREG(source.stat().st_mode):
            is_folder = source.is_dir()
            raise InputError(
                tr("this is a folder. Name a file in it.") if is_folder else tr("this is a device and no file.")
            )
        handle = os.open(source, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except (OSError, ValueError) as error:  # a ValueError: the name itself cannot be one
        if isinstance(error, OSError) and error.errno not in _NO_SUCH_FILE:
            raise
        raise InputError(tr("there is no such file. Check the name.")) from None
    file = os.fdopen(handle, "rb", buffering=0)
    try:
        beginning = file.read(64).removeprefix(codecs.BOM_UTF8)
    except OSError:
        file.close()
        raise
    file.seek(0)
    for mark, words in _BEGINNINGS.items():
        if beginning.startswith(mark):
            file.close()
            raise InputError(tr(words))
    if beginning.strip() and not beginning.lstrip().startswith(b"{"):
        file.close()
        raise InputError(tr(NOT_OURS))
    return file
