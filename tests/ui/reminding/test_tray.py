from collections.abc import Iterator

import pytest
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QSystemTrayIcon
from pytestqt.qtbot import QtBot

from acutimer.ui.reminding import tray as trays
from acutimer.ui.reminding.tray import Tray

pytestmark = pytest.mark.qt_log_ignore("systemTrayWindowChanged")  # the offscreen screen has none


class Desktop:
    def __init__(self) -> None:
        self.has_tray = True


@pytest.fixture
def desktop(monkeypatch: pytest.MonkeyPatch) -> Desktop:
    desktop = Desktop()
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", staticmethod(lambda: desktop.has_tray))
    return desktop


@pytest.fixture
def tray(desktop: Desktop, qtbot: QtBot) -> Iterator[Tray]:
    tray = Tray(QIcon(QPixmap(16, 16)))
    yield tray
    tray.close()


def words(tray: Tray) -> list[str]:
    return [action.text() for action in tray.menu.actions() if not action.isSeparator()]


def press(tray: Tray, text: str) -> None:
    next(action for action in tray.menu.actions() if action.text() == text).trigger()


def test_the_menu_opens_starts_pauses_and_ends(tray: Tray) -> None:
    heard: list[object] = []
    for signal in (tray.opened, tray.left):
        signal.connect(lambda: heard.append(True))
    tray.started.connect(heard.append)
    tray.paused.connect(heard.append)
    tray.fill([("a", "Salt & water")], is_paused=False, has_reminders=True)
    assert words(tray) == ["Open acutimer", "Start Salt && water", "No reminders today", "Quit acutimer"]
    for text in words(tray):
        press(tray, text)
    assert heard == [True, "a", True, True]


def test_a_pause_is_ticked_and_can_be_ended(tray: Tray) -> None:
    heard: list[bool] = []
    tray.paused.connect(heard.append)
    tray.fill([], is_paused=True, has_reminders=True)
    press(tray, "No reminders today")
    assert heard == [False]


def test_without_reminders_or_favourites_the_menu_is_short(tray: Tray) -> None:
    tray.fill([], is_paused=False, has_reminders=False)
    assert words(tray) == ["Open acutimer", "Quit acutimer"]


def test_of_many_favourites_the_first_stand_in_the_menu(tray: Tray) -> None:
    tray.fill([(str(number), f"Routine {number}") for number in range(9)], is_paused=False, has_reminders=False)
    assert len(words(tray)) == trays.MOST_FAVOURITES + 2


def test_a_press_on_the_icon_opens_the_window(tray: Tray, qtbot: QtBot) -> None:
    with qtbot.waitSignal(tray.opened):
        tray._icon.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)


def test_a_tray_that_comes_later_is_found(tray: Tray, desktop: Desktop) -> None:
    desktop.has_tray = False
    tray.appear()
    assert not tray.is_there
    desktop.has_tray = True
    tray._again.timeout.emit()
    assert tray.is_there


def test_a_tray_that_never_comes_is_told_of_once(tray: Tray, desktop: Desktop) -> None:
    missing: list[bool] = []
    tray.missing.connect(lambda: missing.append(True))
    desktop.has_tray = False
    for _ in range(trays.MOST_LOOKS):
        tray.appear()
    assert missing == [True]
    tray._again.stop()


def test_without_a_tray_nothing_is_told_there(tray: Tray, desktop: Desktop) -> None:
    desktop.has_tray = False
    assert not tray.tell("Knees", "Start when it suits you.")
