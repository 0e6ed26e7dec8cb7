"""The window with places that do nothing, on a history of its own."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from acutimer.ui.context import Context
from acutimer.ui.window import MainWindow
from tests.ui.fake_rooms import FakeRooms
from tests.ui.practice import make_context
from tests.ui.window_hands import Open, settle


@pytest.fixture
def context(tmp_path: Path, qtbot: QtBot) -> Iterator[Context]:
    context = make_context(tmp_path)
    yield context
    context.figures.close()


@pytest.fixture
def fakes() -> FakeRooms:
    return FakeRooms()


@pytest.fixture
def opened(context: Context, fakes: FakeRooms, qtbot: QtBot) -> Open:
    """Opens the window and lets it settle."""

    def open_window(given: Context | Callable[[], Context] | None = None) -> MainWindow:
        window = MainWindow(given or context, fakes.rooms)
        qtbot.addWidget(window, before_close_func=lambda _: window.hide())  # this keeps it until then, too
        settle(window)
        return window

    return open_window
