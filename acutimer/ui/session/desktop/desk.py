"""The session as the desktop sees it: what keeps the screen on, and a media player that can be driven from afar."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, Signal

from acutimer.core.session import Running, Session
from acutimer.ui.context import Context
from acutimer.ui.session.desktop.awake import Awake, Keeper
from acutimer.ui.session.desktop.media import MediaRemote
from acutimer.ui.session.keys import Action
from acutimer.ui.session.words.desktop_words import playing_of, why_awake


class Desk(QObject):
    """Follows a session, and hears what a remote, a headset or a media key asks for.

    Signals:
        asked(Action)   the same as a key of the session
        seek(float)     seconds within the phase, less than 0 for back
        raised()        the window is wanted
        quit()          the program's end is wanted
    """

    asked = Signal(object)
    seek = Signal(float)
    raised = Signal()
    quit = Signal()

    def __init__(self, context: Context, parent: QObject | None = None, keeper: Keeper | None = None) -> None:
        """`keeper` is for tests; without it the screen is kept on as this system has it."""
        super().__init__(parent)
        self._context = context
        self._session: Session | None = None
        self._awake = Awake(self, keeper)
        self.media = MediaRemote(context.monotonic, self)
        for signal, action in (
            (self.media.next, Action.SKIP),
            (self.media.previous, Action.BACK),
            (self.media.stop, Action.STOP),
            (self.media.pause, Action.PAUSE),
            (self.media.play_pause, Action.GO),
        ):
            signal.connect(self._asking(action))
        self.media.play.connect(self._play)
        self.media.seek.connect(self.seek)
        self.media.raised.connect(self.raised)
        self.media.quit.connect(self.quit)
        context.preferences.changed.connect(self._keep_awake)

    def follow(self, session: Session, now: float) -> None:
        """Show another value of the session; one that is over leaves the desktop alone."""
        self._session = session
        self._keep_awake()
        self.media.show(playing_of(session, now, self._context.library, QCoreApplication.translate))

    def close(self) -> None:
        """Leave nothing behind."""
        self._session = None
        self._awake.close()
        self.media.close()

    def _keep_awake(self) -> None:
        is_running = self._session is not None and isinstance(self._session.state, Running)
        if is_running and self._context.preferences.value.awake:
            self._awake.hold(why_awake(QCoreApplication.translate))
        else:
            self._awake.release()

    def _play(self) -> None:
        """Play never pauses; where a phase waits for it, it begins."""
        session = self._session
        if session is not None and not (isinstance(session.state, Running) and session.phase and session.phase.seconds):
            self.asked.emit(Action.GO)

    def _asking(self, action: Action) -> Callable[[], None]:
        return lambda: self.asked.emit(action)
