"""Visits to the log: its pages, one session, the forms."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt

from acutimer.ui.log.place import BODY, DAYS, KEEPING, REPORT, TRENDS, LogPlace
from tests.soak.house import House, Visit

PAGES = (BODY, TRENDS, KEEPING, REPORT)


def visits() -> Mapping[str, Sequence[Visit]]:
    """What is opened each time, and the ways in which, one after another."""
    return {
        "the days of the log": (_days,),
        "a session of the log": (_session,),
        "a form of the log": (_edit, _add, _filter, _add, _edit),
        "a page of the log": (*(partial(_page, index) for index in PAGES), _year),
    }


def errands() -> Sequence[Visit]:
    """What is done now and then."""
    return (_delete,)


def _place(house: House) -> LogPlace:
    place = house.go_to("log", LogPlace)
    place.show_page(DAYS)
    return place


def _days(house: House) -> Iterator[None]:
    _place(house)
    yield


def _year(house: House) -> Iterator[None]:
    calendar = _place(house).days.calendar
    calendar.before.click()
    yield
    calendar.after.click()
    yield


def _session(house: House) -> Iterator[None]:
    days = _place(house).days
    for row in (2, 1, 0):
        days.listing.list.choose(row)
        yield
    days.listing.list.setFocus(Qt.FocusReason.TabFocusReason)
    house.press(Qt.Key.Key_Return)
    yield


def _filter(house: House) -> Iterator[None]:
    days = _place(house).days
    days.show_filters()
    house.type("stairs")
    yield
    days.show_filters()
    yield


def _edit(house: House) -> Iterator[None]:
    days = _place(house).days
    days.picked.edit()
    yield
    house.type("1")
    days.picked.editor.cancel()
    yield


def _add(house: House) -> Iterator[None]:
    days = _place(house).days
    days.add()
    yield
    days.picked.editor.cancel()
    yield


def _delete(house: House) -> Iterator[None]:
    days = _place(house).days
    days.listing.list.choose(0)
    yield
    days.picked.delete()
    yield
    house.window.bar._action.click()  # undo
    yield


def _page(index: int, house: House) -> Iterator[None]:
    place = _place(house)
    place.show_page(index)
    yield
    place.show_page(DAYS)
    yield
