"""The name of a routine, changed where it stands."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from acutimer.core.limits import MOST_IN_NAME
from acutimer.ui.editor.title import Title
from acutimer.ui.kit.layout import column
from tests.ui.kit.seeing import name
from tests.ui.practice import resized, shown


@pytest.fixture
def title(qtbot: QtBot) -> Title:
    made = Title()
    holder = column(made, QLineEdit(), None)
    shown(holder, qtbot, 400, 300)
    made.show_name("Evening knees", is_wrong=False)
    return made


def test_a_press_makes_it_a_field_with_all_chosen(title: Title) -> None:
    assert not title.is_open
    QTest.mouseClick(title.name, Qt.MouseButton.LeftButton)
    assert title.is_open
    assert title.field.line.hasFocus()
    assert title.field.line.selectedText() == "Evening knees"


def test_enter_ends_it_and_so_does_leaving_the_field(title: Title) -> None:
    left: list[bool] = []
    title.left.connect(lambda: left.append(True))
    title.begin()
    QTest.keyClick(title.field.line, Qt.Key.Key_Return)
    assert not title.is_open
    assert left == [True]
    title.begin()
    holder = title.parentWidget()
    assert isinstance(holder, QWidget)
    others = [it for it in holder.findChildren(QLineEdit) if not title.isAncestorOf(it)]
    others[0].setFocus()
    assert not title.is_open
    assert left == [True]  # the keyboard is where the user took it


def test_what_is_typed_is_told_letter_by_letter(title: Title) -> None:
    told: list[str] = []
    title.renamed.connect(told.append)
    title.begin()
    QTest.keyClicks(title.field.line, "Eve")
    assert told == ["E", "Ev", "Eve"]


def test_no_name_is_longer_than_a_name_may_be(title: Title) -> None:
    title.begin()
    QTest.keyClicks(title.field.line, "x" * 100)
    assert len(title.field.text()) == MOST_IN_NAME


def test_a_name_shown_anew_leaves_the_cursor_where_one_writes(title: Title) -> None:
    title.begin()
    title.field.line.setCursorPosition(3)
    title.show_name("Evening knees", is_wrong=False)
    assert title.field.line.cursorPosition() == 3
    title.show_name("Morning", is_wrong=False)
    assert title.field.text() == "Morning"


def test_without_a_name_it_asks_for_one(title: Title) -> None:
    title.show_name("", is_wrong=True)
    assert name(title.name) == "Name: Name your routine"
    assert title.name.color_name == "ochre_ink"


def test_a_long_name_takes_more_lines_and_is_never_cut(title: Title) -> None:
    title.show_name("A name of many words that needs more than one line in a column so narrow", is_wrong=False)
    holder = title.parentWidget()
    assert isinstance(holder, QWidget)
    resized(holder, 300, 300)
    assert title.name.height() >= title.name.heightForWidth(title.name.width()) > 44
