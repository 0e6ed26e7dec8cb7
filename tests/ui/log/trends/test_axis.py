from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acutimer.ui.log.trends.axis import Tick, is_free, placed, round_minutes, spaced


@pytest.mark.parametrize(
    ("most", "marks"),
    [
        (0, (0, 5, 10, 15, 20)),
        (20, (0, 5, 10, 15, 20)),
        (21, (0, 10, 20, 30)),
        (41, (0, 15, 30, 45)),
        (161, (0, 60, 120, 180)),
        (700, (0, 180, 360, 540, 720)),
        (6000, (0, 3000, 6000)),
        (100_000, (0, 30_000, 60_000, 90_000, 120_000)),
    ],
)
def test_the_marks_are_few_and_round(most: float, marks: tuple[int, ...]) -> None:
    assert round_minutes(most) == marks


@given(st.floats(0, 1e9))
def test_every_value_lies_below_the_highest_mark(most: float) -> None:
    marks = round_minutes(most)
    assert marks[-1] >= most
    assert 2 <= len(marks) <= 5
    assert marks[0] == 0


def test_labels_stay_within_the_chart() -> None:
    ticks = [Tick(0.0, "first"), Tick(0.5, "middle"), Tick(1.0, "last")]
    assert placed(ticks, [40, 50, 60], 300) == (0, 125, 240)


def test_labels_too_close_to_each_other_do_not_fit() -> None:
    assert is_free([0, 52], [40, 40], 12)
    assert not is_free([0, 51], [40, 40], 12)
    assert is_free([], [], 12)


def test_sessions_of_one_day_stand_beside_each_other() -> None:
    assert spaced([50, 50, 50, 200], 10, 300) == (50, 60, 70, 200)
    assert spaced([295, 299, 300], 10, 300) == (275, 285, 295)


@given(st.lists(st.floats(0, 400), max_size=80), st.floats(1, 30))
def test_nothing_is_pushed_out_or_past_another(places: list[float], least: float) -> None:
    moved = spaced(sorted(places), least, 400)
    apart = min(least, 400 / max(1, len(places)))
    assert len(moved) == len(places)
    assert all(0 <= place <= 400 for place in moved)
    assert all(after - before >= apart - 1e-6 for before, after in pairwise(moved))
