"""Markers in a list, the way a screen reader walks and uses them."""

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from acutimer.core.sides import Side
from acutimer.ui.context import Context
from acutimer.ui.explore.marking.marker import Marker
from acutimer.ui.explore.marking.marks import Mark
from acutimer.ui.kit.listing import Listing
from tests.ui.practice import shown

CODES = ("ST34", "ST36", "BL57")


@pytest.fixture
def listing(context: Context, qtbot: QtBot) -> Listing:
    listing = Listing()
    listing.setAccessibleName("Points, left knee, front")
    markers = [Marker(context.library.points[code], Side.LEFT, listing) for code in CODES]
    listing.set_order(markers)
    for index, marker in enumerate(markers):
        marker.stand(100 + 90 * index, 100)
    return shown(listing, qtbot, 400, 300)


def markers(listing: Listing) -> list[Marker]:
    return [entry for entry in listing.entries() if isinstance(entry, Marker)]


def interface(widget: QWidget) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(widget)


def actions(widget: QWidget) -> QAccessibleActionInterface:
    found: QAccessibleActionInterface = interface(widget).actionInterface()
    return found


def test_the_list_is_named_and_holds_buttons_in_anatomical_order(listing: Listing) -> None:
    heard = interface(listing)
    assert (heard.role(), heard.text(QAccessible.Text.Name)) == (QAccessible.Role.List, "Points, left knee, front")
    children = [heard.child(index) for index in range(heard.childCount())]
    assert {child.role() for child in children} == {QAccessible.Role.Button}
    assert [child.text(QAccessible.Text.Name).split(",")[0] for child in children] == list(CODES)
    assert all(child.state().focusable and not child.state().invisible for child in children)


def test_the_name_is_short_and_the_description_tells_place_and_state(listing: Listing) -> None:
    marker = markers(listing)[1]
    heard = interface(marker)
    assert heard.text(QAccessible.Text.Name) == "ST36, Leg Three Miles, left leg"
    assert heard.text(QAccessible.Text.Description) == "four fingers below the outer knee eye"
    marker.show_mark(Mark.DONE)
    assert heard.text(QAccessible.Text.Description) == "four fingers below the outer knee eye, done today"
    assert heard.text(QAccessible.Text.Name) == "ST36, Leg Three Miles, left leg"


def test_one_that_is_selected_is_checked_and_says_so(listing: Listing) -> None:
    marker = markers(listing)[1]
    assert interface(marker).state().checkable
    assert not interface(marker).state().checked
    marker.show_mark(Mark.SELECTED, is_done=True)
    assert interface(marker).state().checked
    assert interface(marker).text(QAccessible.Text.Description).endswith(", selected, done today")


def test_one_that_is_left_out_says_so_in_words_and_is_not_disabled(listing: Listing) -> None:
    marker = markers(listing)[0]
    marker.show_mark(Mark.UNSUITABLE)
    assert interface(marker).text(QAccessible.Text.Description).endswith("not for you, by your safety profile")
    assert not interface(marker).state().disabled


def test_its_action_is_a_press(listing: Listing, qtbot: QtBot) -> None:
    marker = markers(listing)[1]
    assert "Press" in actions(marker).actionNames()
    with qtbot.waitSignal(marker.clicked):
        actions(marker).doAction("Press")


def test_it_moves_the_keyboard_and_the_order_stays(listing: Listing) -> None:
    for marker in reversed(markers(listing)):
        actions(marker).doAction("SetFocus")  # which lays it above the others
        assert marker.hasFocus()
        assert interface(marker).state().focused
        assert interface(listing).focusChild().object() is marker
    assert [marker.point.code for marker in markers(listing)] == list(CODES)


def test_markers_come_and_go_with_the_view(listing: Listing, context: Context) -> None:
    for turn in range(200):
        old = markers(listing)
        new = [Marker(context.library.points[code], Side.RIGHT, listing) for code in CODES]
        listing.set_order(new)
        heard = interface(listing)
        assert heard.childCount() == len(CODES) + len(old), turn
        names = [heard.child(index).text(QAccessible.Text.Name) for index in range(len(CODES))]
        assert all(name.endswith("right leg") for name in names)
        for marker in old:
            marker.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # no loop runs here that would do it
    assert interface(listing).childCount() == len(CODES)
