"""Wall clocks over the days on which they are moved: zones that are real, dates that were or will be."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from acutimer.core.due import Due, moments_between, next_due, next_moment
from acutimer.core.reminding import AfterWorkout, AtTimes, Every, Reminder, When
from tests.core.test_reminding import naive, whens
from tests.zones import zone

BERLIN, NEW_YORK = zone("Europe/Berlin"), zone("America/New_York")
LORD_HOWE, KATHMANDU = zone("Australia/Lord_Howe"), zone("Asia/Kathmandu")
APIA = zone("Pacific/Apia")
zones = st.sampled_from((BERLIN, NEW_YORK, LORD_HOWE, KATHMANDU, APIA, zone("Africa/Casablanca"), UTC))
moments = st.datetimes(naive(2005, 1, 1), naive(2045, 1, 1), timezones=st.just(UTC))


def shown(when: When, zone: ZoneInfo, first: datetime, last: datetime) -> list[str]:
    """What a clock of the zone shows each time, from one of its midnights to another."""
    found = moments_between(when, first.replace(tzinfo=zone) - timedelta(seconds=1), last.replace(tzinfo=zone), zone)
    return [f"{it.astimezone(zone):%a %d %H:%M %z}" for it in found]


@pytest.mark.parametrize(
    ("zone", "day", "clock", "told"),
    [
        (BERLIN, naive(2026, 3, 29), time(2, 30), "03:00 +0200"),
        (BERLIN, naive(2026, 10, 25), time(2, 30), "02:30 +0200"),
        (NEW_YORK, naive(2026, 3, 8), time(2, 30), "03:00 -0400"),
        (NEW_YORK, naive(2026, 11, 1), time(1, 30), "01:30 -0400"),
        (LORD_HOWE, naive(2026, 10, 4), time(2, 10), "02:30 +1100"),  # the clocks move by half an hour there
        (LORD_HOWE, naive(2026, 4, 5), time(1, 45), "01:45 +1100"),
        (KATHMANDU, naive(2026, 3, 29), time(2, 30), "02:30 +0545"),
    ],
)
def test_a_time_left_out_comes_at_the_next_there_is_and_a_doubled_one_once(
    zone: ZoneInfo, day: datetime, clock: time, told: str
) -> None:
    found = shown(AtTimes((clock,)), zone, day, day.replace(hour=23))
    assert [it[-11:] for it in found] == [told]


def test_times_in_the_same_gap_are_one_moment() -> None:
    times = AtTimes((time(2, 15), time(2, 45), time(3)))
    found = shown(times, BERLIN, naive(2026, 3, 29), naive(2026, 3, 29, 23))
    assert found == ["Sun 29 03:00 +0200"]


def test_a_day_that_a_calendar_leaves_out_counts_as_its_next_moment() -> None:
    # Samoa went from Thursday 29 December 2011 to Saturday 31
    found = shown(AtTimes((time(9),)), APIA, naive(2011, 12, 29), naive(2012, 1, 1))
    assert found == ["Thu 29 09:00 -1000", "Sat 31 00:00 +1400", "Sat 31 09:00 +1400"]


def test_only_the_days_of_the_week_that_were_chosen_count() -> None:
    found = shown(AtTimes((time(8), time(18)), (1, 3)), BERLIN, naive(2026, 3, 27), naive(2026, 4, 2))
    assert found == ["Mon 30 08:00 +0200", "Mon 30 18:00 +0200", "Wed 01 08:00 +0200", "Wed 01 18:00 +0200"]


def test_every_few_hours_keeps_to_the_wall_clock_when_it_is_moved() -> None:
    every = Every(60, time(0), time(5))
    spring = [it[7:12] for it in shown(every, BERLIN, naive(2026, 3, 29), naive(2026, 3, 29, 12))]
    assert spring == ["00:00", "01:00", "03:00", "04:00", "05:00"]
    autumn = [it[7:12] for it in shown(every, BERLIN, naive(2026, 10, 25), naive(2026, 10, 25, 12))]
    assert autumn == ["00:00", "01:00", "02:00", "03:00", "04:00", "05:00"]


def test_every_few_hours_stops_at_the_last_hour() -> None:
    found = shown(Every(120, time(9), time(16), (2,)), NEW_YORK, naive(2026, 11, 3), naive(2026, 11, 5))
    assert [it[:12] for it in found] == ["Tue 03 09:00", "Tue 03 11:00", "Tue 03 13:00", "Tue 03 15:00"]


def test_hours_may_go_over_midnight_and_belong_to_the_day_they_began() -> None:
    night = Every(120, time(22), time(2), (5,))
    found = shown(night, KATHMANDU, naive(2026, 11, 5), naive(2026, 11, 9))
    assert [it[:12] for it in found] == ["Fri 06 22:00", "Sat 07 00:00", "Sat 07 02:00"]


def test_the_same_hour_twice_is_one_moment_a_day() -> None:
    found = shown(Every(60, time(9), time(9)), BERLIN, naive(2026, 1, 1), naive(2026, 1, 2, 23))
    assert [it[:12] for it in found] == ["Thu 01 09:00", "Fri 02 09:00"]


def test_the_plan_after_a_workout_is_two_whole_days_though_the_clocks_move() -> None:
    began = datetime(2026, 3, 28, 19, 30, tzinfo=BERLIN)
    found = shown(AfterWorkout(began), BERLIN, naive(2026, 3, 1), naive(2026, 5, 1))
    assert found == ["Sun 29 09:00 +0200", "Sun 29 19:00 +0200", "Mon 30 09:00 +0200", "Mon 30 19:00 +0200"]


def test_travelling_moves_the_wall_clock_and_not_the_end_of_the_plan() -> None:
    began = datetime(2026, 6, 1, 12, tzinfo=BERLIN)
    found = shown(AfterWorkout(began), NEW_YORK, naive(2026, 6, 1), naive(2026, 6, 9))
    assert [it[:12] for it in found] == ["Mon 01 09:00", "Mon 01 19:00", "Tue 02 09:00", "Tue 02 19:00"]


def test_what_is_due_at_one_moment_is_due_together_and_what_is_off_never() -> None:
    morning = Reminder(id="a", when=AtTimes((time(8),)))
    both = Reminder(id="b", when=AtTimes((time(8), time(20))))
    off = Reminder(id="c", when=AtTimes((time(7),)), is_on=False)
    after = datetime(2026, 11, 21, 7, 30, tzinfo=UTC)
    at = datetime(2026, 11, 21, 8, tzinfo=UTC)
    assert next_due((morning, off, both), after, UTC) == (Due(at, morning), Due(at, both))
    assert next_due((morning, off, both), at, UTC) == (Due(at.replace(hour=20), both),)
    assert next_due((off,), after, UTC) == ()


@given(whens, moments, zones)
@example(Every(15, time(0), time(23, 59), (7,)), datetime(2026, 3, 28, tzinfo=UTC), BERLIN)
@example(AtTimes((time(0),), (5,)), datetime(2011, 12, 24, tzinfo=UTC), APIA)
def test_the_next_moment_is_later_whole_and_what_the_wall_clock_was_asked_for(
    when: When, after: datetime, zone: ZoneInfo
) -> None:
    found = next_moment(when, after, zone)
    if found is None:
        assert isinstance(when, AfterWorkout)
        return
    assert found > after
    assert found.utcoffset() == timedelta()
    assert found - after <= timedelta(days=9) or isinstance(when, AfterWorkout)
    local = found.astimezone(zone)
    if isinstance(when, AfterWorkout):
        assert when.began_at < found <= when.ends_at
    is_moved = (found - timedelta(seconds=1)).astimezone(zone).utcoffset() != local.utcoffset()
    if not is_moved:  # an ordinary minute: the clock shows just what was asked for
        assert local.second == 0
        assert local.time() in clocks_of(when)
        assert local.fold == 0


def clocks_of(when: When) -> set[time]:
    if not isinstance(when, Every):
        return set(when.times)
    day = naive(2001, 1, 1)
    first, last = datetime.combine(day, when.first), datetime.combine(day, when.last)
    last += timedelta(days=last < first)
    count = (last - first) // timedelta(minutes=when.minutes) + 1
    return {(first + number * timedelta(minutes=when.minutes)).time() for number in range(count)}


@given(whens, moments, zones, st.integers(1, 10 * 24 * 3600))
def test_from_whenever_one_looks_the_moments_are_the_same(
    when: When, after: datetime, zone: ZoneInfo, seconds: int
) -> None:
    middle = after + timedelta(seconds=seconds)
    found = next_moment(when, after, zone)
    if found is not None and found > middle:
        assert next_moment(when, middle, zone) == found
    elif found is None:
        assert next_moment(when, middle, zone) is None


@settings(max_examples=25)  # each walks through a year
@given(st.sampled_from((BERLIN, NEW_YORK, LORD_HOWE)), st.integers(2015, 2037), st.integers(0, 23), st.integers(0, 59))
def test_over_a_whole_year_a_daily_time_comes_once_a_day(zone: ZoneInfo, year: int, hour: int, minute: int) -> None:
    first, last = datetime(year, 1, 1, tzinfo=zone), datetime(year + 1, 1, 1, tzinfo=zone)
    days = [
        it.astimezone(zone).date()
        for month in range(1, 13)  # the months in which clocks are moved, and the others
        for it in moments_between(
            AtTimes((time(hour, minute),)),
            first.replace(month=month) - timedelta(microseconds=1),
            (first.replace(month=month + 1) if month < 12 else last) - timedelta(microseconds=1),
            zone,
        )
    ]
    assert len(days) == len(set(days)) == (last.date() - first.date()).days
