"""The other end of `deeds`: a child is begun, killed or let go to its end, and what it told is read."""

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.crash.deeds import GO, PAUSED
from tests.crash.user import User

ROOT = Path(__file__).resolve().parents[2]


@dataclass(slots=True)
class Child:
    """A process that does a deed. `begun` and `ended` count its steps as it told them."""

    pid: int
    server: "Server"
    begun: int = 0
    ended: int = 0
    status: int | None = field(default=None)
    """The exit code, or minus the signal that ended it; None while it lives."""

    def go(self) -> None:
        """Let it begin, or go on after a step where it was asked to wait."""
        self.server.write(GO.encode())

    def hear(self) -> str:
        """The first word of what it tells next; "gone" is the last."""
        word, number = self.server.read()
        match word:
            case "begins":
                self.begun = number + 1
            case "ended":
                self.ended = number + 1
            case "gone":
                self.status = number
        return word

    def hear_all(self) -> int:
        """Wait for its end; the exit code, or minus the signal."""
        while self.hear() != "gone":
            pass
        assert self.status is not None
        return self.status

    @property
    def was_killed(self) -> bool:
        """Whether it did not come to its own end."""
        return self.status == -signal.SIGKILL

    def kill(self) -> None:
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)


class Server:
    """The process that makes the children: one after the other, without loading the program anew."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.crash.deeds"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        )

    def begin(self, user: User, deed: str, rounds: int = 1, *, is_paused: bool = False) -> Child:
        """A child that waits for `go`."""
        self.write("\t".join([str(user.home), deed, str(rounds), *([PAUSED] if is_paused else [])]).encode() + b"\n")
        word, pid = self.read()
        assert word == "child"
        return Child(pid, self)

    def write(self, data: bytes) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(data)
        self._process.stdin.flush()

    def read(self) -> tuple[str, int]:
        assert self._process.stdout is not None
        line = self._process.stdout.readline().decode()
        assert line, "the children's server ended"
        word, number = line.split()
        return word, int(number)

    def close(self) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait(60)
        self._process.stdout.close()


@contextlib.contextmanager
def server() -> Iterator[Server]:
    """A server, for as long as it is wanted."""
    made = Server()
    try:
        yield made
    finally:
        made.close()


def duration_of(made: Server, user: User, deed: str, rounds: int) -> float:
    """How many seconds a deed takes here when nobody disturbs it."""
    child = made.begin(user, deed, rounds)
    since = time.monotonic()
    child.go()
    status = child.hear_all()
    assert status == 0, f"{deed} failed by itself"
    return time.monotonic() - since


def killed_after(made: Server, user: User, deed: str, rounds: int, seconds: float) -> Child:
    """A child that was killed so many seconds after it began, if it was not done before."""
    child = made.begin(user, deed, rounds)
    child.go()
    time.sleep(seconds)
    child.kill()
    child.hear_all()
    return child


def after_each_step(made: Server, user: User, deed: str, rounds: int, look: Callable[[], None]) -> None:
    """Do a deed to its end, and let `look` look at the files after each step while the child waits."""
    child = made.begin(user, deed, rounds, is_paused=True)
    child.go()
    while (word := child.hear()) != "gone":
        if word == "ended":
            look()
            child.go()
    assert child.status == 0, f"{deed} failed by itself"
