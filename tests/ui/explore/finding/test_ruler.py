"""Which measures read well as digits, and where the digits lie."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acutimer.core.points import HAND_MEASURES, Measure
from acutimer.ui.explore.finding.ruler import Ruler, reads_well, ruler
from acutimer.ui.explore.marking.labels import Box

ROOM = Box(108, 24, 508, 640)
FOUR, TWO_THUMBS, THUMB = Measure("finger", 4), Measure("thumb", 2), Measure("thumb", 1)
CUNS = sorted(HAND_MEASURES)


def test_the_measures_are_those_of_the_who() -> None:
    named = {cun: measure.name for cun, measure in HAND_MEASURES.items()}
    assert named == {1.0: "1 thumb", 1.5: "2 fingers", 2.0: "2 thumbs", 3.0: "4 fingers"}


@pytest.mark.parametrize("cun", CUNS)
@pytest.mark.parametrize("degrees", [0, 30, 90, 200])
def test_a_way_in_its_true_length_reads_well_in_any_direction(cun: float, degrees: int) -> None:
    turn = math.radians(degrees)
    end = (100 + 43 * cun * math.cos(turn), 100 + 43 * cun * math.sin(turn))
    assert reads_well(HAND_MEASURES[cun], cun, (100, 100), end, 43)


def test_a_foreshortened_way_does_not_read_well() -> None:
    assert not reads_well(FOUR, 3, (100, 100), (100, 200), 43)


def test_digits_too_thin_to_tell_apart_do_not_read_well() -> None:
    assert not reads_well(FOUR, 3, (100, 100), (100, 130), 10)


@given(st.sampled_from(CUNS), st.tuples(st.floats(60, 400), st.floats(60, 300)), st.floats(40, 160), st.floats(0, 6.28))
def test_the_digits_fill_the_way_from_landmark_to_point(
    cun: float, start: tuple[float, float], length: float, turn: float
) -> None:
    measure = HAND_MEASURES[cun]
    end = (start[0] + length * math.cos(turn), start[1] + length * math.sin(turn))
    across = (-math.sin(turn), math.cos(turn))
    laid = ruler(measure, start, end, across, edge_px=40, room=ROOM)
    assert laid.tick(0) == start
    assert laid.tick(measure.count) == pytest.approx(end)
    assert laid.digit_px * measure.count == pytest.approx(length)
    for index in range(measure.count):
        tip, middle = laid.tip(index), laid.tick(index + 0.5)
        towards_the_hand = (tip[0] - middle[0]) * across[0] + (tip[1] - middle[1]) * across[1]
        assert towards_the_hand < 0  # each tip covers the way
        assert laid.box.left - 1e-6 <= tip[0] <= laid.box.right + 1e-6
        assert laid.box.top - 1e-6 <= tip[1] <= laid.box.bottom + 1e-6


def laid_from(across: tuple[float, float], edge_px: float, start: tuple[float, float] = (300, 200)) -> Ruler:
    end = (start[0] + 120 * abs(across[1]), start[1] + 120 * abs(across[0]))
    return ruler(FOUR, start, end, across, edge_px=edge_px, room=ROOM)


def test_the_hand_comes_from_the_side_it_is_told() -> None:
    from_the_left, from_the_right = laid_from((-1, 0), 50), laid_from((1, 0), 50)
    assert (from_the_left.outward, from_the_right.outward) == (-1, 1)
    assert from_the_left.box.left < 300 - 50 < 300 < from_the_left.box.right
    assert from_the_right.box.right > 300 + 50 > 300 > from_the_right.box.left
    assert from_the_left.is_level
    assert not laid_from((0, 1), 50).is_level
    assert laid_from((0, 1), 50).outward == 1


def test_the_bracket_stands_outside_the_limb_and_leaves_room_for_its_words() -> None:
    free = laid_from((-1, 0), 60)
    assert free.bracket_px > free.edge_px
    assert free.edge_px < free.numbers_px < free.bracket_px
    narrow = laid_from((-1, 0), 60, start=(150, 200))
    assert narrow.tick(2, narrow.bracket_px)[0] == pytest.approx(ROOM.left)
    assert 0 < narrow.numbers_px < narrow.bracket_px


def test_thumbs_lie_tip_beside_tip_and_fingers_as_they_grow() -> None:
    thumbs = ruler(TWO_THUMBS, (300, 200), (300, 300), (1, 0), edge_px=50, room=ROOM)
    assert thumbs.tip(0)[0] == pytest.approx(thumbs.tip(1)[0])
    fingers = laid_from((1, 0), 50)
    index, middle, ring, little = (fingers.tip(number)[0] for number in range(4))
    assert middle < index
    assert middle < ring < little


def test_one_thumb_is_one_digit_as_wide_as_the_way() -> None:
    assert ruler(THUMB, (300, 200), (300, 243), (1, 0), edge_px=50, room=ROOM).digit_px == pytest.approx(43)
