"""A second start asks the first for what it wants. It opens neither settings nor log, and shows nothing."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

from acutimer.language.catalogue import marked, tr
from acutimer.ui.instance.lock import Held, WindowLock
from acutimer.ui.instance.wishes import MOST_BYTES, Answer, Wish, line_of, read_answer, wish_of_this_start

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalSocket

COMING_SECONDS = 15.0
"""How long the first may take until it listens: it is opening its window, or closing it."""
ANSWER_SECONDS = 15.0
"""How long it may take to answer: a routine it is asked for has begun by then."""
AGAIN_SECONDS = 0.05
WRONG_INPUT, WORLDS_FAULT, INTERRUPTED = 1, 3, 130
NO_ANSWER = marked(
    "acutimer is open already, perhaps on another computer that shares your files, but it does not answer. "
    "Close it there, then start again."
)


def hand_over(lock: WindowLock, routine: str | None) -> int | None:
    """Ask the holder of the lock to show its window, and to begin the routine if one is named.

    Returns the exit code; None where the holder ended meanwhile: then the lock is ours, and so is the window.
    """
    try:
        wish = wish_of_this_start(routine)
    except ValueError:
        return _say(tr("There is no such routine; `acutimer routines` lists them."), WRONG_INPUT)
    end = time.monotonic() + COMING_SECONDS
    try:
        while lock.take() is Held.ELSEWHERE:
            answer = ask(lock.address, wish)
            if answer is not None:
                return _say(answer.line, answer.code) if answer.line else answer.code
            if time.monotonic() >= end:
                return _say(tr(NO_ANSWER), WORLDS_FAULT)
            time.sleep(AGAIN_SECONDS)
    except TimeoutError:
        return _say(tr(NO_ANSWER), WORLDS_FAULT)
    except KeyboardInterrupt:
        return INTERRUPTED
    return None


def ask(place: str, wish: Wish) -> Answer | None:
    """What the program that listens at `place` answers; None where nobody listens, or sends us away.

    Raises:
        TimeoutError: somebody does, and says nothing.
    """
    if not place:
        return None
    from PySide6.QtNetwork import QLocalSocket

    end = time.monotonic() + ANSWER_SECONDS
    socket = QLocalSocket()
    socket.setReadBufferSize(MOST_BYTES + 1)
    socket.connectToServer(place)
    try:
        if not socket.waitForConnected(_left_ms(end)):
            return None
        _let_it_come_forward()
        socket.write(line_of(wish))
        return _read(socket, end)
    finally:
        socket.abort()


def _read(socket: QLocalSocket, end: float) -> Answer | None:
    from PySide6.QtNetwork import QLocalSocket

    while not socket.canReadLine():
        if socket.bytesAvailable() > MOST_BYTES:
            return None
        if not socket.waitForReadyRead(_left_ms(end)):
            if socket.state() is QLocalSocket.LocalSocketState.ConnectedState:
                raise TimeoutError
            if not socket.canReadLine():
                return None
    try:
        return read_answer(bytes(socket.readLine(MOST_BYTES + 1).data()))
    except ValueError:
        return None


def _left_ms(end: float) -> int:
    return max(1, round((end - time.monotonic()) * 1000))


def _say(line: str, code: int) -> int:
    sys.stderr.write(f"acutimer: {line}\n")
    return code


def _let_it_come_forward() -> None:
    """Windows lets a program to the front only when the one the user started says so."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(-1)
