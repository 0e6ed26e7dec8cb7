"""An hour of practice with ten thousand stalls, sleep, pauses and every control: nothing drifts, nothing is lost."""

from dataclasses import replace
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from acutimer.core.fitting import plan
from acutimer.core.moments import Cue
from acutimer.core.planning import Choices, PhaseKind, Plan
from acutimer.core.routines import Cadence, PatsStep, PressStep, RepsStep, Routine, Step, TechniqueStep, Tempo
from acutimer.core.session import Outcome
from acutimer.core.sides import Side, Sides
from tests.core.moments_due import begins_of, moments_due
from tests.core.random_routines import CHOICES, ROUTINES, routine_of
from tests.core.walking import UNIT_SECONDS, Hands, Walk
from tests.shipped import LIBRARY
from tests.unprofiled import UNPROFILED

SEEDS = (1, 2, 3, 5, 8)
HOUR_SECONDS = 3600
BEGAN = 5000 + 7 * UNIT_SECONDS
LONGEST_TICK_SECONDS = 2.0
MOST_STALLS = 100_000
ORDER = (Cue.HALFWAY, Cue.CHANGE, Cue.LAST_FIVE)  # inside a phase
CONTROLS = ("pause", "resume", "extend", "redo", "back", "skip", "wait", "go")


def an_hour() -> Plan:
    """Shipped steps of every kind, the last of them as long as it takes to fill the hour."""
    knee, morning, walk = (
        LIBRARY.routines[name].steps for name in ("knee-pain-press", "morning-balance", "walk-and-soak")
    )
    massage, after = (LIBRARY.routines[name].steps for name in ("qigong-knee-massage", "post-workout-recovery"))
    circles, beating, both, raises, patting = (
        only(knee, PressStep, "ST36"),
        only(morning, PressStep, "KI3"),
        only(morning, PressStep, "BL23"),
        only(morning, RepsStep, "heel-raises"),
        only(massage, PatsStep, "empty-palm-patting"),
    )
    assert isinstance(circles, PressStep)
    assert isinstance(beating, PressStep)
    assert isinstance(raises, RepsStep)
    assert isinstance(patting, PatsStep)
    steps: list[Step] = [
        only(morning, TechniqueStep, "lower-back-warming"),
        circles,
        replace(circles, cadence=Cadence(3, 2)),
        replace(beating, cadence=Cadence(5, 3)),
        both,
        only(after, PressStep, "GB33"),  # circles from its first second
        replace(raises, sets=2),
        replace(raises, sets=9, tempo=Tempo(0.5, 0, 0.5), rest_seconds=5),  # a stall may reach over a begin and a count
        replace(raises, reps=10, sides=Sides.EACH, sets=2),
        only(morning, RepsStep, "chair-squats"),
        replace(patting, beat_seconds=0.75),  # its own 0.7 is no multiple of the unit
        *walk[:-1],  # breaths, a wait for the walk, breaths, and a massage of each side that waits
        *(step for step in morning if step.kind == "rest"),
        only(massage, TechniqueStep, "knee-kneading"),
    ]
    soak = walk[-1]
    assert isinstance(soak, TechniqueStep)
    rest = HOUR_SECONDS - plan(routine_of(*steps), Choices(), UNPROFILED).seconds
    dose = replace(soak.dose, seconds=int(rest), min_seconds=1, max_seconds=HOUR_SECONDS)
    return plan(routine_of(*steps, replace(soak, dose=dose)), Choices(), UNPROFILED)


def only(steps: tuple[Step, ...], kind: type[Step], subject: str) -> Step:
    (step,) = (
        step
        for step in steps
        if isinstance(step, kind)
        and subject in (getattr(step, name, "") for name in ("point", "technique", "exercise"))
    )
    return step


@cache
def walked(seed: int) -> Walk:
    """The hour walked to its end; walks are only read."""
    walk, hands = Walk(an_hour(), BEGAN), Hands(seed)
    for _ in range(MOST_STALLS):
        if walk.is_over:
            break
        hands.act(walk)
    return walk


def finish(walk: Walk, stall_seconds: float) -> None:
    """Let it run to its end in equal stalls; whatever stands still goes on."""
    for _ in range(MOST_STALLS):
        if walk.is_over:
            return
        if walk.is_held or walk.is_waiting:
            walk.use("resume" if walk.is_held else "go")
        walk.pass_by(stall_seconds)
    raise AssertionError("the walk never ends")


