"""A child of `bench`: shows an empty window, a bare widget, or the program's window, and tells the moments that count.

    starts.py empty|pulse|label|program|press|steady|reps|minimised|mini quit|stay

`pulse` and `label` are the least a session could cost: a pulse that swells at 30 pictures a second, a number that
changes four times a second, each alone in a window. `press` and what follows is the program in a session: pressing and
letting go, a steady press, heel raises, a press in a minimised window, a press in the small window.
Writes "painted" once the first frame is on the screen and "settled" once the first place, or the session, is there,
each with the seconds of processor time taken so far; with `stay` it then goes on until it is ended.
Nothing of Qt is loaded here: when that happens is part of what is measured.
"""

import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance
    from PySide6.QtWidgets import QWidget

    from acutimer.core.planning import Plan
    from acutimer.ui.window import MainWindow

SESSIONS = ("press", "steady", "reps", "minimised", "mini")


class Teller:
    """Writes each moment for the parent, after the frame it belongs to, and ends the program at the last if `quits`."""

    def __init__(self, *, quits: bool) -> None:
        self._quits = quits

    def watch(self, signal: "SignalInstance", moment: str, *, last: bool) -> None:
        """Tell `moment` when `signal` comes."""
        from PySide6.QtCore import QTimer

        signal.connect(lambda: QTimer.singleShot(0, lambda: self._tell(moment, last=last)))

    def _tell(self, moment: str, *, last: bool) -> None:
        print(f"{moment} {time.process_time():.4f}", flush=True)
        if last and self._quits:
            from PySide6.QtCore import QCoreApplication

            QCoreApplication.quit()


def show_bare(teller: Teller, what: str) -> int:
    """An empty window, or one with a bare widget in it."""
    import starts_bare

    from acutimer.ui.first_paint import FirstPaint

    def watch(window: "QWidget") -> None:
        teller.watch(FirstPaint(window).painted, "painted", last=True)

    return starts_bare.show_bare(watch, what)


def show_program(teller: Teller, session: str | None) -> int:
    """The program itself, as its command starts it; with `session`, one of `SESSIONS`, that is begun."""
    from acutimer.__main__ import main
    from acutimer.ui.parts import Parts

    build = Parts.__init__

    def watched(parts: Parts, *given: object) -> None:  # made right before the window
        build(parts, *given)  # type: ignore[arg-type]  # handed on as it came
        _watch(teller, session)

    Parts.__init__ = watched  # type: ignore[method-assign,assignment]  # only here, to look on
    sys.argv[1:] = []
    return main()


def _watch(teller: Teller, session: str | None) -> None:
    """Tell of the window that is made next."""
    from PySide6.QtCore import QTimer

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
