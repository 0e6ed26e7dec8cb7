"""Visits to Routines: the list, one of them, the editor, and files."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt

from acutimer.content.checking import read_routine
from acutimer.content.writing import SUFFIX, text_of
from acutimer.ui.exchange.page import ExchangePage
from acutimer.ui.routines.filters import Filter
from acutimer.ui.routines.place import RoutinesPlace
from tests.soak.house import House, Visit

EXAMPLES = Path(__file__).resolve().parents[2] / "docs" / "examples"
OWN = "own-evening"
ROUTINES = ("morning-balance", "knee-pain-press", OWN, "daily-strength", "walk-and-soak")
BROKEN = '{"id": "hurry", "name": "In a hurry", "steps": [{"kind": "press", "point": "ST63"}]}'


def visits() -> Mapping[str, Sequence[Visit]]:
    """What is opened each time, and the ways in which, one after another."""
    return {
        "a routine": tuple(partial(_routine, name) for name in ROUTINES),
        "the editor": (_edit,),
        "a page of the routines": (_list, _write, _add_point, _exchange, _export),
    }


def errands() -> Sequence[Visit]:
    """What is done now and then."""
    return (_write_more, _draft, _files, _star, _delete)


def furnish(house: House) -> None:
    """A routine of one's own."""
    evening = read_routine(EXAMPLES / f"evening-legs{SUFFIX}", house.context.library)
    house.context.shelf.save(replace(evening, id=OWN))


def _place(house: House) -> RoutinesPlace:
    return house.go_to("routines", RoutinesPlace)


def _list(house: House) -> Iterator[None]:
    place = _place(house)
    for kind in (Filter.OWN, Filter.ALL):
        if kind in place.catalogue.head.chips:
            place.catalogue.head.chips[kind].click()
        yield


def _routine(name: str, house: House) -> Iterator[None]:
    _place(house).show_routine(name)
    yield


def _star(house: House) -> Iterator[None]:
    _place(house)
    for is_on in (True, False):
        house.context.shelf.set_favourite(OWN, is_on)
        yield


def _edit(house: House) -> Iterator[None]:
    place = _place(house)
    place.edit(OWN)
    yield
    place.editor.keeping.leave()
    yield


def _write_more(house: House) -> Iterator[None]:
    """Every step looked at, one of them twice, taken out, undone; another one looked for."""
    place = _place(house)
    place.edit(OWN)
    steps = place.editor.steps.list
    for index in range(len(place.editor.desk.draft.steps)):
        steps.choose(index)
        steps.chosen.emit(index)
        yield
    place.editor.duplicate()
    place.editor.remove()
    yield
    place.editor.undo()
    place.editor.undo()
    place.editor.start_adding()
    yield
    place.editor.side.adding.search.line.setFocus(Qt.FocusReason.TabFocusReason)
    house.type("kid")
    yield
    place.editor.keeping.leave()
    yield


def _exchange(house: House) -> Iterator[None]:
    place = _place(house)
    place.import_files(())
    (page,) = place.findChildren(ExchangePage)
    yield from house.until(lambda: not page.is_busy)
    place.browse()
    yield


def _export(house: House) -> Iterator[None]:
    place = _place(house)
    place.exchange.begin_export()
    place.browse()
    yield


def _write(house: House) -> Iterator[None]:
    place = _place(house)
    place.write_new()
    yield
    place.editor.keeping.save()
    yield
    place.editor.keeping.leave()
    yield


def _draft(house: House) -> Iterator[None]:
    """Something changed and not saved, left, carried on with, thrown away."""
    place = _place(house)
    place.edit(OWN)
    place.editor.duplicate()
    yield
    place.editor.keeping.leave()
    yield
    place.browsing.draft_wanted.emit(OWN)
    yield
    place.editor.keeping.leave()
    yield
    house.window.bar._action.click()  # throw it away
    yield


def _files(house: House) -> Iterator[None]:
    place = _place(house)
    folder = house.context.history.ledger.path.parent
    evening = read_routine(EXAMPLES / f"evening-legs{SUFFIX}", house.context.library)
    good, bad = folder / f"stairs{SUFFIX}", folder / f"hurry{SUFFIX}"
    good.write_text(text_of(replace(evening, id="stairs", name="Before the stairs")), encoding="utf-8")
    bad.write_text(BROKEN, encoding="utf-8")
    place.import_files([good, bad])
    (page,) = place.findChildren(ExchangePage)
    yield from house.until(lambda: not page.is_busy)
    yield
    page.begin()
    place.import_files([good])
    yield from house.until(lambda: not page.is_busy)
    page.add_all()
    yield
    house.window.bar._action.click()  # take it back
    yield
    place.browse()
    yield


def _add_point(house: House) -> Iterator[None]:
    place = _place(house)
    place.add_point("GB34")
    yield
    house.press(Qt.Key.Key_Escape)
    yield


def _delete(house: House) -> Iterator[None]:
    place = _place(house)
    place.show_routine(OWN)
    yield
    place.browsing._delete(OWN)
    yield
    house.window.bar._action.click()  # undo
    yield
