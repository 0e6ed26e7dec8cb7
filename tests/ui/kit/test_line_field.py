import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from acutimer.ui.kit.focus import REACH_PX, FocusRing
from acutimer.ui.kit.line_field import LineField
from acutimer.ui.kit.tokens import DARK, LIGHT, dress
from tests.ui.kit.conftest import Show
from tests.ui.kit.seeing import colour_at, has_colour, name, role

WORDS = ("Words in your notes", "Words in notes", "search", "Clear the words")


@pytest.fixture
def field(show: Show) -> LineField:
    field = LineField(*WORDS)
    show(field)
    return field


def caught(field: LineField) -> list[str]:
    """What it says was edited, as it says it."""
    edited: list[str] = []
    field.edited.connect(edited.append)
    return edited


def test_it_is_a_line_to_type_in_with_a_name(field: LineField) -> None:
    assert (role(field.line), name(field.line)) == (QAccessible.Role.EditableText, WORDS[0])
    assert field.line.placeholderText() == WORDS[1]
    assert role(field.clear_button) is QAccessible.Role.Button
    assert name(field.clear_button) == WORDS[3]


def test_what_is_typed_is_told_letter_by_letter(field: LineField) -> None:
    edited = caught(field)
    field.setFocus()
    QTest.keyClicks(field.line, "knee")
    assert edited == ["k", "kn", "kne", "knee"]
    assert field.text() == "knee"


def test_words_put_in_are_not_told(field: LineField) -> None:
    edited = caught(field)
    field.set_text("stairs")
    assert (field.text(), edited) == ("stairs", [])


def test_enter_is_told(field: LineField, qtbot: QtBot) -> None:
    with qtbot.waitSignal(field.entered, timeout=100):
        QTest.keyClick(field.line, Qt.Key.Key_Return)


def test_the_button_is_there_while_there_are_words_and_takes_them_away(field: LineField) -> None:
    assert not field.clear_button.isVisible()
    field.set_text("stairs")
    assert field.clear_button.isVisible()
    edited = caught(field)
    QTest.mouseClick(field.clear_button, Qt.MouseButton.LeftButton)
    assert (field.text(), edited) == ("", [""])
    assert field.line.hasFocus()
    assert not field.clear_button.isVisible()


def test_escape_takes_the_words_away_and_then_is_for_the_window(field: LineField) -> None:
    left: list[bool] = []
    shortcut = QShortcut(QKeySequence(Qt.Key.Key_Escape), field.window())
    shortcut.activated.connect(lambda: left.append(True))
    field.setFocus()
    QTest.keyClicks(field.line, "knee")
    QTest.keyClick(field.line, Qt.Key.Key_Escape)
    assert (field.text(), left) == ("", [])
    QTest.keyClick(field.line, Qt.Key.Key_Escape)
    assert left == [True]


def test_without_a_button_escape_takes_nothing_away(show: Show) -> None:
    field = LineField("Hour")
    show(field)
    field.set_text("7:30")
    QTest.keyClick(field.line, Qt.Key.Key_Escape)
    assert field.text() == "7:30"
    assert not field.clear_button.isVisible()


def test_the_hint_is_never_cut(field: LineField) -> None:
    field.resize(field.minimumSizeHint())
    QApplication.processEvents()
    assert field.line.width() >= field.line.fontMetrics().horizontalAdvance(WORDS[1])


def test_a_press_beside_the_line_is_meant_for_it(field: LineField) -> None:
    QTest.mouseClick(field, Qt.MouseButton.LeftButton, pos=QPoint(10, 24))
    assert field.line.hasFocus()


def test_the_ring_goes_round_the_whole_field(field: LineField) -> None:
    field.line.setFocus(Qt.FocusReason.TabFocusReason)
    ring = field.window().findChild(FocusRing)
    assert ring is not None
    assert (ring.width(), ring.height()) == (field.width() + 2 * REACH_PX, field.height() + 2 * REACH_PX)


def test_where_one_writes_is_outlined_in_pine(qapp: QApplication, field: LineField) -> None:
    assert has_colour(field, LIGHT.edge)
    field.setFocus()
    assert has_colour(field, LIGHT.pine)
    dress(qapp, DARK)
    assert colour_at(field, 8, 24) == DARK.inset


def test_the_icon_is_at_the_beginning(field: LineField) -> None:
    def has_icon_at(x: int) -> bool:
        image = field.grab().toImage()
        around = [image.pixelColor(x + dx, 24 + dy).name() for dx in range(-8, 9) for dy in range(-8, 9)]
        return len(set(around)) > 1

    assert has_icon_at(24)
    field.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QApplication.processEvents()
    assert has_icon_at(field.width() - 24)


def test_tab_leaves_it(show: Show) -> None:
    first, second = LineField("One"), LineField("Two")
    window: QWidget = show(first, second)
    first.setFocus()
    QTest.keyClick(first.line, Qt.Key.Key_Tab)
    assert window.focusWidget() is second.line


def test_the_programs_own_keys_are_not_the_fields(field: LineField) -> None:
    def is_taken(key: Qt.Key) -> bool:
        asked = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.ControlModifier)
        asked.ignore()
        QApplication.sendEvent(field.line, asked)
        return asked.isAccepted()

    assert not is_taken(Qt.Key.Key_E)
    assert not is_taken(Qt.Key.Key_K)
    assert is_taken(Qt.Key.Key_A)
