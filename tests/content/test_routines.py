"""Every routine follows its source, keeps inside its figures and is gentle."""

import pytest

from acutimer.content.library import Library
from acutimer.core.planning import Choices, PhaseKind, lay_out
from acutimer.core.points import Dose
from acutimer.core.routines import (
    BreathsStep,
    PatsStep,
    Posture,
    PressStep,
    Pressure,
    RepsStep,
    Routine,
    Schedule,
    TechniqueStep,
    WaitStep,
)
from acutimer.core.sides import Side, Sides
from tests.content.everything import all_steps, presses

ROUTINES = (
    "morning-balance",
    "balance-points",
    "circulation-and-joints",
    "daily-strength",
    "walk-and-soak",
    "qigong-knee-massage",
    "knee-pain-press",
    "backward-treadmill",
    "post-workout-recovery",
)

# Least and most seconds a source gives for a subject (domain.md).
FIGURES = {
    ("balance", "BL23"): (60, 120),
    ("balance", "KI3"): (30, 120),  # 1 to 2 minutes in one place, 30 to 60 seconds in another
    ("balance", "KI6"): (30, 60),
    ("balance", "KI10"): (30, 60),
    ("balance", "LR8"): (30, 60),
    ("balance", "ST35"): (30, 60),
    ("post-workout", "ST34"): (1, 120),
    ("post-workout", "BL40"): (60, 120),
    ("backward-walking", "SP9"): (60, 120),
    ("backward-walking", "GB34"): (60, 120),
    ("backward-walking", "ST36"): (60, 120),
    ("backward-walking", "press-then-circle"): (60, 120),
    ("balance", "lower-back-warming"): (60, 60),
    ("balance", "foot-soak"): (600, 900),
    ("bmc-2019", "backward-walking"): (1, 600),
}


def test_the_routines_are_there_in_order(library: Library) -> None:
    assert tuple(library.routines) == ROUTINES


def test_every_routine_has_its_cautions(library: Library) -> None:
    for routine in library.routines.values():
        assert routine.cautions, routine.id


def test_pressing_is_gentle_but_for_one_routine(library: Library) -> None:
    for routine in library.routines.values():
        for step in presses(routine):
            assert (step.pressure is Pressure.FIRM) == (routine.id == "knee-pain-press"), routine.id
    light = {step.point for it in library.routines.values() for step in presses(it) if step.pressure is Pressure.LIGHT}
    assert light == {"BL40"}


def test_standing_routines_name_something_to_hold_on_to(library: Library) -> None:
    for routine in library.routines.values():
        if Posture.STANDING in routine.postures:
            assert {"wall", "chair"} <= set(routine.equipment)


def test_a_dose_that_names_a_source_stays_inside_its_range(library: Library) -> None:
    doses: list[tuple[str, Dose]] = [(code, point.dose) for code, point in library.points.items()]
    doses += [(name, technique.dose) for name, technique in library.techniques.items()]
    doses += [(step.point, step.dose) for step in all_steps(library) if isinstance(step, PressStep)]
    doses += [(step.technique, step.dose) for step in all_steps(library) if isinstance(step, TechniqueStep)]
    sourced = [(subject, dose) for subject, dose in doses if dose.source != "product"]
    assert len(sourced) > 20
    for subject, dose in sourced:
        low, high = FIGURES[dose.source, subject]
        assert low <= dose.min_seconds <= dose.max_seconds <= high, subject


def test_a_few_minutes_are_three_and_marked_as_our_choice(library: Library) -> None:
    qigong = library.routines["qigong-knee-massage"]
    doses = [step.dose for step in qigong.steps if isinstance(step, PressStep | TechniqueStep)]
    assert len(doses) == 5
    assert {(dose.seconds, dose.source) for dose in doses} == {(180, "product")}


def test_a_press_without_a_time_in_its_source_is_one_minute_and_marked(library: Library) -> None:
    steps = {step.point: step.dose for step in presses(library.routines["post-workout-recovery"])}
    for code in ("GB33", "ST35"):
        assert (steps[code].seconds, steps[code].source) == (60, "product")


def test_sets_keep_to_ten_to_twenty(library: Library) -> None:
    steps = [step for step in all_steps(library) if isinstance(step, RepsStep)]
    assert {(step.min_reps, step.max_reps) for step in steps} == {(10, 20)}
    assert {exercise.daily_goal for exercise in library.exercises.values()} == {100}


