"""Every test of the kit begins in the light set and leaves the program as it was."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from acutimer.ui.kit.layout import row
from acutimer.ui.kit.tokens import LIGHT, dress

Show = Callable[..., QWidget]


@pytest.fixture(autouse=True)
def begun_in_light(qapp: QApplication) -> Iterator[None]:
    before = qapp.palette()
    dress(qapp, LIGHT)
    yield
    qapp.setPalette(before)


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    """Puts controls side by side into an active window and returns the window."""

    def shown(*controls: QWidget) -> QWidget:
        window = QWidget()
        qtbot.addWidget(window, before_close_func=lambda _: window.hide())  # this keeps it until then, too
        holder = row(*controls, spacing=20, margins=20, parent=QWidget(window))
        holder.resize(holder.sizeHint())
        window.resize(holder.size())
        window.show()
        window.activateWindow()
        QApplication.processEvents()  # only now is it the active one, and gives its first control the focus
        if (first := window.focusWidget()) is not None:
            first.clearFocus()
        return window

    return shown
