"""The program at work in this process, on clocks moved by hand: where a walk through it holds on to."""

from collections.abc import Callable, Iterator
from typing import TypeVar

from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import getAllValidWrappers

from acutimer.ui.context import Context
from acutimer.ui.window import MainWindow
from tests.soak.hands_of_time import Hands

Walk = Iterator[None]
"""What is done in the window, a turn of its loop after each `yield`."""
Visit = Callable[["House"], Walk]
"""Opens something and leaves it as it was."""
PATIENCE_MS = 5
Part = TypeVar("Part", bound=QWidget)


class House:
    """The window, and what one does to it."""

    def __init__(self, window: MainWindow, hands: Hands) -> None:
        self.window, self.hands = window, hands
        self._parts: dict[type[QWidget], QWidget] = {}

    @property
    def context(self) -> Context:
        """What the window shares out."""
        return self.window._context

    def go_to(self, place: str, kind: type[Part]) -> Part:
        """Show a place of the window, and return it."""
        self.window.show_place(place)
        if kind not in self._parts:
            (self._parts[kind],) = self.window.findChildren(kind)
        return self._parts[kind]  # type: ignore[return-value]  # it is kept by its class

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the keyboard is."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifiers)

    def type(self, words: str) -> None:
        """Type where the keyboard is."""
        QTest.keyClicks(QApplication.focusWidget() or self.window, words)

    def until(self, holds: Callable[[], bool]) -> Walk:
        """Let the loop turn until what goes on in other threads has come to that."""
        while not holds():
            self._wait_a_little()
            yield

    def settle(self) -> Walk:
        """Let messages go, and everything be drawn."""
        self.window.bar.dismiss_all()
        for _ in range(3):
            yield
            yield from self.until(lambda: not any(pool.activeThreadCount() for pool in self._pools))
        for pool in self._pools:
            pool.waitForDone()  # its idle threads leave now, not half a minute later

    @property
    def _pools(self) -> list[QThreadPool]:
        made = (it for it in getAllValidWrappers() if isinstance(it, QThreadPool))
        return [*made, QThreadPool.globalInstance()]

    def _wait_a_little(self) -> None:
        """Leave the processor to the other threads; what they tell comes with the next turn."""
        for pool in self._pools:
            pool.waitForDone(PATIENCE_MS)
