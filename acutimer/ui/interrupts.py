"""Ctrl-C in the terminal, and a request to end from the system: both close the window as its own button would."""

import signal
import socket
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier


class Interrupts(QObject):
    """Calls `end` with the signal's number. Python alone would notice only at the next line it runs."""

    def __init__(self, end: Callable[[int], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._end = end
        self._reader, self._writer = socket.socketpair()
        for end_of_pair in (self._reader, self._writer):
            end_of_pair.setblocking(False)
        signal.set_wakeup_fd(self._writer.fileno(), warn_on_full_buffer=False)
        self._before = {kind: signal.signal(kind, _awake) for kind in (signal.SIGINT, signal.SIGTERM)}
        self._notifier = QSocketNotifier(self._reader.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._tell)

    def close(self) -> None:
        """Listen no more; signals do again what they did before."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(-1)
        for kind, handler in self._before.items():
            signal.signal(kind, handler)
        self._reader.close()
        self._writer.close()

    def _tell(self) -> None:
        for number in self._reader.recv(64):
            self._end(number)


def _awake(_number: int, _frame: object) -> None:
    """Python needs a handler to write to the socket; the reading end does the work."""
