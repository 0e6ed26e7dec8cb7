import sqlite3
from pathlib import Path

import pytest

from acutimer.core.errors import WorldError
from acutimer.store.faults import world_faults

PATH = Path("/data/ada/acutimer.db")


def an_error(code: int) -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("what SQLite says")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (sqlite3.SQLITE_FULL, "no room on the disk"),
        (sqlite3.SQLITE_IOERR_WRITE, "reports a fault"),
        (sqlite3.SQLITE_READONLY, "check the permissions"),
        (sqlite3.SQLITE_CANTOPEN, "check the permissions"),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, "another program holds"),
        (sqlite3.SQLITE_CORRUPT_INDEX, "damaged"),
    ],
)
def test_the_worlds_faults_are_told_in_one_line_with_the_place(code: int, words: str) -> None:
    with pytest.raises(WorldError, match=words) as told, world_faults(PATH):
        raise an_error(code)
    assert str(PATH) in str(told.value)
    assert "\n" not in str(told.value)


def test_our_own_mistakes_go_through_as_they_are() -> None:
    with pytest.raises(sqlite3.IntegrityError), world_faults(PATH):
        raise sqlite3.IntegrityError("CHECK constraint failed")
    with pytest.raises(sqlite3.OperationalError), world_faults(PATH):
        raise an_error(sqlite3.SQLITE_ERROR)
