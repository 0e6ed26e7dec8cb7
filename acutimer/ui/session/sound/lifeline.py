"""Whether the speech service is still there. Its library crashes or hangs when it is used after that."""

import os
import socket
from collections.abc import Mapping
from pathlib import Path


class Lifeline:
    """A connection of our own to speech-dispatcher that nothing is sent on; it breaks when the service goes."""

    def __init__(self, address: str) -> None:
        self._socket: socket.socket | None = None
        way, _, place = address.partition(":")
        if way != "unix_socket":
            return
        connection = socket.socket(socket.AF_UNIX)
        connection.setblocking(False)
        try:
            connection.connect(place)
        except OSError:
            connection.close()
        else:
            self._socket = connection

    @property
    def is_tied(self) -> bool:
        """Whether there is a connection at all, so that `is_alive` is known."""
        return self._socket is not None

    @property
    def is_alive(self) -> bool:
        """Whether the service is there; also where that cannot be known."""
        if self._socket is None:
            return True
        try:
            return self._socket.recv(1, socket.MSG_PEEK) != b""
        except BlockingIOError:
            return True
        except OSError:
            return False

    def close(self) -> None:
        """Let go."""
        if self._socket is not None:
            self._socket.close()
            self._socket = None


def service_address(environment: Mapping[str, str] = os.environ) -> str:
    """Where the system's speech-dispatcher listens, as its library finds it."""
    if environment.get("SPEECHD_ADDRESS"):
        return environment["SPEECHD_ADDRESS"]
    cache = environment.get("XDG_CACHE_HOME") or str(Path(environment.get("HOME", "")) / ".cache")
    running = environment.get("XDG_RUNTIME_DIR") or cache
    return f"unix_socket:{running}/speech-dispatcher/speechd.sock"
