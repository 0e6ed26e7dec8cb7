"""A damaged log is kept, a backup takes its place, and what came after that is saved; a sound one is left alone."""

import contextlib
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from acutimer.core.errors import WorldError
from acutimer.core.planning import Plan
from acutimer.store.backup_files import BackupKind
from acutimer.store.backups import Backups
from acutimer.store.database import APPLICATION_ID, open_database
from acutimer.store.doorway import is_suspect, suspect
from acutimer.store.history import History
from acutimer.store.recovering import open_or_recover
from tests.store.living import live, make_old
from tests.store.log_files import count, names

DAY = timedelta(days=1)
HOLDER = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1])
connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
print("open", flush=True)
sys.stdin.read()
"""
STARTER = """
import sys
from datetime import datetime
from pathlib import Path
from acutimer.store.recovering import open_or_recover
connection, told = open_or_recover(Path(sys.argv[1]), datetime.fromisoformat(sys.argv[2]))
print(connection.execute("SELECT count(*) FROM session").fetchone()[0], len(told))
"""


@pytest.fixture
def log(path: Path, backups: Backups, plan: Plan, start: datetime) -> Path:
    """Three sessions that were backed up, and two that came a day later."""
    with closing(open_database(path, start)) as connection:
        live(connection, plan, start, 3)
        backups.make(start)
        live(connection, plan, start + DAY, 2)
    return path


def spoil(path: Path, at: int = 0, data: bytes = b"nonsense") -> bytes:
    """Overwrite a part; what the file is then."""
    with path.open("r+b") as file:
        file.seek(at)
        file.write(data)
    return path.read_bytes()


def ids(path: Path, now: datetime) -> tuple[set[str], tuple[str, ...]]:
    connection, told = open_or_recover(path, now)
    with closing(connection):
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        return {record.id for record in History(connection).sessions()}, told


def test_a_sound_log_is_opened_as_ever_and_nothing_is_told(log: Path, folder: Path, start: datetime) -> None:
    found, told = ids(log, start + DAY)
    assert (len(found), told) == (5, ())
    assert names(folder) == ["acutimer-2026-11-20.db"]
    assert not is_suspect(log)


def test_what_is_damaged_is_kept_and_nothing_that_can_be_read_is_lost(log: Path, folder: Path, start: datetime) -> None:
    damaged = spoil(log)
    found, told = ids(log, start + 2 * DAY)
    assert len(found) == 5
    assert told == (
        "Your log was damaged, and is mended. The damaged file is kept, as acutimer-damaged-20261122-071000.db"
        " among the backups.",
        "The backup of 2026-11-20 took its place, with 3 sessions, and 2 sessions were saved out of the damaged file"
        " that came after it.",
    )
    assert (folder / "acutimer-damaged-20261122-071000.db").read_bytes() == damaged
    assert ids(log, start + 2 * DAY) == (found, ())
    assert [file.kind for file in Backups(log, folder).files()] == [BackupKind.DAMAGED, BackupKind.DAILY]


def test_of_the_backups_the_newest_sound_one_is_taken(
    log: Path, backups: Backups, folder: Path, start: datetime
) -> None:
    backups.make(start + DAY)
    spoil(folder / "acutimer-2026-11-21.db", at=3 * 4096, data=b"\xa5" * 4096)
    log.write_bytes(b"nothing that could be read")
    found, told = ids(log, start + 2 * DAY)
    assert len(found) == 3
    assert "The backup of 2026-11-20 took its place, with 3 sessions." in told


def test_what_a_backup_had_replaced_does_not_come_back(log: Path, backups: Backups, start: datetime) -> None:
    (made,) = backups.files()
    with closing(open_database(log, start)) as connection:
        backups.restore(made, connection, start + DAY)
    log.write_bytes(b"nothing")
    assert len(ids(log, start + 2 * DAY)[0]) == 3


def test_without_a_backup_all_is_saved_that_can_be_read(log: Path, folder: Path, start: datetime) -> None:
    (folder / "acutimer-2026-11-20.db").unlink()
    spoil(log)
    found, told = ids(log, start)
    assert len(found) == 5
    assert told[1] == "There was no sound backup. 5 sessions were saved out of the damaged file."


def test_where_nothing_can_be_read_the_log_begins_anew_and_says_so(path: Path, start: datetime) -> None:
    path.parent.mkdir()
    path.write_text("Dear diary")
    found, told = ids(path, start)
    assert found == set()
    assert "your log begins anew" in told[1]


def test_an_old_backup_is_brought_up_to_date(path: Path, folder: Path, start: datetime) -> None:
    make_old(folder / "acutimer-2026-11-19.db")
    path.write_bytes(b"nothing")
    assert ids(path, start)[0] == {"old 1", "old 2"}


def test_a_log_of_the_first_release_is_saved_without_a_backup(path: Path, start: datetime) -> None:
    path.parent.mkdir()
    make_old(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    spoil(path)
    assert ids(path, start)[0] == {"old 1", "old 2"}


def test_an_empty_file_beside_backups_is_no_new_log(log: Path, start: datetime) -> None:
    log.write_bytes(b"")
    assert len(ids(log, start)[0]) == 3


def test_an_empty_file_without_backups_is_a_new_log(path: Path, folder: Path, start: datetime) -> None:
    path.parent.mkdir()
    path.write_bytes(b"")
    assert ids(path, start) == (set(), ())
    assert names(folder) == []


@pytest.mark.parametrize(
    ("at", "byte"),
    [(18, 9), (19, 7), (56 + 3, 2), (60 + 3, 3 ^ 8), (60 + 3, 2), (68, 1)],
    ids=["read version", "write version", "encoding", "newer", "older", "mark"],
)
def test_a_flip_in_the_header_is_no_other_version_and_no_other_program(
    log: Path, folder: Path, start: datetime, at: int, byte: int
) -> None:
    spoil(log, at, bytes([byte]))
    found, told = ids(log, start + DAY)
    assert len(found) == 5
    assert len(told) == 2
    assert len(list(folder.glob("*damaged*.db"))) == 1


def test_a_newer_log_and_another_programs_are_left_as_they_are(log: Path, path: Path, start: datetime) -> None:
    with closing(sqlite3.connect(log)) as connection:
        connection.execute("PRAGMA user_version = 4")
    before = log.read_bytes()
    suspect(log)
    with pytest.raises(WorldError, match="newer acutimer"):
        open_or_recover(log, start)
    assert log.read_bytes() == before
    log.unlink()
    with closing(sqlite3.connect(log)) as connection:
        connection.execute("CREATE TABLE recipe (name TEXT)")
    before = log.read_bytes()
    with pytest.raises(WorldError, match="another program's"):
        open_or_recover(log, start)
    assert log.read_bytes() == before


@contextlib.contextmanager
def held(path: Path) -> Iterator[None]:
    """Another process has the file open and looks at it."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "open\n"
        yield
        child.communicate("")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows itself lets nobody move a file that is open")
