"""Every point can be found by hand, has its names right and says what to beware of."""

import re
import unicodedata

import pytest

from acutimer.content.library import Library
from acutimer.core.body import OnLimb
from acutimer.core.codes import folded
from acutimer.core.conditions import Condition
from acutimer.core.placing import views_of
from acutimer.core.points import Area, Aside, Direction, Rule, Shows
from tests.content.everything import presses, words_of
from tests.shipped import ATLAS

LATERAL, MEDIAL = Aside(Direction.LATERAL, 0.6), Aside(Direction.MEDIAL, 0.8)

POINTS = "BL23 KI3 KI6 KI10 LR8 ST35 EX-LE4 ST34 SP10 SP9 GB34 ST36 BL40 GB33 BL57"


def test_the_fifteen_points_and_the_pair_are_there(library: Library) -> None:
    assert set(library.points) == {*POINTS.split(), "EX-LE5"}
    assert library.points["EX-LE5"].members == ("ST35", "EX-LE4")
    assert not any(point.members for code, point in library.points.items() if code != "EX-LE5")


def test_points_lie_in_the_areas_of_the_close_ups(library: Library) -> None:
    areas = [point.area for code, point in library.points.items() if code != "EX-LE5"]
    assert [areas.count(area) for area in Area] == [11, 1, 2, 1, 0]


def test_pinyin_has_a_tone_on_every_syllable_and_its_plain_form_is_an_alias(library: Library) -> None:
    for point in library.points.values():
        tones = [it for it in unicodedata.normalize("NFD", point.pinyin) if it in "\u0300\u0301\u0304\u030c"]
        assert len(tones) == len(point.hanzi), point.pinyin  # one syllable a character
        assert folded(point.pinyin) in map(folded, point.aliases)


@pytest.mark.parametrize(
    ("code", "pinyin", "hanzi"),
    [
        ("BL23", "Sh\u00e8nsh\u00f9", "\u80be\u4fde"),
        ("KI3", "T\u00e0ix\u012b", "\u592a\u6eaa"),
        ("KI6", "Zh\u00e0oh\u01cei", "\u7167\u6d77"),
        ("KI10", "Y\u012bng\u01d4", "\u9634\u8c37"),
        ("LR8", "Q\u016bqu\u00e1n", "\u66f2\u6cc9"),
        ("ST35", "D\u00fab\u00ed", "\u728a\u9f3b"),
        ("EX-LE4", "N\u00e8ix\u012by\u01cen", "\u5185\u819d\u773c"),
        ("EX-LE5", "X\u012by\u01cen", "\u819d\u773c"),
        ("ST34", "Li\u00e1ngqi\u016b", "\u6881\u4e18"),
        ("SP10", "Xu\u00e8h\u01cei", "\u8840\u6d77"),
        ("SP9", "Y\u012bnl\u00edngqu\u00e1n", "\u9634\u9675\u6cc9"),
        ("GB34", "Y\u00e1ngl\u00edngqu\u00e1n", "\u9633\u9675\u6cc9"),
        ("ST36", "Z\u00fas\u0101nl\u01d0", "\u8db3\u4e09\u91cc"),
        ("BL40", "W\u011bizh\u014dng", "\u59d4\u4e2d"),
        ("GB33", "X\u012by\u00e1nggu\u0101n", "\u819d\u9633\u5173"),
        ("BL57", "Ch\u00e9ngsh\u0101n", "\u627f\u5c71"),
    ],
)
def test_names_are_written_as_the_standard_has_them(code: str, pinyin: str, hanzi: str, library: Library) -> None:
    assert (library.points[code].pinyin, library.points[code].hanzi) == (pinyin, hanzi)


def test_every_point_is_found_from_a_landmark_one_can_feel_by_a_measure_of_the_hand(library: Library) -> None:
    for point in library.points.values():
        steps = {step.shows: step.words for step in point.steps}
        assert library.landmarks[point.rule.landmark] in steps[Shows.LANDMARK], point.code
        assert re.search(r"finger|thumb|hand", point.find.claim.text), point.code
        assert point.rule.direction is Direction.AT or point.rule.distance_cun >= 0.5