def subjects(routine: Routine) -> list[str]:
    found = []
    for step in routine.steps:
        subject = getattr(step, "point", None) or getattr(step, "technique", None) or getattr(step, "exercise", None)
        if subject:
            found.append(subject)
    return found


@pytest.mark.parametrize(
    ("id", "order"),
    [
        ("morning-balance", "lower-back-warming KI3 BL23 heel-raises chair-squats deep-breaths"),
        ("balance-points", "BL23 KI3"),
        ("circulation-and-joints", "KI3 KI6 KI10 LR8 ST35"),
        ("daily-strength", "heel-raises chair-squats"),
        ("walk-and-soak", "deep-breaths walking deep-breaths calf-massage foot-soak"),
        ("qigong-knee-massage", "ST34 SP10 EX-LE5 knee-kneading empty-palm-patting knee-rubbing"),
        ("knee-pain-press", "settle SP9 GB34 ST36"),
        ("backward-treadmill", "backward-walking backward-walking backward-walking backward-walking"),
        ("post-workout-recovery", "warm-up BL40 ST34 GB33 ST35 drink-and-rest"),
    ],
)
def test_a_routine_goes_in_its_sources_order(id: str, order: str, library: Library) -> None:  # noqa: A002 - as it is called
    assert subjects(library.routines[id]) == order.split()


def test_the_lower_back_is_pressed_on_both_sides_at_once_and_all_else_side_by_side(library: Library) -> None:
    for step in all_steps(library):
        if isinstance(step, PressStep):
            assert step.sides is (Sides.BOTH if step.point == "BL23" else Sides.EACH)


def test_both_sides_of_every_shipped_step_get_the_same_time(library: Library) -> None:
    for routine in library.routines.values():
        phases = [phase for phase in lay_out(routine, Choices()) if phase.kind.is_practice]
        for index in range(len(routine.steps)):
            by_side = {
                side: sum(phase.seconds or 0 for phase in phases if phase.step == index and phase.side is side)
                for side in (Side.LEFT, Side.RIGHT)
            }
            assert by_side[Side.LEFT] == by_side[Side.RIGHT], routine.id


def test_the_morning_has_twenty_heel_raises_and_ten_squats(library: Library) -> None:
    reps = [
        (it.exercise, it.reps, it.sets) for it in library.routines["morning-balance"].steps if isinstance(it, RepsStep)
    ]
    assert reps == [("heel-raises", 20, 1), ("chair-squats", 10, 1)]


def test_patting_alternates_nine_and_nine(library: Library) -> None:
    (step,) = [step for step in all_steps(library) if isinstance(step, PatsStep)]
    assert (step.pats, step.sides) == (9, Sides.EACH)


def test_the_knee_pain_press_waits_first_and_ends_each_press_in_circles(library: Library) -> None:
    first, *rest = library.routines["knee-pain-press"].steps
    assert isinstance(first, WaitStep)
    for step in rest:
        assert isinstance(step, PressStep)
        assert (step.dose.seconds, step.circle_seconds) == (120, 30)


def test_the_treadmill_has_six_steps_and_waits_wherever_hands_are_needed(library: Library) -> None:
    routine = library.routines["backward-treadmill"]
    assert len(routine.steps) == 6
    cord, rails, start, middle, speed, incline = routine.steps
    assert isinstance(cord, WaitStep)
    assert "cord" in cord.say
    assert isinstance(rails, WaitStep)
    assert "rails" in rails.say
    assert [step.waits for step in (start, middle, speed, incline)] == [True, False, True, True]
    walked = sum(step.dose.seconds for step in routine.steps if isinstance(step, TechniqueStep))
    assert walked == 600  # as in the trial


def test_the_walk_has_no_end_of_its_own(library: Library) -> None:
    phases = lay_out(library.routines["walk-and-soak"], Choices())
    walk = next(phase for phase in phases if phase.subject == "walking")
    assert (walk.kind, walk.seconds) == (PhaseKind.WAIT, None)


def test_only_the_recovery_has_a_schedule(library: Library) -> None:
    schedules = {routine.id: routine.schedule for routine in library.routines.values() if routine.schedule}
    assert schedules == {"post-workout-recovery": Schedule(times_a_day_min=1, times_a_day_max=2, for_hours=48)}


def test_breaths_are_slow(library: Library) -> None:
    for step in all_steps(library):
        if isinstance(step, BreathsStep):
            assert step.in_seconds + step.out_seconds >= 8
