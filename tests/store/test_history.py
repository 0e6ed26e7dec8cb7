import contextlib
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from acutimer.core.errors import WorldError
from acutimer.core.history import PhaseRecord, SessionRecord
from acutimer.core.planning import PhaseKind, Plan
from acutimer.core.session import Outcome
from acutimer.core.sides import Side
from acutimer.store.database import open_database, open_in_memory
from acutimer.store.history import History

Begin = Callable[..., SessionRecord]


def a_phase(ordinal: int, ended_at: datetime, **changes: object) -> PhaseRecord:
    phase = PhaseRecord(
        ordinal=ordinal,
        index=ordinal,
        kind=PhaseKind.PRESS,
        subject="ST36",
        side=Side.LEFT,
        planned_seconds=60.0,
        done_seconds=60.0,
        planned_reps=None,
        done_reps=None,
        outcome=Outcome.DONE,
        ended_at=ended_at,
    )
    return replace(phase, **changes)  # type: ignore[arg-type]  # a test names the fields it changes


@pytest.fixture
def begin(history: History, plan: Plan, start: datetime) -> Begin:
    def begin(session_id: str = "a", **changes: object) -> SessionRecord:
        record = SessionRecord(
            id=session_id,
            routine="small",
            routine_name="Small",
            started_at=start,
            ended_at=None,
            outcome=None,
            planned_seconds=plan.seconds,
            practice_seconds=180.0,
        )
        record = replace(record, **changes)  # type: ignore[arg-type]  # a test names the fields it changes
        history.begin(record, plan)
        return record

    return begin


def test_a_session_comes_back_as_it_was_written(history: History, begin: Begin, start: datetime) -> None:
    record = begin(note="Stiff", discomfort_before=4)
    phase = a_phase(0, start + timedelta(seconds=60), kind=PhaseKind.REPS, side=Side.BOTH, planned_reps=10, done_reps=7)
    history.write("a", phase)
    history.end("a", start + timedelta(seconds=70), Outcome.PARTIAL)
    kept = history.session("a")
    end = start + timedelta(seconds=70)
    assert kept == replace(record, phases=(phase,), ended_at=end, outcome=Outcome.PARTIAL, changed_at=end)
    assert kept is not None
    assert kept.started_at.utcoffset() == timedelta(hours=1)


def test_a_session_that_is_over_can_be_kept_at_once(history: History, begin: Begin, start: datetime) -> None:
    record = begin(ended_at=start, outcome=Outcome.DONE, phases=(a_phase(0, start), a_phase(1, start)))
    assert history.session("a") == replace(record, changed_at=start)
    assert history.unfinished() is None


def test_an_unknown_session_is_none(history: History) -> None:
    assert history.session("nobody") is None
    with pytest.raises(KeyError):
        history.plan_of("nobody")


def test_a_phase_written_again_replaces_itself(history: History, begin: Begin, start: datetime) -> None:
    begin()
    history.write("a", running=a_phase(0, start, done_seconds=5, outcome=Outcome.PARTIAL))
    history.write("a", running=a_phase(0, start, done_seconds=10, outcome=Outcome.PARTIAL))
    assert history.running_ordinal("a") == 0
    history.write("a", a_phase(0, start), running=a_phase(1, start, done_seconds=0, outcome=Outcome.SKIPPED))
    kept = history.session("a")
    assert kept is not None
    assert [phase.done_seconds for phase in kept.phases] == [60, 0]
    assert history.running_ordinal("a") == 1


def test_a_write_is_whole_or_not_at_all(history: History, begin: Begin, start: datetime) -> None:
    begin()
    with pytest.raises(sqlite3.IntegrityError):
        history.write("a", a_phase(0, start), a_phase(1, start, done_seconds=-1))
    kept = history.session("a")
    assert kept is not None
    assert kept.phases == ()


def test_a_session_that_is_not_in_the_log_is_told_in_words(history: History, plan: Plan, start: datetime) -> None:
    writings: list[Callable[[], None]] = [
        lambda: history.write("a", a_phase(0, start)),
        lambda: history.write("a", plan=plan),
        lambda: history.end("a", start, Outcome.DONE),
        lambda: history.reopen("a", 1),
    ]
    for write in writings:
        with pytest.raises(WorldError, match="its beginning is not in the log"):
            write()


def test_a_plan_goes_with_the_session_that_is_forgotten(
    history: History, begin: Begin, connection: sqlite3.Connection
) -> None:
    begin()
    begin("b")
    history.forget("a")
    assert connection.execute("SELECT count(*) FROM plan").fetchone()[0] == 1
    history.forget("b")
    assert connection.execute("SELECT count(*) FROM plan").fetchone()[0] == 0


def test_the_plan_comes_back_equal(history: History, begin: Begin, plan: Plan) -> None:
    begin()
    assert history.plan_of("a") == plan


