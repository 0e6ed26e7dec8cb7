"""A bus, and services on it, that answer anything: what we wanted of them is missing, and nothing worse comes of it."""

import os
import select
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from fuzz_files import damaged_bytes
from hypothesis import strategies as st
from jeepney import DBusAddress, HeaderFields, Message, MessageType, Parser, new_method_call, new_signal
from jeepney.low_level import Endianness, Header, MessageFlag
from PySide6.QtCore import QCoreApplication, QObject
from pytestqt.qtbot import QtBot

from acutimer.ui.reminding.desktop.notices import Notice, Notices
from acutimer.ui.reminding.desktop.quiet_bus import QuietBus
from acutimer.ui.session.desktop.awake_bus import BusKeeper
from acutimer.ui.session.desktop.dbus.connection import Connection
from acutimer.ui.session.desktop.media import MediaRemote
from tests.fuzz.desktop.messages import MEMBERS, PATHS, bodies
from tests.fuzz.trying import Tell, try_all
from tests.ui.session.desktop.test_media import PRESS

ADDRESS = {"DBUS_SESSION_BUS_ADDRESS": "unix:path=bus"}
NOTICE = Notice("Knees", "It is time.", (("start", "Start"),))
NOTICES, SAVER = "org.freedesktop.Notifications", "org.freedesktop.ScreenSaver"
SIGNALS = (
    ("org.freedesktop.DBus", "/org/freedesktop/DBus", "NameOwnerChanged"),
    ("org.freedesktop.DBus", "/org/freedesktop/DBus", "NameLost"),
    (NOTICES, "/org/freedesktop/Notifications", "ActionInvoked"),
    (NOTICES, "/org/freedesktop/Notifications", "NotificationClosed"),
    (NOTICES, "/org/freedesktop/Notifications", "ActivationToken"),
    ("org.freedesktop.portal.Request", "/org/freedesktop/portal/desktop/request/1", "Response"),
)
USUAL = st.sampled_from(
    [
        *(("u", (1,)), ("u", (0,)), ("o", ("/a",)), ("s", (":1.7",)), ("sss", (NOTICES, "", ":1.9"))),
        *(("sss", (SAVER, "", ":1.9")), ("sss", (SAVER, ":1.9", "")), ("s", (SAVER,)), ("s", (NOTICES,))),
        *(
            ("us", (1, "start")),
            ("us", (1, "default")),
            ("uu", (1, 2)),
            ("b", (True,)),
            ("v", (("b", True),)),
            ("", ()),
        ),
    ]
)
BODIES = USUAL | bodies()
SENDERS = st.sampled_from(["org.freedesktop.DBus", ":1.7", "org.freedesktop.Notifications", ""])


@st.composite
def answers(draw: st.DrawFn) -> tuple[MessageType, int, str, tuple[Any, ...]]:
    """What is answered to a call: how, beside which number, and what."""
    kind = draw(st.sampled_from([MessageType.method_return, MessageType.method_return, MessageType.error]))
    return kind, draw(st.sampled_from([0, 0, 0, 0, 1, -1, 1000])), *draw(BODIES)


@st.composite
def signals(draw: st.DrawFn) -> Message:
    """A signal of a service one listens to, or a call out of nowhere."""
    interface, path, member = draw(st.sampled_from(SIGNALS))
    signature, body = draw(BODIES)
    if draw(st.integers(0, 4)) == 0:
        told = new_method_call(DBusAddress(draw(PATHS), ":1.1", "a.b"), draw(MEMBERS), signature or None, body)
    else:
        told = new_signal(DBusAddress(path, interface=interface), member, signature or None, body)
    if sender := draw(SENDERS):
        told.header.fields[HeaderFields.sender] = sender
    return told


NOISE = st.none() | damaged_bytes(signals().map(lambda it: it.serialise(77))) | st.binary(min_size=1, max_size=100)
LIES = (st.lists(answers(), min_size=1, max_size=8), st.lists(signals(), max_size=6), NOISE)


