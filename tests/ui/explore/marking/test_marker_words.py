"""What a screen reader says of a marker."""

import pytest

from acutimer.core.points import Area
from acutimer.core.sides import Side
from acutimer.ui.context import Context
from acutimer.ui.explore.marking.marker_words import spoken_description, spoken_name
from acutimer.ui.explore.marking.marks import Mark


def test_the_name_is_the_code_the_english_name_and_the_side(context: Context) -> None:
    points = context.library.points
    assert spoken_name(points["ST36"], Side.LEFT) == "ST36, Leg Three Miles, left leg"
    back = next(point for point in points.values() if point.area is Area.LOWER_BACK)
    assert spoken_name(back, Side.RIGHT).endswith("right side of the back")


def test_the_description_begins_with_the_place_as_part_of_a_sentence(context: Context) -> None:
    place = "four fingers below the outer knee eye"
    assert spoken_description(context.library.points["ST36"], Mark.REST) == place
    assert spoken_description(context.library.points["ST36"], Mark.DONE) == f"{place}, done today"


@pytest.mark.parametrize(
    ("mark", "words"),
    [
        (Mark.RUNNING, "being pressed now"),
        (Mark.SELECTED, "selected"),
        (Mark.TWIN, "the same point on the other side"),
        (Mark.UNSUITABLE, "not for you, by your safety profile"),
        (Mark.DONE, "done today"),
    ],
)
def test_every_state_is_said_in_words(context: Context, mark: Mark, words: str) -> None:
    assert spoken_description(context.library.points["ST36"], mark).endswith(f", {words}")


def test_everything_that_holds_at_once_is_said(context: Context) -> None:
    said = spoken_description(context.library.points["BL57"], Mark.SELECTED, is_done=True, is_unsuitable=True)
    assert said.endswith(", selected, not for you, by your safety profile, for a professional, done today")


def test_being_behind_a_ruler_is_only_a_matter_of_looks(context: Context) -> None:
    point = context.library.points["ST36"]
    assert spoken_description(point, Mark.DIM) == spoken_description(point, Mark.REST)
