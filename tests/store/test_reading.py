import shutil
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from acutimer.core.errors import WorldError
from acutimer.store.database import open_database
from acutimer.store.reading import can_be_looked_at, open_to_look


@pytest.fixture
def folder(tmp_path: Path, start: datetime) -> Path:
    """A log that another program left in the middle: what was written last lies beside it."""
    with closing(open_database(tmp_path / "one" / "acutimer.db", start)) as connection:
        connection.execute("PRAGMA wal_autocheckpoint = 0")
        connection.execute("INSERT INTO draft (routine, text, changed_at) VALUES ('own', '1', ?)", (start.isoformat(),))
        (tmp_path / "two").mkdir()
        for file in ("acutimer.db", "acutimer.db-wal"):
            shutil.copyfile(tmp_path / "one" / file, tmp_path / "two" / file)
    return tmp_path / "two"


def test_a_log_is_read_as_it_lies_there_and_nothing_beside_it_changes(folder: Path, start: datetime) -> None:
    before = {file.name: file.read_bytes() for file in folder.iterdir()}
    with closing(open_to_look(folder / "acutimer.db", start)) as connection:
        assert connection.execute("SELECT text FROM draft").fetchall() == [("1",)]
        connection.execute("DELETE FROM draft")
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == before


def test_one_that_was_closed_well_is_read_where_it_is(folder: Path, start: datetime) -> None:
    open_database(folder / "acutimer.db", start).close()
    assert [file.name for file in folder.iterdir()] == ["acutimer.db"]
    with closing(open_to_look(folder / "acutimer.db", start)) as connection:
        assert connection.execute("SELECT text FROM draft").fetchall() == [("1",)]
    assert [file.name for file in folder.iterdir()] == ["acutimer.db"]


def test_what_is_no_log_is_told(tmp_path: Path, start: datetime) -> None:
    (tmp_path / "acutimer.db").write_bytes(b"no database at all" * 100)
    with pytest.raises(WorldError, match="damaged"):
        open_to_look(tmp_path / "acutimer.db", start)


@pytest.mark.parametrize(
    ("code", "is_so"),
    [
        (sqlite3.SQLITE_READONLY, True),
        (sqlite3.SQLITE_CANTOPEN, True),
        (sqlite3.SQLITE_FULL, True),
        (sqlite3.SQLITE_CORRUPT, False),
        (sqlite3.SQLITE_BUSY, False),
    ],
)
def test_only_where_writing_was_refused_it_is_worth_a_look(folder: Path, code: int, is_so: bool) -> None:
    cause = sqlite3.OperationalError("no")
    cause.sqlite_errorcode = code
    error = WorldError("no")
    error.__cause__ = cause
    assert can_be_looked_at(error, folder / "acutimer.db") is is_so
    assert not can_be_looked_at(error, folder / "nothing.db")
