from datetime import date

import pytest

from acutimer.core.totals import DayTotal
from acutimer.ui.log.days.day_words import day_name, day_total, told, whole_day_name

DAY = date(2026, 11, 20)


def test_a_day_has_a_name_a_short_one_and_a_whole_one() -> None:
    assert day_name(DAY) == "Friday 20\u00a0November"
    assert day_name(DAY, is_short=True) == "Fri 20\u00a0Nov"
    assert whole_day_name(DAY) == "Friday 20\u00a0November\u00a02026"


@pytest.mark.parametrize(
    ("total", "words"),
    [
        (None, "Rest"),
        (DayTotal(0.0, 0), "Rest"),
        (DayTotal(1080, 2), "two sessions, 18\u00a0min"),
        (DayTotal(45, 1), "one session, 45\u00a0s"),
        (DayTotal(0.0, 1), "one session"),
        (DayTotal(4800, 12), "twelve sessions, 1\u00a0h\u00a020\u00a0min"),
    ],
)
def test_what_was_done_is_told_in_words(total: DayTotal | None, words: str) -> None:
    assert day_total(total) == words


def test_where_only_some_sessions_are_asked_for_a_day_without_them_is_no_rest() -> None:
    assert day_total(None, is_part=True) == "nothing found"
    assert day_total(DayTotal(600, 1), is_part=True) == "one session, 10\u00a0min"


def test_many_sessions_are_told_in_digits() -> None:
    assert day_total(DayTotal(600, 13)) == "13 sessions, 10\u00a0min"


def test_a_sentence_is_the_day_and_what_was_done() -> None:
    assert told(day_name(DAY), "Rest") == "Friday 20\u00a0November: Rest"
    assert told(day_name(DAY), "") == "Friday 20\u00a0November"
