"""Stands in for the desktop's notices, run by the system's Python: GLib's D-Bus is as strict as real ones.

Every call is printed as a line of JSON. A line of JSON written to it is a signal to tell: its name and what it takes.
Started with "inhibited" it wants quiet; with "slow" it never says whether it does; with "refusing" it shows nothing,
and with "hanging" it does not even say that.
"""

import json
import os
import sys
from typing import Any

from gi.repository import Gio, GLib  # type: ignore[import-not-found]  # the system's, not pip's

NAME, PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"
XML = f"""<node><interface name="{NAME}">
<method name="Notify"><arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/>
<arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="as" direction="in"/>
<arg type="a{{sv}}" direction="in"/><arg type="i" direction="in"/><arg type="u" direction="out"/></method>
<method name="CloseNotification"><arg type="u" direction="in"/></method>
<signal name="ActionInvoked"><arg type="u"/><arg type="s"/></signal>
<signal name="ActivationToken"><arg type="u"/><arg type="s"/></signal>
<signal name="NotificationClosed"><arg type="u"/><arg type="u"/></signal>
</interface>
<interface name="org.freedesktop.DBus.Properties">
<method name="Get"><arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="v" direction="out"/></method>
</interface></node>"""
SIGNALS = {"ActionInvoked": "(us)", "ActivationToken": "(us)", "NotificationClosed": "(uu)"}
FIRST_NUMBER = 4_000_000_000  # more than a signed number of 32 bits holds


def tell(**what: Any) -> None:
    """Print one thing that happened."""
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


class Notifier:
    """Shows every notice there and then, and numbers them from FIRST_NUMBER."""

    def __init__(self, manner: set[str]) -> None:
        self.manner, self.number = manner, FIRST_NUMBER
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION, None)
        for interface in Gio.DBusNodeInfo.new_for_xml(XML).interfaces:
            self.bus.register_object(PATH, interface, self.called, None, None)
        Gio.bus_own_name_on_connection(self.bus, NAME, 0, lambda *_: tell(ready=True), None)
        GLib.io_add_watch(sys.stdin, GLib.IO_IN | GLib.IO_HUP, self.hear)

    def called(self, _bus: Any, _sender: str, _path: str, _interface: str, method: str, body: Any, call: Any) -> None:
        """Somebody called."""
        given = body.unpack()
        if method == "Get":
            if "slow" not in self.manner:
                self.answer_property(given, call)
            return
        tell(method=method, body=given)
        if method == "CloseNotification":
            call.return_value(None)
        elif "refusing" in self.manner:
            call.return_dbus_error("org.freedesktop.DBus.Error.LimitsExceeded", "No more")
        elif "hanging" not in self.manner:
            number = given[1] or self.number
            self.number += not given[1]
            call.return_value(GLib.Variant("(u)", (number,)))

    def answer_property(self, asked: tuple[str, str], call: Any) -> None:
        """Say whether it wants quiet."""
        if asked == (NAME, "Inhibited"):
            is_quiet = GLib.Variant("b", "inhibited" in self.manner)
            call.return_value(GLib.Variant.new_tuple(GLib.Variant.new_variant(is_quiet)))
        else:
            call.return_dbus_error("org.freedesktop.DBus.Error.InvalidArgs", "There is no such property")

    def hear(self, *_: Any) -> bool:
        """Lines were written to us: tell those signals. Nothing may wait in a buffer, where nobody looks again."""
        lines = os.read(0, 1 << 16)
        for line in lines.splitlines():
            name, *body = json.loads(line)
            self.bus.emit_signal(None, PATH, NAME, name, GLib.Variant(SIGNALS[name], tuple(body)))
        return bool(lines)


if __name__ == "__main__":
    notifier = Notifier(set(sys.argv[1:]))
    GLib.MainLoop().run()
