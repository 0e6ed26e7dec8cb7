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
    """A place; `refresh` is called whenever it is shown again, `is_editing` tells whether a form in it is begun."""

    place: QWidget
    refresh: Callable[[], None] = lambda: None
    is_editing: Callable[[], bool] = lambda: False


def join(name: str, rooms: Rooms, context: Context, window: MainWindow) -> Joined:
    """Build the place called "explore", "routines", "log" or "settings", and join it to the window."""
    match name:
        case "routines":
            return _join_routines(rooms, context, window)
        case "log":
            return _join_log(rooms, context, window)
        case "settings":
            return _join_settings(rooms, context, window)
    explore = rooms.explore(context)
    explore.press_now.connect(window.sessions.press_now)
    explore.start_routine.connect(window.start_routine)
    explore.routine_found.connect(window.show_routine)
    explore.add_wanted.connect(lambda code: window.lead_to("routines", lambda place: place.add_point(code)))
    return Joined(explore)


def _join_routines(rooms: Rooms, context: Context, window: MainWindow) -> Joined:
    routines = rooms.routines(context)
    routines.start.connect(window.start)
    routines.remind.connect(lambda routine: window.lead_to("settings", lambda place: place.remind(routine)))
    return Joined(routines, refresh=routines.refresh)


def _join_log(rooms: Rooms, context: Context, window: MainWindow) -> Joined:
    log = rooms.log(context)
    log.start.connect(window.start)
    log.changed.connect(window.show_today)
    log.wanted.connect(partial(window.show_place, "log"))
    return Joined(log, refresh=log.refresh, is_editing=lambda: log.is_editing)


def _join_settings(rooms: Rooms, context: Context, window: MainWindow) -> Joined:
    settings = rooms.settings(context)
    settings.keeping_wanted.connect(lambda: window.lead_to("log", lambda place: place.show_keeping()))
    settings.keys_wanted.connect(window.show_keys)
    return Joined(settings, refresh=settings.refresh, is_editing=lambda: settings.is_editing)
