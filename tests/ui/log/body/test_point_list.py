import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QEnterEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from acutimer.core.observing import PointLately, SideLately
from acutimer.core.sides import Side
from acutimer.ui.kit.focus import FocusRing
from acutimer.ui.log.body.point_list import PointList
from acutimer.ui.log.body.point_row import side_columns
from tests.shipped import LIBRARY
from tests.ui.practice import resized, shown

WIDTH = 372


def point(code: str, left: float = 600, right: float = 600, ago: tuple[int, int] = (0, 0)) -> PointLately:
    return PointLately(code, SideLately(left, ago[0]), SideLately(right, ago[1]))


POINTS = (point("ST36", 840, 360, (0, 3)), point("GB34"), point("SP9"))


@pytest.fixture
def listed(qtbot: QtBot) -> PointList:
    points = PointList(LIBRARY)
    points.show_points(POINTS)
    return shown(points, qtbot, WIDTH, 400)


def stops(listed: PointList) -> list[str]:
    return [row.point.code for row in listed.rows if row.focusPolicy() is Qt.FocusPolicy.StrongFocus]


def test_a_row_is_an_entry_that_says_all_of_itself(listed: PointList) -> None:
    assert listed.rows[0].accessibleName() == (
        "ST36, Leg Three Miles: left leg 14 minutes, today; right leg 6 minutes, 3 days ago"
    )
    found = QAccessible.queryAccessibleInterface(listed)
    assert found.role() == QAccessible.Role.List
    assert [found.child(place).role() for place in range(3)] == [QAccessible.Role.ListItem] * 3


def test_the_list_is_one_stop_of_tab_and_the_arrows_walk_it(listed: PointList) -> None:
    assert stops(listed) == ["ST36"]
    listed.rows[0].setFocus(Qt.FocusReason.TabFocusReason)
    for key, place in (
        (Qt.Key.Key_Up, 0),
        (Qt.Key.Key_Down, 1),
        (Qt.Key.Key_End, 2),
        (Qt.Key.Key_Down, 2),
        (Qt.Key.Key_Up, 1),
        (Qt.Key.Key_Home, 0),
    ):
        focused = next(row for row in listed.rows if row.hasFocus())
        QTest.keyClick(focused, key)
        assert listed.rows[place].hasFocus()
    QTest.keyClick(listed.rows[0], Qt.Key.Key_Down)
    assert stops(listed) == ["GB34"]
    ring = listed.window().findChild(FocusRing)
    assert isinstance(ring, FocusRing)
    assert ring.control is listed.rows[1]


def test_the_row_under_the_pointer_is_meant_and_without_it_the_one_with_the_keyboard(
    listed: PointList,
) -> None:
    told: list[str] = []
    listed.pointed.connect(told.append)
    listed.rows[2].setFocus(Qt.FocusReason.TabFocusReason)
    listed.rows[0].enterEvent(QEnterEvent(QPointF(), QPointF(), QPointF()))
    listed.rows[0].leaveEvent(QEvent(QEvent.Type.Leave))
    listed.rows[2].clearFocus()
    assert told == ["SP9", "ST36", "SP9", ""]


def test_a_touch_means_a_row_too(listed: PointList) -> None:
    told: list[str] = []
    listed.pointed.connect(told.append)
    QTest.mouseClick(listed.rows[1], Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    assert told[-1] == "GB34"
    assert listed.rows[1].hasFocus()


def test_what_is_read_anew_keeps_the_keyboard_where_it_was(listed: PointList) -> None:
    told: list[str] = []
    listed.rows[1].setFocus(Qt.FocusReason.TabFocusReason)
    listed.pointed.connect(told.append)
    listed.show_points((point("SP9"), point("GB34"), point("KI3")))
    assert [row.point.code for row in listed.rows if row.hasFocus()] == ["GB34"]
    assert stops(listed) == ["GB34"]
    listed.show_points((point("SP9"),))
    assert listed.rows[0].hasFocus()
    assert told[-1] == "SP9"
    listed.show_points(())
    assert told[-1] == ""
    assert not listed.isVisible()


def test_the_day_stands_below_the_name_where_it_has_no_room_beside_the_code(listed: PointList) -> None:
    (high,) = {row.height() for row in listed.rows}
    resized(listed, 300, 400)
    assert all(row.height() > high for row in listed.rows)
    resized(listed, WIDTH, 400)
    assert {row.height() for row in listed.rows} == {high}


@pytest.mark.parametrize("width", [300, 372, 404, 468])
def test_words_and_columns_never_meet(listed: PointList, width: int) -> None:
    resized(listed, width, 400)
    left, right, across = side_columns(width)
    assert left + across < right
    assert right + across <= width
    for row in listed.rows:
        assert row.names_px(width) < left


def test_the_bar_of_the_lesser_side_is_shorter(listed: PointList) -> None:
    picture = listed.rows[0].grab().toImage()
    left, right, across = side_columns(listed.rows[0].width())
    y = 46
    filled = [
        sum(picture.pixelColor(round(x + step), y).hue() in range(5, 30) for step in range(round(across)))
        for x in (left, right)
    ]
    assert filled[0] > 2 * filled[1] > 0
    assert POINTS[0].lesser is Side.RIGHT
