"""Which measures read well as fingers, and where the fingers lie."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acutimer.ui.explore.labels import Box
from acutimer.ui.explore.ruler import FINGERS, reads_well, ruler

ROOM = Box(108, 0, 508, 640)


def test_the_measures_are_those_of_the_who() -> None:
    assert FINGERS == {1.0: 1, 1.5: 2, 2.0: 3, 3.0: 4}


@pytest.mark.parametrize("cun", sorted(FINGERS))
def test_a_way_along_the_limb_in_its_true_length_reads_well(cun: float) -> None:
    assert reads_well(cun, (100, 100), (100, 100 + 43 * cun), 43)


@pytest.mark.parametrize("cun", [0.0, 0.5, 2.5, 5.0])
def test_what_is_no_measure_in_fingers_has_no_ruler(cun: float) -> None:
    assert not reads_well(cun, (100, 100), (100, 100 + 43 * cun), 43)


def test_a_foreshortened_way_does_not_read_well() -> None:
    assert not reads_well(3, (100, 100), (100, 200), 43)


def test_a_way_across_the_fingers_does_not_read_well() -> None:
    assert not reads_well(2, (100, 100), (161, 161), 43)


def test_fingers_too_thin_to_tell_apart_do_not_read_well() -> None:
    assert not reads_well(3, (100, 100), (100, 130), 10)


@given(st.sampled_from(sorted(FINGERS)), st.floats(60, 400), st.floats(60, 300), st.floats(100, 160))
def test_the_fingers_fill_the_way_from_landmark_to_point(cun: float, x: float, y: float, length: float) -> None:
    laid = ruler(cun, (x, y), (x, y + length), Box(50, y, 450, y + length), ROOM)
    assert laid.edge(0) == y
    assert laid.edge(laid.fingers) == pytest.approx(y + length)
    assert laid.finger_px * laid.fingers == pytest.approx(length)
    assert laid.tick(laid.fingers) == pytest.approx((x, y + length))


def test_the_hand_comes_over_the_nearest_edge_and_reaches_past_the_way() -> None:
    from_the_left = ruler(3, (250, 200), (250, 320), Box(200, 200, 400, 320), ROOM)
    assert from_the_left.outward == -1
    assert from_the_left.far < from_the_left.bracket < 200
    assert from_the_left.tip > 250
    from_the_right = ruler(3, (350, 200), (350, 320), Box(200, 200, 400, 320), ROOM)
    assert from_the_right.outward == 1
    assert from_the_right.bracket > 400
    assert from_the_right.tip < 350


def test_the_bracket_leaves_room_for_its_words() -> None:
    laid = ruler(3, (150, 200), (150, 320), Box(100, 200, 300, 320), ROOM)
    assert laid.bracket == ROOM.left
    assert laid.bracket < laid.numbers < 150


def test_beside_the_spine_the_fingers_stand_upright_below_the_way() -> None:
    laid = ruler(1.5, (300, 250), (255, 250), Box(100, 250, 500, 250), ROOM)
    assert not laid.is_level
    assert laid.tip < 250 < laid.bracket
    assert laid.edge(0) == 300
    assert laid.edge(2) == 255
