import json
from datetime import UTC, datetime, time, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acutimer.core.reminding import EVERY_DAY, AfterWorkout, AtTimes, Every, Reminder, as_plain, from_plain


def naive(*numbers: int) -> datetime:
    """What a clock and a calendar show, wherever they hang: year, month, day, hour, minute."""
    return datetime(*numbers, tzinfo=UTC).replace(tzinfo=None)  # type: ignore[arg-type, misc]  # no zone among them


clocks = st.builds(time, st.integers(0, 23), st.integers(0, 59))
weekdays = st.sets(st.integers(1, 7), min_size=1).map(lambda it: tuple(sorted(it)))
offsets = st.integers(-14 * 60, 14 * 60).map(lambda it: timezone(timedelta(minutes=it)))
whens = st.one_of(
    st.builds(AtTimes, st.sets(clocks, min_size=1, max_size=24).map(lambda it: tuple(sorted(it))), weekdays),
    st.builds(Every, st.integers(15, 720), clocks, clocks, weekdays),
    st.builds(
        AfterWorkout,
        st.datetimes(naive(2000, 1, 1), naive(2100, 1, 1), timezones=offsets),
        st.sets(clocks, min_size=1, max_size=2).map(lambda it: tuple(sorted(it))),
    ),
)
reminders = st.builds(
    Reminder, id=st.text(min_size=1, max_size=100), when=whens, routine=st.text(max_size=100), is_on=st.booleans()
)
GOOD = {"id": "r1", "routine": "morning", "at": {"times": ["08:00"], "weekdays": [1, 5]}}
EVERY = {"minutes": 120, "first": "09:00", "last": "17:00"}


@given(reminders)
def test_a_reminder_comes_back_equal_from_what_json_holds(reminder: Reminder) -> None:
    assert from_plain(json.loads(json.dumps(as_plain(reminder)))) == reminder


def test_what_is_not_said_is_as_most_people_want_it() -> None:
    assert from_plain({"id": "r1", "at": {"times": ["08:00"]}}) == Reminder(id="r1", when=AtTimes((time(8),)))
    assert AtTimes((time(8),)).weekdays == EVERY_DAY


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "names and values"),
        ({"id": "r1"}, "one of at, every, after_workout"),
        ({**GOOD, "every": EVERY}, "one of at"),
        ({**GOOD, "id": ""}, "id must be"),
        ({**GOOD, "id": 3}, "id must be"),
        ({**GOOD, "id": "x" * 101}, "id must be"),
        ({**GOOD, "routine": None}, "routine must be"),
        ({**GOOD, "is_on": 1}, "is_on must be"),
        ({**GOOD, "colour": "red"}, "knows nothing of colour"),
        ({**GOOD, "at": []}, "at must be names"),
        ({**GOOD, "at": {"times": []}}, "times must be 1 to 24"),
        ({**GOOD, "at": {"times": "08:00"}}, "times must be a list"),
        ({**GOOD, "at": {"times": ["8:00"]}}, "such as 08:30"),
        ({**GOOD, "at": {"times": ["24:00"]}}, "such as 08:30"),
        ({**GOOD, "at": {"times": ["08:60"]}}, "such as 08:30"),
        ({**GOOD, "at": {"times": ["\u0660\u0668:\u0660\u0660"]}}, "such as 08:30"),
        ({**GOOD, "at": {"times": ["09:00", "08:00"]}}, "in order"),
        ({**GOOD, "at": {"times": ["08:00", "08:00"]}}, "none twice"),
        ({**GOOD, "at": {"times": ["08:00"], "weekdays": []}}, "weekdays must be"),
        ({**GOOD, "at": {"times": ["08:00"], "weekdays": [0]}}, "weekdays must be"),
        ({**GOOD, "at": {"times": ["08:00"], "weekdays": [True]}}, "weekdays must be"),
        ({**GOOD, "at": {"times": ["08:00"], "weekdays": [2, 1]}}, "weekdays must be"),
        ({**GOOD, "at": {"times": ["08:00"], "weekdays": [[1]]}}, "weekdays must be"),
        ({**GOOD, "at": {"times": ["08:00"], "weekdays": 3}}, "weekdays must be"),
        ({**GOOD, "at": {"times": ["08:00"], "noon": 1}}, "knows nothing of noon"),
        ({"id": "r1", "every": {**EVERY, "minutes": 14}}, "minutes must be"),
        ({"id": "r1", "every": {**EVERY, "minutes": 1e300}}, "minutes must be"),
        ({"id": "r1", "every": {**EVERY, "first": None}}, "such as 08:30"),
        ({"id": "r1", "after_workout": {"began_at": "yesterday", "times": ["09:00"]}}, "began_at must be"),
        ({"id": "r1", "after_workout": {"began_at": "2026-01-01T09:00:00", "times": ["09:00"]}}, "began_at must be"),
        ({"id": "r1", "after_workout": {"began_at": "9999-12-31T23:00:00+00:00", "times": ["09:00"]}}, "began_at"),
        ({"id": "r1", "after_workout": {"began_at": 3, "times": ["09:00"]}}, "began_at must be"),
        (
            {"id": "r1", "after_workout": {"began_at": "2026-01-01T09:00Z", "times": ["09:00", "12:00", "18:00"]}},
            "one or two",
        ),
    ],
)
def test_what_cannot_be_a_reminder_is_refused_in_words(value: object, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        from_plain(value)


json_values: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=6,
)


@given(
    st.fixed_dictionaries(
        {"id": json_values | st.just("r1")},
        optional=dict.fromkeys(("routine", "is_on"), json_values)
        | {
            "at": st.fixed_dictionaries({"times": json_values}, optional={"weekdays": json_values}),
            "every": st.fixed_dictionaries(dict.fromkeys(("minutes", "first", "last"), json_values)),
            "after_workout": st.fixed_dictionaries({"began_at": json_values, "times": json_values}),
        },
    )
)
def test_whatever_json_holds_is_a_reminder_or_refused(value: dict[str, Any]) -> None:
    try:
        made = from_plain(value)
    except ValueError:
        return
    assert from_plain(as_plain(made)) == made


def test_a_time_on_the_wall_has_no_seconds_and_no_zone() -> None:
    for wrong in (time(8, 0, 1), time(8, 0, 0, 1), time(8, tzinfo=UTC), time(8, fold=1)):
        with pytest.raises(ValueError, match="wall clock"):
            AtTimes((wrong,))


def test_the_plan_after_a_workout_ends_after_two_days() -> None:
    began = datetime(2026, 3, 28, 18, tzinfo=UTC)
    assert AfterWorkout(began).ends_at == datetime(2026, 3, 30, 18, tzinfo=UTC)
