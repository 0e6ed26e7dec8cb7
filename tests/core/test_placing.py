import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acutimer.content.atlas import IDS
from acutimer.core.body import Facing, Figure, OnLimb
from acutimer.core.placing import (
    area_at,
    cun_at,
    flip,
    is_flipped,
    landmark_of,
    on_limb,
    place,
    shown,
    views_of,
    way_end,
)
from acutimer.core.points import Area, Direction, Rule
from acutimer.core.settings import Mirror
from acutimer.core.sides import Side
from acutimer.core.splines import Place
from tests.shipped import ATLAS

KNEE = ("ST34", "SP10", "GB33", "ST35", "EX-LE4", "GB34", "SP9", "ST36", "LR8", "KI10", "BL40")
CODES = (*KNEE, "BL57", "KI3", "KI6", "BL23")
BODIES = ("body_front", "body_back", "body_side")
CLOSE_UPS = tuple(name for name in IDS if name not in BODIES)
PLACED = [(name, code) for name in IDS for code in ATLAS.figure(name).placements]
# The straight leg, along whose axis a row means the same everywhere.
LEGS = tuple(name for name in IDS if name.startswith(("knee_", "leg_")) and "bent" not in name)
LEFT_AND_RIGHT = (Side.LEFT, Side.RIGHT)
ROWS = {code: row for name in BODIES for code, row in ATLAS.figure(name).placements.items() if isinstance(row, OnLimb)}

ACROSS = (Direction.LATERAL, Direction.MEDIAL)

# A landmark further lateral (front, back) or further anterior (from the side) than the other, in each one-sided view.
PAIRS = {
    "knee_front": ("fibular_head", "medial_condyle_angle"),
    "leg_front": ("lateral_malleolus", "medial_malleolus"),
    "knee_back": ("biceps_tendon", "semitendinosus_tendon"),
    "leg_back": ("lateral_malleolus", "medial_malleolus"),
    "knee_outer": ("patella_apex", "popliteal_crease"),
    "leg_outer": ("patella_apex", "popliteal_crease"),
    "knee_inner": ("patella_apex", "popliteal_crease"),
    "leg_inner": ("medial_condyle_angle", "popliteal_crease"),
    "foot_inner": ("mtp1", "calcaneal_tendon"),
    "foot_outer": ("mtp5", "calcaneal_tendon"),
    "knee_bent_outer": ("patella_apex", "popliteal_crease"),
    "knee_bent_inner": ("patella_apex", "popliteal_crease"),
    "body_side": ("toes", "L2_spinous"),
}


def found(figure: Figure, code: str, side: Side = Side.LEFT) -> Place:
    there = place(figure, code, side)
    assert there is not None
    return there


def on_screen(figure: Figure, landmark: str, side: Side, mirror: Mirror) -> float:
    there = figure.landmarks[landmark]
    return (flip(figure, there) if is_flipped(figure, side, mirror) else there)[0]


def test_fifteen_points_each_have_a_close_up_and_a_place_on_the_whole_body() -> None:
    assert {code for _, code in PLACED} == set(CODES)
    for code in CODES:
        views = views_of(ATLAS, code)
        assert any(view in CLOSE_UPS for view in views)
        assert any(view in BODIES for view in views)


@pytest.mark.parametrize(("name", "code"), PLACED)
def test_every_point_lies_on_the_body_and_well_inside_the_picture(name: str, code: str) -> None:
    figure = ATLAS.figure(name)
    left, top, width, height = figure.rect
    margin = 8.0
    for side in LEFT_AND_RIGHT:
        x, y = found(figure, code, side)
        assert figure.covers((x, y))
        assert left + margin < x < left + width - margin
        assert top + margin < y < top + height - margin


@pytest.mark.parametrize(
    ("name", "code"),
    [
        (name, code)
        for name, code in PLACED
        if name.startswith(("knee_", "leg_")) and "bent" not in name and code in ROWS
    ],
)
def test_close_ups_agree_with_the_row_that_holds_in_every_view(name: str, code: str) -> None:
    figure = ATLAS.figure(name)
    row = ROWS[code]
    assert math.dist(found(figure, code), on_limb(figure, row.level, row.angle)) < 0.3 * figure.cun


