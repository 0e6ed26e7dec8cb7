from datetime import UTC, datetime

from acutimer.core.fitting import plan
from acutimer.core.history import PhaseRecord, SessionRecord
from acutimer.core.planning import Choices, PhaseKind, Plan
from acutimer.core.points import Dose
from acutimer.core.routines import PressStep, RepsStep, Routine, Tempo
from acutimer.core.session import Outcome
from acutimer.core.sides import Side, Sides
from acutimer.ui.after.summary import Amount, summarise, was_stopped
from acutimer.ui.after.words import amount, duration, length, spoken_amount, title
from tests.unprofiled import UNPROFILED

AT = datetime(2025, 11, 20, 9, 30, tzinfo=UTC)


def dose(seconds: int) -> Dose:
    return Dose(seconds=seconds, min_seconds=30, max_seconds=120, source="balance")


def planned() -> Plan:
    """Get ready, left, changeover, right; get ready, 20 heel raises."""
    press = PressStep(say="Press", source="balance", point="ST36", dose=dose(120))
    raises = RepsStep(
        say="Rise", source="balance", exercise="heel-raises", reps=20, min_reps=10, max_reps=20, tempo=Tempo(2, 1, 3)
    )
    return plan(
        Routine(id="r", name="R", summary="", postures=(), equipment=(), steps=(press, raises), source="balance"),
        Choices(first_side=Side.RIGHT),
        UNPROFILED,
    )


def record(*phases: PhaseRecord, outcome: Outcome | None, seconds: float = 276) -> SessionRecord:
    return SessionRecord(
        id="1", routine="r", routine_name="R", started_at=AT, ended_at=AT, outcome=outcome, planned_seconds=seconds,
        practice_seconds=seconds, phases=phases,
    )  # fmt: skip


def lived(laid_out: Plan, index: int, seconds: float, outcome: Outcome, reps: int | None = None) -> PhaseRecord:
    phase = laid_out.phases[index]
    return PhaseRecord(
        ordinal=index, index=index, kind=phase.kind, subject=phase.subject, side=phase.side,
        planned_seconds=phase.seconds, done_seconds=seconds, planned_reps=phase.reps, done_reps=reps,
        outcome=outcome, ended_at=AT,
    )  # fmt: skip


def in_full(laid_out: Plan) -> tuple[PhaseRecord, ...]:
    phases = enumerate(laid_out.phases)
    return tuple(lived(laid_out, index, phase.seconds or 0, Outcome.DONE, phase.reps) for index, phase in phases)


def test_points_are_told_left_before_right_and_exercises_in_repetitions() -> None:
    laid_out = planned()
    press, raises = summarise(record(*in_full(laid_out), outcome=Outcome.DONE), None)
    assert list(press.sides.items()) == [(Side.LEFT, Amount(120, 120)), (Side.RIGHT, Amount(120, 120))]
    assert (press.subject, press.kind) == ("ST36", PhaseKind.PRESS)
    assert raises.sides == {Side.BOTH: Amount(20, 20, in_reps=True)}


def test_what_was_never_reached_is_planned_and_none_of_it_done() -> None:
    laid_out = planned()
    stopped = record(
        lived(laid_out, 0, 8, Outcome.DONE), lived(laid_out, 1, 40, Outcome.PARTIAL), outcome=Outcome.PARTIAL
    )
    press, raises = summarise(stopped, laid_out)
    assert press.sides == {Side.LEFT: Amount(0, 120), Side.RIGHT: Amount(40, 120)}
    assert amount(press.sides[Side.LEFT]) == "none"
    assert raises.sides == {Side.BOTH: Amount(0, 20, in_reps=True)}
    assert was_stopped(stopped, laid_out)
    assert title(stopped, laid_out) == "You stopped early"


def test_a_skipped_phase_counts_nothing() -> None:
    laid_out = planned()
    phases = [*in_full(laid_out)]
    phases[3] = lived(laid_out, 3, 0.7, Outcome.SKIPPED)
    skipped = record(*phases, outcome=Outcome.PARTIAL)
    press = summarise(skipped, laid_out)[0]
    assert press.sides[Side.LEFT] == Amount(0, 120)
    assert not was_stopped(skipped, laid_out)
    assert title(skipped, laid_out) == "Done in part"


def test_a_redone_phase_adds_to_what_was_done_and_not_to_what_was_planned() -> None:
    laid_out = planned()
    again = record(
        lived(laid_out, 1, 50, Outcome.PARTIAL), lived(laid_out, 1, 120, Outcome.DONE), outcome=Outcome.PARTIAL
    )
    told = summarise(again, None)[0].sides[Side.RIGHT]
    assert told == Amount(170, 120)
    assert told.share == 1


def test_both_hands_at_once_press_each_side_for_the_whole_time() -> None:
    press = PressStep(say="Press", source="qigong", point="EX-LE5", dose=dose(60), sides=Sides.BOTH)
    laid_out = plan(
        Routine(id="r", name="R", summary="", postures=(), equipment=(), steps=(press,), source="qigong"),
        Choices(),
        UNPROFILED,
    )
    told = summarise(record(*in_full(laid_out), outcome=Outcome.DONE), None)[0]
    assert told.sides == {Side.LEFT: Amount(60, 60), Side.RIGHT: Amount(60, 60)}


def test_a_stop_in_the_last_phase_is_a_stop() -> None:
    laid_out = planned()
    phases = [*in_full(laid_out)]
    phases[5] = lived(laid_out, 5, 30, Outcome.PARTIAL, reps=5)
    stopped = record(*phases, outcome=Outcome.PARTIAL)
    assert was_stopped(stopped, laid_out)
    assert amount(summarise(stopped, laid_out)[1].sides[Side.BOTH]) == "5 of 20"


def test_the_time_told_is_the_time_practised() -> None:
    laid_out = planned()
    whole = record(*in_full(laid_out), outcome=Outcome.DONE)
    assert title(whole, None) == "All done"
    assert length(whole) == "6\u00a0min, in full"
    part = record(lived(laid_out, 1, 73, Outcome.PARTIAL), outcome=Outcome.PARTIAL, seconds=780)
    assert length(part) == "1\u00a0min 13\u00a0s of 13\u00a0min"


def test_waiting_does_not_count_as_practice() -> None:
    unending = PhaseRecord(
        ordinal=0, index=0, kind=PhaseKind.WAIT, subject="settle", side=None, planned_seconds=None, done_seconds=600,
        planned_reps=None, done_reps=None, outcome=Outcome.DONE, ended_at=AT,
    )  # fmt: skip
    assert length(record(unending, outcome=Outcome.PARTIAL, seconds=300)) == "0\u00a0s of 5\u00a0min"


def test_durations_are_told_to_the_second_below_an_hour() -> None:
    told = [duration(seconds) for seconds in (45, 553, 780, 3900)]
    assert told == ["45\u00a0s", "9\u00a0min 13\u00a0s", "13\u00a0min", "1\u00a0h 5\u00a0min"]


def test_a_side_left_early_says_of_how_much() -> None:
    assert spoken_amount(Amount(38, 120)) == "0:38 of 2:00"
    assert spoken_amount(Amount(120, 120)) == "2:00"
    assert spoken_amount(Amount(0, 120)) == "none"
    assert spoken_amount(Amount(5, 20, in_reps=True)) == "5 of 20"
