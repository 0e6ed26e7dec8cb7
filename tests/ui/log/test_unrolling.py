from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from acutimer.ui.kit.layout import column
from acutimer.ui.kit.text import Text
from acutimer.ui.log.unrolling import UnrollingScroll
from tests.ui.practice import resized, shown

LONG = "Press as deep as is good for you, and let go as slowly. " * 12


def in_a_page(qtbot: QtBot, words: Text) -> tuple[QWidget, UnrollingScroll]:
    scroll = UnrollingScroll(20, column(words, margins=(20, 0, 0, 0)))
    return shown(column(scroll, None), qtbot, 300, 200), scroll


def test_it_scrolls_until_it_is_unrolled_and_then_shows_everything(qtbot: QtBot) -> None:
    words = Text(LONG, wrap=True)
    page, scroll = in_a_page(qtbot, words)
    assert scroll.verticalScrollBar().maximum() > 0
    scroll.set_unrolled(True)
    resized(page, 300, 200)
    assert scroll.verticalScrollBar().maximum() == 0
    assert scroll.height() == words.heightForWidth(260)
    scroll.set_unrolled(False)
    resized(page, 300, 200)
    assert scroll.height() <= 200
    assert scroll.verticalScrollBar().maximum() > 0


def test_unrolled_it_grows_with_its_words_and_in_a_narrower_page(qtbot: QtBot) -> None:
    words = Text("Short.", wrap=True)
    page, scroll = in_a_page(qtbot, words)
    scroll.set_unrolled(True)
    resized(page, 300, 200)
    heights = [scroll.height()]
    words.setText(LONG)
    words.updateGeometry()
    for _ in range(4):
        QCoreApplication.sendPostedEvents()
    heights.append(scroll.height())
    resized(page, 200, 200)
    heights.append(scroll.height())
    assert heights[0] < heights[1] < heights[2]
    assert scroll.verticalScrollBar().maximum() == 0
