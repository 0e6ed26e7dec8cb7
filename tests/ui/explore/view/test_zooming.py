"""From the whole body to a close-up and back, in one movement that can be turned round at any moment."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from acutimer.core.points import Area
from acutimer.core.sides import Side
from acutimer.ui.body.figures import FigureKey
from acutimer.ui.context import Context
from acutimer.ui.explore.place import ExplorePlace
from acutimer.ui.explore.view.camera import Camera
from acutimer.ui.explore.view.framing import Frame
from acutimer.ui.explore.view.zooming import FADE_SECONDS, MOVE_SECONDS, Zooming
from acutimer.ui.kit.tokens import tokens
from tests.ui.explore.conftest import Clock, SlowFigures
from tests.ui.practice import shown

LEFT_BUTTON = Qt.MouseButton.LeftButton


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def place(context: Context, figures: SlowFigures, clock: Clock, qtbot: QtBot) -> ExplorePlace:
    """Explore with its body drawn, and whatever else is asked for drawn at once."""
    place = ExplorePlace(replace(context, monotonic=clock))
    shown(place, qtbot)
    draw(figures)
    return place


def draw(figures: SlowFigures) -> None:
    for key in list(figures.asked):
        if key not in figures.ready:
            figures.finish(key)


def pass_time(zooming: Zooming, clock: Clock, seconds: float) -> None:
    zooming.tick()  # its first picture
    clock.seconds += seconds
    zooming.tick()


def same(one: Camera, other: Camera) -> bool:
    near = pytest.approx((other.scale, other.x, other.y), abs=0.01)
    return bool((one.scale, one.x, one.y) == near)


def body_at(zooming: Zooming) -> tuple[float, float, float]:
    frame = zooming.body_now
    assert frame is not None
    return frame.scale, frame.left, frame.top


def stands(frame: Frame | None) -> tuple[float, float, float]:
    assert frame is not None
    return frame.scale, frame.left, frame.top


def test_it_begins_where_the_body_stood_and_ends_where_the_close_up_stands(
    place: ExplorePlace, figures: SlowFigures, clock: Clock
) -> None:
    before = stands(place.body.frame)
    place.show_area(Area.KNEE, Side.LEFT)
    draw(figures)
    zooming = place.stages.zooming
    assert zooming.isVisible()
    assert body_at(zooming) == pytest.approx(before, abs=0.01)
    pass_time(zooming, clock, MOVE_SECONDS / 2)
    assert before[0] < body_at(zooming)[0]
    assert zooming.is_moving
    end = place.close_up.diagram.frame
    assert end is not None
    clock.seconds += MOVE_SECONDS
    zooming.tick()
    assert not zooming.is_moving
    assert not zooming.isVisible()
    assert zooming.camera.scale == pytest.approx(end.scale)


def test_the_kneecap_stays_the_kneecap_all_the_way(place: ExplorePlace, figures: SlowFigures, clock: Clock) -> None:
    place.show_area(Area.KNEE, Side.LEFT)
    draw(figures)
    zooming, body, knee = place.stages.zooming, place.body.figure, place.close_up.diagram.frame
    assert knee is not None
    for _ in range(4):
        pass_time(zooming, clock, MOVE_SECONDS / 5)
        whole = zooming.body_now
        assert whole is not None
        x, y = body.landmarks["patella_apex"]
        assert whole.px(whole.drawn(whole.px((x, y))))  # the body is shown flipped, its left on the left
        left = whole.px((-x, y)) if whole.is_flipped else whole.px((x, y))
        assert left == pytest.approx((zooming.camera.x, zooming.camera.y), abs=0.5)


def test_back_it_ends_where_the_body_stands(place: ExplorePlace, figures: SlowFigures, clock: Clock) -> None:
    place.show_area(Area.KNEE, Side.LEFT)
    draw(figures)
    zooming = place.stages.zooming
    pass_time(zooming, clock, 1)
    near = place.close_up.diagram.frame
    assert near is not None
    place.show_body()
    assert zooming.camera.scale == pytest.approx(near.scale)
    pass_time(zooming, clock, MOVE_SECONDS * 0.9)
    pass_time(zooming, clock, 0)
    scale, left, top = body_at(zooming)
    assert (scale, left, top) == pytest.approx(stands(place.body.frame), rel=0.1, abs=30)
    pass_time(zooming, clock, 1)
    assert not zooming.is_moving


def test_escape_on_the_way_turns_round_where_one_is(place: ExplorePlace, figures: SlowFigures, clock: Clock) -> None:
    place.show_area(Area.KNEE, Side.LEFT)
    draw(figures)
    zooming = place.stages.zooming
    pass_time(zooming, clock, MOVE_SECONDS * 0.4)
    before = body_at(zooming)
    QTest.keyClick(place.close_up.diagram.markers[0], Qt.Key.Key_Escape)
    assert place.body.isVisible()
    assert zooming.is_moving
    assert body_at(zooming) == pytest.approx(before, abs=0.01)
    pass_time(zooming, clock, MOVE_SECONDS * 0.5)
    assert body_at(zooming)[0] < before[0]
    pass_time(zooming, clock, 1)
    assert not zooming.is_moving


def test_a_press_on_another_area_goes_there_from_where_one_is(
    place: ExplorePlace, figures: SlowFigures, clock: Clock
) -> None:
    place.show_area(Area.KNEE, Side.LEFT)
    draw(figures)
    zooming = place.stages.zooming
    pass_time(zooming, clock, MOVE_SECONDS * 0.3)
    before, whole = body_at(zooming), zooming.body_now
    assert whole is not None
    spot = next(
        QPoint(x, y)
        for y in range(0, zooming.height(), 8)
        for x in range(0, zooming.width(), 8)
        if place.body.area_under(whole.drawn((x, y))) == (Area.LOWER_LEG, Side.RIGHT)
    )
    QTest.mouseClick(zooming, LEFT_BUTTON, pos=spot)
    assert (place.close_up.area, place.close_up.side) == (Area.LOWER_LEG, Side.RIGHT)
    assert body_at(zooming) == pytest.approx(before, abs=0.01)
    draw(figures)
    pass_time(zooming, clock, 1)
    assert not zooming.is_moving


def test_the_second_click_of_a_double_click_means_nothing(
    place: ExplorePlace, figures: SlowFigures, clock: Clock
) -> None:
    place.show_area(Area.KNEE, Side.LEFT)
    draw(figures)
    asked: list[str] = []
    place.close_up.chosen.connect(lambda code, _side: asked.append(code))
    at = place.close_up.diagram.markers[0].middle.toPoint()
    QTest.mouseDClick(place.stages.zooming, LEFT_BUTTON, pos=at)
    assert asked == []
    assert place.panels.shows("area")
    place.stages.zooming.stop()


def test_coming_nearer_on_the_way_goes_on_to_there(place: ExplorePlace, figures: SlowFigures, clock: Clock) -> None:
    place.show_area(Area.KNEE, Side.LEFT)
    draw(figures)
    zooming = place.stages.zooming
    pass_time(zooming, clock, MOVE_SECONDS * 0.5)
    before = body_at(zooming)
    QTest.keyClick(place.close_up.diagram.markers[0], Qt.Key.Key_Plus)
    zooming.tick()
    assert body_at(zooming) == pytest.approx(before, abs=0.01)
    pass_time(zooming, clock, 1)
    end = place.close_up.diagram.frame
    assert end is not None
    assert place.close_up.diagram.is_nearer
    assert zooming.camera.scale == pytest.approx(end.scale, rel=1e-3)


def test_a_close_up_that_is_not_drawn_yet_fades_in_where_the_body_waits(
    place: ExplorePlace, figures: SlowFigures, clock: Clock
) -> None:
    place.show_area(Area.KNEE, Side.LEFT)
    zooming = place.stages.zooming
    pass_time(zooming, clock, MOVE_SECONDS * 2)
    assert zooming.is_moving
    assert zooming.isVisible()
    draw(figures)
    assert zooming.is_moving
    pass_time(zooming, clock, FADE_SECONDS + 0.01)
    assert not zooming.is_moving


def test_it_paints_the_body_first_and_the_close_up_last(
    place: ExplorePlace, figures: SlowFigures, clock: Clock
) -> None:
    place.show_area(Area.KNEE, Side.LEFT)
    for key in figures.asked:
        figures.ready.pop(key, None)
    paint(figures, "body_front", Qt.GlobalColor.blue)
    paint(figures, "knee_front", Qt.GlobalColor.red)
    place.body.drawing.want(next(key for key in figures.asked if key.id == "body_front"))
    zooming = place.stages.zooming
    middle = QPoint(zooming.width() // 2, zooming.height() // 2)
    seen = []
    for share in (0.0, 0.55, 0.2):
        pass_time(zooming, clock, MOVE_SECONDS * share)
        seen.append(zooming.grab().toImage().pixelColor(middle))
    assert seen[0].blue() > seen[0].red()
    assert seen[2].red() > seen[2].blue()
    zooming.stop()


def test_what_the_close_up_leaves_out_is_gone_well_before_the_end(
    place: ExplorePlace, figures: SlowFigures, clock: Clock
) -> None:
    place.show_area(Area.KNEE, Side.LEFT)
    for key in figures.asked:
        figures.ready.pop(key, None)
    paint(figures, "body_front", Qt.GlobalColor.blue)
    paint(figures, "knee_front", Qt.GlobalColor.transparent)
    place.body.drawing.want(next(key for key in figures.asked if key.id == "body_front"))
    zooming = place.stages.zooming
    middle = QPoint(zooming.width() // 2, zooming.height() // 2)
    ground = QColor(tokens(zooming).bg)
    pass_time(zooming, clock, MOVE_SECONDS * 0.3)
    assert zooming.grab().toImage().pixelColor(middle) != ground
    pass_time(zooming, clock, MOVE_SECONDS * 0.35)  # as it slows down, that is 72 % of the way
    assert zooming.grab().toImage().pixelColor(middle) == ground
    zooming.stop()


def paint(figures: SlowFigures, name: str, value: Qt.GlobalColor) -> None:
    for key in [key for key in figures.asked if key.id == name and key.part is None]:
        figures.ready[key] = filled(figures, key, value)
        figures.drawn.emit(key)


def filled(figures: SlowFigures, key: FigureKey, value: Qt.GlobalColor) -> QImage:
    _, _, width, height = figures.atlas.figure(key.id).rect
    image = QImage(
        round(width * key.px_per_unit), round(height * key.px_per_unit), QImage.Format.Format_ARGB32_Premultiplied
    )
    image.fill(value)
    return image


def test_with_less_motion_there_is_none(place: ExplorePlace, figures: SlowFigures, context: Context) -> None:
    context.preferences.update(reduced_motion=True)
    place.show_area(Area.KNEE, Side.LEFT)
    assert "zooming" not in vars(place.stages)
    place.show_body()
    assert "zooming" not in vars(place.stages)


def test_without_a_body_to_start_from_there_is_none(
    context: Context, figures: SlowFigures, qtbot: QtBot, tmp_path: Path
) -> None:
    place = shown(ExplorePlace(context), qtbot)
    place.show_area(Area.KNEE, Side.LEFT)
    assert "zooming" not in vars(place.stages)


def test_what_is_opened_next_is_drawn_while_the_pointer_is_on_it(place: ExplorePlace, figures: SlowFigures) -> None:
    place.body.light(Area.KNEE)
    (ahead,) = [key for key in figures.asked if key.id == "knee_front"]
    place.show_area(Area.KNEE, Side.LEFT)
    wanted = [key for key in figures.asked if key.id == "knee_front"]
    assert wanted[-1] == ahead
    place.stages.zooming.stop()
