from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from acutimer.core.history import PhaseRecord, SessionRecord
from acutimer.core.planning import PhaseKind, Plan
from acutimer.core.session import Outcome
from acutimer.core.sides import Side
from acutimer.store.history import History


@pytest.fixture
def record(history: History, plan: Plan, start: datetime) -> SessionRecord:
    """ST36, a minute on the left."""
    phase = PhaseRecord(
        ordinal=0,
        index=1,
        kind=PhaseKind.PRESS,
        subject="ST36",
        side=Side.LEFT,
        planned_seconds=60.0,
        done_seconds=60.0,
        planned_reps=None,
        done_reps=None,
        outcome=Outcome.DONE,
        ended_at=start + timedelta(seconds=68),
    )
    made = SessionRecord(
        id="a",
        routine="small",
        routine_name="Small",
        started_at=start,
        ended_at=phase.ended_at,
        outcome=Outcome.PARTIAL,
        planned_seconds=plan.seconds,
        phases=(phase,),
    )
    history.begin(made, plan)
    kept = history.session("a")
    assert kept is not None
    return kept


def with_seconds(record: SessionRecord, seconds: float) -> SessionRecord:
    return replace(record, phases=(replace(record.phases[0], done_seconds=seconds),))


def test_a_correction_stands_and_what_was_measured_is_kept(history: History, record: SessionRecord) -> None:
    at = record.started_at + timedelta(days=1)
    history.corrections.correct(with_seconds(record, 30.0), at)
    kept = history.session("a")
    assert kept == replace(with_seconds(record, 30.0), changed_at=at)
    assert history.corrections.originals("a") == (record,)
    day = record.started_at.date()
    assert history.totals.seconds_by_day(day, day, 3) == {day: 30.0}


def test_phases_are_numbered_anew_where_one_was_taken_out(history: History, record: SessionRecord) -> None:
    (phase,) = record.phases
    three = tuple(replace(phase, ordinal=ordinal, done_seconds=10.0 + ordinal) for ordinal in range(3))
    at = record.started_at + timedelta(days=1)
    history.corrections.correct(replace(record, phases=three), at)
    history.corrections.correct(replace(record, phases=(three[2], three[0])), at)
    kept = history.session("a")
    assert kept is not None
    assert [(it.ordinal, it.done_seconds) for it in kept.phases] == [(0, 12.0), (1, 10.0)]


def test_every_version_is_kept_the_oldest_first(history: History, record: SessionRecord) -> None:
    at = record.started_at + timedelta(days=1)
    history.corrections.correct(with_seconds(record, 30.0), at)
    history.corrections.correct(with_seconds(record, 20.0), at + timedelta(hours=1))
    assert [it.phases[0].done_seconds for it in history.corrections.originals("a")] == [60.0, 30.0]


def test_a_correction_under_a_clock_put_back_still_comes_after(history: History, record: SessionRecord) -> None:
    history.corrections.correct(with_seconds(record, 30.0), record.started_at - timedelta(days=9))
    kept = history.session("a")
    assert kept is not None
    assert kept.changed_at is not None
    assert record.changed_at is not None
    assert kept.changed_at > record.changed_at


def test_a_deleted_session_is_gone_and_comes_back_whole(history: History, record: SessionRecord, plan: Plan) -> None:
    at, day = record.started_at + timedelta(days=1), record.started_at.date()
    history.corrections.delete("a", at)
    assert history.session("a") is None
    assert history.totals.seconds_by_day(day, day, 3) == {}
    assert history.finder.find() == 0
    history.corrections.restore("a", at + timedelta(seconds=3))
    kept = history.session("a")
    assert kept == replace(record, changed_at=at + timedelta(seconds=3))
    assert history.plan_of("a") == plan
    assert history.totals.seconds_by_day(day, day, 3) == {day: 60.0}
    assert history.corrections.originals("a") == (record,)


