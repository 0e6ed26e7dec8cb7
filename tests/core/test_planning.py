from dataclasses import replace

import pytest
from hypothesis import given, settings

from acutimer.core.planning import Choices, Phase, PhaseKind, Plan, lay_out
from acutimer.core.points import Dose
from acutimer.core.routines import (
    BreathsStep,
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
from acutimer.core.sides import Side, Sides
from tests.core.random_routines import CHOICES, ROUTINES, routine_of

MINUTE = Dose(seconds=60, min_seconds=30, max_seconds=120, source="balance")
PRESS = PressStep(say="Press gently", source="balance", point="KI3", dose=MINUTE)
WALK = WaitStep(say="Walk", source="balance", technique="walking")
RAISES = RepsStep(
    say="Lift your heels",
    source="balance",
    exercise="heel-raises",
    reps=20,
    min_reps=10,
    max_reps=20,
    tempo=Tempo(2, 1, 3),
)


def laid_out(*steps: Step, **choices: object) -> list[tuple[str, str | None, float | None]]:
    phases = lay_out(routine_of(*steps), Choices(**choices))  # type: ignore[arg-type]  # names are checked by Choices
    return [(phase.kind, phase.side, phase.seconds) for phase in phases]


def test_each_side_gets_ready_and_then_its_full_time() -> None:
    assert laid_out(PRESS) == [
        ("get_ready", "left", 8),
        ("press", "left", 60),
        ("changeover", "right", 8),
        ("press", "right", 60),
    ]


def test_the_first_side_is_the_users_choice() -> None:
    sides = [side for _, side, _ in laid_out(PRESS, first_side=Side.RIGHT)]
    assert sides == ["right", "right", "left", "left"]


def test_a_step_for_both_sides_at_once_has_no_changeover() -> None:
    assert laid_out(replace(PRESS, sides=Sides.BOTH)) == [("get_ready", "both", 8), ("press", "both", 60)]


def test_one_side_alone_leaves_the_other_out_but_never_narrows_both_at_once() -> None:
    both = replace(PRESS, sides=Sides.BOTH)
    assert laid_out(PRESS, both, side=Side.RIGHT) == [
        ("get_ready", "right", 8),
        ("press", "right", 60),
        ("get_ready", "both", 8),
        ("press", "both", 60),
    ]


def test_no_time_to_prepare_means_no_preparing_phase() -> None:
    assert laid_out(PRESS, get_ready_seconds=0, changeover_seconds=0) == [
        ("press", "left", 60),
        ("press", "right", 60),
    ]


def test_a_step_that_waits_is_begun_by_the_user_and_changes_over_by_itself() -> None:
    waiting = replace(PRESS, waits=True)
    assert laid_out(waiting, get_ready_seconds=0)[0] == ("get_ready", "left", None)
    assert laid_out(waiting)[2] == ("changeover", "right", 8)


def test_a_rest_that_waits_lasts_until_the_user_says_go() -> None:
    rest = RestStep(say="Rest", source="product", seconds=40)
    assert laid_out(rest, replace(rest, waits=True)) == [("rest", None, 40), ("rest", None, None)]


def test_a_wait_names_what_one_does_meanwhile() -> None:
    (phase,) = lay_out(routine_of(WALK), Choices())
    assert phase == Phase(kind=PhaseKind.WAIT, step=0, seconds=None, subject="walking")


def test_sets_have_rests_between_them_and_none_after_the_last() -> None:
    assert laid_out(replace(RAISES, sets=3)) == [
        ("get_ready", "both", 8),
        ("reps", "both", 120),
        ("rest", "both", 30),
        ("reps", "both", 120),
        ("rest", "both", 30),
        ("reps", "both", 120),
    ]
    assert [phase.set_number for phase in lay_out(routine_of(replace(RAISES, sets=3)), Choices())] == [1, 1, 2, 2, 3, 3]


def test_a_steps_own_rest_goes_before_the_users() -> None:
    assert ("rest", "both", 45) in laid_out(replace(RAISES, sets=2, rest_seconds=45), rest_seconds=20)
    assert len(laid_out(replace(RAISES, sets=2, rest_seconds=0))) == 3


def test_repetitions_time_themselves_by_their_tempo() -> None:
    *_, work = lay_out(routine_of(RAISES), Choices())
    assert (work.reps, work.tempo, work.seconds) == (20, Tempo(2, 1, 3), 120)


def test_pats_beat_front_and_back_then_the_sides_for_every_round() -> None:
    pats = PatsStep(say="Pat", source="qigong", technique="empty-palm-patting", pats=9, rounds=2, beat_seconds=0.5)
    assert laid_out(pats)[1] == ("pats", "left", 2 * 9 * 2 * 0.5)


def test_breaths_last_as_long_as_breathing_in_and_out() -> None:
    breaths = BreathsStep(say="Breathe", source="balance", breaths=6, in_seconds=4, out_seconds=5)
    assert laid_out(breaths, get_ready_seconds=0) == [("breaths", None, 54)]


def test_a_technique_without_sides_has_none() -> None:
    soak = TechniqueStep(say="Soak", source="balance", technique="foot-soak", dose=MINUTE)
    assert laid_out(soak) == [("get_ready", None, 8), ("technique", None, 60)]


def test_a_preparing_phase_says_what_it_prepares() -> None:
    ready, work, over, other = lay_out(routine_of(PRESS), Choices())
    assert (ready.subject, ready.side) == (work.subject, work.side)
    assert (over.subject, over.side) == (other.subject, other.side)


def test_waits_count_nothing_in_the_length_and_are_told() -> None:
    plan = Plan(routine_of(WALK, PRESS), lay_out(routine_of(WALK, PRESS), Choices()))
    assert plan.seconds == 136
    assert plan.waits
    assert not Plan(routine_of(PRESS), lay_out(routine_of(PRESS), Choices())).waits


def test_a_twin_is_the_same_set_on_the_other_side() -> None:
    routine = routine_of(replace(RAISES, sets=2, sides=Sides.EACH), PRESS)
    plan = Plan(routine, lay_out(routine, Choices()))
    kinds = [(phase.kind, phase.side, phase.set_number) for phase in plan.phases]
    first, second = kinds.index((PhaseKind.REPS, Side.LEFT, 2)), kinds.index((PhaseKind.REPS, Side.RIGHT, 2))
    assert plan.twin(first) == second
    assert plan.twin(second) is None
    assert plan.twin(0) is None
    assert plan.twin(len(plan.phases) - 1) is None


def test_a_step_for_one_side_has_no_twin_in_the_next_step() -> None:
    routine = routine_of(replace(PRESS, sides=Sides.LEFT), replace(PRESS, sides=Sides.RIGHT))
    plan = Plan(routine, lay_out(routine, Choices()))
    assert [plan.twin(index) for index in range(4)] == [None] * 4


@pytest.mark.parametrize(
    "wrong",
    [{"get_ready_seconds": -1}, {"rest_seconds": 601}, {"first_side": Side.BOTH}, {"side": Side.BOTH}, {"minutes": 0}],
)
def test_choices_outside_their_limits_are_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"must be|is left or right"):
        Choices(**wrong)  # type: ignore[arg-type]  # wrong on purpose


