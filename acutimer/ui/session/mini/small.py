"""The way from the full window to the small one and back."""

import math
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from acutimer.core.session import Session
from acutimer.ui.context import Context
from acutimer.ui.session.keys import Action
from acutimer.ui.session.mini.mini import MiniWindow
from acutimer.ui.session.words.away_words import WaysOn
from acutimer.ui.session.words.mini_words import is_asking


class Small(QObject):
    """Keeps the small window in step with the session; it is built when it is first asked for.

    Signals:
        shrunk(bool)    True: the small window is up, and the full one is to hide. False: the full one is to come
                        back; after that the small one goes. So there is always a window, and the program goes on
        asked(Action)   what was pressed in the small window
    """

    shrunk = Signal(bool)
    asked = Signal(object)

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._mini: MiniWindow | None = None

    @property
    def window(self) -> MiniWindow | None:
        """The small window, once there is one."""
        return self._mini

    @property
    def is_open(self) -> bool:
        """Whether the session is followed in the small window now, and the full one hides for it."""
        return self._mini is not None and self._mini.isVisible()

    def open(self, session: Session, now: float, near: QWidget) -> None:
        """Come up with `session`, on the screen that `near` is on; not while it asks what only the full window can."""
        if session.phase is None or is_asking(session) or self.is_open:
            return
        mini = self._mini or self._build()
        mini.show_session(session, now)
        mini.open(near)
        self.shrunk.emit(True)

    def expand(self) -> None:
        """Back to the full window."""
        if self._mini is not None and self.is_open:
            self.shrunk.emit(False)
            self._mini.hide()

    def show_session(self, session: Session, now: float) -> None:
        """Show another value of the session; when it is over the full window says what comes next."""
        if self._mini is None or not self.is_open:
            return
        self._mini.show_session(session, now)
        if session.phase is None:
            self.expand()

    def show_time(self, session: Session, now: float) -> None:
        """Show how far it has come."""
        if self._mini is not None and self.is_open:
            self._mini.show_time(session, now)

    def show_ways(self, words: WaysOn) -> None:
        """Say what the session asks."""
        if self._mini is not None and self.is_open:
            self._mini.show_ways(words)

    def flash_once(self) -> None:
        """A tone for the eyes."""
        if self._mini is not None:
            self._mini.flash.show_once()

    def seconds_to_next_look(self, session: Session, now: float) -> float:
        """After how many seconds the small window looks different; infinite while it is not up."""
        return math.inf if self._mini is None else self._mini.seconds_to_next_look(session, now)

    def leave(self) -> None:
        """The program ends."""
        if self._mini is not None:
            self._mini.leave()

    def _build(self) -> MiniWindow:
        self._mini = mini = MiniWindow(self._context)

        def ask_for(action: Action) -> Callable[[], None]:
            return lambda: self.asked.emit(action)

        mini.go.connect(ask_for(Action.GO))
        mini.skip.connect(ask_for(Action.SKIP))
        mini.asked.connect(self.asked)
        mini.expand.connect(self.expand)
        # A window without a frame is closed from the taskbar or by Alt+F4: the session is not over for that.
        mini.closed.connect(lambda: self.shrunk.emit(False))
        return mini
