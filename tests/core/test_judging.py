"""What is to be mended in a draft, and how one press does it."""

from dataclasses import replace

import pytest

from acutimer import paths
from acutimer.content.library import Library, load_library
from acutimer.core.drafting import Draft, draft_of
from acutimer.core.judging import Known, Problem, ProblemKind, at_place, free_name, judge, missing, ranges_of
from acutimer.core.points import Dose
from acutimer.core.routines import (
    BreathsStep,
    Cadence,
    PatsStep,
    PressStep,
    RepsStep,
    RestStep,
    Routine,
    Step,
    TechniqueStep,
    Tempo,
    WaitStep,
)
from acutimer.core.sides import Sides

LIBRARY = load_library(paths.resources() / "content" / "en")


def known(library: Library = LIBRARY, *names: str) -> Known:
    ranges = ranges_of(library.points.values(), library.techniques.values(), library.routines.values())
    return Known(library.points, library.techniques, library.exercises, ranges, frozenset(names))


def press(point: str = "ST36", seconds: int = 60) -> PressStep:
    dose = Dose(seconds=seconds, min_seconds=1, max_seconds=3600, source="own")
    return PressStep(say="Press gently", source="own", point=point, dose=dose)


def knead(seconds: int = 60, technique: str = "knee-kneading") -> TechniqueStep:
    dose = Dose(seconds=seconds, min_seconds=1, max_seconds=3600, source="own")
    return TechniqueStep(say="Knead", source="own", technique=technique, dose=dose, sides=Sides.EACH)


def raises(tempo: Tempo, exercise: str = "heel-raises") -> RepsStep:
    return RepsStep(
        say="Lift your heels", source="own", exercise=exercise, reps=10, min_reps=1, max_reps=20, tempo=tempo
    )


SOUND: tuple[Step, ...] = (
    WaitStep(say="Sit down", source="own"),
    press(),
    knead(),
    PatsStep(say="Pat", source="own", technique="empty-palm-patting"),
    raises(Tempo(2, 1, 3)),
    RestStep(say="Rest", source="own", seconds=20),
    BreathsStep(say="Breathe", source="own"),
)


def draft(*steps: Step) -> Draft:
    return Draft(id="own-1", name="Evening", steps=steps)


def only(found: tuple[Problem, ...]) -> Problem:
    assert len(found) == 1, found
    return found[0]


def test_a_sound_draft_has_no_problems() -> None:
    assert judge(draft(*SOUND), known()) == ()


@pytest.mark.parametrize("routine", LIBRARY.routines.values(), ids=lambda it: it.id)
def test_our_own_routines_have_no_problems(routine: Routine) -> None:
    assert judge(draft_of(routine), known()) == ()


def test_a_new_draft_lacks_its_name_and_its_steps() -> None:
    found = judge(Draft(id="own-1", name="  "), known())
    assert [it.kind for it in found] == [ProblemKind.NAME_MISSING, ProblemKind.NO_STEPS]
    assert missing(found) == found
    assert all(it.repaired is None for it in found)


def test_a_name_that_is_taken_is_told_and_mended_but_may_be_saved() -> None:
    problem = only(judge(draft(*SOUND), known(LIBRARY, "evening", "Evening 2")))
    assert (problem.kind, problem.field, problem.wanted) == (ProblemKind.NAME_TAKEN, "name", "Evening 3")
    assert not problem.is_blocking
    assert problem.repaired is not None
    assert problem.repaired.name == "Evening 3"


def test_a_free_name_is_never_longer_than_a_name_may_be() -> None:
    assert free_name("A" * 80, ["A" * 80]) == "A" * 78 + " 2"
    assert free_name("Evening", ["Morning"]) == "Evening"


def test_nothing_but_rests_and_waits_is_nothing_to_do() -> None:
    idle = draft(RestStep(say="Rest", source="own", seconds=20), WaitStep(say="Wait", source="own"))
    assert only(judge(idle, known())).kind is ProblemKind.ONLY_RESTS
    walking = draft(WaitStep(say="Walk", source="own", technique=next(iter(LIBRARY.techniques))))
    assert judge(walking, known()) == ()


def test_more_than_ten_hours_cannot_be_saved() -> None:
    problem = only(missing(judge(draft(*[press(seconds=3600)] * 6), known())))
    assert (problem.kind, problem.place) == (ProblemKind.WHOLE_TOO_LONG, None)


