"""Keeping the screen on over the session bus: the screen saver's service, or else the desktop portal."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from acutimer.ui.session.desktop.dbus.connection import Connection, connect, field

if TYPE_CHECKING:
    from jeepney import Message

PROGRAM = "acutimer"
SAVER = "org.freedesktop.ScreenSaver"
PORTAL = "org.freedesktop.portal.Desktop"
PORTAL_PATH = "/org/freedesktop/portal/desktop"
IDLE = 8  # the portal's flag: the session must not count as idle


@dataclass(frozen=True, slots=True)
class Way:
    """One service that can keep the screen on. `ask` makes the call, `let_go` the one that undoes its answer."""

    service: str
    ask: Callable[[str], "Message"]
    answer: str  # the types of what it answers: a cookie, or the path of a request
    let_go: Callable[[Any], "Message"]


def _saver(path: str) -> Way:
    def ask(why: str) -> "Message":
        return _call(SAVER, path, SAVER, "Inhibit", "ss", PROGRAM, why)

    def let_go(cookie: int) -> "Message":
        return _call(SAVER, path, SAVER, "UnInhibit", "u", cookie)

    return Way(SAVER, ask, "u", let_go)


def _portal() -> Way:
    def ask(why: str) -> "Message":
        body = ("", IDLE, {"reason": ("s", why)})  # no window: the portal then asks nobody anything
        return _call(PORTAL, PORTAL_PATH, "org.freedesktop.portal.Inhibit", "Inhibit", "sua{sv}", *body)

    def let_go(request: str) -> "Message":
        return _call(PORTAL, request, "org.freedesktop.portal.Request", "Close")

    return Way(PORTAL, ask, "o", let_go)


def _call(service: str, path: str, interface: str, member: str, signature: str = "", *body: Any) -> "Message":
    from jeepney import DBusAddress, new_method_call

    return new_method_call(DBusAddress(path, service, interface), member, signature or None, body)


def _unstarted(message: "Message") -> "Message":
    """The same to a service that is there; one that is not is not started for it."""
    from jeepney import MessageFlag

    message.header.flags |= MessageFlag.no_auto_start
    return message


# Some desktops know the screen saver by its short path only.
WAYS = (_saver("/org/freedesktop/ScreenSaver"), _saver("/ScreenSaver"), _portal())


class BusKeeper(QObject):
    """Asks one service after another until one agrees, and remembers what that one gave.

    A service that starts anew has forgotten us: it is asked again as soon as its name is back, but not started for
    that, or one that ends as it begins would be started for ever. A service that never answers holds up nobody. When
    a release comes before the answer, what the answer gives is given back at once.
    Whoever keeps the screen on for us lets go when our connection ends, however that happens.
    """

    def __init__(self, parent: QObject | None = None, environment: Mapping[str, str] | None = None) -> None:
        """`environment` tells where the bus is; without it, that of this process does."""
        super().__init__(parent)
        self._environment = environment
        self._bus: Connection | None = None
        self._why: str | None = None  # None: the screen may go off
        self._is_asking = False
        self._is_new_service = False  # one appeared while another was being asked
        self._held: tuple[Way, Any] | None = None

    def hold(self, why: str) -> None:
        """Keep the screen on until `release`. While the service holds, or thinks it over, nothing is asked again."""
        self._why = why
        if self._bus is None:
            self._bus = self._connect()
        if self._held is None and not self._is_asking:
            self._ask(0)

    def release(self) -> None:
        """Let the screen go off; a service that has not answered yet is told when it does."""
        self._why = None
        self._let_go()

    def close(self) -> None:
        """Leave the bus, and all that was held with it."""
        self.release()
        if self._bus is not None:
            self._bus.close()
            self._forget()

    def _connect(self) -> Connection | None:
        bus = connect(self) if self._environment is None else connect(self, self._environment)
        if bus is not None:
            bus.lost.connect(self._forget)
            for service in (SAVER, PORTAL):
                bus.watch(service, partial(self._on_owner, service))
        return bus

    def _forget(self) -> None:
        """The bus is gone, and all that was agreed on with it; the next `hold` looks for it again."""
        self._bus, self._held, self._is_asking, self._is_new_service = None, None, False, False

    def _ask(self, index: int, *, may_start: bool = True) -> None:
        bus, why = self._bus, self._why
        self._is_asking = bus is not None and why is not None and index < len(WAYS)
        if bus is None or why is None:
            return
        if index < len(WAYS):
            question = WAYS[index].ask(why)
            bus.call(question if may_start else _unstarted(question), partial(self._on_answer, index, may_start))
        elif self._is_new_service:
            self._is_new_service = False
            self._ask(0, may_start=False)

    def _on_answer(self, index: int, may_start: bool, answer: "Message") -> None:
        way = WAYS[index]
        if field(answer, "error_name") or field(answer, "signature") != way.answer:
            self._ask(index + 1, may_start=may_start)
            return
        self._is_asking = self._is_new_service = False
        self._held = way, answer.body[0]
        if self._why is None:
            self._let_go()

    def _let_go(self) -> None:
        if self._held is not None and self._bus is not None:
            way, given = self._held
            self._bus.send(_unstarted(way.let_go(given)))  # a service that is gone keeps nothing on any more
        self._held = None

    def _on_owner(self, service: str, owner: str) -> None:
        """A service has come, gone, or come again in another's place."""
        if self._held is not None and self._held[0].service == service:
            self._held = None
        if not owner or self._held is not None:
            return
        if self._is_asking:
            self._is_new_service = True
        else:
            self._ask(0, may_start=False)
