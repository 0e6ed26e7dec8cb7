"""What only a bus that misbehaves shows; a real one is at work in the tests of awake and media."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from jeepney import DBusAddress, HeaderFields, Message, Parser, new_method_call, new_method_return, new_signal
from jeepney.low_level import calc_msg_size
from pytestqt.qtbot import QtBot

from acutimer.ui.session.desktop.dbus.connection import MOST_UNSENT_BYTES, Connection, connect
from tests.ui.session.desktop.children import PATIENCE_MS

NO_MESSAGE = b"not a message at all"
PEER = DBusAddress("/", "a.b", "org.freedesktop.DBus.Peer")


def ping() -> Message:
    return new_method_call(PEER, "Ping")


def text(length: int) -> Message:
    return new_signal(DBusAddress("/", interface="a.b"), "C", "s", ("x" * length,))


class Line:
    """A connection, and the other end of it in the test's hands."""

    def __init__(self, connection: Connection, end: socket.socket) -> None:
        self.connection, self._end = connection, end
        self._unread = b""

    def expect(self, until: bytes) -> bytes:
        while until not in self._unread:
            self._unread += self._end.recv(4096)
        before, _, self._unread = self._unread.partition(until)
        return before

    def message(self) -> Message:
        while len(self._unread) < 16 or len(self._unread) < calc_msg_size(self._unread):
            self._unread += self._end.recv(4096)
        length = calc_msg_size(self._unread)
        data, self._unread = self._unread[:length], self._unread[length:]
        (message,) = Parser().feed(data)
        return message

    def say(self, data: bytes) -> None:
        self._end.sendall(data)

    def hang_up(self) -> None:
        self._end.close()


@pytest.fixture
def line(tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Line]:
    monkeypatch.chdir(tmp_path)  # the whole path may be too long for a socket
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("bus")
        listening.listen()
        connection = connect(environment={"DBUS_SESSION_BUS_ADDRESS": "unix:path=none;unix:path=bus"})
        assert connection is not None
        end, _ = listening.accept()
        end.settimeout(30)
        yield Line(connection, end)
        connection.close()
        end.close()


def let_in(line: Line, qtbot: QtBot) -> None:
    line.say(b"OK 5\r\n")
    reading = line.connection._reading
    with qtbot.waitSignal(reading.activated, timeout=PATIENCE_MS):
        pass
    line.expect(b"BEGIN\r\n")


def test_nothing_is_said_before_the_bus_has_let_us_in(line: Line, qtbot: QtBot) -> None:
    line.connection.send(ping())
    assert line.expect(b"\r\n").startswith(b"\0AUTH EXTERNAL ")
    let_in(line, qtbot)
    assert [line.message().header.fields[HeaderFields.member] for _ in range(2)] == ["Hello", "Ping"]


def test_a_call_gets_its_own_answer_however_it_is_cut(line: Line, qtbot: QtBot) -> None:
    let_in(line, qtbot)
    answers: list[Message] = []
    line.connection.call(ping(), answers.append)
    line.message()
    call = line.message()
    mine = new_method_return(call, "s", ("mine",)).serialise(2)
    call.header.serial += 5
    data = new_method_return(call, "s", ("other",)).serialise(1) + mine
    for part in (data[:40], data[40:]):
        with qtbot.waitSignal(line.connection._reading.activated, timeout=PATIENCE_MS):
            line.say(part)
    assert [it.body for it in answers] == [("mine",)]


def test_a_message_of_a_kind_yet_to_be_invented_is_passed_over(line: Line, qtbot: QtBot) -> None:
    let_in(line, qtbot)
    called: list[Message] = []
    line.connection.called.connect(called.append)
    unknown = bytearray(ping().serialise(1))
    unknown[1] = 9
    with qtbot.waitSignal(line.connection.called, timeout=PATIENCE_MS):
        line.say(bytes(unknown) + ping().serialise(2))
    assert [it.header.serial for it in called] == [2]
    assert line.connection.is_open


def test_whoever_hears_a_call_may_leave_the_bus(line: Line, qtbot: QtBot) -> None:
    let_in(line, qtbot)
    called: list[Message] = []
    line.connection.called.connect(called.append)
    line.connection.called.connect(line.connection.close)
    with qtbot.waitSignal(line.connection.called, timeout=PATIENCE_MS):
        line.say(ping().serialise(1) + ping().serialise(2))
    assert [it.header.serial for it in called] == [1]


@pytest.mark.parametrize("words", [b"REJECTED EXTERNAL\r\n", b"OK 5\r\nand more", NO_MESSAGE])
def test_a_bus_that_talks_nonsense_is_left(line: Line, qtbot: QtBot, words: bytes) -> None:
    with qtbot.waitSignal(line.connection.lost, timeout=PATIENCE_MS):
        if words is NO_MESSAGE:
            let_in(line, qtbot)
        line.say(words)
    assert not line.connection.is_open
    line.connection.send(ping())


def test_a_bus_that_hangs_up_is_told_of_once(line: Line, qtbot: QtBot) -> None:
    lost: list[bool] = []
    line.connection.lost.connect(lambda: lost.append(True))
    let_in(line, qtbot)
    with qtbot.waitSignal(line.connection.lost, timeout=PATIENCE_MS):
        line.hang_up()
    line.connection.send(ping())
    line.connection.close()
    assert lost == [True]


def test_a_bus_that_reads_nothing_is_given_up_in_the_end(line: Line, qtbot: QtBot) -> None:
    let_in(line, qtbot)
    for _ in range(8):
        line.connection.send(text(MOST_UNSENT_BYTES // 4))
    assert not line.connection.is_open


def test_what_the_bus_takes_slowly_arrives_whole(line: Line, qtbot: QtBot) -> None:
    let_in(line, qtbot)
    line.message()
    line.connection.send(text(MOST_UNSENT_BYTES // 2))
    writing = line.connection._writing
    while writing.isEnabled():
        line._unread += line._end.recv(1 << 20)
        with qtbot.waitSignal(writing.activated, timeout=PATIENCE_MS):
            pass
    assert line.message().body == text(MOST_UNSENT_BYTES // 2).body


def test_a_new_owner_of_a_name_that_is_told_wrongly_is_none(line: Line, qtbot: QtBot) -> None:
    told: list[str] = []
    line.connection.watch("a.b", told.append)
    let_in(line, qtbot)
    for signature, body in (("s", ("a.b",)), ("ssu", ("a.b", "", 1)), ("sss", ("a.b", "", ":1.9"))):
        changed = new_signal(DBusAddress("/", interface="org.freedesktop.DBus"), "NameOwnerChanged", signature, body)
        changed.header.fields[HeaderFields.sender] = "org.freedesktop.DBus"
        line.say(changed.serialise(1))
    qtbot.waitUntil(lambda: bool(told), timeout=PATIENCE_MS)
    assert told == [":1.9"]


def test_nobody_listening_is_no_bus(tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert connect(environment={"DBUS_SESSION_BUS_ADDRESS": "unix:path=bus"}) is None
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("bus")
    assert connect(environment={"DBUS_SESSION_BUS_ADDRESS": "unix:path=bus"}) is None
