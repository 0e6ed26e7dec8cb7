"""From one view to another what was seen fades away, and nothing waits for it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from acutimer.core.points import Area, Shows
from acutimer.core.sides import Side
from acutimer.ui.body.figures import FigureKey
from acutimer.ui.context import Context
from acutimer.ui.explore.finding.finding import Finding
from acutimer.ui.explore.place import ExplorePlace
from acutimer.ui.explore.view.cross_fade import FADE_SECONDS, CrossFade
from tests.ui.explore.conftest import Clock, SlowFigures
from tests.ui.practice import resized, shown

BEFORE, AFTER = QColor("blue"), QColor("red")


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def place(context: Context, figures: SlowFigures, clock: Clock, qtbot: QtBot) -> ExplorePlace:
    """The knee from the front, drawn."""
    place = shown(ExplorePlace(replace(context, monotonic=clock)), qtbot)
    place.show_area(Area.KNEE, Side.LEFT)
    draw(figures, "knee_front", BEFORE)
    assert not fade(place).is_fading
    return place


def fade(place: ExplorePlace) -> CrossFade:
    return place.close_up.fade


def draw(figures: SlowFigures, name: str, ink: QColor) -> None:
    for key in [it for it in figures.asked if it.id == name and it.part is None]:
        figures.ready[key] = filled(figures, key, ink)
        figures.drawn.emit(key)


def filled(figures: SlowFigures, key: FigureKey, ink: QColor) -> QImage:
    _, _, width, height = figures.atlas.figure(key.id).rect
    size = (round(width * key.px_per_unit), round(height * key.px_per_unit))
    image = QImage(*size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(ink)
    return image


def seen(place: ExplorePlace) -> QColor:
    """The colour of the drawing, at a place both views of the knee cover and no marker or label does."""
    frame = place.close_up.diagram.frame
    assert frame is not None
    at = QPoint(round(frame.left + frame.size[0] / 2), round(frame.top + 8))
    return place.close_up.grab().toImage().pixelColor(at)


def pass_time(place: ExplorePlace, clock: Clock, seconds: float) -> None:
    fade(place).tick()  # its first picture
    clock.seconds += seconds
    fade(place).tick()


def test_what_was_seen_fades_into_what_is_seen_now(place: ExplorePlace, figures: SlowFigures, clock: Clock) -> None:
    place.close_up.show_view("knee_outer")
    draw(figures, "knee_outer", AFTER)
    fade(place).tick()
    assert seen(place) == BEFORE
    pass_time(place, clock, FADE_SECONDS / 2)
    between = seen(place)
    assert 60 < between.red() < 200
    assert 60 < between.blue() < 200
    pass_time(place, clock, FADE_SECONDS / 2)
    assert seen(place) == AFTER
    assert not fade(place).is_fading
    assert fade(place).isHidden()


def test_the_old_view_stays_until_the_new_one_is_drawn(place: ExplorePlace, figures: SlowFigures, clock: Clock) -> None:
    place.close_up.show_view("knee_outer")
    pass_time(place, clock, 10)
    assert seen(place) == BEFORE
    draw(figures, "knee_outer", AFTER)
    pass_time(place, clock, FADE_SECONDS)
    assert seen(place) == AFTER


def test_turned_again_on_the_way_it_goes_on_from_what_is_seen(
    place: ExplorePlace, figures: SlowFigures, clock: Clock
) -> None:
    place.close_up.show_view("knee_outer")
    draw(figures, "knee_outer", AFTER)
    pass_time(place, clock, FADE_SECONDS / 2)
    between = seen(place)
    place.close_up.show_view("knee_front")
    fade(place).tick()
    now = seen(place)
    assert (now.red(), now.blue()) == pytest.approx((between.red(), between.blue()), abs=3)
    pass_time(place, clock, FADE_SECONDS)
    assert seen(place) == BEFORE


def test_the_new_view_can_be_pressed_at_once(place: ExplorePlace, figures: SlowFigures) -> None:
    place.close_up.show_view("knee_outer")
    draw(figures, "knee_outer", AFTER)
    assert fade(place).is_fading
    marker = place.close_up.diagram.markers[0]
    at = marker.mapTo(place.close_up, marker.rect().center())
    assert place.close_up.childAt(at) is not fade(place)
    QTest.mouseClick(place.close_up.views.segments[0], Qt.MouseButton.LeftButton)
    assert place.close_up.view == "knee_front"


def test_being_shown_a_point_that_bends_the_knee_fades(place: ExplorePlace) -> None:
    place.show_point("ST36", Side.LEFT)
    assert not fade(place).is_fading
    place.panels.found.emit(Finding(0, Shows.POSE, 0.0))
    assert place.close_up.view == "knee_bent_outer"
    assert fade(place).is_fading


def test_bending_the_knee_by_its_tool_fades(place: ExplorePlace, figures: SlowFigures) -> None:
    place.close_up.show_view("knee_outer")
    draw(figures, "knee_outer", AFTER)
    fade(place).stop()
    place.close_up.tools.knee_bent.emit(True)
    assert place.close_up.view == "knee_bent_outer"
    assert fade(place).is_fading


def test_another_size_ends_it(place: ExplorePlace) -> None:
    place.close_up.show_view("knee_outer")
    resized(place, 1200, 760)
    assert not fade(place).is_fading


def test_coming_from_the_body_nothing_fades_but_the_body(place: ExplorePlace, figures: SlowFigures) -> None:
    for key in [it for it in figures.asked if it.id == "body_front"]:
        figures.finish(key)
    place.show_body()
    place.stages.zooming.stop()
    place.show_point("BL57", Side.LEFT)
    assert place.stages.zooming.is_moving
    assert not fade(place).is_fading
    place.stages.zooming.stop()


def test_with_less_motion_there_is_none(place: ExplorePlace, context: Context) -> None:
    context.preferences.update(reduced_motion=True)
    place.close_up.show_view("knee_outer")
    assert not fade(place).is_fading