def test_someone_sits_stands_or_walks() -> None:
    problem = only(judge(replace(draft(*SOUND), postures=()), known()))
    assert (problem.kind, problem.field, problem.is_blocking) == (ProblemKind.NO_POSTURE, "postures", True)


@pytest.mark.parametrize(
    ("step", "kind", "field"),
    [
        (replace(press(), changeover_seconds=2), ProblemKind.SWITCH_TOO_SHORT, "changeover_seconds"),
        (replace(knead(), changeover_seconds=0), ProblemKind.SWITCH_TOO_SHORT, "changeover_seconds"),
        (press(seconds=3000), ProblemKind.TOO_LONG, "dose"),
        (press(seconds=2), ProblemKind.TOO_SHORT, "dose"),
        (knead(seconds=3000), ProblemKind.TOO_LONG, "dose"),
        (replace(press(), cadence=Cadence(60, 30)), ProblemKind.RHYTHM_TOO_SLOW, "cadence"),
        (raises(Tempo(0.5, 0, 0.5)), ProblemKind.TOO_FAST, "tempo"),
        (
            BreathsStep(say="Breathe", source="own", in_seconds=1, out_seconds=2),
            ProblemKind.BREATHS_TOO_FAST,
            "in_seconds",
        ),
    ],
)
def test_what_does_not_work_well_is_told_at_its_field_and_mended_by_one_press(
    step: Step, kind: ProblemKind, field: str
) -> None:
    written = draft(*SOUND, step)
    problem = only(judge(written, known()))
    assert (problem.kind, problem.field, problem.place) == (kind, field, len(SOUND))
    assert not problem.is_blocking
    assert problem.repaired is not None
    assert judge(problem.repaired, known()) == ()
    assert problem.repaired.steps[:-1] == written.steps[:-1]
    assert problem.repaired.steps[-1].source == "own"


def test_five_seconds_to_switch_sides_are_enough_and_one_side_needs_none() -> None:
    assert judge(draft(replace(press(), changeover_seconds=5)), known()) == ()
    assert judge(draft(replace(press(), changeover_seconds=1, sides=Sides.LEFT)), known()) == ()
    assert judge(draft(replace(press(), changeover_seconds=None)), known()) == ()


def test_what_it_says_is_best_with_34_letters() -> None:
    assert judge(draft(replace(press(), say="x" * 34)), known()) == ()
    problem = only(judge(draft(replace(press(), say="x" * 35)), known()))
    assert (problem.kind, problem.value, problem.wanted) == (ProblemKind.SAY_TOO_LONG, 35, 34)
    assert problem.repaired is None


@pytest.mark.parametrize(
    ("step", "kind"),
    [
        (press("ST99"), ProblemKind.UNKNOWN),
        (knead(technique="flying"), ProblemKind.UNKNOWN),
        (raises(Tempo(2, 1, 3), "flying"), ProblemKind.UNKNOWN),
        (press("BL57"), ProblemKind.PROFESSIONAL),
    ],
)
def test_what_is_not_here_or_not_for_us_cannot_be_saved_and_is_removed_by_one_press(
    step: Step, kind: ProblemKind
) -> None:
    found = judge(draft(step, *SOUND), known())
    problem = only(missing(found))
    assert (problem.kind, problem.place) == (kind, 0)
    assert problem.repaired == draft(*SOUND)


def test_problems_are_found_by_their_place() -> None:
    written = draft(press(), replace(press(), changeover_seconds=2, say="x" * 40))
    found = judge(replace(written, name=""), known())
    assert [it.kind for it in at_place(found, None)] == [ProblemKind.NAME_MISSING]
    assert at_place(found, 0) == ()
    assert {it.kind for it in at_place(found, 1)} == {ProblemKind.SWITCH_TOO_SHORT, ProblemKind.SAY_TOO_LONG}


def test_a_range_is_as_wide_as_any_source_makes_it() -> None:
    ranges = known().ranges
    for routine in LIBRARY.routines.values():
        for step in routine.steps:
            if isinstance(step, PressStep):
                low, high = ranges[step.point]
                assert low <= step.dose.min_seconds <= step.dose.max_seconds <= high
