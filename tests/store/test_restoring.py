import contextlib
import sqlite3
import stat
import subprocess
import sys
import threading
from datetime import datetime
from pathlib import Path

import pytest

from acutimer.core.errors import InputError, WorldError
from acutimer.store.backup_files import BackupFile, BackupKind
from acutimer.store.backups import Backups
from acutimer.store.database import open_database, scripts
from tests.store.log_files import (
    AGO,
    ROOT,
    add,
    count,
    damage,
    disagree,
    fill,
    make_newer,
    make_trigger,
    names,
    old_copy,
)


def test_a_backup_takes_the_logs_place_for_every_connection_and_the_log_is_kept(
    backups: Backups, connection: sqlite3.Connection, path: Path, folder: Path, start: datetime
) -> None:
    add(connection, 1)
    made = backups.make(start - AGO)
    assert made is not None
    add(connection, 2)
    number = path.stat().st_ino
    questions = "SELECT id FROM session ORDER BY id"
    with contextlib.closing(open_database(path, start)) as other:
        assert len(other.execute(questions).fetchall()) == 2
        replaced = backups.restore(made, connection, start)
        assert other.execute(questions).fetchall() == [("session 1",)]
        add(other, 3)
    assert connection.execute(questions).fetchall() == [("session 1",), ("session 3",)]
    assert connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
    assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    assert path.stat().st_ino == number
    assert replaced.name == "acutimer-replaced-20261120-071000.db"
    assert count(replaced) == 2
    assert names(folder) == ["acutimer-2026-11-19.db", replaced.name]
    assert count(made.path) == 1


def test_a_restore_is_undone_by_restoring_what_it_replaced(
    backups: Backups, connection: sqlite3.Connection, start: datetime
) -> None:
    add(connection, 1)
    made = backups.make(start - AGO)
    assert made is not None
    add(connection, 2)
    replaced = backups.restore(made, connection, start)
    (file,) = [file for file in backups.files() if file.path == replaced]
    again = backups.restore(file, connection, start)  # within the same second
    assert again.name == "acutimer-replaced-20261120-071000-2.db"
    assert connection.execute("SELECT count(*) FROM session").fetchone()[0] == 2
    assert (count(again), count(replaced)) == (1, 2)


def test_a_file_of_the_first_layout_is_brought_up_to_date_and_stays_as_it_is(
    backups: Backups, connection: sqlite3.Connection, folder: Path, start: datetime
) -> None:
    add(connection, 1)
    old_copy(folder / "acutimer-20260101-101010-version-1.db")
    (file,) = backups.files()
    before = file.path.read_bytes()
    replaced = backups.restore(file, connection, start)
    assert connection.execute("PRAGMA user_version").fetchone()[0] == len(scripts())
    rows = connection.execute("SELECT id, done_seconds FROM session ORDER BY id").fetchall()
    assert [tuple(row) for row in rows] == [("old 1", 90.0), ("old 2", 0.0)]
    assert file.path.read_bytes() == before
    assert names(folder) == sorted([file.path.name, replaced.name])


def test_a_file_with_pages_of_another_size_fits_as_well(
    backups: Backups, connection: sqlite3.Connection, start: datetime
) -> None:
    fill(connection, 30)
    made = backups.make(start)
    assert made is not None
    with contextlib.closing(sqlite3.connect(made.path)) as copy:
        copy.execute("PRAGMA page_size = 8192")
        copy.execute("VACUUM")
    add(connection, 31)
    backups.restore(made, connection, start)
    assert connection.execute("SELECT count(*) FROM session").fetchone()[0] == 30


def test_a_file_that_brings_more_than_a_log_is_refused(
    backups: Backups, connection: sqlite3.Connection, folder: Path, start: datetime
) -> None:
    add(connection, 1)
    made = backups.make(start)
    assert made is not None
    make_trigger(made.path)
    with pytest.raises(InputError, match="It is no log of acutimer"):
        backups.restore(made, connection, start)
    assert names(folder) == [made.path.name]


def test_a_log_that_another_program_holds_stays_as_it_is(
    backups: Backups, connection: sqlite3.Connection, path: Path, folder: Path, start: datetime
) -> None:
    add(connection, 1)
    made = backups.make(start)
    assert made is not None
    add(connection, 2)
    connection.execute("PRAGMA busy_timeout = 0")
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(WorldError, match="and your log is as it was: another program holds the log"):
            backups.restore(made, connection, start)
        other.execute("ROLLBACK")
    assert connection.execute("SELECT count(*) FROM session").fetchone()[0] == 2
    assert names(folder) == [made.path.name]


def test_a_full_disk_in_the_middle_of_a_restore_leaves_the_log_as_it_was(
    backups: Backups, connection: sqlite3.Connection, path: Path, folder: Path, start: datetime
) -> None:
    fill(connection, 1000)
    made = backups.make(start)
    assert made is not None
    connection.execute("DELETE FROM session WHERE number > 3")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    script = (
        "import resource, sqlite3, sys\nfrom datetime import datetime\nfrom pathlib import Path\n"
        "from acutimer.core.errors import WorldError\nfrom acutimer.store.backups import Backups\n"
        "from acutimer.store.database import open_database\n"
        "data, now, most = Path(sys.argv[1]), datetime.fromisoformat(sys.argv[2]), int(sys.argv[3])\n"
        "connection = open_database(data / 'acutimer.db', now)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))\n"
        "backups = Backups(data / 'acutimer.db', data / 'backups')\n"
        "try:\n    backups.restore(backups.files()[0], connection, now)\n"
        "except WorldError as error:\n    print(error)\n"
    )
    for most in (500_000, made.size_bytes + 20_000):  # the first copy does not fit; the log of writes does not
        command = [sys.executable, "-c", script, str(path.parent), start.isoformat(), str(most)]
        told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=True)
        assert told.stderr == ""
        assert told.stdout.count("\n") == 1, told.stdout
        assert connection.execute("SELECT count(*) FROM session").fetchone()[0] == 3
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        assert names(folder) == [made.path.name]


