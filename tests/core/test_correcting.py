from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from acutimer.core.correcting import (
    MOST_REPS,
    MOST_SECONDS,
    by_hand,
    kinds_of,
    moved,
    on_the_clock,
    restarted,
    with_amount,
    with_reached,
)
from acutimer.core.fitting import plan
from acutimer.core.history import SessionRecord, outcome_of, practice_places
from acutimer.core.planning import Choices, PhaseKind, Plan
from acutimer.core.session import Outcome
from tests.core.random_routines import PLANS
from tests.shipped import LIBRARY
from tests.unprofiled import UNPROFILED

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 21, 20, 0, tzinfo=UTC)
MORNING = datetime(2026, 11, 20, 7, 31, tzinfo=UTC)


def shown(text: str) -> datetime:
    """What a clock shows."""
    return datetime.fromisoformat(text)


STARTS = st.datetimes(shown("2025-01-01"), shown("2026-11-20"), timezones=st.just(BERLIN))


def in_berlin(naive: datetime) -> datetime:
    """What `naive.astimezone()` gives on a computer in Berlin."""
    return naive.replace(tzinfo=BERLIN).astimezone(UTC).astimezone(BERLIN)


def plan_of(routine: str) -> Plan:
    return plan(LIBRARY.routines[routine], Choices(), UNPROFILED)


def measured(laid_out: Plan, *, started_at: datetime = MORNING, idle_seconds: float = 0.0) -> SessionRecord:
    """A session done in full and kept by the clock, with a pause of `idle_seconds` in every phase."""
    record = by_hand(laid_out, "a", started_at, now=NOW)
    idle = timedelta(seconds=idle_seconds)
    phases = tuple(
        replace(phase, ended_at=phase.ended_at + idle * number) for number, phase in enumerate(record.phases, 1)
    )
    return replace(record, phases=phases, ended_at=phases[-1].ended_at, by_hand=False)


def place_of(laid_out: Plan, kind: PhaseKind) -> int:
    return next(index for index, phase in enumerate(laid_out.phases) if phase.kind is kind)


def lengths(record: SessionRecord) -> list[timedelta]:
    """From the start to every end, in true time."""
    ends = [phase.ended_at for phase in record.phases] + ([record.ended_at] if record.ended_at else [])
    return [end.astimezone(UTC) - record.started_at.astimezone(UTC) for end in ends]


# -- another time --------------------------------------------------------------------------------


@given(laid_out=PLANS, start=STARTS, other=STARTS)
def test_a_session_moved_lasts_as_long_as_it_did_over_daylight_saving_too(
    laid_out: Plan, start: datetime, other: datetime
) -> None:
    record = by_hand(laid_out, "a", start, now=NOW)
    there = moved(record, other, now=NOW)
    assert there.started_at == other.astimezone(UTC)
    assert lengths(there) == lengths(record)
    assert [phase.done_seconds for phase in there.phases] == [phase.done_seconds for phase in record.phases]
    ends = {end.utcoffset() for end in (there.started_at, there.ended_at, *(it.ended_at for it in there.phases)) if end}
    assert ends == {other.utcoffset()}
    assert moved(there, record.started_at, now=NOW) == record


def test_a_session_that_is_not_over_moves_without_an_end() -> None:
    record = replace(measured(plan_of("balance-points")), ended_at=None, outcome=None)
    assert moved(record, MORNING - timedelta(days=1), now=NOW).ended_at is None


def test_a_start_to_come_is_refused_in_words() -> None:
    record = measured(plan_of("balance-points"))
    assert moved(record, NOW, now=NOW).started_at == NOW
    with pytest.raises(ValueError, match=r"^That is still to come\. Choose a time that has passed\.$"):
        moved(record, NOW + timedelta(seconds=1), now=NOW)


def test_a_start_needs_its_offset() -> None:
    with pytest.raises(ValueError, match="offset"):
        moved(measured(plan_of("balance-points")), shown("2026-11-20T07:31"), now=NOW)


