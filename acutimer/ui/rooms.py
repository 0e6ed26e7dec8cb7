"""How each screen is built. Its folder is imported when it is first shown, and not before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from acutimer.ui.after.page import AfterPage
    from acutimer.ui.context import Context
    from acutimer.ui.explore.place import ExplorePlace
    from acutimer.ui.log.place import LogPlace
    from acutimer.ui.preferences.place import PreferencesPlace
    from acutimer.ui.routines.place import RoutinesPlace
    from acutimer.ui.session.page import SessionPage
    from acutimer.ui.welcome.page import WelcomePage


def build_welcome(context: Context) -> WelcomePage:
    """The page of the first start."""
    from acutimer.ui.welcome.page import WelcomePage

    return WelcomePage(context)


def build_explore(context: Context) -> ExplorePlace:
    """The body and its points."""
    from acutimer.ui.explore.place import ExplorePlace

    return ExplorePlace(context)


def build_routines(context: Context) -> RoutinesPlace:
    """The routines and their steps."""
    from acutimer.ui.routines.place import RoutinesPlace

    return RoutinesPlace(context)


def build_log(context: Context) -> LogPlace:
    """What was done."""
    from acutimer.ui.log.place import LogPlace

    return LogPlace(context)


def build_settings(context: Context) -> PreferencesPlace:
    """What one can choose."""
    from acutimer.ui.preferences.place import PreferencesPlace

    return PreferencesPlace(context)


def build_session(context: Context) -> SessionPage:
    """The timer."""
    from acutimer.ui.session.page import SessionPage

    return SessionPage(context)


def build_after(context: Context) -> AfterPage:
    """What a session was, once it is over."""
    from acutimer.ui.after.page import AfterPage

    return AfterPage(context)


@dataclass(frozen=True)
class Rooms:
    """One builder for each screen. The first four are places, the others take the whole window."""

    explore: Callable[[Context], ExplorePlace] = build_explore
    routines: Callable[[Context], RoutinesPlace] = build_routines
    log: Callable[[Context], LogPlace] = build_log
    settings: Callable[[Context], PreferencesPlace] = build_settings
    welcome: Callable[[Context], WelcomePage] = build_welcome
    session: Callable[[Context], SessionPage] = build_session
    after: Callable[[Context], AfterPage] = build_after
