"""The list of steps by mouse and by keyboard."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from acutimer.ui.editor.model import StepsModel
from acutimer.ui.editor.row import HEIGHT_PX
from acutimer.ui.editor.row_words import StepRow
from acutimer.ui.editor.step_list import StepList
from acutimer.ui.kit.focus import FocusRing
from tests.ui.practice import resized, shown

NAMES = "ABCDE"
LEFT = Qt.MouseButton.LeftButton


def row(name: str) -> StepRow:
    return StepRow(icon="point", code="ST36", name=name, dose="Left, then right, 1:30 each", time="3:16")


def move(list_: StepList, at: QPoint) -> None:
    """The mouse moves with its left button down; QTest's own move has none down."""
    viewport = list_.viewport()
    there = QPointF(viewport.mapToGlobal(at))
    none = Qt.KeyboardModifier.NoModifier
    event = QMouseEvent(QEvent.Type.MouseMove, QPointF(at), there, Qt.MouseButton.NoButton, LEFT, none)
    QApplication.sendEvent(viewport, event)


class Hand:
    """A mouse on a list, and what the list said."""

    def __init__(self, list_: StepList) -> None:
        self.list = list_
        self.moved: list[tuple[int, int]] = []
        self.chosen: list[int] = []
        self.opened: list[bool] = []
        list_.moved.connect(lambda place, to: self.moved.append((place, to)))
        list_.chosen.connect(self.chosen.append)
        list_.opened.connect(self.opened.append)

    def at(self, place: int, share: float = 0.5) -> QPoint:
        shape = self.list.shape_of(place)
        return QPoint(round(shape.left()) + 26, round(shape.top() + share * shape.height()))

    def press(self, place: int) -> None:
        QTest.mousePress(self.list.viewport(), LEFT, pos=self.at(place))

    def pull(self, to: QPoint) -> None:
        for at in (to - QPoint(0, 12), to + QPoint(0, 1), to):
            move(self.list, at)

    def drop(self, at: QPoint) -> None:
        QTest.mouseRelease(self.list.viewport(), LEFT, pos=at)


@pytest.fixture
def list_(qtbot: QtBot) -> StepList:
    model = StepsModel()
    made = StepList(model)
    model.setParent(made)
    model.show_rows(tuple(NAMES), [row(name) for name in NAMES])
    shown(made, qtbot, 500, 420)
    made.choose(0)
    return made


@pytest.fixture
def hand(list_: StepList) -> Hand:
    return Hand(list_)


@pytest.mark.parametrize(
    ("place", "over", "share", "to"),
    [
        (0, 3, 0.9, 3),
        (0, 4, 0.9, 4),
        (4, 0, 0.1, 0),
        (3, 1, 0.1, 1),
        (3, 1, 0.9, 2),
        (1, 2, 0.9, 2),
    ],
)
def test_a_step_dragged_with_the_mouse_goes_where_the_line_is(
    hand: Hand, place: int, over: int, share: float, to: int
) -> None:
    hand.press(place)
    hand.pull(hand.at(over, share))
    assert hand.list.is_dragging
    assert hand.list.target == to
    hand.drop(hand.at(over, share))
    assert hand.moved == [(place, to)]
    assert not hand.list.is_dragging
    assert hand.opened == []


def test_a_step_let_go_where_it_was_stays_there(hand: Hand) -> None:
    hand.press(2)
    hand.pull(hand.at(2, 0.95))
    assert hand.list.is_dragging
    hand.drop(hand.at(2, 0.95))
    assert hand.moved == []


def test_escape_puts_a_dragged_step_back(hand: Hand) -> None:
    hand.list.setFocus()
    hand.press(2)
    hand.pull(hand.at(0))
    QTest.keyClick(hand.list, Qt.Key.Key_Escape)
    assert not hand.list.is_dragging
    hand.drop(hand.at(0))
    assert hand.moved == []


def test_a_line_shows_where_a_dragged_step_goes(hand: Hand) -> None:
    before = hand.list.grab().toImage()
    hand.press(0)
    hand.pull(hand.at(3, 0.9))
    during = hand.list.grab().toImage()
    gap_y = round(hand.list.shape_of(3).bottom()) + 4
    x = hand.list.viewport().width() // 2
    assert before.pixelColor(x, gap_y) != during.pixelColor(x, gap_y)
    hand.drop(hand.at(3, 0.9))


