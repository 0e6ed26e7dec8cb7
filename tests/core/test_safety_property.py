"""No plan for a profile ever holds what the profile forbids: every routine we ship, every profile, routines at random.

What is forbidden is read from the content here once more, by other means than the product's.
"""

from collections.abc import Collection
from dataclasses import replace
from datetime import UTC, datetime
from itertools import chain, combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from acutimer.core.adjusting import Adjustment
from acutimer.core.conditions import Condition
from acutimer.core.correcting import by_hand
from acutimer.core.fitting import plan
from acutimer.core.history import WALKS
from acutimer.core.planning import Choices, PhaseKind, Plan
from acutimer.core.points import Point
from acutimer.core.practices import Exercise, Technique
from acutimer.core.press_now import press_now
from acutimer.core.remaining import rest_of
from acutimer.core.routines import (
    BreathsStep,
    PatsStep,
    PressStep,
    Pressure,
    RepsStep,
    RestStep,
    Routine,
    Step,
    TechniqueStep,
    WaitStep,
    subject_of,
)
from acutimer.core.safety import Safety, kept_safe
from acutimer.core.session import Outcome
from tests.core.random_routines import CHOICES, doses, press_steps, reps_steps, routine_of
from tests.shipped import LIBRARY

NOW = datetime(2026, 11, 21, 20, 0, tzinfo=UTC)
PROFILES = tuple(chain.from_iterable(combinations(Condition, size) for size in range(len(Condition) + 1)))
SUBJECTS: dict[str, Point | Technique | Exercise] = {**LIBRARY.points, **LIBRARY.techniques, **LIBRARY.exercises}
PRESSED = sorted(code for code, point in LIBRARY.points.items() if not point.professional)
WORDS = {"say": st.just("Do it as hard as you can"), "source": st.just("own")}
FREE = {"optional": st.booleans(), "waits": st.booleans()}

profiles = st.sets(st.sampled_from(Condition)).map(frozenset)
techniques = st.sampled_from(sorted(LIBRARY.techniques))
steps: st.SearchStrategy[Step] = st.one_of(
    st.builds(
        replace, press_steps(), point=st.sampled_from(PRESSED), pressure=st.sampled_from(Pressure), say=WORDS["say"]
    ),
    st.builds(replace, reps_steps(), exercise=st.sampled_from(sorted(LIBRARY.exercises))),
    st.builds(TechniqueStep, **WORDS, **FREE, technique=techniques, dose=doses()),
    st.builds(PatsStep, **WORDS, **FREE, technique=techniques),
    st.builds(BreathsStep, **WORDS, **FREE, technique=techniques),
    st.builds(RestStep, **WORDS, **FREE, title=st.just("Stand up"), seconds=st.integers(1, 90)),
    st.builds(WaitStep, **WORDS, optional=st.booleans(), technique=st.none() | techniques),
)
routines = st.lists(steps, min_size=1, max_size=7).map(lambda drawn: routine_of(*drawn))
choices = st.builds(replace, CHOICES, minutes=st.none() | st.integers(1, 15))
plans = st.builds(plan, routines, choices, profiles.map(LIBRARY.safety))


def is_forbidden(subject: str | None, profile: Collection[Condition]) -> bool:
    """By the content alone; a pair is forbidden with each of its points."""
    if subject is None:
        return False
    record = SUBJECTS[subject]
    members = getattr(record, "members", ())
    return bool(set(record.unsuitable) & set(profile)) or any(is_forbidden(code, profile) for code in members)


def holds_to(laid_out: Plan, profile: Collection[Condition]) -> None:
    """What must be true of every plan for a profile."""
    for phase in laid_out.phases:
        step = laid_out.routine.steps[phase.step]
        assert not is_forbidden(phase.subject, profile)
        assert not is_forbidden(subject_of(step), profile)
        if phase.kind is PhaseKind.PRESS and set(profile) & set(SUBJECTS[phase.subject or ""].care):
            assert phase.pressure is Pressure.LIGHT
            assert isinstance(step, PressStep)
            assert step.pressure is Pressure.LIGHT
    for change in laid_out.changes:
        assert change.because
        assert set(change.because) <= set(profile)
        assert all(LIBRARY.safety_words.why(change))
        assert LIBRARY.safety_words.line("It", change)
        if change.place is not None:
            now = laid_out.routine.steps[change.place]
            assert subject_of(now) == subject_of(change.step)
            others = (other for other in laid_out.changes if other.place == change.place)
            said = {LIBRARY.safety_words.say(change.step, other.adjustment) for other in others} - {None}
            assert now.say in (said or {change.step.say}), "its instruction is one of those for what was changed"


def tells_everything(laid_out: Plan, written: Routine, safety: Safety) -> None:
    """Every step that is missing or other than it was written is told, and nothing else is."""
    told = list(laid_out.changes)
    for step in written.steps:
        removed = is_forbidden(subject_of(step), safety.profile)
        mine = [change for change in told if change.step == step]
        if removed:
            assert [change.adjustment for change in mine if change.place is None]
        else:
            assert all(change.place is not None for change in mine)
            asked = {adjustment for adjustment, _ in safety.verdict(step)}
            assert {change.adjustment for change in mine} <= asked
    authors = {subject_of(step) for step in written.steps}
    assert all(subject_of(step) in authors for step in laid_out.routine.steps)


