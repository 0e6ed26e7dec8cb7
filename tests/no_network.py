"""Watches over everything Python does with sockets: nothing leaves this computer, and nothing listens to outside.

Qt's own sockets go past Python; tests/security/test_whole_run.py looks at those from outside the process.
"""

import socket
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Any

AUTOMATIC = -1  # a socket made from a handle says so: it was made somewhere before, and that was looked at there
LOCAL = {AUTOMATIC, getattr(socket, "AF_UNIX", AUTOMATIC)}
# Whatever asks for another computer by its name or address, or speaks to one.
SPEAKING = frozenset({
    "socket.getaddrinfo",
    "socket.gethostbyname",
    "socket.gethostbyaddr",
    "socket.getnameinfo",
    "urllib.Request",
    "http.client.connect",
    "ftplib.connect",
    "smtplib.connect",
    "poplib.connect",
    "imaplib.open",
    "nntplib.connect",
    "telnetlib.Telnet.open",
    "webbrowser.open",
})  # fmt: skip
ADDRESSED = frozenset({"socket.bind", "socket.connect", "socket.sendto", "socket.sendmsg"})


class OutsideError(Exception):
    """Something asked for the world outside. Code that swallows this is found out nevertheless."""


class Watch:
    """Notes and refuses what goes outside, in every thread. Once installed it stays: Python takes no hook away."""

    def __init__(self) -> None:
        self.tried: list[str] = []  # one list for ever: whoever looks at it clears it
        self.sockets = 0  # made, the refused ones too

    def install(self) -> None:
        """Begin to watch."""
        sys.addaudithook(self)

    def __call__(self, event: str, given: Sequence[Any]) -> None:
        """What the interpreter calls at every step that somebody may want to know of."""
        look = _LOOKS.get(event)
        if look is None:
            return
        self.sockets += event == "socket.__new__"
        if found := look(given):
            self.tried.append(f"{event}: {found}")
            raise OutsideError(self.tried[-1])


def _made(given: Sequence[Any]) -> str:
    """(the socket, its family, its kind, its protocol)."""
    family = given[1]
    is_local = family in LOCAL or sys.platform == "win32"  # a pair of sockets is made of two others on Windows
    return "" if is_local else f"a socket of family {family}"


def _addressed(given: Sequence[Any]) -> str:
    """(the socket, the address): a path, or a name without one, stays on this computer."""
    address = given[1] if len(given) > 1 else None
    if address is None or isinstance(address, str | bytes | bytearray):
        return ""
    is_own = sys.platform == "win32" and isinstance(address, tuple) and address[:1] in {("127.0.0.1",), ("::1",)}
    return "" if is_own else f"the address {address!r}"


_LOOKS: Mapping[str, Callable[[Sequence[Any]], str]] = {
    "socket.__new__": _made,
    **dict.fromkeys(ADDRESSED, _addressed),
    **dict.fromkeys(SPEAKING, lambda given: repr(tuple(given)[:2])),
}
