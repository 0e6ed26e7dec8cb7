"""Which points belong to which area."""

from acutimer import paths
from acutimer.content.library import load_library
from acutimer.core.points import Area
from acutimer.ui.explore.areas import areas_of, points_of, walk
from tests.shipped import ATLAS

POINTS = load_library(paths.resources() / "content" / "en").points


def test_every_point_but_the_pair_has_an_area_and_a_close_up_there() -> None:
    for code, point in POINTS.items():
        areas = areas_of(code, ATLAS, POINTS)
        assert bool(areas) != bool(point.members)
        for area in areas:
            assert any(code in ATLAS.figure(view).placements for view in ATLAS.views(area))


def test_a_points_own_area_comes_first() -> None:
    assert areas_of("ST36", ATLAS, POINTS) == (Area.KNEE, Area.LOWER_LEG)
    assert areas_of("BL57", ATLAS, POINTS) == (Area.LOWER_LEG,)


def test_the_areas_hold_what_their_pills_promise() -> None:
    counts = {area: len(points_of(area, ATLAS, POINTS)) for area in Area}
    assert counts == {Area.KNEE: 11, Area.LOWER_LEG: 4, Area.ANKLE_FOOT: 2, Area.LOWER_BACK: 1, Area.HAND: 0}
    assert points_of(Area.LOWER_LEG, ATLAS, POINTS) == {"ST36", "GB34", "SP9", "BL57"}


def test_one_walks_a_limb_downwards_and_from_outside_inwards() -> None:
    knee = points_of(Area.KNEE, ATLAS, POINTS)
    walked = walk(ATLAS.figure("knee_front"), knee)
    assert walked == ("ST34", "SP10", "ST35", "EX-LE4", "GB34", "SP9", "ST36")
    assert walk(ATLAS.figure("foot_inner"), points_of(Area.ANKLE_FOOT, ATLAS, POINTS)) == ("KI3", "KI6")