def assert_nothing_drifted(walk: Walk) -> None:
    session, diary = walk.session, walk.diary
    begins = begins_of(session, diary)
    for stay, at in diary.begins.items():
        assert begins[stay] == at, f"stay {stay} of {session.lived[stay]}"
    for lived in session.lived:
        if lived.outcome is Outcome.DONE and lived.phase.seconds is not None:
            assert lived.done_seconds == lived.phase.seconds
    ended = begins[len(session.lived)]
    lived_seconds = sum(lived.done_seconds for lived in session.lived)
    assert 0 <= walk.now - ended <= LONGEST_TICK_SECONDS
    assert lived_seconds + walk.held_seconds + walk.away_seconds == ended - diary.began
    assert walk.ran_seconds == lived_seconds + (walk.now - ended)


def assert_sides_are_equal(walk: Walk) -> None:
    session = walk.session
    touched = {session.lived[it.stay].index for it in walk.diary.lengthenings}
    for index, phase in enumerate(session.plan.phases):
        twin = session.plan.twin(index)
        if twin is None or touched & {twin}:  # the second side alone may be made longer
            continue
        assert phase.seconds == session.plan.phases[twin].seconds
        stays = [[lived for lived in session.lived if lived.index == side] for side in (index, twin)]
        if all(len(side) == 1 and side[0].outcome is Outcome.DONE for side in stays):
            (one,), (other,) = stays
            assert (one.done_seconds, one.done_reps) == (other.done_seconds, other.done_reps)


def assert_every_moment_came_once_and_in_order(walk: Walk) -> None:
    assert walk.moments == moments_due(walk.session, walk.diary)


def test_the_hour_holds_every_kind_and_is_an_hour() -> None:
    hour = an_hour()
    phases = hour.phases
    assert hour.seconds == HOUR_SECONDS
    assert {phase.kind for phase in phases} == set(PhaseKind)
    assert {phase.side for phase in phases if phase.kind is PhaseKind.PRESS} == set(Side)
    shapes = {
        (phase.cadence is not None, 0 < phase.circle_seconds < (phase.seconds or 0))
        for phase in phases
        if phase.kind is PhaseKind.PRESS
    }
    assert shapes == {(False, False), (False, True), (True, False), (True, True)}
    assert any(phase.circle_seconds == phase.seconds for phase in phases)
    assert any(phase.sets > 1 and phase.is_paired for phase in phases)
    for index, phase in enumerate(phases):
        twin = hour.twin(index)
        assert twin is None or phases[twin].seconds == phase.seconds


@pytest.mark.parametrize("seed", SEEDS)
def test_ten_thousand_stalls_let_nothing_drift(seed: int) -> None:
    walk = walked(seed)
    assert walk.is_over
    assert walk.stalls >= 10_000
    assert walk.times_away >= 5
    assert walk.used > {"pause", "resume", "redo", "extend", "wait", "go"}
    assert_nothing_drifted(walk)


def test_the_walks_together_use_every_control_and_miss_a_phase() -> None:
    walks = [walked(seed) for seed in SEEDS]
    assert set[str]().union(*(walk.used for walk in walks)) == set(CONTROLS)
    assert any(walk.diary.missed for walk in walks)


@pytest.mark.parametrize("seed", SEEDS)
def test_both_sides_of_the_hour_are_equal(seed: int) -> None:
    assert_sides_are_equal(walked(seed))


def test_both_sides_are_done_for_the_same_time_when_nobody_touches_anything() -> None:
    walk = Walk(an_hour(), BEGAN)
    finish(walk, 1945 * UNIT_SECONDS)
    pairs = [(index, walk.session.plan.twin(index)) for index in range(len(walk.session.plan.phases))]
    assert [twin for _, twin in pairs if twin is not None]
    for index, twin in pairs:
        if twin is not None:
            one, other = walk.session.lived[index], walk.session.lived[twin]
            assert one.done_seconds == other.done_seconds == one.phase.seconds
            assert (one.done_reps, one.outcome) == (other.done_reps, Outcome.DONE)
    assert_every_moment_came_once_and_in_order(walk)


@pytest.mark.parametrize("seed", SEEDS)
def test_no_cue_of_the_hour_is_lost_or_doubled(seed: int) -> None:
    assert_every_moment_came_once_and_in_order(walked(seed))


