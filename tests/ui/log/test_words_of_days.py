"""Today and yesterday, as the list says them: across daylight saving, journeys, and the hour a day begins."""

from datetime import datetime

import pytest

from acutimer.ui.log import words


def told(then: str, now: str, day_begins_hour: int = 3) -> str:
    return words.when(datetime.fromisoformat(then), datetime.fromisoformat(now), day_begins_hour)


@pytest.mark.parametrize(
    ("then", "now", "said"),
    [
        # the day of 23 hours, and the night before it
        ("2026-03-29T01:59:00+01:00", "2026-03-29T08:00:00+02:00", "Last night, 01:59"),
        ("2026-03-29T03:00:00+02:00", "2026-03-29T08:00:00+02:00", "Today, 03:00"),
        ("2026-03-28T08:00:00+01:00", "2026-03-29T08:00:00+02:00", "Yesterday, 08:00"),
        # the hour that comes twice
        ("2026-10-25T02:50:00+02:00", "2026-10-25T02:10:00+01:00", "Today, 02:50"),
        ("2026-10-25T02:50:00+02:00", "2026-10-25T09:00:00+01:00", "Last night, 02:50"),
        ("2026-10-24T09:00:00+02:00", "2026-10-25T09:00:00+01:00", "Yesterday, 09:00"),
        # 24 h and 47 min ago, and still yesterday
        ("2026-10-24T03:00:00+02:00", "2026-10-26T02:47:00+01:00", "Yesterday, 03:00"),
    ],
)
def test_daylight_saving_moves_no_session_to_another_day(then: str, now: str, said: str) -> None:
    assert told(then, now) == said


@pytest.mark.parametrize(
    ("then", "now", "said"),
    [
        # a flight west: what was done at eight this morning over there was today
        ("2026-11-20T08:00:00+09:00", "2026-11-20T08:30:00-08:00", "Today, 08:00"),
        ("2026-11-19T21:00:00+09:00", "2026-11-20T08:30:00-08:00", "Yesterday, 21:00"),
        # a flight east: the evening before the date that was left out
        ("2026-11-20T20:00:00-10:00", "2026-11-22T06:00:00+14:00", "Fri, 20:00"),
        ("2026-11-21T23:50:00+05:45", "2026-11-22T06:00:00+14:00", "Yesterday, 23:50"),
        ("2026-12-31T23:58:00-03:30", "2027-01-01T08:00:00-03:30", "Yesterday, 23:58"),
        ("2026-12-25T08:00:00+05:30", "2027-01-01T08:00:00+05:30", "25\u00a0Dec\u00a02026, 08:00"),
    ],
)
def test_a_journey_is_told_by_the_clocks_that_were_there(then: str, now: str, said: str) -> None:
    assert told(then, now) == said


def test_over_the_date_line_a_session_may_have_tomorrows_date() -> None:
    in_auckland, in_honolulu = "2026-11-21T08:00:00+13:00", "2026-11-20T16:00:00-10:00"
    assert told(in_auckland, in_honolulu) == "21\u00a0Nov, 08:00"


@pytest.mark.parametrize(("hour", "said"), [(0, "Today"), (3, "Last night"), (12, "Last night")])
def test_after_midnight_it_is_the_last_night_until_the_day_begins(hour: int, said: str) -> None:
    assert told("2026-11-21T00:20:00+01:00", "2026-11-21T13:00:00+01:00", hour) == f"{said}, 00:20"
    assert told("2026-11-21T00:20:00+01:00", "2026-11-21T00:40:00+01:00", hour) == "Today, 00:20"


def test_a_session_over_midnight_is_told_by_its_beginning() -> None:
    assert told("2026-11-20T23:58:00+01:00", "2026-11-21T00:20:00+01:00") == "Today, 23:58"
    assert told("2026-11-20T23:58:00+01:00", "2026-11-21T00:20:00+01:00", 0) == "Yesterday, 23:58"


@pytest.mark.parametrize(
    ("then", "said"),
    [
        ("2026-11-20T00:41:00+01:00", "Last night, 00:41"),
        ("2026-11-19T00:41:00+01:00", "Night to Thu, 00:41"),
        ("2026-11-13T00:41:00+01:00", "Night to 13\u00a0Nov, 00:41"),
        ("2025-11-13T00:41:00+01:00", "Night to 13\u00a0Nov\u00a02025, 00:41"),
    ],
)
def test_a_night_is_not_called_by_the_day_before_alone(then: str, said: str) -> None:
    assert told(then, "2026-11-20T09:00:00+01:00") == said
