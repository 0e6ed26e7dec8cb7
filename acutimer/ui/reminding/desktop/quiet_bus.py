"""Whether the desktop wants quiet, as its services on the session bus say it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

from acutimer.ui.session.desktop.dbus.connection import Connection, connect, field

if TYPE_CHECKING:
    from jeepney import Message

PATIENCE_MS = 1500
NOTICES, NOTICES_PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"
PROPERTIES = "org.freedesktop.DBus.Properties"


@dataclass(frozen=True, slots=True)
class Question:
    """A yes-or-no question to a service; `signature` and `body` are what the call takes."""

    service: str
    path: str
    interface: str
    member: str
    signature: str = ""
    body: tuple[str, ...] = ()


# Plasma says it as a property of the notices' own service, dunst as another; the others have a service for it. GNOME
# says it to nobody, and shows no notice while it is on.
QUESTIONS = (
    Question(NOTICES, NOTICES_PATH, PROPERTIES, "Get", "ss", (NOTICES, "Inhibited")),
    Question(NOTICES, NOTICES_PATH, PROPERTIES, "Get", "ss", ("org.dunstproject.cmd0", "paused")),
    Question("org.erikreider.swaync.cc", "/org/erikreider/swaync/cc", "org.erikreider.swaync.cc", "GetDnd"),
    Question(
        "org.xfce.Xfconf",
        "/org/xfce/Xfconf",
        "org.xfce.Xfconf",
        "GetProperty",
        "ss",
        ("xfce4-notifyd", "/do-not-disturb"),
    ),
)


class QuietBus(QObject):
    """Asks every service that is there, and starts none for it. Who does not answer in time has nothing against it."""

    def __init__(self, parent: QObject | None = None, environment: Mapping[str, str] | None = None) -> None:
        """`environment` tells where the bus is; without it, that of this process does."""
        super().__init__(parent)
        self._environment = environment
        self._bus: Connection | None = None
        self._answer: Callable[[bool], None] | None = None
        self._asked = 0
        self._open: set[Question] = set()
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(partial(self._end, False))

    def ask(self, answer: Callable[[bool], None]) -> None:
        """Call `answer` once, with True where the desktop wants quiet; whoever asked before and waits hears no more."""
        if self._bus is None:
            self._bus = connect(self) if self._environment is None else connect(self, self._environment)
            if self._bus is not None:
                self._bus.lost.connect(self._forget)
        self._answer = answer
        self._asked += 1
        if self._bus is None:
            self._end(False)
            return
        self._open = set(QUESTIONS)
        self._patience.start(PATIENCE_MS)
        for question in QUESTIONS:
            self._bus.call(_call(question), partial(self._on_answer, self._asked, question))

    def close(self) -> None:
        """Answer nothing more, and leave the bus."""
        self._patience.stop()
        self._answer = None
        if self._bus is not None:
            self._bus.close()
            self._bus = None

    def _on_answer(self, asked: int, question: Question, answer: "Message") -> None:
        if asked != self._asked or self._answer is None:
            return
        self._open.discard(question)
        if not field(answer, "error_name") and _is_yes(answer.body):
            self._end(True)
        elif not self._open:
            self._end(False)

    def _forget(self) -> None:
        self._bus = None
        self._end(False)

    def _end(self, is_quiet: bool) -> None:
        self._patience.stop()
        answer, self._answer = self._answer, None
        if answer is not None:
            answer(is_quiet)


def _is_yes(body: tuple[Any, ...]) -> bool:
    """A truth value, or one that brings its type with it."""
    return body in ((True,), (("b", True),))


def _call(question: Question) -> "Message":
    from jeepney import DBusAddress, MessageFlag, new_method_call

    address = DBusAddress(question.path, question.service, question.interface)
    message = new_method_call(address, question.member, question.signature or None, question.body)
    message.header.flags |= MessageFlag.no_auto_start
    return message
