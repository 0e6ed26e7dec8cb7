from collections.abc import Sequence

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QMouseEvent, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from acutimer.ui.kit.focus import FocusRing
from acutimer.ui.kit.tokens import LIGHT, Tokens, palette
from acutimer.ui.log.trends import chart as chart_module
from acutimer.ui.log.trends.axis import Mark, Tick
from acutimer.ui.log.trends.chart import Chart
from tests.ui.practice import shown

WORDS = ("first week", "second week", "third week", "this week")


class Painted(Chart):
    """A chart that notes what it is asked to paint."""

    def __init__(self) -> None:
        self.columns: list[tuple[int, float]] = []
        super().__init__()

    def paint_column(self, _painter: QPainter, _theme: Tokens, place: int, x: float) -> None:
        self.columns.append((place, x))


@pytest.fixture
def chart(qtbot: QtBot) -> Painted:
    chart = shown(Painted(), qtbot, 440, 160)
    chart.set_columns(WORDS, "all of it", [Mark(0, "0"), Mark(10, "10")], [[Tick(0.5, "in the middle")]])
    return chart


@pytest.fixture
def announced(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    said: list[str] = []
    monkeypatch.setattr(chart_module, "announce", lambda _widget, words: said.append(words))
    return said


def told(chart: Chart) -> list[str]:
    said: list[str] = []
    chart.told.connect(said.append)
    return said


def press(chart: Chart, keys: Sequence[Qt.Key]) -> None:
    for key in keys:
        QTest.keyClick(chart, key)


def point_at(chart: Chart, place: int) -> None:
    x = chart.along(chart.share_of(place))
    where = QPointF(x, 50)
    none = Qt.MouseButton.NoButton
    event = QMouseEvent(QEvent.Type.MouseMove, where, where, none, none, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(chart, event)


def test_the_arrows_walk_the_columns_beginning_with_the_latest(chart: Painted, announced: list[str]) -> None:
    said = told(chart)
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    press(chart, [Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Right])
    assert said == ["this week", "third week", "this week"]
    assert announced == said


def test_the_arrows_stop_at_the_ends_and_say_so_again(chart: Painted, announced: list[str]) -> None:
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    press(chart, [Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_Left, Qt.Key.Key_End])
    assert announced == ["this week", "this week", "first week", "first week", "this week"]


def test_where_one_reads_from_the_right_the_left_arrow_goes_to_the_later(chart: Painted) -> None:
    chart.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    press(chart, [Qt.Key.Key_Home, Qt.Key.Key_Left])
    assert chart.now_told == "second week"
    assert chart.along(chart.share_of(1)) < chart.along(chart.share_of(0))


def test_keys_that_mean_nothing_here_go_on(chart: Painted, announced: list[str]) -> None:
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    press(chart, [Qt.Key.Key_Down, Qt.Key.Key_Return])
    assert chart.chosen == -1
    assert announced == []


def test_a_chart_without_columns_has_nothing_to_walk(chart: Painted, announced: list[str]) -> None:
    chart.set_columns([], "nothing", [], [])
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    press(chart, [Qt.Key.Key_Left, Qt.Key.Key_Home])
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(100, 50))
    chart.grab()
    assert announced == []
    assert chart.now_told == "nothing"


def test_the_pointer_tells_what_is_under_it_and_leaving_tells_all_again(chart: Painted, announced: list[str]) -> None:
    said = told(chart)
    point_at(chart, 1)
    point_at(chart, 1)
    point_at(chart, 2)
    QApplication.sendEvent(chart, QEvent(QEvent.Type.Leave))
    assert said == ["second week", "third week", "all of it"]
    assert announced == []


def test_a_finger_chooses_too(chart: Painted) -> None:
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(1, 50))
    assert chart.now_told == "first week"


def test_what_the_keyboard_chose_stays_until_the_focus_goes(chart: Painted) -> None:
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    press(chart, [Qt.Key.Key_Home])
    QApplication.sendEvent(chart, QEvent(QEvent.Type.Leave))
    assert chart.now_told == "first week"
    chart.clearFocus()
    assert chart.now_told == "all of it"


def test_new_columns_begin_with_all_of_them(chart: Painted) -> None:
    chart.choose(3)
    said = told(chart)
    chart.set_columns(WORDS[:2], "another time", [Mark(0, "0"), Mark(5, "5")], [])
    assert said == ["another time"]
    assert chart.chosen == -1


def test_the_keyboards_ring_goes_round_the_chart(chart: Painted) -> None:
    chart.clearFocus()
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    ring = chart.window().findChild(FocusRing)
    assert ring is not None
    assert ring.control is chart
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(100, 50))
    assert ring.control is None


def test_a_screen_reader_is_told_that_it_is_a_chart_and_what_is_chosen(chart: Painted) -> None:
    chart.setAccessibleName("Minutes a week")
    found = QAccessible.queryAccessibleInterface(chart)
    assert found.role() == QAccessible.Role.Chart
    assert found.text(QAccessible.Text.Name) == "Minutes a week"
    assert found.text(QAccessible.Text.Value) == "all of it"
    chart.choose(0)
    assert found.text(QAccessible.Text.Value) == "first week"
    assert found.state().focusable


def test_every_column_is_painted_within_the_axes(chart: Painted) -> None:
    chart.columns.clear()
    chart.grab()
    plot = chart.plot()
    assert [place for place, _ in chart.columns[:4]] == [0, 1, 2, 3]
    assert all(plot.left() < x < plot.right() for _, x in chart.columns)
    assert chart.up(0) == plot.bottom()
    assert chart.up(10) == plot.top()


def test_the_chosen_column_lies_on_a_ground_of_its_own(chart: Painted) -> None:
    chart.window().setPalette(palette(LIGHT))
    chart.choose(2)
    image = chart.grab().toImage()
    y = round(chart.up(3))
    grounds = [image.pixelColor(round(chart.along(chart.share_of(place))), y).name() for place in (1, 2)]
    assert grounds == [LIGHT.bg.lower(), LIGHT.pine_soft.lower()]


def test_the_densest_labels_that_fit_are_shown(chart: Painted, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[str] = []
    monkeypatch.setattr(chart_module, "draw_text", lambda _p, _x, _y, text, *_rest: drawn.append(text))
    close = [Tick((place + 0.5) / 40, f"{place} Nov") for place in range(40)]
    chart.set_columns(WORDS, "", [], [[], close, close[::10], close[::20]])
    chart.grab()
    assert drawn == ["0 Nov", "10 Nov", "20 Nov", "30 Nov"]
