from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from acutimer.core.fitting import plan
from acutimer.core.planning import Choices, Plan
from acutimer.core.points import Dose
from acutimer.core.routines import BreathsStep, PressStep, RepsStep, Routine, Step, TechniqueStep, Tempo, WaitStep
from acutimer.core.sides import Side, Sides
from tests.core.random_routines import CHOICES, ROUTINES, routine_of
from tests.unprofiled import UNPROFILED

BARE = Choices(get_ready_seconds=0, changeover_seconds=0, rest_seconds=0)


def press(
    seconds: int, least: int, *, circle_seconds: int = 0, optional: bool = False, say: str = "Press"
) -> PressStep:
    dose = Dose(seconds=seconds, min_seconds=least, max_seconds=seconds, source="balance")
    return PressStep(
        say=say, source="balance", point="KI3", dose=dose, circle_seconds=circle_seconds, optional=optional
    )


def reps(count: int, least: int, sets: int = 1) -> RepsStep:
    tempo = Tempo(1, 0, 1)
    return RepsStep(
        say="Lift",
        source="balance",
        exercise="heel-raises",
        reps=count,
        min_reps=least,
        max_reps=count,
        tempo=tempo,
        sets=sets,
    )


def fit(minutes: float, *steps: Step) -> Plan:
    return plan(routine_of(*steps), replace(BARE, minutes=minutes), UNPROFILED)


def doses_of(fitted: Plan) -> list[int]:
    return [step.dose.seconds for step in fitted.routine.steps if isinstance(step, PressStep | TechniqueStep)]


def test_without_a_time_the_doses_stand_as_they_are() -> None:
    routine = routine_of(press(90, 60), press(60, 30))
    assert plan(routine, BARE, UNPROFILED) == plan(routine, replace(BARE, minutes=60), UNPROFILED)
    assert plan(routine, BARE, UNPROFILED).routine == routine
    assert plan(routine, BARE, UNPROFILED).seconds == 300


def test_every_dose_becomes_shorter_in_the_same_proportion() -> None:
    fitted = fit(5, press(180, 60), press(120, 60))
    assert doses_of(fitted) == [90, 60]
    assert fitted.seconds == 300


def test_a_dose_at_its_shortest_leaves_the_rest_to_the_others() -> None:
    assert doses_of(fit(4, press(100, 100), press(100, 10))) == [100, 20]


def test_circles_shorten_with_the_press_they_close() -> None:
    (step,) = fit(2, press(120, 30, circle_seconds=40)).routine.steps
    assert isinstance(step, PressStep)
    assert (step.dose.seconds, step.circle_seconds) == (60, 20)


def test_repetitions_go_down_to_their_fewest_and_then_sets_go() -> None:
    def sets_and_reps(seconds: float) -> tuple[int, int]:
        (step,) = fit(seconds / 60, reps(20, 10, sets=3)).routine.steps
        assert isinstance(step, RepsStep)
        return step.sets, step.reps

    assert sets_and_reps(120) == (3, 20)
    assert sets_and_reps(90) == (3, 15)
    assert sets_and_reps(60) == (3, 10)
    assert sets_and_reps(56) == (2, 14)
    assert sets_and_reps(40) == (2, 10)
    assert sets_and_reps(20) == (1, 10)
    assert sets_and_reps(1) == (1, 10)


def test_optional_steps_are_dropped_from_the_end_and_told_in_order() -> None:
    first, second, third = (press(60, 60, optional=True, say=word) for word in ("one", "two", "three"))
    kept = press(60, 60)
    fitted = fit(4, first, second, kept, third)
    assert fitted.routine.steps == (first, kept)
    assert fitted.dropped == (second, third)


def test_what_remains_after_a_drop_is_as_long_as_the_time_allows() -> None:
    fitted = fit(3, press(90, 60), press(60, 60, optional=True))
    assert doses_of(fitted) == [90]


def test_required_steps_stay_at_their_shortest_when_the_time_is_too_short() -> None:
    fitted = fit(1, press(90, 60), press(90, 45, optional=True), press(60, 30))
    assert doses_of(fitted) == [60, 30]
    assert fitted.seconds == 180
    assert len(fitted.dropped) == 1


def test_something_always_remains() -> None:
    fitted = fit(0.5, press(60, 60, optional=True), press(60, 60, optional=True))
    assert len(fitted.routine.steps) == 1


def test_breaths_and_waits_have_no_range_and_stay() -> None:
    breaths = BreathsStep(say="Breathe", source="balance", breaths=3)
    walk = WaitStep(say="Walk", source="balance")
    assert fit(1, breaths, walk).routine.steps == (breaths, walk)


MINUTES = st.integers(1, 5000).map(lambda tenths_of_a_second: tenths_of_a_second / 600) | st.floats(0.01, 30)


def without_last_optional(routine: Routine, count: int) -> list[Step]:
    optional = [index for index, step in enumerate(routine.steps) if step.optional]
    gone = optional[len(optional) - count :]
    return [step for index, step in enumerate(routine.steps) if index not in gone]


def shortest_required(routine: Routine, choices: Choices) -> float:
    required = tuple(step for step in routine.steps if not step.optional) or routine.steps[:1]
    return plan(replace(routine, steps=required), replace(choices, minutes=0.001), UNPROFILED).seconds


