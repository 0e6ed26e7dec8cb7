import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QAccessible, QKeySequence, QShortcut, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from acutimer.ui.kit.dropdown import WIDEST_PX, Dropdown
from acutimer.ui.kit.focus import FocusRing
from acutimer.ui.kit.option_list import EDGE_PX, OptionList
from acutimer.ui.kit.tokens import DARK, LIGHT, dress
from tests.ui.kit.conftest import Show
from tests.ui.kit.seeing import description, has_colour, name, role

POINTS = ("Any point", "ST34 Ridge Mound", "SP10 Sea of Blood", "ST35 Calf's Nose", "SP9 Yin Mound Spring")
CODES = ("Any point", "ST34", "SP10", "ST35", "SP9")


@pytest.fixture
def point(show: Show) -> Dropdown:
    point = Dropdown(POINTS, "Point", shown=CODES)
    window = show(point, QPushButton("Next"))
    window.resize(600, 500)
    point.setFocus(Qt.FocusReason.TabFocusReason)
    return point


def caught(dropdown: Dropdown) -> list[int]:
    """What the user chose, as it is told."""
    chosen: list[int] = []
    dropdown.chosen.connect(chosen.append)
    return chosen


def press(dropdown: Dropdown, *keys: Qt.Key) -> None:
    """To the list where it is open."""
    for key in keys:
        QTest.keyClick(dropdown.list.options if dropdown.is_open else dropdown, key)


def place_of(dropdown: Dropdown, row: int) -> QPoint:
    options = dropdown.list.options
    return options.visualRect(options.model().index(row, 0)).center()


# -- what it is ----------------------------------------------------------------------------------------


def test_it_is_a_combo_box_with_a_name_and_a_value(point: Dropdown) -> None:
    assert (role(point), point.accessibleName()) == (QAccessible.Role.ComboBox, "Point")
    assert "Point" in (name(point), description(point))  # on Linux its name is what is chosen
    point.set_index(1)
    assert QAccessible.queryAccessibleInterface(point).text(QAccessible.Text.Value) == "ST34 Ridge Mound"


def test_the_list_is_a_list_with_the_same_name_and_every_option(point: Dropdown) -> None:
    press(point, Qt.Key.Key_Space)
    options = QAccessible.queryAccessibleInterface(point.list.options)
    assert (options.role(), options.text(QAccessible.Text.Name)) == (QAccessible.Role.List, "Point")
    names = [options.child(row).text(QAccessible.Text.Name) for row in range(options.childCount())]
    assert names == list(POINTS)


def test_setting_it_says_nothing(point: Dropdown) -> None:
    chosen = caught(point)
    point.set_index(2)
    point.set_items(["One", "Two"], index=1)
    assert (point.index, chosen) == (1, [])


def test_with_nothing_to_choose_nothing_opens(show: Show) -> None:
    empty = Dropdown([], "Routine")
    show(empty)
    press(empty, Qt.Key.Key_Space)
    assert (empty.index, empty.is_open) == (-1, False)


# -- by keyboard ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F4])
def test_a_key_opens_it_and_gives_the_list_the_keyboard(point: Dropdown, key: Qt.Key) -> None:
    press(point, key)
    assert point.is_open
    assert point.list.options.hasFocus()


