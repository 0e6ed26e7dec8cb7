"""From marker to marker by the arrows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acutimer.ui.explore.marking.walking import LEAST_PX, toward

RIGHT, LEFT, UP, DOWN = (1.0, 0.0), (-1.0, 0.0), (0.0, -1.0), (0.0, 1.0)
SPOTS = [(100.0, 100.0), (200.0, 105.0), (150.0, 240.0), (400.0, 100.0)]


@pytest.mark.parametrize(("direction", "found"), [(RIGHT, 1), (DOWN, 2), (LEFT, None), (UP, None)])
def test_an_arrow_leads_to_the_nearest_that_way(direction: tuple[float, float], found: int | None) -> None:
    assert toward(SPOTS, 0, direction) == found


def test_what_lies_straight_ahead_comes_before_what_is_nearer_but_aside() -> None:
    assert toward([(0, 0), (30, 100), (150, 0)], 0, RIGHT) == 2
    assert toward([(0, 0), (60, 80), (150, 0)], 0, RIGHT) == 2


def test_where_nothing_lies_ahead_what_lies_aside_is_better_than_nothing() -> None:
    assert toward([(0, 0), (10, 300)], 0, RIGHT) == 1


@given(
    st.lists(st.tuples(st.floats(0, 600), st.floats(0, 800)), min_size=1, max_size=11),
    st.sampled_from([RIGHT, LEFT, UP, DOWN]),
)
def test_an_arrow_never_leads_backwards(spots: list[tuple[float, float]], direction: tuple[float, float]) -> None:
    there = toward(spots, 0, direction)
    ahead = [(x - spots[0][0]) * direction[0] + (y - spots[0][1]) * direction[1] for x, y in spots]
    assert (there is None) == (max(ahead) <= LEAST_PX)
    assert there is None or ahead[there] > 0