def test_a_log_that_another_process_works_on_is_not_taken_away(log: Path, folder: Path, start: datetime) -> None:
    with held(log):
        spoil(log, at=log.stat().st_size // 2, data=b"\xa5" * 9000)
        suspect(log)
        connection, told = open_or_recover(log, start + DAY)
        connection.close()
        assert told == (
            "A part of your log may be damaged. It is mended when acutimer is started and is not open anywhere else.",
        )
        assert not list(folder.glob("*damaged*"))
    assert "kept, as acutimer-damaged" in ids(log, start + DAY)[1][0]


def test_of_two_that_start_at_once_one_mends_and_both_go_on(log: Path, folder: Path, start: datetime) -> None:
    spoil(log)
    command = [sys.executable, "-c", STARTER, str(log), (start + DAY).isoformat()]
    children = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(3)]
    told = sorted(child.communicate()[0].split() for child in children)
    assert told == [["5", "0"], ["5", "0"], ["5", "2"]]
    assert len(list(folder.glob("*damaged*.db"))) == 1


def test_where_there_is_no_room_it_is_said_and_the_log_is_as_it_was(
    log: Path, folder: Path, start: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    damaged, before = spoil(log), names(folder)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device", str(folder))

    monkeypatch.setattr("acutimer.store.placing._move", full)
    with pytest.raises(WorldError, match="No space left on device"):
        open_or_recover(log, start)
    monkeypatch.undo()
    assert (log.read_bytes(), names(folder)) == (damaged, before)
    assert len(ids(log, start)[0]) == 5


class KilledError(BaseException):
    """Stands for a program that is ended at once."""


@pytest.mark.parametrize("step", range(14))
def test_ended_at_any_step_the_next_start_finishes_it(
    log: Path, folder: Path, start: datetime, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    with closing(open_database(log, start)) as connection:
        live(connection, plan_of(connection), start + 1.5 * DAY, 1)
        wal = log.with_name("acutimer.db-wal").read_bytes()
    log.with_name("acutimer.db-wal").write_bytes(wal)
    damaged = spoil(log)
    left = [step]

    def counted(name: str, owner: object) -> None:
        real = getattr(owner, name)

        def once(*arguments: object, **named: object) -> object:
            left[0] -= 1
            if left[0] < 0:
                raise KilledError
            return real(*arguments, **named)

        monkeypatch.setattr(owner, name, once)

    for name in ("_move", "_keep", "_put", "note_target", "sync_folder", "trust"):
        counted(name, sys.modules["acutimer.store.placing"])
    counted("link", sys.modules["os"])
    with contextlib.suppress(KilledError):
        open_or_recover(log, start + 2 * DAY).connection.close()
    monkeypatch.undo()
    found, _ = ids(log, start + 2 * DAY)
    assert len(found) == 6
    assert [file.read_bytes() for file in folder.glob("*damaged*.db")] == [damaged]
    assert not is_suspect(log)
    assert ids(log, start + 2 * DAY) == (found, ())


def plan_of(connection: sqlite3.Connection) -> Plan:
    history = History(connection)
    return history.plan_of(history.sessions(limit=1)[0].id)


def test_damage_met_in_a_row_is_told_and_mended_at_the_next_start(log: Path, start: datetime) -> None:
    with closing(open_database(log, start)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute("UPDATE phase SET kind = 'prest' WHERE session = 2 AND ordinal = 0")
        with pytest.raises(WorldError, match="A part of your log is damaged and cannot be read") as told:
            History(connection).sessions()
        assert "\n" not in str(told.value)
    assert is_suspect(log)
    found, said = ids(log, start + DAY)
    assert len(found) == 5
    assert said
    assert not is_suspect(log)


def test_a_log_that_was_suspected_without_reason_is_trusted_again(log: Path, folder: Path, start: datetime) -> None:
    suspect(log)
    assert ids(log, start)[1] == ()
    assert not is_suspect(log)
    assert not list(folder.glob("*damaged*"))


def test_the_backup_of_the_day_finds_what_nobody_has_read(
    log: Path, backups: Backups, folder: Path, start: datetime
) -> None:
    with closing(open_database(log, start)) as connection:
        connection.execute("UPDATE phase SET ended_at = '2026-02-31T07:11:00+01:00' WHERE session = 1 AND ordinal = 0")
    with pytest.raises(WorldError, match=r"a part of the log is damaged\. Close acutimer and start it again"):
        backups.make(start + DAY)
    assert names(folder) == ["acutimer-2026-11-20.db"]
    assert is_suspect(log)
    assert len(ids(log, start + DAY)[0]) == 5
    assert backups.make(start + DAY) is not None


def test_the_mark_is_ours(log: Path) -> None:
    """What the tests of the header take for granted."""
    with closing(sqlite3.connect(log)) as connection:
        assert connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
    assert count(log) == 5


def test_one_read_that_fails_is_no_damage(log: Path, start: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    failing = [sqlite3.DatabaseError("database disk image is malformed")]
    failing[0].sqlite_errorcode = sqlite3.SQLITE_CORRUPT

    def once(path: Path, now: datetime, backups: Path | None = None) -> sqlite3.Connection:
        if failing:
            raise WorldError("The log cannot be read") from failing.pop()
        return open_database(path, now, backups)

    monkeypatch.setattr("acutimer.store.recovering.open_database", once)
    connection, told = open_or_recover(log, start)
    with closing(connection):
        assert told == ()
        assert count(log) == 5
    assert not list((log.parent / "backups").glob("*damaged*"))


def test_a_first_start_that_the_disk_broke_off_is_begun_again_without_a_word(path: Path, start: datetime) -> None:
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("VACUUM")  # one page, and nothing in it
    assert path.stat().st_size == 4096
    connection, told = open_or_recover(path, start)
    connection.close()
    assert told == ()


def test_one_page_where_there_are_backups_is_a_log_that_was_lost(log: Path, start: datetime) -> None:
    log.unlink()
    with closing(sqlite3.connect(log)) as connection:
        connection.execute("VACUUM")
    connection, told = open_or_recover(log, start)
    with closing(connection):
        assert told
        assert count(log) == 3