def test_the_whole_bodies_hold_the_same_row_for_a_point() -> None:
    for name in BODIES:
        for code, row in ATLAS.figure(name).placements.items():
            assert row == ROWS.get(code, row)


def test_st34_and_sp10_are_at_one_height_two_cun_above_the_patella() -> None:
    figure = ATLAS.figure("knee_front")
    st34, sp10 = found(figure, "ST34"), found(figure, "SP10")
    assert abs(st34[1] - sp10[1]) < 0.1 * figure.cun
    assert figure.landmarks["patella_base"][1] - st34[1] == pytest.approx(2 * figure.cun, abs=0.1 * figure.cun)


@pytest.mark.parametrize("name", CLOSE_UPS)
def test_a_point_lies_as_far_from_its_landmark_as_its_rule_says(name: str) -> None:
    figure = ATLAS.figure(name)
    for code, rule in figure.placements.items():
        assert isinstance(rule, Rule)
        start = landmark_of(figure, code, Side.LEFT)
        assert start == figure.landmarks[rule.landmark]
        away = math.dist(start, way_end(figure, rule)) / cun_at(figure, rule)
        is_seen_from_the_side = rule.direction in ACROSS and figure.facing in (Facing.OUTER, Facing.INNER)
        if rule.share is not None:
            end = figure.landmarks[rule.toward or ""]
            assert math.dist(start, way_end(figure, rule)) == pytest.approx(rule.share * math.dist(start, end))
        elif not is_seen_from_the_side:
            assert away == pytest.approx(rule.distance_cun)


@pytest.mark.parametrize("name", CLOSE_UPS)
def test_ki3_halfway_is_about_the_thumb_that_its_words_say(name: str) -> None:
    figure = ATLAS.figure(name)
    rule = figure.placements.get("KI3")
    if isinstance(rule, Rule) and figure.facing is Facing.INNER:
        start = figure.landmarks[rule.landmark]
        assert math.dist(start, way_end(figure, rule)) / figure.cun == pytest.approx(rule.distance_cun, abs=0.35)


COMMON = {"knee": "patella_apex", "leg": "patella_apex", "foot": "medial_malleolus", "lower": "L2_inferior"}


@pytest.mark.parametrize("name", [name for name in CLOSE_UPS if "bent" not in name])
def test_whole_body_and_close_up_have_a_point_at_one_height(name: str) -> None:
    figure = ATLAS.figure(name)
    same = {Facing.OUTER: "body_side", Facing.BACK: "body_back"}
    body = ATLAS.figure(same.get(figure.facing, "body_front"))
    for landmark in (COMMON[name.split("_", maxsplit=1)[0]] if figure.placements else "", "popliteal_mid"):
        if landmark not in figure.landmarks or landmark not in body.landmarks:
            continue
        for code in figure.placements.keys() & body.placements.keys():
            heights = [
                (found(it, code)[1] - it.landmarks[landmark][1]) / it.cun_at.get(landmark, it.cun)
                for it in (figure, body)
            ]
            assert heights[0] == pytest.approx(heights[1], abs=0.3), (code, landmark)


@pytest.mark.parametrize("name", ["knee_front", "leg_front"])
def test_the_knee_eyes_lie_on_either_side_of_the_patellar_ligament(name: str) -> None:
    figure = ATLAS.figure(name)
    apex, tuberosity = figure.landmarks["patella_apex"], figure.landmarks["tibial_tuberosity"]
    outer, inner = found(figure, "ST35"), found(figure, "EX-LE4")

    def ligament_at(y: float) -> float:
        return apex[0] + (y - apex[1]) / (tuberosity[1] - apex[1]) * (tuberosity[0] - apex[0])

    assert (outer[0] - ligament_at(outer[1])) * figure.lateral > 0.5 * figure.cun
    assert (inner[0] - ligament_at(inner[1])) * figure.lateral < -0.5 * figure.cun


