from dataclasses import replace

import pytest

from acutimer.core.counting import done_of
from acutimer.core.fitting import plan
from acutimer.core.planning import Choices, PhaseKind, Plan
from acutimer.core.points import Dose
from acutimer.core.routines import BreathsStep, PressStep, RepsStep, RestStep, Step, Tempo, WaitStep
from acutimer.core.session import Held, Lived, Outcome, Over, Ready, Running, Session, Why
from acutimer.core.sides import Side, Sides
from tests.core.random_routines import routine_of
from tests.unprofiled import UNPROFILED

DOSE = Dose(seconds=60, min_seconds=30, max_seconds=120, source="balance")
PRESS = PressStep(say="Press", source="balance", point="KI3", dose=DOSE, circle_seconds=20)
RAISES = RepsStep(
    say="Lift",
    source="balance",
    exercise="heel-raises",
    reps=10,
    min_reps=5,
    max_reps=20,
    tempo=Tempo(2, 1, 3),
    sets=3,
)
WALK = WaitStep(say="Walk", source="balance", technique="walking")
REST = RestStep(say="Rest", source="product", seconds=40)

GET_READY, LEFT, CHANGEOVER, RIGHT = range(4)  # the phases of PRESS: 8 s, 60 s, 8 s, 60 s


def planned(*steps: Step) -> Plan:
    return plan(routine_of(*steps), Choices(), UNPROFILED)


def begun(*steps: Step, at: float = 0.0) -> Session:
    return Session(planned(*steps)).start(at)


def told(session: Session) -> list[tuple[int, Outcome, float]]:
    return [(lived.index, lived.outcome, lived.done_seconds) for lived in session.lived]


# -- time ------------------------------------------------------------------------------------------


def test_a_new_session_is_ready_and_time_does_nothing_to_it() -> None:
    session = Session(planned(PRESS))
    assert session.state == Ready()
    assert session.advance(1000).state == Ready()
    assert (session.index, session.phase, session.elapsed(5), session.left(5)) == (None, None, 0, None)
    assert session.to_go(5) == session.plan.seconds


def test_a_session_starts_once() -> None:
    session = begun(PRESS, at=100)
    assert session.state == Running(0, 100)
    assert session.start(200) == session


def test_a_phase_begins_when_the_one_before_it_ended() -> None:
    session = begun(PRESS, at=100).advance(109.5)
    assert session.state == Running(LEFT, 108)
    assert session.elapsed(109.5) == 1.5
    assert session.left(109.5) == 58.5


def test_a_phase_ends_at_its_deadline_and_not_before() -> None:
    session = begun(PRESS)
    assert session.advance(7.999).index == GET_READY
    assert session.advance(8).index == LEFT


def test_late_ticks_lose_no_time() -> None:
    session = begun(PRESS).advance(1000)
    assert session.state == Over(stopped=False)
    assert told(session) == [(0, Outcome.DONE, 8), (1, Outcome.DONE, 60), (2, Outcome.DONE, 8), (3, Outcome.DONE, 60)]


def test_a_phase_never_shows_more_time_than_it_has() -> None:
    session = begun(PRESS)
    assert session.elapsed(30) == 8
    assert session.left(30) == 0
    seen = session.current(30)
    assert seen is not None
    assert seen.done_seconds == 8


def test_time_to_go_counts_what_is_still_to_come() -> None:
    session = begun(PRESS, WALK, REST)
    assert session.to_go(0) == 8 + 60 + 8 + 60 + 40
    assert session.advance(10).to_go(10) == 58 + 8 + 60 + 40
    assert session.advance(136).to_go(500) == 40
    assert session.stop(20).to_go(20) == 0


def test_a_wait_lasts_until_the_user_says_go() -> None:
    session = begun(WALK, REST).advance(5000)
    assert session.index == 0
    assert session.left(5000) is None
    gone = session.go(5000)
    assert told(gone) == [(0, Outcome.DONE, 5000)]
    assert gone.state == Running(1, 5000)


# -- pausing and being away ------------------------------------------------------------------------