@given(routine=ROUTINES, choices=CHOICES)
@settings(max_examples=100)
def test_every_plan_is_in_the_order_of_its_steps_and_prepares_only_practice(routine: Routine, choices: Choices) -> None:
    phases = lay_out(routine, choices)
    assert [phase.step for phase in phases] == sorted(phase.step for phase in phases)
    assert {phase.step for phase in phases} == set(range(len(routine.steps)))
    assert all(phase.seconds is None or phase.seconds > 0 for phase in phases)
    for phase, following in zip(phases, [*phases[1:], None], strict=True):
        if phase.kind.prepares:
            assert following is not None
            assert following.kind.is_practice
            assert (following.step, following.subject, following.side) == (phase.step, phase.subject, phase.side)


@given(routine=ROUTINES, choices=CHOICES)
@settings(max_examples=100)
def test_both_sides_of_a_step_are_planned_for_the_same_time(routine: Routine, choices: Choices) -> None:
    phases = lay_out(routine, choices)
    for index, step in enumerate(routine.steps):
        work = [phase for phase in phases if phase.step == index and phase.kind.is_practice]
        seconds = {side: sum(phase.seconds or 0 for phase in work if phase.side is side) for side in Side}
        if getattr(step, "sides", None) is Sides.EACH and choices.side is None:
            assert seconds[Side.LEFT] == seconds[Side.RIGHT] > 0
