"""The first start listens for later ones, once its window stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from acutimer.language.catalogue import tr
from acutimer.ui.instance.places import clear, places, put_away
from acutimer.ui.instance.wishes import MOST_BYTES, Answer, Wish, line_of, read_wish, refusal

if TYPE_CHECKING:
    from collections.abc import Callable

    from acutimer.ui.instance.lock import WindowLock

MOST_CALLERS = 8
"""Who comes while so many are heard is sent away, and comes again."""
PATIENCE_MS = 2000
"""How long a caller may take to say its line, and then to take the answer; the window's own time does not count."""


class Server(QLocalServer):
    """Hears the user's own later starts, one short line each, and answers each with one. Call `end` in the end."""

    def __init__(self, lock: WindowLock, answer: Callable[[Wish], Answer], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock, self._answer = lock, answer
        self._callers: set[Caller] = set()
        self._place = ""
        self.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)

    @property
    def place(self) -> str:
        """Where it listens; empty where it does not."""
        return self._place

    def begin(self) -> bool:
        """Listen, and say where in the lock's file, in place of one that was killed. Whether that could be done."""
        put_away(self._lock.address)
        for place in places(self._lock.folder):
            if clear(place) and self.listen(place) and self._lock.tell_address(place):
                self._place = place
                return True
            self.close()
            put_away(place)
        return False

    def end(self) -> None:
        """Hear no one any more."""
        if self._place:
            self._lock.tell_address("")
        self.close()
        for caller in tuple(self._callers):
            caller.end()
        put_away(self._place)
        self._place = ""

    # -- Qt ------------------------------------------------------------------------------------------

    def incomingConnection(self, descriptor: int) -> None:
        """Somebody came. A socket made by Qt would be gone without its Python half knowing, and that be used again."""
        socket = QLocalSocket(self)
        socket.setSocketDescriptor(descriptor)
        if len(self._callers) >= MOST_CALLERS:
            socket.abort()
            socket.deleteLater()
            return
        caller = Caller(socket, self._answer, self._callers.discard)
        self._callers.add(caller)
        caller.look()


class Caller:
    """One who came: says one line in time, is answered, and goes; `gone` is told then, once."""

    def __init__(self, socket: QLocalSocket, answer: Callable[[Wish], Answer], gone: Callable[[Caller], None]) -> None:
        self._socket, self._answer, self._gone = socket, answer, gone
        self._is_heard = self._is_gone = False
        socket.setReadBufferSize(MOST_BYTES + 1)
        socket.readyRead.connect(self.look)
        socket.disconnected.connect(self.end)
        self._patience = QTimer(socket)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self.end)
        self._patience.start()

    def look(self) -> None:
        """See what was said so far."""
        if self._is_heard or self._is_gone:
            return
        if not self._socket.canReadLine():
            if self._socket.bytesAvailable() > MOST_BYTES:
                self.end()
            return
        self._is_heard = True
        self._patience.stop()
        answer = refusal(3, tr("Something went wrong in the window that is open."))
        try:
            wish = read_wish(bytes(self._socket.readLine(MOST_BYTES + 1).data()))
        except ValueError:
            told = tr("Another version of acutimer is open. Close it, then start again.")
            wish, answer = None, refusal(3, told)
        try:
            if wish is not None:
                answer = self._answer(wish)
        finally:  # what should not have happened goes on to where it is noted
            if not self._is_gone:  # while the window was busy with it
                self._patience.start()
                self._socket.write(line_of(answer))
                self._socket.disconnectFromServer()  # once it is written

    def end(self) -> None:
        """Send them away, or see them gone."""
        if self._is_gone:
            return
        self._is_gone = True
        self._patience.stop()
        self._socket.abort()
        self._socket.deleteLater()
        self._gone(self)
