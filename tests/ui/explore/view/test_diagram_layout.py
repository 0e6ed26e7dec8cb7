"""Whole close-ups laid out: every view, both sides, every selection, at the sizes a window takes."""

from dataclasses import replace
from itertools import combinations, pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from acutimer.core.placing import is_flipped, shown
from acutimer.core.points import Area
from acutimer.core.settings import Mirror
from acutimer.core.sides import Side
from acutimer.ui.explore.areas import points_of, walk
from acutimer.ui.explore.finding.ruling import rule_on
from acutimer.ui.explore.marking.leaders import crosses, distance
from acutimer.ui.explore.view.boxes import Box
from acutimer.ui.explore.view.camera import clamp
from acutimer.ui.explore.view.diagram_layout import Arrangement, Key, arrange, framed, is_in_sight
from acutimer.ui.explore.view.framing import fit
from tests.shipped import ATLAS, LIBRARY

VIEWS = [
    (area, view)
    for area in Area
    for straight in ATLAS.views(area)
    for view in (straight, ATLAS.bent(straight))
    if view is not None
]
# The stage of a window 960 x 640, 1280 x 800, 1920 x 1080 and 2560 x 1440, and what its controls leave of it.
SIZES = [(420, 640), (616, 800), (1256, 1080), (1896, 1440)]
SIDES = (Side.LEFT, Side.RIGHT)


def room_of(size: tuple[int, int]) -> Box:
    return Box(0, 80, size[0], size[1] - (124 if size[0] < 560 else 76))


def tools_of(size: tuple[int, int]) -> tuple[Box, ...]:
    return () if size[0] < 560 else (Box(size[0] - 68, size[1] - 260, size[0], size[1]),)


def laid_out(
    view: str,
    area: Area,
    side: Side = Side.LEFT,
    selected: str | None = None,
    *,
    size: tuple[int, int] = (616, 800),
    mirror: Mirror = Mirror.MIRROR,
    zoom: float = 1.0,
    about: tuple[float, float] = (0.5, 0.5),
) -> Arrangement:
    """A close-up laid out, come nearer `zoom` times about a place of the stage, in shares of its size."""
    figure = ATLAS.figure(view)
    sides = SIDES if figure.bilateral else (side,)
    codes = walk(figure, points_of(area, ATLAS, LIBRARY.points))
    found: dict[Key, tuple[float, float] | None] = {
        (code, own): shown(figure, code, own, mirror) for code in codes for own in sides
    }
    places = {key: spot for key, spot in found.items() if spot is not None}
    rest = framed(figure, places, is_flipped=is_flipped(figure, side, mirror), room=room_of(size))
    at_rest = rest.camera(rest.corner)
    near = at_rest.zoom_about((about[0] * size[0], about[1] * size[1]), zoom)
    camera = clamp(near, at_rest, width=size[0], height=size[1], extent=rest.extent)
    return arrange(
        rest.seen_by(camera, rest.corner),
        places,
        selected=frozenset({(selected, side)} if selected else ()),
        rules={selected: LIBRARY.points[selected].rule} if selected else {},
        landmarks=LIBRARY.landmarks,
        room=room_of(size),
        taken=tools_of(size),
    )


def every_arrangement(
    view: str, area: Area, size: tuple[int, int], zoom: float = 1.0, about: tuple[float, float] = (0.5, 0.5)
) -> list[Arrangement]:
    codes = walk(ATLAS.figure(view), points_of(area, ATLAS, LIBRARY.points))
    return [
        laid_out(view, area, side, code, size=size, zoom=zoom, about=about) for side in SIDES for code in (None, *codes)
    ]


def check(made: Arrangement, size: tuple[int, int]) -> None:
    """Labels inside the room, apart from each other, from the tools and from markers; leaders cross nothing."""
    room, tools = room_of(size), tools_of(size)
    for tag in made.tags:
        box = tag.label.box
        assert box.is_inside(room), tag.lines
        assert not any(box.meets(tool) for tool in tools), tag.lines
        for key, spot in made.spots.items():
            assert not box.grown(9).holds(spot), (tag.lines, key)
            if key != tag.key and tag.key is not None:
                assert min(distance(spot, a, b) for a, b in pairwise(tag.label.leader)) > 9, (tag.lines, key)
    for one, other in combinations(made.tags, 2):
        assert not one.label.box.meets(other.label.box), (one.lines, other.lines)
        assert not crosses(one.label.leader, other.label.leader), (one.lines, other.lines)
        assert not one.label.box.meets_line(other.label.leader), (one.lines, other.lines)
        assert not other.label.box.meets_line(one.label.leader), (one.lines, other.lines)


