"""What a media player says of itself on the bus: MPRIS 2.2, the interfaces of the player and of the program."""

from collections.abc import Mapping
from typing import Any

from acutimer.paths import DESKTOP_ID
from acutimer.ui.session.desktop.playing import Playing

NAME = "org.mpris.MediaPlayer2.acutimer"
PATH = "/org/mpris/MediaPlayer2"
PROGRAM = "org.mpris.MediaPlayer2"
PLAYER = "org.mpris.MediaPlayer2.Player"
PROPERTIES = "org.freedesktop.DBus.Properties"
INTROSPECTABLE = "org.freedesktop.DBus.Introspectable"
PEER = "org.freedesktop.DBus.Peer"
MICROSECONDS = 1_000_000
LONGEST_SECONDS = 1e9

Variant = tuple[str, Any]  # a value that brings its own type: its D-Bus signature, and the value

# What can be called: interface, method, and the types it is called with.
METHODS: Mapping[tuple[str, str], str] = {
    (PROGRAM, "Raise"): "",
    (PROGRAM, "Quit"): "",
    (PLAYER, "Next"): "",
    (PLAYER, "Previous"): "",
    (PLAYER, "Pause"): "",
    (PLAYER, "PlayPause"): "",
    (PLAYER, "Stop"): "",
    (PLAYER, "Play"): "",
    (PLAYER, "Seek"): "x",
    (PLAYER, "SetPosition"): "ox",
    (PLAYER, "OpenUri"): "s",
    (PROPERTIES, "Get"): "ss",
    (PROPERTIES, "GetAll"): "s",
    (PROPERTIES, "Set"): "ssv",
    (INTROSPECTABLE, "Introspect"): "",
    (PEER, "Ping"): "",
}


def of_program() -> dict[str, Variant]:
    """The properties of the program, which never change. The desktop finds its icon by the desktop entry."""
    return {
        "CanQuit": ("b", True),
        "CanRaise": ("b", True),
        "HasTrackList": ("b", False),
        "Identity": ("s", "acutimer"),
        "DesktopEntry": ("s", DESKTOP_ID),
        "SupportedUriSchemes": ("as", []),
        "SupportedMimeTypes": ("as", []),
    }


def of_player(playing: Playing | None) -> dict[str, Variant]:
    """The properties of the player, all but where it stands."""
    has_end = playing is not None and playing.length_seconds is not None
    return {
        "PlaybackStatus": ("s", _status(playing)),
        "Rate": ("d", 1.0),
        "MinimumRate": ("d", 1.0),
        "MaximumRate": ("d", 1.0),
        "Metadata": ("a{sv}", _metadata(playing)),
        "Volume": ("d", 1.0),
        "CanGoNext": ("b", playing is not None),
        "CanGoPrevious": ("b", playing is not None),
        "CanPlay": ("b", playing is not None),
        "CanPause": ("b", playing is not None),
        "CanSeek": ("b", has_end),
        "CanControl": ("b", True),
    }


def microseconds(seconds: float) -> int:
    """A time as the bus counts it."""
    return round(min(max(0.0, seconds), LONGEST_SECONDS) * MICROSECONDS)


def description(path: str) -> str:
    """The introspection of the object, made from the same tables that answer its callers, or of the way to it.

    Empty where there is nothing.
    """
    if path != PATH:
        beyond = PATH.removeprefix(path.rstrip("/") + "/")
        inner = "" if beyond == PATH else f'  <node name="{beyond.split("/")[0]}"/>\n'
        return inner and f"<!DOCTYPE node PUBLIC {_DOCTYPE}>\n<node>\n{inner}</node>\n"
    standing = of_player(None) | {"Position": ("x", 0)}
    parts = [
        _interface(PROGRAM, of_program(), signals=""),
        _interface(PLAYER, standing, signals='<signal name="Seeked"><arg name="Position" type="x"/></signal>'),
        _interface(PROPERTIES, {}, signals=_PROPERTIES_CHANGED),
        _interface(INTROSPECTABLE, {}, signals=""),
        _interface(PEER, {}, signals=""),
    ]
    return f"<!DOCTYPE node PUBLIC {_DOCTYPE}>\n<node>\n{''.join(parts)}</node>\n"


def _status(playing: Playing | None) -> str:
    if playing is None:
        return "Stopped"
    return "Playing" if playing.is_running else "Paused"


def _metadata(playing: Playing | None) -> dict[str, Variant]:
    if playing is None:
        return {}
    found: dict[str, Variant] = {"mpris:trackid": ("o", playing.track_path)}
    if playing.length_seconds is not None:
        found["mpris:length"] = ("x", microseconds(playing.length_seconds))
    found["xesam:title"] = ("s", _clean(playing.title))
    if playing.artist:
        found["xesam:artist"] = ("as", [_clean(playing.artist)])
    found["xesam:album"] = ("s", _clean(playing.album))
    return found


def _clean(text: str) -> str:
    """The text without what the bus would break off for: a user's routine may hold anything."""
    return text.replace("\0", "").encode(errors="replace").decode()


_DOCTYPE = (
    '"-//freedesktop//DTD D-BUS Object Introspection 1.0//EN" '
    '"http://www.freedesktop.org/standards/dbus/1.0/introspect.dtd"'
)
_PROPERTIES_CHANGED = (
    '<signal name="PropertiesChanged"><arg name="interface" type="s"/>'
    '<arg name="changed" type="a{sv}"/><arg name="invalidated" type="as"/></signal>'
)
_ARGUMENTS = {
    "Seek": ("Offset",),
    "SetPosition": ("TrackId", "Position"),
    "OpenUri": ("Uri",),
    "Get": ("interface", "property"),
    "GetAll": ("interface",),
    "Set": ("interface", "property", "value"),
}
_ANSWERS = {"Get": ("value", "v"), "GetAll": ("properties", "a{sv}"), "Introspect": ("xml", "s")}
_TELLS_CHANGES = "org.freedesktop.DBus.Property.EmitsChangedSignal"
_WRITABLE = ("Rate", "Volume")


def _interface(name: str, properties: Mapping[str, Variant], *, signals: str) -> str:
    lines = [f'  <interface name="{name}">']
    for (interface, method), signature in METHODS.items():
        if interface == name:
            lines.append(f'    <method name="{method}">{_arguments(method, signature)}</method>')
    for key, value in properties.items():
        access = "readwrite" if key in _WRITABLE else "read"
        inner = f'<annotation name="{_TELLS_CHANGES}" value="false"/>' if key == "Position" else ""
        lines.append(f'    <property name="{key}" type="{value[0]}" access="{access}">{inner}</property>')
    if signals:
        lines.append(f"    {signals}")
    return "\n".join([*lines, "  </interface>\n"])


def _arguments(method: str, signature: str) -> str:
    # Every type a method is called with here is one letter long.
    asked = zip(_ARGUMENTS.get(method, ()), signature, strict=True)
    given = [f'<arg name="{name}" type="{kind}" direction="in"/>' for name, kind in asked]
    if method in _ANSWERS:
        name, kind = _ANSWERS[method]
        given.append(f'<arg name="{name}" type="{kind}" direction="out"/>')
    return "".join(given)
