"""Opens the log, and mends one that is damaged: a backup takes its place, and what can still be read is saved."""

import sqlite3
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from acutimer.core.errors import WorldError
from acutimer.language.catalogue import tr
from acutimer.store.database import APPLICATION_ID, open_database
from acutimer.store.doorway import alone, is_held, is_suspect, trust
from acutimer.store.faults import SPOKEN, is_of_damage, world_faults
from acutimer.store.files import own_folder, resolved

LOOKS = 2  # before a log is taken for damaged
_HEADER_BYTES = 100
_LARGEST_PAGE_BYTES = 65_536
_TABLE_LEAF = b"\x0d"
_MAGIC = b"SQLite format 3\0"


class Opened(NamedTuple):
    """The log, as `open_database` gives it, and what there is to tell, a sentence or two each; most often nothing."""

    connection: sqlite3.Connection
    told: tuple[str, ...]


def open_or_recover(path: Path, now: datetime, backups: Path | None = None) -> Opened:
    """Open the log at `path`; one that is damaged is set aside first, and mended.

    It goes to the folder `backups` ("backups" beside it) with its helpers, byte for byte. The newest sound backup
    takes its place, or an empty log where there is none, and what can be read in the damaged one and is newer comes
    to it. Call it where a process opens the log for the first time: nothing here is done while another one has it open.

    Raises:
        WorldError: as `open_database`; also where the log is damaged and cannot be mended now.
    """
    with world_faults(path):
        path = resolved(path) if path.is_symlink() else path
        folder = backups or path.parent / "backups"  # where the backups of the day are made, too
        own_folder(path.parent)
        with alone(path):
            if is_suspect(path):
                return _looked_at(path, now, folder)
            if _is_sure(lambda: _looks_damaged(path, folder)):
                return _mended(path, now, folder)
            return _opened(path, now, folder)


def _is_sure(is_so: Callable[[], bool]) -> bool:
    """Whether it is so at a second look, too: one read that failed is the disk's fault, and no damage."""
    return is_so() and is_so()


def _opened(path: Path, now: datetime, folder: Path) -> Opened:
    for _ in range(LOOKS):
        try:
            return Opened(open_database(path, now, folder), ())
        except (WorldError, sqlite3.Error) as error:
            if not _is_damage(error, path):
                raise
    return _mended(path, now, folder)


def _looked_at(path: Path, now: datetime, folder: Path) -> Opened:
    """The log, after a part of it could not be read, or a mending was not finished."""
    from acutimer.store.mending import finished, is_flawed

    if is_held(path):
        return _as_it_is(path, now, folder)
    told = finished(path, folder)
    if not told and _is_sure(lambda: _looks_damaged(path, folder) or is_flawed(path)):
        return _mended(path, now, folder)
    opened = _opened(path, now, folder)
    trust(path)
    return opened._replace(told=told or opened.told)


def _mended(path: Path, now: datetime, folder: Path) -> Opened:
    from acutimer.store.mending import mend

    if is_held(path):
        return _as_it_is(path, now, folder)
    told = mend(path, now, folder)
    opened = Opened(open_database(path, now, folder), told)
    trust(path)
    return opened


def _as_it_is(path: Path, now: datetime, folder: Path) -> Opened:
    """Another process has the log open and works on it: what can be read can be read."""
    held = tr("A part of your log may be damaged. It is mended when acutimer is started and is not open anywhere else.")
    try:
        return Opened(open_database(path, now, folder), (held,))
    except sqlite3.Error as error:
        raise WorldError(f"{held} ({error})") from error


