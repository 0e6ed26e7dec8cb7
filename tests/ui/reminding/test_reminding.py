"""Reminders and the window, joined."""

from collections.abc import Callable, Iterator
from datetime import time
from pathlib import Path

import pytest
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QSystemTrayIcon
from pytestqt.qtbot import QtBot

from acutimer.core.errors import WorldError
from acutimer.core.reminding import AtTimes, Reminder
from acutimer.ui.context import Context
from acutimer.ui.messages import Message
from acutimer.ui.reminding.reminding import Reminding
from acutimer.ui.window import MainWindow
from tests.ui.fake_rooms import FakeRooms
from tests.ui.practice import practise
from tests.ui.reminding.conftest import Clock

# the offscreen screen says so of what it cannot do
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "systemTrayWindowChanged", r"support raise\(\)")

KNEES = Reminder(id="a", routine="knee-pain-press", when=AtTimes((time(9, 45),)))  # it is half past nine
ANY = Reminder(id="b", when=AtTimes((time(9, 45),)))

Begin = Callable[..., Reminding]


@pytest.fixture
def has_tray(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[bool]]:
    """What the desktop says of a tray; a test may change it."""
    told = [True]
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", staticmethod(lambda: told[0]))
    yield told
    QApplication.setQuitOnLastWindowClosed(True)


@pytest.fixture
def window(context: Context, fakes: FakeRooms, qtbot: QtBot) -> MainWindow:
    window = MainWindow(context, fakes.rooms)
    qtbot.addWidget(window, before_close_func=lambda _: window.hide())
    return window


@pytest.fixture
def begin(context: Context, window: MainWindow) -> Iterator[Begin]:
    made: list[Reminding] = []

    def begin(*reminders: Reminder, is_shown: bool = True, in_background: bool = False, **chosen: bool) -> Reminding:
        context.preferences.update(welcomed=True, reminders=reminders, **chosen)
        if is_shown:
            window.show()
            window.activateWindow()
            spin()
        made.append(Reminding(context, window, is_settled=is_shown, in_background=in_background))
        return made[-1]

    yield begin
    for reminding in made:
        reminding.close()


def spin() -> None:
    for _ in range(20):
        QApplication.processEvents()


def look(reminding: Reminding) -> None:
    """What the timer does."""
    assert reminding._scheduler is not None
    reminding._scheduler.look()


def said(context: Context) -> list[Message]:
    heard: list[Message] = []
    context.messages.said.connect(heard.append)
    return heard


def sessions(fakes: FakeRooms) -> list[str]:
    return [plan.routine.id for plan in fakes.built["session"].begun] if "session" in fakes.built else []


def in_sight(window: MainWindow, fakes: FakeRooms) -> str:
    return next(name for name, widget in fakes.built.items() if widget is window._stack.currentWidget())


def test_without_reminders_nothing_is_loaded_for_them(begin: Begin) -> None:
    reminding = begin()
    assert reminding._scheduler is None
    assert reminding._tray is None


def test_what_is_due_is_said_in_the_window_and_begins_there(
    begin: Begin, context: Context, clock: Clock, fakes: FakeRooms
) -> None:
    reminding, heard = begin(KNEES), said(context)
    clock.move(minutes=15)
    look(reminding)
    (line,) = heard
    assert line.do is not None
    line.do()
    assert sessions(fakes) == ["knee-pain-press"]


def test_any_practice_is_chosen_among_the_routines(begin: Begin, window: MainWindow, fakes: FakeRooms) -> None:
    reminding = begin(ANY)
    reminding.start("")
    assert in_sight(window, fakes) == "routines"
    reminding.start("deleted since")
    assert in_sight(window, fakes) == "routines"
    assert sessions(fakes) == []


def test_a_disk_that_cannot_be_read_is_told_when_a_reminder_is_begun(
    begin: Begin, context: Context, fakes: FakeRooms, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_routine: str) -> None:
        raise WorldError("The log cannot be read.")

    reminding, heard = begin(KNEES), said(context)
    monkeypatch.setattr(context.shelf, "routine", refuse)
    reminding.start("knee-pain-press")
    assert [(it.text, it.kind) for it in heard] == [("The log cannot be read.", "caution")]
    assert sessions(fakes) == []


def test_a_session_under_way_is_not_left_for_another(begin: Begin, fakes: FakeRooms) -> None:
    reminding = begin(KNEES)
    reminding.start("knee-pain-press")
    reminding.start("morning-balance")
    reminding.look_at("morning-balance")
    assert sessions(fakes) == ["knee-pain-press"]


def test_during_a_session_nothing_is_said_and_what_it_did_not_do_is_said_after(
    begin: Begin, context: Context, clock: Clock, window: MainWindow, fakes: FakeRooms
) -> None:
    other = Reminder(id="c", routine="morning-balance", when=AtTimes((time(9, 45),)))
    reminding, heard = begin(KNEES, other), said(context)
    done = practise(context, "knee-pain-press")
    reminding.start("knee-pain-press")
    clock.move(minutes=20)
    look(reminding)
    window.session_over.emit(done)
    assert heard == []
    window._come_back()
    assert [line.text for line in heard] == ["Morning balance. Start when it suits you."]


