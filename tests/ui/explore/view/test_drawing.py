"""A figure on its stage: asked for one size at a time, drawn ahead, calm while there is nothing."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from acutimer.core.points import Area
from acutimer.core.sides import Side
from acutimer.ui.body.figures import FigureKey
from acutimer.ui.context import Context
from acutimer.ui.explore.place import ExplorePlace
from acutimer.ui.explore.view.drawing import Drawing
from acutimer.ui.kit.tokens import DARK, LIGHT, palette
from tests.ui.explore.conftest import SlowFigures
from tests.ui.practice import resized, shown

KEY = FigureKey("knee_front", 1.0, dark=False, flipped=True, bones=True)


@pytest.fixture
def drawing(figures: SlowFigures, qtbot: QtBot) -> Drawing:
    parent = QObject()
    drawing = Drawing(figures, parent)
    drawing.kept = parent  # type: ignore[attr-defined]  # its parent lives as long as it does
    return drawing


def test_there_is_nothing_until_it_is_drawn(drawing: Drawing, figures: SlowFigures) -> None:
    drawing.want(KEY)
    assert drawing.image is None
    figures.finish(KEY)
    assert drawing.image is figures.ready[KEY]


def test_while_one_size_is_drawn_no_other_is_asked_for(drawing: Drawing, figures: SlowFigures) -> None:
    sizes = [replace(KEY, px_per_unit=1.0 + step / 10) for step in range(5)]
    for key in sizes:
        drawing.want(key)
    assert figures.asked == [sizes[0]]
    figures.finish(sizes[0])
    assert drawing.image is figures.ready[sizes[0]]
    assert figures.asked == [sizes[0], sizes[4]]
    figures.finish(sizes[4])
    assert drawing.image is figures.ready[sizes[4]]


def test_another_view_is_asked_for_at_once_and_the_old_one_is_not_shown_for_it(
    drawing: Drawing, figures: SlowFigures
) -> None:
    drawing.want(KEY)
    figures.finish(KEY)
    other = replace(KEY, id="knee_back")
    drawing.want(other)
    assert drawing.image is None
    assert figures.asked == [KEY, other]


def test_what_comes_too_late_is_not_shown(drawing: Drawing, figures: SlowFigures) -> None:
    other = replace(KEY, id="knee_back")
    drawing.want(KEY)
    drawing.want(other)
    figures.finish(KEY)
    assert drawing.image is None


def test_what_comes_next_is_drawn_ahead_but_not_before_what_is_wanted(drawing: Drawing, figures: SlowFigures) -> None:
    ahead = replace(KEY, id="knee_outer")
    drawing.want(KEY, lambda: [ahead])
    assert figures.asked == [KEY]
    figures.finish(KEY)
    assert figures.asked == [KEY, ahead]


def test_the_place_draws_the_view_in_sight_and_then_the_next(
    context: Context, figures: SlowFigures, qtbot: QtBot
) -> None:
    place = shown(ExplorePlace(context), qtbot)
    assert {key.id for key in figures.asked} == {"body_front"}
    place.show_area(Area.KNEE, Side.LEFT)
    wanted = figures.asked[-1]
    assert (wanted.id, wanted.flipped, wanted.bones) == ("knee_front", True, True)
    figures.finish(wanted)
    assert figures.asked[-1].id == "knee_outer"
    place.close_up.show_view("knee_outer")
    assert figures.asked[-1] == figures.asked[-2]


def test_the_place_follows_size_theme_and_side(context: Context, figures: SlowFigures, qtbot: QtBot) -> None:
    place = shown(ExplorePlace(context), qtbot)
    place.setPalette(palette(LIGHT))
    place.show_area(Area.KNEE, Side.LEFT)
    small = figures.asked[-1]
    figures.finish(small)
    resized(place, 1708, 1080)
    large = next(key for key in reversed(figures.asked) if key.id == "knee_front")
    assert large.px_per_unit > small.px_per_unit
    figures.finish(large)
    place.setPalette(palette(DARK))
    dark = next(key for key in reversed(figures.asked) if key.id == "knee_front")
    assert dark == replace(large, dark=True)
    place.close_up.sides.segments[1].click()
    assert figures.asked[-1] == replace(dark, flipped=False)


def test_hidden_bones_are_not_drawn(context: Context, figures: SlowFigures, qtbot: QtBot) -> None:
    place = shown(ExplorePlace(context), qtbot)
    place.show_area(Area.KNEE, Side.LEFT)
    context.preferences.update(bones=False)
    assert not figures.asked[-1].bones


def test_before_it_is_drawn_the_stage_is_empty_and_calm(context: Context, figures: SlowFigures, qtbot: QtBot) -> None:
    place = shown(ExplorePlace(context), qtbot)
    place.show_area(Area.KNEE, Side.LEFT)
    diagram = place.close_up.diagram
    empty = diagram.grab().toImage()
    ground = empty.pixel(2, 2)
    assert all(empty.pixel(x, y) == ground for x in range(0, empty.width(), 7) for y in range(0, empty.height(), 7))
    figures.finish(next(key for key in figures.asked if key.id == "knee_front"))
    drawn = diagram.grab().toImage()
    middle = diagram.markers[0].middle.toPoint() * drawn.devicePixelRatio()
    assert drawn.pixelColor(middle).name().upper() == LIGHT.pine


def test_what_finishes_a_picture_goes_over_each_once(drawing: Drawing, figures: SlowFigures) -> None:
    went_over: list[FigureKey] = []

    def finish(image: QImage, key: FigureKey) -> QImage:
        went_over.append(key)
        return image.copy()

    drawing.want(KEY)
    figures.finish(KEY)
    drawing.finish(finish)
    assert drawing.image is not figures.ready[KEY]
    part = replace(KEY, part=(0, 0, 20, 20))
    drawing.sharpen(part)
    figures.finish(part)
    drawing.tint(lambda image, _key: image)
    assert went_over == [KEY, part]
    drawing.finish(None)
    assert drawing.image is figures.ready[KEY]
    assert went_over == [KEY, part]
