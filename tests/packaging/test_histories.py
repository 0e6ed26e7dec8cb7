"""The made-up histories are such as the program itself would have left, and the same in every run."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta, timezone

import histories
import pytest
import three_years

from acutimer.core.history import outcome_of
from acutimer.core.session import Outcome
from acutimer.core.sides import Side
from acutimer.store.counting import sum_up
from acutimer.store.database import open_in_memory
from acutimer.store.history import History
from tests.shipped import LIBRARY

UNTIL = date(2026, 11, 20)
NOW = datetime(2026, 11, 20, 7, 41, tzinfo=timezone(timedelta(hours=1)))
TABLES = ("plan", "practised", "session", "phase", "practice_hour")


def filled(sessions: int = 400, per_day: int = 9) -> sqlite3.Connection:
    connection = open_in_memory()
    histories.fill(connection, LIBRARY, sessions, UNTIL, per_day=per_day)
    return connection


def rows(connection: sqlite3.Connection, table: str) -> list[tuple[object, ...]]:
    return [tuple(row) for row in connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2")]  # noqa: S608 - ours


@pytest.fixture(scope="module")
def history() -> Iterator[History]:
    with closing(filled()) as connection:
        yield History(connection)


@pytest.fixture(scope="module")
def life() -> tuple[three_years.Lived, ...]:
    return tuple(three_years.three_years(LIBRARY, NOW))


def test_the_sums_are_those_the_store_makes(history: History) -> None:
    connection = history.ledger.connection
    before = {table: rows(connection, table) for table in TABLES}
    for (number,) in connection.execute("SELECT number FROM session").fetchall():
        sum_up(connection, number)
    assert {table: rows(connection, table) for table in TABLES} == before


def test_every_session_could_have_been_lived(history: History) -> None:
    for record in history.sessions():
        plan = history.plan_of(record.id)
        places = histories.Course.of(plan).places
        assert record.outcome is outcome_of(places, ((phase.index, phase.outcome) for phase in record.phases))
        assert record.planned_seconds == plan.seconds
        ends = [record.started_at, *(phase.ended_at for phase in record.phases)]
        assert ends == sorted(ends)
        assert record.ended_at is not None
        assert record.ended_at >= ends[-1]
        for phase in record.phases:
            planned = plan.phases[phase.index]
            assert (phase.kind, phase.subject, phase.side) == (planned.kind, planned.subject, planned.side)
            assert planned.seconds is None or phase.done_seconds <= planned.seconds


def test_there_is_a_bit_of_everything(history: History) -> None:
    records = history.sessions()
    assert {record.routine for record in records} == set(LIBRARY.routines)
    assert {record.outcome for record in records} == set(Outcome)
    assert {phase.side for record in records for phase in record.phases} == {*Side, None}
    assert {record.started_at.utcoffset() for record in records} == {timedelta(hours=1), timedelta(hours=2)}
    assert 0.25 < sum(record.discomfort_before is not None for record in records) / len(records) < 0.42
    assert 0.13 < sum(bool(record.note) for record in records) / len(records) < 0.27
    assert 9 < sum(len(record.phases) for record in records) / len(records) < 11


def test_so_many_sessions_lie_on_every_day(history: History) -> None:
    days = history.totals.days(date(2026, 11, 10), UNTIL, 3)
    assert len(days) == 11
    started = [len(history.totals.sessions_between(day, day, 3)) for day in days]
    assert started[:-1] == [9] * 10
    assert started[-1] == 400 % 9


def test_the_same_history_is_made_every_time(history: History) -> None:
    with closing(filled()) as again:
        for table in TABLES:
            assert rows(again, table) == rows(history.ledger.connection, table)


def test_more_can_be_put_into_a_log_that_has_some() -> None:
    with closing(filled(20)) as connection:
        histories.fill(connection, LIBRARY, 30, UNTIL + timedelta(days=9), per_day=3, seed=5)
        assert History(connection).finder.find() == 50
        indexes = "SELECT count(*) FROM sqlite_master WHERE type = 'index'"
        with closing(open_in_memory()) as other:
            assert connection.execute(indexes).fetchone()[0] == other.execute(indexes).fetchone()[0]


@pytest.mark.parametrize(
    ("second", "told"),
    [
        (datetime(2026, 3, 29, 0, 59, 59, tzinfo=UTC), "2026-03-29T01:59:59+01:00"),
        (datetime(2026, 3, 29, 1, tzinfo=UTC), "2026-03-29T03:00:00+02:00"),
        (datetime(2026, 10, 25, 0, 59, 59, tzinfo=UTC), "2026-10-25T02:59:59+02:00"),
        (datetime(2026, 10, 25, 1, tzinfo=UTC), "2026-10-25T02:00:00+01:00"),
        (datetime(2025, 12, 31, 23, 30, tzinfo=UTC), "2026-01-01T00:30:00+01:00"),
    ],
)
def test_the_clock_at_home_keeps_daylight_saving(second: datetime, told: str) -> None:
    assert histories.home_clock(second.timestamp()).isoformat() == told


@pytest.mark.parametrize("day", [date(2026, 1, 15), date(2026, 7, 15), date(2026, 3, 29), date(2026, 10, 25)])
def test_a_minute_of_a_day_is_found_again_on_the_clock(day: date) -> None:
    shown = histories.home_clock(histories.at_home(day, 7 * 60 + 30))
    assert (shown.date(), shown.hour, shown.minute) == (day, 7, 30)
    late = histories.home_clock(histories.at_home(day, 25 * 60))
    assert (late.date(), late.hour) == (day + timedelta(days=1), 1)


def test_a_life_has_its_weeks_off_and_its_two_sessions_today(life: tuple[three_years.Lived, ...]) -> None:
    days = {it.record.started_at.date() for it in life}
    for first, last in three_years.OFF:
        assert not days & {NOW.date() - timedelta(days=ago) for ago in range(last + 1, first)}
    today = [it.record for it in life if it.record.started_at.date() == NOW.date()]
    assert [record.outcome for record in today] == [Outcome.DONE, Outcome.PARTIAL]
    assert all(record.ended_at is not None and record.ended_at <= NOW for record in today)
    assert NOW.date() - min(days) <= timedelta(days=three_years.DAYS)


def test_a_life_has_ups_and_downs_but_eases(life: tuple[three_years.Lived, ...]) -> None:
    rated = [it.record for it in life if it.record.discomfort_before is not None]
    half = len(rated) // 2
    first, second = (sum(it.discomfort_before or 0 for it in part) / half for part in (rated[:half], rated[half:]))
    assert first - 1 > second
    assert any((it.discomfort_after or 0) > (it.discomfort_before or 0) for it in rated)


def test_a_life_is_put_into_a_log_with_what_was_done_by_hand(life: tuple[three_years.Lived, ...]) -> None:
    with closing(open_in_memory()) as connection:
        history = History(connection)
        three_years.live(history, LIBRARY, NOW)
        assert history.finder.find() == len(life)
        added = [it for it in life if it.record.by_hand]
        corrected = [it for it in life if it.measured is not None]
        assert added
        assert corrected
        for lived in added:
            kept = history.session(lived.record.id)
            assert kept is not None
            assert kept.by_hand
        for lived in corrected:
            (original,) = history.corrections.originals(lived.record.id)
            kept = history.session(lived.record.id)
            assert kept is not None
            assert lived.measured is not None
            assert original.done_seconds == lived.measured.done_seconds > kept.done_seconds
            assert (original.outcome, kept.outcome) == (Outcome.DONE, Outcome.PARTIAL)


def test_a_life_away_from_home_has_the_clocks_of_there(life: tuple[three_years.Lived, ...]) -> None:
    offsets = {it.record.started_at.utcoffset() for it in life}
    assert {timedelta(hours=hours) for hours in (1, 2)} < offsets
    assert len(offsets) > 2
