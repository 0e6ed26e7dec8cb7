"""One connection to the session bus, run by Qt's event loop. Nothing here ever waits."""

import os
import socket
import struct
import sys
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QSocketNotifier, Signal

from acutimer.ui.session.desktop.dbus.address import sockets_in

if TYPE_CHECKING:
    from jeepney import MatchRule, Message

ONE_LOOK_BYTES = 1 << 16
MOST_UNSENT_BYTES = 1 << 20  # a bus that reads nothing for so long is as good as gone
UNREADABLE = (ValueError, TypeError, LookupError, AssertionError, RecursionError, struct.error)  # jeepney's refusals

Answer = Callable[["Message"], None]


class Connection(QObject):
    """Begins at once; what is sent before the bus has let us in is sent as soon as it does.

    Signals:
        lost()           the bus went away, or never was there for us; nothing comes after this
        called(Message)  someone calls us; answer with `send`
    """

    lost = Signal()
    called = Signal(object)

    def __init__(self, path: bytes, parent: QObject | None = None) -> None:
        """Connect to the socket at `path`.

        Raises:
            OSError: nobody listens there.
        """
        from jeepney import Parser
        from jeepney.auth import Authenticator
        from jeepney.bus_messages import message_bus

        super().__init__(parent)
        self._authenticator, self._parser = Authenticator(), Parser()
        self._serial = 0
        self._answers: dict[int, Answer] = {}
        self._heard: list[tuple[MatchRule, Answer]] = []
        self._unsent, self._held_back = bytearray(), bytearray()
        self._socket: socket.socket | None = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            self._socket.setblocking(False)
            self._socket.connect(path)
        except OSError:
            self._socket.close()
            raise
        kinds = QSocketNotifier.Type
        self._reading = QSocketNotifier(self._socket.fileno(), kinds.Read, self)
        self._writing = QSocketNotifier(self._socket.fileno(), kinds.Write, self)
        self._writing.setEnabled(False)
        self._reading.activated.connect(self._read)
        self._writing.activated.connect(self._write)
        self._unsent += self._authenticator.data_to_send() or b""
        self.call(message_bus.Hello(), lambda _hello: None)
        self._write()

    @property
    def is_open(self) -> bool:
        """Whether anything can still be sent."""
        return self._socket is not None

    # -- out -------------------------------------------------------------------------------------

    def call(self, message: "Message", answer: Answer) -> None:
        """Call someone; `answer` is given the reply or the error. It is never called once the bus is lost."""
        self._answers[self._serial + 1] = answer
        self.send(message)

    def send(self, message: "Message") -> None:
        """Send an answer, a signal, or a call nobody waits for. A lost bus takes nothing more."""
        from jeepney import MessageFlag, MessageType

        if self._socket is None:
            return
        self._serial += 1
        if message.header.message_type is MessageType.method_call and self._serial not in self._answers:
            message.header.flags |= MessageFlag.no_reply_expected
        data = message.serialise(self._serial)
        if self._authenticator.authenticated:
            self._unsent += data
            self._write()
        else:
            self._held_back += data

    def watch(self, name: str, changed: Callable[[str], None]) -> None:
        """Be told whenever a name gets another owner: its unique name, or "" when there is none."""
        from jeepney.bus_messages import MatchRule, message_bus

        rule = MatchRule(type="signal", sender=message_bus.bus_name, member="NameOwnerChanged")
        rule.add_arg_condition(0, name)

        def heard(message: "Message") -> None:
            if field(message, "signature") == "sss":
                changed(message.body[2])

        self.listen(rule, heard)

    def listen(self, rule: "MatchRule", heard: Answer) -> None:
        """Be given every signal that the rule fits. A rule for a service is best made for its path and interface."""
        from jeepney.bus_messages import message_bus

        self._heard.append((rule, heard))
        self.send(message_bus.AddMatch(rule))

    def close(self) -> None:
        """Leave the bus, which gives up our names and tells whoever did something for us. `lost` does not follow."""
        if self._socket is None:
            return
        for notifier in (self._reading, self._writing):
            notifier.setEnabled(False)
        self._socket.close()
        self._socket = None
        self._answers.clear()
        self._heard.clear()
        self.deleteLater()

    # -- in --------------------------------------------------------------------------------------

    def _read(self) -> None:
        if self._socket is None:
            return
        try:
            data = self._socket.recv(ONE_LOOK_BYTES)
        except (BlockingIOError, InterruptedError):
            return
        except OSError:
            data = b""
        try:
            messages = self._messages_in(data) if data else None
        except UNREADABLE:
            messages = None
        if messages is None:
            self._lose()
        for message in messages or ():
            if self._socket is not None:  # whoever is told of a message may close the connection
                self._take(message)

    def _messages_in(self, data: bytes) -> "list[Message]":
        """The messages that `data` completes; none before the bus has let us in."""
        if self._authenticator.authenticated:
            self._parser.add_data(data)
            return list(self._parsed())
        self._authenticator.feed(data)
        if self._authenticator.authenticated:
            from jeepney.auth import BEGIN

            self._unsent += BEGIN + self._held_back
            self._held_back.clear()
            self._write()
        return []

    def _parsed(self) -> "Iterator[Message]":
        while True:
            try:
                message = self._parser.get_next_message()
            except UNREADABLE:
                if self._parser.next_msg_size is None:
                    raise
                self._parser.next_msg_size = None  # a message of a kind yet to be invented: it is passed over
                continue
            if message is None:
                return
            yield message

    def _take(self, message: "Message") -> None:
        from jeepney import MessageType

        kind = message.header.message_type
        if kind in (MessageType.method_return, MessageType.error):
            answer = self._answers.pop(field(message, "reply_serial"), None)
            if answer is not None:
                answer(message)
        elif kind is MessageType.method_call:
            self.called.emit(message)
        else:
            for heard in [heard for rule, heard in self._heard if rule.matches(message)]:
                heard(message)

    def _write(self) -> None:
        if self._socket is None:
            return
        try:
            while self._unsent:
                del self._unsent[: self._socket.send(self._unsent)]
            has_failed = False
        except OSError as problem:
            is_full = isinstance(problem, BlockingIOError | InterruptedError)
            has_failed = not is_full or len(self._unsent) > MOST_UNSENT_BYTES
        if has_failed:
            self._lose()
        else:
            self._writing.setEnabled(bool(self._unsent))

    def _lose(self) -> None:
        self.close()
        self.lost.emit()


def connect(parent: QObject | None = None, environment: Mapping[str, str] = os.environ) -> Connection | None:
    """A connection to the session bus, or None where there is none; Windows has none."""
    if sys.platform == "win32":
        return None
    for path in sockets_in(environment):
        try:
            connection = Connection(path, parent)
        except OSError:
            continue
        if connection.is_open:
            return connection
    return None


def field(message: "Message", name: str) -> Any:
    """What the header says of the message: "path", "member", "sender"; an empty text where it does not say."""
    from jeepney import HeaderFields

    return message.header.fields.get(HeaderFields[name], "")