def test_a_click_chooses_a_step_and_opens_it(hand: Hand) -> None:
    QTest.mouseClick(hand.list.viewport(), LEFT, pos=hand.at(2))
    assert (hand.chosen, hand.opened, hand.moved) == ([2], [False], [])
    assert hand.list.place == 2


def test_the_right_button_drags_nothing(hand: Hand) -> None:
    QTest.mousePress(hand.list.viewport(), Qt.MouseButton.RightButton, pos=hand.at(0))
    hand.pull(hand.at(3))
    assert not hand.list.is_dragging
    QTest.mouseRelease(hand.list.viewport(), Qt.MouseButton.RightButton, pos=hand.at(3))
    assert hand.opened == []


def test_dragged_to_its_end_the_list_moves_on_by_itself(hand: Hand) -> None:
    hand.list.setMinimumHeight(0)
    resized(hand.list, 500, 200)
    bar = hand.list.verticalScrollBar()
    assert bar.maximum() > 0
    hand.press(0)
    hand.pull(QPoint(26, 195))
    hand.list.scroll_on()
    assert bar.value() > 0
    hand.pull(QPoint(26, 4))
    value = bar.value()
    hand.list.scroll_on()
    assert bar.value() < value
    hand.list.hide()  # nothing goes on out of sight
    assert not hand.list.is_dragging


def test_the_keys_walk_the_list_open_and_remove(hand: Hand) -> None:
    removed: list[bool] = []
    hand.list.removed.connect(lambda: removed.append(True))
    hand.list.setFocus()
    for key, place in (
        (Qt.Key.Key_Down, 1),
        (Qt.Key.Key_End, 4),
        (Qt.Key.Key_Up, 3),
        (Qt.Key.Key_Home, 0),
    ):
        QTest.keyClick(hand.list, key)
        assert hand.list.place == place
    QTest.keyClick(hand.list, Qt.Key.Key_Return)
    assert hand.opened == [True]
    QTest.keyClick(hand.list, Qt.Key.Key_Delete)
    assert removed == [True]


def test_choosing_by_the_program_says_nothing(hand: Hand) -> None:
    hand.list.choose(3)
    assert hand.list.place == 3
    hand.list.choose(None)
    assert hand.list.place is None
    assert hand.chosen == []


def test_the_list_is_as_high_as_its_rows_and_rows_grow_with_their_words(list_: StepList) -> None:
    low = list_.maximumHeight()
    assert low == len(NAMES) * (HEIGHT_PX + 8)
    model = list_.model()
    assert isinstance(model, StepsModel)
    long = "A very long name of a step that nobody would think of but somebody will certainly write one day"
    model.show_rows(tuple(NAMES), [row(long), *[row(name) for name in NAMES[1:]]])
    list_.fit()
    wide = list_.maximumHeight()
    assert wide > low
    resized(list_, 300, 420)
    assert list_.maximumHeight() > wide


def test_rows_are_as_wide_with_a_bar_as_without(list_: StepList) -> None:
    width = list_.shape_of(0).width()
    list_.setMinimumHeight(0)
    resized(list_, 500, 160)
    assert list_.verticalScrollBar().maximum() > 0
    assert list_.shape_of(0).width() == width


def test_a_screen_reader_is_told_the_list_and_each_step(list_: StepList) -> None:
    told = QAccessible.queryAccessibleInterface(list_)
    assert told.text(QAccessible.Text.Name) == "Steps"
    rows = [told.child(place).text(QAccessible.Text.Name) for place in range(told.childCount())]
    assert rows == [row(name).spoken for name in NAMES]


def test_the_ring_goes_round_the_step_that_has_the_keyboard(list_: StepList) -> None:
    list_.clearFocus()
    list_.setFocus(Qt.FocusReason.TabFocusReason)
    ring = list_.window().findChild(FocusRing)
    assert ring is not None
    assert ring.control is list_
    first = ring.geometry()
    QTest.keyClick(list_, Qt.Key.Key_Down)
    assert ring.geometry().top() > first.top()
    assert ring.geometry().height() == first.height() == HEIGHT_PX + 10
    QTest.mouseClick(list_.viewport(), LEFT, pos=QPoint(30, 30))
    assert ring.control is None
