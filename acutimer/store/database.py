"""Opens the user's database: WAL, numbered migrations, a backup before each, and no file from the future."""

import contextlib
import sqlite3
from datetime import datetime
from pathlib import Path

from acutimer.core.errors import WorldError
from acutimer.core.filtering import folded_words
from acutimer.language.catalogue import tr
from acutimer.store.copying import back_up, copying_faults, distrust
from acutimer.store.faults import world_faults
from acutimer.store.files import keep_private, make_file, own_folder
from acutimer.store.ledger import take_back

MIGRATIONS = Path(__file__).parent / "migrations"
APPLICATION_ID = 0x61637574  # "acut", written by the first migration
BUSY_SECONDS = 5.0  # how long to wait for another process (a session in the terminal beside the window)


def open_database(path: Path, now: datetime, backups: Path | None = None) -> sqlite3.Connection:
    """The database at `path`, made when it is missing and brought up to date when it is old.

    A copy goes to `backups` (the folder "backups" beside the file) before anything in an old one changes; `now`
    dates it. The connection is in autocommit mode; transactions are begun by hand.

    Raises:
        WorldError: damaged, from a newer version, another program's, locked, or without permission.
    """
    with world_faults(path):
        own_folder(path.parent)
        make_file(path)
        with contextlib.suppress(OSError):
            keep_private(path)
        connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
        try:
            distrust(connection)
            _refuse_what_is_not_ours(connection, path)
            _set_up(connection)
            migrate(connection, path, now, backups or path.parent / "backups")
            connection.execute("PRAGMA foreign_keys = ON")
        except BaseException:
            connection.close()
            raise
    return connection


def open_in_memory() -> sqlite3.Connection:
    """An empty database that lives as long as its connection: for when the disk cannot be written."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    _teach(connection)
    for _, script in scripts():
        connection.executescript(script.read_text(encoding="utf-8"))
    connection.execute("PRAGMA foreign_keys = ON")
    return connection


def scripts() -> list[tuple[int, Path]]:
    """Every migration, in order: its number (from 1, without gaps) and its SQL."""
    return [(int(file.name[:3]), file) for file in sorted(MIGRATIONS.glob("[0-9][0-9][0-9]_*.sql"))]


def migrate(connection: sqlite3.Connection, path: Path, now: datetime, backups: Path) -> None:
    """Run the scripts the file has not seen; each one and its `user_version` are one transaction.

    Foreign keys must be off, so that a script may rebuild a table.
    """
    todo = scripts()
    found = _version(connection)
    if found == todo[-1][0]:
        return
    has_backup = found == 0  # there is nothing in a new one
    for number, script in todo:
        connection.execute("BEGIN IMMEDIATE")
        try:
            # read again under the lock: another process may have been faster
            version = _version(connection)
            if version < number:
                if not has_backup:
                    target = backups / f"{path.stem}-{now:%Y%m%d-%H%M%S}-version-{version}.db"
                    with copying_faults(tr("The log cannot be brought up to date without a copy of it"), backups):
                        back_up(path, target)
                    has_backup = True
                for statement in _statements(script.read_text(encoding="utf-8")):
                    connection.execute(statement)
                connection.execute(f"PRAGMA user_version = {number}")
            connection.execute("COMMIT")
        except BaseException:
            take_back(connection)  # SQLite may have done so itself
            raise


def _teach(connection: sqlite3.Connection) -> None:
    """What migrations ask of Python. Nothing that stays in a file may: other programs could not write it then."""
    connection.create_function("folded_words", 1, folded_words, deterministic=True)


def _set_up(connection: sqlite3.Connection) -> None:
    _teach(connection)
    if _pragma(connection, "journal_mode") != "wal":
        connection.execute("PRAGMA journal_mode = WAL")
    # FULL: in WAL mode only this syncs every commit. With NORMAL a power cut loses all since the last checkpoint,
    # which may be a whole session; a commit every 5 s costs one sync of a few pages.
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA fullfsync = ON")  # macOS: sync down to the medium


def _refuse_what_is_not_ours(connection: sqlite3.Connection, path: Path) -> None:
    if sqlite3.sqlite_version_info < (3, 37):
        words = tr("The log needs SQLite 3.37 or newer; this Python has {0}.")
        raise WorldError(words.format(sqlite3.sqlite_version))
    version = _version(connection)
    newest = scripts()[-1][0]
    is_empty = version == 0 and not _count(connection)
    if not is_empty and _pragma(connection, "application_id") != APPLICATION_ID:
        words = tr("The log cannot be opened: {0} is another program's database; it is left as it is.")
        raise WorldError(words.format(path))
    if version > newest:
        words = tr(
            "The log cannot be opened: {0} was written by a newer acutimer (its version is {1}, this program "
            "knows up to {2}); it is left as it is. Update acutimer."
        )
        raise WorldError(words.format(path, version, newest))


def _statements(script: str) -> list[str]:
    """The script's statements one by one; `executescript` would commit before it begins."""
    statements, lines = [], ""
    for line in script.splitlines(keepends=True):
        lines += line
        if sqlite3.complete_statement(lines):
            statements.append(lines)
            lines = ""
    assert not lines.strip(), f"unfinished SQL: {lines}"
    return statements


def _version(connection: sqlite3.Connection) -> int:
    version = _pragma(connection, "user_version")
    assert isinstance(version, int)
    return version


def _pragma(connection: sqlite3.Connection, name: str) -> object:
    return connection.execute(f"PRAGMA {name}").fetchone()[0]


def _count(connection: sqlite3.Connection) -> int:
    count = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    assert isinstance(count, int)
    return count
