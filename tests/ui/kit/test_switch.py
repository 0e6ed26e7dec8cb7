from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from acutimer.ui.kit.fonts import font
from acutimer.ui.kit.switch import Switch
from acutimer.ui.kit.text import text_width
from acutimer.ui.kit.tokens import DARK, LIGHT, dress
from tests.ui.kit.conftest import Show
from tests.ui.kit.seeing import colour_at, description, has_colour, name, role

VIEWS = ("Front", "Outer", "Inner", "Back")


def chosen(switch: Switch) -> list[int]:
    said: list[int] = []
    switch.chosen.connect(said.append)
    return said


def test_the_first_is_chosen_and_clicking_another_says_so_once(show: Show) -> None:
    switch = Switch(VIEWS, name="View")
    show(switch)
    said = chosen(switch)
    assert switch.index == 0
    QTest.mouseClick(switch.segments[2], Qt.MouseButton.LeftButton)
    assert (switch.index, said) == (2, [2])


def test_the_arrows_move_and_choose(show: Show) -> None:
    switch = Switch(VIEWS, name="View")
    show(switch)
    said = chosen(switch)
    switch.segments[0].setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key)
    assert (switch.index, said) == (1, [1, 2, 1])
    assert switch.segments[1].hasFocus()


def test_setting_it_says_nothing(qtbot: QtBot) -> None:
    switch = Switch(VIEWS)
    qtbot.addWidget(switch)
    said = chosen(switch)
    switch.set_index(3)
    assert (switch.index, said) == (3, [])


def test_each_choice_is_a_radio_button_with_its_second_line_as_description(qtbot: QtBot) -> None:
    switch = Switch(("5 min", "Full"), ("0:40 each side", "2:00 each side"), 68, "Time")
    qtbot.addWidget(switch)
    assert name(switch) == "Time"
    assert role(switch.segments[0]) is QAccessible.Role.RadioButton
    assert (name(switch.segments[0]), description(switch.segments[0])) == ("5 min", "0:40 each side")


def test_all_are_as_wide_as_the_widest_needs(show: Show) -> None:
    switch = Switch(("5 min", "Full, 13 min"), ("", "an unusually long second line"), 68)
    show(switch)
    needed = text_width("an unusually long second line", font(15, 450, tabular=True))
    assert all(segment.width() >= needed for segment in switch.segments)
    assert switch.height() == 68
    assert switch.minimumSizeHint() == switch.sizeHint()


def test_choosing_moves_nothing(show: Show) -> None:
    switch = Switch(VIEWS)
    show(switch)
    before = [segment.geometry() for segment in switch.segments]
    switch.set_index(2)
    assert [segment.geometry() for segment in switch.segments] == before


def test_other_choices_can_be_offered(show: Show) -> None:
    switch = Switch(VIEWS)
    show(switch)
    said = chosen(switch)
    switch.set_items(("Front", "Back"), index=1)
    assert [segment.text() for segment in switch.segments] == ["Front", "Back"]
    assert (switch.index, said) == (1, [])
    switch.segments[0].click()
    assert said == [0]


def test_the_chosen_one_is_outlined_in_both_themes(qapp: QApplication, show: Show) -> None:
    switch = Switch(VIEWS)
    show(switch)
    left = switch.segments[0].geometry()
    assert has_colour(switch.segments[0], LIGHT.pine)
    assert colour_at(switch, left.left() + 8, 26) == LIGHT.surface
    assert colour_at(switch, switch.segments[3].geometry().center().x(), 8) == LIGHT.track
    dress(qapp, DARK)
    assert colour_at(switch, left.left() + 8, 26) == DARK.pine_soft


def test_a_choice_that_cannot_be_had_looks_so(show: Show) -> None:
    switch = Switch(VIEWS)
    show(switch)
    switch.segments[2].setEnabled(False)
    assert has_colour(switch.segments[2], LIGHT.ink3)


def test_a_switch_can_have_none_chosen_and_takes_the_next_choice(show: Show) -> None:
    switch = Switch(VIEWS, name="View")
    show(switch)
    said = chosen(switch)
    switch.clear()
    assert (switch.index, said) == (-1, [])
    QTest.mouseClick(switch.segments[1], Qt.MouseButton.LeftButton)
    assert (switch.index, said) == (1, [1])
    QTest.mouseClick(switch.segments[2], Qt.MouseButton.LeftButton)
    assert switch.index == 2


def test_segments_may_be_as_wide_as_their_words_and_give_way_where_there_is_little_room(qtbot: QtBot) -> None:
    words = ("Left, then right", "Left", "Right")
    even, close = Switch(words, height=48), Switch(words, height=48, even=False)
    for switch in (even, close):
        qtbot.addWidget(switch)
    assert close.sizeHint().width() < even.sizeHint().width()
    assert close.minimumSizeHint().width() < close.sizeHint().width()
    assert close.segments[0].sizeHint().width() > close.segments[1].sizeHint().width()
    close.resize(close.minimumSizeHint())
    close.show()
    assert all(segment.width() >= segment.minimumSizeHint().width() for segment in close.segments)
    assert even.minimumSizeHint() == even.sizeHint()


def test_tab_comes_to_the_chosen_one_even_the_first_time(qtbot: QtBot) -> None:
    switch = Switch(("Light", "Gentle", "Firm"))
    qtbot.addWidget(switch)
    tab = Qt.FocusPolicy.TabFocus

    def stops() -> list[bool]:
        return [bool(it.focusPolicy() & tab) for it in switch.segments]

    assert stops() == [True, False, False]
    switch.set_index(1)
    assert stops() == [False, True, False]
    switch.segments[2].click()
    assert stops() == [False, False, True]
    switch.clear()
    assert stops() == [True, True, True]
