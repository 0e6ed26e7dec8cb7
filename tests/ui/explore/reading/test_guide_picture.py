"""The picture beside a text: drawn when it is first seen, cut by its frame, and over a hand what it measures."""

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from acutimer.core.sides import Side
from acutimer.ui.context import Context
from acutimer.ui.explore.reading.guide_picture import GuidePicture
from acutimer.ui.explore.reading.hand_measures import FINGERS, LANDMARKS, THUMB, above_px, beside_px, hand_measures
from acutimer.ui.kit.tokens import LIGHT
from tests.ui.explore.conftest import SlowFigures
from tests.ui.kit.seeing import colour_at, has_colour, name
from tests.ui.practice import shown

SIZE = QSize(348, 340)


@pytest.fixture
def hand(context: Context) -> GuidePicture:
    return GuidePicture(context, "hand_dorsal")


def test_nothing_is_asked_for_before_the_picture_is_seen(context: Context, figures: SlowFigures, qtbot: QtBot) -> None:
    picture = GuidePicture(context, "knee_front")
    assert figures.asked == []
    shown(picture, qtbot, 376, 216)
    picture.grab()
    assert {key.id for key in figures.asked} == {"knee_front"}


def test_the_drawing_appears_when_it_is_there(context: Context, figures: SlowFigures, qtbot: QtBot) -> None:
    picture = shown(GuidePicture(context, "knee_front"), qtbot, 376, 216)
    assert colour_at(picture, 188, 108) == LIGHT.inset
    figures.finish(figures.asked[0])
    assert colour_at(picture, 188, 108) == "#C89678"


def test_the_corners_are_round(context: Context, figures: SlowFigures, qtbot: QtBot) -> None:
    picture = shown(GuidePicture(context, "lower_back"), qtbot, 376, 216)
    picture.grab()
    figures.finish(figures.asked[0])
    corner = colour_at(picture, 1, 1)
    assert corner not in (LIGHT.inset, "#C89678")


@pytest.mark.parametrize("figure", ["knee_front", "knee_back", "lower_back", "foot_inner"])
def test_the_middle_of_the_figure_fills_the_frame_from_top_to_bottom(context: Context, figure: str) -> None:
    picture = GuidePicture(context, figure)
    for size in (QSize(348, 216), QSize(376, 216)):
        window = picture.window_in(size)
        _, _, width, height = window.figure.rect
        assert window.top <= 0 or figure == "foot_inner"
        assert window.top + height * window.scale >= size.height() - 24
        assert width * window.scale <= size.width() + 1


def test_the_side_one_begins_with_is_the_side_shown(context: Context) -> None:
    picture = GuidePicture(context, "knee_front")
    before = picture.window_in(QSize(376, 216)).is_flipped
    context.preferences.update(first_side=Side.RIGHT)
    assert picture.window_in(QSize(376, 216)).is_flipped is not before


def test_the_picture_says_what_it_shows(context: Context) -> None:
    assert name(GuidePicture(context, "knee_front")) == "Drawing: Knee, front"


def test_a_hand_says_what_it_measures(hand: GuidePicture) -> None:
    assert hand.is_measured
    assert all(measure.words in name(hand) for measure in hand_measures())


def test_the_measures_come_with_the_drawing_and_not_before(
    hand: GuidePicture, figures: SlowFigures, qtbot: QtBot
) -> None:
    shown(hand, qtbot, 376, 340)
    assert not has_colour(hand, LIGHT.ember_ink)
    figures.finish(figures.asked[0])
    assert has_colour(hand, LIGHT.ember_ink)


@pytest.mark.parametrize("side", [Side.LEFT, Side.RIGHT])
def test_every_measured_place_lies_inside_the_frame_below_the_brackets(
    hand: GuidePicture, context: Context, side: Side
) -> None:
    context.preferences.update(first_side=side)
    window = hand.window_in(SIZE)
    places = [window.px(window.figure.landmarks[landmark]) for landmark in LANDMARKS]
    assert all(0 < place.x() < SIZE.width() and above_px() < place.y() < SIZE.height() for place in places)


def test_the_thumb_is_on_the_side_of_the_hand_shown_and_has_room_for_its_words(
    hand: GuidePicture, context: Context
) -> None:
    def thumb_and_little_finger() -> tuple[float, float]:
        window = hand.window_in(SIZE)
        return (
            window.px(window.figure.landmarks[THUMB[1]]).x(),
            window.px(window.figure.landmarks[FINGERS[4]]).x(),
        )

    context.preferences.update(first_side=Side.LEFT)
    thumb, little = thumb_and_little_finger()
    assert little < thumb <= SIZE.width() - beside_px()
    context.preferences.update(first_side=Side.RIGHT)
    thumb, little = thumb_and_little_finger()
    assert beside_px() <= thumb < little