@pytest.mark.parametrize("name", ["knee_front", "knee_outer", "leg_front", "leg_outer"])
def test_st36_lies_three_cun_from_st35_on_the_line_to_st41(name: str) -> None:
    figure = ATLAS.figure(name)
    start, end, goal = found(figure, "ST35"), found(figure, "ST36"), figure.landmarks["ankle_crease_front"]
    assert math.dist(start, end) == pytest.approx(3 * figure.cun)
    assert math.dist(start, end) + math.dist(end, goal) == pytest.approx(math.dist(start, goal))


@pytest.mark.parametrize("name", ["leg_front", "leg_outer"])
def test_st36_is_three_sixteenths_of_the_way_from_st35s_level_to_the_lateral_malleolus(name: str) -> None:
    figure = ATLAS.figure(name)
    level, ankle = found(figure, "ST35")[1], figure.landmarks["lateral_malleolus"][1]
    assert (found(figure, "ST36")[1] - level) / (ankle - level) == pytest.approx(3 / 16, abs=0.3 / 16)


@pytest.mark.parametrize(("name", "scapula"), [("lower_back", "scapula_line"), ("body_back", "scapula_border")])
def test_bl23_is_half_as_far_from_the_midline_as_the_scapula(name: str, scapula: str) -> None:
    figure = ATLAS.figure(name)
    x, y = found(figure, "BL23")
    assert x == pytest.approx(figure.landmarks[scapula][0] / 2, abs=0.1)
    assert found(figure, "BL23", Side.RIGHT) == (-x, y)


def test_the_medial_malleolus_has_ki3_behind_it_and_ki6_one_cun_below() -> None:
    figure = ATLAS.figure("foot_inner")
    x, y = figure.landmarks["medial_malleolus"]
    tendon = figure.landmarks["calcaneal_tendon"]
    assert found(figure, "KI3") == pytest.approx(((x + tendon[0]) / 2, (y + tendon[1]) / 2))
    assert found(figure, "KI6") == pytest.approx((x, y + figure.cun))


@pytest.mark.parametrize("name", sorted(PAIRS))
def test_every_view_follows_the_mirror_rule(name: str) -> None:
    figure = ATLAS.figure(name)
    for side, wanted in ((Side.LEFT, -1), (Side.RIGHT, 1)):
        here, there = (on_screen(figure, landmark, side, Mirror.MIRROR) for landmark in PAIRS[name])
        assert (here - there) * wanted > 0


@pytest.mark.parametrize("name", ["foot_top", "hand_dorsal", "hand_palm"])
@pytest.mark.parametrize("mirror", list(Mirror))
def test_ones_own_hand_or_foot_is_shown_as_one_sees_it(name: str, mirror: Mirror) -> None:
    figure = ATLAS.figure(name)
    assert not is_flipped(figure, Side.LEFT, mirror)
    assert is_flipped(figure, Side.RIGHT, mirror)


@pytest.mark.parametrize("name", sorted(PAIRS))
def test_a_chart_turns_front_and_inner_views_round_and_no_others(name: str) -> None:
    figure = ATLAS.figure(name)
    turns = figure.facing in (Facing.FRONT, Facing.INNER)
    for side in LEFT_AND_RIGHT:
        assert (is_flipped(figure, side, Mirror.CHART) != is_flipped(figure, side, Mirror.MIRROR)) is turns


@pytest.mark.parametrize(
    ("name", "mirror", "sign"),
    [
        ("body_front", Mirror.MIRROR, -1),
        ("body_front", Mirror.CHART, 1),
        ("body_back", Mirror.MIRROR, -1),
        ("body_back", Mirror.CHART, -1),
        ("lower_back", Mirror.MIRROR, -1),
        ("lower_back", Mirror.CHART, -1),
    ],
)
def test_a_figure_with_both_sides_shows_the_left_on_its_side_of_the_screen(
    name: str, mirror: Mirror, sign: int
) -> None:
    figure = ATLAS.figure(name)
    for code in figure.placements:
        left, right = (shown(figure, code, side, mirror) for side in LEFT_AND_RIGHT)
        assert left is not None
        assert right is not None
        assert left[0] * sign > 0 > right[0] * sign
        assert is_flipped(figure, Side.LEFT, mirror) == is_flipped(figure, Side.RIGHT, mirror)


