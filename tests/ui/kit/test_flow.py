from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from acutimer.ui.kit.buttons import Chip
from acutimer.ui.kit.flow import FlowLayout, flow
from acutimer.ui.kit.layout import column
from tests.ui.kit.conftest import Show

WORDS = ("Aching", "Stiff", "Creaky", "Outer side", "After exercise")


def places(chips: list[Chip]) -> list[tuple[int, int]]:
    return [(chip.x(), chip.y()) for chip in chips]


def laid(qtbot: QtBot, width: int, direction: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight) -> list[Chip]:
    chips = [Chip(word) for word in WORDS]
    holder = QWidget()
    qtbot.addWidget(holder, before_close_func=lambda _: holder.hide())  # this keeps it until then, too
    holder.setLayoutDirection(direction)
    layout = FlowLayout(parent=holder)
    for chip in chips:
        layout.addWidget(chip)
    holder.resize(width, 400)
    layout.activate()
    layout.setGeometry(holder.rect())
    return chips


def test_chips_stand_side_by_side_and_go_on_below(qtbot: QtBot) -> None:
    chips = laid(qtbot, 348)
    assert [y for _, y in places(chips)] == [0, 0, 0, 58, 58]
    assert chips[1].x() == chips[0].width() + 10
    assert all(chip.geometry().right() < 348 for chip in chips)


def test_every_chip_keeps_its_size(qtbot: QtBot) -> None:
    assert all(chip.size() == chip.sizeHint() for chip in laid(qtbot, 348))


def test_right_to_left_begins_on_the_right(qtbot: QtBot) -> None:
    chips = laid(qtbot, 348, Qt.LayoutDirection.RightToLeft)
    assert chips[0].geometry().right() == 347
    assert chips[1].x() < chips[0].x()


def test_a_column_gives_it_the_height_it_needs(show: Show) -> None:
    chips = [Chip(word) for word in WORDS]
    chosen = flow(*chips)
    holder = column(chosen, None)
    show(holder)
    holder.resize(348, 500)
    assert chosen.height() == 48 + 10 + 48
    holder.resize(200, 500)
    assert chosen.height() == chosen.heightForWidth(200) > 106


def test_hidden_chips_take_no_room_and_removed_ones_are_gone(qtbot: QtBot) -> None:
    chips = [Chip(word) for word in WORDS]
    holder = flow(*chips)
    qtbot.addWidget(holder)
    layout = holder.layout()
    assert isinstance(layout, FlowLayout)
    assert layout.heightForWidth(348) == 106
    for chip in chips[3:]:
        chip.hide()
    assert layout.heightForWidth(348) == 48
    assert layout.count() == 5
    assert layout.takeAt(0) is not None
    assert layout.count() == 4
    assert layout.itemAt(9) is None
    assert layout.takeAt(9) is None
