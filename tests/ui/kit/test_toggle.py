from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from acutimer.ui.kit.fonts import font
from acutimer.ui.kit.text import text_width
from acutimer.ui.kit.toggle import TRACK, Toggle
from acutimer.ui.kit.tokens import DARK, LIGHT, dress
from tests.ui.kit.conftest import Show
from tests.ui.kit.seeing import colour_at, has_colour, name, picture, role


def test_a_toggle_is_a_check_box_with_its_words_as_name(qtbot: QtBot) -> None:
    toggle = Toggle("Sounds")
    qtbot.addWidget(toggle)
    assert (role(toggle), name(toggle)) == (QAccessible.Role.CheckBox, "Sounds")
    assert not QAccessible.queryAccessibleInterface(toggle).state().checked
    toggle.setChecked(True)
    assert QAccessible.queryAccessibleInterface(toggle).state().checked


def test_space_and_a_click_anywhere_in_the_line_switch_it(show: Show) -> None:
    said: list[bool] = []
    toggle = Toggle("Sounds")
    toggle.toggled.connect(said.append)
    show(toggle)
    toggle.setFocus()
    QTest.keyClick(toggle, Qt.Key.Key_Space)
    QTest.mouseClick(toggle, Qt.MouseButton.LeftButton, pos=toggle.rect().topLeft())
    assert said == [True, False]


def test_on_and_off_differ_in_more_than_colour(qapp: QApplication, show: Show) -> None:
    toggle = Toggle("Sounds")
    show(toggle)
    shape, _ = toggle.outline()
    left, right = round(shape.left()) + 16, round(shape.right()) - 16
    middle = toggle.height() // 2
    assert colour_at(toggle, left, middle) == LIGHT.edge
    toggle.setChecked(True)
    assert colour_at(toggle, left, middle) == LIGHT.pine
    assert has_colour(toggle, LIGHT.on_pine)
    knob = picture(toggle).copy(right - 12, middle - 12, 24, 24)
    colours = {knob.pixelColor(x, y).name() for x in range(24) for y in range(24)}
    assert LIGHT.pine.lower() in colours  # the check on the knob
    dress(qapp, DARK)
    assert colour_at(toggle, left, middle) == DARK.pine


def test_the_words_have_their_room_and_the_switch_its_own(qtbot: QtBot) -> None:
    words = "Das Bild zeigt die Knochen unter der Haut"
    toggle = Toggle(words)
    qtbot.addWidget(toggle)
    assert toggle.sizeHint().width() >= text_width(words, font(17, 450)) + TRACK.width() + 16
    assert toggle.sizeHint().height() >= 44


def test_right_to_left_puts_the_switch_on_the_left(qtbot: QtBot) -> None:
    toggle = Toggle("Sounds")
    qtbot.addWidget(toggle)
    toggle.resize(300, 48)
    assert toggle.outline()[0].right() == 300
    toggle.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert toggle.outline()[0].left() == 0


def test_a_toggle_that_cannot_be_used_looks_so(show: Show) -> None:
    toggle = Toggle("Sounds")
    show(toggle)
    toggle.setEnabled(False)
    assert has_colour(toggle, LIGHT.ink3)
    assert not has_colour(toggle, LIGHT.ink)
