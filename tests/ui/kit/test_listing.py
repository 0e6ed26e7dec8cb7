"""A list as a screen reader walks it."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from acutimer.ui.kit.listing import Listing
from tests.ui.kit.conftest import Show
from tests.ui.kit.seeing import name, role


def heard(listing: Listing) -> list[str]:
    interface = QAccessible.queryAccessibleInterface(listing)
    return [interface.child(index).text(QAccessible.Text.Name) for index in range(interface.childCount())]


def listed(*names: str) -> tuple[Listing, list[QPushButton]]:
    listing = Listing()
    return listing, [QPushButton(it, listing) for it in names]


def test_it_is_a_list_with_a_name(show: Show) -> None:
    listing, _ = listed("one")
    listing.setAccessibleName("Points, left knee, front")
    show(listing)
    assert (role(listing), name(listing)) == (QAccessible.Role.List, "Points, left knee, front")


def test_its_entries_stay_buttons_and_know_where_they_are(show: Show) -> None:
    listing, buttons = listed("one", "two", "three")
    show(listing)
    interface = QAccessible.queryAccessibleInterface(listing)
    assert interface.childCount() == 3
    assert {role(button) for button in buttons} == {QAccessible.Role.Button}
    second = QAccessible.queryAccessibleInterface(buttons[1])
    assert interface.indexOfChild(second) == 1
    assert second.parent().object() is listing
    assert interface.indexOfChild(interface) == -1
    assert interface.child(3) is None
    assert interface.child(-1) is None


def test_what_is_raised_above_the_others_keeps_its_place_in_the_order(show: Show) -> None:
    listing, buttons = listed("one", "two", "three")
    show(listing)
    listing.set_order(buttons)
    buttons[0].raise_()
    assert heard(listing) == ["one", "two", "three"]


def test_an_entry_nobody_ordered_comes_last(show: Show) -> None:
    listing, buttons = listed("late", "one", "two")
    show(listing)
    listing.set_order(buttons[1:])
    assert heard(listing) == ["one", "two", "late"]


def test_what_is_gone_is_no_entry_any_more(show: Show, qtbot: QtBot) -> None:
    listing, buttons = listed("one", "two", "three")
    show(listing)
    listing.set_order(buttons)
    assert len(heard(listing)) == 3
    with qtbot.waitSignal(buttons[1].destroyed):
        buttons[1].deleteLater()
    assert heard(listing) == ["one", "three"]


def test_the_mouse_goes_on_to_its_parent(show: Show) -> None:
    class Parent(QWidget):
        def __init__(self) -> None:
            super().__init__()
            self.clicked: list[QPoint] = []
            self.setFixedSize(200, 100)

        def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802  as Qt calls it
            self.clicked.append(event.position().toPoint())

    parent = Parent()
    listing = Listing(parent)
    listing.setGeometry(50, 20, 100, 60)
    show(parent)
    QTest.mouseClick(listing, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert parent.clicked == [QPoint(55, 25)]
