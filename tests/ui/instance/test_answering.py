"""What the window does with a later start."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from acutimer.core.errors import WorldError
from acutimer.ui.context import Context
from acutimer.ui.instance.answering import Answering
from acutimer.ui.instance.wishes import Answer, Wish
from acutimer.ui.messages import Message
from acutimer.ui.reminding.reminding import Reminding
from acutimer.ui.window import MainWindow
from tests.ui.fake_rooms import FakeRooms
from tests.ui.practice import make_context

# the offscreen screen says so of what it cannot do
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", r"support raise\(\)")

KNEES, BALANCE = Wish("knee-pain-press"), Wish("morning-balance")


@pytest.fixture
def context(tmp_path: Path, qtbot: QtBot) -> Iterator[Context]:
    context = make_context(tmp_path)
    yield context
    context.figures.close()


@pytest.fixture
def window(context: Context, fakes: FakeRooms, qtbot: QtBot) -> MainWindow:
    window = MainWindow(context, fakes.rooms)
    qtbot.addWidget(window, before_close_func=lambda _: window.hide())
    return window


@pytest.fixture
def hidden(context: Context, window: MainWindow) -> Iterator[Answering]:
    """The window was begun in the background, and has not been shown yet."""
    reminding = Reminding(context, window, is_settled=False)
    yield Answering(context, window, reminding)
    reminding.close()


@pytest.fixture
def answering(hidden: Answering, window: MainWindow) -> Answering:
    """The window stands."""
    window.show()
    spin()
    return hidden


def spin() -> None:
    for _ in range(20):
        QApplication.processEvents()


def said(context: Context) -> list[Message]:
    heard: list[Message] = []
    context.messages.said.connect(heard.append)
    return heard


def begun(fakes: FakeRooms) -> list[str]:
    return [plan.routine.id for plan in fakes.built["session"].begun] if "session" in fakes.built else []


def test_a_window_that_is_minimised_or_hidden_comes_to_the_front(answering: Answering, window: MainWindow) -> None:
    window.showMinimized()
    assert answering(Wish()) == Answer()
    assert window.isVisible()
    assert not window.isMinimized()
    window.hide()
    assert answering(Wish()) == Answer()
    assert window.isVisible()


def test_a_routine_begins_there(answering: Answering, fakes: FakeRooms) -> None:
    assert answering(KNEES) == Answer()
    assert begun(fakes) == ["knee-pain-press"]


def test_in_the_background_it_begins_as_soon_as_the_window_stands(
    hidden: Answering, window: MainWindow, fakes: FakeRooms
) -> None:
    assert hidden(KNEES) == Answer()
    spin()
    assert window.isVisible()
    assert begun(fakes) == ["knee-pain-press"]


def test_a_session_is_not_left_for_another(
    answering: Answering, context: Context, window: MainWindow, fakes: FakeRooms
) -> None:
    answering(KNEES)
    heard = said(context)
    window.showMinimized()
    answer = answering(BALANCE)
    assert answer.code == 3
    assert [message.text for message in heard] == [answer.line]
    assert "a session has the window" in answer.line
    assert not window.isMinimized()
    assert begun(fakes) == ["knee-pain-press"]
    assert answering(Wish()) == Answer()


def test_a_form_that_is_not_saved_is_not_left(
    answering: Answering, context: Context, fakes: FakeRooms, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(MainWindow, "is_free", False)
    heard = said(context)
    answer = answering(BALANCE)
    assert answer.code == 3
    assert [message.text for message in heard] == [answer.line]
    assert "not saved yet" in answer.line
    assert begun(fakes) == []


def test_an_unknown_routine_is_named_and_the_window_left_where_it_is(answering: Answering, window: MainWindow) -> None:
    window.showMinimized()
    answer = answering(Wish("morning-balanc"))
    assert answer.code == 1
    assert "Did you mean morning-balance" in answer.line
    assert window.isMinimized()


def test_a_routine_brought_in_beside_the_window_is_found(
    answering: Answering, context: Context, tmp_path: Path, fakes: FakeRooms
) -> None:
    from dataclasses import replace

    context.shelf.all()
    beside = make_context(tmp_path)
    beside.shelf.save(replace(context.library.routines["morning-balance"], id="own-0123456789ab", name="Mine"))
    beside.figures.close()
    assert answering(Wish("own-0123456789ab")) == Answer()
    assert begun(fakes) == ["own-0123456789ab"]


def test_a_disk_that_cannot_be_read_is_told(
    answering: Answering, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_routine: str) -> None:
        raise WorldError("The log cannot be read.")

    monkeypatch.setattr(context.shelf, "routine", refuse)
    assert answering(KNEES) == Answer(3, "The log cannot be read.")


def test_what_the_desktop_gave_is_there_for_qt_and_then_gone(
    answering: Answering, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = ("XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID")
    found: list[tuple[str | None, ...]] = []
    monkeypatch.setattr(MainWindow, "activateWindow", lambda _window: found.append(tuple(map(os.environ.get, names))))
    answering(Wish(activation="kwin-7", startup="id_TIME12"))
    answering(Wish())
    assert found == [("kwin-7", "id_TIME12"), (None, None)]
    assert not any(name in os.environ for name in names)
