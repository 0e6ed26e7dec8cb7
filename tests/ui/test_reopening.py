import os
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from acutimer.ui.context import Context
from acutimer.ui.kit.focus import BY_KEYS
from acutimer.ui.messages import Message
from acutimer.ui.reopening import NOTE, OpenedAgain, command, follow_choices, open_again, rescaled
from acutimer.ui.taken_at_start import AtStart, TakenAtStart
from acutimer.ui.window import MainWindow
from tests.ui.fake_rooms import FakeRooms


@pytest.fixture(autouse=True)
def nothing_noted(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.delenv(NOTE, raising=False)
    yield
    os.environ.pop(NOTE, None)


@pytest.fixture
def window(context: Context, fakes: FakeRooms, qtbot: QtBot) -> MainWindow:
    context.preferences.update(welcomed=True, text_percent=115, mini=(10, 20, 320, 120))
    window = MainWindow(context, fakes.rooms)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.settled):
        window.show()
    return window


@pytest.fixture
def ended() -> list[str]:
    return []


@pytest.fixture
def sizes(context: Context, window: MainWindow, ended: list[str]) -> Iterator[TakenAtStart]:
    def end() -> None:
        ended.append("ended")
        window.close()

    sizes = follow_choices(window, context.preferences, AtStart(115, ""), end)
    yield sizes
    sizes.close()


def come_to_rest(sizes: TakenAtStart) -> None:
    (rest,) = sizes.findChildren(QTimer)
    assert rest.isActive()
    rest.stop()
    rest.timeout.emit()


def said(context: Context) -> list[Message]:
    heard: list[Message] = []
    context.messages.said.connect(heard.append)
    return heard


@pytest.mark.parametrize(
    "left",
    [
        OpenedAgain(AtStart(115, ""), True, False, False, "larger_text"),
        OpenedAgain(AtStart(100, "zh-Hans"), False, False, False, ""),
    ],
)
def test_what_is_left_to_the_next_window_is_taken_once(left: OpenedAgain) -> None:
    left.leave()
    assert OpenedAgain.take() == left
    assert OpenedAgain.take() is None


@pytest.mark.parametrize("note", ["", "100", "large 0 0 0 x", "1 2 3 4 5 6 7"])
def test_a_note_of_somebody_elses_is_none(monkeypatch: pytest.MonkeyPatch, note: str) -> None:
    monkeypatch.setenv(NOTE, note)
    assert OpenedAgain.take() is None


def test_a_windows_place_keeps_its_size_on_the_screen() -> None:
    assert rescaled((100, 60, 1280, 800), 0.5, QPoint(0, 0)) == (50, 30, 640, 400)
    assert rescaled((1380, 60, 640, 400), 2.0, QPoint(1280, 0)) == (1480, 120, 1280, 800)
    assert rescaled((), 0.5, QPoint(0, 0)) == ()


def test_another_size_closes_the_window_and_keeps_where_it_was(
    context: Context, window: MainWindow, sizes: TakenAtStart, ended: list[str]
) -> None:
    window.setGeometry(0, 0, 1000, 600)
    context.preferences.update(text_percent=200)
    come_to_rest(sizes)
    assert ended == ["ended"]
    value = context.preferences.value
    assert value.window[2:] == (575, 345)
    assert value.mini == (6, 12, 184, 69)
    assert OpenedAgain.take() == OpenedAgain(AtStart(115, ""), False, False, False, "")


def test_what_is_not_saved_yet_puts_it_off_to_the_next_start(
    context: Context, sizes: TakenAtStart, ended: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(MainWindow, "is_free", False)
    heard = said(context)
    context.preferences.update(text_percent=200)
    come_to_rest(sizes)
    assert ended == []
    assert "the next time" in heard[-1].text
    assert context.preferences.value.text_percent == 200


def test_the_window_that_opens_says_so_and_offers_the_way_back(context: Context, window: MainWindow) -> None:
    OpenedAgain(AtStart(100, ""), False, False, False, "").leave()
    heard = said(context)
    sizes = follow_choices(window, context.preferences, AtStart(115, ""), lambda: None)
    (message,) = heard
    assert (message.text, message.action) == ("Text size: 115\u00a0%.", "Back to 100\u00a0%")
    assert message.do is not None
    message.do()
    assert context.preferences.value.text_percent == 100
    sizes.close()


def test_another_language_closes_the_window(context: Context, sizes: TakenAtStart, ended: list[str]) -> None:
    context.preferences.update(language="de")
    come_to_rest(sizes)
    assert ended == ["ended"]
    assert OpenedAgain.take() == OpenedAgain(AtStart(115, ""), False, False, False, "")


@pytest.mark.parametrize(("had", "back"), [("zh-Hans", "Back to 简体中文"), ("", "Back to the language of the system")])
def test_the_window_in_another_language_offers_the_way_back(
    context: Context, window: MainWindow, had: str, back: str
) -> None:
    context.preferences.update(language="en")
    OpenedAgain(AtStart(115, had), False, False, False, "language").leave()
    heard = said(context)
    choices = follow_choices(window, context.preferences, AtStart(115, "en"), lambda: None)
    (message,) = heard
    assert (message.text, message.action) == ("Language: English.", back)
    assert message.do is not None
    message.do()
    assert context.preferences.value.language == had
    choices.close()


def test_the_keyboard_is_where_it_was_and_the_window_as_large(context: Context, window: MainWindow) -> None:
    button = QWidget(window)
    button.setObjectName("larger_text")
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.show()
    window.setProperty(BY_KEYS, True)
    button.setFocus()
    left = OpenedAgain.left_by(window, AtStart(100, ""))
    assert left == OpenedAgain(AtStart(100, ""), True, False, False, "larger_text")
    button.clearFocus()
    left._replace(is_maximized=True).leave()
    follow_choices(window, context.preferences, AtStart(115, ""), lambda: None).close()
    assert window.focusWidget() is button
    assert window.isMaximized()


@pytest.mark.parametrize(
    ("orig", "argv", "again"),
    [
        (["python3", "-m", "acutimer"], ["/x/acutimer/__main__.py"], ["-m", "acutimer"]),
        (["python3", "-m", "acutimer", "--start", "a"], ["/x/__main__.py", "--start", "a"], ["-m", "acutimer"]),
        (["/v/bin/python", "-X", "dev", "/v/bin/acutimer"], ["/v/bin/acutimer"], ["-X", "dev", "/v/bin/acutimer"]),
    ],
)
def test_it_is_opened_as_it_was_but_begins_no_routine_again(
    monkeypatch: pytest.MonkeyPatch, orig: list[str], argv: list[str], again: list[str]
) -> None:
    monkeypatch.setattr(sys, "orig_argv", orig)
    monkeypatch.setattr(sys, "argv", argv)
    assert command() == [sys.executable, *again]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert command() == [sys.executable]


def test_where_a_process_cannot_become_another_one_is_started(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[list[str]] = []
    monkeypatch.setattr(os, "name", "nt")
    monkeypatch.setattr("subprocess.Popen", started.append)
    assert open_again() == 0
    assert started == [command()]