def test_the_time_that_spring_leaves_out_is_moved_forward() -> None:
    missing = on_the_clock(shown("2026-03-29T02:30"), in_berlin)
    assert missing.isoformat() == "2026-03-29T03:30:00+02:00"
    zone_of_its_own = on_the_clock(shown("2026-03-29T02:30"), lambda naive: naive.replace(tzinfo=BERLIN))
    assert zone_of_its_own.isoformat() == missing.isoformat()


@given(st.datetimes(shown("2025-01-01"), shown("2026-12-31")))
def test_any_other_time_is_as_the_clock_shows_it(naive: datetime) -> None:
    there = on_the_clock(naive, in_berlin)
    assume(not (naive.month == 3 and naive.hour == 2))
    assert there.replace(tzinfo=None) == naive
    assert there == naive.replace(tzinfo=BERLIN).astimezone(UTC)
    assert there.tzinfo is not BERLIN, "an offset, not a zone"


def test_a_session_of_here_takes_the_offset_of_its_new_day() -> None:
    record = measured(plan_of("balance-points"), started_at=datetime(2026, 11, 20, 7, 31, tzinfo=BERLIN))
    assert restarted(record, shown("2026-07-01T07:31"), in_berlin).isoformat() == "2026-07-01T07:31:00+02:00"


def test_a_session_of_a_journey_stays_on_the_clock_it_began_on() -> None:
    record = measured(plan_of("balance-points"), started_at=datetime(2026, 7, 1, 7, 31, tzinfo=ZoneInfo("Asia/Tokyo")))
    assert restarted(record, shown("2026-07-01T07:26"), in_berlin).isoformat() == "2026-07-01T07:26:00+09:00"


@pytest.mark.parametrize(("fold", "offset"), [(0, "+02:00"), (1, "+01:00")])
def test_the_hour_that_comes_twice_stays_the_one_it_was(fold: int, offset: str) -> None:
    began = datetime(2026, 10, 25, 2, 31, tzinfo=BERLIN, fold=fold)
    record = measured(plan_of("balance-points"), started_at=began)
    there = restarted(record, shown("2026-10-25T02:20"), in_berlin)
    assert there.isoformat() == f"2026-10-25T02:20:00{offset}"
    assert restarted(record, shown("2026-03-29T02:30"), in_berlin).isoformat() == "2026-03-29T03:30:00+02:00"


# -- other amounts -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("seconds", "outcome", "whole"),
    [
        (0, Outcome.SKIPPED, Outcome.PARTIAL),
        (73, Outcome.PARTIAL, Outcome.PARTIAL),
        (120, Outcome.DONE, Outcome.DONE),
        (150, Outcome.DONE, Outcome.DONE),
    ],
)
def test_the_outcomes_follow_the_amount(seconds: float, outcome: Outcome, whole: Outcome) -> None:
    laid_out = plan_of("balance-points")
    corrected = with_amount(measured(laid_out), 3, seconds=seconds, kinds=kinds_of(laid_out))
    assert (corrected.phases[3].done_seconds, corrected.phases[3].outcome) == (seconds, outcome)
    assert corrected.outcome is whole


def test_a_session_of_which_nothing_is_left_was_skipped() -> None:
    laid_out = plan_of("balance-points")
    record = measured(laid_out)
    for place in (1, 3, 5):
        record = with_amount(record, place, seconds=0, kinds=kinds_of(laid_out))
    assert (record.outcome, record.done_seconds) == (Outcome.SKIPPED, 0)


def test_repetitions_bring_their_seconds_and_seconds_their_repetitions() -> None:
    laid_out = plan_of("daily-strength")
    record = measured(laid_out)
    fewer = with_amount(record, 1, reps=18).phases[1]
    assert (fewer.done_reps, fewer.done_seconds, fewer.outcome) == (18, 108, Outcome.PARTIAL)
    more = with_amount(record, 1, reps=25).phases[1]
    assert (more.done_reps, more.done_seconds, more.outcome) == (25, 150, Outcome.DONE)
    timed = with_amount(record, 1, seconds=113).phases[1]
    assert (timed.done_reps, timed.done_seconds, timed.outcome) == (18, 113, Outcome.PARTIAL)
    both = with_amount(record, 1, seconds=200, reps=20).phases[1]
    assert (both.done_reps, both.done_seconds, both.outcome) == (20, 200, Outcome.DONE)
    none = with_amount(record, 1, reps=0).phases[1]
    assert (none.done_reps, none.done_seconds, none.outcome) == (0, 0, Outcome.SKIPPED)


