from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acutimer.core.correcting import by_hand, kinds_of, with_amount
from acutimer.core.fitting import plan
from acutimer.core.history import PhaseRecord, SessionRecord, practice_places
from acutimer.core.planning import Choices, Phase, PhaseKind, Plan
from acutimer.core.remaining import LEAST_SECONDS, rest_of
from acutimer.core.routines import RepsStep
from acutimer.core.session import Outcome, Over, Running, Session
from acutimer.core.sides import Side
from tests.core.random_routines import PLANS
from tests.shipped import LIBRARY
from tests.unprofiled import UNPROFILED

NOW = datetime(2026, 11, 21, 20, 0, tzinfo=UTC)
ROUTINES = sorted(LIBRARY.routines)


def plan_of(routine: str, *, get_ready_seconds: int = 8) -> Plan:
    return plan(LIBRARY.routines[routine], Choices(get_ready_seconds=get_ready_seconds), UNPROFILED)


def whole(laid_out: Plan) -> SessionRecord:
    return replace(by_hand(laid_out, "a", NOW, now=NOW), by_hand=False)


def stopped(laid_out: Plan, place: int, seconds: float = 0.0) -> SessionRecord:
    """Stopped in the phase at `place` after so many seconds."""
    record = whole(laid_out)
    record = replace(record, phases=record.phases[: place + 1], outcome=Outcome.PARTIAL)
    return with_amount(record, place, seconds=seconds, kinds=kinds_of(laid_out))


def skipping(laid_out: Plan, *places: int) -> SessionRecord:
    record = whole(laid_out)
    for place in places:
        record = with_amount(record, place, seconds=0, kinds=kinds_of(laid_out))
    return record


def told(rest: Plan | None) -> list[tuple[str, str | None, str | None, float | None]]:
    assert rest is not None
    return [(it.kind.value, it.subject, None if it.side is None else it.side.value, it.seconds) for it in rest.phases]


def of(phases: tuple[Phase, ...], kind: PhaseKind) -> list[Phase]:
    return [phase for phase in phases if phase.kind is kind]


def test_of_a_session_done_nothing_is_left() -> None:
    laid_out = plan_of("knee-pain-press")
    assert rest_of(laid_out, whole(laid_out)) is None


def test_a_press_left_early_leaves_its_rest_and_what_was_never_reached() -> None:
    laid_out = plan_of("knee-pain-press")
    rest = rest_of(laid_out, stopped(laid_out, 10, 73))
    assert told(rest) == [
        ("wait", "settle", None, None),
        ("get_ready", "ST36", "left", 8),
        ("press", "ST36", "left", 47),
        ("changeover", "ST36", "right", 8),
        ("press", "ST36", "right", 120),
    ]
    assert rest is not None
    assert [press.circle_seconds for press in of(rest.phases, PhaseKind.PRESS)] == [30, 30]
    assert rest.routine == laid_out.routine


def test_circles_are_what_a_press_ends_with() -> None:
    laid_out = plan_of("knee-pain-press")
    rest = rest_of(laid_out, stopped(laid_out, 12, 100))
    assert rest is not None
    assert (rest.phases[-1].seconds, rest.phases[-1].circle_seconds) == (20, 20)


@pytest.mark.parametrize(("seconds", "is_left"), [(110, True), (110.5, True), (111, False), (119.9, False)])
def test_less_than_ten_seconds_are_not_worth_getting_ready_for(seconds: float, is_left: bool) -> None:
    laid_out = plan_of("knee-pain-press")
    assert (rest_of(laid_out, stopped(laid_out, 12, seconds)) is not None) == is_left


def test_a_right_side_alone_is_made_ready_for_and_not_changed_over_to() -> None:
    laid_out = plan_of("balance-points")
    assert told(rest_of(laid_out, stopped(laid_out, 4))) == [
        ("get_ready", "KI3", "right", 8),
        ("press", "KI3", "right", 120),
    ]


def test_a_side_that_waits_for_the_user_waits_again() -> None:
    laid_out = plan_of("walk-and-soak")
    assert told(rest_of(laid_out, skipping(laid_out, 8)))[0] == ("get_ready", "calf-massage", "right", None)


def test_the_safety_cord_is_clipped_again() -> None:
    laid_out = plan_of("backward-treadmill")
    rest = told(rest_of(laid_out, skipping(laid_out, 7)))
    assert rest == [
        ("wait", None, None, None),
        ("wait", None, None, None),
        ("get_ready", "backward-walking", None, None),
        ("technique", "backward-walking", None, 180),
    ]


def test_a_walk_never_taken_is_left_without_a_length() -> None:
    laid_out = plan_of("walk-and-soak")
    record = whole(laid_out)
    walk = replace(record.phases[2], outcome=Outcome.SKIPPED, done_seconds=0.0)
    rest = rest_of(laid_out, replace(record, phases=(*record.phases[:2], walk, *record.phases[3:])))
    assert told(rest) == [("wait", "walking", None, None)]


