"""What the safety profile makes of steps, routines and plans."""

from dataclasses import replace

from acutimer.core.adjusting import Adjustment
from acutimer.core.conditions import Condition
from acutimer.core.fitting import plan
from acutimer.core.planning import Choices, PhaseKind
from acutimer.core.press_now import press_now
from acutimer.core.routines import BreathsStep, PressStep, Pressure, RestStep
from acutimer.core.safety import Safety, kept_safe, made_safe
from tests.shipped import LIBRARY
from tests.unprofiled import UNPROFILED

ROUTINES = LIBRARY.routines


def profile(*conditions: Condition) -> Safety:
    return LIBRARY.safety(conditions)


def test_without_a_profile_every_plan_is_as_its_author_wrote_it() -> None:
    for routine in ROUTINES.values():
        made = plan(routine, Choices(), profile())
        assert made.routine == routine
        assert not made.changes


def test_a_point_that_is_unsuitable_is_removed_with_its_reason() -> None:
    made = plan(ROUTINES["balance-points"], Choices(), profile(Condition.PREGNANT))
    assert [step.point for step in made.routine.steps if isinstance(step, PressStep)] == ["KI3"]
    (change,) = made.changes
    assert (change.adjustment, change.place, change.because) == (Adjustment.REMOVED, None, (Condition.PREGNANT,))
    assert all(phase.subject != "BL23" for phase in made.phases)


def test_a_point_in_care_is_pressed_lightly_and_says_so_on_its_own() -> None:
    made = plan(ROUTINES["knee-pain-press"], Choices(), profile(Condition.BLOOD_THINNERS))
    pressed = [step for step in made.routine.steps if isinstance(step, PressStep)]
    assert {step.pressure for step in pressed} == {Pressure.LIGHT}
    assert all("firm" not in step.say.lower() for step in pressed)
    assert {phase.pressure for phase in made.phases if phase.kind is PhaseKind.PRESS} == {Pressure.LIGHT}


def test_what_is_light_already_is_no_change() -> None:
    made = plan(ROUTINES["post-workout-recovery"], Choices(), profile(Condition.BLOOD_THINNERS))
    light = next(
        it for it in ROUTINES["post-workout-recovery"].steps if isinstance(it, PressStep) and it.point == "BL40"
    )
    assert light.pressure is Pressure.LIGHT
    assert all(change.step != light for change in made.changes)


def test_circles_ask_for_care_of_their_own() -> None:
    safety = profile(Condition.OSTEOPOROSIS)
    circling = next(it for it in ROUTINES["knee-pain-press"].steps if isinstance(it, PressStep))
    assert safety.verdict(circling) == ((Adjustment.LIGHTER, (Condition.OSTEOPOROSIS,)),)
    assert not safety.verdict(replace(circling, circle_seconds=0))


def test_who_sits_needs_nothing_to_hold_on_to_and_stays_seated_in_the_rests_beside() -> None:
    made = plan(ROUTINES["daily-strength"], Choices(), profile(Condition.POOR_BALANCE, Condition.NEUROPATHY))
    adjustments = {change.adjustment for change in made.changes if change.place == 0}
    assert adjustments == {Adjustment.SEATED}
    (rest,) = (step for step in made.routine.steps if isinstance(step, RestStep))
    assert rest.title is None
    assert "seated" in rest.say.lower()


def test_rests_go_with_what_they_stood_beside() -> None:
    raises = ROUTINES["daily-strength"].steps[0]
    removed = replace(ROUTINES["knee-pain-press"].steps[1])  # SP9, not over varicose veins
    rest = RestStep(say="Rest", source="product", seconds=30)
    routine = replace(ROUTINES["daily-strength"], steps=(rest, removed, rest, raises, rest, removed, rest))
    made, _ = made_safe(routine, profile(Condition.VARICOSE_VEINS))
    assert [step.kind for step in made.steps] == ["reps"]


def test_where_only_waits_and_rests_would_be_left_nothing_is() -> None:
    made = plan(ROUTINES["backward-treadmill"], Choices(), profile(Condition.POOR_BALANCE))
    assert made.is_empty
    assert not made.routine.steps
    assert {change.adjustment for change in made.changes} == {Adjustment.REMOVED}
    assert plan(press_now(LIBRARY.points["BL23"], 60), Choices(minutes=1), profile(Condition.PREGNANT)).is_empty


def test_changes_keep_to_their_steps_when_others_are_dropped_to_fit_a_time() -> None:
    safety = profile(Condition.BLOOD_THINNERS, Condition.NEUROPATHY)
    for routine in ROUTINES.values():
        made = plan(routine, Choices(minutes=2), safety)
        for change in made.changes:
            if change.place is not None:
                step = made.routine.steps[change.place]
                assert (step.kind, step.source) == (change.step.kind, change.step.source)
                assert getattr(step, "point", None) == getattr(change.step, "point", None)


def test_a_plan_laid_out_before_loses_what_is_forbidden_now_and_keeps_its_places() -> None:
    before = plan(ROUTINES["balance-points"], Choices(), UNPROFILED)
    now = kept_safe(before, profile(Condition.PREGNANT))
    assert {phase.subject for phase in now.phases} == {"KI3"}
    assert {phase.step for phase in now.phases} == {1}
    assert len(now.routine.steps) == 2


def test_a_plan_that_fits_is_given_back_as_it_is() -> None:
    safety = profile(*Condition)
    for routine in ROUTINES.values():
        made = plan(routine, Choices(), safety)
        assert kept_safe(made, safety) == made
        before = kept_safe(plan(routine, Choices(), UNPROFILED), safety)
        assert kept_safe(before, safety) == before


def test_a_rest_stays_seated_too_where_what_stood_between_is_dropped_to_fit_a_time() -> None:
    raises = ROUTINES["daily-strength"].steps[0]
    between = BreathsStep(say="Breathe", source="own", breaths=30, optional=True)
    rest = RestStep(say="Stand up and rest", source="own", title="Stand up", seconds=30)
    routine = replace(ROUTINES["daily-strength"], steps=(raises, between, rest))
    safety = profile(Condition.POOR_BALANCE)
    made = plan(routine, Choices(minutes=1), safety)
    assert made.dropped == (between,)
    last = made.routine.steps[-1]
    assert isinstance(last, RestStep)
    assert (last.title, "seated" in last.say.lower()) == (None, True)
    assert kept_safe(made, safety) == made


def test_equal_steps_that_are_removed_are_told_each() -> None:
    steps = tuple(ROUTINES["knee-pain-press"].steps[index] for index in (1, 2, 1))  # SP9, not over varicose veins
    routine = replace(ROUTINES["knee-pain-press"], steps=steps)
    safety = profile(Condition.VARICOSE_VEINS)
    made = plan(routine, Choices(), safety)
    assert [change.adjustment for change in made.changes] == [Adjustment.REMOVED] * 2
    assert kept_safe(made, safety) == made
    later = kept_safe(plan(routine, Choices(), UNPROFILED), safety)
    assert later.changes == made.changes
    assert kept_safe(later, safety) == later


def test_a_profile_that_grew_adds_its_reason_to_the_one_there_was() -> None:
    before = plan(ROUTINES["circulation-and-joints"], Choices(), profile(Condition.BLOOD_THINNERS))
    now = kept_safe(before, profile(Condition.BLOOD_THINNERS, Condition.KNEE_REPLACEMENT))
    removed = [change for change in now.changes if change.adjustment is Adjustment.REMOVED]
    assert [change.because for change in removed] == [(Condition.KNEE_REPLACEMENT,)]
    assert all(phase.subject != "ST35" for phase in now.phases)
