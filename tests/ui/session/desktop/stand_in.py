"""Stands in for the desktop's services, run by the system's Python: GLib's D-Bus is as strict as theirs.

Started with the service to be ("saver", "short-saver" or "portal") and perhaps "slow": then it answers nothing before
it reads a line. Every call is printed as a line of JSON, and so is the end of whoever it keeps the screen on for.
"""

import json
import sys
from typing import Any

from gi.repository import Gio, GLib  # type: ignore[import-not-found]  # the system's, not pip's

SAVER = """<node><interface name="org.freedesktop.ScreenSaver">
<method name="Inhibit"><arg type="s" direction="in"/><arg type="s" direction="in"/>
<arg type="u" direction="out"/></method>
<method name="UnInhibit"><arg type="u" direction="in"/></method>
</interface></node>"""
PORTAL = """<node><interface name="org.freedesktop.portal.Inhibit">
<method name="Inhibit"><arg type="s" direction="in"/><arg type="u" direction="in"/>
<arg type="a{sv}" direction="in"/><arg type="o" direction="out"/></method>
</interface></node>"""
REQUEST = """<node><interface name="org.freedesktop.portal.Request">
<method name="Close"/>
<signal name="Response"><arg type="u"/><arg type="a{sv}"/></signal>
</interface></node>"""
FIRST_COOKIE = 4_000_000_000  # more than a signed number of 32 bits holds
REQUEST_PATH = "/org/freedesktop/portal/desktop/request/1"
SERVICES = {
    "saver": ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver", SAVER),
    "short-saver": ("org.freedesktop.ScreenSaver", "/ScreenSaver", SAVER),
    "portal": ("org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop", PORTAL),
}


def tell(**what: Any) -> None:
    """Print one thing that happened."""
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


class Service:
    """One service. It keeps the screen on for as long as the one who asked is on the bus, as real ones do."""

    def __init__(self, name: str, *, is_slow: bool) -> None:
        self.is_slow = is_slow
        self.unanswered: list[Any] = []
        self.cookie = FIRST_COOKIE
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION, None)
        owned, path, xml = SERVICES[name]
        self.offer(path, xml)
        Gio.bus_own_name_on_connection(self.bus, owned, 0, lambda *_: tell(ready=name), None)
        GLib.io_add_watch(sys.stdin, GLib.IO_IN | GLib.IO_HUP, self.hear)

    def offer(self, path: str, xml: str) -> None:
        """Put an object on the bus."""
        interface = Gio.DBusNodeInfo.new_for_xml(xml).interfaces[0]
        self.bus.register_object(path, interface, self.called, None, None)

    def called(self, _bus: Any, sender: str, path: str, _interface: str, method: str, body: Any, call: Any) -> None:
        """Somebody called."""
        tell(method=method, path=path, body=body.unpack())
        if method == "Inhibit":
            watch = Gio.BusNameWatcherFlags.NONE
            Gio.bus_watch_name_on_connection(self.bus, sender, watch, None, lambda *_: tell(gone=True))
        if method == "Inhibit" and self.is_slow:
            self.unanswered.append((path, call))
        else:
            self.answer(path, method, call)

    def answer(self, path: str, method: str, call: Any) -> None:
        """Answer a call as the real service does: the portal's own answer comes as a signal of the request."""
        if method != "Inhibit":
            call.return_value(None)
        elif path == SERVICES["portal"][1]:
            self.offer(REQUEST_PATH, REQUEST)
            call.return_value(GLib.Variant("(o)", (REQUEST_PATH,)))
            response = GLib.Variant("(ua{sv})", (0, {}))
            self.bus.emit_signal(None, REQUEST_PATH, "org.freedesktop.portal.Request", "Response", response)
        else:
            call.return_value(GLib.Variant("(u)", (self.cookie,)))
            self.cookie += 1

    def hear(self, *_: Any) -> bool:
        """A line was written to us: answer what is unanswered, and from now on at once."""
        has_line = bool(sys.stdin.readline())
        self.is_slow = False
        while has_line and self.unanswered:
            path, call = self.unanswered.pop(0)
            self.answer(path, "Inhibit", call)
        return has_line


if __name__ == "__main__":
    service = Service(sys.argv[1], is_slow="slow" in sys.argv)
    GLib.MainLoop().run()
