"""Rectangles on a stage."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acutimer.ui.explore.view.boxes import Box

BOX = Box(10, 10, 60, 40)


@pytest.mark.parametrize(
    ("line", "runs_through"),
    [
        (((0, 20), (100, 20)), True),
        (((0, 5), (100, 5)), False),
        (((0, 0), (30, 30)), True),
        (((20, 20), (30, 30)), True),
        (((0, 45), (5, 0)), False),
        (((0, 0), (100, 5), (100, 60)), False),
        (((60, 20), (100, 20)), False),
    ],
)
def test_a_line_runs_through_a_box_or_beside_it(line: tuple[tuple[float, float], ...], runs_through: bool) -> None:
    assert BOX.meets_line(line) is runs_through


@given(st.tuples(st.floats(-50, 120), st.floats(-50, 120)), st.tuples(st.floats(-50, 120), st.floats(-50, 120)))
def test_a_line_with_a_place_inside_runs_through(one: tuple[float, float], other: tuple[float, float]) -> None:
    places = [(one[0] + (other[0] - one[0]) * n / 40, one[1] + (other[1] - one[1]) * n / 40) for n in range(1, 40)]
    if any(BOX.grown(-0.01).holds(place) for place in places):
        assert BOX.meets_line((one, other))


def test_boxes_that_only_touch_do_not_meet() -> None:
    assert not BOX.meets(Box(60, 10, 90, 40))
    assert BOX.meets(Box(59, 10, 90, 40))
    assert BOX.grown(-5).is_inside(BOX)
    assert not BOX.grown(1).is_inside(BOX)