@pytest.mark.parametrize("seed", SEEDS)
def test_the_cues_of_the_hour_come_in_their_order(seed: int) -> None:
    walk = walked(seed)
    told = walk.moments
    assert told[-1].cue is Cue.END
    assert all(earlier.at <= later.at for earlier, later in pairwise(told))
    entries = [place for place, moment in enumerate(told) if moment.cue in (Cue.BEGIN, Cue.SWITCH)]
    lengthened = {walk.session.lived[it.stay].index for it in walk.diary.lengthenings}
    for begin, end in pairwise((*entries, len(told) - 1)):
        first, *inside = told[begin:end]
        assert {moment.index for moment in inside} <= {first.index}
        assert first.cue is Cue.BEGIN or not inside
        counts = [moment.count for moment in inside if moment.count is not None]
        assert counts == list(range(1, len(counts) + 1))
        if not counts and first.index not in lengthened:
            cues = [moment.cue for moment in inside]
            assert cues == [cue for cue in ORDER if cue in cues]
            assert not {Cue.HALFWAY, Cue.CHANGE} <= set(cues)


@st.composite
def exact_plans(draw: st.DrawFn) -> Plan:
    """Plans whose times are all multiples of the unit."""
    routine: Routine = draw(ROUTINES)
    steps = (replace(it, beat_seconds=0.75) if isinstance(it, PatsStep) else it for it in routine.steps)
    return plan(replace(routine, steps=tuple(steps)), draw(CHOICES), UNPROFILED)


STALLS = st.integers(1, 1945) | st.integers(1, 40).map(lambda halves: halves * 512)
ACTS = st.tuples(STALLS, st.sampled_from(("tick", "tick", "slept", "set back", *CONTROLS)))


@given(laid_out=exact_plans().filter(lambda it: bool(it.phases)), acts=st.lists(ACTS, max_size=60))
@settings(max_examples=150)
def test_no_walk_drifts_or_loses_a_cue(laid_out: Plan, acts: list[tuple[int, str]]) -> None:
    walk = Walk(laid_out, BEGAN)
    for units, act in acts:
        if walk.is_over:
            break
        seconds = units * UNIT_SECONDS
        walk.pass_by(seconds, {"slept": seconds + 900, "set back": seconds - 900}.get(act))
        if act in CONTROLS and not walk.is_over:
            walk.use(act)
    finish(walk, 1.5)
    assert_nothing_drifted(walk)
    assert_sides_are_equal(walk)
    assert_every_moment_came_once_and_in_order(walk)


def test_a_phase_redone_after_it_was_lengthened_has_its_half_in_the_middle() -> None:
    press = only(LIBRARY.routines["morning-balance"].steps, PressStep, "BL23")
    walk = Walk(plan(routine_of(press), Choices(get_ready_seconds=0), UNPROFILED), BEGAN)
    for _ in range(40):
        walk.pass_by(1)
    walk.use("extend")  # a minute becomes 75 s, its half told at 30
    walk.use("redo")
    finish(walk, 1)
    assert [it.at - BEGAN for it in walk.moments if it.cue is Cue.HALFWAY] == [30, 40 + 37.5]


@pytest.mark.parametrize("first_circle_second", [90, 0])
def test_circles_lengthened_as_they_begin_stay_circles(first_circle_second: int) -> None:
    press = only(LIBRARY.routines["knee-pain-press"].steps, PressStep, "ST36")
    assert isinstance(press, PressStep)
    alone = replace(press, sides=Sides.BOTH, circle_seconds=120 - first_circle_second)
    walk = Walk(plan(routine_of(alone), Choices(get_ready_seconds=0), UNPROFILED), BEGAN)
    for _ in range(first_circle_second):
        walk.pass_by(1)
    walk.use("extend")
    finish(walk, 1)
    changes = [it.at - BEGAN for it in walk.moments if it.cue is Cue.CHANGE]
    assert changes == ([first_circle_second] if first_circle_second else [])


@pytest.mark.parametrize("seconds", [29, 30, 31])
def test_a_half_is_told_once_however_near_to_it_the_phase_is_lengthened(seconds: int) -> None:
    press = only(LIBRARY.routines["morning-balance"].steps, PressStep, "BL23")
    walk = Walk(plan(routine_of(press), Choices(get_ready_seconds=0), UNPROFILED), BEGAN)
    for _ in range(seconds):
        walk.pass_by(1)
    walk.use("extend")
    finish(walk, 1)
    assert [it.at - BEGAN for it in walk.moments if it.cue is Cue.HALFWAY] == [37.5 if seconds < 30 else 30]
