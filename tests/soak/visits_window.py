"""Visits to what is neither place nor session: settings, keys, welcome, messages, the window's own shapes."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt

from acutimer.core.settings import Theme
from acutimer.ui.preferences.place import PreferencesPlace
from acutimer.ui.reminding.page import RemindersPage
from acutimer.ui.welcome.page import WelcomePage
from tests.soak.house import House, Visit

GROUPS = ("session", "safety", "data", "help", "looks")
SIZES = ((960, 640), (640, 400), (1280, 800))
PLACES = ("explore", "routines", "log", "settings")


def visits() -> Mapping[str, Sequence[Visit]]:
    """What is opened each time, and the ways in which, one after another."""
    profile, reminders = partial(_page, "profile"), partial(_page, "reminders")
    return {
        "a group of the settings": tuple(partial(_group, name) for name in GROUPS),
        "a page of the settings": (profile, reminders, _remind, reminders, profile),
        "the sheet of keys": (_keys,),
        "the welcome": (_welcome,),
        "messages": (_messages,),
        "the full screen": (_fill_screen, _fill_screen, _fill_screen, _minimise, _minimise),
    }


def errands() -> Sequence[Visit]:
    """What is done now and then."""
    themes = tuple(partial(_theme, theme) for theme in (Theme.DARK, Theme.HIGH_CONTRAST))
    return (*themes, *(partial(_resize, width, height) for width, height in SIZES), _add_reminder, _stay_in_tray)


def _place(house: House) -> PreferencesPlace:
    return house.go_to("settings", PreferencesPlace)


def _group(name: str, house: House) -> Iterator[None]:
    _place(house).cards.show_group(name)
    yield


def _page(name: str, house: House) -> Iterator[None]:
    place = _place(house)
    place.show_page(name)
    yield
    place.show_page("cards")
    yield


def _remind(house: House) -> Iterator[None]:
    place = _place(house)
    place.remind("knee-pain-press")
    yield
    house.press(Qt.Key.Key_Escape)
    yield
    place.show_page("cards")
    yield


def _add_reminder(house: House) -> Iterator[None]:
    """One is kept, and deleted again."""
    place = _place(house)
    place.remind("knee-pain-press")
    yield
    house.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    yield
    (kept,) = house.context.preferences.value.reminders
    place.show_page("reminders")
    yield
    (page,) = place.findChildren(RemindersPage)
    page.list.delete_wanted.emit(kept.id)
    yield
    place.show_page("cards")
    yield


def _stay_in_tray(house: House) -> Iterator[None]:
    for is_on in (True, False):
        house.context.preferences.update(stay_in_tray=is_on)
        yield


def _keys(house: House) -> Iterator[None]:
    house.window.show_keys()
    yield
    house.window.show_keys()
    yield


def _welcome(house: House) -> Iterator[None]:
    """The page of the first start is built once by the window; here it comes and goes as a window of its own."""
    page = WelcomePage(house.context)
    page.resize(1280, 800)
    page.show()
    yield
    page.close()
    page.deleteLater()
    yield


def _messages(house: House) -> Iterator[None]:
    messages = house.context.messages
    messages.say("One line.")
    yield
    messages.say("One line that stays.", "caution")
    yield
    messages.offer_undo("Done.", lambda: None)
    yield
    house.press(Qt.Key.Key_Escape)
    house.window.bar.dismiss_all()
    yield


def _theme(theme: Theme, house: House) -> Iterator[None]:
    house.context.preferences.update(theme=theme)
    for name in PLACES:
        house.window.show_place(name)
        yield
    house.context.preferences.update(theme=Theme.LIGHT)
    yield


def _resize(width: int, height: int, house: House) -> Iterator[None]:
    house.window.resize(width, height)
    for name in PLACES:
        house.window.show_place(name)
        yield


def _fill_screen(house: House) -> Iterator[None]:
    house.window.show_place("explore")
    house.press(Qt.Key.Key_F11)
    yield
    house.press(Qt.Key.Key_F11)
    yield


def _minimise(house: House) -> Iterator[None]:
    window = house.window
    window.showMinimized()
    yield
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.activateWindow()
    yield
