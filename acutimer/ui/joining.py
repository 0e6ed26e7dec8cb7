"""How the window hears its places: each is built when it is first shown, and its signals lead here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from acutimer.ui.context import Context
    from acutimer.ui.rooms import Rooms
    from acutimer.ui.window import MainWindow


@dataclass(frozen=True, slots=True)
class Joined:
    """A place, and what the window may ask of it; a place that has nothing to answer does nothing.

    `refresh` is called whenever the place is shown again, `look_at_routine` with a routine's id.
    """

    place: QWidget
    refresh: Callable[[], None] = lambda: None
    start_search: Callable[[], None] = lambda: None
    look_at_routine: Callable[[str], None] = lambda _: None


def join(name: str, rooms: Rooms, context: Context, window: MainWindow) -> Joined:
    """Build the place called "explore", "routines", "log" or "settings", and join it to the window."""
    match name:
        case "routines":
            routines = rooms.routines(context)
            routines.start.connect(window.start)
            return Joined(routines, look_at_routine=routines.show_routine)
        case "log":
            log = rooms.log(context)
            log.start.connect(window.start)
            log.changed.connect(window.show_today)
            log.wanted.connect(partial(window.show_place, name))
            return Joined(log, refresh=log.refresh)
        case "settings":
            return Joined(rooms.settings(context))
    explore = rooms.explore(context)
    explore.press_now.connect(window.press_now)
    explore.start_routine.connect(window.start_routine)
    explore.routine_found.connect(window.show_routine)
    return Joined(explore, start_search=explore.start_search)
