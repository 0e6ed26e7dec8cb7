from collections.abc import Callable

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from acutimer.ui.floating import TOP_PX, WIDTH_PX, Floating


class Block(QWidget):
    """A widget that asks for a height."""

    def __init__(self, height: int) -> None:
        super().__init__()
        self._height = height

    def sizeHint(self) -> QSize:  # noqa: N802  as Qt calls it
        return QSize(100, self._height)

    def minimumSizeHint(self) -> QSize:  # noqa: N802  as Qt calls it
        return self.sizeHint()


class Part(Block):
    def __init__(self, height: int, *, stays: bool) -> None:
        super().__init__(height)
        self.stays = stays
        self.hide()


Laid = Callable[..., tuple[QWidget, QWidget, Floating]]


@pytest.fixture
def laid(qtbot: QtBot) -> Laid:
    """A window 1000 x 700 with a screen in it, at least `least` px high, and parts floating over it."""

    def lay(*parts: Part, least: int = 100) -> tuple[QWidget, QWidget, Floating]:
        window = QWidget()
        qtbot.addWidget(window, before_close_func=lambda _: window.hide())  # this keeps it until then, too
        window.resize(1000, 700)
        window.show()
        holder = QWidget(window)
        holder.resize(1000, 700)
        room = QVBoxLayout(holder)
        room.setContentsMargins(0, 0, 0, 0)
        below = Block(least)
        room.addWidget(below)
        holder.show()
        floating = Floating(window, below, room, *parts)
        QApplication.processEvents()
        return window, below, floating

    return lay


def appear(part: Part, *, there: bool = True) -> None:
    part.setVisible(there)
    QApplication.processEvents()


def test_there_is_nothing_where_there_is_nothing_to_show(laid: Laid) -> None:
    part = Part(60, stays=True)
    _, below, floating = laid(part)
    assert not floating.isVisible()
    assert below.y() == 0
    appear(part)
    appear(part, there=False)
    assert not floating.isVisible()
    assert below.y() == 0


def test_what_stays_makes_the_screen_give_way(laid: Laid) -> None:
    part = Part(60, stays=True)
    _, below, floating = laid(part)
    appear(part)
    assert (floating.y(), floating.height(), floating.width()) == (TOP_PX, 60, WIDTH_PX)
    assert floating.x() == (1000 - WIDTH_PX) // 2
    assert (below.y(), below.height()) == (TOP_PX + 60, 700 - TOP_PX - 60)


def test_what_goes_by_itself_moves_nothing(laid: Laid) -> None:
    offer, line = Part(60, stays=True), Part(40, stays=False)
    _, below, floating = laid(offer, line)
    appear(line)
    assert below.y() == 0
    appear(offer)
    assert below.y() == TOP_PX + 60
    assert floating.height() == 60 + 8 + 40


def test_over_a_session_nothing_moves(laid: Laid) -> None:
    part = Part(60, stays=True)
    _, below, floating = laid(part)
    floating.is_over_all = True
    appear(part)
    assert floating.isVisible()
    assert below.y() == 0


def test_a_screen_that_needs_its_height_keeps_it(laid: Laid) -> None:
    part = Part(60, stays=True)
    _, below, floating = laid(part, least=660)
    appear(part)
    assert floating.isVisible()
    assert below.y() == 0


def test_it_keeps_to_the_width_of_the_screen(laid: Laid) -> None:
    part = Part(60, stays=False)
    _, below, floating = laid(part)
    appear(part)
    holder = below.parentWidget()
    assert holder is not None
    holder.resize(500, 700)
    QApplication.processEvents()
    assert (floating.x(), floating.width()) == (TOP_PX, 500 - 2 * TOP_PX)


def test_what_goes_by_itself_lies_at_the_foot_of_a_part_of_the_screen_while_that_is_asked_for(laid: Laid) -> None:
    part = Part(60, stays=False)
    _, below, floating = laid(part)
    column = QWidget(below)
    column.setGeometry(30, 0, 500, 690)
    floating.lie_at_foot(column)
    appear(part)
    assert floating.geometry().getRect() == (30, 690 - TOP_PX - 60, 500, 60)
    floating.lie_at_foot(None)
    assert floating.geometry().top() == TOP_PX


def test_what_stays_is_never_at_the_foot(laid: Laid) -> None:
    part = Part(60, stays=True)
    _, below, floating = laid(part)
    floating.lie_at_foot(below)
    appear(part)
    assert floating.geometry().top() == TOP_PX
    assert below.geometry().top() == TOP_PX + 60
