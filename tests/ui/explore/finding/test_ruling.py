"""From a point's rule to its ruler: drawing, ruler and words agree, in every view."""

import math

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter, qAlpha
from pytestqt.qtbot import QtBot

from acutimer.core.body import Figure
from acutimer.core.placing import landmark_of, place, way_end
from acutimer.core.points import Rule, Shows
from acutimer.core.sides import Side
from acutimer.ui.explore.finding.finding import Finding, share_of
from acutimer.ui.explore.finding.ruler_painting import paint_felt, paint_ruler
from acutimer.ui.explore.finding.ruling import Ruling, felt_on, rule_on
from acutimer.ui.explore.view.framing import Frame
from acutimer.ui.kit.tokens import LIGHT
from tests.shipped import ATLAS, LIBRARY

CLOSE_UPS = [name for name in ATLAS if ATLAS[name].area is not None]
PLACED = [(name, code) for name in CLOSE_UPS for code in ATLAS[name].placements]
MEASURED = {code for code, point in LIBRARY.points.items() if point.rule.measure is not None}
SCALE = 2.0
SIDES = (Side.LEFT, Side.RIGHT)


def frame_of(figure: Figure, *, is_flipped: bool = False, scale: float = SCALE) -> Frame:
    return Frame(figure, is_flipped, scale, 100, 20)


def ruling_on(name: str, code: str, side: Side = Side.LEFT, *, is_flipped: bool = False) -> Ruling | None:
    frame = frame_of(ATLAS[name], is_flipped=is_flipped)
    rule = LIBRARY.points[code].rule
    width = frame.size[0] + 200
    return rule_on(frame, code, side, rule=rule, landmarks=LIBRARY.landmarks, width=width)


def test_every_point_a_hand_measures_has_its_ruler_somewhere() -> None:
    ruled = {code for name, code in PLACED if ruling_on(name, code) is not None}
    assert ruled == MEASURED & {code for _, code in PLACED}


@pytest.mark.parametrize(("name", "code"), PLACED)
@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("is_flipped", [False, True])
def test_drawing_ruler_and_words_name_one_landmark_and_one_distance(
    name: str, code: str, side: Side, is_flipped: bool
) -> None:
    ruling = ruling_on(name, code, side, is_flipped=is_flipped)
    point, figure = LIBRARY.points[code], ATLAS[name]
    if ruling is None:
        return
    frame, rule = frame_of(figure, is_flipped=is_flipped), point.rule
    # the drawing: it begins at the landmark and ends at the point, or a step aside of it
    assert frame.drawn(ruling.ruler.start) == pytest.approx(landmark_of(figure, code, side))
    assert frame.drawn(ruling.point) == pytest.approx(place(figure, code, side))
    aside_cun = 0.0 if rule.aside is None else rule.aside.cun
    assert math.dist(ruling.point, ruling.ruler.end) <= aside_cun * figure.cun * SCALE + 1e-6
    # the ruler: as many digits as the rule's distance takes
    assert ruling.ruler.measure == rule.measure
    # the words: the steps beside it name the same
    assert rule.measure is not None
    assert str(rule.measure.count) in ruling.words[0]
    assert rule.measure.unit in ruling.words[0]
    steps = {step.shows: step.words.lower() for step in point.steps}
    assert ruling.landmark.lower() in steps[Shows.LANDMARK]
    assert LIBRARY.measures[rule.measure.name] in steps[Shows.MEASURE]


def test_the_hand_comes_over_the_limbs_nearest_edge() -> None:
    outer = ruling_on("knee_front", "ST36")
    assert outer is not None
    figure = ATLAS["knee_front"]
    assert outer.ruler.outward == figure.lateral
    flipped = ruling_on("knee_front", "ST36", is_flipped=True)
    assert flipped is not None
    assert flipped.ruler.outward == -figure.lateral


def test_beside_the_spine_the_fingers_stand_upright_below_the_way() -> None:
    for side, sign in ((Side.LEFT, -1), (Side.RIGHT, 1)):
        ruling = ruling_on("lower_back", "BL23", side)
        assert ruling is not None
        assert not ruling.ruler.is_level
        assert ruling.ruler.outward == 1
        assert (ruling.ruler.end[0] - ruling.ruler.start[0]) * sign > 0


