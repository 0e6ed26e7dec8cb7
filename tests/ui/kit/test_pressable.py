"""What every button has in common, and the ring round it."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from acutimer.ui.kit.buttons import Button, Chip
from acutimer.ui.kit.focus import REACH_PX, FocusRing, focus_came
from acutimer.ui.kit.layout import column
from acutimer.ui.kit.scroll import Scroll
from acutimer.ui.kit.tokens import LIGHT
from tests.ui.kit.conftest import Show
from tests.ui.kit.seeing import colour_at, name


def ring(window: QWidget) -> FocusRing | None:
    """The ring, if it is to be seen."""
    found = window.window().findChild(FocusRing)
    return found if found is not None and found.isVisible() else None


def test_the_keyboard_brings_the_ring_and_it_lies_two_pixels_outside(show: Show) -> None:
    first, second = Button("One"), Button("Two")
    window = show(first, second)
    first.setFocus(Qt.FocusReason.MouseFocusReason)
    QTest.keyClick(first, Qt.Key.Key_Tab)
    seen = ring(window)
    assert seen is not None
    assert seen.control is second
    corner = second.mapTo(window, QPoint(0, 0))
    assert seen.geometry().topLeft() == corner - QPoint(REACH_PX, REACH_PX)
    assert seen.size() == second.size() + QSize(2 * REACH_PX, 2 * REACH_PX)
    middle = corner.y() + second.height() // 2
    assert colour_at(window, corner.x() - 4, middle) == LIGHT.pine
    assert colour_at(window, corner.x() - 1, middle) == LIGHT.bg


def test_the_mouse_brings_no_ring_and_takes_it_away(show: Show) -> None:
    first, second = Button("One"), Button("Two")
    window = show(first, second)
    QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    assert first.hasFocus()
    assert ring(window) is None
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert ring(window) is not None
    QTest.mouseClick(second, Qt.MouseButton.LeftButton)
    assert ring(window) is None


def test_focus_given_by_the_program_shows_the_ring_only_to_who_uses_the_keyboard(show: Show) -> None:
    first, second = Button("One"), Button("Two")
    window = show(first, second)
    QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    second.setFocus()
    assert ring(window) is None
    QTest.keyClick(second, Qt.Key.Key_Tab)
    second.setFocus()
    assert ring(window) is not None


def test_the_ring_goes_where_its_control_goes_and_goes_with_it(show: Show) -> None:
    button = Button("One")
    holder = column(button)
    window = show(holder)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    seen = ring(window)
    assert seen is not None
    before = seen.pos()
    holder.move(holder.pos() + QPoint(30, 10))
    assert seen.pos() == before + QPoint(30, 10)
    button.hide()
    assert ring(window) is None


def test_the_ring_is_cut_off_where_a_scroll_area_ends(show: Show) -> None:
    buttons = [Button(str(number)) for number in range(8)]
    scroll = Scroll(column(*buttons, spacing=8))
    window = show(scroll)
    window.resize(400, 400)
    scroll.resize(200, 100)
    buttons[0].setFocus(Qt.FocusReason.TabFocusReason)
    seen = ring(window)
    assert seen is not None
    assert seen.mask().isEmpty()
    scroll.verticalScrollBar().setValue(30)
    bottom = scroll.mapTo(window, QPoint(0, -REACH_PX)).y()
    assert seen.mask().boundingRect().translated(seen.pos()).top() == bottom


def test_the_ring_leaves_with_the_focus(show: Show) -> None:
    button, other = Button("One"), QLineEdit()
    window = show(button, other)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    other.setFocus(Qt.FocusReason.TabFocusReason)
    assert ring(window) is None


def test_there_is_one_ring_to_a_window(show: Show) -> None:
    buttons = [Button("One"), Button("Two"), Button("Three")]
    window = show(*buttons)
    for button in buttons:
        button.setFocus(Qt.FocusReason.TabFocusReason)
    assert len(window.findChildren(FocusRing)) == 1


def test_qts_own_widgets_may_wear_the_ring_too(show: Show) -> None:
    line = QLineEdit()
    window = show(line)
    focus_came(line, QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.TabFocusReason))
    assert ring(window) is not None


def test_an_ampersand_is_read_as_it_stands(qtbot: QtBot) -> None:
    button = Button("Knee & ankle")
    qtbot.addWidget(button)
    assert button.text() == "Knee & ankle"
    assert name(button) == "Knee & ankle"
    assert button.shortcut().isEmpty()


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_the_keyboard_presses_too(show: Show, key: Qt.Key) -> None:
    pressed: list[bool] = []
    chip = Chip("Aching")
    chip.clicked.connect(lambda: pressed.append(True))
    show(chip)
    chip.setFocus()
    QTest.keyClick(chip, key)
    assert pressed == [True]


def test_the_shape_of_a_button_is_its_rectangle_with_round_ends(qtbot: QtBot) -> None:
    button = Button("One", height=56)
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    assert button.outline() == (QRectF(button.rect()), 28)
