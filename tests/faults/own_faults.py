"""Run as a program of its own: the real window with faults of our own planted in it, told in JSON on stdout.

python -c "from tests.faults.own_faults import main; main('session')"
"""

import json
import os
import signal
import sys
from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtCore import QObject, Qt, QThread, QThreadPool, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from acutimer import app
from acutimer.core import away
from acutimer.ui.messages import Message
from acutimer.ui.window import MainWindow
from tests.faults.faulty import Falling, Faulty, Running, Threaded, fail, thread_of_python

ROUTINE = "balance-points"
WAIT_MS = 20_000  # how long a fault may take to be told before it counts as lost


class Waiting(QObject):
    """Goes on with a generator whenever what it yielded has come true; each ask is an event, none a sleep."""

    def __init__(self, steps: Iterator[Callable[[], bool]], done: Callable[[], None]) -> None:
        super().__init__()
        self._steps, self._done = steps, done
        self._timer = QTimer(self, interval=5)
        self._timer.timeout.connect(self._look)
        self._asked: Callable[[], bool] | None = None
        self._since = 0

    def start(self) -> None:
        """Begin."""
        self._timer.start()

    def _look(self) -> None:
        self._since += 5
        if self._asked is not None and not self._asked() and self._since < WAIT_MS:
            return
        self._since = 0
        try:
            self._asked = next(self._steps)
        except StopIteration:
            self._timer.stop()
            self._done()


class Bench:
    """The window under test, and all that was found out about it."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.faulty = Faulty(window)
        self.faulty.resize(1, 1)
        self.faulty.show()
        self.faulty.installEventFilter(self.faulty)
        self.said: list[str] = []
        self.found: dict[str, Any] = {"told": {}, "went_on": {}}
        window.messages.said.connect(self._hear)
        self._threads: list[QThread] = []

    def _hear(self, message: Message) -> None:
        self.said.append(message.text)

    @property
    def page(self) -> Any:
        """The session's page."""
        return self.window.sessions.page

    def soon(self, what: Callable[[], object]) -> None:
        """From the loop, as Qt would."""
        QTimer.singleShot(0, what)

    def heard(self, count: int) -> Callable[[], bool]:
        """Whether so many messages have been said."""
        return lambda: len(self.said) >= count

    def after(self, place: str, hit: Callable[[], object]) -> Iterator[Callable[[], bool]]:
        """Let a fault happen in a session; it must be told, and the session go on."""
        before, elapsed = len(self.said), self._elapsed()
        self.soon(hit)
        yield self.heard(before + 1)
        self.faulty.where = ""
        self.found["told"][place] = len(self.said) - before
        yield lambda: self._elapsed() > elapsed
        self.found["went_on"][place] = self._elapsed() > elapsed

    def _elapsed(self) -> float:
        player = self.page.player
        return float(sum(it.done_seconds for it in player.session.lived) + player.session.elapsed(player._seen_at))

    def thread_of_qt(self) -> None:
        """Start one, and keep it until the end."""
        thread = Threaded(self.window)
        thread.start()


def in_a_session(bench: Bench) -> Iterator[Callable[[], bool]]:
    """A fault in every kind of place there is, while a session runs."""
    page, window = bench.page, bench.window
    faulty = bench.faulty

    def once(owner: object, name: str, place: str) -> Callable[[], None]:
        """Let a method of the product raise the next time it is called."""
        real = getattr(owner, name)

        def broken(*_: object, **__: object) -> None:
            setattr(owner, name, real)
            fail(place)

        return lambda: setattr(owner, name, broken)

    def work(_keep_on: object) -> Iterator[None]:
        fail("job")
        yield

    def start_job() -> None:
        from acutimer.ui.job import Job

        job = Job(window)
        job.start(work)  # type: ignore[arg-type]

    places: dict[str, Callable[[], object]] = {
        "slot": lambda: fail("slot"),
        "paint event": lambda: faulty.hit("paint event"),
        "event": lambda: faulty.hit("event"),
        "event filter": lambda: faulty.hit("event filter"),
        "runnable": lambda: QThreadPool.globalInstance().start(Running()),
        "pool": lambda: QThreadPool.globalInstance().start(lambda: fail("pool")),
        "thread of qt": bench.thread_of_qt,
        "thread of python": thread_of_python,
        "putting away": lambda: Falling() and None,
        "job": start_job,
        "figures": lambda: window._context.figures._pool.start(lambda: fail("figures")),
        "picture": once(page.stage, "show_time", "picture"),
        "pace": once(page.player, "pace", "pace"),
        "record": once(page.player._keeping._recorder, "follow", "record"),
        "sound": lambda: (once(page.hearing, "beat", "sound")(), page.player.beaten.emit(None)),
        "small window": once(page.small, "show_time", "small window"),
        "key": lambda: (once(page._doing, "do", "key")(), QTest.keyClick(page, Qt.Key.Key_S)),
        "desktop": lambda: (once(page.desk, "follow", "desktop")(), page.player.pause(), page.player.resume()),
    }
    for place, hit in places.items():
        yield from bench.after(place, hit)
    yield from at_every_tick(bench)


