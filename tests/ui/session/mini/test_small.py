from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from acutimer.core.planning import PhaseKind
from acutimer.core.session import Why
from acutimer.ui.context import Context
from acutimer.ui.session.keys import Action
from acutimer.ui.session.mini.mini import MiniWindow
from acutimer.ui.session.mini.small import Small
from acutimer.ui.session.words.away_words import WaysOn
from tests.ui.session.mini.reaching import reached

KIND, KEY = PhaseKind, Qt.Key


class Closed(QObject):
    """Counts how often a window was closed."""

    def __init__(self) -> None:
        super().__init__()
        self.times = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's own name
        self.times += event.type() == QEvent.Type.Close
        return False


class Full(QWidget):
    """A full window that hides and comes back as it is told; counts the moments in which nothing is seen."""

    def __init__(self, small: Small) -> None:
        super().__init__()
        self._small = small
        self.moments_without_any = 0
        self.shown: list[bool] = []
        small.shrunk.connect(self.follow)
        self.show()

    def follow(self, is_small: bool) -> None:
        self.shown.append(not is_small)
        self.look()
        self.setVisible(not is_small)
        self.look()

    def look(self) -> None:
        if not self.isVisible() and not self._small.is_open:
            self.moments_without_any += 1


@pytest.fixture
def small(context: Context, qtbot: QtBot) -> Iterator[Small]:
    small = Small(context)
    yield small
    small.leave()


@pytest.fixture
def full(small: Small, qtbot: QtBot) -> Full:
    full = Full(small)
    qtbot.addWidget(full)
    return full


@pytest.fixture
def asked(small: Small) -> list[object]:
    said: list[object] = []
    small.asked.connect(said.append)
    return said


def open_it(small: Small, context: Context, full: Full) -> MiniWindow:
    small.open(reached(context, "knee-pain-press", KIND.PRESS, 4, 36), 36.0, full)
    mini = small.window
    assert mini is not None
    return mini


def test_nothing_is_built_before_it_is_asked_for(small: Small, context: Context) -> None:
    session = reached(context, "knee-pain-press", KIND.PRESS)
    small.show_session(session, 0.0)
    small.show_time(session, 0.0)
    small.show_ways(WaysOn("", "", "", "", "", ""))
    small.flash_once()
    small.expand()
    assert small.window is None
    assert small.seconds_to_next_look(session, 0.0) == float("inf")


def test_the_full_window_goes_once_the_small_one_is_there_and_comes_before_it_leaves(
    small: Small, context: Context, full: Full
) -> None:
    mini = open_it(small, context, full)
    assert small.is_open
    assert not full.isVisible()
    QTest.keyClick(mini, KEY.Key_M)
    assert full.isVisible()
    assert not small.is_open
    assert full.shown == [False, True]
    assert full.moments_without_any == 0


def test_it_follows_the_session(small: Small, context: Context, full: Full) -> None:
    mini = open_it(small, context, full)
    session = reached(context, "knee-pain-press", KIND.PRESS, 4, 36)
    small.show_time(session, 103.0)
    assert mini.cue.text() == "Circle"
    assert small.seconds_to_next_look(session, 103.0) <= 1.01
    small.show_session(session.pause(104.0, Why.AWAY), 104.0)
    small.show_ways(WaysOn("You were away for 6 minutes", "", "", "", "", ""))
    assert mini.headline.text() == "You were away for 6 minutes"
    assert small.is_open


def test_the_end_of_the_session_leads_back(small: Small, context: Context, full: Full) -> None:
    open_it(small, context, full)
    small.show_session(reached(context, "knee-pain-press", KIND.PRESS).stop(3.0), 3.0)
    assert not small.is_open
    assert full.isVisible()


def test_a_session_that_is_over_does_not_get_small(small: Small, context: Context, full: Full) -> None:
    small.open(reached(context, "knee-pain-press", KIND.PRESS).stop(3.0), 3.0, full)
    assert not small.is_open
    assert full.isVisible()


def test_while_the_session_asks_it_does_not_get_small(small: Small, context: Context, full: Full) -> None:
    asking = reached(context, "knee-pain-press", KIND.PRESS, seconds=9).pause(9.0, Why.AWAY)
    small.open(asking, 9.0, full)
    assert not small.is_open
    assert full.isVisible()


def test_what_is_pressed_in_it_is_handed_on(small: Small, context: Context, full: Full, asked: list[object]) -> None:
    mini = open_it(small, context, full)
    QTest.mouseClick(mini.main, Qt.MouseButton.LeftButton)
    QTest.keyClick(mini, KEY.Key_Right)
    QTest.keyClick(mini, KEY.Key_V)
    assert asked == [Action.GO, Action.SKIP, Action.VOICE]


def test_closing_the_small_window_ends_nothing(small: Small, context: Context, full: Full) -> None:
    mini = open_it(small, context, full)
    mini.close()
    assert full.isVisible()
    assert not small.is_open
    assert full.moments_without_any == 0


def test_when_the_program_ends_it_is_closed_and_brings_nothing_back(small: Small, context: Context, full: Full) -> None:
    mini, closed = open_it(small, context, full), Closed()
    mini.installEventFilter(closed)
    small.leave()
    assert closed.times == 1  # a program with its windows merely hidden would never end
    assert not mini.isVisible()
    assert full.shown == [False]


def test_it_can_be_opened_again(small: Small, context: Context, full: Full) -> None:
    mini = open_it(small, context, full)
    small.expand()
    assert open_it(small, context, full) is mini
    assert small.is_open
