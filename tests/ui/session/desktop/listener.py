"""Prints every signal a media player tells, with its types; run by the system's Python."""

import sys
from typing import Any

from gi.repository import Gio, GLib  # type: ignore[import-not-found]  # the system's, not pip's


def heard(_bus: Any, _sender: str, _path: str, _interface: str, signal: str, body: Any) -> None:
    """A signal came."""
    tell(f"{signal} {body.print_(True)}")


def tell(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    bus = Gio.bus_get_sync(Gio.BusType.SESSION, None)
    bus.signal_subscribe(None, None, None, "/org/mpris/MediaPlayer2", None, Gio.DBusSignalFlags.NONE, heard)
    # The bus answers in order: after this it knows what we want to hear.
    given = ("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "GetId")
    bus.call_sync(*given, None, None, Gio.DBusCallFlags.NONE, -1, None)
    tell("listening")
    GLib.MainLoop().run()