def test_a_drink_that_was_not_waited_for_is_no_practice() -> None:
    laid_out = plan_of("post-workout-recovery")
    record = whole(laid_out)
    assert rest_of(laid_out, replace(record, phases=record.phases[:-1])) is None


def test_repetitions_are_left_by_their_number() -> None:
    laid_out = plan_of("daily-strength")
    record = with_amount(whole(laid_out), 3, reps=12)
    rest = rest_of(laid_out, record)
    assert rest is not None
    assert [phase.kind for phase in rest.phases] == [PhaseKind.GET_READY, PhaseKind.REPS]
    left = rest.phases[1]
    assert (left.reps, left.seconds, left.set_number, left.sets) == (8, 48, 2, 2)
    assert rest_of(laid_out, with_amount(whole(laid_out), 3, reps=19)) is None, "one is less than ten seconds"


def test_rests_stay_between_sets_that_stay() -> None:
    laid_out = plan_of("daily-strength")
    both = told(rest_of(laid_out, skipping(laid_out, 6, 8)))
    assert [kind for kind, *_ in both] == ["get_ready", "reps", "rest", "reps"]
    across = told(rest_of(laid_out, skipping(laid_out, 3, 6)))
    assert [kind for kind, *_ in across] == ["get_ready", "reps", "rest", "get_ready", "reps"]


def test_two_sets_with_a_done_one_between_them_are_rested_between() -> None:
    strength = LIBRARY.routines["daily-strength"]
    step = strength.steps[0]
    assert isinstance(step, RepsStep)
    laid_out = plan(replace(strength, steps=(replace(step, sets=3),)), Choices(), UNPROFILED)
    rest = rest_of(laid_out, skipping(laid_out, 1, 5))
    assert rest is not None
    assert [(it.kind.value, it.set_number) for it in rest.phases] == [
        ("get_ready", 1),
        ("reps", 1),
        ("rest", 3),
        ("reps", 3),
    ]


def test_breaths_and_pats_stay_whole() -> None:
    breathing = plan_of("morning-balance")
    rest = rest_of(breathing, stopped(breathing, 15, 23))
    assert rest is not None
    assert (rest.phases[-1].breaths, rest.phases[-1].seconds) == (3, 30)
    patting = plan_of("qigong-knee-massage")
    rest = rest_of(patting, stopped(patting, 17, 20))
    assert rest is not None
    left = of(rest.phases, PhaseKind.PATS)[0]
    assert left.seconds == pytest.approx(26 * 0.7)
    assert left.pats == 9


def test_of_what_was_done_twice_the_most_counts() -> None:
    laid_out = plan_of("knee-pain-press")
    once = stopped(laid_out, 12, 30)
    again = replace(once.phases[-1], ordinal=13, done_seconds=60.0)
    assert told(rest_of(laid_out, replace(once, phases=(*once.phases, again))))[-1][-1] == 60
    done = replace(again, outcome=Outcome.DONE, done_seconds=120.0)
    assert rest_of(laid_out, replace(once, phases=(*once.phases, done))) is None


def test_a_half_told_before_is_told_anew() -> None:
    laid_out = plan_of("balance-points")
    lengthened = laid_out.with_phase(5, replace(laid_out.phases[5], seconds=135, half_seconds=60))
    rest = rest_of(lengthened, stopped(laid_out, 4))
    assert rest is not None
    assert (rest.phases[-1].seconds, rest.phases[-1].half_seconds) == (135, None)


def test_without_getting_ready_the_rest_begins_at_once() -> None:
    laid_out = plan_of("balance-points", get_ready_seconds=0)
    assert told(rest_of(laid_out, skipping(laid_out, 0, 1, 3))) == [
        ("press", "BL23", "both", 120),
        ("press", "KI3", "left", 120),
        ("changeover", "KI3", "right", 8),
        ("press", "KI3", "right", 120),
    ]


# -- whatever was done ---------------------------------------------------------------------------


def done_best(phase: Phase, place: int, record: SessionRecord) -> tuple[float, int]:
    """The most seconds and repetitions done of a phase of the plan."""
    lived = [it for it in record.phases if it.index == place and it.outcome is not Outcome.SKIPPED]
    seconds = max((min(it.done_seconds, phase.seconds or it.done_seconds) for it in lived), default=0.0)
    return seconds, max((it.done_reps or 0 for it in lived), default=0)