def test_a_window_that_stays_in_the_tray_is_hidden_when_it_closes(
    begin: Begin, window: MainWindow, has_tray: list[bool]
) -> None:
    reminding = begin(stay_in_tray=True)
    assert not window.close()
    assert not window.isVisible()
    assert not QApplication.quitOnLastWindowClosed()
    reminding.open()
    assert window.isVisible()
    reminding.let_go()
    assert window.close()
    assert QApplication.quitOnLastWindowClosed()


def test_without_a_tray_a_window_that_closes_is_closed(begin: Begin, window: MainWindow, has_tray: list[bool]) -> None:
    has_tray[0] = False
    reminding = begin(stay_in_tray=True)
    assert window.close()
    assert QApplication.quitOnLastWindowClosed()
    assert reminding._tray is not None
    reminding._tray.close()


def test_a_session_never_goes_on_unseen(begin: Begin, window: MainWindow, has_tray: list[bool]) -> None:
    reminding = begin(stay_in_tray=True)
    reminding.start("knee-pain-press")
    event = QCloseEvent()
    assert not reminding.eventFilter(window, event)
    assert QApplication.quitOnLastWindowClosed()


def test_the_tray_goes_when_it_is_no_longer_wanted(begin: Begin, context: Context, has_tray: list[bool]) -> None:
    reminding = begin(stay_in_tray=True)
    assert reminding._tray is not None
    context.preferences.update(stay_in_tray=False)
    assert reminding._tray is None


def test_the_tray_offers_the_favourites_and_a_pause(
    begin: Begin, context: Context, has_tray: list[bool], fakes: FakeRooms
) -> None:
    reminding = begin(KNEES, stay_in_tray=True)
    context.shelf.set_favourite("morning-balance", True)
    assert reminding._tray is not None
    words = [it.text() for it in reminding._tray.menu.actions() if not it.isSeparator()]
    assert words == ["Open acutimer", "Start Morning balance", "No reminders today", "Quit acutimer"]
    reminding._tray.paused.emit(True)
    assert reminding._scheduler is not None
    assert reminding._scheduler.is_paused
    assert any(it.isChecked() for it in reminding._tray.menu.actions())
    reminding._tray.paused.emit(False)
    assert not reminding._scheduler.is_paused
    reminding._tray.started.emit("morning-balance")
    assert sessions(fakes) == ["morning-balance"]


def test_begun_in_the_background_the_window_is_made_when_it_is_wanted(
    begin: Begin, window: MainWindow, has_tray: list[bool], fakes: FakeRooms
) -> None:
    reminding = begin(KNEES, is_shown=False, in_background=True)
    assert not window.isVisible()
    assert fakes.built == {}
    reminding.start("knee-pain-press")
    spin()
    assert window.isVisible()
    assert sessions(fakes) == ["knee-pain-press"]


def test_begun_in_the_background_without_a_tray_it_is_a_minimised_window(
    begin: Begin, window: MainWindow, has_tray: list[bool]
) -> None:
    has_tray[0] = False
    reminding = begin(KNEES, is_shown=False, in_background=True)
    assert not window.isVisible()
    assert reminding._tray is not None
    reminding._tray.missing.emit()
    assert window.isMinimized()
    reminding.open()
    assert not window.isMinimized()
    reminding._tray.close()


def test_where_notices_need_an_icon_one_is_there_until_the_window_is_used(
    begin: Begin, window: MainWindow, has_tray: list[bool], clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QSystemTrayIcon, "supportsMessages", staticmethod(lambda: True))
    shown: list[str] = []
    monkeypatch.setattr(QSystemTrayIcon, "showMessage", lambda _icon, heading, *_: shown.append(heading))
    reminding = begin(KNEES, is_shown=False)
    clock.move(minutes=15)
    look(reminding)
    assert shown == ["Knee-pain press"]
    assert reminding._passing is not None
    window.show()
    window.activateWindow()
    spin()
    assert reminding._passing is None


def test_quitting_from_the_tray_closes_the_window(
    begin: Begin, window: MainWindow, has_tray: list[bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    ended: list[bool] = []
    monkeypatch.setattr(QApplication, "quit", staticmethod(lambda: ended.append(True)))
    reminding = begin(stay_in_tray=True)
    assert reminding._tray is not None
    reminding._tray.left.emit()
    assert ended == [True]
    assert not window.isVisible()


def test_the_entry_for_login_follows_the_program(begin: Begin, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    from acutimer.ui.reminding.autostart import Autostart

    Autostart(command=("/old/place",)).set_on(True)
    begin(start_at_login=True)
    assert "/old/place" not in (tmp_path / "autostart" / "acutimer.desktop").read_text(encoding="utf-8")
