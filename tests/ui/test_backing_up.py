import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from acutimer.core.errors import WorldError
from acutimer.store.backup_files import BackupFile
from acutimer.store.backups import Backups
from acutimer.store.copying import KeepOn, always
from acutimer.store.database import open_in_memory
from acutimer.store.history import History
from acutimer.ui.backing_up import DailyBackup, backups_of
from acutimer.ui.context import Context
from acutimer.ui.messages import Message
from tests.ui.practice import NOW, practise

DAY = timedelta(days=1)


class Clock:
    """The time of day, moved by hand."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def daily(context: Context, clock: Clock, qtbot: QtBot) -> Iterator[DailyBackup]:
    daily = DailyBackup(replace(context, wall=clock))
    yield daily
    daily.close()


@pytest.fixture
def said(context: Context) -> list[Message]:
    said: list[Message] = []
    context.messages.said.connect(said.append)
    return said


def names(context: Context) -> list[str]:
    backups = backups_of(context)
    assert backups is not None
    return [file.path.name for file in backups.files()]


def look(daily: DailyBackup, qtbot: QtBot) -> None:
    daily.look()
    qtbot.waitUntil(lambda: not daily.is_busy, timeout=60_000)


def test_the_backup_of_the_day_is_made_without_a_word(
    daily: DailyBackup, context: Context, said: list[Message], qtbot: QtBot
) -> None:
    practise(context, "balance-points")
    with qtbot.waitSignal(daily.made, timeout=60_000):
        daily.look()
    assert names(context) == ["acutimer-2025-11-20.db"]
    assert said == []


def test_one_a_day_is_enough(
    daily: DailyBackup, context: Context, clock: Clock, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    practise(context, "balance-points")
    look(daily, qtbot)
    made: list[datetime] = []
    real = Backups.make

    def count(self: Backups, now: datetime, keep_on: KeepOn = always) -> BackupFile | None:
        made.append(now)
        return real(self, now, keep_on)

    monkeypatch.setattr(Backups, "make", count)
    clock.now = NOW + timedelta(hours=14)
    look(daily, qtbot)
    assert made == []
    clock.now = NOW + DAY
    look(daily, qtbot)
    assert made == [NOW + DAY]
    assert names(context) == ["acutimer-2025-11-21.db", "acutimer-2025-11-20.db"]


def test_a_day_that_is_lived_again_on_a_clock_that_was_put_back_gets_a_backup_of_what_was_done_since(
    daily: DailyBackup, context: Context, clock: Clock, qtbot: QtBot
) -> None:
    practise(context, "balance-points")
    look(daily, qtbot)
    clock.now = NOW + 5 * DAY
    practise(context, "balance-points", started_at=NOW + 5 * DAY)
    look(daily, qtbot)
    clock.now = NOW
    look(daily, qtbot)
    backups = backups_of(context)
    assert backups is not None
    assert [len(sessions_in(file)) for file in backups.files()] == [2, 2]


def sessions_in(file: BackupFile) -> list[object]:
    with closing(sqlite3.connect(file.path)) as connection:
        return connection.execute("SELECT id FROM session").fetchall()


def test_the_first_session_of_an_empty_log_is_backed_up_the_same_day(
    daily: DailyBackup, context: Context, qtbot: QtBot
) -> None:
    look(daily, qtbot)
    assert names(context) == []
    practise(context, "balance-points")
    look(daily, qtbot)
    assert names(context) == ["acutimer-2025-11-20.db"]


def test_what_goes_wrong_is_said_once_a_day(
    daily: DailyBackup, clock: Clock, said: list[Message], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(self: Backups, now: datetime, keep_on: KeepOn) -> None:
        raise WorldError("Today's backup of your log could not be made: no room on the disk of /there.")

    monkeypatch.setattr(Backups, "make", full)
    for hours in (0, 1, 24, 25):
        clock.now = NOW + timedelta(hours=hours)
        look(daily, qtbot)
    assert [(message.text, message.kind) for message in said] == [
        ("Today's backup of your log could not be made: no room on the disk of /there.", "caution")
    ] * 2


def test_closing_gives_up_what_is_not_done(daily: DailyBackup, context: Context, tmp_path: Path) -> None:
    practise(context, "balance-points")
    daily.look()
    daily.close()
    folder = tmp_path / "backups"
    left = sorted(folder.iterdir()) if folder.exists() else []
    assert [file.name for file in left] in ([], ["acutimer-2025-11-20.db"])  # whole or not at all


def test_a_log_that_lives_in_memory_has_no_backup(context: Context, said: list[Message], qtbot: QtBot) -> None:
    passing: sqlite3.Connection = open_in_memory()
    daily = DailyBackup(replace(context, history=History(passing)))
    look(daily, qtbot)
    passing.close()
    assert said == []
    assert names(context) == []
