from collections.abc import Callable
from datetime import date, datetime

import pytest

from acutimer.ui.log.numbers import (
    amount,
    clock_time,
    continuity_words,
    date_words,
    number,
    practised,
    sessions,
)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "none"),
        (0.4, "none"),
        (1, "1\u00a0s"),
        (59.4, "59\u00a0s"),
        (59.6, "1\u00a0min"),
        (89, "1\u00a0min"),
        (90, "2\u00a0min"),
        (3569, "59\u00a0min"),
        (3570, "1\u00a0h"),
        (3660, "1\u00a0h\u00a01\u00a0min"),
        (11_400, "3\u00a0h\u00a010\u00a0min"),
        (359_900, "99\u00a0h\u00a058\u00a0min"),
        (361_900, "101\u00a0h"),
        (4_291_200, "1192\u00a0h"),
    ],
)
def test_a_length_is_told_as_exactly_as_that_says_something(seconds: float, words: str) -> None:
    assert practised(seconds) == words


@pytest.mark.parametrize(
    ("seconds", "told"),
    [(0, "none"), (0.4, "none"), (45, "45\u00a0s"), (59.9, "1\u00a0min"), (60, "1\u00a0min"), (9000, "150\u00a0min")],
)
def test_amounts_in_a_column_are_never_hours(seconds: float, told: str) -> None:
    assert amount(seconds) == told


def test_continuity_is_a_fact_and_rest_no_fault() -> None:
    assert [continuity_words(days) for days in (0, 1, 4, 7)] == [
        "The last 7 days were for rest.",
        "You practised on 1 of the last 7 days.",
        "You practised on 4 of the last 7 days.",
        "You practised on 7 of the last 7 days.",
    ]


def test_days_and_times_are_written_as_the_system_writes_them() -> None:
    assert date_words(date(2026, 11, 12), has_year=False) == "12\u00a0Nov"
    assert date_words(date(2026, 11, 12), has_year=True) == "12\u00a0Nov\u00a02026"
    assert clock_time(datetime.fromisoformat("2026-11-12T07:05:00+01:00")) == "07:05"
    assert (sessions(0), sessions(1), sessions(12)) == ("0 sessions", "1 session", "12 sessions")


def test_large_numbers_are_grouped_as_the_system_groups_them(speak: Callable[[str], None]) -> None:
    speak("de_DE")
    assert (number(1412), practised(4_291_200), amount(90_000)) == ("1.412", "1.192\u00a0h", "1.500\u00a0min")
    assert sessions(1412) == "1.412 sessions"
