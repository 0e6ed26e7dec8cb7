"""Keeps the screen on while a session runs: eyes may be two metres away, and both hands on the knee."""

import sys
from typing import Protocol

from PySide6.QtCore import QObject


class Keeper(Protocol):
    """One system's way of keeping the screen on."""

    def hold(self, why: str) -> None:
        """Keep the screen on. Asked a second time, it only makes sure that the first is still known."""
        ...  # pragma: no cover

    def release(self) -> None:
        """Let the screen go off again."""
        ...  # pragma: no cover

    def close(self) -> None:
        """Release, and leave nothing behind."""
        ...  # pragma: no cover


class Awake(QObject):
    """Asks the system to keep the screen on. Nothing here waits, and nothing raises: without a way it does nothing.

    If the program crashes, the system itself lets the screen go: the bus, Windows and macOS notice that we are gone.
    """

    def __init__(self, parent: QObject | None = None, keeper: Keeper | None = None) -> None:
        """`keeper` is for tests; without it, that of this system is found at the first `hold`."""
        super().__init__(parent)
        self._keeper = keeper

    def hold(self, why: str) -> None:
        """Keep the screen on; `why` is shown to those who ask the desktop what keeps it on. Twice is once."""
        if self._keeper is None:
            self._keeper = keeper_for(sys.platform, self)
        self._keeper.hold(why)

    def release(self) -> None:
        """Let the screen go off again."""
        if self._keeper is not None:
            self._keeper.release()

    def close(self) -> None:
        """Release, and leave the bus; `hold` would begin anew."""
        if self._keeper is not None:
            self._keeper.close()


def keeper_for(platform: str, parent: QObject) -> Keeper:
    """The way of `platform`, as `sys.platform` names it."""
    if platform == "win32":
        from acutimer.ui.session.desktop.awake_windows import WindowsKeeper

        return WindowsKeeper()
    if platform == "darwin":
        from acutimer.ui.session.desktop.awake_mac import MacKeeper

        return MacKeeper()
    from acutimer.ui.session.desktop.awake_bus import BusKeeper

    return BusKeeper(parent)