def test_a_plan_changed_by_a_control_is_kept(history: History, begin: Begin, plan: Plan) -> None:
    begin()
    longer = plan.with_phase(1, replace(plan.phases[1], seconds=75))
    history.write("a", plan=longer)
    kept = history.session("a")
    assert kept is not None
    assert history.plan_of("a") == longer
    assert kept.planned_seconds == plan.seconds + 15
    assert kept.practice_seconds == 195


def test_a_plan_of_another_version_is_told_in_words(
    history: History, begin: Begin, connection: sqlite3.Connection
) -> None:
    begin()
    connection.execute("""UPDATE plan SET text = '{"phases": []}'""")
    with pytest.raises(WorldError, match="another version"):
        history.plan_of("a")


def test_sessions_come_newest_first_by_true_time_across_offsets(history: History, begin: Begin) -> None:
    begin("seven in Tokyo", started_at=datetime(2026, 11, 20, 7, 0, tzinfo=timezone(timedelta(hours=9))))
    begin("one in London", started_at=datetime(2026, 11, 20, 1, 0, tzinfo=UTC))
    begin("two before in Berlin", started_at=datetime(2026, 11, 20, 0, 30, tzinfo=timezone(timedelta(hours=1))))
    names = [record.id for record in history.sessions()]
    assert names == ["one in London", "two before in Berlin", "seven in Tokyo"]


def test_the_hour_that_daylight_saving_repeats_keeps_its_order(history: History, begin: Begin) -> None:
    begin("second", started_at=datetime(2026, 10, 25, 2, 10, tzinfo=timezone(timedelta(hours=1))))
    begin("first", started_at=datetime(2026, 10, 25, 2, 50, tzinfo=timezone(timedelta(hours=2))))
    assert [record.id for record in history.sessions()] == ["second", "first"]


def test_sessions_can_be_asked_for_since_a_moment_and_page_by_page(
    history: History, begin: Begin, start: datetime
) -> None:
    for day in range(5):
        begin(str(day), started_at=start + timedelta(days=day), phases=(a_phase(0, start + timedelta(days=day)),))
    assert [record.id for record in history.sessions(since=start + timedelta(days=3))] == ["4", "3"]
    assert [record.id for record in history.sessions(limit=2)] == ["4", "3"]
    assert [record.id for record in history.sessions(limit=2, skip=2)] == ["2", "1"]
    assert all(len(record.phases) == 1 for record in history.sessions())


def test_the_newest_unfinished_session_is_offered(history: History, begin: Begin, start: datetime) -> None:
    assert history.unfinished() is None
    begin("old", started_at=start - timedelta(days=2))
    begin("new", started_at=start - timedelta(days=1))
    begin("done", ended_at=start, outcome=Outcome.DONE)
    found = history.unfinished()
    assert found is not None
    assert found.id == "new"


def test_an_unfinished_session_can_be_kept_as_it_is(history: History, begin: Begin, start: datetime) -> None:
    begin()
    later = start + timedelta(seconds=90)
    history.write("a", a_phase(1, start), running=a_phase(2, later, done_seconds=20, outcome=Outcome.PARTIAL))
    history.keep("a")
    kept = history.session("a")
    assert kept is not None
    assert (kept.outcome, kept.ended_at) == (Outcome.PARTIAL, later)
    assert (history.unfinished(), history.running_ordinal("a")) == (None, None)


def test_a_session_cut_off_before_anything_was_done_is_kept_as_skipped(history: History, begin: Begin) -> None:
    record = begin()
    history.keep("a")
    kept = history.session("a")
    assert kept is not None
    assert (kept.outcome, kept.ended_at) == (Outcome.SKIPPED, record.started_at)


def test_a_finished_session_is_not_ended_twice(history: History, begin: Begin, start: datetime) -> None:
    begin(ended_at=start, outcome=Outcome.DONE)
    history.keep("a")
    kept = history.session("a")
    assert kept is not None
    assert kept.outcome is Outcome.DONE


def test_discarding_a_session_takes_its_phases_along(
    history: History, begin: Begin, start: datetime, connection: sqlite3.Connection
) -> None:
    begin()
    history.write("a", a_phase(0, start))
    history.forget("a")
    assert history.session("a") is None
    assert connection.execute("SELECT count(*) FROM phase").fetchone()[0] == 0


def test_what_the_user_says_of_a_session_is_kept(history: History, begin: Begin, start: datetime) -> None:
    begin()
    history.annotate("a", discomfort_before=6, discomfort_after=0, note="Left knee “easier” 膝", at=start)
    kept = history.session("a")
    assert kept is not None
    assert (kept.discomfort_before, kept.discomfort_after, kept.note) == (6, 0, "Left knee “easier” 膝")