def assert_adds_up(laid_out: Plan, record: SessionRecord) -> None:
    rest = rest_of(laid_out, record)
    places = sorted(practice_places(kinds_of(laid_out)))
    pieces = list(rest.phases) if rest is not None else []
    work = [it for number, it in enumerate(pieces) if number in practice_places((p.kind, p.subject) for p in pieces)]
    waiting = iter(work)
    upcoming = next(waiting, None)
    for place in places:
        phase = laid_out.phases[place]
        is_done = any(it.index == place and it.outcome is Outcome.DONE for it in record.phases)
        seconds, reps = done_best(phase, place, record)
        is_it = upcoming is not None and same_work(upcoming, phase) and not is_done
        if not is_it or upcoming is None:
            missing = (phase.seconds or 0.0) * (1 - reps / phase.reps) if phase.reps else (phase.seconds or 0) - seconds
            assert is_done or (phase.seconds is not None and missing < LEAST_SECONDS)
            continue
        if phase.reps is not None:
            assert upcoming.reps == phase.reps - min(reps, phase.reps)
        elif phase.kind is PhaseKind.BREATHS:
            assert upcoming.breaths == phase.breaths - int((seconds + 1e-6) // (phase.in_seconds + phase.out_seconds))
        elif phase.seconds is not None and upcoming.seconds is not None:
            assert -1e-6 <= upcoming.seconds + seconds - phase.seconds < max(1.0, phase.beat_seconds) + 1e-6
        upcoming = next(waiting, None)
    assert upcoming is None, "nothing in the rest that was not missing"


def same_work(one: Phase, other: Phase) -> bool:
    return (one.kind, one.step, one.side, one.set_number) == (other.kind, other.step, other.side, other.set_number)


def assert_is_a_plan(laid_out: Plan, rest: Plan) -> None:
    """Every phase could stand in a plan, and the rest can be walked to its end."""
    places = practice_places(kinds_of(rest))
    for number, phase in enumerate(rest.phases):
        assert phase.seconds is None or phase.seconds > 0
        assert 0 <= phase.circle_seconds <= (phase.seconds or 0)
        assert phase.step < len(rest.routine.steps)
        if phase.kind.prepares:
            upcoming = rest.phases[number + 1]
            assert upcoming.kind.is_practice
            assert (upcoming.subject, upcoming.side, upcoming.step) == (phase.subject, phase.side, phase.step)
        if phase.kind is PhaseKind.CHANGEOVER:
            before = rest.phases[number - 1]
            assert number > 0
            assert before.step == phase.step
            assert before.side is not phase.side
        if phase.kind is PhaseKind.REST and number not in places:
            assert 0 < number < len(rest.phases) - 1 or phase in laid_out.phases
    session = Session(rest).start(0.0)
    now = 0.0
    while isinstance(session.state, Running):
        assert session.phase is not None
        now += session.phase.seconds or 1.0
        session = session.advance(now) if session.phase.seconds else session.go(now)
    assert session.state == Over(stopped=False)


@pytest.mark.parametrize("routine", ROUTINES)
@pytest.mark.parametrize("share", [0.0, 0.02, 0.5, 0.97])
def test_every_routine_stopped_anywhere_leaves_just_what_is_missing(routine: str, share: float) -> None:
    laid_out = plan_of(routine)
    for place, phase in enumerate(laid_out.phases):
        record = stopped(laid_out, place, share * (20 if phase.seconds is None else phase.seconds))
        assert_adds_up(laid_out, record)
        rest = rest_of(laid_out, record)
        if rest is None:
            continue
        assert_is_a_plan(laid_out, rest)
        first = next(number for number, it in enumerate(rest.phases) if it.kind.is_practice)
        begins = rest.phases[max(0, first - 1)].kind
        assert begins is PhaseKind.GET_READY


@given(laid_out=PLANS, data=st.data())
def test_whatever_was_left_out_is_what_is_left(laid_out: Plan, data: st.DataObject) -> None:
    record = whole(laid_out)
    reached = data.draw(st.integers(0, len(record.phases)))
    phases: list[PhaseRecord] = []
    for phase in record.phases[:reached]:
        full = 20.0 if phase.planned_seconds is None else phase.planned_seconds
        share = data.draw(st.sampled_from((0.0, 0.3, 0.9, 1.0, 1.0)))
        reps = None if phase.planned_reps is None else int(phase.planned_reps * share)
        outcome = Outcome.DONE if share == 1.0 else Outcome.PARTIAL if full * share >= 1 else Outcome.SKIPPED
        phases.append(replace(phase, done_seconds=full * share, done_reps=reps, outcome=outcome))
    record = replace(record, phases=tuple(phases))
    assert_adds_up(laid_out, record)
    rest = rest_of(laid_out, record)
    if rest is not None:
        assert_is_a_plan(laid_out, rest)
        assert rest_of(rest, whole(rest)) is None, "and done, it leaves nothing"


@given(laid_out=PLANS)
def test_of_a_session_of_which_nothing_was_done_all_is_left(laid_out: Plan) -> None:
    record = replace(whole(laid_out), phases=())
    rest = rest_of(laid_out, record)
    assert rest is not None
    last = max(practice_places(kinds_of(laid_out)))
    assert rest.phases == laid_out.phases[: last + 1]


@pytest.mark.parametrize("side", [Side.LEFT, Side.RIGHT])
def test_one_side_alone_stays_alone(side: Side) -> None:
    laid_out = plan(LIBRARY.routines["knee-pain-press"], Choices(side=side), UNPROFILED)
    rest = rest_of(laid_out, stopped(laid_out, 1))
    assert rest is not None
    assert {it.side for it in rest.phases if it.kind is not PhaseKind.WAIT} == {side}
