"""A log or a backup that a stranger wrote: it is data, or it is refused; nothing in it runs."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from acutimer.core.errors import AcutimerError, InputError, WorldError
from acutimer.store.backups import Backups
from acutimer.store.contents import look, sessions_in
from acutimer.store.copying import open_to_read, open_to_write
from acutimer.store.database import open_database

NOW = datetime(2026, 2, 3, 9, 30, tzinfo=UTC)
NAME = "acutimer-2026-02-01.db"
Tally = Callable[[str, int, int], None]

ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n"
TRIGGER = "CREATE TRIGGER taken AFTER INSERT ON session BEGIN DELETE FROM past; END"
# What a stranger's file may hold beside or instead of what a log holds.
TRICKS = {
    "a trigger that deletes": [TRIGGER],
    "a trigger that never ends": [f"CREATE TRIGGER taken AFTER INSERT ON session BEGIN {ENDLESS}; END"],
    "a view": ["CREATE VIEW more AS SELECT * FROM session"],
    "a view in the place of a table, that never ends": [
        "PRAGMA foreign_keys = OFF",
        "DROP TABLE session",
        f"CREATE VIEW session AS {ENDLESS}",
    ],
    "a table of another program": ["CREATE TABLE secrets (text TEXT)"],
    "a column that is worked out": ["ALTER TABLE draft ADD COLUMN more TEXT AS (hex(text)) VIRTUAL"],
    "an index over a function": ["CREATE INDEX more ON session (hex(note))"],
    "a table with other rules": [
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_master SET sql = replace(sql, 'CHECK (json_valid(text))', '') WHERE name = 'draft'",
        "UPDATE sqlite_master SET sql = replace(sql, 'STRICT', '') WHERE name = 'session'",
    ],
    "a schema that is no schema": [
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_master SET sql = 'CREATE TABLE nonsense' WHERE name = 'session'",
    ],
    "a table that lies where another one does": [
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_master SET rootpage = (SELECT rootpage FROM sqlite_master WHERE name = 'plan')"
        " WHERE name = 'session'",
    ],
    "a root that is no page": ["PRAGMA writable_schema = ON", "UPDATE sqlite_master SET rootpage = 0"],
    "a virtual table": ["CREATE VIRTUAL TABLE more USING fts5(text)"],
}


@pytest.fixture
def backups(tmp_path: Path) -> Backups:
    """The user's log, and the folder of its backups."""
    open_database(tmp_path / "acutimer.db", NOW).close()
    return Backups(tmp_path / "acutimer.db", tmp_path / "backups")


def hostile(path: Path, statements: list[str]) -> Path:
    """A log of today's layout in which those statements were executed by whoever wanted to."""
    open_database(path, NOW).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            try:
                connection.execute(statement)
            except sqlite3.OperationalError as error:
                if "no such module" in str(error):
                    pytest.skip(f"this SQLite has none: {error}")
                raise
        connection.execute("PRAGMA journal_mode = DELETE")
    return path


@pytest.mark.parametrize("trick", TRICKS)
def test_a_hostile_backup_is_not_restored_and_looking_at_it_ends(
    trick: str, backups: Backups, tmp_path: Path, tally: Tally
) -> None:
    stranger = hostile(tmp_path / "stranger" / "acutimer.db", TRICKS[trick])
    backups.folder.mkdir()
    stranger.replace(backups.folder / NAME)
    before = backups.database.read_bytes()
    with closing(open_database(backups.database, NOW)) as connection:
        (file,) = backups.files()
        contents = backups.look(file)
        sessions_in(file.path)
        with pytest.raises(AcutimerError):
            backups.restore(file, connection, NOW)
        names = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
    is_lost = bool(names & {"taken", "more", "secrets"}) or backups.database.read_bytes() != before
    tally("hostile databases (triggers, views, a corrupt schema)", 1, is_lost)
    assert not is_lost
    assert contents.sessions == 0