def test_on_the_foot_an_upright_thumb_comes_from_above_and_not_through_the_sole() -> None:
    ruling = ruling_on("foot_inner", "KI3")
    assert ruling is not None
    assert not ruling.ruler.is_level
    assert ruling.ruler.outward == -1
    assert ruling.taken.top <= ruling.words_at[1] < ruling.ruler.start[1]


def test_halfway_is_marked_on_the_whole_way() -> None:
    ruling = ruling_on("foot_inner", "KI3")
    assert ruling is not None
    assert ruling.half is not None
    start, end = ruling.ruler.start, ruling.half
    assert ruling.point == pytest.approx(((start[0] + end[0]) / 2, (start[1] + end[1]) / 2))


def test_a_point_at_its_landmark_or_found_by_feel_has_no_ruler_but_can_be_felt_for() -> None:
    for name, code in PLACED:
        felt = felt_on(frame_of(ATLAS[name]), code, Side.LEFT)
        assert felt is not None
        assert math.hypot(*felt.across) == pytest.approx(1)
        if code not in MEASURED:
            assert ruling_on(name, code) is None
    assert felt_on(frame_of(ATLAS["body_front"]), "ST36", Side.LEFT) is None


def test_a_ruler_too_small_to_read_is_left_out() -> None:
    figure, rule = ATLAS["knee_front"], LIBRARY.points["ST36"].rule
    tiny = frame_of(figure, scale=0.5)
    assert rule_on(tiny, "ST36", Side.LEFT, rule=rule, landmarks={}, width=400) is None


def test_parts_come_in_the_order_of_the_steps() -> None:
    half = Finding(2, Shows.MEASURE, 0.5)
    assert [share_of(half, part) for part in Shows] == [1.0, 1.0, 0.5, 0.0]
    assert [share_of(None, part) for part in Shows] == [1.0] * 4


def painted(finding: Finding | None, qtbot: QtBot, *, felt: bool = False) -> int:
    """How many pixels the ruler of ST36 covers."""
    frame = frame_of(ATLAS["knee_front"])
    image = QImage(800, 800, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    ruling = ruling_on("knee_front", "ST36")
    assert ruling is not None
    assert qtbot is not None
    if felt:
        seen = felt_on(frame, "ST36", Side.LEFT)
        assert seen is not None
        assert finding is not None
        paint_felt(painter, seen, LIGHT, finding)
    else:
        paint_ruler(painter, ruling, LIGHT, finding)
    painter.end()
    box = QRect(0, 0, 800, 800)
    return sum(qAlpha(image.pixel(x, y)) > 8 for x in range(0, box.width(), 4) for y in range(0, box.height(), 4))


def test_each_step_brings_its_part_and_the_last_one_all_of_it(qtbot: QtBot) -> None:
    steps = LIBRARY.points["ST36"].steps
    covered = [painted(Finding(index, step.shows, 1.0), qtbot) for index, step in enumerate(steps)]
    assert covered[:2] == [0, 0]
    assert 0 < covered[2] <= covered[3] == painted(None, qtbot)
    half = painted(Finding(2, Shows.MEASURE, 0.5), qtbot)
    assert 0 < half < covered[2]


@pytest.mark.parametrize("shows", list(Shows))
def test_a_fingertip_feels_for_the_landmark_and_presses_the_point(shows: Shows, qtbot: QtBot) -> None:
    is_felt = shows in (Shows.LANDMARK, Shows.POINT)
    assert (painted(Finding(0, shows, 1.0), qtbot, felt=True) > 0) is is_felt


def test_a_rule_of_a_way_ends_where_the_ruler_ends() -> None:
    for name, code in PLACED:
        ruling, rule = ruling_on(name, code), ATLAS[name].placements[code]
        assert isinstance(rule, Rule)
        if ruling is not None:
            assert frame_of(ATLAS[name]).drawn(ruling.ruler.end) == pytest.approx(way_end(ATLAS[name], rule))
