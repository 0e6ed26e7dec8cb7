from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from acutimer.ui.kit.buttons import Button
from acutimer.ui.kit.gutter import GutterScroll
from acutimer.ui.kit.layout import column
from acutimer.ui.kit.scroll import Scroll
from acutimer.ui.kit.text import Text
from acutimer.ui.kit.tokens import DARK, LIGHT, dress
from tests.ui.kit.conftest import Show
from tests.ui.kit.seeing import colour_at, has_colour


def filled(show: Show) -> tuple[Scroll, list[Button]]:
    buttons = [Button(f"Number {number}") for number in range(9)]
    scroll = Scroll(column(*buttons, spacing=8))
    window = show(scroll)
    window.resize(400, 300)
    scroll.resize(260, 200)
    return scroll, buttons


def test_what_gets_the_focus_comes_into_sight(show: Show) -> None:
    scroll, buttons = filled(show)
    assert not scroll.viewport().rect().contains(buttons[8].mapTo(scroll.viewport(), QPoint(0, 0)))
    buttons[0].setFocus()
    for _ in range(8):
        focused = QApplication.focusWidget()
        assert isinstance(focused, QPushButton)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert buttons[8].hasFocus()
    assert scroll.viewport().rect().contains(buttons[8].mapTo(scroll.viewport(), QPoint(0, 0)))


def test_nothing_in_it_is_cut_off_at_the_side(show: Show) -> None:
    scroll, buttons = filled(show)
    assert scroll.minimumSizeHint().width() >= buttons[0].minimumSizeHint().width() + 12
    assert scroll.horizontalScrollBar().maximum() == 0


def test_it_lies_on_whatever_is_below_and_its_bar_follows_the_theme(qapp: QApplication, show: Show) -> None:
    scroll, _ = filled(show)
    assert has_colour(scroll.verticalScrollBar(), LIGHT.edge)
    assert colour_at(scroll, 200, 56) == LIGHT.bg
    dress(qapp, DARK)
    assert has_colour(scroll.verticalScrollBar(), DARK.edge)
    assert colour_at(scroll, 200, 56) == DARK.bg


def test_there_is_no_bar_while_all_fits(show: Show) -> None:
    scroll = Scroll(column(Text("short")))
    show(scroll)
    assert not scroll.verticalScrollBar().isVisible()


def test_the_gutter_is_where_the_bar_is(qtbot: QtBot) -> None:
    line = QLabel("A line")
    content = column(line, margins=(20, 0, 0, 0))
    scroll = GutterScroll(30, content)
    qtbot.addWidget(scroll)
    scroll.resize(300, 200)
    scroll.show()
    assert (line.x(), 300 - line.geometry().right() - 1) == (20, 30)
    scroll.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QApplication.processEvents()
    assert (line.x(), 300 - line.geometry().right() - 1) == (30, 20)
    scroll.takeWidget()
    scroll.show_content(content)
    QApplication.processEvents()
    assert (line.x(), 300 - line.geometry().right() - 1) == (30, 20)


def test_what_is_shown_in_place_of_something_long_keeps_its_margin_at_the_beginning(qtbot: QtBot) -> None:
    def lines(number: int, margin: int) -> QWidget:
        return column(*(QLabel("Line") for _ in range(number)), margins=(margin, 0, 0, 0))

    scroll = GutterScroll(30, lines(40, 0))
    qtbot.addWidget(scroll)
    scroll.resize(200, 100)
    scroll.show()
    for number in (2, 40, 2):
        content = lines(number, 12)
        scroll.show_content(content)
        QCoreApplication.sendPostedEvents()
        layout = content.layout()
        assert layout is not None
        assert layout.contentsMargins().left() == 12
