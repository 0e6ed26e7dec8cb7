"""What is to be mended, in words."""

import pytest

from acutimer import paths
from acutimer.content.library import load_library
from acutimer.core.drafting import Draft
from acutimer.core.judging import Problem, ProblemKind
from acutimer.ui.editor.problem_words import repair, sentence, short

LIBRARY = load_library(paths.resources() / "content" / "en")
MENDED = Draft(id="own-1")
NBSP = "\u00a0"
TOLD: dict[ProblemKind, tuple[float | str | None, float | str | None]] = {
    ProblemKind.NAME_MISSING: (None, None),
    ProblemKind.NAME_TAKEN: ("Evening", "Evening 2"),
    ProblemKind.NO_STEPS: (None, None),
    ProblemKind.ONLY_RESTS: (None, None),
    ProblemKind.NO_POSTURE: (None, "seated"),
    ProblemKind.UNKNOWN: ("ST99", None),
    ProblemKind.PROFESSIONAL: ("BL57", None),
    ProblemKind.SWITCH_TOO_SHORT: (2, 8),
    ProblemKind.TOO_LONG: (600, 180),
    ProblemKind.TOO_SHORT: (5, 30),
    ProblemKind.RHYTHM_TOO_SLOW: (90, 60),
    ProblemKind.TOO_FAST: (1, 6),
    ProblemKind.BREATHS_TOO_FAST: (3, 10),
    ProblemKind.SAY_TOO_LONG: (40, 34),
    ProblemKind.WHOLE_TOO_LONG: (40_000, 36_000),
}


def problem(kind: ProblemKind, *, is_mended: bool = True) -> Problem:
    value, wanted = TOLD[kind]
    return Problem(kind, 0, "say", value, wanted, MENDED if is_mended else None)


@pytest.mark.parametrize("kind", ProblemKind)
def test_every_problem_is_told_calmly_and_whole(kind: ProblemKind) -> None:
    told = problem(kind)
    for words in (short(told), sentence(told, LIBRARY), repair(told)):
        assert words
        assert "!" not in words
        assert "{" not in words
        assert "None" not in words
    assert sentence(told, LIBRARY).endswith(".")
    assert not short(told).endswith(".")


@pytest.mark.parametrize("kind", ProblemKind)
def test_what_only_the_user_can_mend_has_no_button(kind: ProblemKind) -> None:
    assert repair(problem(kind, is_mended=False)) == ""


def test_the_designs_own_words() -> None:
    told = problem(ProblemKind.SWITCH_TOO_SHORT)
    assert short(told) == "Time to switch sides is too short"
    assert sentence(told, LIBRARY) == "Two seconds is too short to move your hand. Five or more works well."
    assert repair(told) == "Make it 8 seconds"


@pytest.mark.parametrize(
    ("seconds", "begins"), [(0, "You need a moment"), (1, "One second is too short"), (4, "Four seconds is too short")]
)
def test_no_time_and_one_second_read_well_too(seconds: int, begins: str) -> None:
    told = Problem(ProblemKind.SWITCH_TOO_SHORT, 0, "changeover_seconds", seconds, 8, MENDED)
    assert sentence(told, LIBRARY).startswith(begins)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(180, f"Make it 3{NBSP}min"), (45, f"Make it 45{NBSP}s"), (90, f"Make it 1:30{NBSP}min")],
)
def test_lengths_read_as_one_says_them(seconds: int, words: str) -> None:
    assert repair(Problem(ProblemKind.TOO_LONG, 0, "dose", 999, seconds, MENDED)) == words


def test_a_point_is_told_by_its_name() -> None:
    name = LIBRARY.name_of("BL57")
    assert sentence(problem(ProblemKind.PROFESSIONAL), LIBRARY).startswith(name)


def test_what_a_file_calls_a_step_is_text_and_never_a_pattern() -> None:
    told = Problem(ProblemKind.UNKNOWN, 0, "", "{0} <b>ST</b>", None, MENDED)
    assert "\u201c{0} <b>ST</b>\u201d" in sentence(told, LIBRARY)
