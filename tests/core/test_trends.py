from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acutimer.core.history import day_of
from acutimer.core.totals import Rated, SideSeconds
from acutimer.core.trends import (
    DiscomfortMean,
    SideTotal,
    Spans,
    Unit,
    WeekTotal,
    both_rated,
    continuity,
    discomfort_in,
    month_spans,
    sides_in,
    spans,
    time_in,
    week_spans,
    week_start,
    weeks,
)

MONDAY, SATURDAY, SUNDAY = 1, 6, 7
DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))


def rated(at: datetime, before: int | None, after: int | None) -> Rated:
    return Rated(session=at.isoformat(), started_at=at, before=before, after=after)


@pytest.mark.parametrize(
    ("first_weekday", "start"),
    [(MONDAY, date(2025, 11, 17)), (SUNDAY, date(2025, 11, 16)), (SATURDAY, date(2025, 11, 15))],
)
def test_a_week_begins_on_the_weekday_it_is_told(first_weekday: int, start: date) -> None:
    assert week_start(date(2025, 11, 20), first_weekday) == start
    assert week_start(start, first_weekday) == start
    assert week_start(start + timedelta(days=6), first_weekday) == start


def test_weeks_without_practice_are_told_as_well() -> None:
    found = weeks(date(2025, 11, 5), date(2025, 11, 20), {date(2025, 11, 7): 600.0, date(2025, 11, 9): 60.0}, MONDAY)
    assert found == (
        WeekTotal(date(2025, 11, 3), 660.0, 2),
        WeekTotal(date(2025, 11, 10), 0.0, 0),
        WeekTotal(date(2025, 11, 17), 0.0, 0),
    )


def test_a_sunday_belongs_to_the_week_it_begins_where_weeks_begin_with_it() -> None:
    seconds = {date(2025, 11, 9): 60.0, date(2025, 11, 8): 30.0}
    by_monday = weeks(date(2025, 11, 8), date(2025, 11, 9), seconds, MONDAY)
    by_sunday = weeks(date(2025, 11, 8), date(2025, 11, 9), seconds, SUNDAY)
    assert [it.seconds for it in by_monday] == [90.0]
    assert [(it.start, it.seconds) for it in by_sunday] == [(date(2025, 11, 2), 30.0), (date(2025, 11, 9), 60.0)]


def test_a_week_goes_on_over_the_end_of_the_year() -> None:
    seconds = {date(2025, 12, 31): 100.0, date(2026, 1, 1): 10.0, date(2026, 1, 5): 1.0}
    found = weeks(date(2025, 12, 30), date(2026, 1, 6), seconds, MONDAY)
    assert found == (WeekTotal(date(2025, 12, 29), 110.0, 2), WeekTotal(date(2026, 1, 5), 1.0, 1))


def test_the_days_the_clocks_change_are_days_like_any_other() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    for night in (datetime(2025, 3, 30, 1, 30, tzinfo=berlin), datetime(2025, 10, 26, 2, 30, tzinfo=berlin, fold=1)):
        around = weeks(night.date() - timedelta(days=6), night.date() + timedelta(days=1), {night.date(): 60.0}, MONDAY)
        assert [it.seconds for it in around] == [60.0, 0.0]
        assert [(it.start - around[0].start).days for it in around] == [0, 7]
        # before three the night still belongs to the Saturday
        means = discomfort_in(week_spans(night.date(), night.date(), SUNDAY), [rated(night, 5, 3)], 3)
        assert [it.sessions for it in means] == [0]


@given(DAYS, st.integers(0, 3000), st.integers(1, 7), st.dictionaries(DAYS, st.floats(0, 1e5), max_size=50))
def test_nothing_within_the_weeks_is_lost_and_nothing_outside_counts(
    first: date, length: int, first_weekday: int, seconds: dict[date, float]
) -> None:
    last = first + timedelta(days=length)
    found = weeks(first, last, seconds, first_weekday)
    start, end = found[0].start, found[-1].start + timedelta(days=6)
    assert start <= first <= last <= end
    assert (first - start).days < 7
    assert (end - last).days < 7
    assert all(it.start.isoweekday() == first_weekday for it in found)
    inside = [amount for day, amount in seconds.items() if start <= day <= end and amount > 0]
    assert sum(it.seconds for it in found) == pytest.approx(sum(inside))
    assert sum(it.days for it in found) == len(inside)


@given(DAYS, st.integers(0, 20000), st.integers(1, 7), st.sampled_from([60, 110]), DAYS)
def test_spans_have_no_gaps_and_are_not_more_than_wanted(
    first: date, length: int, first_weekday: int, most: int, day: date
) -> None:
    last = first + timedelta(days=length)
    found = spans(first, last, first_weekday, most)
    assert len(found.starts) <= most
    assert found.starts[0] <= first
    assert last <= found.end
    ends = (*found.starts[1:], found.end + timedelta(days=1))
    for place, (start, end) in enumerate(zip(found.starts, ends, strict=True)):
        assert found.place_of(start) == place
        assert found.place_of(found.last_day(place)) == place
        assert found.last_day(place) + timedelta(days=1) == end
    place_of_day = found.place_of(day)
    assert (place_of_day is None) == (not found.starts[0] <= day <= found.end)
    if place_of_day is not None:
        assert found.starts[place_of_day] <= day <= found.last_day(place_of_day)


