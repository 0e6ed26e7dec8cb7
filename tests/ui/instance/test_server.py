"""The first start listens: a real socket, good callers and bad ones."""

import gc
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalSocket
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from acutimer.ui.instance import server as servers
from acutimer.ui.instance.lock import WindowLock
from acutimer.ui.instance.server import Caller, Server
from acutimer.ui.instance.wishes import MOST_BYTES, Answer, Wish, line_of, read_answer, refusal
from tests.trusting import amount

PATIENCE_MS = 60_000
FOREVER_MS = 3_600_000

Call = Callable[..., QLocalSocket]


class First:
    """What the window would do."""

    def __init__(self) -> None:
        self.heard: list[Wish] = []
        self.answer = Answer()

    def __call__(self, wish: Wish) -> Answer:
        self.heard.append(wish)
        return self.answer


@pytest.fixture
def first() -> First:
    return First()


@pytest.fixture
def server(lock: WindowLock, first: First, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setattr(servers, "PATIENCE_MS", FOREVER_MS)  # nobody is sent away because this machine is busy
    server = Server(lock, first)
    assert server.begin()
    yield server
    server.end()


@pytest.fixture
def call(server: Server, qtbot: QtBot) -> Iterator[Call]:
    """Calls, says something, and comes back once that was dealt with."""
    made: list[QLocalSocket] = []

    def call(line: bytes | None) -> QLocalSocket:
        made.append(caller := QLocalSocket())
        caller.connectToServer(server.place)
        assert caller.waitForConnected(PATIENCE_MS)
        if line is not None:
            caller.write(line)
            qtbot.waitUntil(
                lambda: caller.state() is QLocalSocket.LocalSocketState.UnconnectedState, timeout=PATIENCE_MS
            )
        return caller

    yield call
    for caller in made:
        caller.abort()


def said(caller: QLocalSocket) -> Answer:
    return read_answer(bytes(caller.readAll().data()))


def open_files() -> int:
    return len(os.listdir("/proc/self/fd"))  # noqa: PTH208  names are enough


def test_a_wish_is_passed_on_and_answered(call: Call, first: First) -> None:
    assert said(call(line_of(Wish("balance-points", "token")))) == Answer()
    first.answer = refusal(1, "There is no such routine.")
    assert said(call(line_of(Wish("nonsense")))) == first.answer
    assert first.heard == [Wish("balance-points", "token"), Wish("nonsense")]


@pytest.mark.parametrize("line", [b"\n", b"hello\n", b'{"routine": "a"}\n', b"\xff\n", line_of(Answer())])
def test_what_is_no_wish_is_told_so_and_does_nothing(call: Call, first: First, line: bytes) -> None:
    answer = said(call(line))
    assert answer.code == 3
    assert "Another version" in answer.line
    assert first.heard == []


def test_only_the_first_line_counts(call: Call, first: First) -> None:
    assert said(call(line_of(Wish()) + line_of(Wish("balance-points")) * 10)) == Answer()
    assert first.heard == [Wish()]


@pytest.mark.parametrize("length", [MOST_BYTES + 1, 5_000_000])
def test_who_never_comes_to_an_end_is_sent_away(call: Call, first: First, length: int) -> None:
    assert call(b"x" * length).readAll().isEmpty()
    assert first.heard == []


def test_who_says_nothing_is_sent_away(call: Call, first: First, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as hasty:
        hasty.setattr(servers, "PATIENCE_MS", 1)
        silent = call(None)
        qtbot.waitUntil(lambda: silent.state() is QLocalSocket.LocalSocketState.UnconnectedState, timeout=PATIENCE_MS)
    assert silent.readAll().isEmpty()
    assert said(call(line_of(Wish()))) == Answer()


def test_who_waits_in_the_way_does_not_stay_there(call: Call, first: First, server: Server, qtbot: QtBot) -> None:
    silent = [call(None) for _ in range(servers.MOST_CALLERS)]
    qtbot.waitUntil(lambda: len(server._callers) == servers.MOST_CALLERS, timeout=PATIENCE_MS)
    late = call(b"")
    assert late.readAll().isEmpty()
    for caller in silent[:4]:
        caller.abort()
    qtbot.waitUntil(lambda: len(server._callers) == servers.MOST_CALLERS - 4, timeout=PATIENCE_MS)
    assert said(call(line_of(Wish()))) == Answer()


def test_a_crowd_leaves_nothing_behind(
    server: Server, call: Call, first: First, qtbot: QtBot, tally: Callable[[str, int, int], None]
) -> None:
    crowd = amount(1000, 20_000)
    call(line_of(Wish()))
    gc.collect()
    files, objects = open_files(), len(server.findChildren(QObject))
    done: list[int] = []

    def come() -> None:
        for number in range(crowd):
            with socket.socket(socket.AF_UNIX) as one:
                one.connect(server.place)
                with suppress(OSError):  # sent away already
                    one.sendall((b"", b"x", b"{}\n", line_of(Wish())[:9])[number % 4])
        done.append(crowd)

    thread = threading.Thread(target=come)
    thread.start()
    qtbot.waitUntil(lambda: done == [crowd] and not server._callers, timeout=10 * PATIENCE_MS)
    thread.join()
    is_heard = said(call(line_of(Wish("after")))) == Answer() and first.heard == [Wish(), Wish("after")]
    gc.collect()
    left = [it for it in gc.get_objects() if isinstance(it, Caller)]
    is_clean = open_files() <= files and len(server.findChildren(QObject)) <= objects and len(left) <= 1
    tally("a stranger's calls to the window", crowd, 0 if is_heard and is_clean else crowd)
    assert is_heard
    assert is_clean


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can be another user")
def test_another_user_is_not_let_in(server: Server, lock: WindowLock, first: First) -> None:
    script = "import os, socket, sys; os.setgid(65534); os.setuid(65534); socket.socket(1).connect(sys.argv[1])"
    lock.folder.parent.chmod(0o755)
    for mode in (0o700, 0o755):  # even where the folder should be open
        lock.folder.chmod(mode)
        done = subprocess.run([sys.executable, "-c", script, server.place], check=False, capture_output=True, text=True)
        assert "PermissionError" in done.stderr
    assert Path(server.place).lstat().st_mode & 0o077 == 0


def test_what_a_killed_one_left_is_no_hindrance(lock: WindowLock, first: First, qtbot: QtBot) -> None:
    for place in (lock.folder / "window.socket", lock.folder / "elsewhere"):
        with socket.socket(socket.AF_UNIX) as killed:
            killed.bind(str(place))
    lock.tell_address(str(lock.folder / "elsewhere"))
    server = Server(lock, first)
    assert server.begin()
    assert server.place == lock.address == str(lock.folder / "window.socket")
    assert not (lock.folder / "elsewhere").exists()
    server.end()
    assert lock.address == ""
    assert not (lock.folder / "window.socket").exists()


def test_where_something_lies_in_the_way_it_listens_elsewhere(lock: WindowLock, first: First, qtbot: QtBot) -> None:
    in_the_way = lock.folder / "window.socket"
    in_the_way.write_text("mine", encoding="utf-8")
    server = Server(lock, first)
    assert server.begin()
    place = Path(server.place)
    assert place != in_the_way
    server.end()
    assert in_the_way.read_text(encoding="utf-8") == "mine"
    assert not place.parent.exists()


def test_without_the_lock_nobody_listens(first: First, tmp_path: Path, qtbot: QtBot) -> None:
    server = Server(WindowLock(tmp_path), first)
    assert not server.begin()
    server.end()


def test_a_fault_of_our_own_is_answered_and_noted(call: Call, first: First, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(First, "__call__", lambda _first, _wish: 1 / 0)
    with capture_exceptions() as noted:
        answer = said(call(line_of(Wish())))
    assert answer.code == 3
    assert [kind for kind, *_ in noted] == [ZeroDivisionError]


def test_how_long_the_window_takes_is_not_held_against_the_caller(
    call: Call, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    runs_out: list[bool] = []

    def busy(_first: First, _wish: Wish) -> Answer:
        runs_out.extend(it._patience.isActive() for it in server._callers)
        return Answer()

    monkeypatch.setattr(First, "__call__", busy)
    assert said(call(line_of(Wish()))) == Answer()
    assert runs_out == [False]


def test_who_is_there_when_it_ends_is_let_go(call: Call, server: Server, qtbot: QtBot) -> None:
    silent = call(None)
    qtbot.waitUntil(lambda: bool(server._callers), timeout=PATIENCE_MS)
    server.end()
    qtbot.waitUntil(lambda: silent.state() is QLocalSocket.LocalSocketState.UnconnectedState, timeout=PATIENCE_MS)