def test_a_walk_has_no_full_length() -> None:
    laid_out = plan_of("walk-and-soak")
    record = with_amount(measured(laid_out), 2, seconds=60, kinds=kinds_of(laid_out))
    assert (record.phases[2].outcome, record.outcome) == (Outcome.DONE, Outcome.DONE)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"seconds": -1}, "A time is from 0 seconds to 24 hours."),
        ({"seconds": MOST_SECONDS + 1}, "A time is from 0 seconds to 24 hours."),
        ({"seconds": float("nan")}, "A time is from 0 seconds to 24 hours."),
        ({"reps": 3}, "Repetitions are not counted here."),
        ({}, "Say how many seconds or repetitions it was."),
    ],
)
def test_an_amount_out_of_its_limits_is_refused_in_words(change: dict[str, int], words: str) -> None:
    with pytest.raises(ValueError, match=words.replace(".", r"\.")):
        with_amount(measured(plan_of("balance-points")), 1, **change)  # type: ignore[arg-type]


@pytest.mark.parametrize("reps", [-1, MOST_REPS + 1])
def test_repetitions_have_limits_too(reps: int) -> None:
    with pytest.raises(ValueError, match=r"Repetitions are a number from 0 to 10000\."):
        with_amount(measured(plan_of("daily-strength")), 1, reps=reps)
    assert with_amount(measured(plan_of("daily-strength")), 1, reps=MOST_REPS).phases[1].done_reps == MOST_REPS


def test_a_phase_that_is_not_there_is_our_own_fault() -> None:
    with pytest.raises(IndexError):
        with_amount(measured(plan_of("balance-points")), 99, seconds=3)


def test_less_leaves_the_clock_as_it_was_measured() -> None:
    record = measured(plan_of("balance-points"))
    corrected = with_amount(record, 3, seconds=73)
    assert lengths(corrected) == lengths(record)


def test_more_fills_the_pause_first_and_then_ends_later() -> None:
    record = measured(plan_of("balance-points"), idle_seconds=20)
    paused = with_amount(record, 3, seconds=140)
    assert lengths(paused) == lengths(record)
    longer = with_amount(record, 3, seconds=150)
    assert lengths(longer)[:3] == lengths(record)[:3]
    assert [after - before for after, before in zip(lengths(longer), lengths(record), strict=True)][3:] == [
        timedelta(seconds=10)
    ] * 4


def test_what_was_never_measured_is_laid_out_anew() -> None:
    record = by_hand(plan_of("balance-points"), "a", MORNING, now=NOW)
    shorter = with_amount(record, 3, seconds=60)
    assert shorter.ended_at == MORNING + timedelta(seconds=384 - 60)
    assert with_amount(shorter, 3, seconds=120) == record


def test_a_session_that_is_not_over_gets_no_outcome() -> None:
    record = replace(measured(plan_of("balance-points")), ended_at=None, outcome=None)
    assert with_amount(record, 3, seconds=3).outcome is None


def test_without_its_plan_a_session_is_judged_by_what_it_kept() -> None:
    record = measured(plan_of("balance-points"))
    partly = with_amount(record, 3, seconds=3)
    assert partly.outcome is Outcome.PARTIAL
    assert with_amount(partly, 3, seconds=120).outcome is Outcome.DONE
    stopped = replace(partly, phases=partly.phases[:4])
    assert with_amount(stopped, 3, seconds=120).outcome is Outcome.PARTIAL, "the right side was planned, too"