def test_a_pause_is_not_lived() -> None:
    session = begun(PRESS).advance(20).pause(20)
    assert session.state == Held(LEFT, 12, Why.PAUSED)
    assert session.advance(900) == session
    assert session.resume(900).left(900) == 48
    assert session.resume(900).advance(948).index == CHANGEOVER


def test_resuming_what_runs_changes_nothing() -> None:
    session = begun(PRESS).advance(20)
    assert session.resume(25) == session
    assert session.pause(30).pause(40) == session.pause(30)


def test_away_holds_the_phase_at_the_last_good_tick() -> None:
    session = begun(PRESS).advance(20).pause(20, Why.AWAY)
    assert session.state == Held(LEFT, 12, Why.AWAY)
    assert session.lived == begun(PRESS).advance(20).lived


def test_a_hold_from_before_the_phase_began_holds_it_at_its_start() -> None:
    skipped = begun(PRESS).advance(20).skip(20.4)
    assert skipped.pause(20.2, Why.AWAY).state == Held(CHANGEOVER, 0, Why.AWAY)


def test_a_pause_due_after_the_end_of_a_phase_holds_the_next_one() -> None:
    assert begun(PRESS).pause(9).state == Held(LEFT, 1, Why.PAUSED)


def test_a_session_is_taken_up_where_it_was() -> None:
    before = begun(PRESS).advance(30)
    taken_up = Session.restored(before.plan, before.lived, LEFT, 22)
    assert taken_up.state == Held(LEFT, 22, Why.RESTORED)
    assert told(taken_up.resume(7000).advance(7038)) == [(0, Outcome.DONE, 8), (1, Outcome.DONE, 60)]


# -- leaving a phase -------------------------------------------------------------------------------


def test_skipping_keeps_what_was_done_and_calls_it_partial() -> None:
    session = begun(PRESS).advance(20).skip(20)
    assert told(session)[-1] == (LEFT, Outcome.PARTIAL, 12)
    assert session.state == Running(CHANGEOVER, 20)


def test_a_phase_left_in_its_first_second_is_skipped() -> None:
    assert told(begun(PRESS).advance(8).skip(8.9))[-1][1] is Outcome.SKIPPED
    assert told(begun(PRESS).advance(8).skip(9.0))[-1][1] is Outcome.PARTIAL


def test_skipping_a_preparation_skips_what_it_prepares() -> None:
    session = begun(PRESS).skip(5)
    assert told(session) == [(GET_READY, Outcome.PARTIAL, 5), (LEFT, Outcome.SKIPPED, 0)]
    assert session.state == Running(CHANGEOVER, 5)


def test_skipped_repetitions_are_none() -> None:
    (_, missed) = begun(RAISES).skip(2).lived
    assert (missed.outcome, missed.done_reps) == (Outcome.SKIPPED, 0)


def test_skipping_a_rest_skips_only_the_rest() -> None:
    resting = begun(RAISES).advance(70)
    assert resting.phase is not None
    assert resting.phase.kind is PhaseKind.REST
    begun_again = resting.skip(72)
    assert (begun_again.index, len(begun_again.lived)) == (3, 3)


def test_skipping_the_last_phase_ends_the_session_by_itself() -> None:
    session = begun(PRESS).advance(100).skip(100)
    assert session.state == Over(stopped=False)
    assert session.skip(101) == session


def test_skipping_while_paused_goes_on_with_the_next_phase() -> None:
    session = begun(PRESS).advance(20).pause(20).skip(50)
    assert told(session)[-1] == (LEFT, Outcome.PARTIAL, 12)
    assert session.state == Running(CHANGEOVER, 50)


def test_going_back_later_than_three_seconds_begins_the_phase_again() -> None:
    session = begun(PRESS).advance(20).back(20)
    assert session.state == Running(LEFT, 20)
    assert told(session)[-1] == (LEFT, Outcome.PARTIAL, 12)


def test_going_back_within_three_seconds_goes_to_the_practice_before_made_ready_anew() -> None:
    assert begun(PRESS).advance(78).back(78).index == GET_READY
    assert begun(PRESS).advance(69).back(69).index == GET_READY
    assert begun(PRESS, PRESS).advance(146).back(146).index == CHANGEOVER


