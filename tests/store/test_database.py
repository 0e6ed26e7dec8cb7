import contextlib
import os
import sqlite3
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from acutimer.core.errors import WorldError
from acutimer.store import database
from acutimer.store.copying import back_up
from acutimer.store.database import open_database, open_in_memory, scripts
from tests.store.raw import FIRST_SESSION, insert_session

ROOT = Path(__file__).resolve().parents[2]
NEXT = "ALTER TABLE session ADD COLUMN mood TEXT;\nUPDATE session SET mood = 'calm';\n"


def version_of(connection: sqlite3.Connection) -> object:
    return connection.execute("PRAGMA user_version").fetchone()[0]


@pytest.fixture
def old_file(path: Path) -> Path:
    """A database as the first release left it: its frozen script, and a session in it."""
    path.parent.mkdir()
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.executescript(scripts()[0][1].read_text(encoding="utf-8") + "PRAGMA user_version = 1;")
        connection.execute(FIRST_SESSION)
        connection.commit()
    return path


@pytest.fixture
def next_migration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The program as a later version would be: one more script."""
    folder = tmp_path / "migrations"
    folder.mkdir()
    for _, script in scripts():
        (folder / script.name).write_bytes(script.read_bytes())
    added = folder / f"{len(scripts()) + 1:03}_mood.sql"
    added.write_text(NEXT, encoding="utf-8")
    monkeypatch.setattr(database, "MIGRATIONS", folder)
    return added


def test_a_new_database_is_safe_against_a_power_cut(connection: sqlite3.Connection) -> None:
    assert connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
    assert connection.execute("PRAGMA synchronous").fetchone()[0] == 2
    assert connection.execute("PRAGMA foreign_keys").fetchone()[0] == 1
    assert connection.execute("PRAGMA busy_timeout").fetchone()[0] == 5000
    assert version_of(connection) == len(scripts())


def test_only_the_user_can_read_the_database(connection: sqlite3.Connection, path: Path) -> None:
    insert_session(connection)
    for file in path.parent.iterdir():
        assert stat.S_IMODE(file.stat().st_mode) == 0o600, file.name
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_migrations_are_numbered_without_gaps() -> None:
    assert [number for number, _ in scripts()] == list(range(1, len(scripts()) + 1))


def test_what_was_written_is_there_the_next_time(path: Path, start: datetime) -> None:
    with contextlib.closing(open_database(path, start)) as connection:
        insert_session(connection)
    with contextlib.closing(open_database(path, start)) as connection:
        assert connection.execute("SELECT count(*) FROM session").fetchone()[0] == 1
    assert not (path.parent / "backups").exists()


def test_an_old_database_is_backed_up_and_brought_up_to_date(
    old_file: Path, next_migration: Path, start: datetime
) -> None:
    with contextlib.closing(open_database(old_file, start)) as connection:
        assert version_of(connection) == len(scripts())
        assert connection.execute("SELECT mood FROM session").fetchone()[0] == "calm"
    (copy,) = (old_file.parent / "backups").iterdir()
    assert copy.name == "acutimer-20261120-071000-version-1.db"
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    with contextlib.closing(sqlite3.connect(copy)) as kept:
        assert version_of(kept) == 1
        assert kept.execute("SELECT id FROM session").fetchall() == [("a",)]


def test_the_backup_goes_to_the_folder_that_was_named(
    old_file: Path, next_migration: Path, start: datetime, tmp_path: Path
) -> None:
    open_database(old_file, start, tmp_path / "elsewhere").close()
    assert len(list((tmp_path / "elsewhere").iterdir())) == 1


def test_a_backup_holds_what_is_still_in_the_write_ahead_log(
    connection: sqlite3.Connection, path: Path, tmp_path: Path
) -> None:
    insert_session(connection)
    back_up(path, tmp_path / "copy.db")
    with contextlib.closing(sqlite3.connect(tmp_path / "copy.db")) as copy:
        assert copy.execute("SELECT id FROM session").fetchall() == [("a",)]


def test_a_migration_that_fails_changes_nothing(old_file: Path, next_migration: Path, start: datetime) -> None:
    next_migration.write_text(f"{NEXT}DROP TABLE nowhere;\n", encoding="utf-8")
    with pytest.raises(sqlite3.OperationalError, match="nowhere"):
        open_database(old_file, start)
    with contextlib.closing(sqlite3.connect(old_file)) as connection:
        assert version_of(connection) == len(scripts()) - 1  # where the one before it left it
        assert "mood" not in [row[1] for row in connection.execute("PRAGMA table_info(session)")]


def test_a_database_from_a_newer_version_is_refused_and_left_alone(old_file: Path, start: datetime) -> None:
    with contextlib.closing(sqlite3.connect(old_file)) as connection:
        connection.execute("PRAGMA user_version = 99")
    before = old_file.read_bytes()
    with pytest.raises(WorldError, match="newer acutimer") as told:
        open_database(old_file, start)
    assert str(old_file) in str(told.value)
    assert "\n" not in str(told.value)
    assert old_file.read_bytes() == before
    assert [file.name for file in old_file.parent.iterdir()] == [old_file.name]


def test_another_programs_database_is_refused_and_left_alone(path: Path, start: datetime) -> None:
    path.parent.mkdir()
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE cookies (name)")
    before = path.read_bytes()
    with pytest.raises(WorldError, match="another program's"):
        open_database(path, start)
    assert path.read_bytes() == before


def test_a_damaged_file_is_told_and_left_alone(path: Path, start: datetime) -> None:
    path.parent.mkdir()
    path.write_text("This was never a database. " * 100, encoding="utf-8")
    before = path.read_bytes()
    with pytest.raises(WorldError, match="damaged or no database; it is left as it is") as told:
        open_database(path, start)
    assert str(path) in str(told.value)
    assert path.read_bytes() == before


def test_an_empty_file_becomes_a_database(path: Path, start: datetime) -> None:
    path.parent.mkdir()
    path.touch()
    with contextlib.closing(open_database(path, start)) as connection:
        assert version_of(connection) == len(scripts())


def test_a_file_where_a_folder_should_be_is_told(tmp_path: Path, start: datetime) -> None:
    (tmp_path / "data").write_text("in the way", encoding="utf-8")
    for path in (tmp_path / "data" / "acutimer.db", tmp_path / "data" / "deeper" / "acutimer.db"):
        with pytest.raises(WorldError, match="cannot be opened"):
            open_database(path, start)


def test_a_folder_where_the_file_should_be_is_told(path: Path, start: datetime) -> None:
    path.mkdir(parents=True)
    with pytest.raises(WorldError, match="cannot be opened"):
        open_database(path, start)


@pytest.fixture
def foreign_folder() -> Iterator[Path]:
    """A folder one may read but not write, also when the tests run as root."""
    is_root = os.geteuid() == 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        (folder / "fresh").mkdir(0o755)
        (folder / "fresh").chmod(0o555)
        if is_root:
            os.seteuid(65534)
        try:
            yield folder / "fresh"
        finally:
            if is_root:
                os.seteuid(0)
            (folder / "fresh").chmod(0o755)


def test_a_folder_without_permission_is_told(foreign_folder: Path, start: datetime) -> None:
    for path in (foreign_folder / "acutimer.db", foreign_folder / "deeper" / "acutimer.db"):
        with pytest.raises(WorldError, match="Permission denied") as told:
            open_database(path, start)
        assert str(foreign_folder) in str(told.value)


def test_a_locked_database_is_told(path: Path, start: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    open_database(path, start).close()
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.0)
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(WorldError, match="another program holds"):
            open_database(path, start)


def test_two_processes_may_open_a_new_database_at_once(path: Path) -> None:
    script = (
        "import sys\nfrom datetime import datetime, UTC\nfrom pathlib import Path\n"
        "from acutimer.store.database import open_database\nsys.stdin.read()\n"
        "open_database(Path(sys.argv[1]), datetime.now(UTC)).close()\n"
    )
    command = [sys.executable, "-c", script, str(path)]
    both = [subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(2)]
    for one in both:
        assert one.stdin is not None
        one.stdin.close()  # go
    for one in both:
        assert one.stderr is not None
        with one.stderr:
            assert one.stderr.read() == b""
        assert one.wait(30) == 0


def test_a_database_in_memory_has_the_same_tables(connection: sqlite3.Connection) -> None:
    names = "SELECT name FROM sqlite_master ORDER BY name"
    with contextlib.closing(open_in_memory()) as passing:
        assert passing.execute(names).fetchall() == connection.execute(names).fetchall()
