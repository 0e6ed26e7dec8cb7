"""Visits to Explore: each opens something and leaves it as it was."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt

from acutimer.core.points import Area
from acutimer.core.sides import Side
from acutimer.ui.explore.place import ExplorePlace
from tests.soak.house import House, Visit

POINTS = ("ST36", "GB34", "SP9", "KI3", "BL40")
WORDS = ("knee", "st3", "back pain", "balance", "zzz")
UP = 1.4


def visits() -> Mapping[str, Sequence[Visit]]:
    """What is opened each time, and the ways in which, one after another."""
    return {
        "the body": (_body,),
        "a close-up": tuple(partial(_area, area) for area in Area),
        "a point": tuple(partial(_point, code) for code in POINTS),
        "a text": (_complaint, _texts, _flags, _guide, _find),
        "the search": tuple(partial(_search, words) for words in WORDS),
    }


def errands() -> Sequence[Visit]:
    """What is done now and then."""
    return (_move,)


def _place(house: House) -> ExplorePlace:
    return house.go_to("explore", ExplorePlace)


def _body(house: House) -> Iterator[None]:
    place = _place(house)
    place.turn_by(1)
    yield
    place.zoom(UP)
    yield
    place.zoom(0)
    place.turn_by(-1)
    yield


def _area(area: Area, house: House) -> Iterator[None]:
    place = _place(house)
    place.show_area(area, Side.LEFT)
    yield
    place.turn_by(1)
    yield
    place.turn_by(-1)
    place.turn(Side.RIGHT)
    yield
    place.turn(Side.LEFT)
    place.show_body()
    yield


def _point(code: str, house: House) -> Iterator[None]:
    place = _place(house)
    place.show_point(code, Side.LEFT)
    yield
    place.leave()
    yield
    place.leave()
    yield


def _find(house: House) -> Iterator[None]:
    place = _place(house)
    place.show_point("ST36", Side.LEFT)
    yield
    house.press(Qt.Key.Key_F)
    while place.panels.is_walking:
        yield
        house.press(Qt.Key.Key_F)
    place.show_body()
    yield


def _move(house: House) -> Iterator[None]:
    """With the motion that others are spared: the zoom runs by the clock, a tenth of a second at a time."""
    place = _place(house)
    house.context.preferences.update(reduced_motion=False)
    for go in (partial(place.show_area, Area.KNEE, Side.LEFT), place.show_body):
        go()
        for _ in range(8):
            house.hands.pass_by(0.1)
            yield
    house.context.preferences.update(reduced_motion=True)
    yield


def _complaint(house: House) -> Iterator[None]:
    place = _place(house)
    place.show_complaint(next(iter(house.context.library.complaints.values())))
    yield
    place.show_question()
    yield


def _texts(house: House) -> Iterator[None]:
    place = _place(house)
    place.panels.show_panel(place.panels.texts)
    yield
    place.show_question()
    yield


def _flags(house: House) -> Iterator[None]:
    place = _place(house)
    place.panels.show_panel(place.panels.flags)
    yield
    place.show_question()
    yield


def _guide(house: House) -> Iterator[None]:
    place = _place(house)
    for card in list(house.context.library.guide.values())[:2]:
        place.panels.read(card)
        yield
        place.leave()
    yield


def _search(words: str, house: House) -> Iterator[None]:
    place = _place(house)
    place.start_search()
    yield
    house.type(words)
    yield
    house.press(Qt.Key.Key_Down)
    house.press(Qt.Key.Key_Escape)
    house.press(Qt.Key.Key_Escape)
    place.show_body()
    yield
