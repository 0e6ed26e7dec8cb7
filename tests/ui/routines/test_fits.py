from dataclasses import replace

import pytest

from acutimer import paths
from acutimer.content.library import Library, load_library
from acutimer.core.settings import Settings
from acutimer.ui.routines.fits import fit_to, fits, span_minutes, told_dropped
from tests.unprofiled import UNPROFILED


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library(paths.resources() / "content" / "en")


def test_a_routine_can_be_had_in_five_or_ten_minutes_or_in_full(library: Library) -> None:
    offered = fits(library.routines["knee-pain-press"], Settings(), UNPROFILED)
    assert [fit.label for fit in offered] == ["5\u00a0min", "10\u00a0min", "Full, 13\u00a0min"]
    assert [fit.minutes for fit in offered] == [5, 10, None]
    assert offered[-1].detail(library) == "2:00 each side"


def test_only_lengths_that_differ_are_offered(library: Library) -> None:
    assert [fit.minutes for fit in fits(library.routines["balance-points"], Settings(), UNPROFILED)] == [5, None]
    short = replace(library.routines["balance-points"], steps=library.routines["balance-points"].steps[:1])
    assert [fit.minutes for fit in fits(short, Settings(), UNPROFILED)] == [None]


def test_a_length_is_told_as_it_really_is(library: Library) -> None:
    shortest = fits(library.routines["qigong-knee-massage"], Settings(), UNPROFILED)[0]
    assert shortest.minutes == 5
    assert shortest.plan.seconds > 300
    assert shortest.label == f"{round(shortest.plan.seconds / 60)}\u00a0min"


def test_what_is_left_out_is_named(library: Library) -> None:
    shortest, *_, full = fits(library.routines["knee-pain-press"], Settings(), UNPROFILED)
    assert told_dropped(shortest, library) == "To fit 5\u00a0min this does without: Yang Mound Spring."
    assert told_dropped(full, library) == ""


def test_a_walk_at_ones_own_pace_comes_on_top(library: Library) -> None:
    assert all(
        fit.detail(library) == "and your walk"
        for fit in fits(library.routines["walk-and-soak"], Settings(), UNPROFILED)
    )


def test_repetitions_are_counted_where_nothing_is_pressed(library: Library) -> None:
    assert fits(library.routines["daily-strength"], Settings(), UNPROFILED)[-1].detail(library) == "60 repetitions"
    assert fits(library.routines["backward-treadmill"], Settings(), UNPROFILED)[-1].detail(library) == "6 steps"


def test_any_number_of_minutes_between_the_shortest_and_the_full_can_be_asked_for(library: Library) -> None:
    for routine in library.routines.values():
        fewest, full = span_minutes(routine, Settings(), UNPROFILED)
        assert fewest <= full
        for asked in range(fewest, full):
            assert fit_to(asked, routine, Settings(), UNPROFILED).plan.seconds <= asked * 60
    assert span_minutes(library.routines["knee-pain-press"], Settings(), UNPROFILED) == (3, 13)