def test_going_back_from_a_set_goes_to_the_set_before_it() -> None:
    ready, first, _, second, _, third = range(6)
    in_second = begun(RAISES).advance(8 + 60 + 30)
    in_third = in_second.advance(8 + 60 + 30 + 60 + 30)
    assert (in_second.index, in_second.back(99).index) == (second, ready)
    assert (in_third.index, in_third.back(189).index) == (third, second)
    assert first == 1


def test_going_back_from_a_rest_or_after_a_wait_of_its_own_finds_it() -> None:
    after_walk = begun(WALK, REST).advance(50).go(50)
    assert after_walk.back(51).index == 0
    assert begun(REST, PRESS).advance(41).back(41).index == 0
    after_press_and_walk = begun(PRESS, WALK, REST).advance(140).go(140)
    assert after_press_and_walk.back(141).phase == after_press_and_walk.plan.phases[4]


def test_going_back_at_the_very_beginning_begins_again() -> None:
    assert begun(PRESS).back(1).state == Running(0, 1)


def test_redoing_appends_a_record_and_keeps_the_old_one() -> None:
    session = begun(PRESS).advance(30).redo(30).advance(90)
    assert told(session) == [(0, Outcome.DONE, 8), (1, Outcome.PARTIAL, 22), (1, Outcome.DONE, 60)]


# -- go, wait, extend, stop ------------------------------------------------------------------------


def test_go_ends_a_preparation_or_a_rest_early() -> None:
    session = begun(PRESS).go(3)
    assert told(session) == [(GET_READY, Outcome.PARTIAL, 3)]
    assert session.state == Running(LEFT, 3)


def test_go_does_not_end_practice() -> None:
    session = begun(PRESS).advance(20)
    assert session.go(20) == session


def test_wait_lets_a_preparation_last_until_go() -> None:
    session = begun(PRESS).wait(3).advance(600)
    assert session.index == GET_READY
    assert session.left(600) is None
    assert told(session.go(600)) == [(GET_READY, Outcome.DONE, 600)]


def test_wait_during_practice_is_a_pause() -> None:
    assert begun(PRESS).advance(20).wait(20).state == Held(LEFT, 12, Why.PAUSED)


def test_extending_adds_fifteen_seconds_to_both_sides() -> None:
    session = begun(PRESS).advance(20).extend(20)
    assert session.plan.phases[LEFT].seconds == 75
    assert session.plan.phases[RIGHT].seconds == 75
    assert session.left(20) == 63


def test_extending_the_second_side_leaves_the_first_alone() -> None:
    session = begun(PRESS).advance(80).extend(80)
    assert [phase.seconds for phase in session.plan.phases] == [8, 60, 8, 75]


def test_extending_a_changeover_lengthens_only_the_changeover() -> None:
    session = begun(PRESS).advance(70).extend(70)
    assert [phase.seconds for phase in session.plan.phases] == [8, 60, 23, 60]


def test_extending_lengthens_the_part_being_practised() -> None:
    pressing, circling = begun(PRESS).advance(20).extend(20), begun(PRESS).advance(60).extend(60)
    assert [pressing.plan.phases[side].circle_seconds for side in (LEFT, RIGHT)] == [20, 20]
    assert [circling.plan.phases[side].circle_seconds for side in (LEFT, RIGHT)] == [35, 35]


def test_extending_a_set_adds_five_repetitions() -> None:
    session = begun(RAISES).advance(20).extend(20)
    assert session.phase is not None
    assert (session.phase.reps, session.phase.seconds) == (15, 90)
    assert told(session.advance(98))[-1] == (1, Outcome.DONE, 90)
    assert session.advance(98).lived[-1].done_reps == 15


@pytest.mark.parametrize(("in_seconds", "more"), [(4, 2), (9, 1), (1, 4)])
def test_extending_breaths_adds_whole_ones_for_fifteen_seconds_or_a_little_more(in_seconds: int, more: int) -> None:
    whole = 2 * in_seconds + 2
    breathing = BreathsStep(
        say="Breathe", source="balance", breaths=5, in_seconds=in_seconds, out_seconds=in_seconds + 2
    )
    session = begun(breathing).advance(8).extend(8 + 2.5 * whole)
    assert session.phase is not None
    assert (session.phase.breaths, session.phase.seconds) == (5 + more, (5 + more) * whole)
    assert 15 <= more * whole < 15 + whole
    assert done_of(session.phase, 2.5 * whole) == 2


