"""A thousand routines of one's own: found by name, walked by keys, and never all of them laid out at once."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from acutimer.ui.context import Context
from acutimer.ui.routines.filters import Filter
from acutimer.ui.routines.listing import PAGE
from acutimer.ui.routines.pager import Pager
from acutimer.ui.routines.place import RoutinesPlace
from acutimer.ui.routines.row import RoutineRow
from tests.ui.fitting_in import nothing_is_cut
from tests.ui.practice import resized, shown

MANY = 1000


@pytest.fixture
def place(context: Context, qtbot: QtBot) -> RoutinesPlace:
    routine = context.library.routines["knee-pain-press"]
    context.shelf.save_all(replace(routine, id=f"own-{it:04}", name=f"Evening {it:04}") for it in range(MANY))
    return shown(RoutinesPlace(context), qtbot)


def rows(place: RoutinesPlace) -> list[RoutineRow]:
    return [row for row in place.findChildren(RoutineRow) if row.isVisible()]


def pager(place: RoutinesPlace) -> Pager:
    return next(it for it in place.findChildren(Pager) if it.isVisible())


def test_the_chip_for_ones_own_is_there_without_any_favourite(place: RoutinesPlace, context: Context) -> None:
    chips = place.catalogue.head.chips
    assert [chips[it].isVisible() for it in (Filter.OWN, Filter.FAVOURITES)] == [True, False]
    context.shelf.set_favourite("own-0500", on=True)
    assert [chips[it].isVisible() for it in (Filter.OWN, Filter.FAVOURITES)] == [True, True]


def test_only_a_page_of_them_is_laid_out(place: RoutinesPlace) -> None:
    assert len(rows(place)) == PAGE
    QTest.mouseClick(pager(place).next, Qt.MouseButton.LeftButton)
    assert len(place.catalogue.findChildren(RoutineRow)) <= 2 * PAGE  # those that went are not yet buried
    assert place.catalogue.current == f"own-{PAGE:04}"
    QTest.mouseClick(pager(place).before, Qt.MouseButton.LeftButton)
    assert place.catalogue.current == "own-0000"


def test_one_is_found_by_its_name_and_opened(place: RoutinesPlace) -> None:
    QTest.keyClicks(place.catalogue.head.finder.line, "0777")
    assert [row.id for row in rows(place)] == ["own-0777"]
    assert place.detail.shown == "own-0777"
    QTest.keyClick(place.catalogue.head.finder.line, Qt.Key.Key_Escape)
    assert len(rows(place)) == PAGE
    assert place.catalogue.current == "own-0000"


def test_words_that_nothing_has_leave_an_empty_list_that_says_so(place: RoutinesPlace) -> None:
    QTest.keyClicks(place.catalogue.head.finder.line, "no such name")
    assert not rows(place)
    assert place.catalogue.current is None
    assert place.catalogue.nothing.isVisible()
    QTest.keyClick(place.catalogue.head.finder.line, Qt.Key.Key_Escape)
    assert not place.catalogue.nothing.isVisible()


def test_the_arrow_keys_walk_on_over_the_end_of_a_page(place: RoutinesPlace) -> None:
    place.show_routine(f"own-{PAGE - 1:04}")
    place.catalogue.focus_current()
    QTest.keyClick(place.focusWidget(), Qt.Key.Key_Down)
    assert place.catalogue.current == f"own-{PAGE:04}"
    QTest.keyClick(place.focusWidget(), Qt.Key.Key_Up)
    assert place.catalogue.current == f"own-{PAGE - 1:04}"


def test_a_routine_on_any_page_can_be_shown_and_is_still_shown_after_a_look_again(
    place: RoutinesPlace, context: Context
) -> None:
    place.show_routine("own-0999")
    assert place.catalogue.current == "own-0999"
    context.shelf.look_again()
    assert (place.catalogue.current, place.detail.shown) == ("own-0999", "own-0999")


def test_one_that_comes_to_stand_on_another_page_is_still_the_one_shown(place: RoutinesPlace, context: Context) -> None:
    place.show_routine("own-0999")
    context.shelf.set_favourite("own-0999", on=True)
    assert (place.catalogue.current, place.detail.shown) == ("own-0999", "own-0999")
    context.shelf.set_favourite("own-0999", on=False)
    assert (place.catalogue.current, place.detail.shown) == ("own-0999", "own-0999")


def test_a_point_can_be_added_to_any_of_them(place: RoutinesPlace) -> None:
    place.add_point("ST36")
    assert len(place.chooser.rows) == PAGE + 1
    QTest.mouseClick(pager(place).next, Qt.MouseButton.LeftButton)
    resized(place, place.width(), place.height())
    assert place.chooser.rows[1].id == f"own-{PAGE:04}"
    assert place.chooser.rows[1].hasFocus()
    QTest.keyClick(place.chooser.rows[1], Qt.Key.Key_Return)
    assert place.page is place.editor


@pytest.mark.parametrize("size", [(1068, 800), (872, 640), (512, 340)])
def test_nothing_is_cut(place: RoutinesPlace, size: tuple[int, int]) -> None:
    resized(place, *size)
    nothing_is_cut(place)
