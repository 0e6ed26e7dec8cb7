import os
import signal

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from acutimer.ui.ending import hear_signals
from acutimer.ui.interrupts import Interrupts


@pytest.fixture
def ended(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What happened at the end, in its order."""
    order: list[str] = []
    monkeypatch.setattr(QApplication, "quit", lambda *_: order.append("quit"))
    return order


def test_a_signal_lets_the_tray_go_before_the_window_closes(qtbot: QtBot, ended: list[str]) -> None:
    app = QCoreApplication.instance()
    assert isinstance(app, QApplication)
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    stopped: list[int] = []

    def let_go() -> None:
        ended.append(f"let go, seen: {window.isVisible()}")

    hear_signals(app, window, let_go, stopped)
    end = hear_signals(app, window, let_go, stopped)  # a second time it listens no second time
    (interrupts,) = app.findChildren(Interrupts)
    os.kill(os.getpid(), signal.SIGTERM)
    qtbot.waitUntil(lambda: bool(stopped))
    assert stopped == [signal.SIGTERM]
    assert ended == ["let go, seen: True", "quit"]
    end(5)
    assert stopped == [signal.SIGTERM, 5]
    interrupts.close()
    interrupts.setParent(None)
