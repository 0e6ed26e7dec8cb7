"""How long the window's thread is busy at a time: each act of a person, and each turn of the loop that follows it."""

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from PySide6.QtCore import QAbstractAnimation, QEventLoop, QObject, QThreadPool
from PySide6.QtGui import QFont, QTextLayout
from PySide6.QtWidgets import QApplication

PACE_MS = 0.6  # what the piece of work takes where the figures of the README are from, when nothing else runs there
WORDS = "Press with the tip of the thumb, slowly, and let go as slowly, as long as it feels pleasant. " * 3
QUIET_MS = 0.15  # a turn that takes less did nothing but look
QUIET_TURNS = 3
PATIENCE_MS = 4
MOST_TURNS, MOST_LIVED = 150, 6  # what moves for ever is not waited for


class Kind(StrEnum):
    """What a person does; how quickly an answer is expected differs."""

    OPENED = "a place, a page or a form opened"
    CHOSEN = "another item, step or view chosen"
    TYPED = "a key typed in a search or a form"
    SCROLLED = "the wheel, the pointer"
    LIVED = "a second of a session"


@dataclass(frozen=True, slots=True)
class Act:
    """Something a person does: `name` in words, and `do`, which does it."""

    kind: Kind
    name: str
    do: Callable[[], object]


@dataclass(frozen=True, slots=True)
class Turn:
    """One stretch of work on the window's thread. `number` 0 is the act itself, 1 and on are turns of the loop."""

    kind: Kind
    act: str
    number: int
    ms: float
    pace_ms: float = PACE_MS

    @property
    def even_ms(self) -> float:
        """What it takes on a computer that does the measured piece of work in PACE_MS."""
        return self.ms * PACE_MS / self.pace_ms


class Watch:
    """Lets a person act and the loop turn, and keeps what each took of the processor's time on this thread.

    How fast the computer is just then is measured beside each act, by a piece of work that is always the same: other
    programs on the same processor make it slower, and their time is not the window's.
    `owners` are the window and what draws for it in the background.
    The time of other threads, of other programs and of waiting is not in it.
    """

    def __init__(self, *owners: QObject) -> None:
        self._owners = owners
        pace_ms()  # once unmeasured: what is read at the first time is read now
        self.turns: list[Turn] = []

    def see(self, act: Act) -> None:
        """Do something, and turn the loop until everything that came of it is done and drawn."""
        before, began = pace_ms(), len(self.turns)
        self._keep(act, 0, act.do)
        self._settle(act)
        pace = (before + pace_ms()) / 2
        self.turns[began:] = [replace(turn, pace_ms=pace) for turn in self.turns[began:]]

    def _settle(self, act: Act) -> None:
        """Turn the loop until there is nothing left to do, nothing moves and nothing is drawn in the background."""
        quiet, turns = 0, 0
        while turns < (MOST_LIVED if act.kind is Kind.LIVED else MOST_TURNS):
            turns += 1
            quiet = quiet + 1 if self._keep(act, turns, _turn) < QUIET_MS else 0
            if quiet >= QUIET_TURNS and not self._is_under_way():
                break
            if quiet:
                time.sleep(PATIENCE_MS / 1000)

    def _keep(self, act: Act, number: int, do: Callable[[], object]) -> float:
        began = time.thread_time()
        do()
        ms = 1000 * (time.thread_time() - began)
        self.turns.append(Turn(act.kind, act.name, number, ms))
        return ms

    def _is_under_way(self) -> bool:
        """Whether something is drawn in the background, or moves of itself towards its end."""
        for owner in self._owners:
            if any(pool.activeThreadCount() for pool in owner.findChildren(QThreadPool)):
                return True
            moving = owner.findChildren(QAbstractAnimation)
            if any(it.state() is QAbstractAnimation.State.Running and it.totalDuration() > 0 for it in moving):
                return True
        return QThreadPool.globalInstance().activeThreadCount() > 0


def worst(turns: Iterable[Turn]) -> Sequence[Turn]:
    """The worst turn of each act, the worst act first."""
    found: dict[str, Turn] = {}
    for turn in turns:
        if turn.act not in found or found[turn.act].even_ms < turn.even_ms:
            found[turn.act] = turn
    return sorted(found.values(), key=lambda turn: -turn.even_ms)


def pace_ms() -> float:
    """How long a piece of work takes now that is like the window's own: objects made, words measured and broken."""
    began = time.thread_time()
    for number in range(6):
        layout = QTextLayout(f"{number} {WORDS}", QFont())
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(200 + 10 * number)
        layout.endLayout()
        sorted(str(it * 7919 % 1009) for it in range(300))
    return 1000 * (time.thread_time() - began)


def _turn() -> None:
    QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