def _looks_damaged(path: Path, folder: Path) -> bool:
    """What SQLite would take for a new log, or for an older state of it, without a word.

    An empty file beside backups; a log of writes of which only the beginning would be read; a mark in the header that
    makes the file one that can only be read, or text of another kind.
    """
    try:
        size = path.stat().st_size
        wal = path.with_name(f"{path.name}-wal")
        if size == 0:
            return _has_backups(path, folder) or (wal.exists() and wal.stat().st_size > 0)
        if is_held(path):
            return False
        has_writes = False
        if wal.exists() and wal.stat().st_size:
            from acutimer.store.wal import read_wal

            writes = read_wal(wal)
            # opened to be written and closed again, a damaged one would not be what it was
            if writes.is_broken or not _can_be_read(path):
                return True
            has_writes = writes.newest()[1] > 0
        return _has_damaged_header(path, folder, has_writes=has_writes)
    except OSError:  # there is none, or opening it says what is wrong
        return False


def _has_damaged_header(path: Path, folder: Path, *, has_writes: bool) -> bool:
    """Whether what is unusual in it is damage: another program's hand may have left marks that do no harm."""
    header = _header(path)
    if _is_usual(header):
        return False
    from acutimer.store.mending import is_flawed

    if _is_unwritten(path):  # all of a young log may still be among the writes
        return not has_writes and _has_backups(path, folder)
    return not _is_anothers(path) and (not _can_be_written(header) or is_flawed(path))


def _has_backups(path: Path, folder: Path) -> bool:
    from acutimer.store.mending import candidates

    return bool(candidates(folder, path.stem))


def _is_unwritten(path: Path) -> bool:
    """Whether the file is what a first start leaves that was broken off: one page with no table in it, or of zeros."""
    with path.open("rb") as file:
        page = file.read(_LARGEST_PAGE_BYTES)
    is_whole = len(page) == path.stat().st_size
    kind, count = page[_HEADER_BYTES : _HEADER_BYTES + 1], page[_HEADER_BYTES + 3 : _HEADER_BYTES + 5]
    has_no_table = page[:16] == _MAGIC and kind == _TABLE_LEAF and count == bytes(2)
    return is_whole and (has_no_table or not any(page))


def _is_damage(error: WorldError | sqlite3.Error, path: Path) -> bool:
    """Whether the log cannot be opened because of what is in its file, though it is ours and of no newer version."""
    from acutimer.store.copying import is_damage
    from acutimer.store.mending import is_flawed

    if isinstance(error, sqlite3.Error):  # nothing one expects: either the file is flawed, or we are
        return is_flawed(path)
    if error.__cause__ is not None:
        return isinstance(error.__cause__, Exception) and is_damage(error.__cause__)
    # it says that it is another program's, or of a newer version: if it were so, its tables would be others
    return is_flawed(path)


def _is_anothers(path: Path) -> bool:
    """Whether the file is a sound database, and none of ours."""
    from acutimer.store.copying import open_to_read
    from acutimer.store.layout import is_of_today

    try:
        with open_to_read(path) as connection:
            mark = connection.execute("PRAGMA application_id").fetchone()[0]
            has_tables = connection.execute("SELECT EXISTS (SELECT 1 FROM sqlite_master)").fetchone()[0]
            return bool(has_tables) and mark != APPLICATION_ID and not is_of_today(connection)
    except SPOKEN:
        return False


def _can_be_read(path: Path) -> bool:
    from acutimer.store.copying import open_to_read

    try:
        with open_to_read(path) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except SPOKEN as error:
        return not is_of_damage(error)
    return True


def _is_usual(header: bytes) -> bool:
    """Whether what never changes in a log's header is as it should be."""
    return (
        header[:16] == _MAGIC
        and _can_be_written(header)
        and header[21:24] == bytes((64, 32, 32))
        and header[52:56] == header[64:68] == bytes(4)
        and not any(header[72:92])
        and header[56:60] == bytes((0, 0, 0, 1))
    )


def _can_be_written(header: bytes) -> bool:
    return header[18:19] in (b"\1", b"\2") and header[19:20] in (b"\1", b"\2")


def _header(path: Path) -> bytes:
    """Where it begins. The file must not be open in this process, whose locks on it would go."""
    with path.open("rb") as file:
        return file.read(_HEADER_BYTES)