@given(st.sampled_from(PLACED), st.sampled_from(LEFT_AND_RIGHT), st.sampled_from(list(Mirror)))
def test_what_is_shown_is_the_place_or_its_flip_and_stays_in_the_picture(
    placed: tuple[str, str], side: Side, mirror: Mirror
) -> None:
    figure = ATLAS.figure(placed[0])
    there = found(figure, placed[1], side)
    seen = shown(figure, placed[1], side, mirror)
    assert seen == (flip(figure, there) if is_flipped(figure, side, mirror) else there)
    assert figure.rect[0] < seen[0] < figure.rect[0] + figure.rect[2]
    assert flip(figure, flip(figure, there)) == pytest.approx(there)


@given(st.sampled_from(sorted(PAIRS)), st.sampled_from(list(Mirror)))
def test_left_and_right_of_a_limb_are_mirror_images(name: str, mirror: Mirror) -> None:
    figure = ATLAS.figure(name)
    assert is_flipped(figure, Side.LEFT, mirror) != is_flipped(figure, Side.RIGHT, mirror)
    for code in figure.placements:
        left, right = (shown(figure, code, side, mirror) for side in LEFT_AND_RIGHT)
        assert left is not None
        assert right is not None
        assert flip(figure, left) == pytest.approx(right)


@pytest.mark.parametrize(
    ("code", "best"),
    [
        ("ST36", "knee_front"),
        ("GB34", "knee_outer"),
        ("SP9", "knee_inner"),
        ("BL40", "knee_back"),
        ("BL57", "leg_back"),
        ("KI3", "foot_inner"),
        ("KI6", "foot_inner"),
        ("BL23", "lower_back"),
        ("ST34", "knee_front"),
        ("GB33", "knee_outer"),
    ],
)
def test_the_best_view_shows_a_point_face_on_and_near(code: str, best: str) -> None:
    views = views_of(ATLAS, code)
    assert views[0] == best
    is_body = [view in BODIES for view in views]
    assert is_body == sorted(is_body)


def test_a_point_not_shown_has_no_place_and_no_view() -> None:
    assert place(ATLAS.figure("lower_back"), "ST36", Side.LEFT) is None
    assert shown(ATLAS.figure("lower_back"), "ST36", Side.LEFT, Mirror.MIRROR) is None
    assert views_of(ATLAS, "LI4") == ()


@pytest.mark.parametrize("name", BODIES)
def test_every_point_of_a_whole_body_lies_in_an_area_of_its_own_side(name: str) -> None:
    figure = ATLAS.figure(name)
    for code in figure.placements:
        for side in LEFT_AND_RIGHT:
            area = area_at(figure, found(figure, code, side))
            assert area is not None
            assert area[1] is (side if figure.bilateral else Side.BOTH)


@pytest.mark.parametrize("name", BODIES)
def test_an_areas_anchor_lies_in_it_near_the_limbs_outer_edge(name: str) -> None:
    figure = ATLAS.figure(name)
    assert (Area.LOWER_BACK in figure.areas) is (name != "body_front")
    for area, zones in figure.areas.items():
        for zone in zones:
            assert area_at(figure, zone.anchor) == (area, zone.side)
            if area is Area.HAND and figure.facing is Facing.SIDE:
                continue  # there the hand hangs before the thigh
            x, y = zone.anchor
            near = [figure.covers((x + step, y)) for step in range(-12, 13)]
            assert any(near)
            assert not all(near)


def test_outside_every_area_there_is_none() -> None:
    assert area_at(ATLAS.figure("body_front"), (0, 60)) is None
