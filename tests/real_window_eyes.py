"""What is to be seen in the windows of this session, as a screen reader is told it.

A child of `real_window_desk`, run by the system's Python, for the bindings come as a Debian package. For each line it
reads it writes one line of JSON: everything that is showing, from the window inwards, each with its role, name, box on
the screen (x, y, width, height) and the states it is in. The line read is a number: what has more parts than that, a
table of a year's days, is told, but not looked into, for its parts would take seconds.
"""

import json
import sys
from collections.abc import Iterator

import gi  # type: ignore[import-not-found]  # the system's, see above

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # type: ignore[import-not-found]  # noqa: E402 - its version comes first

STATES = ("showing", "focused", "checked", "selected", "enabled")


def main() -> None:
    """Answer until there are no more questions."""
    Atspi.init()
    desktop = Atspi.get_desktop(0)
    for line in sys.stdin:
        desktop.clear_cache()
        most = int(line)
        seen = [thing for program in children(desktop) for window in children(program) for thing in look(window, most)]
        sys.stdout.write(json.dumps(seen) + "\n")
        sys.stdout.flush()


def children(thing: Atspi.Accessible) -> Iterator[Atspi.Accessible]:
    """What lies in it. A thing that has just gone has nothing in it."""
    try:
        for index in range(thing.get_child_count()):
            child = thing.get_child_at_index(index)
            if child is not None:
                yield child
    except GLib.Error:
        return


def look(thing: Atspi.Accessible, most: int) -> Iterator[dict[str, object]]:
    """It and what lies in it, as far as it is showing, but not in what has more than `most` parts."""
    try:
        states = thing.get_state_set()
        if not states.contains(Atspi.StateType.SHOWING):
            return
        box = thing.get_extents(Atspi.CoordType.SCREEN)
        yield {
            "role": thing.get_role_name(),
            "name": thing.get_name(),
            "box": [box.x, box.y, box.width, box.height],
            "states": [name for name in STATES if states.contains(getattr(Atspi.StateType, name.upper()))],
        }
        if thing.get_child_count() > most:
            return
    except GLib.Error:
        return
    for child in children(thing):
        yield from look(child, most)


if __name__ == "__main__":
    main()
