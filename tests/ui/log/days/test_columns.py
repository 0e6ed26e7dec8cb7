from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from acutimer.ui.context import Context
from acutimer.ui.kit.buttons import Button
from acutimer.ui.log.days.page import DaysPage
from tests.ui.practice import NOW, practise, resized, shown

SINGLE = (480, 300)


@pytest.fixture
def page(context: Context, qtbot: QtBot) -> DaysPage:
    """Three sessions in a window with room for one column."""
    for days in range(3):
        practise(context, "knee-pain-press", NOW - timedelta(days=days, hours=1))
    page = DaysPage(context)
    page.refresh()
    page = shown(page, qtbot, *SINGLE)
    page.listing.list.setFocus(Qt.FocusReason.TabFocusReason)
    return page


def focused(page: DaysPage) -> QWidget:
    found = page.window().focusWidget()
    assert found is not None
    return found


def way_back(page: DaysPage) -> Button:
    return next(it for it in page.findChildren(Button) if it.text() == "All sessions")


def is_list_alone(page: DaysPage) -> bool:
    return page.listing.list.isVisible() and not page.picked.isVisible()


def is_session_alone(page: DaysPage) -> bool:
    return page.picked.detail.isVisible() and not page.listing.list.isVisible()


def test_with_room_for_one_column_the_list_is_there_first(page: DaysPage) -> None:
    assert is_list_alone(page)
    assert not way_back(page).isVisible()


def test_enter_opens_the_session_and_escape_goes_back_to_the_list(page: DaysPage) -> None:
    QTest.keyClick(page.listing.list, Qt.Key.Key_Down)
    QTest.keyClick(page.listing.list, Qt.Key.Key_Return)
    assert is_session_alone(page)
    assert page.is_inside
    assert page.picked.isAncestorOf(focused(page)) or focused(page) is way_back(page)
    QTest.keyClick(focused(page), Qt.Key.Key_Escape)
    assert is_list_alone(page)
    assert page.listing.list.hasFocus()
    assert page.listing.list.currentIndex().row() == 1


@pytest.mark.parametrize("is_by_mouse", [False, True])
def test_all_sessions_goes_back_to_the_list(page: DaysPage, is_by_mouse: bool) -> None:
    QTest.keyClick(page.listing.list, Qt.Key.Key_Return)
    assert is_session_alone(page)
    if is_by_mouse:
        QTest.mouseClick(way_back(page), Qt.MouseButton.LeftButton)
    else:
        QTest.keyClick(way_back(page), Qt.Key.Key_Space)
    assert is_list_alone(page)
    assert page.listing.list.hasFocus()


def test_tab_goes_from_the_way_back_to_the_session(page: DaysPage) -> None:
    QTest.keyClick(page.listing.list, Qt.Key.Key_Return)
    way_back(page).setFocus(Qt.FocusReason.TabFocusReason)
    passed = []
    for _ in range(3):
        QTest.keyClick(focused(page), Qt.Key.Key_Tab)
        passed.append(focused(page))
    assert page.picked.detail.edit_button in passed
    assert page.picked.detail.delete_button in passed


def test_a_click_opens_the_session(page: DaysPage) -> None:
    row = page.listing.list.visualRect(page.listing.model.index(1, 0))
    QTest.mouseClick(page.listing.list.viewport(), Qt.MouseButton.LeftButton, pos=row.center())
    assert is_session_alone(page)


def test_a_form_has_the_room_alone_and_leaving_it_leads_to_the_list(page: DaysPage) -> None:
    page.add()
    assert page.picked.isVisible()
    assert not page.listing.list.isVisible()
    assert not way_back(page).isVisible()  # the form has Cancel
    QTest.keyClick(focused(page), Qt.Key.Key_Escape)
    assert is_list_alone(page)
    assert page.listing.list.hasFocus()


def test_a_session_that_is_deleted_leads_back_to_the_list(page: DaysPage) -> None:
    QTest.keyClick(page.listing.list, Qt.Key.Key_Return)
    page.picked.detail.delete_button.click()
    assert page.listing.model.rowCount() == 2
    assert is_list_alone(page)
    assert page.listing.list.hasFocus()


def test_with_room_for_both_they_stand_beside_each_other_again(page: DaysPage) -> None:
    QTest.keyClick(page.listing.list, Qt.Key.Key_Return)
    resized(page, 840, 545)
    assert page.listing.list.isVisible()
    assert page.picked.detail.isVisible()
    assert not way_back(page).isVisible()
    assert not page.is_inside


def test_the_years_days_are_opened_from_behind_the_list(page: DaysPage) -> None:
    page.listing.switch.segments[2].click()
    assert page.calendar.isVisible()
    assert page.calendar.mapTo(page, QPoint(0, 0)).x() >= 0
    page.calendar.view.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(page.calendar.view, Qt.Key.Key_Up)
    QTest.keyClick(page.calendar.view, Qt.Key.Key_Return)
    assert is_list_alone(page)
    assert page.listing.list.currentIndex().row() == 1
    assert page.listing.list.hasFocus()