@pytest.mark.parametrize("name", LIBRARY.routines)
def test_no_shipped_routine_goes_against_any_profile_there_is(name: str) -> None:
    for profile in PROFILES:
        safety, written = LIBRARY.safety(profile), LIBRARY.routines[name]
        laid_out = plan(written, Choices(), safety)
        holds_to(laid_out, profile)
        tells_everything(laid_out, written, safety)


@pytest.mark.parametrize("name", LIBRARY.routines)
def test_a_shipped_routine_made_to_fit_a_time_goes_against_no_profile(name: str) -> None:
    for profile in PROFILES[::7]:
        holds_to(plan(LIBRARY.routines[name], Choices(minutes=5), LIBRARY.safety(profile)), profile)


@given(routines, choices, profiles)
def test_no_routine_at_all_goes_against_the_profile(
    routine: Routine, chosen: Choices, profile: frozenset[Condition]
) -> None:
    safety = LIBRARY.safety(profile)
    laid_out = plan(routine, chosen, safety)
    holds_to(laid_out, profile)
    tells_everything(laid_out, routine, safety)
    practises = any(it.kind.is_practice or it.subject in WALKS for it in laid_out.phases)
    written = any(it.kind.is_practice or it.subject in WALKS for it in plan(routine, chosen, LIBRARY.safety(())).phases)
    forbidden = any(is_forbidden(subject_of(step), profile) for step in routine.steps)
    assert practises or laid_out.is_empty or not (written and forbidden), "only waits and rests are left"


@given(plans, profiles)
def test_a_plan_laid_out_for_one_profile_is_kept_safe_for_another(
    laid_out: Plan, profile: frozenset[Condition]
) -> None:
    safety = LIBRARY.safety(profile)
    safe = kept_safe(laid_out, safety)
    for phase in safe.phases:
        assert not is_forbidden(phase.subject, profile)
        if phase.kind is PhaseKind.PRESS and profile & set(SUBJECTS[phase.subject or ""].care):
            assert phase.pressure is Pressure.LIGHT
    assert len(safe.routine.steps) == len(laid_out.routine.steps), "a record of it still fits"
    assert kept_safe(safe, safety) == safe, "twice is once"
    told = [(change.place, change.adjustment) for change in safe.changes if change.place is not None]
    assert len(told) == len(set(told)), "nothing is told twice"


@given(routines, choices, profiles)
@settings(max_examples=60)
def test_a_plan_that_fits_the_profile_is_given_back_as_it_is(
    routine: Routine, chosen: Choices, profile: frozenset[Condition]
) -> None:
    safety = LIBRARY.safety(profile)
    laid_out = plan(routine, chosen, safety)
    assert kept_safe(laid_out, safety) == laid_out, "so a session that was cut off can be taken up again"


@given(plans, profiles, st.data())
@settings(max_examples=60)
def test_the_rest_of_a_session_is_safe_for_who_one_is_now(
    laid_out: Plan, profile: frozenset[Condition], data: st.DataObject
) -> None:
    if not any(phase.kind.is_practice for phase in laid_out.phases):
        return
    record = replace(by_hand(laid_out, "a", NOW, now=NOW), by_hand=False, outcome=Outcome.PARTIAL)
    kept = data.draw(st.integers(0, len(record.phases) - 1))
    rest = rest_of(laid_out, replace(record, phases=record.phases[:kept]))
    if rest is not None:
        safe = kept_safe(rest, LIBRARY.safety(profile))
        assert not any(is_forbidden(phase.subject, profile) for phase in safe.phases)


@pytest.mark.parametrize("code", PRESSED)
def test_pressing_one_point_now_goes_against_no_profile(code: str) -> None:
    routine = press_now(LIBRARY.points[code], 60)
    for profile in PROFILES:
        laid_out = plan(routine, Choices(), LIBRARY.safety(profile))
        holds_to(laid_out, profile)
        assert laid_out.is_empty == is_forbidden(code, profile)
        if laid_out.is_empty:
            assert [change.adjustment for change in laid_out.changes] == [Adjustment.REMOVED]


def test_what_needs_no_care_is_as_its_author_wrote_it() -> None:
    breaths = BreathsStep(say="Breathe", source="own")
    routine = routine_of(breaths)
    assert plan(routine, Choices(), LIBRARY.safety(Condition)).routine == routine


def test_every_condition_changes_something_somewhere() -> None:
    for condition in Condition:
        made = [plan(routine, Choices(), LIBRARY.safety((condition,))) for routine in LIBRARY.routines.values()]
        assert any(laid_out.changes for laid_out in made), condition


def test_heel_raises_done_sitting_are_never_led_up_to_by_standing_up() -> None:
    laid_out = plan(LIBRARY.routines["morning-balance"], Choices(), LIBRARY.safety((Condition.POOR_BALANCE,)))
    rests = [step for step in laid_out.routine.steps if isinstance(step, RestStep)]
    assert rests
    assert not any(word in rest.say.lower() for rest in rests for word in ("stand", "wall"))
    assert next(step.say for step in laid_out.routine.steps if isinstance(step, RepsStep)).startswith("Sit")
