import pytest

from acutimer.content.atlas import Atlas
from acutimer.core.settings import Mirror
from acutimer.core.sides import Side
from acutimer.ui.after.spots import views_for
from acutimer.ui.body.warm_views import Pressed
from tests.shipped import ATLAS


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return ATLAS


def both(code: str, seconds: float = 60) -> list[Pressed]:
    return [Pressed(code, Side.LEFT, seconds), Pressed(code, Side.RIGHT, seconds)]


def test_the_left_is_on_the_left_in_a_mirror_and_on_the_right_of_a_chart(atlas: Atlas) -> None:
    left_only = [Pressed("ST36", Side.LEFT, 60), Pressed("ST36", Side.RIGHT, 0)]
    for mirror, sign in ((Mirror.MIRROR, -1), (Mirror.CHART, 1)):
        (view,) = views_for(left_only, atlas, mirror)
        assert view.figure_id == "body_front"
        assert [spot.place[0] * sign > 0 for spot in view.spots] == [True]


def test_seen_from_behind_the_left_stays_on_the_left(atlas: Atlas) -> None:
    for mirror in Mirror:
        (view,) = views_for([Pressed("BL40", Side.LEFT, 60)], atlas, mirror)
        assert view.figure_id == "body_back"
        assert view.spots[0].place[0] < 0


def test_a_second_view_shows_only_what_the_first_does_not(atlas: Atlas) -> None:
    front, back = views_for([*both("ST34", 120), *both("GB34"), *both("BL40")], atlas, Mirror.MIRROR)
    assert (front.figure_id, len(front.spots)) == ("body_front", 4)
    assert (back.figure_id, len(back.spots)) == ("body_back", 2)


def test_every_spot_lies_inside_its_crop(atlas: Atlas) -> None:
    for codes in (["BL23", "KI3"], ["ST34", "ST36", "SP9"], ["BL40"]):
        for view in views_for([it for code in codes for it in both(code)], atlas, Mirror.MIRROR):
            x, y, width, height = view.crop
            assert all(x < spot.place[0] < x + width and y < spot.place[1] < y + height for spot in view.spots)


def test_what_no_whole_body_shows_and_what_was_not_pressed_is_left_out(atlas: Atlas) -> None:
    assert views_for([Pressed("XX1", Side.LEFT, 60), Pressed("ST36", Side.LEFT, 0)], atlas, Mirror.MIRROR) == ()