@given(routine=ROUTINES, choices=CHOICES, minutes=MINUTES)
@settings(max_examples=150)
def test_a_fitted_plan_is_never_longer_than_asked_unless_it_cannot_be_shorter(
    routine: Routine, choices: Choices, minutes: float
) -> None:
    fitted = plan(routine, replace(choices, minutes=minutes), UNPROFILED)
    least = shortest_required(routine, choices)
    assert fitted.seconds <= max(minutes * 60, least)
    assert fitted.seconds <= plan(routine, choices, UNPROFILED).seconds


@given(routine=ROUTINES, choices=CHOICES, minutes=MINUTES)
@settings(max_examples=150)
def test_a_fitted_plan_keeps_every_range_and_drops_only_from_the_end_of_the_optional(
    routine: Routine, choices: Choices, minutes: float
) -> None:
    fitted = plan(routine, replace(choices, minutes=minutes), UNPROFILED)
    optional = [step for step in routine.steps if step.optional]
    assert fitted.dropped == tuple(optional[len(optional) - len(fitted.dropped) :])
    kept = without_last_optional(routine, len(fitted.dropped))
    for before, after in zip(kept, fitted.routine.steps, strict=True):
        same: Step = after
        if isinstance(before, PressStep | TechniqueStep) and isinstance(same, PressStep | TechniqueStep):
            assert before.dose.min_seconds <= same.dose.seconds <= before.dose.seconds
            same = replace(same, dose=before.dose)
        if isinstance(before, PressStep) and isinstance(same, PressStep):
            assert same.circle_seconds <= before.circle_seconds
            same = replace(same, circle_seconds=before.circle_seconds)
        if isinstance(before, RepsStep) and isinstance(same, RepsStep):
            assert before.min_reps <= same.reps <= before.reps
            assert 1 <= same.sets <= before.sets
            same = replace(same, reps=before.reps, sets=before.sets)
        assert same == before


@given(routine=ROUTINES, choices=CHOICES, minutes=MINUTES)
@settings(max_examples=150)
def test_nothing_is_dropped_that_would_have_fitted(routine: Routine, choices: Choices, minutes: float) -> None:
    fitted = plan(routine, replace(choices, minutes=minutes), UNPROFILED)
    if fitted.dropped:
        with_one_more = without_last_optional(routine, len(fitted.dropped) - 1)
        required = replace(routine, steps=tuple(replace(step, optional=False) for step in with_one_more))
        assert plan(required, replace(choices, minutes=0.001), UNPROFILED).seconds > minutes * 60


@given(routine=ROUTINES, choices=CHOICES, minutes=MINUTES)
@settings(max_examples=100)
def test_both_sides_stay_equal_however_short(routine: Routine, choices: Choices, minutes: float) -> None:
    fitted = plan(routine, replace(choices, minutes=minutes, side=None), UNPROFILED)
    for index, step in enumerate(fitted.routine.steps):
        if getattr(step, "sides", None) is Sides.EACH:
            work = [phase for phase in fitted.phases if phase.step == index and phase.kind.is_practice]
            left = [phase.seconds for phase in work if phase.side is Side.LEFT]
            assert left == [phase.seconds for phase in work if phase.side is Side.RIGHT]


@given(routine=ROUTINES, choices=CHOICES, minutes=st.floats(0.01, 20), more=st.floats(0, 10))
@settings(max_examples=100)
def test_more_time_never_gives_less_of_what_both_plans_keep(
    routine: Routine, choices: Choices, minutes: float, more: float
) -> None:
    shorter = plan(routine, replace(choices, minutes=minutes), UNPROFILED)
    longer = plan(routine, replace(choices, minutes=minutes + more), UNPROFILED)
    assert len(longer.dropped) <= len(shorter.dropped)
    if len(longer.dropped) == len(shorter.dropped):
        assert longer.seconds >= shorter.seconds


@given(routine=ROUTINES, share=st.floats(0, 1))
@settings(max_examples=100)
def test_a_plan_of_presses_uses_the_time_it_was_given(routine: Routine, share: float) -> None:
    steps = tuple(
        replace(step, optional=False, sides=Sides.EACH) for step in routine.steps if isinstance(step, PressStep)
    )
    if not steps:
        return
    presses = replace(routine, steps=steps)
    full, least = plan(presses, BARE, UNPROFILED).seconds, shortest_required(presses, BARE)
    seconds = least + share * (full - least)
    if seconds > 0:
        assert seconds - plan(presses, replace(BARE, minutes=seconds / 60), UNPROFILED).seconds <= 2 * len(steps) + 0.01


@pytest.mark.parametrize("minutes", [0.001, 1, 3.5, 1000])
def test_fitting_twice_changes_nothing_more(minutes: float) -> None:
    routine = routine_of(press(180, 60, circle_seconds=45), reps(20, 10, sets=3), press(60, 30, optional=True))
    once = plan(routine, replace(BARE, minutes=minutes), UNPROFILED)
    twice = plan(once.routine, replace(BARE, minutes=max(minutes, once.seconds / 60)), UNPROFILED)
    assert twice.phases == once.phases
