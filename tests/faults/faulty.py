"""Things that fail by a fault of our own, each in a kind of place that a program with a window has."""

import threading

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRunnable, QThread
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget


class PlantedError(Exception):
    """A fault of our own, by the name of its place."""


def fail(place: str) -> None:
    """Raise it; each place in a line of its own would be the same fault, so the kind has the place's name."""
    raise type(f"{place.title().replace(' ', '')}Error", (PlantedError,), {})(place)


class Faulty(QWidget):
    """Raises wherever it is asked to."""

    where = ""

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        if self.where == "paint event":
            fail("paint event")

    def event(self, event: QEvent) -> bool:
        if self.where == "event" and event.type() == QEvent.Type.User:
            fail("event")
        return super().event(event)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if self.where == "event filter" and event.type() == QEvent.Type.User:
            fail("event filter")
        return False

    def hit(self, where: str) -> None:
        """Raise there, soon."""
        self.where = where
        self.update()
        QCoreApplication.postEvent(self, QEvent(QEvent.Type.User))


class Running(QRunnable):
    """A work of a pool of Qt's."""

    def run(self) -> None:
        fail("runnable")


class Threaded(QThread):
    """A thread of Qt's."""

    def run(self) -> None:
        fail("thread of qt")


class Falling:
    """Raises as it is put away."""

    def __del__(self) -> None:
        fail("putting away")


def thread_of_python() -> None:
    """As the one the voice lives in."""
    threading.Thread(target=fail, args=("thread of python",)).start()
