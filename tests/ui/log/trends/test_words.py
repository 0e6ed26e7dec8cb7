from collections.abc import Callable

import pytest

from acutimer.core.estimating import Change, TooFew
from acutimer.ui.log.trends.words import change_words, level, on_days, sides_words

TAIL = " Many things can change how you feel; this does not show what did."


def test_the_days_are_told_with_the_time() -> None:
    assert on_days(0, 0) == "none"
    assert on_days(600, 1) == "10\u00a0min on 1\u00a0day"
    assert on_days(6000, 4) == "1\u00a0h\u00a040\u00a0min on 4\u00a0days"


def test_numbers_are_written_as_the_system_writes_them(speak: Callable[[str], None]) -> None:
    assert (level(4), level(4.0), level(0.25)) == ("4", "4.0", "0.3")
    speak("de_DE")
    assert level(4.6) == "4,6"
    assert "zwischen" not in change_words(Change(9, -1.0, -2.04, -0.3))
    assert "between 0,3 and 2,0 lower" in change_words(Change(9, -1.0, -2.04, -0.3))


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (
            Change(23, -1.2, -1.8, -0.6),
            "Afterwards it was 1.2 lower on average; the true mean change is likely between 0.6 and 1.8 lower.",
        ),
        (
            Change(23, 1.2, 0.6, 1.8),
            "Afterwards it was 1.2 higher on average; the true mean change is likely between 0.6 and 1.8 higher.",
        ),
        (
            Change(23, -0.3, -0.9, 0.4),
            "Afterwards it was 0.3 lower on average; the true mean change is likely between 0.9 lower and 0.4 higher,"
            " so it could be none.",
        ),
        (
            Change(23, 0.02, -0.9, 0.94),
            "Afterwards it was about the same on average; the true mean change is likely between 0.9 lower and 0.9"
            " higher, so it could be none.",
        ),
        (
            Change(400, -0.2, -0.38, -0.02),
            "Afterwards it was 0.2 lower on average; the true mean change is likely between none and 0.4 lower.",
        ),
        (
            Change(400, 0.2, 0.02, 0.38),
            "Afterwards it was 0.2 higher on average; the true mean change is likely between none and 0.4 higher.",
        ),
        (
            Change(9000, -0.01, -0.03, 0.02),
            "Afterwards it was about the same on average; the true mean change is likely smaller than 0.1, or none.",
        ),
        (
            Change(9000, -1.0, -1.02, -0.98),
            "Afterwards it was 1.0 lower on average; the true mean change is likely about 1.0 lower.",
        ),
        (
            Change(9000, 1.0, 0.98, 1.02),
            "Afterwards it was 1.0 higher on average; the true mean change is likely about 1.0 higher.",
        ),
        (Change(8, -2.0, -2.0, -2.0), "Afterwards it was 2 lower every time."),
        (Change(8, 1.0, 1.0, 1.0), "Afterwards it was 1 higher every time."),
        (Change(8, 0.0, 0.0, 0.0), "Afterwards it was the same every time."),
    ],
)
def test_a_change_is_told_with_how_sure_it_is_and_higher_as_calmly_as_lower(found: Change, words: str) -> None:
    assert change_words(found) == f"In {found.sessions} sessions you rated both. {words}{TAIL}"


@pytest.mark.parametrize(
    ("sessions", "words"),
    [
        (0, "Too few to tell: none of the 8 sessions this needs was rated both before and after."),
        (1, "Too few to tell: 1 of the 8 sessions this needs was rated before and after."),
        (5, "Too few to tell: 5 of the 8 sessions this needs were rated before and after."),
    ],
)
def test_too_few_sessions_are_told_as_that(sessions: int, words: str) -> None:
    assert change_words(TooFew(sessions)) == words


@pytest.mark.parametrize(
    ("left", "right", "words"),
    [
        (600, 600, "Both sides had about the same."),
        (600, 480, "Both sides had about the same."),
        (600, 470, "Your right side had a fifth less than your left."),
        (600, 450, "Your right side had a quarter less than your left."),
        (400, 600, "Your left side had a third less than your right."),
        (600, 300, "Your right side had half as much as your left."),
        (200, 600, "Your left side had a third of what your right had."),
        (600, 150, "Your right side had a quarter of what your left had."),
        (10, 600, "Your left side had very little beside your right."),
        (600, 0, "Your right side had nothing."),
        (0, 600, "Your left side had nothing."),
        (0, 0, "Nothing was practised on one side alone or on both in this time."),
    ],
)
def test_sides_that_differ_by_more_than_a_fifth_are_told(left: float, right: float, words: str) -> None:
    assert sides_words(left, right) == words
