from pytestqt.qtbot import QtBot

from acutimer.ui.kit.marked import MarkedText
from acutimer.ui.kit.text import Text
from tests.ui.kit.seeing import name, picture

WORDS = "Lay four fingers below the knee. Four fingers are one hand."


def test_marks_are_found_wherever_they_stand_in_capitals_or_not(qtbot: QtBot) -> None:
    text = MarkedText(WORDS, ("four fingers", "", "elbow"))
    qtbot.addWidget(text)
    assert text.marked == ("four fingers", "Four fingers")


def test_what_is_marked_is_painted_heavier(qtbot: QtBot) -> None:
    plain, marked = Text(WORDS, "body", "ink2", wrap=True), MarkedText(WORDS, ("four fingers",))
    for text in (plain, marked):
        qtbot.addWidget(text)
        text.resize(300, 80)
    assert picture(plain) != picture(marked)
    assert name(marked) == WORDS


def test_heavier_words_take_more_room_and_none_is_cut(qtbot: QtBot) -> None:
    plain, marked = Text(WORDS, "body", wrap=True), MarkedText(WORDS, (WORDS,))
    for text in (plain, marked):
        qtbot.addWidget(text)
    assert marked.sizeHint().width() != plain.sizeHint().width() or marked.heightForWidth(200) >= plain.heightForWidth(
        200
    )
    assert marked.heightForWidth(120) > marked.heightForWidth(500)
