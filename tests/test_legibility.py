import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from acutimer.ui.kit.buttons import Button
from acutimer.ui.kit.layout import column
from acutimer.ui.kit.scroll import Scroll
from acutimer.ui.kit.text import Text
from acutimer.ui.kit.tokens import LIGHT
from tests.legibility import cut_off, painted
from tests.ui.practice import shown


class Shortened(QWidget):
    """Words as Qt shortens them."""

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802  as Qt calls it
        """Paint them."""
        painter = QPainter(self)
        words = self.fontMetrics().elidedText("Words that go on and on", Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(0, 20, words)
        painter.end()


def test_what_is_painted_is_heard_word_for_word_with_its_colour(qtbot: QtBot) -> None:
    found = painted(shown(column(Text("Left leg", "title"), Button("Start", "primary")), qtbot, 300, 200))
    assert [(it.words, it.color.name().upper()) for it in found] == [
        ("Left leg", LIGHT.ink),
        ("Start", LIGHT.on_pine),
    ]


def test_words_that_fit_are_not_cut_off(qtbot: QtBot) -> None:
    assert cut_off(shown(column(Text("Some words that wrap", wrap=True), Button("Start")), qtbot, 200, 200)) == []


@pytest.mark.parametrize("width", [40, 60])
def test_words_beyond_their_widget_are_found(width: int, qtbot: QtBot) -> None:
    holder = shown(QWidget(), qtbot, 300, 100)
    text = Text("A line that does not wrap", parent=holder)
    text.setGeometry(0, 0, width, 30)
    text.show()
    (found,) = cut_off(holder)
    assert "goes beyond its own" in found


def test_words_cut_by_what_they_lie_in_are_found(qtbot: QtBot) -> None:
    holder = shown(QWidget(), qtbot, 100, 100)
    button = Button("Add to routine", parent=holder)
    button.setGeometry(30, 0, 220, 52)
    button.show()
    (found,) = cut_off(holder)
    assert "is cut off by its QWidget" in found


def test_shortened_words_are_found(qtbot: QtBot) -> None:
    assert "is shortened" in cut_off(shown(Shortened(), qtbot, 60, 30))[0]


def test_what_one_can_scroll_to_is_not_cut_off_but_sideways_it_is(qtbot: QtBot) -> None:
    assert cut_off(shown(Scroll(column(*(Text(f"Line {line}") for line in range(40)))), qtbot, 200, 100)) == []
    assert cut_off(shown(Scroll(column(Text("A line that does not wrap at all"))), qtbot, 90, 100))
