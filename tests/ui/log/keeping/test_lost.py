"""The page over a log that could not be opened, so that the window's history lives in memory."""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from acutimer import paths
from acutimer.store.backups import Backups
from acutimer.store.database import open_database, open_in_memory
from acutimer.store.history import History
from acutimer.ui.context import Context
from acutimer.ui.log.keeping.lost import LostLog
from acutimer.ui.log.keeping.page import KeepingPage
from tests.ui.log.keeping.keeping_hands import DAY, Answers
from tests.ui.practice import NOW, practise, shown

Open = Callable[[], KeepingPage]


@pytest.fixture
def backups(context: Context) -> Backups:
    """A log where the program looks for it, of two days, and its backups; nobody has it open."""
    backups = Backups(paths.database_file(), paths.backups_dir())
    with closing(open_database(backups.database, NOW)) as connection:
        history = History(connection)
        for ago in (2, 1):
            practise(replace(context, history=history), "balance-points", NOW - ago * DAY)
            backups.make(NOW - ago * DAY)
        history.claims.close()
    return backups


@pytest.fixture
def open_page(context: Context, qtbot: QtBot) -> Iterator[Open]:
    passing = open_in_memory()
    pages: list[KeepingPage] = []

    def open_page() -> KeepingPage:
        page = KeepingPage(replace(context, history=History(passing)), dialogs=Answers().dialogs())
        pages.append(shown(page, qtbot))
        page.refresh()
        settle(page, qtbot)
        return page

    yield open_page
    for page in pages:
        page.close()
    passing.close()


def settle(page: KeepingPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not page.is_busy and not lost(page).card.is_looking, timeout=60_000)


def lost(page: KeepingPage) -> LostLog:
    (found,) = page.findChildren(LostLog)
    return found


def test_a_damaged_log_gives_way_to_a_backup(backups: Backups, open_page: Open, qtbot: QtBot) -> None:
    backups.database.write_bytes(b"nonsense" * 1000)
    page = open_page()
    card = lost(page).card
    assert lost(page).note.text().startswith("Your log is damaged and could not be opened.")
    assert [row.accessibleName().split(", ")[0] for row in card.list.rows] == ["Yesterday", "Tue 18\u00a0Nov\u00a02025"]
    assert not card.make.isVisible()
    card.list.rows[0].click()
    settle(page, qtbot)
    assert card.list.detail.words.text().startswith("2 sessions, ")
    card.list.detail.ask.click()
    card.list.detail.restore.click()
    settle(page, qtbot)
    told = "A backup is in the place of your log now: Yesterday. Close acutimer and start it again."
    assert lost(page).note.text() == told
    assert not card.isVisible()
    with closing(open_database(backups.database, NOW)) as connection:
        assert connection.execute("SELECT count(*) FROM session").fetchone()[0] == 2
    assert (paths.backups_dir() / "acutimer-damaged-20251120-093000.db").exists()


def test_a_log_that_is_shut_but_sound_is_left_alone(backups: Backups, open_page: Open) -> None:
    page = open_page()
    assert lost(page).note.text().startswith("Your log could not be opened, so there is nothing here to export")
    assert not lost(page).card.isVisible()


def test_a_dropped_file_goes_nowhere(open_page: Open) -> None:
    page = open_page()
    page.bring_in(Path("/nowhere"))
    assert not page.acceptDrops()
    assert not page.is_busy
