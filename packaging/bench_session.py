"""How exactly a running session keeps its time, with and without a busy computer, and that nothing runs when it rests.

    bench_session.py SECONDS

is its own child: the program itself with a session of short phases for so many seconds. It tells its parent, a line
each, "boundary MS MS" (how late a phase was entered, and how late it was to be heard) and "timers WHEN NUMBER".
"""

import itertools
import os
import statistics
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from bench_row import note

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from acutimer.content.library import Library
    from acutimer.core.planning import Phase, Plan
    from acutimer.ui.session.player import Player
    from acutimer.ui.window import MainWindow

ROOT = Path(__file__).resolve().parent.parent
AIM_MS = 50
SHARE_WITHOUT_LOAD = 0.2
LEAST_SECONDS = 20.0
SETTLE_MS = 3000
LAST_PHASE_SECONDS = 60.0  # the session is held in it, and ended
HOLD_AFTER_MS = 1500  # of that phase
NAP_SECONDS = (2.0, 3.1, 2.45, 4.0, 2.7)  # how long the phases are in turn
PATIENCE_SECONDS = 120.0


# -- the parent ----------------------------------------------------------------------------------


def boundaries(environment: dict[str, str], minutes: float) -> None:
    """Measure for so many minutes with a busy process on every core, and for a fifth of it without."""
    seconds = minutes * 60
    for name, cores, lasts in (
        ("without load", 0, max(LEAST_SECONDS, seconds * SHARE_WITHOUT_LOAD)),
        ("with every core busy", os.cpu_count() or 1, seconds),
    ):
        with _load(cores):
            told = _told_by_child(environment, lasts)
        print_boundaries(name, told)
        timers = [(words[1], int(words[2])) for words in told if words[0] == "timers"]
        if not cores:
            told_timers = ", ".join(f"{when} {number}" for when, number in timers)
            print(f"timers while nothing runs (aim 0): {told_timers}")
            note("timers while nothing runs", told_timers, "", "0", not any(number for _, number in timers))


def print_boundaries(name: str, told: Iterable[list[str]]) -> None:
    """How late phases began and were heard, in a line each."""
    late = [(float(words[1]), float(words[2])) for words in told if words[0] == "boundary"]
    for what, taken in (
        ("a phase begins late by", [entered for entered, _ in late]),
        ("its tone is due late by", [heard for _, heard in late]),
    ):
        if len(taken) < 2:
            sys.exit("the session had too few phases to measure; give it more minutes")
        p99 = statistics.quantiles(taken, n=100, method="inclusive")[98]
        figures = f"median {statistics.median(taken):.1f} ms, p99 {p99:.1f} ms, max {max(taken):.1f} ms"
        print(f"{what}, {name}: {figures} over {len(taken)} boundaries (aim p99 {AIM_MS} ms)", flush=True)
        note(f"{what}, {name}", f"{figures} of {len(taken)}", "", f"p99 {AIM_MS} ms", p99 <= AIM_MS)


def _told_by_child(environment: dict[str, str], seconds: float) -> list[list[str]]:
    command = [sys.executable, str(Path(__file__).resolve()), str(seconds)]
    patience = seconds + PATIENCE_SECONDS
    try:
        child = subprocess.run(
            command, env=environment, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=False, timeout=patience
        )
    except subprocess.TimeoutExpired:
        sys.exit("the session never ended; the program's log says why.")
    if child.returncode != 0:
        sys.exit("bench_session.py could not measure; the lines above say why.")
    return [line.split() for line in child.stdout.splitlines()]


@contextmanager
def _load(cores: int) -> Iterator[None]:
    """A process that never rests on every core."""
    busy = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(cores)]
    try:
        yield
    finally:
        for process in busy:
            process.kill()
            process.wait()


# -- the child -----------------------------------------------------------------------------------


def short_phases(library: "Library", seconds: float) -> "Plan":
    """Phases of every kind but waits, a few seconds each, for so many seconds; then one that is long."""
    from dataclasses import replace

    from acutimer.core.planning import Choices, Plan, lay_out

    names = ("morning-balance", "knee-pain-press", "qigong-knee-massage", "post-workout-recovery")
    steps = tuple(step for name in names for step in library.routines[name].steps if not step.waits)
    routine = replace(library.routines[names[0]], steps=steps)
    kinds = [phase for phase in lay_out(routine, Choices()) if phase.seconds is not None]
    phases: list[Phase] = []
    left = seconds
    for phase, lasts in zip(itertools.cycle(kinds), itertools.cycle(NAP_SECONDS), strict=False):
        if left <= 0:
            break
        phases.append(_shortened(phase, lasts))
        left -= phases[-1].seconds or 0
    last = next(phase for phase in kinds if phase.subject == "ST36" and phase.kind.is_practice)
    return Plan(routine, (*phases, replace(last, seconds=LAST_PHASE_SECONDS)))


