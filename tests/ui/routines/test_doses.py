from dataclasses import replace

import pytest

from acutimer import paths
from acutimer.content.library import Library, load_library
from acutimer.core.fitting import plan
from acutimer.core.planning import Choices
from acutimer.core.routines import PressStep, Routine, Step
from acutimer.core.sides import Side, Sides
from acutimer.ui.routines.doses import each_side, lines_of
from tests.unprofiled import UNPROFILED


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library(paths.resources() / "content" / "en")


def told(library: Library, routine: str, step: int, first: Side = Side.LEFT) -> tuple[str, str, str, str]:
    lines = lines_of(library.routines[routine].steps[step], library, first)
    return (lines.code, lines.name, lines.dose, lines.time)


def test_a_press_that_ends_in_circles_tells_both_times(library: Library) -> None:
    words = told(library, "knee-pain-press", 1)
    assert words == ("SP9", "Yin Mound Spring", "Press firmly 1:30, circle 0:30; left, then right", "2:00 each")


def test_the_side_that_comes_first_is_told_first(library: Library) -> None:
    assert told(library, "knee-pain-press", 1, Side.RIGHT)[2].endswith("right, then left")


def test_a_wait_tells_what_to_do_meanwhile(library: Library) -> None:
    assert told(library, "knee-pain-press", 0)[1:] == (
        "Settle and find the points", "Sit with your knees bent", "Waits for you"
    )  # fmt: skip


def test_a_press_that_circles_all_along_is_gentle_circles(library: Library) -> None:
    assert told(library, "post-workout-recovery", 3)[2] == "Gentle circles; left, then right"


def test_both_hands_at_once_have_one_time(library: Library) -> None:
    assert told(library, "balance-points", 0)[2:] == ("Press gently; both at once", "2:00")


def test_sets_and_their_time_leave_out_the_rests(library: Library) -> None:
    assert told(library, "daily-strength", 0) == ("", "Heel raises", "2 sets of 20", "4:00")


def test_pats_tell_their_beat(library: Library) -> None:
    dose = "9 front and back, 9 on the two sides, 3 times; left, then right"
    assert told(library, "qigong-knee-massage", 4)[2:] == (dose, "0:38 each")


def test_a_step_that_waits_says_so(library: Library) -> None:
    assert told(library, "walk-and-soak", 4)[2:] == ("Rest your feet in warm water; starts when you are ready", "10:00")


def test_every_step_of_every_routine_has_words_without_a_loose_end(library: Library) -> None:
    for routine in library.routines.values():
        for step in routine.steps:
            lines = lines_of(step, library, Side.LEFT)
            assert all((lines.name, lines.dose, lines.time)), step
            assert "{" not in lines.spoken, step
            assert "%" not in lines.spoken, step


def of(library: Library, *steps: Step) -> Routine:
    return replace(library.routines["knee-pain-press"], steps=steps)


def test_what_each_side_gets_is_one_time_or_a_range(library: Library) -> None:
    press = library.routines["knee-pain-press"].steps[1]
    assert isinstance(press, PressStep)
    shorter = replace(press, dose=replace(press.dose, seconds=60), circle_seconds=0)
    assert each_side(plan(of(library, press), Choices(), UNPROFILED)) == "2:00 each side"
    assert each_side(plan(of(library, press, shorter), Choices(), UNPROFILED)) == "1:00\u20132:00 each"
    assert each_side(plan(of(library, replace(press, sides=Sides.BOTH)), Choices(), UNPROFILED)) == ""
