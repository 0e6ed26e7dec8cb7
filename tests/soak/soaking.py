"""A child of `test_soak`: the whole program, started as ever, walked through on clocks moved by hand.

`python -m tests.soak.soaking sessions HOURS FILE` lives sessions for so long, `places TIMES FILE` opens every place
so often. What it held meanwhile goes into FILE, a line of JSON for each look. It ends as the program ends.
"""

import itertools
import json
import os
import sys
import traceback
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QObject, Qt, QTimer

import acutimer.ui.window
from acutimer import app
from acutimer.core.settings import Theme
from acutimer.ui.window import MainWindow
from tests.soak import sessions, visits_explore, visits_log, visits_routines, visits_window
from tests.soak.counting import Held, look
from tests.soak.hands_of_time import Hands
from tests.soak.house import House, Walk

SIZE = (1280, 800)
HOUR_SECONDS = 3600.0
# How many rounds through the places are a cycle: every way of opening each of them came, and the errands in a long one.
SHORT_CYCLE, LONG_CYCLE = 5, 25
MANY_TIMES = 100
FEW = ("daily-strength", "balance-points")
MANY_HOURS = 4.0  # from here on a round is every routine there is
ROOMS = (visits_explore, visits_routines, visits_log, visits_window)


@dataclass(frozen=True, slots=True)
class Look:
    """What was held after so many hours of sessions, or so many openings of places."""

    hours: float
    openings: int
    held: Held


class Walker(QObject):
    """Takes one step of a walk in each turn of the program's loop; then the window is closed."""

    def __init__(self, window: MainWindow, walk: Walk) -> None:
        super().__init__(window)
        self._window, self._walk = window, walk
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._step)
        self._timer.start(0)

    def _step(self) -> None:
        try:
            next(self._walk)
        except StopIteration:
            self._timer.stop()
            self._window.close()
        except BaseException:  # noqa: BLE001 - whatever it is, the program's own hook would only note it
            traceback.print_exc()
            os._exit(1)


class Soak:
    """One walk through the window; what it comes to is written into a file."""

    def __init__(self, what: str, amount: float, file: Path) -> None:
        self._what, self._amount, self._file = what, amount, file
        self._hands = Hands()
        self._hands.take_over()
        self._openings = 0

    def begin(self, window: MainWindow) -> None:
        """Begin once the window stands."""
        house = House(window, self._hands)
        Walker(window, self._sessions(house) if self._what == "sessions" else self._places(house))

    def _sessions(self, house: House) -> Walk:
        yield from self._furnish(house)
        names = tuple(house.context.library.routines) if self._amount >= MANY_HOURS else FEW
        while self._hours < self._amount:
            acts = itertools.cycle(sessions.HAPPENINGS)
            for number, name in enumerate(names):
                begin = partial(house.window.start_routine, name)
                yield from sessions.live(house, begin, acts, is_stopped=number % 4 == 1)
            yield from self._look(house)

    def _places(self, house: House) -> Walk:
        yield from self._furnish(house)
        begin = partial(house.window.start_routine, FEW[-1])  # so that there is something in the log
        yield from sessions.live(house, begin, itertools.cycle(sessions.HAPPENINGS))
        groups = [ways for room in ROOMS for ways in room.visits().values()]
        is_long = self._amount >= MANY_TIMES
        cycle = LONG_CYCLE if is_long else SHORT_CYCLE
        for time in range(int(self._amount)):
            for ways in (*groups, (sessions.visit,)):
                yield from ways[time % len(ways)](house)
                house.window.bar.dismiss_all()
                self._openings += 1
            for errand in (it for room in ROOMS for it in room.errands() if is_long and time % cycle == 0):
                yield from errand(house)
                house.window.bar.dismiss_all()
                self._openings += 1
            if (time + 1) % cycle == 0:
                yield from self._look(house)

    def _furnish(self, house: House) -> Walk:
        house.context.preferences.update(theme=Theme.LIGHT, reduced_motion=True)
        house.window.resize(*SIZE)
        visits_routines.furnish(house)
        yield from house.settle()

    def _look(self, house: House) -> Walk:
        house.window.show_place("explore")
        house.window.setFocus(Qt.FocusReason.OtherFocusReason)
        yield from house.settle()
        if not self._file.exists():
            look()  # Python keeps hold of what it has once seen of Qt's: that is not to count as growth
        seen = Look(self._hours, self._openings, look())
        with self._file.open("a", encoding="utf-8") as file:
            file.write(f"{json.dumps(asdict(seen))}\n")

    @property
    def _hours(self) -> float:
        return self._hands.passed_seconds / HOUR_SECONDS


def main() -> int:
    """Run the program with a walker in its window; its own exit code."""
    soak = Soak(sys.argv[1], float(sys.argv[2]), Path(sys.argv[3]))

    class Window(MainWindow):
        """The program's, with somebody in it."""

        def __init__(self, *arguments: object) -> None:
            super().__init__(*arguments)  # type: ignore[arg-type]  # handed on as they come
            self.settled.connect(lambda: soak.begin(self), Qt.ConnectionType.QueuedConnection)

    acutimer.ui.window.MainWindow = Window  # type: ignore[assignment, misc]  # the program finds it there
    return app.run(None)


if __name__ == "__main__":
    sys.exit(main())
