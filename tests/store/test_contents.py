import sqlite3
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from acutimer.core.errors import InputError
from acutimer.store.backups import Backups
from acutimer.store.database import scripts
from tests.store.log_files import (
    AGO,
    add,
    damage,
    fill,
    make_empty,
    make_foreign,
    make_letter,
    make_newer,
    make_stump,
    names,
    old_copy,
)


def test_what_is_in_a_backup_can_be_seen_before_it_is_restored(
    backups: Backups, connection: sqlite3.Connection, folder: Path, start: datetime
) -> None:
    add(connection, 1, "2024-01-03T23:59:00+01:00")
    add(connection, 2, "2026-11-19T07:00:00-08:00")
    made = backups.make(start)
    assert made is not None
    before = made.path.read_bytes()
    contents = backups.look(made)
    assert (contents.sessions, str(contents.first), str(contents.last)) == (2, "2024-01-03", "2026-11-19")
    assert (contents.seconds, contents.version, contents.size_bytes) == (60.0, len(scripts()), made.size_bytes)
    assert contents.is_sound
    assert names(folder) == [made.path.name]
    assert made.path.read_bytes() == before


def test_a_copy_of_the_first_layout_can_be_seen_and_gets_nothing_beside_it(backups: Backups, folder: Path) -> None:
    folder.parent.mkdir()
    old_copy(folder / "acutimer-20260101-101010-version-1.db")
    (file,) = backups.files()
    contents = backups.look(file)
    assert (contents.sessions, str(contents.first), str(contents.last)) == (2, "2024-01-03", "2024-02-01")
    assert (contents.seconds, contents.version, contents.fault) == (90.0, 1, "")
    assert names(folder) == [file.path.name]


WRONG: dict[Callable[[Path], None], str] = {
    damage: "The file is damaged.",
    make_stump: "The file is damaged.",
    make_letter: "The file is damaged.",
    make_empty: "It is no log of acutimer.",
    make_foreign: "It is no log of acutimer.",
    make_newer: "A newer acutimer wrote it (its version is 99",
    Path.unlink: "It cannot be read: No such file or directory.",
}


@pytest.mark.parametrize("spoil", WRONG, ids=lambda spoil: spoil.__name__)
def test_what_cannot_be_restored_is_told_and_refused(
    backups: Backups, connection: sqlite3.Connection, folder: Path, start: datetime, spoil: Callable[[Path], None]
) -> None:
    fill(connection, 200)
    made = backups.make(start - AGO)
    assert made is not None
    spoil(made.path)
    left = names(folder)
    contents = backups.look(made)
    assert not contents.is_sound
    assert contents.fault.startswith(WRONG[spoil])
    with pytest.raises(InputError, match=r"acutimer-2026-11-19\.db cannot be restored\.") as told:
        backups.restore(made, connection, start)
    assert "\n" not in str(told.value)
    assert connection.execute("SELECT count(*) FROM session").fetchone()[0] == 200
    assert names(folder) == left
