"""What a person with a screen reader does, step by step: run by the system's Python, for pip has no AT-SPI.

Prints one JSON object: what it heard. It ends with 1 and says what it waited for when that never came.
"""

import json
import sys
from collections.abc import Callable, Iterator
from typing import Any

import gi  # type: ignore[import-not-found]  # the system's, not pip's

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # type: ignore[import-not-found]  # noqa: E402  # the version comes first

PATIENCE_S = 30
LOOK_MS = 50
ANSWER_MS = 1000

Accessible = Any  # Atspi.Accessible, whose module tells no types


class Reader:
    """Looks at everything again whenever something is told, and every 50 ms."""

    def __init__(self) -> None:
        Atspi.init()
        # A program that is just starting may leave a question unanswered: give up soon, so that it can be asked again.
        Atspi.set_timeout(ANSWER_MS, -1)
        self.told: list[tuple[bool, str]] = []
        self._listener = Atspi.EventListener.new(self._hear)
        self._listener.register("object:state-changed:checked")

    def _hear(self, event: Any) -> None:  # Atspi.Event
        name = event.source.get_name() if event.source else ""
        self.told.append((bool(event.detail1), name))

    def wait(self, what: str, look: Callable[[], Any]) -> Any:
        """What `look` finds as soon as it finds something."""
        context, end = GLib.MainContext.default(), GLib.get_monotonic_time() + PATIENCE_S * 1_000_000
        ticks = GLib.timeout_add(LOOK_MS, lambda: True)
        try:
            while GLib.get_monotonic_time() < end:
                try:
                    found = look()
                except GLib.Error:  # it went away while one looked at it
                    found = None
                if found is not None and found is not False:
                    return found
                context.iteration(True)  # until something is told, or the next tick
        finally:
            GLib.source_remove(ticks)
        sys.exit(f"waited for {what} in vain")

    def find(self, role: str, name: str, inside: Accessible = None) -> Accessible:
        """The first of that role that shows and whose name begins so."""

        def look() -> Accessible:
            for it in within(inside or Atspi.get_desktop(0)):
                if it.get_role_name() == role and it.get_name().startswith(name) and has(it, Atspi.StateType.SHOWING):
                    return it
            return None

        return self.wait(f"{role} {name!r}", look)


def within(root: Accessible) -> Iterator[Accessible]:
    """It and everything in it, as the program says now."""
    if root is not None:
        root.clear_cache()
        yield root
        for index in range(root.get_child_count()):
            yield from within(root.get_child_at_index(index))


def has(it: Accessible, state: Any) -> bool:  # Atspi.StateType
    """Whether it is in a state."""
    return bool(it.get_state_set().contains(state))


def act(it: Accessible, name: str) -> None:
    """Do an action by its name."""
    names = [Atspi.Action.get_action_name(it, index) for index in range(it.get_n_actions())]
    Atspi.Action.do_action(it, names.index(name))


def main() -> None:
    """From the window to the knee, to ST36, to its name in the panel."""
    reader = Reader()
    area = reader.find("push button", "Knee, ")
    act(area, "Press")
    points = reader.find("list", "Points, ")
    children = [points.get_child_at_index(index) for index in range(points.get_child_count())]
    point = reader.find("push button", "ST36, ", points)
    before = has(point, Atspi.StateType.CHECKED)
    act(point, "Press")
    reader.wait("ST36 to be checked", lambda: has(point, Atspi.StateType.CHECKED))
    heading = reader.find("label", "Leg Three Miles")
    reader.wait("word of it", lambda: any(is_on and name == point.get_name() for is_on, name in reader.told))
    heard = {
        "area": area.get_name(),
        "list": points.get_name(),
        "roles": sorted({child.get_role_name() for child in children}),
        "names": [child.get_name() for child in children],
        "was checked": before,
        "point": point.get_name(),
        "description": point.get_description(),
        "heading": heading.get_name(),
    }
    sys.stdout.write(json.dumps(heard))


if __name__ == "__main__":
    main()
