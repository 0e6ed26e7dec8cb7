"""Whole close-ups laid out: every view, both sides, every selection, at the sizes a window takes."""

from dataclasses import replace
from itertools import combinations, pairwise

import pytest
from pytestqt.qtbot import QtBot

from acutimer import paths
from acutimer.content.atlas import Atlas
from acutimer.content.library import load_library
from acutimer.core.placing import is_flipped, shown
from acutimer.core.points import Area
from acutimer.core.settings import Mirror
from acutimer.core.sides import Side
from acutimer.ui.explore.areas import points_of, walk
from acutimer.ui.explore.diagram_layout import Arrangement, arrange
from acutimer.ui.explore.framing import fit
from acutimer.ui.explore.leaders import crosses, distance
from acutimer.ui.explore.ruling import rule_on
from tests.shipped import ATLAS, LIBRARY

VIEWS = [(area, view) for area in Area for view in ATLAS.views(area)]
SIZES = [(616, 640), (1256, 920), (420, 488)]
SIDES = (Side.LEFT, Side.RIGHT)


def laid_out(
    view: str,
    area: Area,
    side: Side = Side.LEFT,
    selected: str | None = None,
    *,
    size: tuple[int, int] = (616, 640),
    mirror: Mirror = Mirror.MIRROR,
) -> Arrangement:
    figure = ATLAS.figure(view)
    sides = SIDES if figure.bilateral else (side,)
    codes = walk(figure, points_of(area, ATLAS, LIBRARY.points))
    places = {(code, own): shown(figure, code, own, mirror) for code in codes for own in sides}
    return arrange(
        figure,
        {key: spot for key, spot in places.items() if spot is not None},
        selected=frozenset({(selected, side)} if selected else ()),
        rules={selected: LIBRARY.points[selected].rule} if selected else {},
        landmarks=LIBRARY.landmarks,
        is_flipped=is_flipped(figure, side, mirror),
        width=size[0],
        height=size[1],
    )


def every_arrangement(view: str, area: Area, size: tuple[int, int]) -> list[Arrangement]:
    codes = walk(ATLAS.figure(view), points_of(area, ATLAS, LIBRARY.points))
    return [laid_out(view, area, side, code, size=size) for side in SIDES for code in (None, *codes)]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("area", "view"), VIEWS)
def test_labels_of_every_view_stand_apart_inside_the_stage(
    area: Area, view: str, size: tuple[int, int], qtbot: QtBot
) -> None:
    for made in every_arrangement(view, area, size):
        for tag in made.tags:
            box = tag.label.box
            assert 0 <= box.left < box.right <= size[0]
            assert 0 <= box.top < box.bottom <= size[1]
        for one, other in combinations(made.tags, 2):
            assert not one.label.box.meets(other.label.box)
            assert not crosses(one.label.leader, other.label.leader)


@pytest.mark.parametrize(("area", "view"), VIEWS)
def test_every_marker_has_its_label_and_no_label_hides_a_marker(area: Area, view: str, qtbot: QtBot) -> None:
    for made in every_arrangement(view, area, (616, 640)):
        silent = made.dimmed | {key for key in made.spots if made.ruling and key[0] == made.ruling.code}
        assert {tag.key for tag in made.tags if tag.key} == made.spots.keys() - silent
        for tag in made.tags:
            for key, spot in made.spots.items():
                box = tag.label.box
                is_clear = not (box.left - 9 < spot[0] < box.right + 9 and box.top - 9 < spot[1] < box.bottom + 9)
                assert is_clear, (tag.lines, key)
                if key != tag.key and tag.key is not None:
                    assert min(distance(spot, a, b) for a, b in pairwise(tag.label.leader)) > 9


@pytest.mark.parametrize(
    ("code", "area", "view", "fingers"),
    [
        ("ST36", Area.KNEE, "knee_front", 4),
        ("ST36", Area.LOWER_LEG, "leg_front", 4),
        ("ST34", Area.KNEE, "knee_front", 3),
        ("SP10", Area.KNEE, "knee_inner", 3),
        ("KI6", Area.ANKLE_FOOT, "foot_inner", 1),
        ("BL23", Area.LOWER_BACK, "lower_back", 2),
    ],
)
def test_a_finger_measure_has_its_ruler(code: str, area: Area, view: str, fingers: int, qtbot: QtBot) -> None:
    for side in SIDES:
        made = laid_out(view, area, side, code)
        assert made.ruling is not None
        assert made.ruling.ruler.fingers == fingers
        assert made.ruling.ruler.end == made.spots[code, side]
        assert any(tag.key is None and " ".join(tag.lines) == made.ruling.landmark for tag in made.tags)


@pytest.mark.parametrize(
    ("code", "area", "view"),
    [
        ("BL40", Area.KNEE, "knee_back"),
        ("KI3", Area.ANKLE_FOOT, "foot_inner"),
        ("GB33", Area.KNEE, "knee_outer"),
        ("BL57", Area.LOWER_LEG, "leg_back"),
    ],
)
def test_what_is_found_by_feel_has_no_ruler(code: str, area: Area, view: str, qtbot: QtBot) -> None:
    assert laid_out(view, area, Side.LEFT, code).ruling is None


def test_the_ruler_of_st36_starts_at_the_outer_knee_eye_and_hides_what_lies_behind(qtbot: QtBot) -> None:
    made = laid_out("knee_front", Area.KNEE, Side.LEFT, "ST36")
    assert made.ruling is not None
    assert made.ruling.code == "ST35"
    assert made.ruling.landmark == "Outer knee eye"
    assert made.ruling.ruler.start == made.spots["ST35", Side.LEFT]
    assert made.dimmed == {("GB34", Side.LEFT)}


def test_a_landmark_beside_the_spine_is_on_the_side_that_is_meant(qtbot: QtBot) -> None:
    drawn = ATLAS.figure("lower_back")
    figure = replace(drawn, landmarks={**drawn.landmarks, "L2_inferior": (-10.0, -56.0)})
    framed = fit(figure, [-56], is_flipped=False, width=616, height=640, label_px=72)
    rule = LIBRARY.points["BL23"].rule
    for side, x in ((Side.LEFT, -10.0), (Side.RIGHT, 10.0)):
        ruling = rule_on(framed, "BL23", side, rule=rule, landmarks=LIBRARY.landmarks, width=616)
        assert ruling is not None
        assert ruling.ruler.start == framed.px((x, -56.0))


def test_your_left_is_on_the_left_and_a_chart_faces_you(qtbot: QtBot) -> None:
    def outer_eye_is_left(side: Side, mirror: Mirror) -> bool:
        spots = laid_out("knee_front", Area.KNEE, side, mirror=mirror).spots
        return spots["ST35", side][0] < spots["EX-LE4", side][0]

    assert outer_eye_is_left(Side.LEFT, Mirror.MIRROR)
    assert not outer_eye_is_left(Side.RIGHT, Mirror.MIRROR)
    assert not outer_eye_is_left(Side.LEFT, Mirror.CHART)
    back = laid_out("lower_back", Area.LOWER_BACK).spots
    assert back["BL23", Side.LEFT][0] < back["BL23", Side.RIGHT][0]


def test_a_label_answers_to_the_pointer(qtbot: QtBot) -> None:
    made = laid_out("knee_front", Area.KNEE)
    tag = next(tag for tag in made.tags if tag.lines == ("SP10",))
    middle = ((tag.label.box.left + tag.label.box.right) / 2, (tag.label.box.top + tag.label.box.bottom) / 2)
    assert made.label_at(*middle) == ("SP10", Side.LEFT)
    assert made.label_at(3, 3) is None