def test_alt_and_down_open_it(point: Dropdown) -> None:
    QTest.keyClick(point, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert point.is_open


def test_arrows_move_and_enter_picks(point: Dropdown) -> None:
    chosen = caught(point)
    press(point, Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert (point.index, chosen) == (0, [])
    press(point, Qt.Key.Key_Return)
    assert (point.index, chosen, point.is_open) == (2, [2], False)
    assert point.hasFocus()


def test_home_and_end_reach_the_ends(point: Dropdown) -> None:
    press(point, Qt.Key.Key_Space, Qt.Key.Key_End, Qt.Key.Key_Space)
    assert point.index == 4
    press(point, Qt.Key.Key_Space, Qt.Key.Key_Home, Qt.Key.Key_Space)
    assert point.index == 0


@pytest.mark.parametrize(("typed", "found"), [("sp", 2), ("SP9", 4), ("sea", 2), ("calf", 3), ("yin m", 4)])
def test_typing_jumps_to_what_begins_so_or_has_a_word_that_does(point: Dropdown, typed: str, found: int) -> None:
    press(point, Qt.Key.Key_Space)
    QTest.keyClicks(point.list.options, typed)
    assert point.list.options.currentIndex().row() == found


def test_the_same_letter_again_goes_on_to_the_next(point: Dropdown) -> None:
    press(point, Qt.Key.Key_Space)
    found = []
    for _ in range(5):
        QTest.keyClicks(point.list.options, "s")
        found.append(point.list.options.currentIndex().row())
    assert found == [1, 2, 3, 4, 1]


def test_escape_leaves_without_choosing_and_is_nobodys_shortcut(point: Dropdown) -> None:
    left: list[bool] = []
    QShortcut(QKeySequence(Qt.Key.Key_Escape), point.window()).activated.connect(lambda: left.append(True))
    chosen = caught(point)
    press(point, Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Escape)
    assert (point.index, chosen, point.is_open, left) == (0, [], False, [])
    assert point.hasFocus()


def test_alt_and_up_leave_it(point: Dropdown) -> None:
    press(point, Qt.Key.Key_Space)
    QTest.keyClick(point.list.options, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert not point.is_open


def test_tab_picks_and_goes_on(point: Dropdown) -> None:
    chosen = caught(point)
    press(point, Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Tab)
    assert (chosen, point.is_open) == ([1], False)
    assert isinstance(point.window().focusWidget(), QPushButton)
    assert point.window().focusWidget() is not point


def test_closed_the_arrows_choose_at_once(point: Dropdown) -> None:
    chosen = caught(point)
    press(point, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up)
    assert chosen == [1, 2, 1]


def test_picking_what_is_chosen_already_says_nothing(point: Dropdown) -> None:
    chosen = caught(point)
    press(point, Qt.Key.Key_Space, Qt.Key.Key_Return)
    assert (chosen, point.is_open) == ([], False)


def test_the_ring_is_there_for_the_keyboard_and_comes_back(point: Dropdown) -> None:
    ring = point.window().findChild(FocusRing)
    assert ring is not None
    assert ring.control is point
    press(point, Qt.Key.Key_Space, Qt.Key.Key_Escape)
    assert ring.control is point


# -- by mouse ------------------------------------------------------------------------------------------


def test_a_press_opens_it_and_a_second_one_puts_it_away(point: Dropdown) -> None:
    QTest.mouseClick(point, Qt.MouseButton.LeftButton)
    assert point.is_open
    QTest.mouseClick(point, Qt.MouseButton.LeftButton)
    assert not point.is_open


def test_the_right_button_opens_nothing(point: Dropdown) -> None:
    QTest.mouseClick(point, Qt.MouseButton.RightButton)
    assert not point.is_open


def test_a_press_on_an_option_picks_it_without_a_ring(point: Dropdown) -> None:
    chosen = caught(point)
    QTest.mouseClick(point, Qt.MouseButton.LeftButton)
    QTest.mouseClick(point.list.options.viewport(), Qt.MouseButton.LeftButton, pos=place_of(point, 3))
    assert (chosen, point.is_open) == ([3], False)
    ring = point.window().findChild(FocusRing)
    assert ring is not None
    assert not ring.isVisible()


def test_a_press_elsewhere_puts_it_away(point: Dropdown) -> None:
    press(point, Qt.Key.Key_Space)
    handle = point.window().windowHandle()
    QTest.mouseClick(handle, Qt.MouseButton.LeftButton, pos=QPoint(560, 480))
    assert not point.is_open
    assert point.index == 0


def test_a_press_in_the_list_does_not_put_it_away(point: Dropdown) -> None:
    press(point, Qt.Key.Key_Space)
    card = point.list.geometry()
    QTest.mousePress(point.window().windowHandle(), Qt.MouseButton.LeftButton, pos=card.topLeft() + QPoint(3, 60))
    assert point.is_open


def test_the_wheel_does_not_choose(point: Dropdown) -> None:
    middle = QPointF(point.rect().center())
    turn = QWheelEvent(
        middle,
        point.mapToGlobal(middle),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(point, turn)
    assert point.index == 0
    assert not turn.isAccepted()


# -- where it lies -------------------------------------------------------------------------------------


def test_the_list_goes_with_its_field_and_its_window(point: Dropdown) -> None:
    press(point, Qt.Key.Key_Space)
    point.window().resize(700, 520)
    assert not point.is_open
    press(point, Qt.Key.Key_Space)
    point.move(point.x() + 10, point.y())
    assert not point.is_open
    press(point, Qt.Key.Key_Space)
    point.hide()
    assert not point.is_open


def test_another_set_of_options_puts_the_list_away(point: Dropdown) -> None:
    press(point, Qt.Key.Key_Space)
    point.set_items(["One", "Two", "Three"])
    assert not point.is_open
    press(point, Qt.Key.Key_Space)
    assert point.list.options.model().rowCount() == 3


@pytest.mark.parametrize("y", [20, 420])
@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_the_list_lies_within_the_window_beside_its_field(show: Show, y: int, direction: Qt.LayoutDirection) -> None:
    many = Dropdown([f"{number}. option with so many words that no line of it holds them" for number in range(30)], "X")
    window = show(many)
    window.setLayoutDirection(direction)
    window.resize(700, 500)
    holder = many.parentWidget()
    assert isinstance(holder, QWidget)
    holder.move(200, y)
    press(many, Qt.Key.Key_Space)
    card = many.list.geometry()
    assert window.rect().adjusted(EDGE_PX, EDGE_PX, -EDGE_PX, -EDGE_PX).contains(card)
    assert not card.intersects(QRect(many.mapTo(window, QPoint(0, 0)), many.size()))
    assert card.height() > 200


def test_words_that_are_too_long_break_and_make_it_higher(show: Show) -> None:
    long = "A routine whose name somebody made so long that no field of one line would ever hold all of it"
    dropdown = Dropdown(["Any routine", long], "Routine")
    show(dropdown)
    assert dropdown.width() == WIDEST_PX
    assert dropdown.height() > 48
    dropdown.set_items(["Any routine", "Short"])
    assert dropdown.sizeHint().height() == 48
    assert dropdown.sizeHint().width() < WIDEST_PX


def test_choosing_moves_nothing(point: Dropdown) -> None:
    before = point.sizeHint()
    point.set_index(1)
    assert point.sizeHint() == before


def test_the_open_one_is_outlined_in_pine(qapp: QApplication, point: Dropdown) -> None:
    assert has_colour(point, LIGHT.edge)
    press(point, Qt.Key.Key_Space)
    assert has_colour(point, LIGHT.pine)
    assert has_colour(point.list, LIGHT.pine_soft)
    dress(qapp, DARK)
    assert has_colour(point, DARK.pine)
    assert has_colour(point.list, DARK.pine_soft)
    press(point, Qt.Key.Key_Escape)
    point.setEnabled(False)
    QApplication.sendEvent(point, QEvent(QEvent.Type.EnabledChange))
    assert not has_colour(point, DARK.pine)


def test_the_list_goes_with_its_field(point: Dropdown) -> None:
    window = point.window()
    press(point, Qt.Key.Key_Space, Qt.Key.Key_Escape)
    assert len(window.findChildren(OptionList)) == 1
    point.deleteLater()
    for _ in range(2):  # the field, and then its list
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert window.findChildren(OptionList) == []