@pytest.mark.parametrize(
    ("first", "unit", "start"),
    [
        (date(2025, 10, 20), Unit.WEEK, date(2025, 10, 20)),
        (date(2023, 11, 20), Unit.WEEK, date(2023, 11, 20)),
        (date(2023, 8, 9), Unit.MONTH, date(2023, 8, 1)),
        (date(2010, 8, 9), Unit.QUARTER, date(2010, 7, 1)),
        (date(1996, 8, 9), Unit.YEAR, date(1996, 1, 1)),
        (date(1, 1, 1), Unit.YEAR, date(1, 1, 1)),
    ],
)
def test_the_longer_the_time_the_longer_its_spans(first: date, unit: Unit, start: date) -> None:
    found = spans(first, date(2025, 11, 20), MONDAY, 110)
    assert (found.unit, found.starts[0]) == (unit, start)


@pytest.mark.parametrize(
    ("unit", "starts", "end"),
    [
        (Unit.MONTH, [date(2024, 12, 1), date(2025, 1, 1), date(2025, 2, 1)], date(2025, 2, 28)),
        (Unit.QUARTER, [date(2024, 10, 1), date(2025, 1, 1)], date(2025, 3, 31)),
        (Unit.YEAR, [date(2024, 1, 1), date(2025, 1, 1)], date(2025, 12, 31)),
    ],
)
def test_months_quarters_and_years_are_those_of_the_calendar(unit: Unit, starts: list[date], end: date) -> None:
    assert month_spans(date(2024, 12, 31), date(2025, 2, 3), unit) == Spans(unit, tuple(starts), end)


@pytest.mark.parametrize("unit", [Unit.MONTH, Unit.QUARTER, Unit.YEAR])
def test_the_last_year_there_is_has_an_end(unit: Unit) -> None:
    found = month_spans(date(9999, 12, 30), date.max, unit)
    assert found.end == date.max
    assert found.place_of(date.max) == 0


def test_sides_are_summed_apart() -> None:
    by_day = {
        date(2025, 11, 10): SideSeconds(60.0, 30.0),
        date(2025, 11, 16): SideSeconds(0.0, 30.0),
        date(2025, 11, 17): SideSeconds(5.0, 0.0),
        date(2025, 11, 30): SideSeconds(1.0, 1.0),
    }
    found = sides_in(week_spans(date(2025, 11, 10), date(2025, 11, 20), MONDAY), by_day)
    assert found == (SideTotal(date(2025, 11, 10), 60.0, 60.0), SideTotal(date(2025, 11, 17), 5.0, 0.0))


def test_a_mean_is_of_the_sessions_rated_both_times() -> None:
    monday = datetime(2025, 11, 17, 9, 0, tzinfo=UTC)
    sessions = [
        rated(monday, 6, 4),
        rated(monday + timedelta(days=1), 5, 4),
        rated(monday + timedelta(days=2), 10, None),
        rated(monday + timedelta(days=2), None, 0),
        rated(monday - timedelta(days=14), 3, 3),
    ]
    found = discomfort_in(week_spans(date(2025, 11, 10), date(2025, 11, 20), MONDAY), sessions, 3)
    assert found == (
        DiscomfortMean(date(2025, 11, 10), 0, None, None),
        DiscomfortMean(date(2025, 11, 17), 2, 5.5, 4.0),
    )
    assert both_rated(sessions) == ((6, 4), (5, 4), (3, 3))


def test_a_session_after_midnight_belongs_to_the_day_before_wherever_it_was() -> None:
    tokyo = timezone(timedelta(hours=9))
    night = rated(datetime(2025, 11, 17, 2, 59, tzinfo=tokyo), 5, 5)  # a Monday
    morning = rated(datetime(2025, 11, 17, 3, 0, tzinfo=tokyo), 1, 1)
    found = discomfort_in(week_spans(date(2025, 11, 16), date(2025, 11, 17), MONDAY), [night, morning], 3)
    assert [(it.before, it.sessions) for it in found] == [(5.0, 1), (1.0, 1)]


@pytest.mark.parametrize(
    ("practised", "count"),
    [([], 0), ([0], 1), ([0, 1, 3, 6], 4), ([7, 8], 0), ([6, 7], 1), (list(range(30)), 7)],
)
def test_continuity_counts_the_days_of_the_last_seven(practised: list[int], count: int) -> None:
    today = date(2026, 1, 2)
    assert continuity({today - timedelta(days=ago): 60.0 for ago in practised}, today) == count


def test_a_day_of_nothing_and_a_day_to_come_do_not_count() -> None:
    today = day_of(datetime(2025, 11, 20, 1, 0, tzinfo=UTC), 3)
    seconds = {today: 0.0, today - timedelta(days=1): 1.0, today + timedelta(days=1): 60.0}
    assert continuity(seconds, today) == 1
    assert continuity(seconds, today, days=1) == 0


@given(st.sets(st.integers(0, 13)), st.integers(0, 13))
def test_one_day_of_rest_takes_away_one_day_and_no_more(practised: set[int], rest: int) -> None:
    today = date(2025, 3, 3)
    seconds = {today - timedelta(days=ago): 60.0 for ago in practised}
    without = {today - timedelta(days=ago): 60.0 for ago in practised - {rest}}
    assert continuity(seconds, today) - continuity(without, today) in (0, 1)


def test_time_in_years_is_told_like_time_in_weeks() -> None:
    found = time_in(month_spans(date(2023, 5, 5), date(2024, 1, 1), Unit.YEAR), {date(2023, 12, 31): 60.0})
    assert found == (WeekTotal(date(2023, 1, 1), 60.0, 1), WeekTotal(date(2024, 1, 1), 0.0, 0))
