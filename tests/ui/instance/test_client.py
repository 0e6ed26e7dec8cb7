"""A second start, and whom it may find: a first that answers, hangs, is gone, or ends meanwhile."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from acutimer.ui.instance import client
from acutimer.ui.instance.client import hand_over
from acutimer.ui.instance.lock import Held, WindowLock
from acutimer.ui.instance.wishes import MOST_BYTES, Answer, Wish, line_of, read_wish, refusal

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the first is played by a POSIX socket")


class Lock(WindowLock):
    """Somebody else's: `address` says where they are each time they are looked for, and then it is ours."""

    def __init__(self, *addresses: str) -> None:
        super().__init__(Path("nowhere"))
        self._addresses = [*addresses]
        self._there = ""

    def take(self) -> Held:
        if not self._addresses:
            return Held.HERE
        self._there = self._addresses.pop(0)
        return Held.ELSEWHERE

    @property
    def address(self) -> str:
        return self._there


@pytest.fixture(autouse=True)
def generous(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody is given up because this machine is busy."""
    monkeypatch.setattr(client, "COMING_SECONDS", 120.0)
    monkeypatch.setattr(client, "ANSWER_SECONDS", 120.0)


@pytest.fixture
def folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="a-") as name:
        yield Path(name)


# Listens, and answers those who come one after another as it was told; a dash hangs. Python's own sockets in a process
# of its own: a call that waits in Qt lets no thread of this one go on.
FIRST = """
import socket, sys
listener = socket.socket(socket.AF_UNIX)
listener.bind(sys.argv[1])
listener.listen()
print("listening", flush=True)
for reply in sys.argv[2:]:
    caller, _ = listener.accept()
    line = caller.makefile("rb").readline()
    print(line.hex(), flush=True)
    if reply == "-":
        sys.stdin.read()
    caller.sendall(bytes.fromhex(reply))
    caller.shutdown(socket.SHUT_RDWR)
"""


@contextmanager
def first(folder: Path, *replies: bytes | None) -> Iterator[tuple[str, Callable[[], Wish]]]:
    """Somebody who listens: where, and what reads the next wish they heard."""
    place = str(folder / "socket")
    told = ["-" if reply is None else reply.hex() for reply in replies]
    command = [sys.executable, "-c", FIRST, place, *told]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        lines = child.stdout
        assert lines.readline() == "listening\n"
        try:
            yield place, lambda: read_wish(bytes.fromhex(lines.readline()))
        finally:
            child.kill()


def test_what_is_asked_and_answered_passes_through(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    unknown = refusal(1, "There is none. Did you mean “Knöchel”?")
    with first(folder, line_of(Answer()), line_of(unknown)) as (place, next_wish):
        assert hand_over(Lock(place), None) == 0
        assert next_wish().routine == ""
        assert capsys.readouterr() == ("", "")
        assert hand_over(Lock(place), "nonsense") == 1
        assert next_wish().routine == "nonsense"
    assert capsys.readouterr() == ("", "acutimer: There is none. Did you mean “Knöchel”?\n")


def test_one_that_does_not_listen_yet_is_waited_for(folder: Path) -> None:
    with first(folder, line_of(Answer())) as (place, _):
        assert hand_over(Lock("", "", str(folder / "left behind"), place), None) == 0


def test_one_that_ended_meanwhile_leaves_the_window_to_us(folder: Path) -> None:
    with first(folder, b"") as (place, _):
        assert hand_over(Lock("", place), None) is None


def test_one_that_hangs_is_told_in_one_line(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client, "ANSWER_SECONDS", 0.01)
    with first(folder, None) as (place, _):
        assert hand_over(Lock(*[place] * 9), None) == 3
    (line,) = capsys.readouterr().err.splitlines()
    assert "does not answer" in line


def test_one_that_never_listens_is_told_in_one_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client, "COMING_SECONDS", 0.0)
    assert hand_over(Lock("", ""), None) == 3
    (line,) = capsys.readouterr().err.splitlines()
    assert "does not answer" in line


@pytest.mark.parametrize("garbage", [b"hello\n", b"x" * (MOST_BYTES + 2), b'{"code": 0}\n'])
def test_an_answer_that_is_none_is_asked_for_again(folder: Path, garbage: bytes) -> None:
    with first(folder, garbage, line_of(Answer())) as (place, _):
        assert hand_over(Lock(place, place), None) == 0


def test_what_cannot_be_an_id_is_not_even_asked(capsys: pytest.CaptureFixture[str]) -> None:
    assert hand_over(Lock(""), "no\nid") == 1
    assert "There is no such routine" in capsys.readouterr().err


def test_an_interruption_ends_the_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_seconds: float) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(time, "sleep", interrupt)
    assert hand_over(Lock("", ""), None) == 130
