from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from acutimer.ui.kit.field import NoteField
from acutimer.ui.kit.focus import REACH_PX, FocusRing
from acutimer.ui.kit.tokens import DARK, LIGHT, dress
from tests.ui.kit.conftest import Show
from tests.ui.kit.seeing import colour_at, has_colour, name, role


def test_it_is_a_text_field_with_a_name(qtbot: QtBot) -> None:
    field = NoteField("A note for yourself", "Left knee easier on the stairs")
    qtbot.addWidget(field)
    assert (role(field.lines), name(field.lines)) == (QAccessible.Role.EditableText, "A note for yourself")
    assert field.lines.placeholderText() == "Left knee easier on the stairs"


def test_it_keeps_what_is_written(show: Show) -> None:
    field = NoteField("Note")
    show(field)
    field.setFocus()
    QTest.keyClicks(field.lines, "easier")
    assert field.text() == "easier"
    field.set_text("two\nlines")
    assert field.text() == "two\nlines"


def test_tab_leaves_it(show: Show) -> None:
    first, second = NoteField("One"), NoteField("Two")
    show(first, second)
    first.setFocus()
    QTest.keyClick(first.lines, Qt.Key.Key_Tab)
    assert second.lines.hasFocus()
    assert first.text() == ""


def test_the_ring_goes_round_the_whole_field(show: Show) -> None:
    field = NoteField("Note")
    window = show(field)
    field.lines.setFocus(Qt.FocusReason.TabFocusReason)
    ring = window.findChild(FocusRing)
    assert ring is not None
    assert ring.width() == field.width() + 2 * REACH_PX
    assert ring.height() == field.height() + 2 * REACH_PX


def test_where_one_writes_is_outlined_in_pine(qapp: QApplication, show: Show) -> None:
    field = NoteField("Note")
    show(field)
    assert has_colour(field, LIGHT.edge)
    field.setFocus()
    assert has_colour(field, LIGHT.pine)
    assert colour_at(field, 100, 80) == LIGHT.surface
    dress(qapp, DARK)
    assert colour_at(field, 100, 80) == DARK.inset
