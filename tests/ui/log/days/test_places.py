import pytest

from acutimer import paths
from acutimer.content.library import Library, load_library
from acutimer.core.points import Area
from acutimer.ui.log.days.places import places, subjects_in, subjects_of


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library(paths.resources() / "content" / "en")


def test_places_are_the_areas_that_have_points(library: Library) -> None:
    assert places(library) == (Area.KNEE, Area.LOWER_LEG, Area.ANKLE_FOOT, Area.LOWER_BACK)


def test_a_place_is_its_points_and_what_is_done_there(library: Library) -> None:
    knee = subjects_in(Area.KNEE, library)
    assert {"ST36", "EX-LE5", "ST35", "knee-kneading", "knee-rubbing"} <= knee
    assert not {"BL57", "KI3", "BL23", "heel-raises", "walking", "foot-soak"} & knee
    assert subjects_in(Area.LOWER_LEG, library) == {"BL57", "calf-massage", "heel-raises"}
    assert subjects_in(Area.ANKLE_FOOT, library) == {"KI3", "KI6", "foot-soak"}
    assert subjects_in(Area.LOWER_BACK, library) == {"BL23", "lower-back-warming"}


def test_every_point_is_in_one_place(library: Library) -> None:
    for code in library.points:
        assert [area for area in places(library) if code in subjects_in(area, library)] == [library.points[code].area]


def test_a_point_of_a_pair_is_found_where_the_pair_was_pressed(library: Library) -> None:
    assert subjects_of("ST35", library) == {"ST35", "EX-LE5"}
    assert subjects_of("EX-LE4", library) == {"EX-LE4", "EX-LE5"}
    assert subjects_of("EX-LE5", library) == {"EX-LE5"}
    assert subjects_of("ST36", library) == {"ST36"}
