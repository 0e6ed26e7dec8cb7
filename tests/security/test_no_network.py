"""The watch over every test: what asks for the world outside is refused, and found out."""

import contextlib
import ctypes
import smtplib
import socket
import threading
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.no_network import OutsideError
from tests.trusting import amount

INET = socket.AF_INET


def _connect_by_handle() -> None:
    """A socket that was made where nobody looks (not by Python) is refused where it speaks."""
    with socket.socket(fileno=ctypes.CDLL(None).socket(INET.value, socket.SOCK_STREAM.value, 0)) as made:
        made.connect(("192.0.2.1", 80))


ASKING: dict[str, Callable[[], object]] = {
    "a stream": lambda: socket.socket(INET, socket.SOCK_STREAM),
    "a datagram": lambda: socket.socket(INET, socket.SOCK_DGRAM),
    "the newer internet": lambda: socket.socket(socket.AF_INET6),
    "this computer's own address": lambda: socket.create_server(("127.0.0.1", 0)),
    "a connection": lambda: socket.create_connection(("192.0.2.1", 80), timeout=0.01),
    "another's handle": _connect_by_handle,
    "a name": lambda: socket.getaddrinfo("example.org", 443),
    "a name, the old way": lambda: socket.gethostbyname("example.org"),
    "a page": lambda: urllib.request.urlopen("https://example.org", timeout=0.01),
    "a letter": lambda: smtplib.SMTP("192.0.2.1", timeout=0.01),
}


@pytest.mark.parametrize("way", ASKING)
def test_what_asks_for_the_world_outside_is_refused_and_noted(way: str, asked_outside: list[str]) -> None:
    with pytest.raises(OutsideError):
        ASKING[way]()
    assert asked_outside
    asked_outside.clear()


def test_code_that_swallows_the_refusal_is_found_out(asked_outside: list[str]) -> None:
    with contextlib.suppress(Exception):
        socket.socket(INET)
    assert asked_outside == [f"socket.__new__: a socket of family {INET.value}"]
    asked_outside.clear()


def test_a_thread_is_watched_as_well(asked_outside: list[str]) -> None:
    def ask() -> None:
        with contextlib.suppress(OutsideError):
            socket.gethostbyname("example.org")

    thread = threading.Thread(target=ask)
    thread.start()
    thread.join()
    assert len(asked_outside) == 1
    asked_outside.clear()


def test_what_stays_on_this_computer_is_let_through(tmp_path: Path, asked_outside: list[str]) -> None:
    for _ in range(amount(3, 100)):
        near, far = socket.socketpair()
        with near, far:
            near.sendall(b"here")
            assert far.recv(4) == b"here"
    if hasattr(socket, "AF_UNIX"):
        with contextlib.closing(socket.socket(socket.AF_UNIX)) as local, pytest.raises(FileNotFoundError):
            local.connect(str(tmp_path / "nobody"))
    assert not asked_outside
