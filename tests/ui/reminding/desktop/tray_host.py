"""Stands in for a desktop's tray (StatusNotifierItem), run by the system's Python.

It prints each icon that comes as a line of JSON: who it is, its title and its menu's entries. A line "activate" or
"press WORDS" written to it presses the last icon, or that entry of its menu.
"""

import json
import os
import sys
from typing import Any

from gi.repository import Gio, GLib  # type: ignore[import-not-found]  # the system's, not pip's

WATCHER = "org.kde.StatusNotifierWatcher"
XML = f"""<node><interface name="{WATCHER}">
<method name="RegisterStatusNotifierItem"><arg type="s" direction="in"/></method>
<method name="RegisterStatusNotifierHost"><arg type="s" direction="in"/></method>
<property name="RegisteredStatusNotifierItems" type="as" access="read"/>
<property name="IsStatusNotifierHostRegistered" type="b" access="read"/>
<property name="ProtocolVersion" type="i" access="read"/>
</interface></node>"""
ITEM, MENU = "org.kde.StatusNotifierItem", "com.canonical.dbusmenu"
PROPERTIES = {
    "RegisteredStatusNotifierItems": GLib.Variant("as", []),
    "IsStatusNotifierHostRegistered": GLib.Variant("b", True),
    "ProtocolVersion": GLib.Variant("i", 0),
}


def tell(**what: Any) -> None:
    """Print one thing that happened."""
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


class Host:
    """Keeps the last icon that came."""

    def __init__(self) -> None:
        self.owner, self.menu = "", ""
        self.entries: dict[str, int] = {}
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION, None)
        interface = Gio.DBusNodeInfo.new_for_xml(XML).interfaces[0]
        self.bus.register_object("/StatusNotifierWatcher", interface, self.called, self.read, None)
        Gio.bus_own_name_on_connection(self.bus, WATCHER, 0, lambda *_: tell(ready=True), None)
        GLib.io_add_watch(0, GLib.IO_IN | GLib.IO_HUP, self.hear)

    def read(self, _bus: Any, _sender: str, _path: str, _interface: str, name: str) -> Any:
        """A property is asked for."""
        return PROPERTIES[name]

    def called(self, _bus: Any, sender: str, _path: str, _interface: str, method: str, _body: Any, call: Any) -> None:
        """An icon comes: look at it when it is ready to answer."""
        call.return_value(None)
        if method == "RegisterStatusNotifierItem":
            self.owner = sender
            GLib.idle_add(self.look)

    def look(self) -> bool:
        """Ask the icon what it is, and read its menu."""
        title = self.ask("/StatusNotifierItem", "org.freedesktop.DBus.Properties", "Get", "(ss)", ITEM, "Title")
        self.menu = self.ask("/StatusNotifierItem", "org.freedesktop.DBus.Properties", "Get", "(ss)", ITEM, "Menu")[0]
        layout = self.ask(self.menu, MENU, "GetLayout", "(iias)", 0, -1, [])
        self.entries = {entry[1]["label"]: entry[0] for entry in layout[1][2] if "label" in entry[1]}
        tell(title=title[0], entries=list(self.entries))
        return False

    def ask(self, path: str, interface: str, method: str, signature: str, *body: Any) -> Any:
        """Call the icon and wait for its answer."""
        given = (self.owner, path, interface, method, GLib.Variant(signature, body))
        return self.bus.call_sync(*given, None, Gio.DBusCallFlags.NONE, 5000, None).unpack()

    def hear(self, *_: Any) -> bool:
        """Lines were written to us."""
        lines = os.read(0, 1 << 16).decode()
        for line in lines.splitlines():
            if line == "activate":
                self.ask("/StatusNotifierItem", ITEM, "Activate", "(ii)", 0, 0)
            else:
                entry = self.entries[line.removeprefix("press ")]
                self.ask(self.menu, MENU, "Event", "(isvu)", entry, "clicked", GLib.Variant("s", ""), 0)
        return bool(lines)


if __name__ == "__main__":
    host = Host()
    GLib.MainLoop().run()
