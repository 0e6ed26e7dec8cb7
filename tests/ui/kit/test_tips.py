import pytest
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from acutimer.ui.kit.buttons import IconButton
from acutimer.ui.kit.tips import literal, set_tip

MARKED = ('<img src="file:///etc/hostname">', "<b>Knees</b>", 'a <a href="http://x">link</a> & more', "&lt;b&gt;<br>")


def seen(tip: str) -> str:
    """What Qt shows of a tip it takes for markup."""
    document = QTextDocument()
    document.setHtml(tip)
    return document.toPlainText()


@pytest.mark.parametrize("words", MARKED)
def test_words_that_look_like_markup_are_shown_as_they_are(words: str, qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    set_tip(widget, words)
    assert seen(widget.toolTip()) == words


@pytest.mark.parametrize("words", ["Leave out Knees & back", "5 < 6", "a > b", "", "&amp;", "two\nlines"])
def test_all_other_words_stay_as_they_were(words: str, qapp: object) -> None:
    assert literal(words) == words


def test_an_icon_called_after_a_routine_shows_its_name_literally(qtbot: QtBot) -> None:
    button = IconButton("Leave out <b>Knees</b>", "close")
    qtbot.addWidget(button)
    assert seen(button.toolTip()) == "Leave out <b>Knees</b>"
    assert button.accessibleName() == "Leave out <b>Knees</b>"
