"""A log that says what it never should: who reads it can, or is told in words that it cannot be read."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from acutimer.core.errors import AcutimerError
from acutimer.mishaps.going_on import going_on
from acutimer.ui.log.place import DAYS, REPORT
from acutimer.ui.window import MainWindow
from tests.fuzz.logs import full_log, readers
from tests.fuzz.spoilt_logs import Spoil, spoils, spoilt_log
from tests.fuzz.trying import Tell, try_all
from tests.ui.practice import make_context
from tests.ui.window_hands import settle

SPOILS = st.lists(spoils(), min_size=1, max_size=4)


def all_read(connection: sqlite3.Connection, folder: Path) -> None:
    """Let everyone read; whatever is raised but words for people is a fault of ours."""
    for name, read in readers(connection, folder):
        try:
            read()
        except AcutimerError:
            pass
        except Exception as error:
            raise AssertionError(f"{name}: {type(error).__name__}: {error}") from error
        assert not connection.in_transaction, name


def test_everyone_can_read_a_spoilt_log_or_is_told_that_it_cannot_be_read(tmp_path: Path, tally: Tell) -> None:
    def check(spoilt: list[Spoil]) -> None:
        with closing(spoilt_log(spoilt)) as connection:
            all_read(connection, tmp_path)

    try_all(tally, "rows of the database", check, SPOILS, short=25, long=1000)


def walk(window: MainWindow) -> Iterator[str]:
    """Through every place that shows what the log holds; each step has happened when it is told."""
    for place in ("log", "routines", "settings", "explore"):
        window.show_place(place)
        yield place
    if "log" in window._joined:
        yield from _walk_log(window._joined["log"].place)
    if "routines" in window._joined:
        yield from _walk_routines(window._joined["routines"].place)


def _walk_log(log: Any) -> Iterator[str]:
    for index in range(REPORT + 1):
        with going_on():
            log.show_page(index)
        yield f"page {index} of the log"
    with going_on():
        log.show_page(DAYS)
    for row in range(3):
        with going_on():
            log.days.listing.list.choose(row)
        yield f"session {row}"
    with going_on():
        log.days.picked.edit()
    yield "a session in the form"


def _walk_routines(routines: Any) -> Iterator[str]:
    for routine_id in ("own-0", "own-3", "own-8"):
        with going_on():
            routines.show_routine(routine_id)
            routines.edit(routine_id)
            yield f"routine {routine_id} in the editor"
            routines.editor.desk.rename("Another", "renamed")
            routines.editor.desk.save("saved")
        yield f"routine {routine_id} saved"
        with going_on():
            routines.browse()
    with going_on():
        routines.exchange.begin_export()
    yield "routines to export"


def test_the_window_shows_a_spoilt_log_or_says_that_it_cannot_be_read(
    tmp_path: Path, qtbot: QtBot, tally: Tell
) -> None:
    number = 0

    def check(spoilt: list[Spoil]) -> None:
        nonlocal number
        number += 1
        folder = tmp_path / str(number)
        context = make_context(folder)
        connection = context.history.ledger.connection
        with closing(connection), closing(context.figures), qtbot.captureExceptions() as raised:
            full_log().backup(connection)
            spoilt_log(spoilt, connection)
            window = MainWindow(context)
            step = "the start"
            try:
                settle(window)
                for step in walk(window):
                    QApplication.processEvents()
                    assert all(isinstance(it, AcutimerError) for _, it, _ in raised), step  # which is said, kindly
            finally:
                window.close()
                window.deleteLater()
                QApplication.processEvents()

    given = st.lists(spoils(), min_size=1, max_size=3)
    try_all(tally, "rows of the database, shown in the window", check, given, short=1, long=25)
