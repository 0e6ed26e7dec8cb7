"""Whoever calls the window that is open says anything: it is answered with a line or sent away, and hears the next."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from fuzz_files import ANY, damaged_bytes, dumped, spoilt_values
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from acutimer.ui.instance import client
from acutimer.ui.instance import server as servers
from acutimer.ui.instance.client import ask
from acutimer.ui.instance.lock import WindowLock
from acutimer.ui.instance.server import Server
from acutimer.ui.instance.wishes import MOST_BYTES, Answer, Wish, line_of, read_answer, read_wish, refusal
from tests.fuzz.trying import Tell, try_all

LIAR = Path(__file__).with_name("liar.py")
PATIENCE_MS = 60_000
FOREVER_MS = 3_600_000
WISHES = [json.loads(line_of(it)) for it in (Wish(), Wish("balance-points"), Wish("own-1", "token", "id_TIME123"))]
ANSWERS = [json.loads(line_of(it)) for it in (Answer(), refusal(3, "A session has the window."), refusal(1, "膝"))]
FAR_TOO_LONG = [b"x" * 20_000, b"[" * MOST_BYTES + b"\n", b'"' + b"\\" * (MOST_BYTES - 3) + b'"\n', b"\n" * 9000]


def lines(sound: list[dict[str, object]]) -> st.SearchStrategy[bytes]:
    """What may come through the socket: lines as they should be, nearly so, or of anything else."""
    whole = st.sampled_from(sound).map(dumped)
    ends = st.sampled_from([b"\n", b"\n", b"\n", b"", b"\n\n", b"\r\n", b"\n{}\n"])
    said = st.one_of(
        whole,
        spoilt_values(st.sampled_from(sound)).map(dumped),
        damaged_bytes(whole),
        ANY.map(dumped),
        st.fixed_dictionaries({name: st.text(max_size=300) | ANY for name in sound[0]}).map(dumped),
        st.binary(max_size=60),
    )
    return st.builds(bytes.__add__, said, ends) | st.sampled_from(FAR_TOO_LONG)


@pytest.fixture
def heard() -> list[Wish]:
    return []


@pytest.fixture
def server(lock: WindowLock, heard: list[Wish], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setattr(servers, "PATIENCE_MS", FOREVER_MS)  # nobody is sent away because this machine is busy

    def answer(wish: Wish) -> Answer:
        heard.append(wish)
        return refusal(1, f"There is no {wish.routine}.") if wish.routine else Answer()

    server = Server(lock, answer)
    assert server.begin()
    yield server
    server.end()


def say(server: Server, data: bytes, qtbot: QtBot) -> bytes:
    """What comes back; whoever is not answered because the line has no end hangs up."""
    caller = QLocalSocket()
    caller.connectToServer(server.place)
    assert caller.waitForConnected(PATIENCE_MS)
    caller.write(data)
    if b"\n" not in data and len(data) <= MOST_BYTES:
        for _ in range(3):
            QCoreApplication.processEvents()
        caller.abort()
        return b""
    gone = QLocalSocket.LocalSocketState.UnconnectedState
    qtbot.waitUntil(lambda: caller.state() is gone, timeout=PATIENCE_MS)
    return bytes(caller.readAll().data())


def is_wish(data: bytes) -> bool:
    line, end, _ = data.partition(b"\n")
    try:
        read_wish(line + end)
    except ValueError:
        return False
    return True


def test_every_caller_is_answered_or_sent_away_and_the_next_is_heard(
    server: Server, heard: list[Wish], qtbot: QtBot, tally: Tell
) -> None:
    def check(data: bytes) -> None:
        heard.clear()
        with qtbot.captureExceptions() as raised:
            told = say(server, data, qtbot)
            wished = list(heard)
            next_one = read_answer(say(server, line_of(Wish()), qtbot))
        assert not raised
        assert len(wished) == is_wish(data)
        if told:
            assert read_answer(told).code == (0 if wished and not wished[0].routine else 1 if wished else 3)
        assert next_one == Answer()

    try_all(tally, "callers of the window that is open", check, lines(WISHES), short=30, long=500)


def test_a_later_start_bears_whatever_it_is_answered(
    lock: WindowLock, qtbot: QtBot, tally: Tell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client, "ANSWER_SECONDS", 120.0)
    place = str(lock.folder / "s")
    command = [sys.executable, "-S", str(LIAR), place]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1) as liar:
        assert liar.stdin is not None
        assert liar.stdout is not None
        assert liar.stdout.readline() == "ready\n"
        told = liar.stdin

        def check(data: bytes) -> None:
            told.write(f"{data.hex()}\n")
            answer = ask(place, Wish("balance-points"))
            assert answer is None or (bool(answer.line) == bool(answer.code) and answer.line.isprintable())

        try:
            try_all(tally, "answers of a window that lies", check, lines(ANSWERS), short=30, long=1000)
        finally:
            liar.stdin.close()
