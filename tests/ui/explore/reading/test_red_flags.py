"""The red flags on their ground: each once, the question in strong letters."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QTextLayout
from pytestqt.qtbot import QtBot

from acutimer.core.points import Claim
from acutimer.ui.explore.reading.red_flags import QUESTION_WEIGHT, Flag, RedFlagsPanel, red_flags
from acutimer.ui.kit.focus import FocusRing
from acutimer.ui.kit.text import Text
from tests.ui.kit.seeing import name
from tests.ui.practice import shown

HOT = Claim("A hot knee? See a doctor first.", ("product",))
NUMB = Claim("Suddenly numb? Get emergency help.", ("product",))

pytestmark = pytest.mark.usefixtures("qapp")


def lines_of(flag: Flag, width: float) -> QTextLayout:
    return flag._lines(width)


def test_what_is_said_twice_stands_there_once(qtbot: QtBot) -> None:
    card = shown(red_flags("First", [HOT, NUMB, HOT]), qtbot, 350, 300)
    assert [flag.text() for flag in card.findChildren(Flag)] == [HOT.text, NUMB.text]
    assert name(card) == f"First {HOT.text} {NUMB.text}"


def test_without_a_title_there_is_no_empty_line(qtbot: QtBot) -> None:
    card = shown(red_flags("", [HOT]), qtbot, 350, 100)
    assert [text.text() for text in card.findChildren(Text)] == [HOT.text]
    assert name(card) == HOT.text


def test_the_question_is_set_in_strong_letters_and_the_answer_is_not() -> None:
    (strong,) = lines_of(Flag(HOT.text, "body"), 300).formats()
    assert HOT.text[strong.start : strong.start + strong.length] == "A hot knee?"
    assert strong.format.fontWeight() == QUESTION_WEIGHT


def test_strong_letters_are_counted_in_when_the_lines_break() -> None:
    flag = Flag(HOT.text, "body")
    plain = Text(HOT.text, "body", wrap=True)
    just = plain.sizeHint().width()
    assert plain.heightForWidth(just) < flag.heightForWidth(just)


def test_tab_stops_at_the_flags_and_shows_where_it_is(qtbot: QtBot) -> None:
    card = shown(red_flags("First", [HOT, NUMB]), qtbot, 350, 300)
    QCoreApplication.processEvents()  # the window becomes the active one
    card.clearFocus()  # the first control of a window has it by itself
    card.setFocus(Qt.FocusReason.TabFocusReason)
    ring = card.window().findChild(FocusRing)
    assert ring is not None
    assert ring.control is card
    card.clearFocus()
    assert ring.control is None


def test_the_panel_of_all_flags_says_what_to_do_before_it_lists_them(qtbot: QtBot) -> None:
    panel = shown(RedFlagsPanel([HOT, NUMB]), qtbot, 412, 776)
    read = [text.text() for text in panel.findChildren(Text)]
    assert read.index("Does one of these fit? Then do not press.") < read.index(HOT.text)