def test_what_was_never_reached_can_be_given_an_amount() -> None:
    laid_out = plan_of("daily-strength")
    whole = measured(laid_out)
    stopped = replace(whole, phases=whole.phases[:8], outcome=Outcome.PARTIAL)
    reached = with_reached(stopped, laid_out, 8)
    added = reached.phases[-1]
    assert (added.ordinal, added.index, added.subject, added.done_reps) == (8, 8, "chair-squats", 0)
    assert (added.outcome, added.ended_at) == (Outcome.SKIPPED, stopped.phases[-1].ended_at)
    given_all = with_amount(reached, 8, reps=10, kinds=kinds_of(laid_out))
    assert given_all.outcome is Outcome.DONE
    assert given_all.done_seconds == whole.done_seconds


@given(laid_out=PLANS, data=st.data())
def test_every_correction_keeps_the_session_consistent(laid_out: Plan, data: st.DataObject) -> None:
    record = measured(laid_out, idle_seconds=data.draw(st.integers(0, 30)))
    kinds = kinds_of(laid_out)
    for _ in range(data.draw(st.integers(1, 4))):
        ordinal = data.draw(st.integers(0, len(record.phases) - 1))
        before = record
        if record.phases[ordinal].planned_reps is None:
            seconds = data.draw(st.integers(0, 400))
            record = with_amount(record, ordinal, seconds=seconds, kinds=kinds)
            assert record.phases[ordinal].done_seconds == seconds
        else:
            reps = data.draw(st.integers(0, 60))
            record = with_amount(record, ordinal, reps=reps, kinds=kinds)
            assert record.phases[ordinal].done_reps == reps
        others = [number for number in range(len(record.phases)) if number != ordinal]
        assert all(
            replace(record.phases[it], ended_at=before.phases[it].ended_at) == before.phases[it] for it in others
        )
    began = record.started_at
    for phase in record.phases:
        full = phase.planned_seconds if phase.planned_reps is None else phase.planned_reps
        done = phase.done_seconds if phase.planned_reps is None else phase.done_reps or 0
        assert (phase.outcome is Outcome.DONE) == (done > 0 if full is None else done >= full) or not full
        assert (phase.outcome is Outcome.SKIPPED) == (done == 0) or full is None
        assert phase.ended_at - began >= timedelta(seconds=phase.done_seconds) - timedelta(milliseconds=1)
        began = phase.ended_at
    assert record.ended_at == began
    assert record.outcome is outcome_of(practice_places(kinds), ((it.index, it.outcome) for it in record.phases))
    assert record.done_seconds == pytest.approx(sum(it.done_seconds for it in record.phases if it.counts))


# -- by hand -------------------------------------------------------------------------------------


@given(laid_out=PLANS, start=STARTS, walk=st.integers(0, 7200))
def test_a_session_by_hand_is_its_plan_done_in_full(laid_out: Plan, start: datetime, walk: int) -> None:
    record = by_hand(laid_out, "a", start, now=NOW, walk_seconds=walk)
    assert record.by_hand
    assert (record.id, record.routine, record.routine_name) == ("a", "some", "Some")
    assert (record.outcome, record.share) == (Outcome.DONE, 1.0)
    assert len(record.phases) == len(laid_out.phases)
    assert [phase.ordinal for phase in record.phases] == [phase.index for phase in record.phases]
    assert {phase.outcome for phase in record.phases} == {Outcome.DONE}
    assert record.planned_seconds == laid_out.seconds
    at = record.started_at
    for phase in record.phases:
        at += timedelta(seconds=phase.done_seconds)
        assert phase.ended_at == at
    assert record.ended_at == at


def test_a_walk_by_hand_lasts_as_long_as_one_says_and_other_waits_no_time() -> None:
    record = by_hand(plan_of("walk-and-soak"), "a", MORNING, now=NOW, walk_seconds=1500)
    assert record.phases[2].done_seconds == 1500
    assert record.phases[5].done_seconds == 0
    assert record.done_seconds == 1500 + 820
    assert record.practice_seconds == 820


def test_a_session_by_hand_has_passed_too() -> None:
    with pytest.raises(ValueError, match="still to come"):
        by_hand(plan_of("balance-points"), "a", NOW + timedelta(minutes=1), now=NOW)
    with pytest.raises(ValueError, match="24 hours"):
        by_hand(plan_of("walk-and-soak"), "a", MORNING, now=NOW, walk_seconds=MOST_SECONDS + 1)
