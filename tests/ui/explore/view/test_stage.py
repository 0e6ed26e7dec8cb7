"""Coming nearer, looking about and going back, on the close-up and on the whole body."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from acutimer.core.points import Area
from acutimer.core.sides import Side
from acutimer.ui.context import Context
from acutimer.ui.explore.marking.marks import Mark
from acutimer.ui.explore.place import ExplorePlace
from acutimer.ui.explore.view.camera import MOST_ZOOM
from acutimer.ui.explore.view.stage import Stage
from tests.ui.explore.conftest import SlowFigures
from tests.ui.practice import resized, shown

LEFT_BUTTON = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def place(context: Context, qtbot: QtBot) -> ExplorePlace:
    return shown(ExplorePlace(context), qtbot)


@pytest.fixture
def knee(place: ExplorePlace) -> Stage:
    place.show_area(Area.KNEE, Side.LEFT)
    return place.close_up.diagram


def turn_wheel(stage: Stage, at: QPointF, notches: float) -> None:
    delta = QPoint(0, round(120 * notches))
    phase = Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(at, stage.mapToGlobal(at), QPoint(), delta, Qt.MouseButton.NoButton, NONE, phase, False)
    QApplication.sendEvent(stage, event)


def drag(stage: Stage, start: QPoint, way: QPoint) -> None:
    QTest.mousePress(stage, LEFT_BUTTON, pos=start)
    for step in range(1, 5):
        at = QPointF(start + way * step / 4)
        move = QMouseEvent(QEvent.Type.MouseMove, at, stage.mapToGlobal(at), Qt.MouseButton.NoButton, LEFT_BUTTON, NONE)
        QApplication.sendEvent(stage, move)
    QTest.mouseRelease(stage, LEFT_BUTTON, pos=start + way)


def place_under(stage: Stage, at: QPointF) -> tuple[float, float]:
    assert stage.frame is not None
    return stage.frame.drawn((at.x(), at.y()))


@pytest.mark.parametrize("is_near", [True, False])
def test_the_wheel_comes_nearer_to_what_the_pointer_is_on(place: ExplorePlace, is_near: bool) -> None:
    if is_near:
        place.show_area(Area.KNEE, Side.LEFT)
    stage, at = place.stages.now, QPointF(360, 420)
    before = place_under(stage, at)
    turn_wheel(stage, at, 3)
    assert stage.zoom == pytest.approx(1.2**3)
    assert place_under(stage, at) == pytest.approx(before, abs=0.01)
    turn_wheel(stage, at, -9)
    assert stage.zoom == 1
    assert not stage.is_nearer


def test_nobody_comes_nearer_than_four_times(knee: Stage) -> None:
    turn_wheel(knee, QPointF(300, 400), 40)
    assert knee.zoom == pytest.approx(MOST_ZOOM)


def test_without_a_pointer_one_comes_nearer_to_the_heart_of_what_is_shown(
    knee: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    heart = QPointF(330, 520)
    monkeypatch.setattr(knee, "heart", heart.toTuple)
    before = place_under(knee, heart)
    for _ in range(8):
        knee.zoom_by(1.3)
    assert knee.zoom == pytest.approx(MOST_ZOOM)
    assert place_under(knee, heart) == pytest.approx(before, abs=0.5)


def test_a_heart_one_has_looked_away_from_is_left_alone(knee: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(knee, "heart", lambda: (330.0, -200.0))
    middle = QPointF(knee.width() / 2, knee.height() / 2)
    before = place_under(knee, middle)
    knee.zoom_by(2)
    assert place_under(knee, middle) == pytest.approx(before, abs=0.5)


def test_two_fingers_on_a_trackpad_come_nearer(knee: Stage) -> None:
    at, device = QPointF(300, 400), QPointingDevice.primaryPointingDevice()
    kind = Qt.NativeGestureType.ZoomNativeGesture
    event = QNativeGestureEvent(kind, device, 2, at, at, knee.mapToGlobal(at), 0.5, QPointF())
    QApplication.sendEvent(knee, event)
    assert knee.zoom == pytest.approx(1.6487, abs=1e-3)


def test_the_markers_keep_their_size_and_their_place_on_the_body(place: ExplorePlace, knee: Stage) -> None:
    marker = place.close_up.diagram.markers[2]
    size, there = marker.size(), place_under(knee, marker.middle)
    turn_wheel(knee, QPointF(marker.middle), 4)
    turn_wheel(knee, QPointF(300, 600), 1)
    assert marker.size() == size
    assert place_under(knee, marker.middle) == pytest.approx(there, abs=0.5)


def test_labels_step_aside_on_the_way_and_come_back_at_rest(place: ExplorePlace, knee: Stage) -> None:
    diagram = place.close_up.diagram
    assert diagram.arrangement is not None
    assert diagram.arrangement.tags
    turn_wheel(knee, QPointF(300, 400), 1)
    assert knee.is_moving
    assert diagram.arrangement.tags == ()
    knee.come_to_rest()
    assert not knee.is_moving
    assert diagram.arrangement.tags


def test_the_ruler_goes_along(place: ExplorePlace) -> None:
    place.show_point("ST36", Side.LEFT)
    diagram = place.close_up.diagram
    before = diagram.arrangement
    assert before is not None
    assert before.ruling is not None
    turn_wheel(diagram, QPointF(*before.ruling.ruler.start), 2)
    after = diagram.arrangement
    assert after is not None
    assert after.ruling is not None
    assert after.ruling.ruler.start == pytest.approx(before.ruling.ruler.start)
    assert after.ruling.ruler.digit_px == pytest.approx(1.44 * before.ruling.ruler.digit_px)


def test_a_drag_shifts_what_is_near_and_is_no_click(place: ExplorePlace, knee: Stage) -> None:
    turn_wheel(knee, QPointF(300, 400), 4)
    marker = next(it for it in place.close_up.diagram.markers if it.point.code == "ST36")
    start = marker.middle.toPoint()
    drag(knee, start, QPoint(-40, -60))
    assert (marker.middle - QPointF(start + QPoint(-40, -60))).manhattanLength() <= 2
    assert place.panels.shows("area")
    assert not knee.is_moving
    QTest.mouseClick(knee, LEFT_BUTTON, pos=marker.middle.toPoint())
    assert place.panels.shows("point")


def test_a_drag_of_what_is_seen_whole_shifts_nothing(knee: Stage) -> None:
    before = knee.frame
    drag(knee, QPoint(300, 300), QPoint(80, 80))
    assert knee.frame == before


def test_the_body_is_dragged_without_opening_an_area(place: ExplorePlace) -> None:
    turn_wheel(place.body, QPointF(380, 500), 5)
    drag(place.body, QPoint(380, 500), QPoint(20, 60))
    assert not place.stages.is_near
    assert place.body.is_nearer


def test_a_double_click_on_the_ground_shows_all_of_it(place: ExplorePlace, knee: Stage) -> None:
    turn_wheel(knee, QPointF(300, 400), 4)
    ground = next(
        QPoint(x, y) for x in range(20, 600, 10) for y in range(200, 600, 10) if knee.is_ground(QPointF(x, y))
    )
    QTest.mouseDClick(knee, LEFT_BUTTON, pos=ground)
    assert not knee.is_nearer


def test_a_double_click_on_a_marker_is_one_click_on_it(place: ExplorePlace, knee: Stage) -> None:
    asked: list[str] = []
    place.close_up.chosen.connect(lambda code, _side: asked.append(code))
    at = place.close_up.diagram.markers[0].middle.toPoint()
    QTest.mouseClick(knee, LEFT_BUTTON, pos=at)
    QTest.mouseDClick(knee, LEFT_BUTTON, pos=at)
    QTest.mouseRelease(knee, LEFT_BUTTON, pos=at)
    assert asked == ["ST34"]


@pytest.mark.parametrize("control", [Qt.KeyboardModifier.ControlModifier, NONE])
def test_plus_minus_and_0_come_nearer_go_away_and_show_it_whole(
    place: ExplorePlace, knee: Stage, control: Qt.KeyboardModifier
) -> None:
    first = place.close_up.diagram.markers[0]
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Plus, Qt.Key.Key_Minus):
        QTest.keyClick(first, key, control)
    assert knee.zoom == pytest.approx(1.3)
    QTest.keyClick(first, Qt.Key.Key_0, control)
    assert not knee.is_nearer


def test_arrows_with_shift_look_about_and_leave_the_marker(place: ExplorePlace, knee: Stage) -> None:
    knee.zoom_by(3)
    first = place.close_up.diagram.markers[0]
    first.setFocus()
    before = knee.frame
    assert before is not None
    QTest.keyClick(first, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert knee.frame is not None
    assert knee.frame.top < before.top
    assert first.hasFocus()


def test_arrows_with_shift_look_about_on_the_body_too(place: ExplorePlace) -> None:
    place.body.zoom_by(3)
    before = place.body.frame
    assert before is not None
    pill = place.body.pills[Area.KNEE]
    pill.setFocus()
    QTest.keyClick(pill, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert place.body.frame is not None
    assert place.body.frame.top > before.top
    assert pill.hasFocus()


def test_a_marker_that_tab_comes_to_is_brought_into_sight(place: ExplorePlace, knee: Stage) -> None:
    turn_wheel(knee, QPointF(300, 780), 20)
    knee.come_to_rest()
    first = place.close_up.diagram.markers[0]
    assert not knee.rect().contains(first.geometry())
    place.close_up.tools.bones.setFocus()
    first.setFocus(Qt.FocusReason.TabFocusReason)
    assert knee.rect().contains(first.geometry())


def test_the_tools_do_the_same_and_say_when_there_is_no_nearer(place: ExplorePlace, knee: Stage) -> None:
    tools = place.close_up.tools
    assert (tools.nearer.isEnabled(), tools.farther.isEnabled(), tools.whole.isEnabled()) == (True, False, False)
    tools.nearer.setFocus()
    for _ in range(8):
        tools.nearer.click()
    assert knee.zoom == pytest.approx(MOST_ZOOM)
    assert not tools.nearer.isEnabled()
    assert tools.farther.hasFocus()
    tools.whole.click()
    assert not knee.is_nearer
    assert all(tool.width() >= 44 and tool.accessibleName() and tool.toolTip() for tool in tools.every)


def test_what_is_in_sight_is_drawn_sharp_at_rest_and_no_more_than_that(knee: Stage, figures: SlowFigures) -> None:
    turn_wheel(knee, QPointF(300, 400), 20)
    assert all(key.part is None for key in figures.asked)
    knee.come_to_rest()
    part = figures.asked[-1]
    assert part.part is not None
    whole = next(key for key in figures.asked if key.id == "knee_front")
    assert part == replace(whole, px_per_unit=part.px_per_unit, part=part.part)
    assert part.px_per_unit == pytest.approx(MOST_ZOOM * whole.px_per_unit)
    _, _, width, height = part.part
    assert width <= knee.width() + 100
    assert height <= knee.height() + 100


def test_another_size_keeps_what_was_in_the_middle(place: ExplorePlace, knee: Stage) -> None:
    turn_wheel(knee, QPointF(250, 500), 4)
    knee.come_to_rest()
    zoom, there = knee.zoom, place_under(knee, QPointF(knee.width() / 2, knee.height() / 2))
    resized(place, 1300, 900)
    assert knee.zoom == pytest.approx(zoom)
    assert place_under(knee, QPointF(knee.width() / 2, knee.height() / 2)) == pytest.approx(there, abs=1)


def test_another_view_is_seen_whole(place: ExplorePlace, knee: Stage) -> None:
    knee.zoom_by(3)
    place.close_up.turn_by(1)
    assert not knee.is_nearer


def test_choosing_a_point_keeps_how_near_one_is(place: ExplorePlace, knee: Stage) -> None:
    turn_wheel(knee, QPointF(300, 500), 2)
    knee.come_to_rest()
    zoom = knee.zoom
    next(it for it in place.close_up.diagram.markers if it.point.code == "ST36").click()
    assert knee.zoom == pytest.approx(zoom, abs=1e-6)
    assert next(it for it in place.close_up.diagram.markers if it.point.code == "ST36").mark is Mark.SELECTED


def test_the_keyboard_coming_back_to_a_marker_shifts_nothing(place: ExplorePlace, knee: Stage) -> None:
    turn_wheel(knee, QPointF(300, 780), 20)
    knee.come_to_rest()
    before = knee.frame
    place.start_search()
    QTest.keyClick(place.stages.search.line, Qt.Key.Key_Escape)
    assert place.close_up.diagram.markers[0].hasFocus()
    assert knee.frame == before


def test_a_point_chosen_by_name_is_brought_into_sight(place: ExplorePlace, knee: Stage) -> None:
    turn_wheel(knee, QPointF(300, 780), 20)
    knee.come_to_rest()
    place.panels.area.rows["ST34"].click()
    assert knee.rect().contains(place.close_up.diagram.markers[0].geometry())
    knee.come_to_rest()


def test_the_selected_marker_stays_where_it_is_when_a_button_comes_nearer(place: ExplorePlace, knee: Stage) -> None:
    place.show_point("ST36", Side.LEFT)
    marker = next(it for it in place.close_up.diagram.markers if it.point.code == "ST36")
    before = marker.middle
    for _ in range(8):
        place.close_up.tools.nearer.click()
    assert knee.zoom == pytest.approx(MOST_ZOOM)
    assert (marker.middle - before).manhattanLength() < 3
