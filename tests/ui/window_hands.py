"""What the tests of the window do with it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from acutimer.core.fitting import plan
from acutimer.core.planning import Plan
from acutimer.ui.context import Context
from acutimer.ui.window import MainWindow
from tests.ui.fake_rooms import FakeRooms
from tests.unprofiled import UNPROFILED

Open = Callable[..., MainWindow]


def settle(window: MainWindow) -> None:
    """Show the window and let its first frame and all that follows it happen."""
    has_settled: list[bool] = []
    window.settled.connect(lambda: has_settled.append(True))
    window.show()
    window.activateWindow()
    for _ in range(20):
        QApplication.processEvents()
    assert has_settled == [True]


def laid_out(context: Context, routine: str = "knee-pain-press") -> Plan:
    return plan(context.library.routine(routine), context.preferences.value.choices(), UNPROFILED)


def in_sight(window: MainWindow, fakes: FakeRooms) -> str:
    """The name of the screen that shows."""
    return next(name for name, widget in fakes.built.items() if widget is window._stack.currentWidget())


def press(window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(window, key, modifier)
