"""The one calm line about a fault, and what "Copy details" copies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from acutimer.mishaps.deadly import Report
    from acutimer.mishaps.fault import Fault
    from acutimer.ui.messages import Messages

MOST_SHARED = 5  # faults that are copied; what comes after the first ones mostly follows from them


class Telling(QObject):
    """Tells faults in the window, once it stands. `tell` may be called in any thread."""

    _arrived = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._messages: Messages | None = None
        self._came, self._said = 0, 0
        self._waiting: list[str] = []
        self._shared: list[str] = []
        self._arrived.connect(self._take, Qt.ConnectionType.QueuedConnection)  # not in the middle of a paint event

    @property
    def has_untold(self) -> bool:
        """Whether there was something to tell and no window to be seen, not yet or not any more."""
        return self._came > self._said

    @property
    def details(self) -> str:
        """What may be shown to others of all there was, the first ones first."""
        from acutimer.ui.crash.surroundings import details_of

        return details_of(self._shared)

    def tell(self, fault: Fault) -> None:
        """Tell a fault as soon as the window's own thread comes to it."""
        self._came += 1
        self._arrived.emit(fault)

    def tell_of_last_time(self, report: Report) -> None:
        """Tell that the process before this one was ended by a signal; before the window stands."""
        from acutimer.mishaps.sharing import shared_report

        self._share(f"{report.at.isoformat(timespec='seconds')}, it ended by a signal\n{shared_report(report.text)}")
        self._came += 1
        self._waiting.append(
            QCoreApplication.translate("Crash", "Last time acutimer ended unexpectedly. What you did is kept.")
        )

    def settle(self, messages: Messages) -> None:
        """The window listens to `messages`."""
        self._messages = messages
        while self._waiting:
            self._say(self._waiting.pop(0), messages)

    def _take(self, fault: Fault) -> None:
        self._share(fault.shared)
        ours = QCoreApplication.translate("Crash", "Something went wrong in acutimer. What you did is kept.")
        words = fault.told or ours
        if self._messages is None:
            self._waiting.append(words)
        else:
            self._say(words, self._messages)

    def _share(self, text: str) -> None:
        if len(self._shared) < MOST_SHARED:
            self._shared.append(text)

    def _say(self, words: str, messages: Messages) -> None:
        self._said += any(window.isVisible() for window in QGuiApplication.topLevelWindows())
        action = QCoreApplication.translate("Crash", "Copy details")
        messages.say(words, "caution", action=action, do=lambda: self._copy(messages))

    def _copy(self, messages: Messages) -> None:
        QGuiApplication.clipboard().setText(self.details)
        messages.say(QCoreApplication.translate("Crash", "Copied: where it went wrong, and nothing that you wrote."))