class Liar:
    """The other end of a connection: lets everyone in, and answers whatever it is told to."""

    def __init__(self, listening: socket.socket) -> None:
        self._listening = listening
        self._serial = 0

    def deal_with(
        self,
        client: QObject,
        lies: list[tuple[MessageType, int, str, tuple[Any, ...]]],
        told: list[Message],
        noise: bytes | None,
    ) -> None:
        """Let one client in, answer what it asks, tell it more, and end with noise."""
        end, _ = self._listening.accept()
        with end:
            end.sendall(b"OK 5\r\n")
            self._settle(client)
            parser = Parser()
            parser.add_data(self._read(end).partition(b"BEGIN\r\n")[2])
            for kind, beside, signature, body in lies:
                asked = parser.get_next_message()
                serial = 1 if asked is None else asked.header.serial
                self._send(end, self._answer(kind, max(1, serial + beside), signature, body))
                self._settle(client)
                parser.add_data(self._read(end))
            for message in told:
                self._serial += 1
                self._send(end, message.serialise(self._serial))
            if noise is not None:
                self._send(end, noise)
            self._settle(client)
        self._settle(client)

    def _answer(self, kind: MessageType, serial: int, signature: str, body: tuple[Any, ...]) -> bytes:
        fields: dict[HeaderFields, Any] = {HeaderFields.reply_serial: serial, HeaderFields.sender: ":1.7"}
        if signature:
            fields[HeaderFields.signature] = signature
        if kind is MessageType.error:
            fields[HeaderFields.error_name] = "org.freedesktop.DBus.Error.Failed"
        self._serial += 1
        header = Header(Endianness.little, kind, MessageFlag(0), 1, 0, self._serial, fields)
        return bytes(Message(header, body).serialise(self._serial))

    def _send(self, end: socket.socket, data: bytes) -> None:
        end.setblocking(True)
        end.settimeout(0.2)
        try:
            end.sendall(data)
        except OSError:  # it has hung up, or reads no more
            return

    def _read(self, end: socket.socket) -> bytes:
        end.setblocking(False)
        found = b""
        try:
            while more := end.recv(1 << 16):
                found += more
        except OSError:
            pass
        return found

    def _settle(self, client: QObject) -> None:
        """Let the client read all there is for it."""
        while any(_has_news(it) for it in client.findChildren(Connection)):
            QCoreApplication.processEvents()
        QCoreApplication.processEvents()


def _has_news(connection: Connection) -> bool:
    sockets = connection._socket
    return sockets is not None and bool(select.select([sockets], [], [], 0)[0])


@pytest.fixture
def liar(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Liar]:
    monkeypatch.chdir(tmp_path)  # the whole path may be too long for a socket
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("bus")
        listening.listen(50)
        yield Liar(listening)


def keeper() -> tuple[QObject, Callable[[], None]]:
    made = BusKeeper(environment=ADDRESS)
    made.hold("a session")

    def end() -> None:
        made.release()
        made.close()

    return made, end


def notices() -> tuple[QObject, Callable[[], None]]:
    made = Notices(environment=ADDRESS)
    made.show(NOTICE, lambda: None)

    def end() -> None:
        made.take_back()
        made.close()

    return made, end


def quiet() -> tuple[QObject, Callable[[], None]]:
    made = QuietBus(environment=ADDRESS)
    heard: list[bool] = []
    made.ask(heard.append)

    def end() -> None:
        made.close()
        assert len(heard) <= 1

    return made, end


def remote() -> tuple[QObject, Callable[[], None]]:
    made = MediaRemote(lambda: 5000.0, environment=ADDRESS)
    made.show(PRESS)
    return made, made.close


@pytest.mark.parametrize("make", [keeper, notices, quiet, remote])
def test_whatever_a_bus_says_we_go_on(
    make: Callable[[], tuple[QObject, Callable[[], None]]], liar: Liar, qtbot: QtBot, tally: Tell
) -> None:
    def check(
        lies: list[tuple[MessageType, int, str, tuple[Any, ...]]], told: list[Message], noise: bytes | None
    ) -> None:
        with qtbot.captureExceptions() as raised:
            client, end = make()
            liar.deal_with(client, lies, told, noise)
            end()
            client.deleteLater()
        assert not raised

    try_all(tally, "lies of a bus and its services", check, *LIES, short=12, long=400)
    os.environ.pop("XDG_ACTIVATION_TOKEN", None)