def wanting(made: Arrangement, size: tuple[int, int]) -> set[Key]:
    """The markers in sight that no ruler covers, and that have no label."""
    silent = set(made.dimmed)
    if made.ruling is not None:
        under = {key for key, spot in made.spots.items() if made.ruling.taken.holds(spot)}
        silent |= under | {key for key in made.spots if key[0] == made.ruling.code}
    seen = {key for key, spot in made.spots.items() if is_in_sight(spot, room_of(size).grown(-6), tools_of(size))}
    return seen - (silent - made.selected) - {tag.key for tag in made.tags if tag.key is not None}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("area", "view"), VIEWS)
def test_labels_of_every_view_stand_apart_and_every_marker_has_one(
    area: Area, view: str, size: tuple[int, int], qtbot: QtBot
) -> None:
    for made in every_arrangement(view, area, size):
        check(made, size)
        assert not wanting(made, size)


@pytest.mark.parametrize(("area", "view"), VIEWS)
@settings(max_examples=12)
@given(
    size=st.sampled_from(SIZES),
    zoom=st.floats(1.0, 4.0),
    about=st.tuples(st.floats(0, 1), st.floats(0, 1)),
)
@example(size=(420, 640), zoom=2.1, about=(0.48, 0.26))
@example(size=(420, 640), zoom=1.35, about=(0.06, 0.44))
@example(size=(1896, 1440), zoom=3.5, about=(0.40625, 0.25))
def test_so_they_do_come_nearer(
    area: Area, view: str, size: tuple[int, int], zoom: float, about: tuple[float, float]
) -> None:
    for made in every_arrangement(view, area, size, zoom, about):
        check(made, size)
        assert not wanting(made, size)


@pytest.mark.parametrize(
    ("code", "area", "view", "count"),
    [
        ("ST36", Area.KNEE, "knee_front", 4),
        ("ST36", Area.LOWER_LEG, "leg_front", 4),
        ("ST34", Area.KNEE, "knee_front", 2),
        ("SP10", Area.KNEE, "knee_inner", 2),
        ("KI6", Area.ANKLE_FOOT, "foot_inner", 1),
        ("BL23", Area.LOWER_BACK, "lower_back", 2),
    ],
)
def test_a_finger_measure_has_its_ruler(code: str, area: Area, view: str, count: int, qtbot: QtBot) -> None:
    for side in SIDES:
        made = laid_out(view, area, side, code)
        assert made.ruling is not None
        assert made.ruling.ruler.measure.count == count
        assert made.ruling.point == made.spots[code, side]
        assert any(tag.key is None and " ".join(tag.lines) == made.ruling.landmark for tag in made.tags)


@pytest.mark.parametrize(
    ("code", "area", "view"),
    [
        ("BL40", Area.KNEE, "knee_back"),
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


def test_two_fingers_from_the_spine_read_well_in_the_smallest_window(qtbot: QtBot) -> None:
    for side in SIDES:
        made = laid_out("lower_back", Area.LOWER_BACK, side, "BL23", size=(420, 640))
        assert made.ruling is not None
        assert any(tag.key is None for tag in made.tags)


def test_a_landmarks_name_stands_where_the_limb_is_nearer(qtbot: QtBot) -> None:
    made = laid_out("knee_bent_outer", Area.KNEE, Side.LEFT, "ST36", size=(420, 640))
    assert made.ruling is not None
    name = next(tag for tag in made.tags if tag.key is None)
    assert name.label.box.right < made.ruling.ruler.start[0]


def test_a_landmarks_name_does_not_crowd_what_stands_beside_a_short_ruler(qtbot: QtBot) -> None:
    made = laid_out("foot_inner", Area.ANKLE_FOOT, Side.LEFT, "KI6", size=(616, 800))
    name = next(tag for tag in made.tags if tag.key is None)
    own = next(tag for tag in made.tags if tag.key == ("KI6", Side.LEFT))
    assert name.label.box.right < own.label.box.left


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
