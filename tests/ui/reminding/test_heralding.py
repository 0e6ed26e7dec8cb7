from collections.abc import Callable
from datetime import time

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from acutimer.core.due import Due
from acutimer.core.reminding import AtTimes, Reminder
from acutimer.ui.context import Context
from acutimer.ui.messages import Message
from acutimer.ui.reminding.desktop.notices import Notice
from acutimer.ui.reminding.heralding import KEPT_SECONDS, SHOWN_SECONDS, Herald
from tests.ui.practice import NOW

KNEES = Due(NOW, Reminder(id="a", routine="morning-balance", when=AtTimes((time(8),))))
ANY = Due(NOW, Reminder(id="b", when=AtTimes((time(8),))))


class Screen(QObject):
    """A desktop that shows notices, if it can."""

    acted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[Notice] = []
        self.can_show = True
        self.taken_back = 0

    def show(self, notice: Notice, failed: Callable[[], None]) -> None:
        self.shown.append(notice)
        if not self.can_show:
            failed()

    def take_back(self) -> None:
        self.taken_back += 1

    def close(self) -> None:
        self.shown.clear()


class Sayings:
    """A herald, and where it says things."""

    def __init__(self, context: Context) -> None:
        self.screen = Screen()
        self.is_in_use, self.has_tray = False, False
        self.balloons: list[str] = []
        self.lines: list[Message] = []
        self.started: list[str] = []
        self.looked: list[str] = []
        self.later: list[tuple[Due, ...]] = []
        context.messages.said.connect(self.lines.append)
        self.herald = Herald(context, lambda: self.is_in_use, self._balloon, self.screen)  # type: ignore[arg-type]
        self.herald.start_wanted.connect(self.started.append)
        self.herald.look_wanted.connect(self.looked.append)
        self.herald.later_wanted.connect(self.later.append)

    def _balloon(self, heading: str, line: str) -> bool:
        if self.has_tray:
            self.balloons.append(f"{heading}: {line}")
        return self.has_tray


@pytest.fixture
def sayings(context: Context, qtbot: QtBot) -> Sayings:
    return Sayings(context)


def test_in_the_window_in_use_it_is_a_line_with_a_button(sayings: Sayings) -> None:
    sayings.is_in_use = True
    sayings.herald.say([KNEES])
    (line,) = sayings.lines
    assert line.text == "Morning balance. Start when it suits you."
    assert (line.action, line.seconds) == ("Start", SHOWN_SECONDS)
    assert sayings.screen.shown == []
    assert line.do is not None
    line.do()
    assert sayings.started == ["morning-balance"]


def test_elsewhere_the_desktop_shows_it_with_two_buttons(sayings: Sayings) -> None:
    sayings.herald.say([KNEES, ANY])
    (notice,) = sayings.screen.shown
    assert (notice.title, notice.body) == ("Morning balance", "Start when it suits you.")
    assert [words for _, words in notice.actions] == ["Open", "Start", "In 10 minutes"]
    assert sayings.lines == []


@pytest.mark.parametrize(("due", "routine"), [(KNEES, "morning-balance"), (ANY, "")])
def test_start_begins_what_it_asks_for(sayings: Sayings, due: Due, routine: str) -> None:
    sayings.herald.say([due])
    sayings.screen.acted.emit("start")
    assert sayings.started == [routine]


def test_ten_minutes_later_it_is_all_of_the_occasion(sayings: Sayings) -> None:
    sayings.herald.say([KNEES, ANY])
    sayings.screen.acted.emit("later")
    assert sayings.later == [(KNEES, ANY)]


def test_a_press_on_it_shows_what_it_asks_for(sayings: Sayings) -> None:
    sayings.herald.say([KNEES])
    sayings.screen.acted.emit("default")
    assert sayings.looked == ["morning-balance"]


def test_where_nobody_shows_notices_the_tray_does(sayings: Sayings) -> None:
    sayings.screen.can_show, sayings.has_tray = False, True
    sayings.herald.say([KNEES])
    assert sayings.balloons == ["Morning balance: Start when it suits you."]
    assert sayings.lines == []
    sayings.herald.press()
    assert sayings.looked == ["morning-balance"]


def test_where_there_is_neither_it_waits_in_the_window(sayings: Sayings) -> None:
    sayings.screen.can_show = False
    sayings.herald.say([KNEES])
    (line,) = sayings.lines
    assert (line.action, line.seconds) == ("Start", KEPT_SECONDS)


def test_once_it_is_being_done_it_is_taken_back(sayings: Sayings) -> None:
    sayings.herald.say([KNEES])
    sayings.herald.take_back()
    assert sayings.screen.taken_back == 1
    sayings.herald.press()
    assert sayings.looked == []


def test_one_whose_routine_is_gone_asks_for_the_next_that_is_there(sayings: Sayings) -> None:
    gone = Due(NOW, Reminder(id="c", routine="gone", when=AtTimes((time(8),))))
    sayings.herald.say([gone, KNEES])
    sayings.screen.acted.emit("start")
    assert sayings.started == ["morning-balance"]
