"""Sessions lived in the window under the fake clock, with all that can happen to one."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from acutimer.core.session import Over, Running
from acutimer.ui.session.page import SessionPage
from tests.soak.house import House

CONTROL = Qt.KeyboardModifier.ControlModifier
WAITED_SECONDS = 20.0
PAINTED_OF = 4  # ticks: time passes faster here than it could be painted
JUST_PAST_SECONDS = 0.001
ASLEEP_SECONDS = 420.0

Act = Callable[["Practice"], Iterator[None]]


@dataclass(slots=True)
class Practice:
    """One session under way."""

    house: House
    page: SessionPage
    ticks: int = field(default=0)

    @property
    def is_over(self) -> bool:
        """Whether nothing of it is left."""
        session = self.page.player.session
        return session is None or isinstance(session.state, Over)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key in the window that shows it, the small or the full one."""
        small = self.page.small
        QTest.keyClick(small.window if small.is_open and small.window else self.page, key, modifiers)

    def pass_by(self, seconds: float) -> Iterator[None]:
        """Let time pass: a second at most between two ticks, as with the product's timer, and not each is painted."""
        while seconds > 0:
            step = min(1.0, seconds)
            self.house.hands.pass_by(step)
            seconds -= step
            self.page.player.tick()
            self.ticks += 1
            if self.ticks % PAINTED_OF == 0:
                yield

    # -- what happens in between ---------------------------------------------------------------------

    def pause(self) -> Iterator[None]:
        """Held for a minute."""
        self.press(Qt.Key.Key_Space)
        yield
        self.house.hands.pass_by(60)
        yield
        self.press(Qt.Key.Key_Space)
        yield

    def lengthen(self) -> Iterator[None]:
        """A little more of it, said again, without the voice and with it."""
        for key in (Qt.Key.Key_Up, Qt.Key.Key_S, Qt.Key.Key_V, Qt.Key.Key_V):
            self.press(key)
            yield

    def go_back(self) -> Iterator[None]:
        """From the beginning once more, and back to what came before."""
        for key in (Qt.Key.Key_R, Qt.Key.Key_Left):
            self.press(key)
            yield from self.pass_by(2)

    def skip(self) -> Iterator[None]:
        """Enough of it."""
        self.press(Qt.Key.Key_Right)
        yield

    def follow_small(self) -> Iterator[None]:
        """Follow it in the small window for a while."""
        self.press(Qt.Key.Key_M)
        yield from self.pass_by(5)
        self.press(Qt.Key.Key_M)
        yield

    def sleep(self) -> Iterator[None]:
        """The computer slept; go on."""
        self.house.hands.pass_by(ASLEEP_SECONDS)
        self.page.player.tick()
        yield
        self.press(Qt.Key.Key_Return)
        yield

    def set_clock(self) -> Iterator[None]:
        """Somebody set the clock back and forth; begin that phase again."""
        for seconds in (-3600, 3600):
            self.house.hands.set_wall(seconds)
            yield from self.pass_by(0.5)
            self.press(Qt.Key.Key_R)
            yield

    def stop_and_undo(self) -> Iterator[None]:
        """Stopped, and taken back."""
        self.press(Qt.Key.Key_Period, CONTROL)
        yield from self.pass_by(3)
        self.press(Qt.Key.Key_Z, CONTROL)
        yield

    def minimise(self) -> Iterator[None]:
        """Out of sight for a while."""
        window = self.house.window
        window.showMinimized()
        yield from self.pass_by(4)
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.activateWindow()
        yield

    def stop(self) -> Iterator[None]:
        """Ended before its end; nobody takes that back."""
        self.press(Qt.Key.Key_Period, CONTROL)
        yield from self.pass_by(11)


HAPPENINGS: tuple[Act, ...] = (
    Practice.pause,
    Practice.lengthen,
    Practice.follow_small,
    Practice.sleep,
    Practice.go_back,
    Practice.stop_and_undo,
    Practice.set_clock,
    Practice.minimise,
    Practice.skip,
)


def live(house: House, begin: Callable[[], object], acts: Iterator[Act], *, is_stopped: bool = False) -> Iterator[None]:
    """Begin a session and live it to its end, something happening in each practice; then tell how it felt.

    `acts` are what happens, one after another. `is_stopped`: it is ended in its last quarter.
    """
    begin()
    practice = Practice(house, house.window.sessions.page)
    player, seen = practice.page.player, -1
    yield
    while not practice.is_over:
        session = player.session
        assert session is not None
        phase, left = session.phase, session.left(player.now())
        if phase is None:
            break
        index = session.index or 0
        if is_stopped and index > 0.75 * len(session.plan.phases):
            yield from practice.stop()
        elif index > seen and phase.kind.is_practice and session.elapsed(player.now()) > 5:
            seen = index
            yield from next(acts)(practice)
        elif not isinstance(session.state, Running):
            practice.press(Qt.Key.Key_Space)
            yield
        elif left is None:  # until one says so
            yield from practice.pass_by(WAITED_SECONDS)
            practice.press(Qt.Key.Key_Space)
            yield
        else:
            yield from practice.pass_by(min(1.0, left + JUST_PAST_SECONDS))
    yield from tell(house)


def tell(house: House) -> Iterator[None]:
    """On the page after it: how it felt, and a note."""
    after = house.window.sessions.after
    yield
    QTest.keyClick(QApplication.focusWidget() or after, Qt.Key.Key_5)
    after.now.keys[3].click()
    after.note.set_text("Easier on the stairs")
    yield
    after.save()
    yield


def visit(house: House) -> Iterator[None]:
    """Begin one point, follow it in the small window, stop it, tell how it felt; the log forgets it again."""
    sessions = house.window.sessions
    sessions.press_now("ST36", 60)
    practice = Practice(house, sessions.page)
    yield from practice.pass_by(9)
    yield from practice.follow_small()
    yield from practice.stop()
    yield from tell(house)
    house.context.history.forget(practice.page.player.session_id)
