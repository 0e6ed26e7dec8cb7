"""What a row shows of its step."""

from dataclasses import replace

import pytest

from acutimer import paths
from acutimer.content.library import load_library
from acutimer.core.points import Dose
from acutimer.core.routines import BreathsStep, PatsStep, RepsStep, Step, TechniqueStep, Tempo, WaitStep
from acutimer.core.sides import Side, Sides
from acutimer.ui.editor.row_words import StepRow, row_of
from tests.ui.editor.desk_hands import press, rest

LIBRARY = load_library(paths.resources() / "content" / "en")


def row(step: Step, seconds: float | None = None, first_side: Side = Side.LEFT) -> StepRow:
    return row_of(step, seconds, LIBRARY, first_side)


def raises(reps: int = 20, sets: int = 1, sides: Sides = Sides.BOTH) -> RepsStep:
    return RepsStep(
        say="Lift your heels",
        source="own",
        exercise="heel-raises",
        reps=reps,
        min_reps=1,
        max_reps=30,
        tempo=Tempo(2, 1, 3),
        sets=sets,
        sides=sides,
    )


WALK = TechniqueStep(
    say="Walk slowly",
    source="own",
    technique="knee-kneading",
    dose=Dose(seconds=300, min_seconds=60, max_seconds=600, source="own"),
)


def test_a_point_has_its_code_its_name_its_sides_and_its_whole_time() -> None:
    told = row(press(seconds=90), 196)
    assert (told.code, told.name, told.dose, told.time) == (
        "ST36",
        "Leg Three Miles",
        "Left, then right, 1:30 each",
        "3:16",
    )
    assert told.spoken == "ST36 Leg Three Miles, Left, then right, 1:30 each, 3:16"


@pytest.mark.parametrize(
    ("step", "dose"),
    [
        (replace(press(), sides=Sides.BOTH), "Both sides at once, 1:00"),
        (replace(press(), sides=Sides.LEFT), "Left only, 1:00"),
        (replace(press(), sides=Sides.RIGHT, optional=True), "Right only, 1:00, optional"),
        (replace(press(), waits=True), "Left, then right, 1:00 each, waits for you first"),
        (WALK, "5:00"),
        (
            PatsStep(say="Pat", source="own", technique="empty-palm-patting"),
            "Left, then right, 9 front and back, 9 on the two sides, 3 times",
        ),
        (raises(), "20 times"),
        (raises(1), "Once"),
        (raises(10, 3), "3 sets of 10"),
        (raises(10, 2, Sides.EACH), "Left, then right, 2 sets of 10"),
        (BreathsStep(say="Breathe", source="own"), "5 slow breaths"),
        (BreathsStep(say="Breathe", source="own", breaths=1), "One slow breath"),
        (rest(), "Let go"),
        (WaitStep(say="Sit down", source="own"), "Waits for you"),
    ],
)
def test_the_line_below_says_how_much(step: Step, dose: str) -> None:
    assert row(step).dose == dose


def test_the_side_that_comes_first_is_named_first() -> None:
    assert row(press(), first_side=Side.RIGHT).dose == "Right, then left, 1:00 each"


def test_a_step_is_called_by_its_title_its_subject_or_what_it_is() -> None:
    assert row(replace(press(), title="The good spot")).name == "The good spot"
    assert row(rest()).name == "Rest"
    assert row(WaitStep(say="Sit down", source="own")).name == "Sit down"
    assert row(press("ST99")).name == "ST99"


def test_a_step_without_a_length_has_no_time() -> None:
    assert row(WaitStep(say="Sit down", source="own")).time == ""


def test_a_problem_takes_the_place_of_the_dose_and_both_are_read_out() -> None:
    told = replace(row(press()), problem="Too short")
    assert told.below == "Too short"
    assert told.spoken.startswith("ST36 Leg Three Miles, Too short, Left")
    assert replace(row(press()), left_out="Not for you").below == "Not for you"
