"""A child of `bench`: shows an empty window, or the program's, and tells the moments that count.

    starts.py empty|program|session quit|stay

Writes "painted" once the first frame is on the screen and "settled" once the first place is; with `stay` it then
goes on until it is ended.
"""

import sys

from PySide6.QtCore import QTimer, SignalInstance
from PySide6.QtWidgets import QApplication, QWidget

ROUTINE = "balance-points"


class Teller:
    """Writes each moment for the parent, after the frame it belongs to, and ends the program at the last if `quits`."""

    def __init__(self, *, quits: bool) -> None:
        self._quits = quits

    def watch(self, signal: SignalInstance, moment: str, *, last: bool) -> None:
        """Tell `moment` when `signal` comes."""
        signal.connect(lambda: QTimer.singleShot(0, lambda: self._tell(moment, last=last)))

    def _tell(self, moment: str, *, last: bool) -> None:
        print(moment, flush=True)
        if last and self._quits:
            QApplication.quit()


def show_empty(teller: Teller) -> int:
    """An empty window of the program's size."""
    from acutimer.ui.first_paint import FirstPaint

    application = QApplication(sys.argv[:1])
    window = QWidget()
    window.resize(1280, 800)
    teller.watch(FirstPaint(window).painted, "painted", last=True)
    window.show()
    return application.exec()


def show_program(teller: Teller, routine: str | None) -> int:
    """The program itself, as its command starts it."""
    from acutimer.ui.first_paint import FirstPaint
    from acutimer.ui.window import MainWindow

    build = MainWindow.__init__

    def watched(window: MainWindow, *given: object) -> None:
        build(window, *given)  # type: ignore[arg-type]  # handed on as it came
        teller.watch(FirstPaint(window).painted, "painted", last=False)
        teller.watch(window.settled, "settled", last=True)

    MainWindow.__init__ = watched  # type: ignore[method-assign,assignment]  # only here, to look on
    from acutimer.__main__ import main

    sys.argv[1:] = ["--start", routine] if routine else []
    return main()


if __name__ == "__main__":
    what, then = sys.argv[1:3]
    told = Teller(quits=then == "quit")
    sys.exit(show_empty(told) if what == "empty" else show_program(told, ROUTINE if what == "session" else None))
