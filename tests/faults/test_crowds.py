"""Ten thousand files where a few are expected: routines to check or to bring in, backups, notes."""

from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from pytestqt.qtbot import QtBot

from acutimer.mishaps.notebook import Notebook
from acutimer.store.backups import DAYS_KEPT, Backups
from acutimer.store.database import open_database
from acutimer.ui.context import Context
from acutimer.ui.dropping import files_in
from acutimer.ui.exchange.arrival_card import FaultCard
from acutimer.ui.exchange.found_cards import PAGE
from acutimer.ui.exchange.looking import MOST_FILES
from acutimer.ui.exchange.page import ExchangePage
from acutimer.ui.messages import Message
from tests.cli.routine_files import a_routine, written
from tests.faults.children import STARTS_AT, Home, Server
from tests.trusting import amount
from tests.ui.practice import make_context, shown

Tell = Callable[[str, int, int], None]
NOW = datetime.fromisoformat(STARTS_AT)
ROW = "thousands of files in a folder"
CROWD = 10_000


@pytest.fixture
def context(tmp_path: Path, qtbot: QtBot) -> Iterator[Context]:
    context = make_context(tmp_path)
    yield context
    context.figures.close()


def test_thousands_of_routine_files_are_checked_one_by_one(children: Server, home: Home, tally: Tell) -> None:
    count = amount(300, CROWD)
    folder = home.folder / "routines"
    folder.mkdir()
    names = [written(folder, a_routine(id=f"r{number}"), f"{number}").name for number in range(count)]
    (folder / names[7]).write_text("{", encoding="utf-8")
    done = children.run(home, "check", *names, folder=folder)
    lines = done.out.splitlines()
    is_lost = (done.code, len(lines), len(done.err.splitlines())) != (1, count - 1, 1)
    tally(ROW, 1, int(is_lost))
    assert not is_lost, done


def test_thousands_of_files_let_go_on_the_window_are_refused_in_one_line(
    context: Context, qtbot: QtBot, tmp_path: Path, tally: Tell
) -> None:
    dragged = QMimeData()
    dragged.setUrls([QUrl.fromLocalFile(str(tmp_path / f"{number}.acutimer.json")) for number in range(CROWD)])
    said: list[Message] = []
    context.messages.said.connect(said.append)
    page = shown(ExchangePage(context), qtbot)
    page.import_files(files_in(dragged))
    is_lost = page.is_busy or bool(page.cards) or len(said) != 1 or f"{MOST_FILES}" not in said[0].text
    page.close()
    tally(ROW, 1, int(is_lost))
    assert not is_lost, said


def test_as_many_files_as_may_be_chosen_at_once_are_shown_and_added(
    context: Context, qtbot: QtBot, tmp_path: Path, tally: Tell
) -> None:
    files = [
        written(tmp_path, a_routine(id=f"r{number}", name=f"Mine {number}"), f"{number}")
        for number in range(MOST_FILES)
    ]
    page = shown(ExchangePage(context), qtbot)
    files[70].write_text("{", encoding="utf-8")
    page.import_files(files)
    qtbot.waitUntil(lambda: not page.is_busy, timeout=240_000)
    seen = len(page.cards)
    page.add_all()  # it comes to the one that cannot be read, on another page
    fault = next(card for card in page.cards if isinstance(card, FaultCard))
    fault.leave_out.click()
    page.add_all()
    is_lost = len(context.shelf.own()) != MOST_FILES - 1 or seen != PAGE
    page.close()
    tally(ROW, 1, int(is_lost))
    assert not is_lost


def test_a_folder_full_of_backups_and_other_files_costs_no_backup(home: Home, tally: Tell) -> None:
    count = amount(500, CROWD)
    home.backups.mkdir(exist_ok=True)
    for number in range(count // 2):
        (home.backups / f"acutimer-{NOW - timedelta(days=number + 1):%Y-%m-%d}.db").write_bytes(b"")
        (home.backups / f"holiday-{number}.jpg").write_bytes(b"")
    backups = Backups(home.database, home.backups)
    made = backups.make(NOW)
    left = backups.files()
    others = sum(1 for it in home.backups.iterdir() if it.suffix == ".jpg")
    is_lost = made is None or left[0] != made or len(left) != DAYS_KEPT or others != count // 2
    with closing(open_database(home.database, NOW)) as connection:
        is_lost = is_lost or connection.execute("SELECT count(*) FROM session").fetchone()[0] == 0
    tally(ROW, 1, int(is_lost))
    assert not is_lost, (made, len(left), others)


def test_a_folder_full_of_other_notes_costs_none_of_ours(tmp_path: Path, tally: Tell) -> None:
    for number in range(amount(500, CROWD)):
        (tmp_path / f"acutimer.{number + 10}.log").write_bytes(b"")
    notebook = Notebook(tmp_path / "acutimer.log", lambda: NOW)
    notebook.note("something went wrong")
    is_lost = "something went wrong" not in notebook.path.read_text(encoding="utf-8")
    tally(ROW, 1, int(is_lost))
    assert not is_lost
