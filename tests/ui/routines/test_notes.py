import pytest

from acutimer import paths
from acutimer.content.library import Library, load_library
from acutimer.core.routines import Schedule
from acutimer.ui.routines.notes import how_often, sources, step_cautions


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library(paths.resources() / "content" / "en")


def test_the_cautions_of_steps_are_told_once_with_all_their_steps(library: Library) -> None:
    told = step_cautions(library.routines["circulation-and-joints"], library)
    assert "LR8: A long vein runs under the skin here. Never press on varicose veins." in told
    assert len(told) == len(set(told))


def test_what_the_routine_says_itself_is_not_said_again(library: Library) -> None:
    routine = library.routines["daily-strength"]
    said = {claim.text for claim in routine.cautions}
    assert any("Stop, sit down" in text for text in said)
    assert not any(text in words for words in step_cautions(routine, library) for text in said)


def test_a_source_is_named_and_so_is_what_we_chose(library: Library) -> None:
    assert sources(library.routines["knee-pain-press"], library).startswith("Source: TCM Tips, walking.")
    assert "we chose" in sources(library.routines["qigong-knee-massage"], library)
    assert "we chose" not in sources(library.routines["balance-points"], library)


@pytest.mark.parametrize(
    ("schedule", "words"),
    [
        (Schedule(times_a_day_min=1, times_a_day_max=2, for_hours=48), "1 to 2 times a day for 48\u00a0h"),
        (Schedule(times_a_day_min=1, times_a_day_max=1), "Once a day"),
        (Schedule(times_a_day_min=3, times_a_day_max=3), "3 times a day"),
    ],
)
def test_how_often_a_routine_is_advised(schedule: Schedule, words: str) -> None:
    assert how_often(schedule) == words
