from datetime import date, datetime
from pathlib import Path

import pytest

from acutimer.store.backup_files import BackupFile, BackupKind
from acutimer.store.contents import Contents
from acutimer.store.merging import Imported
from acutimer.store.merging_own import ImportedOwn
from acutimer.ui.log.keeping import words

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("count", "told"),
    [(0, "0\u00a0bytes"), (143_000, "140\u00a0kB"), (1_258_291, "1.2\u00a0MB"), (213 * 1024**2, "213.0\u00a0MB")],
)
def test_the_size_of_a_file(count: int, told: str) -> None:
    assert words.size(count) == told


def test_the_days_of_backups() -> None:
    told = [words.day(date(2026, 11, day), TODAY) for day in (20, 19, 18, 21)]
    assert told == ["Today", "Yesterday", "Wed 18\u00a0Nov\u00a02026", "Sat 21\u00a0Nov\u00a02026"]


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        (BackupKind.DAILY, "Backup of the day"),
        (BackupKind.UPDATE, "Before an update, 07:31"),
        (BackupKind.BEFORE_IMPORT, "Before an import, 07:31"),
        (BackupKind.REPLACED, "Replaced by a backup, 07:31"),
    ],
)
def test_why_a_copy_was_made(kind: BackupKind, told: str) -> None:
    moment = None if kind is BackupKind.DAILY else datetime(2026, 11, 20, 7, 31)  # noqa: DTZ001 - as in its name
    assert words.kind(BackupFile(Path("a"), kind, TODAY, moment, 1, 0.0)) == told


@pytest.mark.parametrize(
    ("sessions", "first", "last", "seconds", "told"),
    [
        (0, None, None, 0.0, "No sessions"),
        (1, TODAY, TODAY, 0.0, "1 session, 20\u00a0Nov\u00a02026"),
        (2, TODAY, TODAY, 780.0, "2 sessions, 20\u00a0Nov\u00a02026, 13\u00a0min practised"),
        (
            1412,
            date(2024, 1, 3),
            date(2026, 11, 19),
            345_600.0,
            "1412 sessions, 3\u00a0Jan\u00a02024 to 19\u00a0Nov\u00a02026, 96\u00a0h practised",
        ),
    ],
)
def test_what_is_in_a_copy(sessions: int, first: date | None, last: date | None, seconds: float, told: str) -> None:
    found = Contents(sessions, first, last, seconds, 1, 1, "")
    assert words.contents(found).replace(",", "").replace("1 412", "1412") == told.replace(",", "")


def test_own_routines_in_a_copy_are_told() -> None:
    assert words.contents(Contents(0, None, None, 0.0, 3, 1, "", routines=2)) == "No sessions, 2 routines of your own"


@pytest.mark.parametrize(
    ("then", "now", "told"),
    [(3, 3, "As many sessions as now."), (1, 9, "8 sessions fewer than now."), (9, 8, "1 session more than now.")],
)
def test_how_a_copy_differs_from_now(then: int, now: int, told: str) -> None:
    assert words.compared(then, now) == told


@pytest.mark.parametrize(
    ("came", "told"),
    [
        (Imported(12, 3, 1, 40), "12 sessions added, 3 changed, 1 deleted, 40 already here."),
        (Imported(0, 1, 0, 2), "1 session changed, 2 already here."),
        (Imported(1, 0, 0, 0), "1 session added."),
        (Imported(0, 0, 0, 40), "Nothing new: 40 sessions already here."),
        (Imported(0, 0, 0, 0), "There is nothing new in this file."),
        (Imported(own=ImportedOwn(added=2)), "2 routines of your own added."),
        (
            Imported(0, 0, 0, 40, ImportedOwn(0, 1, 1, 2)),
            "40 sessions already here. 1 routine of your own changed, 1 deleted. "
            "Your favourites are as on the other computer.",
        ),
        (Imported(1, 0, 0, 0, ImportedOwn(added=1)), "1 session added. 1 routine of your own added."),
    ],
)
def test_what_an_import_brought(came: Imported, told: str) -> None:
    assert words.imported(came) == told


def test_a_name_that_runs_on_for_ever_can_be_broken() -> None:
    assert words.breakable("a short one") == "a short one"
    assert max(map(len, words.breakable("see " + "x" * 300).split("\u200b"))) <= 24
    assert words.breakable("x" * 300).replace("\u200b", "") == "x" * 300
