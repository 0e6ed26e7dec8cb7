import contextlib
import os
import signal
import sqlite3
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from acutimer.core.errors import WorldError
from acutimer.store import copying
from acutimer.store.backup_files import BackupKind
from acutimer.store.backups import Backups
from acutimer.store.copying import GivenUpError
from acutimer.store.database import open_database
from acutimer.store.ledger import Ledger
from acutimer.store.own import OwnRoutines
from tests.shipped import LIBRARY
from tests.store.log_files import (
    AGO,
    ROOT,
    add,
    count,
    damage,
    fill,
    names,
)


def test_the_backup_of_a_day_is_a_checked_copy_for_the_user_alone(
    backups: Backups, connection: sqlite3.Connection, folder: Path, start: datetime
) -> None:
    add(connection, 1)
    assert backups.is_due(start)
    made = backups.make(start)
    assert made is not None
    assert (made.path.name, made.kind, made.day, made.moment) == (
        "acutimer-2026-11-20.db",
        BackupKind.DAILY,
        start.date(),
        None,
    )
    assert made.size_bytes == made.path.stat().st_size
    assert not backups.is_due(start)
    assert backups.is_due(start + AGO)
    assert names(folder) == ["acutimer-2026-11-20.db"]
    assert stat.S_IMODE(made.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert count(made.path) == 1


def test_an_empty_log_needs_no_backup(
    backups: Backups, connection: sqlite3.Connection, folder: Path, start: datetime
) -> None:
    assert backups.make(start) is None
    assert backups.make_before_import(start) is None
    assert not folder.exists()


def test_own_routines_alone_are_worth_a_backup(
    backups: Backups, connection: sqlite3.Connection, start: datetime
) -> None:
    own = OwnRoutines(Ledger(connection))
    own.save(replace(LIBRARY.routines["knee-pain-press"], id="own-1"), start)
    own.save(replace(LIBRARY.routines["knee-pain-press"], id="own-2"), start)
    own.delete("own-2", start)
    made = backups.make(start)
    assert made is not None
    contents = backups.look(made)
    assert (contents.sessions, contents.routines, contents.fault) == (0, 1, "")


def test_a_second_one_of_a_day_takes_the_first_ones_place(
    backups: Backups, connection: sqlite3.Connection, start: datetime
) -> None:
    add(connection, 1)
    backups.make(start)
    add(connection, 2)
    made = backups.make(start + timedelta(hours=3))
    assert made is not None
    assert (len(backups.files()), count(made.path)) == (1, 2)


def test_the_days_are_those_of_the_users_clock(
    backups: Backups, connection: sqlite3.Connection, start: datetime
) -> None:
    add(connection, 1)
    late = start.replace(hour=23, minute=59, second=59)  # the day before in UTC is another matter
    early = start.replace(hour=0, minute=0, second=0) + AGO
    backups.make(late)
    assert backups.is_due(early)
    backups.make(early)
    assert [file.day.isoformat() for file in backups.files()] == ["2026-11-21", "2026-11-20"]


def test_twenty_days_leave_fourteen(
    backups: Backups, connection: sqlite3.Connection, folder: Path, start: datetime
) -> None:
    add(connection, 1)
    for day in range(20):
        backups.make(start + day * AGO)
    assert [file.day for file in backups.files()] == [(start + day * AGO).date() for day in range(19, 5, -1)]


def test_what_the_program_did_not_name_itself_stays(
    backups: Backups, connection: sqlite3.Connection, folder: Path, start: datetime
) -> None:
    folder.mkdir()
    others = [
        "acutimer-2026-02-30.db",  # no day
        "acutimer-2026-01-01.db.gz",
        "acutimer-2026-01-01 (copy).db",
        "acutimer-20260101-101010-version-1.db",
        "acutimer-replaced-20260101-101010.db",
        "acutimer-before-import-20260101-101010.db",
        "diary-2026-01-01.db",
        "notes.txt",
    ]
    for name in others:
        (folder / name).write_text("mine", encoding="utf-8")
    (folder / "acutimer-2026-01-02.db").mkdir()
    (folder / "acutimer-2026-01-03.db").symlink_to(folder / "notes.txt")
    add(connection, 1)
    for day in range(20):
        backups.make(start + day * AGO)
    assert set(others) | {"acutimer-2026-01-02.db", "acutimer-2026-01-03.db"} <= set(names(folder))
    assert len(names(folder)) == len(others) + 2 + 14
    kinds = {file.path.name: file.kind for file in backups.files()}
    assert kinds["acutimer-20260101-101010-version-1.db"] is BackupKind.UPDATE
    assert kinds["acutimer-replaced-20260101-101010.db"] is BackupKind.REPLACED
    assert kinds["acutimer-before-import-20260101-101010.db"] is BackupKind.BEFORE_IMPORT
    assert len(kinds) == 3 + 14


def test_a_clock_that_was_far_ahead_pushes_out_nothing_that_is_newer(
    backups: Backups, connection: sqlite3.Connection, start: datetime
) -> None:
    add(connection, 1)
    for day in range(14):
        backups.make(start.replace(year=2031) + day * AGO)
    for day in range(3):
        backups.make(start + day * AGO)  # the clock is right again
    days = [file.day for file in backups.files()]
    assert len(days) == 14
    assert days[-3:] == [(start + day * AGO).date() for day in (2, 1, 0)]
    assert days[0] == (start.replace(year=2031) + 13 * AGO).date()


def test_a_clock_that_fell_back_lets_the_newest_days_stay(
    backups: Backups, connection: sqlite3.Connection, start: datetime
) -> None:
    add(connection, 1)
    for day in range(14):
        backups.make(start + day * AGO)
    backups.make(start.replace(year=2020))
    days = [file.day for file in backups.files()]
    assert days == [(start + day * AGO).date() for day in range(13, 0, -1)] + [start.replace(year=2020).date()]


def test_a_journey_to_yesterday_takes_nothing_from_the_newest(
    backups: Backups, connection: sqlite3.Connection, start: datetime
) -> None:
    add(connection, 1)
    for day in range(14):
        if day != 12:
            backups.make(start + day * AGO)
    backups.make(start - AGO)
    backups.make(start + 12 * AGO)  # the day before the newest one
    assert backups.files()[0].day == (start + 13 * AGO).date()


def test_only_the_last_three_made_before_an_import_are_kept(
    backups: Backups, connection: sqlite3.Connection, start: datetime
) -> None:
    add(connection, 1)
    for minute in range(4):
        backups.make_before_import(start + timedelta(minutes=minute))
    made = backups.make_before_import(start + timedelta(minutes=3))  # in the same second as the last one
    assert made is not None
    assert len(backups.files()) == 5
    backups.let_imports_go(start)
    kept = [file.path.name for file in backups.files()]
    assert sorted(kept) == [
        "acutimer-before-import-20261120-071200.db",
        "acutimer-before-import-20261120-071300-2.db",
        "acutimer-before-import-20261120-071300.db",
    ]
    assert made.path.name in kept


def test_what_is_still_in_the_write_ahead_log_is_in_the_backup(
    backups: Backups, connection: sqlite3.Connection, path: Path, start: datetime
) -> None:
    connection.execute("PRAGMA wal_autocheckpoint = 0")
    add(connection, 1)
    assert path.with_name("acutimer.db-wal").stat().st_size
    made = backups.make(start)
    assert made is not None
    assert count(made.path) == 1


def test_a_backup_made_while_another_writes_is_of_one_state(
    backups: Backups, connection: sqlite3.Connection, start: datetime
) -> None:
    fill(connection, 1000)
    steps: list[int] = []

    def write_on() -> bool:
        with contextlib.closing(open_database(backups.database, start)) as other:
            other.execute("BEGIN IMMEDIATE")
            add(other, 1000 + len(steps))
            other.execute("UPDATE session SET note = 'changed' WHERE number % 7 = ?", (len(steps) % 7,))
            other.execute("COMMIT")  # it does not wait for the copy
        steps.append(1)
        return True

    made = backups.make(start, write_on)
    assert made is not None
    assert len(steps) > 3
    assert count(made.path) == 1000
    with contextlib.closing(sqlite3.connect(made.path)) as copy:
        assert copy.execute("SELECT count(*) FROM session WHERE note = 'changed'").fetchone()[0] == 0
    assert connection.execute("SELECT count(*) FROM session").fetchone()[0] == 1000 + len(steps)


@pytest.mark.parametrize("share", [0.0, 0.3, 0.99], ids=["at once", "while copying", "while checking"])
def test_a_backup_that_is_given_up_leaves_nothing(
    backups: Backups, connection: sqlite3.Connection, folder: Path, start: datetime, share: float
) -> None:
    fill(connection, 1000)
    questions: list[int] = []

    def count_questions() -> bool:
        questions.append(1)
        return True

    backups.make(start - AGO, count_questions)
    asked = iter([True] * int(share * len(questions)))
    with pytest.raises(GivenUpError):
        backups.make(start, lambda: next(asked, False))
    assert names(folder) == ["acutimer-2026-11-19.db"]
    assert backups.is_due(start)


# -- what the world does -----------------------------------------------------------------------------

CHILD = """
import sys
from datetime import datetime
from pathlib import Path
from acutimer.store.backups import Backups
data = Path(sys.argv[1])
def wait():
    print("step", flush=True)
    sys.stdin.readline()
    return True
Backups(data / "acutimer.db", data / "backups").make(datetime.fromisoformat(sys.argv[2]), wait)
"""


def test_a_program_killed_in_the_middle_leaves_no_broken_backup(
    backups: Backups, connection: sqlite3.Connection, path: Path, folder: Path, start: datetime
) -> None:
    fill(connection, 1000)
    command = [sys.executable, "-c", CHILD, str(path.parent), start.isoformat()]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        for _ in range(2):
            child.stdin.write(b"\n")
        child.stdin.flush()
        for _ in range(3):
            assert child.stdout.readline() == b"step\n"
        child.send_signal(signal.SIGKILL)
        child.wait(30)
    left = names(folder)
    assert left  # it was in the middle
    assert all(name.startswith(".") for name in left)
    assert backups.files() == ()
    assert backups.is_due(start)
    made = backups.make(start + 2 * AGO)
    assert made is not None
    assert count(made.path) == 1000


def test_what_a_killed_program_left_goes_a_day_later(
    backups: Backups, connection: sqlite3.Connection, folder: Path, start: datetime
) -> None:
    add(connection, 1)
    folder.mkdir()
    litter = [folder / f".acutimer-2026-11-20.db-a{end}" for end in (".part", ".part-journal")]
    workshop = folder / ".acutimer-replaced-20261120-071000.db-b.part"
    workshop.mkdir()
    for file in (*litter, workshop / "acutimer.db"):
        file.touch()
    others = folder / ".diary-2026.part"
    others.touch()
    for file in (*litter, workshop, others):
        os.utime(file, (start.timestamp(), start.timestamp()))
    backups.make(start + timedelta(hours=23))  # it may still be at work
    assert len(names(folder)) == 5
    backups.make(start + timedelta(hours=25))
    assert names(folder) == [".diary-2026.part", "acutimer-2026-11-21.db"]


def test_a_full_disk_is_told_in_one_line_and_costs_no_older_backup(
    backups: Backups, connection: sqlite3.Connection, path: Path, folder: Path, start: datetime
) -> None:
    backups_before = backups.make(start - AGO)
    fill(connection, 1000)
    assert backups_before is None
    made = backups.make(start - AGO)
    assert made is not None
    script = (
        "import resource, sys\nfrom datetime import datetime\nfrom pathlib import Path\n"
        "from acutimer.core.errors import WorldError\nfrom acutimer.store.backups import Backups\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, 1_000_000))\n"
        "data = Path(sys.argv[1])\n"
        "try:\n    Backups(data / 'acutimer.db', data / 'backups').make(datetime.fromisoformat(sys.argv[2]))\n"
        "except WorldError as error:\n    print(error)\n"
    )
    command = [sys.executable, "-c", script, str(path.parent), start.isoformat()]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=True)
    assert told.stderr == ""
    assert told.stdout.startswith(f"Today's backup of your log could not be made: the disk of {folder} is full or")
    assert told.stdout.count("\n") == 1
    assert names(folder) == ["acutimer-2026-11-19.db"]


