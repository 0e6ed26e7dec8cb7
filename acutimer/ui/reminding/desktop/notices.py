"""Notices of the desktop, over the session bus: org.freedesktop.Notifications."""

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from acutimer.paths import DESKTOP_ID
from acutimer.ui.session.desktop.dbus.connection import Connection, connect, field

if TYPE_CHECKING:
    from jeepney import Message

SERVICE = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"
PROGRAM = "acutimer"
OPEN = "default"  # the specification's name for a press on the notice itself
MOST_LETTERS = 200
PATIENCE_MS = 5000  # the bus itself waits for a service that hangs as long as that lives
NBSP = "\u00a0"  # Python counts it among what cannot be printed


@dataclass(frozen=True, slots=True)
class Notice:
    """What is shown. `body` is our own words: some desktops read markup in it, and none in the `title`.

    `actions` are buttons: a name for each, and its words.
    """

    title: str
    body: str
    actions: Sequence[tuple[str, str]] = ()


class Notices(QObject):
    """Shows one notice at a time: a new one takes the place of the last. Nothing here waits, and nothing raises."""

    acted = Signal(str)
    """The name of the button that was pressed on the notice shown last; OPEN for a press on the notice itself."""
    closed = Signal()
    """The notice shown last is gone, and nothing was pressed."""

    def __init__(self, parent: QObject | None = None, environment: Mapping[str, str] | None = None) -> None:
        """`environment` tells where the bus is; without it, that of this process does."""
        super().__init__(parent)
        self._environment = environment
        self._bus: Connection | None = None
        self._shown = 0  # the server's number of the notice; it counts from 1
        self._waiting: Callable[[], None] | None = None  # whom to tell if no answer comes
        self._asked = 0  # how many were asked for: an answer to one that is no longer the last tells nothing
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._give_up)

    def show(self, notice: Notice, failed: Callable[[], None]) -> None:
        """Show a notice, or call `failed` where nobody can."""
        if self._bus is None:
            self._bus = self._connect()
        if self._bus is None:
            failed()
            return
        self._asked += 1
        number = self._asked

        def answered(answer: "Message") -> None:
            is_shown = not field(answer, "error_name") and field(answer, "signature") == "u"
            if number == self._asked:
                self._shown = answer.body[0] if is_shown else 0
                self._stop_waiting()
                if not is_shown:
                    failed()

        self._waiting = failed
        self._patience.start()
        self._bus.call(_notify(notice, self._shown), answered)

    def take_back(self) -> None:
        """Take the notice away: what it asks for was done."""
        if self._bus is not None and self._shown:
            self._bus.send(_call("CloseNotification", "u", self._shown))
        self._shown = 0

    def close(self) -> None:
        """Take the notice away, for nobody would hear its buttons, and leave the bus."""
        self._stop_waiting()
        self.take_back()
        if self._bus is not None:
            self._bus.close()
            self._bus = None

    def _connect(self) -> Connection | None:
        from jeepney.bus_messages import MatchRule

        bus = connect(self) if self._environment is None else connect(self, self._environment)
        if bus is not None:
            bus.lost.connect(self._forget)
            bus.watch(SERVICE, self._on_owner)
            bus.listen(MatchRule(type="signal", interface=SERVICE, path=PATH), self._on_signal)
        return bus

    def _forget(self) -> None:
        """The bus is gone; the next notice looks for it again."""
        self._bus, self._shown = None, 0
        waiting = self._stop_waiting()
        if waiting is not None:
            waiting()

    def _give_up(self) -> None:
        """Nobody answers: what comes later is too late, and is not told of."""
        self._asked += 1
        waiting = self._stop_waiting()
        if waiting is not None:
            waiting()

    def _stop_waiting(self) -> Callable[[], None] | None:
        """Whom to tell if nobody can show it, once."""
        self._patience.stop()
        waiting, self._waiting = self._waiting, None
        return waiting

    def _on_owner(self, _owner: str) -> None:
        """The server is another: it knows nothing of the last one's notices."""
        self._shown = 0

    def _on_signal(self, signal: "Message") -> None:
        """Every program hears of every notice: only what is of ours counts."""
        match field(signal, "member"), field(signal, "signature"), signal.body:
            case "ActivationToken", "us", (number, token) if number == self._shown:
                os.environ["XDG_ACTIVATION_TOKEN"] = token  # where Qt's Wayland looks for leave to come to the front
            case "ActionInvoked", "us", (number, action) if number == self._shown and number:
                self._shown = 0
                self.acted.emit(action)
            case "NotificationClosed", "uu", (number, _) if number == self._shown and number:
                self._shown = 0
                self.closed.emit()


def _notify(notice: Notice, replaced: int) -> "Message":
    actions = [text for action in notice.actions for text in (action[0], _clean(action[1]))]
    hints: dict[str, tuple[str, Any]] = {"desktop-entry": ("s", DESKTOP_ID), "urgency": ("y", 1)}
    body = (PROGRAM, replaced, DESKTOP_ID, _clean(notice.title), _clean(notice.body), actions, hints, -1)
    return _call("Notify", "susssasa{sv}i", *body)


def _call(member: str, signature: str, *body: Any) -> "Message":
    from jeepney import DBusAddress, new_method_call

    return new_method_call(DBusAddress(PATH, SERVICE, SERVICE), member, signature, body)


def _clean(text: str) -> str:
    """One line without what the bus would break off for: a user's routine may hold anything."""
    legible = "".join(letter if letter.isprintable() or letter == NBSP else " " for letter in text)
    return legible.encode(errors="replace").decode()[:MOST_LETTERS]
