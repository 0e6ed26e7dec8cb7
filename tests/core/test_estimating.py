from math import exp, lgamma, pi, sqrt
from random import Random
from statistics import mean, stdev

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acutimer.core.estimating import LEAST_SESSIONS, Change, TooFew, change, student_t

# the two-sided 5 % points as any table of Student's t has them
TABLE = {
    7: 2.365,
    8: 2.306,
    9: 2.262,
    10: 2.228,
    11: 2.201,
    12: 2.179,
    13: 2.160,
    14: 2.145,
    15: 2.131,
    16: 2.120,
    17: 2.110,
    18: 2.101,
    19: 2.093,
    20: 2.086,
    22: 2.074,
    25: 2.060,
    30: 2.042,
    40: 2.021,
    50: 2.009,
    60: 2.000,
    80: 1.990,
    100: 1.984,
    120: 1.980,
    1000: 1.962,
}
RATINGS = st.integers(0, 10)
PAIRS = st.lists(st.tuples(RATINGS, RATINGS), min_size=LEAST_SESSIONS, max_size=200)


def told(pairs: list[tuple[int, int]]) -> Change:
    found = change(pairs)
    assert isinstance(found, Change)
    return found


@pytest.mark.parametrize(("degrees", "value"), TABLE.items())
def test_the_quantile_is_that_of_the_tables(degrees: int, value: float) -> None:
    assert round(student_t(0.975, degrees), 3) == value
    assert student_t(0.025, degrees) == pytest.approx(-student_t(0.975, degrees))


@pytest.mark.parametrize("degrees", [7, 8, 11, 17, 28, 64, 250, 1000])
def test_so_much_of_students_distribution_lies_below_the_quantile(degrees: int) -> None:
    height = exp(lgamma((degrees + 1) / 2) - lgamma(degrees / 2)) / sqrt(degrees * pi)
    end, steps = student_t(0.975, degrees), 2000  # Simpson's rule, from the middle on
    density = [height * (1 + (end * k / steps) ** 2 / degrees) ** (-(degrees + 1) / 2) for k in range(steps + 1)]
    area = end / steps / 3 * (density[0] + density[-1] + 4 * sum(density[1:-1:2]) + 2 * sum(density[2:-1:2]))
    assert area == pytest.approx(0.475, abs=5e-6)


@pytest.mark.parametrize(("probability", "degrees"), [(0.975, 6), (0.975, 0), (0.99, 20), (0.01, 20), (1.0, 20)])
def test_where_the_quantile_would_be_wrong_it_is_refused(probability: float, degrees: int) -> None:
    with pytest.raises(ValueError, match="the expansion"):
        student_t(probability, degrees)


@pytest.mark.parametrize("sessions", range(LEAST_SESSIONS))
def test_below_eight_sessions_nothing_is_estimated(sessions: int) -> None:
    assert change([(5, 2)] * sessions) == TooFew(sessions)


def test_an_example_worked_by_hand() -> None:
    # changes -2 -1 -1 0 -3 -1 -2 -2: mean -1.5, sum of squares about it 6, so the standard error is sqrt(6 / 7 / 8)
    pairs = [(5, 3), (4, 3), (6, 5), (3, 3), (7, 4), (5, 4), (6, 4), (8, 6)]
    found = told(pairs)
    assert (found.sessions, found.mean) == (8, -1.5)
    assert found.low == pytest.approx(-1.5 - 2.3646 * 0.32733, abs=1e-4)
    assert found.high == pytest.approx(-1.5 + 2.3646 * 0.32733, abs=1e-4)


@given(RATINGS, RATINGS, st.integers(LEAST_SESSIONS, 300))
def test_equal_changes_leave_no_doubt_and_divide_by_nothing(before: int, after: int, sessions: int) -> None:
    assert told([(before, after)] * sessions) == Change(sessions, after - before, after - before, after - before)


@given(PAIRS)
def test_the_interval_is_students_about_the_mean(pairs: list[tuple[int, int]]) -> None:
    found = told(pairs)
    changes = [after - before for before, after in pairs]
    margin = student_t(0.975, len(pairs) - 1) * stdev(changes) / sqrt(len(pairs))
    assert found.sessions == len(pairs)
    assert found.mean == pytest.approx(mean(changes))
    assert found.low == pytest.approx(max(-10.0, found.mean - margin))
    assert found.high == pytest.approx(min(10.0, found.mean + margin))
    assert -10 <= found.low <= found.mean <= found.high <= 10


@given(PAIRS)
def test_before_and_after_exchanged_turn_the_change_round(pairs: list[tuple[int, int]]) -> None:
    there, back = told(pairs), told([(after, before) for before, after in pairs])
    assert (back.mean, back.low, back.high) == pytest.approx((-there.mean, -there.high, -there.low))


@given(PAIRS, st.randoms(use_true_random=False))
def test_the_order_of_the_sessions_does_not_matter(pairs: list[tuple[int, int]], chance: Random) -> None:
    mixed = list(pairs)
    chance.shuffle(mixed)
    assert change(mixed) == change(pairs)


@given(PAIRS)
def test_the_same_seen_four_times_as_often_is_surer(pairs: list[tuple[int, int]]) -> None:
    once, often = told(pairs), told(pairs * 4)
    assert often.mean == pytest.approx(once.mean)
    assert often.high - often.low <= once.high - once.low
