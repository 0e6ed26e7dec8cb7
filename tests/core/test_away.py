import pytest
from hypothesis import given
from hypothesis import strategies as st

from acutimer.core.away import GAP_SECONDS, Away, Watch

WATCH = Watch(monotonic=100.0, wall=5000.0)


def test_an_ordinary_tick_is_nothing() -> None:
    assert WATCH.look(100.25, 5000.25) is None


def test_two_seconds_are_still_here() -> None:
    assert WATCH.look(102.0, 5002.0) is None


def test_a_computer_that_slept_shows_on_the_wall_clock_alone() -> None:
    assert WATCH.look(100.25, 5360.0) == Away(last_good=100.0, seconds=360.0)


def test_a_program_that_stood_still_shows_on_both_clocks() -> None:
    assert WATCH.look(107.5, 5007.5) == Away(last_good=100.0, seconds=7.5)


def test_a_wall_clock_set_back_says_nothing_of_how_long() -> None:
    assert WATCH.look(100.25, 1400.0) == Away(last_good=100.0, seconds=0.25)


@pytest.mark.parametrize("drift", [-1.9, -0.5, 0.5, 1.9])
def test_a_wall_clock_that_is_nudged_is_not_away(drift: float) -> None:
    assert WATCH.look(100.05, 5000.05 + drift) is None


@given(ticked=st.floats(0, 1e5), walled=st.floats(-1e5, 1e5))
def test_away_means_a_gap_and_its_length_is_never_negative(ticked: float, walled: float) -> None:
    away = Watch(0.0, 0.0).look(ticked, walled)
    assert (away is not None) == (ticked > GAP_SECONDS or abs(walled - ticked) > GAP_SECONDS)
    assert away is None or away.seconds >= 0
