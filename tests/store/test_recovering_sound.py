"""What only looks like damage, or keeps the log from being mended today: nothing is set aside, and nothing is lost."""

import errno
import os
import shutil
import sqlite3
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from acutimer.core.errors import WorldError
from acutimer.core.planning import Plan
from acutimer.store.backups import Backups
from acutimer.store.database import open_database
from acutimer.store.doorway import is_suspect, suspect
from acutimer.store.ledger import Ledger
from acutimer.store.recovering import open_or_recover
from tests.store.living import live
from tests.store.log_files import names


@pytest.fixture
def log(path: Path, plan: Plan, start: datetime) -> Path:
    """Five sessions, and no backup."""
    with closing(open_database(path, start)) as connection:
        live(connection, plan, start, 5)
    return path


def opened(path: Path, now: datetime) -> tuple[int, tuple[str, ...]]:
    connection, told = open_or_recover(path, now)
    with closing(connection):
        return connection.execute("SELECT count(*) FROM session").fetchone()[0], told


def spoil(path: Path) -> bytes:
    with path.open("r+b") as file:
        file.write(b"nonsense")
    return path.read_bytes()


def test_a_log_that_was_killed_with_writes_begun_anew_is_sound(log: Path, tmp_path: Path, start: datetime) -> None:
    with closing(open_database(log, start)) as connection:
        for _ in range(5):
            connection.execute("UPDATE session SET note = note || 'x'")
        connection.execute("PRAGMA wal_checkpoint(PASSIVE)")  # the next one writes at the front, over the first
        connection.execute("UPDATE session SET note = 'y' WHERE number = 1")
        killed = tmp_path / "killed"
        killed.mkdir()
        for end in ("", "-wal"):
            (killed / f"acutimer.db{end}").write_bytes(log.with_name(f"{log.name}{end}").read_bytes())
    assert opened(killed / "acutimer.db", start) == (5, ())


def test_a_young_log_that_was_killed_on_the_day_of_its_first_backup_is_sound(
    path: Path, plan: Plan, tmp_path: Path, start: datetime
) -> None:
    with closing(open_database(path, start)) as connection:
        live(connection, plan, start, 2)
        Backups(path, path.with_name("backups")).make(start)
        live(connection, plan, start + timedelta(hours=1), 1)
        assert path.stat().st_size == 4096, "all of it is among the writes"
        killed = Path(shutil.copytree(path.parent, tmp_path / "killed"))
    assert opened(killed / "acutimer.db", start) == (3, ())


@pytest.mark.parametrize("length", [1, 16, 20, 99, 100, 101, 104, 511, 512])
def test_the_beginning_of_a_log_is_damage_however_short(log: Path, start: datetime, length: int) -> None:
    Backups(log, log.with_name("backups")).make(start)
    log.write_bytes(log.read_bytes()[:length])
    sessions, told = opened(log, start)
    assert sessions == 5
    assert told


def test_a_log_that_another_program_gave_a_harmless_mark_is_sound(log: Path, start: datetime) -> None:
    with closing(sqlite3.connect(log, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("PRAGMA auto_vacuum = FULL")
        connection.execute("VACUUM")
    assert opened(log, start) == (5, ())


def test_the_backups_of_a_log_behind_a_link_are_beside_the_log(log: Path, tmp_path: Path, start: datetime) -> None:
    link = tmp_path / "acutimer" / "log.db"
    link.parent.mkdir()
    link.symlink_to(log)
    connection, _ = open_or_recover(link, start)
    with closing(connection):
        file = Ledger(connection).file
    assert file == log
    Backups(log, log.with_name("backups")).make(start)
    log.write_bytes(b"nothing")
    sessions, told = opened(link, start)
    assert sessions == 5
    assert "The backup of 2026-11-20 took its place, with 5 sessions." in told
    assert link.is_symlink()


def test_links_in_a_circle_are_one_line(tmp_path: Path, start: datetime) -> None:
    link = tmp_path / "acutimer.db"
    link.symlink_to(link)
    with pytest.raises(WorldError):
        open_or_recover(link, start)


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO])
def test_what_cannot_be_saved_for_the_disk_is_not_given_up(
    log: Path, start: datetime, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    damaged = spoil(log)

    def fail(*_: object) -> None:
        raise OSError(number, os.strerror(number), str(log))

    monkeypatch.setattr("acutimer.store.mending.salvage", fail)
    with pytest.raises(WorldError, match="cannot be mended now"):
        open_or_recover(log, start)
    monkeypatch.undo()
    assert log.read_bytes() == damaged
    assert names(log.with_name("backups")) == []
    assert opened(log, start)[0] == 5


def test_where_what_is_damaged_cannot_be_followed_it_is_said(
    log: Path, start: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    Backups(log, log.with_name("backups")).make(start)
    spoil(log)

    def fail(*_: object) -> None:
        raise sqlite3.IntegrityError("UNIQUE constraint failed")

    monkeypatch.setattr("acutimer.store.mending.salvage", fail)
    assert opened(log, start)[1][1:] == (
        "The backup of 2026-11-20 took its place, with 5 sessions.",
        "Nothing else could be saved out of the damaged file.",
    )


def test_a_clock_that_was_set_back_by_years_costs_no_session(log: Path, start: datetime) -> None:
    spoil(log)
    os.utime(log, (start.timestamp(), start.timestamp()))
    assert opened(log, start - timedelta(days=4000))[0] == 5


def test_a_note_that_cannot_be_taken_away_keeps_nobody_out(
    log: Path, start: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    suspect(log)
    unlink = Path.unlink

    def refuse(self: Path, *, missing_ok: bool = False) -> None:
        if self.name == "acutimer.db-damaged":
            raise PermissionError(13, "Permission denied", str(self))
        unlink(self, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", refuse)
    assert opened(log, start) == (5, ())
    assert is_suspect(log)
