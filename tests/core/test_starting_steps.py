import pytest

from acutimer import paths
from acutimer.content.library import load_library
from acutimer.core.drafting import OWN
from acutimer.core.routines import PatsStep, TechniqueStep, WaitStep
from acutimer.core.sides import Sides
from acutimer.core.starting_steps import (
    first_use,
    starting_press,
    starting_reps,
    starting_technique,
    timed,
    untimed,
)

LIBRARY = load_library(paths.resources() / "content" / "en")
ROUTINES = LIBRARY.routines.values()


def starting(technique: str) -> object:
    return starting_technique(LIBRARY.techniques[technique], first_use(technique, ROUTINES), "Do it")


def test_a_point_is_pressed_for_its_usual_time_as_the_users_own() -> None:
    step = starting_press(LIBRARY.points["SP9"], "Press")
    usual = LIBRARY.points["SP9"].dose
    assert (step.dose.seconds, step.dose.min_seconds, step.dose.max_seconds) == (
        usual.seconds,
        usual.min_seconds,
        usual.max_seconds,
    )
    assert (step.source, step.dose.source, step.sides) == (OWN, OWN, Sides.EACH)


def test_a_point_of_the_back_is_pressed_on_both_sides_at_once() -> None:
    assert starting_press(LIBRARY.points["BL23"], "Press").sides is Sides.BOTH


def test_a_professionals_point_is_refused() -> None:
    with pytest.raises(ValueError, match="professional"):
        starting_press(LIBRARY.points["BL57"], "Press")


def test_techniques_begin_as_our_routines_do_them() -> None:
    kneading, patting, walk = (starting(it) for it in ("knee-kneading", "empty-palm-patting", "walking"))
    assert isinstance(kneading, TechniqueStep)
    assert kneading.sides is Sides.EACH
    assert isinstance(patting, PatsStep)
    assert isinstance(walk, WaitStep)
    assert (walk.title, walk.optional, walk.source) == (None, False, OWN)


def test_a_technique_no_routine_has_is_timed_and_has_no_sides() -> None:
    step = starting_technique(LIBRARY.techniques["knee-kneading"], None, "Knead")
    assert isinstance(step, TechniqueStep)
    assert step.sides is None


def test_an_exercise_begins_with_one_set_in_the_tempo_of_our_routines() -> None:
    exercise = LIBRARY.exercises["heel-raises"]
    step = starting_reps(exercise, first_use("heel-raises", ROUTINES), "Up")
    assert (step.sets, step.reps, step.tempo.seconds, step.source) == (1, 20, 6, OWN)
    assert starting_reps(exercise, None, "Up").reps == 10


def test_a_walk_gets_its_usual_time_and_loses_it_again() -> None:
    walk = starting("walking")
    assert isinstance(walk, WaitStep)
    step = timed(walk, LIBRARY.techniques["walking"].dose)
    assert (step.technique, step.dose.seconds, step.dose.source) == ("walking", 600, OWN)
    assert untimed(step) == walk
