import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout
from pytestqt.qtbot import QtBot

from acutimer.ui.kit.cards import Card
from acutimer.ui.kit.layout import column, row
from acutimer.ui.kit.text import Text
from tests.ui.kit.conftest import Show


def test_gaps_stretches_and_margins_are_kept(show: Show) -> None:
    first, second, third = Text("one"), Text("two"), Text("three")
    holder = column(first, 16, second, None, third, spacing=4, margins=(10, 20, 30, 40))
    show(holder)
    holder.resize(300, 300)
    assert (first.x(), first.y()) == (10, 20)
    assert second.y() == first.geometry().bottom() + 1 + 4 + 16
    assert third.geometry().bottom() + 1 == 260
    assert first.width() == 300 - 10 - 30


def test_a_row_shares_its_room_by_stretch(show: Show) -> None:
    one, two = Card(), Card()
    holder = row((one, 1), (two, 3), margins=(8, 0))
    show(holder)
    holder.resize(416, 50)
    assert (one.width(), two.width()) == (100, 300)
    assert one.height() == 50


def test_a_row_keeps_an_alignment(show: Show) -> None:
    high, low = Card(), Text("low")
    high.setFixedHeight(100)
    holder = row(high, (low, Qt.AlignmentFlag.AlignBottom))
    show(holder)
    holder.resize(200, 100)
    assert low.geometry().bottom() == 99


def test_it_can_fill_a_card_and_hold_layouts(qtbot: QtBot) -> None:
    card = Card()
    qtbot.addWidget(card)
    inner, other = QHBoxLayout(), QHBoxLayout()
    assert column(inner, (other, 1), parent=card) is card
    layout = card.layout()
    assert layout is not None
    assert layout.count() == 2


def test_what_it_cannot_hold_is_refused(qtbot: QtBot) -> None:
    with pytest.raises(TypeError, match="nothing a row or column can hold"):
        column("words")  # type: ignore[arg-type]  # that is the mistake
