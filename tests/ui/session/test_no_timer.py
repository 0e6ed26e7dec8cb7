"""Nothing runs by itself while nothing happens: not in the settled program, not in a held session, not after one."""

from collections.abc import Iterator

import pytest
from bench_session import active_timers, short_phases
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from acutimer.core.session import Held, Running
from acutimer.ui.context import Context
from acutimer.ui.session.page import SessionPage
from acutimer.ui.session.player import Player
from acutimer.ui.window import MainWindow
from tests.ui.session.conftest import Clocks

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen screen says this of every least size
TURNS = 50


@pytest.fixture
def window(context: Context, qtbot: QtBot) -> Iterator[MainWindow]:
    """The real window on clocks that are moved by hand, quiet and without motion: what is left is the session."""
    context.preferences.update(sounds=False, voice=False, awake=False, reduced_motion=True)
    window = MainWindow(context)
    qtbot.addWidget(window, before_close_func=lambda _: window.hide())  # this keeps it until then, too
    window.show()
    come_to_rest()
    yield window
    window.close()


def come_to_rest() -> None:
    """Let everything that is due at once happen."""
    for _ in range(TURNS):
        QApplication.processEvents()


def player_of(window: MainWindow) -> Player:
    (page,) = window.findChildren(SessionPage)
    return page.player


def begin(window: MainWindow, context: Context) -> Player:
    window.start(short_phases(context.library, 5.0))
    come_to_rest()
    return player_of(window)


def test_the_settled_program_runs_no_timer(window: MainWindow) -> None:
    assert active_timers() == []


def test_a_running_session_runs_the_one_timer_of_its_player(window: MainWindow, context: Context) -> None:
    begin(window, context)
    assert active_timers() == ["QTimer of Player"]


def test_a_held_session_runs_no_timer(window: MainWindow, context: Context) -> None:
    player = begin(window, context)
    player.pause()
    come_to_rest()
    assert player.session is not None
    assert isinstance(player.session.state, Held)
    assert active_timers() == []
    player.resume()
    assert isinstance(player.session.state, Running)
    assert active_timers() == ["QTimer of Player"]


def test_a_session_held_by_sleep_runs_no_timer(window: MainWindow, context: Context, clocks: Clocks) -> None:
    player = begin(window, context)
    clocks.pass_by(600)
    player.tick()
    come_to_rest()
    assert active_timers() == []


def test_no_timer_runs_after_a_session_that_ended_by_itself(
    window: MainWindow, context: Context, clocks: Clocks
) -> None:
    player = begin(window, context)
    assert player.session is not None
    clocks.run(player, player.session.plan.seconds + 1)
    come_to_rest()
    assert active_timers() == []


def test_no_timer_runs_after_a_session_that_was_stopped(window: MainWindow, context: Context, clocks: Clocks) -> None:
    player = begin(window, context)
    clocks.run(player, 3)
    player.stop()
    clocks.run(player, 10.1)
    come_to_rest()
    assert active_timers() == []


def test_a_timer_that_runs_is_found_wherever_it_hangs(window: MainWindow) -> None:
    timer, parent = QTimer(window), QObject()
    lonely = QTimer(parent)
    for it in (timer, lonely):
        it.start(60_000)
    assert active_timers() == ["QTimer of MainWindow", "QTimer of QObject"]
    for it in (timer, lonely):
        it.stop()