def test_words_ruler_and_drawing_name_the_same_landmark_and_distance(library: Library) -> None:
    for point in library.points.values():
        measure = point.rule.measure
        steps = {step.shows: step.words for step in point.steps}
        assert (Shows.MEASURE in steps) == (measure is not None), point.code
        if measure is not None:
            assert library.measures[measure.name] in steps[Shows.MEASURE], point.code
        for other in set(library.measures.values()) - {measure and library.measures[measure.name]}:
            assert other not in steps.get(Shows.MEASURE, ""), point.code
        for name in views_of(ATLAS, point.code):
            placed = ATLAS[name].placements[point.code]
            assert isinstance(placed, OnLimb) or placed == point.rule


@pytest.mark.parametrize("code", ["GB33", "GB34", "ST34", "SP10"])
def test_a_step_aside_is_said_in_words(code: str, library: Library) -> None:
    point = library.points[code]
    said = {
        Direction.LATERAL: "to the outside",
        Direction.MEDIAL: "to the inside",
        Direction.ANTERIOR: "to the front",
        Direction.POSTERIOR: "back",
    }
    assert point.rule.aside is not None
    assert f"a little {said[point.rule.aside.direction]}" in point.find.claim.text


@pytest.mark.parametrize(
    ("code", "rule", "words"),
    [
        ("ST36", Rule("lateral_knee_eye", Direction.DISTAL, 3, "ankle_crease_front"), "four fingers"),
        (
            "ST34",
            Rule("patella_base_lateral", Direction.PROXIMAL, 2, aside=LATERAL),
            "two thumbs",
        ),
        ("SP10", Rule("patella_base_medial", Direction.PROXIMAL, 2, aside=MEDIAL), "two thumbs"),
        ("KI6", Rule("medial_malleolus", Direction.DISTAL, 1), "one thumb"),
        ("BL23", Rule("L2_inferior", Direction.LATERAL, 1.5), "two fingers"),
    ],
)
def test_words_and_rule_give_the_same_measure(code: str, rule: Rule, words: str, library: Library) -> None:
    point = library.points[code]
    assert point.rule == rule
    assert words in point.find.claim.text
    assert words in point.short.lower()


def test_every_landmark_is_used_and_has_words(library: Library) -> None:
    used = {name for point in library.points.values() for name in (point.rule.landmark, point.rule.toward)}
    assert used - {None} == set(library.landmarks)


def test_the_place_of_a_point_rests_on_the_who_standard(library: Library) -> None:
    extra = {"EX-LE4"}  # the standard of 2008 lists the channels' points alone
    assert {code for code, point in library.points.items() if "who-2008" not in point.location.sources} == extra


def test_the_place_fits_the_sessions_line(library: Library) -> None:
    for point in library.points.values():
        assert len(point.short) <= 60, point.short


def test_pregnancy_is_flagged_where_it_matters(library: Library) -> None:
    ruled_out = {code for code, point in library.points.items() if Condition.PREGNANT in point.unsuitable}
    assert ruled_out == {"BL23"}
    assert "Pregnant?" in words_of(library.points["BL23"].cautions)
    for routine in library.routines.values():
        if "BL23" in {step.point for step in presses(routine)}:
            assert "Pregnant?" in words_of(routine.cautions), routine.id


@pytest.mark.parametrize(
    ("code", "word"),
    [
        ("BL40", "artery"),
        ("GB34", "tingles"),
        ("SP9", "varicose veins"),
        ("LR8", "varicose veins"),
        ("BL57", "blood clot"),
        ("BL23", "never strike"),
        ("ST34", "newly swollen"),
        ("ST35", "newly swollen"),
    ],
)
def test_what_lies_beneath_a_point_is_said(code: str, word: str, library: Library) -> None:
    assert word in words_of(library.points[code].cautions)


def test_every_point_says_where_the_skin_forbids_pressing(library: Library) -> None:
    for point in library.points.values():
        assert "broken or irritated skin" in words_of(point.cautions), point.code


def test_the_professionals_point_is_shown_and_no_routine_uses_it(library: Library) -> None:
    assert {code for code, point in library.points.items() if point.professional} == {"BL57"}
    assert "BL57" not in {step.point for routine in library.routines.values() for step in presses(routine)}