def test_readers_and_a_writer_in_another_thread_go_on_while_a_backup_is_restored(
    backups: Backups, connection: sqlite3.Connection, path: Path, start: datetime
) -> None:
    fill(connection, 500)
    made = backups.make(start)
    assert made is not None
    seen: list[int] = []
    faults: list[Exception] = []
    done = threading.Event()

    def read() -> None:
        try:
            with contextlib.closing(open_database(path, start)) as other:
                while not done.is_set() or not seen:
                    seen.append(other.execute("SELECT count(*) FROM session").fetchone()[0])
        except Exception as error:  # noqa: BLE001 - told below, in the thread of the test
            faults.append(error)

    add(connection, 999)
    reader = threading.Thread(target=read)
    reader.start()
    backups.restore(made, connection, start)
    done.set()
    reader.join()
    assert faults == []
    assert set(seen) <= {500, 501}
    assert connection.execute("SELECT count(*) FROM session").fetchone()[0] == 500


def test_an_index_that_does_not_agree_with_its_table_is_found_when_it_is_restored(
    backups: Backups, connection: sqlite3.Connection, folder: Path, start: datetime
) -> None:
    fill(connection, 50)
    made = backups.make(start)
    assert made is not None
    disagree(made.path)
    assert backups.look(made).is_sound  # at a glance
    with pytest.raises(InputError, match=r"acutimer-2026-11-20\.db cannot be restored\. The file is damaged\."):
        backups.restore(made, connection, start)
    assert connection.execute("SELECT count(*) FROM session").fetchone()[0] == 50
    assert names(folder) == [made.path.name]


def test_a_damaged_log_is_replaced_and_kept_as_it_is(
    backups: Backups, path: Path, folder: Path, start: datetime
) -> None:
    with contextlib.closing(open_database(path, start)) as connection:
        fill(connection, 200)
    made = backups.make(start)
    assert made is not None
    damage(path, at=path.stat().st_size - 100_000)
    pages = path.read_bytes()
    with contextlib.closing(open_database(path, start)) as connection:  # it opens: its first pages are sound
        with pytest.raises(WorldError, match="damaged"):
            backups.make(start + AGO)
        replaced = backups.restore(made, connection, start)
        assert connection.execute("SELECT count(*) FROM session").fetchone()[0] == 200
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    assert replaced.read_bytes()[4096:] == pages[4096:]
    (kept,) = [file for file in backups.files() if file.path == replaced]
    assert backups.look(kept).fault == "The file is damaged."


@pytest.fixture
def lost(path: Path, backups: Backups, start: datetime) -> BackupFile:
    """A log that nobody can open any more, and a backup of it."""
    with contextlib.closing(open_database(path, start)) as connection:
        fill(connection, 20)
        made = backups.make(start)
    path.write_bytes(b"nonsense" * 1000)
    assert made is not None
    return made


def test_a_log_that_cannot_be_opened_gives_way_to_a_backup(
    backups: Backups, lost: BackupFile, path: Path, folder: Path, start: datetime
) -> None:
    assert backups.is_log_damaged(start)
    kept = backups.rescue(lost, start)
    assert kept.name == "acutimer-damaged-20261120-071000.db"
    assert kept.read_bytes() == b"nonsense" * 1000
    assert [file.kind for file in backups.files()] == [BackupKind.DAMAGED, BackupKind.DAILY]
    assert not [name for name in names(folder) if name.startswith(".")]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    with contextlib.closing(open_database(path, start)) as connection:
        assert connection.execute("SELECT count(*) FROM session").fetchone()[0] == 20
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"


def test_a_log_that_can_be_opened_is_not_taken_away(
    backups: Backups, connection: sqlite3.Connection, path: Path, start: datetime
) -> None:
    add(connection, 1)
    made = backups.make(start)
    assert made is not None
    assert not backups.is_log_damaged(start)
    with pytest.raises(InputError, match="Your log is not damaged"):
        backups.rescue(made, start)
    make_newer(path)
    assert not backups.is_log_damaged(start)


def test_a_damaged_log_stays_where_no_backup_can_take_its_place(
    backups: Backups, lost: BackupFile, path: Path, start: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = {file.name: file.read_bytes() for file in path.parent.iterdir() if file.is_file()}
    real = Path.replace

    def fail(self: Path, target: Path) -> Path:
        if target == path and "damaged" not in self.name:
            raise OSError(5, "Input/output error", str(target))
        return real(self, target)

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(WorldError, match="Input/output error"):
        backups.rescue(lost, start)
    monkeypatch.undo()
    before["acutimer.db-opening"] = b""  # nothing but a place for a lock
    assert {file.name: file.read_bytes() for file in path.parent.iterdir() if file.is_file()} == before
    damage(lost.path)
    with pytest.raises(InputError, match="cannot be restored"):
        backups.rescue(lost, start)
    assert {file.name: file.read_bytes() for file in path.parent.iterdir() if file.is_file()} == before