def test_there_is_nothing_to_add_to_a_wait() -> None:
    session = begun(WALK)
    assert session.extend(5) == session


def test_extending_while_paused_keeps_the_pause() -> None:
    session = begun(PRESS).advance(20).pause(20).extend(30)
    assert session.state == Held(LEFT, 12, Why.PAUSED)
    assert session.left(30) == 63


def test_stopping_keeps_what_was_done() -> None:
    session = begun(PRESS).advance(20).stop(20)
    assert session.state == Over(stopped=True)
    assert told(session) == [(0, Outcome.DONE, 8), (1, Outcome.PARTIAL, 12)]
    assert session.stop(30) == session


def test_stopping_early_keeps_the_repetitions_done() -> None:
    session = begun(RAISES).advance(8).stop(8 + 6 * 4 + 5)
    assert session.lived[-1].done_reps == 4


def test_stopping_before_the_start_leaves_nothing() -> None:
    assert Session(planned(PRESS)).stop(5) == Session(planned(PRESS), Over(stopped=True))


def test_undoing_a_stop_goes_on_with_the_value_held_at_that_moment() -> None:
    running = begun(PRESS).advance(20)
    kept = running.pause(20)
    assert running.stop(20).state == Over(stopped=True)
    assert told(kept.resume(28).advance(28 + 48)) == [(0, Outcome.DONE, 8), (1, Outcome.DONE, 60)]


def test_controls_do_nothing_to_a_session_that_is_over_or_not_begun() -> None:
    for session in (Session(planned(PRESS)), begun(PRESS).advance(1000)):
        for control in ("pause", "resume", "go", "wait", "skip", "back", "redo", "extend"):
            assert getattr(session, control)(2000) == session


# -- what is running, seen at a moment -------------------------------------------------------------


def test_the_running_phase_is_seen_as_it_would_be_kept() -> None:
    session = begun(PRESS).advance(20)
    assert session.current(20) == Lived(LEFT, session.plan.phases[LEFT], Outcome.PARTIAL, 12, None)
    assert Session(planned(PRESS)).current(3) is None


@pytest.mark.parametrize(("elapsed", "done"), [(0, 0), (5.99, 0), (6, 1), (17.9, 2), (60, 10)])
def test_a_repetition_counts_when_it_is_finished(elapsed: float, done: int) -> None:
    seen = begun(RAISES).advance(8).current(8 + elapsed)
    assert seen is not None
    assert seen.done_reps == done


def test_breaths_count_no_repetitions() -> None:
    seen = begun(BreathsStep(say="Breathe", source="balance")).advance(20).current(20)
    assert seen is not None
    assert seen.done_reps is None


def test_each_side_of_several_sets_is_extended_in_its_own_set() -> None:
    session = begun(replace(RAISES, sides=Sides.EACH)).advance(8 + 60 + 30 + 5)
    extended = session.extend(103).plan.phases
    sets = [(phase.side, phase.reps) for phase in extended if phase.kind is PhaseKind.REPS]
    left, right = Side.LEFT, Side.RIGHT
    assert sets == [(left, 10), (left, 15), (left, 10), (right, 10), (right, 15), (right, 10)]


def test_seeking_back_practises_the_last_seconds_again_and_keeps_its_planned_time() -> None:
    session = begun(PRESS).advance(30)
    back = session.seek(30, -10)
    assert back.elapsed(30) == pytest.approx(session.elapsed(30) - 10)
    assert back.plan == session.plan
    assert back.seek(30, -1000).elapsed(30) == 0
    held = session.pause(30).seek(40, -5)
    assert isinstance(held.state, Held)
    assert held.elapsed(40) == pytest.approx(session.elapsed(30) - 5)


def test_seeking_forward_counts_nothing_that_was_not_practised() -> None:
    session = begun(PRESS).advance(30)
    assert session.seek(30, 5) == session
    left = session.left(30)
    assert left is not None
    assert session.seek(30, left + 1) == session.skip(30)