def test_what_is_brought_back_is_the_last_version(history: History, record: SessionRecord) -> None:
    at = record.started_at + timedelta(days=1)
    history.corrections.correct(with_seconds(record, 30.0), at)
    history.corrections.delete("a", at + timedelta(hours=1))
    history.corrections.restore("a", at - timedelta(days=9))
    kept = history.session("a")
    assert kept is not None
    assert kept.phases[0].done_seconds == 30.0
    assert kept.changed_at == at + timedelta(hours=1, microseconds=1)


def test_only_what_is_there_can_be_changed(history: History, record: SessionRecord) -> None:
    at = record.started_at
    changes: tuple[Callable[[], None], ...] = (
        lambda: history.corrections.correct(replace(record, id="nobody"), at),
        lambda: history.corrections.delete("nobody", at),
        lambda: history.corrections.restore("nobody", at),
        lambda: history.corrections.restore("a", at),
    )
    for change in changes:
        with pytest.raises(KeyError):
            change()
    assert history.session("a") == record


def test_a_session_added_by_hand_is_known_as_such(history: History, record: SessionRecord, plan: Plan) -> None:
    before = record.started_at - timedelta(days=1)
    history.corrections.add(replace(record, id="b", started_at=before, changed_at=None), plan, record.started_at)
    kept = history.session("b")
    assert kept is not None
    assert kept.by_hand
    assert kept.changed_at == record.started_at
    assert [
        session.by_hand for session in history.totals.sessions_between(date(2026, 11, 1), date(2026, 11, 30), 3)
    ] == [
        True,
        False,
    ]


def test_words_that_replace_words_leave_them_kept_and_first_words_replace_nothing(
    history: History, record: SessionRecord
) -> None:
    at = record.started_at + timedelta(hours=1)
    history.annotate("a", discomfort_before=5, discomfort_after=None, note="Stiff", at=at)
    assert history.corrections.originals("a") == ()
    history.annotate("a", discomfort_before=5, discomfort_after=3, note="Stiff", at=at + timedelta(hours=1))
    assert history.corrections.originals("a") == ()
    history.annotate("a", discomfort_before=5, discomfort_after=3, note="Less stiff", at=at + timedelta(hours=2))
    assert [it.note for it in history.corrections.originals("a")] == ["Stiff"]
    history.annotate("a", discomfort_before=None, discomfort_after=3, note="Less stiff", at=at + timedelta(hours=3))
    assert [it.discomfort_before for it in history.corrections.originals("a")] == [5, 5]


def test_what_is_no_letter_is_dropped_from_a_note(history: History, record: SessionRecord) -> None:
    history.annotate(
        "a", discomfort_before=None, discomfort_after=None, note="a\x1b[31m\tb\nc\ud83d", at=record.started_at
    )
    kept = history.session("a")
    assert kept is not None
    assert kept.note == "a[31m\tb\nc"


def test_a_plan_two_sessions_follow_is_kept_once_and_dropped_with_the_last(
    history: History, record: SessionRecord, plan: Plan
) -> None:
    connection = history.ledger.connection
    plans = "SELECT count(*) FROM plan"
    history.begin(replace(record, id="b"), plan)
    assert connection.execute(plans).fetchone()[0] == 1
    shorter = replace(plan, phases=plan.phases[:2])
    history.write("b", plan=shorter)
    assert connection.execute(plans).fetchone()[0] == 2
    history.write("b", plan=plan)
    assert connection.execute(plans).fetchone()[0] == 1
    assert history.plan_of("b") == plan


def test_only_other_times_or_amounts_make_a_session_a_corrected_one(
    history: History, record: SessionRecord, plan: Plan
) -> None:
    at = record.started_at + timedelta(days=1)
    history.begin(replace(record, id="b"), plan)
    history.annotate("b", discomfort_before=4, discomfort_after=None, note="Stiff", at=at)
    history.annotate("b", discomfort_before=5, discomfort_after=None, note="", at=at)
    assert history.corrections.corrected(["a", "b", "nobody"]) == frozenset()
    history.corrections.correct(with_seconds(record, 30.0), at)
    assert history.corrections.corrected(["a", "b", "nobody"]) == {"a"}
    assert history.corrections.corrected(["b"]) == frozenset()
