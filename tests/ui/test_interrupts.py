import os
import signal

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from acutimer.ui.interrupts import Interrupts


@pytest.mark.parametrize("kind", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_reaches_the_window_while_qt_waits(qtbot: QtBot, kind: signal.Signals) -> None:
    told: list[int] = []
    before = signal.getsignal(kind)
    interrupts = Interrupts(told.append)
    os.kill(os.getpid(), kind)
    for _ in range(20):
        QApplication.processEvents()
    interrupts.close()
    assert told == [kind]
    assert signal.getsignal(kind) is before
    assert signal.set_wakeup_fd(-1) == -1