def test_seconds_by_day_follow_the_hour_a_day_begins(history: History, begin: Begin) -> None:
    zone = timezone(timedelta(hours=1))
    begin()
    history.write(
        "a",
        a_phase(0, datetime(2026, 11, 19, 23, 59, tzinfo=zone)),
        a_phase(1, datetime(2026, 11, 20, 2, 59, 59, 999999, tzinfo=zone), done_seconds=30),
        a_phase(2, datetime(2026, 11, 20, 3, 0, tzinfo=zone), done_seconds=7),
        a_phase(3, datetime(2026, 11, 22, 2, 0, tzinfo=zone), done_seconds=11),
        a_phase(4, datetime(2026, 11, 22, 4, 0, tzinfo=zone), done_seconds=1000),
    )
    days = history.totals.seconds_by_day(date(2026, 11, 19), date(2026, 11, 21), 3)
    assert days == {date(2026, 11, 19): 90, date(2026, 11, 20): 7, date(2026, 11, 21): 11}
    assert history.totals.seconds_by_day(date(2026, 11, 20), date(2026, 11, 20), 0) == {date(2026, 11, 20): 37}


def test_a_day_is_what_the_clock_on_the_wall_said(history: History, begin: Begin) -> None:
    summer, winter = timezone(timedelta(hours=2)), timezone(timedelta(hours=1))
    tokyo = timezone(timedelta(hours=9))
    begin()
    history.write(
        "a",
        a_phase(0, datetime(2026, 10, 25, 2, 30, tzinfo=summer), done_seconds=1),
        a_phase(1, datetime(2026, 10, 25, 2, 30, tzinfo=winter), done_seconds=2),
        a_phase(2, datetime(2026, 10, 25, 3, 0, tzinfo=winter), done_seconds=4),
        a_phase(3, datetime(2026, 10, 26, 1, 0, tzinfo=tokyo), done_seconds=8),
    )
    assert history.totals.seconds_by_day(date(2026, 10, 1), date(2026, 10, 31), 3) == {
        date(2026, 10, 24): 3,
        date(2026, 10, 25): 12,
    }


def test_only_practice_and_walks_count_in_a_day(history: History, begin: Begin, start: datetime) -> None:
    begin()
    history.write(
        "a",
        a_phase(0, start, kind=PhaseKind.GET_READY, done_seconds=1),
        a_phase(1, start, kind=PhaseKind.REST, subject=None, done_seconds=2),
        a_phase(2, start, kind=PhaseKind.WAIT, subject="settle", done_seconds=4),
        a_phase(3, start, kind=PhaseKind.WAIT, subject="walking", done_seconds=8),
        a_phase(4, start, kind=PhaseKind.REPS, subject="heel-raises", done_seconds=16),
    )
    kept = history.session("a")
    assert kept is not None
    assert history.totals.seconds_by_day(start.date(), start.date(), 3) == {start.date(): 24}
    assert kept.done_seconds == 24


def test_repetitions_add_up_over_the_sessions_of_a_day(history: History, begin: Begin, start: datetime) -> None:
    reps = {"kind": PhaseKind.REPS, "subject": "heel-raises", "planned_reps": 20}
    begin("a")
    begin("b")
    history.write(
        "a", a_phase(0, start, done_reps=20, **reps), a_phase(1, start - timedelta(days=1), done_reps=9, **reps)
    )
    history.write("b", a_phase(0, start, done_reps=7, **reps))
    assert history.totals.counted_on("heel-raises", start.date(), 3).reps == 27
    assert history.totals.counted_on("chair-squats", start.date(), 3).reps == 0


def test_a_routine_was_last_done_when_it_last_ran_to_its_end(history: History, begin: Begin, start: datetime) -> None:
    begin("a", started_at=start, ended_at=start, outcome=Outcome.DONE)
    begin("b", started_at=start - timedelta(days=3), ended_at=start, outcome=Outcome.DONE)
    begin("c", started_at=start + timedelta(days=1), ended_at=start, outcome=Outcome.PARTIAL)
    begin("d", routine="other", ended_at=start, outcome=Outcome.SKIPPED)
    assert history.last_done() == {"small": start}


def test_the_window_and_the_terminal_write_side_by_side(
    history: History, begin: Begin, path: Path, plan: Plan, start: datetime
) -> None:
    begin("a")
    with contextlib.closing(open_database(path, start)) as second:
        other = History(second)
        other.begin(replace(begin("b"), id="c"), plan)
        history.write("a", a_phase(0, start))
        other.write("c", a_phase(0, start))
        assert {record.id for record in history.sessions()} == {"a", "b", "c"}
        assert history.sessions() == other.sessions()
        other.claims.close()


def test_a_fault_of_the_disk_is_told_and_takes_the_write_back(
    history: History, begin: Begin, start: datetime, connection: sqlite3.Connection
) -> None:
    begin()
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(WorldError, match="no room"):
        history.annotate("a", discomfort_before=None, discomfort_after=None, note="long " * 10_000, at=start)
    kept = history.session("a")
    assert kept is not None
    assert kept.note == ""


def test_a_history_in_memory_works_the_same(plan: Plan, start: datetime) -> None:
    with contextlib.closing(open_in_memory()) as connection:
        history = History(connection)
        record = SessionRecord(
            id="a",
            routine="small",
            routine_name="Small",
            started_at=start,
            ended_at=None,
            outcome=None,
            planned_seconds=60,
        )
        history.begin(record, plan)
        assert history.unfinished() == replace(record, practice_seconds=180, changed_at=start)
