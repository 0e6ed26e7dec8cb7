"""The session as a media player on the bus, so that media keys, headsets and the desktop's remote reach it."""

import os
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from acutimer.ui.session.desktop.dbus.connection import Connection, connect, field
from acutimer.ui.session.desktop.mpris import (
    LONGEST_SECONDS,
    METHODS,
    MICROSECONDS,
    NAME,
    PATH,
    PLAYER,
    PROGRAM,
    PROPERTIES,
    Variant,
    description,
    microseconds,
    of_player,
    of_program,
)
from acutimer.ui.session.desktop.playing import Playing

if TYPE_CHECKING:
    from jeepney import Message

OWNERS_ANSWERS = (1, 4)  # we have the name now, or had it already
JUMP_SECONDS = 0.5


class MediaRemote(QObject):
    """One phase is one track. What a remote asks for is told in signals; what it may mean is for others to say.

    Seeking keeps faith with the record: back practises the last seconds again, forward past the end skips the phase,
    and forward to a place inside it is refused, for time that was not pressed is not counted. `SetPosition` follows
    the same rule. A remote that was refused is told where the phase stands.

    There is a player on the bus from the first `show` of something until the `show` of None. Where there is no bus, or
    it goes away, nothing happens; the next `show` looks for it again.

    Signals: play, pause, play_pause, stop, next, previous; seek(float) seconds, less than 0 for back; raised and quit
    ask for the window and for the program's end.
    """

    play = Signal()
    pause = Signal()
    play_pause = Signal()
    stop = Signal()
    next = Signal()
    previous = Signal()
    seek = Signal(float)
    raised = Signal()
    quit = Signal()

    def __init__(
        self,
        monotonic: Callable[[], float],
        parent: QObject | None = None,
        environment: Mapping[str, str] = os.environ,
    ) -> None:
        """`environment` tells where the bus is. Windows and macOS have none, and so no remote."""
        super().__init__(parent)
        self._monotonic, self._environment = monotonic, environment
        self._bus: Connection | None = None
        self._playing: Playing | None = None
        self._shown_at = 0.0
        self._told: dict[str, Variant] = {}

    def show(self, playing: Playing | None) -> None:
        """Say what the session does now; None when there is none. Call it at every change, not with every tick."""
        if playing is None:
            self.close()
            return
        before, stood_at, now = self._playing, self._position(), self._monotonic()
        self._playing, self._shown_at = playing, now
        if self._bus is None:
            self._open()
            return
        self._tell_changes()
        if before is not None and before.track == playing.track and abs(self._position() - stood_at) > JUMP_SECONDS:
            self._tell_position()

    def close(self) -> None:
        """Leave the bus, and the name with it."""
        bus, self._bus, self._playing = self._bus, None, None
        if bus is not None:
            bus.close()

    # -- out -------------------------------------------------------------------------------------

    def _open(self) -> None:
        self._bus = connect(self, self._environment)
        if self._bus is None:
            return
        self._bus.lost.connect(self._forget)
        self._bus.called.connect(self._on_call)
        self._told = of_player(self._playing)
        self._bus.call(_request(NAME), self._on_name)

    def _on_name(self, answer: "Message") -> None:
        """A second window of the program takes a name of its own, as MPRIS has it."""
        is_answer = not field(answer, "error_name") and field(answer, "signature") == "u"
        is_ours = is_answer and answer.body[0] in OWNERS_ANSWERS
        if self._bus is not None and not is_ours:
            self._bus.send(_request(f"{NAME}.instance{os.getpid()}"))

    def _forget(self) -> None:
        self._bus = None

    def _tell_changes(self) -> None:
        properties = of_player(self._playing)
        changed = {name: value for name, value in properties.items() if self._told.get(name) != value}
        self._told = properties
        if changed:
            self._tell(PROPERTIES, "PropertiesChanged", "sa{sv}as", PLAYER, changed, [])

    def _tell_position(self) -> None:
        self._tell(PLAYER, "Seeked", "x", microseconds(self._position()))

    def _tell(self, interface: str, member: str, signature: str, *body: Any) -> None:
        if self._bus is not None:
            from jeepney import DBusAddress, new_signal

            self._bus.send(new_signal(DBusAddress(PATH, interface=interface), member, signature, body))

    def _position(self) -> float:
        """Where the phase stands now, in seconds."""
        playing = self._playing
        if playing is None:
            return 0.0
        passed = self._monotonic() - self._shown_at if playing.is_running else 0.0
        longest = LONGEST_SECONDS if playing.length_seconds is None else playing.length_seconds
        return min(max(0.0, playing.position_seconds + passed), longest)

    # -- in --------------------------------------------------------------------------------------

    def _on_call(self, call: "Message") -> None:
        """Answer first: what is asked for may change, or end, everything."""
        from jeepney import MessageFlag

        bus = self._bus
        if bus is None:
            return
        path, interface, member = (field(call, it) for it in ("path", "interface", "member"))
        interface = interface or next((it for it, method in METHODS if method == member), "")
        wanted = METHODS.get((interface, member))
        if path != PATH and member == "Introspect" and (xml := description(path)):
            answer = _reply(call, "s", xml)
        elif path != PATH:
            answer = _refusal(call, "UnknownObject", f"There is nothing at {path}")
        elif wanted is None:
            answer = _refusal(call, "UnknownMethod", f"There is no {member} in {interface}")
        elif field(call, "signature") != wanted:
            answer = _refusal(call, "InvalidArgs", f"{member} takes {wanted!r}")
        else:
            answer = self._answer_to(call, member)
        if MessageFlag.no_reply_expected not in call.header.flags:
            bus.send(answer)
        if not field(answer, "error_name"):
            self._do(interface, member, call.body)

    def _answer_to(self, call: "Message", member: str) -> "Message":
        match member, call.body:
            case "Get", (interface, name):
                value = self._properties(interface).get(name)
                unknown = _refusal(call, "UnknownProperty", f"There is no {name} in {interface}")
                return unknown if value is None else _reply(call, "v", value)
            case "GetAll", (interface,):
                return _reply(call, "a{sv}", self._properties(interface))
            case "Set", _:
                return self._refuse_to_set(call)
            case "OpenUri", _:
                return _refusal(call, "NotSupported", "Nothing can be opened here")
            case "Introspect", _:
                return _reply(call, "s", description(PATH))
        return _reply(call)

    def _properties(self, interface: str) -> dict[str, Variant]:
        if interface == PROGRAM:
            return of_program()
        if interface == PLAYER:
            return of_player(self._playing) | {"Position": ("x", microseconds(self._position()))}
        return {}

    def _refuse_to_set(self, call: "Message") -> "Message":
        """The pace is a person's own, and the loudness is the settings' business; the same again may be set."""
        interface, name, value = call.body
        now = self._properties(interface).get(name)
        if now is None:
            return _refusal(call, "UnknownProperty", f"There is no {name} in {interface}")
        if interface != PLAYER or name not in ("Rate", "Volume"):
            return _refusal(call, "PropertyReadOnly", f"{name} cannot be set")
        return _reply(call) if value == now else _refusal(call, "NotSupported", f"{name} cannot be changed here")

    def _do(self, interface: str, member: str, body: tuple[Any, ...]) -> None:
        plain = {
            "Raise": self.raised,
            "Quit": self.quit,
            "Next": self.next,
            "Previous": self.previous,
            "Pause": self.pause,
            "PlayPause": self.play_pause,
            "Stop": self.stop,
            "Play": self.play,
        }
        if interface in (PROGRAM, PLAYER) and member in plain:
            plain[member].emit()
        elif member == "Seek":
            self._seek(body[0] / MICROSECONDS)
        elif member == "SetPosition":
            self._set_position(*body)

    def _set_position(self, track: str, position: int) -> None:
        """Go to a place in the track. MPRIS passes over another track's, and places outside it."""
        playing = self._playing
        if playing is None or playing.length_seconds is None or track != playing.track_path:
            return
        if 0 <= position <= microseconds(playing.length_seconds):
            self._seek(position / MICROSECONDS - self._position())

    def _seek(self, seconds: float) -> None:
        playing, stands_at = self._playing, self._position()
        if playing is None or playing.length_seconds is None:
            return
        wanted = max(-stands_at, seconds)
        if 0 <= wanted < playing.length_seconds - stands_at:
            self._tell_position()
        else:
            self.seek.emit(wanted)


def _request(name: str) -> "Message":
    from jeepney.bus_messages import DBusNameFlags, message_bus

    return message_bus.RequestName(name, DBusNameFlags.do_not_queue)


def _reply(call: "Message", signature: str = "", *body: Any) -> "Message":
    from jeepney import new_method_return

    return new_method_return(call, signature or None, body)


def _refusal(call: "Message", error: str, words: str) -> "Message":
    """The answer that a call cannot be followed; `error` is the last part of one of D-Bus' own names."""
    from jeepney import new_error

    return new_error(call, f"org.freedesktop.DBus.Error.{error}", "s", (words,))
