from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from acutimer.core.routines import PressStep
from acutimer.core.sides import Sides
from acutimer.ui.body.figures import Figures
from acutimer.ui.context import Context
from acutimer.ui.editor.adding.starting import starting_step
from acutimer.ui.editor.panel.picture import StepPicture
from acutimer.ui.kit.tokens import LIGHT
from tests.ui.kit.seeing import has_colour
from tests.ui.practice import shown


@pytest.fixture
def picture(context: Context, qtbot: QtBot) -> StepPicture:
    made = StepPicture(context)
    context.figures.close()  # where the point lies is known without the drawing
    return shown(made, qtbot, 72, 72)


def test_a_point_is_marked_where_it_lies(picture: StepPicture, context: Context) -> None:
    picture.show_step(starting_step("ST36", context.library))
    assert picture.view is not None
    assert len(picture.view.active) == 1
    assert has_colour(picture, LIGHT.ember)


def test_the_side_turns_the_drawing_and_both_show_both(picture: StepPicture, context: Context) -> None:
    step = starting_step("ST36", context.library)
    assert isinstance(step, PressStep)
    views = []
    for sides in (Sides.LEFT, Sides.RIGHT, Sides.BOTH):
        picture.show_step(replace(step, sides=sides))
        assert picture.view is not None
        views.append(picture.view)
    left, right, both = views
    assert left.is_flipped != right.is_flipped
    assert len(both.active) >= 1


def test_a_practice_shows_what_one_does(picture: StepPicture, context: Context) -> None:
    for key in ("knee-kneading", "heel-raises", "breaths", "foot-soak"):
        picture.show_step(starting_step(key, context.library))
        assert picture.view is not None
        assert picture.view.act is not None, key


def test_where_there_is_nothing_to_see_an_icon_stands(picture: StepPicture, context: Context) -> None:
    for key in ("rest", "wait", "settle"):
        picture.show_step(starting_step(key, context.library))
        assert picture.view is None, key
        assert has_colour(picture, LIGHT.inset)


def test_all_pictures_share_the_drawings_of_acts(picture: StepPicture, context: Context, qtbot: QtBot) -> None:
    qtbot.addWidget(StepPicture(context))
    assert len(context.figures.findChildren(Figures)) == 1
