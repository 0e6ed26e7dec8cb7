"""A thread that an engine of Qt's lives in, called by Qt alone, without Python's lock, and never waited for."""

import threading
from queue import SimpleQueue
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractEventDispatcher, QCoreApplication, QEvent, QEventLoop, QMetaObject, Qt

if TYPE_CHECKING:
    from PySide6.QtTextToSpeech import QTextToSpeech

LEAVING_SECONDS = 2.0
_waited_for: "list[EngineThread]" = []
"""Those that the end of the program waits for. One that has left is let go of when the next begins."""


class EngineThread:
    """Holds an engine in its loop. A daemon thread: one that is stuck keeps nobody from leaving."""

    def __init__(self) -> None:
        self._takes_down = False
        self._speech: QTextToSpeech | None = None
        self._loop: QEventLoop | None = None
        self._has_left = threading.Event()

    def begin(self) -> "QTextToSpeech":
        """Start, and give the engine, which has no voice yet. From `end` on nobody else may hold it."""
        app = QCoreApplication.instance()
        if app is not None:
            for left in [it for it in _waited_for if it._has_left.is_set()]:
                _waited_for.remove(left)
                app.aboutToQuit.disconnect(left._on_quit)
            _waited_for.append(self)
            app.aboutToQuit.connect(self._on_quit)
        started: SimpleQueue[QEventLoop] = SimpleQueue()
        threading.Thread(target=self._live, args=(started,), name="voice", daemon=True).start()
        self._loop = started.get()
        assert self._speech is not None
        return self._speech

    def end(self, *, takes_down: bool) -> None:
        """Leave the loop, and take the engine down, or stand still with it until the program ends."""
        self._takes_down = takes_down
        self._leave()

    def _live(self, started: SimpleQueue[QEventLoop]) -> None:
        from PySide6.QtTextToSpeech import QTextToSpeech

        self._speech, loop = QTextToSpeech("none"), QEventLoop()
        # What Python owns it takes down at its end, and would be stuck or crash with the engine's service.
        self._speech.setParent(QAbstractEventDispatcher.instance())
        started.put(loop)
        loop.exec()
        if not self._takes_down:
            self._has_left.set()
            threading.Event().wait()
        # Python does not own it any more and would not delete it; Qt does, and without Python's lock.
        self._speech.deleteLater()
        self._speech = self._loop = None
        del loop
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        self._has_left.set()

    def _leave(self) -> None:
        loop = self._loop
        if loop is not None and not self._has_left.is_set():
            QMetaObject.invokeMethod(loop, "quit", Qt.ConnectionType.QueuedConnection)

    def _on_quit(self) -> None:
        """Nothing may run in the thread while the program is taken down, unless it is stuck."""
        self._leave()
        self._has_left.wait(LEAVING_SECONDS)