def at_every_tick(bench: Bench) -> Iterator[Callable[[], bool]]:
    """From here on the page fails at every tick and paint: told once, and the session is in the log all the same."""
    page, before = bench.page, len(bench.said)
    ticks: list[int] = []
    page.player.ticked.connect(lambda: ticks.append(1))
    page.stage.show_time = lambda *_: fail("every picture")
    page.player.pace = lambda _now: fail("every pace")
    page.desk.follow = lambda *_: fail("every control")
    page.player.skip()
    yield lambda: len(ticks) >= 4
    bench.found["told"]["every tick"] = 1 if 1 <= len(bench.said) - before <= 6 else 0
    session = page.player.session
    record = bench.window._context.history.session(page.player.session_id)
    assert record is not None
    bench.found["went_on"]["every tick"] = len(ticks) >= 4 and len(record.phases) >= len(session.lived) > 0
    bench.found["messages"] = [it.text for it in bench.window.bar._messages]
    bench.found["action"] = bench.window.bar.message.action if bench.window.bar.message else None


def at_the_end(bench: Bench) -> Iterator[Callable[[], bool]]:
    """The page after a session fails: the places are there again, and the session is kept."""
    window = bench.window
    window.sessions.after.show_session = lambda *_: fail("after")  # type: ignore[method-assign]
    before = len(bench.said)
    bench.page.player.stop()
    bench.soon(bench.page.player.finish)
    yield bench.heard(before + 1)
    bench.found["told"]["after page"] = len(bench.said) - before
    bench.found["went_on"]["after page"] = not window.is_given_over and window.navigation.isVisible()


def places_that_fail(bench: Bench) -> Iterator[Callable[[], bool]]:
    """A place that cannot be built is told of, leaves the others, and is there once it can be built."""
    window, rooms = bench.window, bench.window._rooms
    real = rooms.log
    object.__setattr__(rooms, "log", lambda *_: fail("building"))
    before = len(bench.said)
    bench.soon(lambda: window.show_place("log"))
    yield bench.heard(before + 1)
    bench.found["told"]["building a place"] = len(bench.said) - before
    stayed = type(window._stack.currentWidget()).__name__ == "ExplorePlace" and window._place == "explore"
    window.show_place("routines")
    stayed = stayed and window._place == "routines"
    object.__setattr__(rooms, "log", real)
    window.show_place("log")
    bench.found["went_on"]["building a place"] = stayed and type(window._stack.currentWidget()).__name__ == "LogPlace"
    joined = window._joined["log"]
    object.__setattr__(joined, "refresh", lambda: fail("refreshing"))
    before = len(bench.said)
    window.show_place("routines")
    bench.soon(lambda: window.show_place("log"))
    yield bench.heard(before + 1)
    bench.found["told"]["showing a place"] = len(bench.said) - before
    bench.found["went_on"]["showing a place"] = window._place == "log"


def closing(bench: Bench) -> Iterator[Callable[[], bool]]:
    """Whatever is to be put away fails; what matters is put away."""
    for place in (bench.window._joined["explore"].place, bench.page.hearing, bench.page.desk, bench.page.small):
        setattr(place, "close", lambda: fail("closing"))  # noqa: B010  mypy knows better than to assign it
    yield lambda: True


def looking(bench: Bench) -> Iterator[Callable[[], bool]]:
    """Nothing fails: what is said, and what "Copy details" would copy."""
    bench.found["messages"] = [[it.text, it.action] for it in bench.window.bar._messages]
    bench.found["offers"] = not bench.window.resuming.offer.isHidden()
    if bench.window.bar.message is not None and bench.window.bar.message.action == "Copy details":
        bench.window.bar._act()
        bench.found["copied"] = clipboard_text()
    yield lambda: True


def clipboard_text() -> str:
    """What was copied last."""
    return QGuiApplication.clipboard().text()


def struck(_bench: Bench) -> Iterator[Callable[[], bool]]:
    """The process is hit where no Python can help it."""
    yield lambda: True
    os.kill(os.getpid(), getattr(signal, os.environ["STRUCK_BY"]))


PLANS: dict[str, tuple[Callable[[Bench], Iterator[Callable[[], bool]]], ...]] = {
    "session": (in_a_session, at_the_end, places_that_fail),
    "closing": (closing,),
    "looking": (looking,),
    "struck": (struck,),
}


def main(plan: str, start: str | None = None) -> None:
    """Open the window, walk the plan once it stands, print what was found, close."""
    build = MainWindow.__init__
    away.GAP_SECONDS = 3600.0  # a busy machine is nobody who left

    def begin(window: MainWindow) -> None:
        bench = Bench(window)

        def steps() -> Iterator[Callable[[], bool]]:
            for part in PLANS[plan]:
                yield from part(bench)

        def done() -> None:
            print(json.dumps(bench.found), flush=True)  # noqa: T201  it is what this program is for
            window.close()

        waiting = Waiting(steps(), done)
        waiting.setParent(window)
        waiting.start()

    def watched(self: MainWindow, *given: Any) -> None:
        build(self, *given)
        self.settled.connect(lambda: QTimer.singleShot(0, lambda: begin(self)))

    MainWindow.__init__ = watched  # type: ignore[method-assign,assignment]
    sys.exit(app.run(start))
