"""What lies in a log of writes, and whether SQLite would read all of it."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from acutimer.store.database import open_database
from acutimer.store.wal import EMPTY, Wal, read_wal
from tests.store.log_files import add

FRAME = 24 + 4096


@pytest.fixture
def wal(path: Path, tmp_path: Path, start: datetime) -> Iterator[Path]:
    """That of a log with six transactions, as it lies there when the program is killed."""
    with closing(open_database(path, start)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        for number in range(6):
            add(connection, number)
        yield Path(shutil.copytree(path.parent, tmp_path / "killed")) / "acutimer.db-wal"


def flip(path: Path, at: int) -> None:
    data = bytearray(path.read_bytes())
    data[at] ^= 16
    path.write_bytes(data)


def recovered(wal: Path) -> int:
    """How many sessions SQLite finds."""
    with closing(sqlite3.connect(wal.with_name("acutimer.db"))) as connection:
        return int(connection.execute("SELECT count(*) FROM session").fetchone()[0])


def test_a_sound_one_is_read_to_its_end(wal: Path) -> None:
    found = read_wal(wal)
    assert len(found.frames) == (wal.stat().st_size - 32) // FRAME
    assert all(frame.is_sound for frame in found.frames)
    assert sum(frame.pages > 0 for frame in found.frames) >= 6
    assert not found.is_broken
    pages, count = found.newest()
    assert count >= max(pages)
    assert recovered(wal) == 6


def test_sqlite_would_forget_what_comes_after_a_flip(wal: Path) -> None:
    flip(wal, 32 + FRAME + 2000)
    found = read_wal(wal)
    assert [place for place, frame in enumerate(found.frames) if not frame.is_sound] == [1]
    assert found.is_broken
    assert recovered(wal) < 6


@pytest.mark.parametrize("at", [0, 5, 9, 17, 25], ids=["magic", "format", "size", "salt", "sum"])
def test_so_it_would_after_a_flip_in_the_header(wal: Path, at: int) -> None:
    before = read_wal(wal)
    flip(wal, at)
    found = read_wal(wal)
    assert found.is_broken
    assert found.newest()[1] == before.newest()[1]
    assert recovered(wal) == 0


def test_a_transaction_that_a_power_cut_left_half_written_is_no_damage(wal: Path) -> None:
    frames = read_wal(wal).frames
    flip(wal, frames[-1].begin + 100)
    assert not read_wal(wal).is_broken
    with wal.open("r+b") as file:
        file.truncate(frames[-1].begin + 50)
    assert not read_wal(wal).is_broken


def test_what_an_earlier_generation_left_behind_is_passed_over(wal: Path, tmp_path: Path) -> None:
    data = bytearray(wal.read_bytes())
    data[32 + FRAME :] = data[32 : 32 + FRAME].replace(data[40:48], b"another!") * 3
    wal.write_bytes(data)
    assert len(read_wal(wal).frames) == 1


def test_one_that_was_begun_anew_is_sound_though_old_frames_follow(path: Path, tmp_path: Path, start: datetime) -> None:
    with closing(open_database(path, start)) as connection:
        for number in range(6):
            add(connection, number)
        connection.execute("PRAGMA wal_checkpoint(PASSIVE)")  # all of it: the next writer begins at the front again
        connection.execute("DELETE FROM session WHERE number = 1")
        wal = Path(shutil.copytree(path.parent, tmp_path / "killed")) / "acutimer.db-wal"
    found = read_wal(wal)
    assert len(found.frames) < (wal.stat().st_size - 32) // FRAME - 2
    assert all(frame.is_sound for frame in found.frames)
    assert not found.is_broken
    assert found.newest()[1] * 4096 == wal.with_name("acutimer.db").stat().st_size
    flip(wal, found.frames[0].begin + 100)
    assert not read_wal(wal).is_broken, "one transaction may be half written"


def test_where_there_is_none_or_nothing_in_it_nothing_is_found(tmp_path: Path) -> None:
    assert read_wal(tmp_path / "none") == EMPTY
    short = tmp_path / "short"
    short.write_bytes(b"short")
    assert read_wal(short) == EMPTY
    noise = tmp_path / "noise"
    noise.write_bytes(bytes(range(256)) * 100)
    found = read_wal(noise)
    assert isinstance(found, Wal)
    assert not found.is_broken
    assert found.newest() == ({}, 0)
