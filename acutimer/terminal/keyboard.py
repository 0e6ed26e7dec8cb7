"""Keys without Enter: the terminal is put into a mode of its own and set back on every way out."""

import select
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from enum import StrEnum
from typing import Protocol, TextIO

from acutimer.language.catalogue import tr


class Key(StrEnum):
    """What the user asks for."""

    GO = "go"  # pause, go on, start now
    SKIP = "skip"
    BACK = "back"
    MORE = "more"
    REDO = "redo"
    WAIT = "wait"
    SAY = "say"
    STOP = "stop"
    UNDO = "undo"


KEYS = {
    **dict.fromkeys((" ", "\r", "\n"), Key.GO),
    **dict.fromkeys(("\x1b[C", "\x1bOC", "n"), Key.SKIP),
    **dict.fromkeys(("\x1b[D", "\x1bOD", "b"), Key.BACK),
    **dict.fromkeys(("\x1b[A", "\x1bOA", "+", "="), Key.MORE),
    **dict.fromkeys(("q", "."), Key.STOP),
    "r": Key.REDO,
    "w": Key.WAIT,
    "s": Key.SAY,
    "u": Key.UNDO,
}


def keys_told() -> str:
    """What the keys do, on one line."""
    return tr("Space pause or go on · → skip · ← back · + longer · R again · W wait · S say again · Q stop")


class Keys(Protocol):
    """Where keys come from. `can_answer` is whether anyone could press one."""

    can_answer: bool

    def wait(self, seconds: float) -> Key | None:
        """The next key, or None when `seconds` have passed without one."""


class NoKeys:
    """Nobody at the keys: waiting is all there is to do."""

    can_answer = False

    def __init__(self, sleep: Callable[[float], None]) -> None:
        self._sleep = sleep

    def wait(self, seconds: float) -> Key | None:
        """Let the time pass."""
        self._sleep(seconds)
        return None


def keys_in(text: str) -> list[Key]:
    """The keys in what a terminal sent; what means nothing is left out."""
    found = []
    while text:
        length = 3 if text.startswith(("\x1b[", "\x1bO")) else 1
        key = KEYS.get(text[:length]) or KEYS.get(text[:length].lower())
        if key is not None:
            found.append(key)
        text = text[length:]
    return found


@contextmanager
def keys_of(stream: TextIO | None, sleep: Callable[[float], None] = time.sleep) -> Iterator[Keys]:
    """The keys of a terminal; without one (a pipe, a file, a job in the background) `sleep` passes the time."""
    if stream is None or stream.closed or not stream.isatty():
        yield NoKeys(sleep)
    else:
        with _terminal_keys(stream, sleep) as keys:
            yield keys


if sys.platform == "win32":
    import msvcrt

    _GLANCE_SECONDS = 0.02

    class _ConsoleKeys:
        can_answer = True

        def wait(self, seconds: float) -> Key | None:
            until = time.monotonic() + seconds
            while not msvcrt.kbhit():
                left = until - time.monotonic()
                if left <= 0:
                    return None
                time.sleep(min(_GLANCE_SECONDS, left))
            character = msvcrt.getwch()
            if character in "\x00\xe0":  # an arrow comes as two characters
                return {"M": Key.SKIP, "K": Key.BACK, "H": Key.MORE}.get(msvcrt.getwch())
            return KEYS.get(character.lower())

    @contextmanager
    def _terminal_keys(stream: TextIO, sleep: Callable[[float], None]) -> Iterator[Keys]:
        del stream, sleep  # the console is one for the whole process, and always answers
        yield _ConsoleKeys()

else:
    import os
    import termios
    import tty

    class _TerminalKeys:
        can_answer = True

        def __init__(self, handle: int) -> None:
            self._handle = handle
            self._pressed: deque[Key] = deque()

        def wait(self, seconds: float) -> Key | None:
            if not self._pressed and select.select([self._handle], [], [], seconds)[0]:
                try:
                    sent = os.read(self._handle, 64)
                except OSError:  # the terminal is gone
                    sent = b""
                self._pressed.extend(keys_in(sent.decode("ascii", errors="ignore")) if sent else [Key.STOP])
            return self._pressed.popleft() if self._pressed else None

    @contextmanager
    def _terminal_keys(stream: TextIO, sleep: Callable[[float], None]) -> Iterator[Keys]:
        handle = stream.fileno()
        if not _is_ours(handle):
            yield NoKeys(sleep)
            return
        before = termios.tcgetattr(handle)
        tty.setcbreak(handle)  # Ctrl-C stays a signal
        try:
            yield _TerminalKeys(handle)
        finally:
            with suppress(OSError, termios.error):  # the terminal is gone
                termios.tcsetattr(handle, termios.TCSADRAIN, before)

    def _is_ours(handle: int) -> bool:
        """Whether what is typed there comes here: not in the background, nor in a session without a terminal."""
        try:
            return os.tcgetpgrp(handle) == os.getpgrp()
        except OSError:
            return False
