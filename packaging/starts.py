"""A child of `bench`: shows an empty window, a bare widget, or the program's window, and tells the moments that count.

    starts.py empty|pulse|label|program|press|steady|reps|minimised|mini quit|stay

`pulse` and `label` are the least a session could cost: a pulse that swells at 30 pictures a second, a number that
changes four times a second, each alone in a window. `press` and what follows is the program in a session: pressing and
letting go, a steady press, heel raises, a press in a minimised window, a press in the small window.
Writes "painted" once the first frame is on the screen and "settled" once the first place, or the session, is there;
with `stay` it then goes on until it is ended.
"""

import math
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt, QTimer, SignalInstance
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget

if TYPE_CHECKING:
    from acutimer.core.planning import Plan
    from acutimer.ui.window import MainWindow

SESSIONS = ("press", "steady", "reps", "minimised", "mini")
SIZE_PX = (1280, 800)
PULSE_MS, LABEL_MS = 33, 250


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


class Pulse(QWidget):
    """Discs that swell and shrink, and nothing else."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setGeometry(300, 300, 120, 120)
        self._frame = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._step)
        self._timer.start(PULSE_MS)

    def _step(self) -> None:
        self._frame += 1
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        """Three discs."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), QColor("white"))
        painter.setPen(Qt.PenStyle.NoPen)
        swell = 10 * math.sin(self._frame / 5)
        for reach, alpha in ((45, 40), (32, 60), (17, 255)):
            painter.setBrush(QColor(190, 63, 18, alpha))
            painter.drawEllipse(QPointF(60, 60), reach + swell, reach + swell)
        painter.end()


def show_bare(teller: Teller, what: str) -> int:
    """An empty window of the program's size, or one with a bare widget in it."""
    from acutimer.ui.first_paint import FirstPaint

    application = QApplication(sys.argv[:1])
    window = QWidget()
    window.resize(*SIZE_PX)
    if what == "pulse":
        Pulse(window)
    elif what == "label":
        _count(window)
    teller.watch(FirstPaint(window).painted, "painted", last=True)
    window.show()
    return application.exec()


def _count(window: QWidget) -> None:
    """Big digits in a window, another number four times a second."""
    label = QLabel("0:00", window)
    large = QFont()
    large.setPixelSize(140)
    label.setFont(large)
    label.setGeometry(680, 280, 560, 150)
    timer, count = QTimer(window), iter(range(1_000_000))
    timer.timeout.connect(lambda: label.setText(f"1:{next(count) % 60:02}"))
    timer.start(LABEL_MS)


def show_program(teller: Teller, session: str | None) -> int:
    """The program itself, as its command starts it; with `session`, one of `SESSIONS`, that is begun."""
    from acutimer.ui.first_paint import FirstPaint
    from acutimer.ui.window import MainWindow

    build = MainWindow.__init__

    def watched(window: MainWindow, *given: object) -> None:
        build(window, *given)  # type: ignore[arg-type]  # handed on as it came
        teller.watch(FirstPaint(window).painted, "painted", last=False)
        if session is not None:
            window.settled.connect(lambda: QTimer.singleShot(0, lambda: _begin(window, session)))
        teller.watch(window.settled, "settled", last=True)

    MainWindow.__init__ = watched  # type: ignore[method-assign,assignment]  # only here, to look on
    from acutimer.__main__ import main

    sys.argv[1:] = []
    return main()


def _begin(window: "MainWindow", session: str) -> None:
    window.start(_plan(session))
    if session == "minimised":
        window.showMinimized()
    elif session == "mini":
        from acutimer.ui.session.stage.foot import Foot

        for foot in window.findChildren(Foot):
            foot.mini.click()


def _plan(session: str) -> "Plan":
    """Two minutes of one practice."""
    from acutimer import paths
    from acutimer.content.library import load_library
    from acutimer.core.planning import Phase, PhaseKind, Plan
    from acutimer.core.routines import Cadence, Tempo
    from acutimer.core.sides import Side

    if session == "reps":
        practice = Phase(
            kind=PhaseKind.REPS,
            step=0,
            seconds=120,
            subject="heel-raises",
            side=Side.BOTH,
            reps=20,
            tempo=Tempo(2, 1, 3),
        )
        routine = "daily-strength"
    else:
        cadence = None if session == "steady" else Cadence(5, 2)
        practice = Phase(kind=PhaseKind.PRESS, step=0, seconds=120, subject="ST36", side=Side.LEFT, cadence=cadence)
        routine = "post-workout-recovery"
    library = load_library(paths.resources() / "content" / "en")
    return Plan(library.routine(routine), (practice,))


if __name__ == "__main__":
    what, then = sys.argv[1:3]
    told = Teller(quits=then == "quit")
    if what in ("empty", "pulse", "label"):
        sys.exit(show_bare(told, what))
    sys.exit(show_program(told, what if what in SESSIONS else None))