def _shortened(phase: "Phase", seconds: float) -> "Phase":
    from dataclasses import replace

    from acutimer.core.routines import Tempo

    if phase.tempo is not None:
        return replace(phase, reps=2, tempo=Tempo(seconds / 6, seconds / 6, seconds / 6), seconds=seconds)
    if phase.breaths:
        return replace(phase, breaths=1, in_seconds=seconds / 2, out_seconds=seconds / 2, seconds=seconds)
    if phase.pats:
        return replace(phase, pats=2, beat_seconds=seconds / 4, seconds=seconds)
    return replace(phase, seconds=seconds, circle_seconds=min(phase.circle_seconds, seconds / 2))


def active_timers() -> list[str]:
    """What runs by itself in this program: every active timer and animation, by its class and its parent's."""
    from PySide6.QtCore import QAbstractAnimation, QTimer
    from PySide6.QtWidgets import QApplication
    from shiboken6 import getAllValidWrappers, isValid

    app = QApplication.instance()
    roots: list[QObject] = [*QApplication.topLevelWidgets(), *([app] if app is not None else [])]
    # Not the garbage collector's list: a second reference to a tuple that a painting thread is just building fails it.
    moving: list[QObject] = [it for it in getAllValidWrappers() if isinstance(it, QTimer | QAbstractAnimation)]
    moving += [it for root in roots for it in (*root.findChildren(QTimer), *root.findChildren(QAbstractAnimation))]
    active = {id(it): it for it in moving if isValid(it) and _is_active(it)}
    return sorted(f"{type(it).__name__} of {type(it.parent()).__name__}" for it in active.values())


def _is_active(moving: "QObject") -> bool:
    from PySide6.QtCore import QAbstractAnimation, QTimer

    if isinstance(moving, QTimer):
        return moving.isActive()
    return isinstance(moving, QAbstractAnimation) and moving.state() is QAbstractAnimation.State.Running


class Watcher:
    """Goes with the session of the program it runs in, and tells its parent what is late."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._window: MainWindow | None = None
        self._player: Player | None = None
        self._began = 0.0
        self._late_ms = 0.0

    def take_window(self, window: "MainWindow") -> None:
        """The window there will be."""
        from PySide6.QtCore import QTimer

        self._window = window
        window.settled.connect(lambda: QTimer.singleShot(SETTLE_MS, self._begin))

    def take_player(self, player: "Player") -> None:
        """The session's player, before anyone else listens to it."""
        self._player = player
        player.entered.connect(self._on_entered)
        player.passed.connect(self._on_passed)

    def _begin(self) -> None:
        assert self._window is not None
        self._tell_timers("settled")
        self._window.start(short_phases(self._window._context.library, self._seconds))

    def _late(self, index: int) -> float:
        """How many ms after its ideal beginning the phase at `index` is: after the first one's, and all before it."""
        assert self._player is not None
        assert self._player.session is not None
        phases = self._player.session.plan.phases[:index]
        return (self._player.now() - self._began - sum(phase.seconds or 0 for phase in phases)) * 1000

    def _on_entered(self, index: int) -> None:
        from PySide6.QtCore import QTimer

        assert self._player is not None
        session = self._player.session
        assert session is not None
        if index == 0:
            self._began = self._player.now() - session.elapsed(self._player.now())
            return
        self._late_ms = self._late(index)
        if index == len(session.plan.phases) - 1:
            QTimer.singleShot(HOLD_AFTER_MS, self._hold)

    def _on_passed(self, moments: "tuple[object, ...]") -> None:
        from acutimer.core.moments import Cue, Moment

        for moment in moments:
            if isinstance(moment, Moment) and moment.cue in (Cue.BEGIN, Cue.SWITCH) and moment.index:
                print(f"boundary {self._late_ms:.3f} {self._late(moment.index):.3f}", flush=True)

    def _hold(self) -> None:
        from PySide6.QtCore import QTimer

        assert self._player is not None
        self._player.pause()
        QTimer.singleShot(SETTLE_MS, self._end)

    def _end(self) -> None:
        from PySide6.QtCore import QTimer

        assert self._player is not None
        self._tell_timers("held")
        self._player.stop()
        self._player.finish()
        QTimer.singleShot(SETTLE_MS, self._leave)

    def _leave(self) -> None:
        from PySide6.QtWidgets import QApplication

        self._tell_timers("over")
        QApplication.quit()

    def _tell_timers(self, when: str) -> None:
        timers = active_timers()
        print(f"timers {when} {len(timers)} {' '.join(timers)}".strip(), flush=True)


def main() -> int:
    """Be the child: the program as its command starts it, looked on."""
    from acutimer.ui.session.player import Player
    from acutimer.ui.window import MainWindow

    watcher = Watcher(float(sys.argv[1]))
    open_window, make_player = MainWindow.__init__, Player.__init__

    def watched_window(window: MainWindow, *given: object) -> None:
        open_window(window, *given)  # type: ignore[arg-type]  # handed on as it came
        watcher.take_window(window)

    def watched_player(player: Player, *given: object) -> None:
        make_player(player, *given)  # type: ignore[arg-type]  # handed on as it came
        watcher.take_player(player)

    MainWindow.__init__ = watched_window  # type: ignore[method-assign,assignment]  # only here, to look on
    Player.__init__ = watched_player  # type: ignore[method-assign,assignment]  # the same
    sys.argv[1:] = []
    from acutimer.__main__ import main as run

    return run()


if __name__ == "__main__":
    sys.exit(main())
