"""How the program ends when it is not by the window's own button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from acutimer.ui.interrupts import Interrupts

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication, QWidget


def hear_signals(
    app: QApplication, window: QWidget, let_go: Callable[[], None], stopped: list[int]
) -> Callable[[int], None]:
    """End at the system's signals, and whenever what is returned is called with a number; `stopped` gets it.

    `let_go` is called before the window closes, so that it does not stay in the tray.
    """

    def end(number: int) -> None:
        stopped.append(number)
        let_go()
        window.close()
        app.quit()

    if not app.findChildren(Interrupts):  # a program begun in the background hears them already
        app.aboutToQuit.connect(Interrupts(end, app).close)
    return end