@pytest.fixture
def foreign_folder() -> Iterator[Path]:
    """A folder one may read but not write, also when the tests run as root."""
    is_root = os.geteuid() == 0
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        foreign = Path(name) / "backups"
        foreign.mkdir(0o755)
        foreign.chmod(0o555)
        if is_root:
            os.seteuid(65534)
        try:
            yield foreign
        finally:
            if is_root:
                os.seteuid(0)
            foreign.chmod(0o755)


def test_a_folder_that_cannot_be_written_is_told(foreign_folder: Path, start: datetime) -> None:
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "acutimer.db"
        with contextlib.closing(open_database(path, start)) as connection:
            add(connection, 1)
        with pytest.raises(WorldError, match=r"Today's backup of your log could not be made: .*Permission denied\."):
            Backups(path, foreign_folder).make(start)


def test_a_file_where_the_folder_should_be_is_told(
    backups: Backups, connection: sqlite3.Connection, folder: Path, start: datetime
) -> None:
    add(connection, 1)
    folder.write_text("in the way", encoding="utf-8")
    assert backups.is_due(start)
    with pytest.raises(WorldError, match="a file is where a folder should be"):
        backups.make(start)
    with pytest.raises(WorldError, match="The backups cannot be listed"):
        backups.files()


def test_a_damaged_log_makes_no_backup_and_costs_no_older_one(backups: Backups, path: Path, start: datetime) -> None:
    with contextlib.closing(open_database(path, start)) as connection:
        fill(connection, 200)
    for day in range(14, 0, -1):
        backups.make(start - day * AGO)
    before = backups.files()
    damage(path)
    with pytest.raises(WorldError, match=r"Today's backup of your log could not be made: .*damaged") as told:
        backups.make(start)
    assert "\n" not in str(told.value)
    assert backups.files() == before
    assert [name for name in names(backups.folder) if name.startswith(".")] == []


def test_a_copy_with_other_sessions_than_the_log_is_no_backup(
    path: Path, connection: sqlite3.Connection, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(connection, 10)
    real, stamps = copying.stamp_of, iter([11])
    monkeypatch.setattr(copying, "stamp_of", lambda asked: real(asked)._replace(sessions=next(stamps, 10)))
    with pytest.raises(copying.CopyError, match="the copy has 10 sessions, not 11"):
        copying.back_up(path, folder / "copy.db")
    assert names(folder) == []