@pytest.mark.parametrize("trick", TRICKS)
def test_a_hostile_log_is_opened_as_data_or_refused_in_one_line(trick: str, tmp_path: Path, tally: Tally) -> None:
    log = hostile(tmp_path / "log" / "acutimer.db", TRICKS[trick])
    (tmp_path / "log" / "other").write_text("mine")
    told = ""
    try:
        open_database(log, NOW).close()
    except WorldError as error:
        told = str(error)
    assert "\n" not in told
    found = {path.name for path in (tmp_path / "log").iterdir()}
    is_lost = not found <= {"acutimer.db", "acutimer.db-wal", "acutimer.db-shm", "other", "backups"}
    tally("hostile databases (triggers, views, a corrupt schema)", 1, is_lost)
    assert not is_lost


def test_an_honest_backup_is_restored(backups: Backups, tmp_path: Path) -> None:
    """Else the tests above would show nothing."""
    made = hostile(tmp_path / "made" / "acutimer.db", [])
    backups.folder.mkdir()
    made.replace(backups.folder / NAME)
    with closing(open_database(backups.database, NOW)) as connection:
        (file,) = backups.files()
        assert look(file.path).is_sound
        assert backups.restore(file, connection, NOW).exists()


def test_no_file_s_schema_is_trusted_where_sqlite_can_distrust_it(tmp_path: Path) -> None:
    log = tmp_path / "acutimer.db"
    with closing(open_database(log, NOW)) as connection:
        trusted = connection.execute("PRAGMA trusted_schema").fetchone()[0]
        assert connection.execute("PRAGMA cell_size_check").fetchone()[0] == 1
        with closing(sqlite3.connect(":memory:")) as trial:
            trial.execute("PRAGMA trusted_schema = OFF")
            try:
                trial.execute("CREATE TABLE trial (text TEXT CHECK (json_valid(text)))")
            except sqlite3.OperationalError:  # SQLite 3.40 and others: it would refuse our own tables
                assert trusted == 1
            else:
                assert trusted == 0
    with closing(open_to_write(log)) as writing, open_to_read(log) as reading:
        for each in (writing, reading):
            assert each.execute("PRAGMA trusted_schema").fetchone()[0] == trusted


def test_no_extension_is_ever_loaded_by_what_a_file_says(tmp_path: Path) -> None:
    refused = pytest.raises(sqlite3.OperationalError, match=r"not authorized|no such function")
    with closing(open_database(tmp_path / "acutimer.db", NOW)) as connection, refused:
        connection.execute("SELECT load_extension('evil')")


@pytest.mark.parametrize("kind", ["a link", "a pipe", "a folder", "a device"])
def test_a_backup_that_is_no_plain_file_is_not_offered(kind: str, backups: Backups, tmp_path: Path) -> None:
    backups.folder.mkdir()
    place = backups.folder / NAME
    match kind:
        case "a link":
            place.symlink_to(hostile(tmp_path / "elsewhere.db", []))
        case "a pipe":
            os.mkfifo(place)
        case "a folder":
            place.mkdir()
        case _:
            place.symlink_to("/dev/zero")
    assert backups.files() == ()


def test_a_copy_that_became_a_link_or_a_pipe_is_refused_when_it_is_restored(backups: Backups, tmp_path: Path) -> None:
    """Between listing and restoring anything may happen to a file."""
    backups.folder.mkdir()
    hostile(tmp_path / "made" / "acutimer.db", []).replace(backups.folder / NAME)
    (file,) = backups.files()
    with closing(open_database(backups.database, NOW)) as connection:
        swaps: tuple[Callable[[], object], ...] = (
            lambda: os.mkfifo(file.path),
            lambda: file.path.symlink_to("/dev/zero"),
            file.path.mkdir,
        )
        for swap in swaps:
            file.path.unlink()
            swap()
            with pytest.raises(InputError):
                backups.restore(file, connection, NOW)
            if file.path.is_dir():
                file.path.rmdir()
                file.path.touch()
