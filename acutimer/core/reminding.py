"""Reminders: what to do, and when, as clocks on the wall show it; with the plain form they have in a settings file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from acutimer.core.legible import printable

EVERY_DAY = (1, 2, 3, 4, 5, 6, 7)
MOST_TIMES = 24
LEAST_MINUTES, MOST_MINUTES = 15, 12 * 60
RECOVERY = timedelta(hours=48)
LONGEST_NAME = 100


@dataclass(frozen=True, slots=True)
class AtTimes:
    """At these times of the day, on these days of the week: 1 is Monday, 7 Sunday. Both in order, none twice."""

    times: tuple[time, ...]
    weekdays: tuple[int, ...] = EVERY_DAY

    def __post_init__(self) -> None:
        _times(self.times)
        _weekdays(self.weekdays)


@dataclass(frozen=True, slots=True)
class Every:
    """Every so many `minutes` (15 to 720) from `first`, and never after `last`, on the days that `first` falls on.

    A `last` before `first` is of the next day, as for those who work at night; the same time twice is one moment.
    """

    minutes: int
    first: time
    last: time
    weekdays: tuple[int, ...] = EVERY_DAY

    def __post_init__(self) -> None:
        if type(self.minutes) is not int or not LEAST_MINUTES <= self.minutes <= MOST_MINUTES:
            raise ValueError(f"minutes must be a whole number from {LEAST_MINUTES} to {MOST_MINUTES}")
        _time("first", self.first)
        _time("last", self.last)
        _weekdays(self.weekdays)


@dataclass(frozen=True, slots=True)
class AfterWorkout:
    """At one or two times of the day during the 48 hours after a workout that was over at `began_at`; then no more.

    `began_at` has its offset: it is one moment, wherever the clock on the wall is moved to later.
    """

    began_at: datetime
    times: tuple[time, ...] = (time(9), time(19))

    def __post_init__(self) -> None:
        if not isinstance(self.began_at, datetime) or self.began_at.utcoffset() is None:
            raise ValueError("began_at must be a moment with its offset")
        if not 1970 <= self.began_at.year <= 9000:
            raise ValueError("began_at must be a moment of these times")
        _times(self.times)
        if len(self.times) > 2:
            raise ValueError("times must be one or two: more often is not better")

    @property
    def ends_at(self) -> datetime:
        """When it is over."""
        return self.began_at + RECOVERY


When = AtTimes | Every | AfterWorkout


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """One reminder. `routine` is the id of what it asks for, which may be gone by then, or "" for any practice."""

    id: str
    when: When
    routine: str = ""
    is_on: bool = True

    def __post_init__(self) -> None:
        if not isinstance(self.id, str) or not 0 < len(self.id) <= LONGEST_NAME:
            raise ValueError(f"id must be a name of 1 to {LONGEST_NAME} letters")
        if not isinstance(self.routine, str) or len(self.routine) > LONGEST_NAME:
            raise ValueError(f"routine must be a name of at most {LONGEST_NAME} letters")
        if not isinstance(self.when, When):
            raise ValueError("a reminder needs times, hours or a workout")
        if not isinstance(self.is_on, bool):
            raise ValueError("is_on must be true or false")


def as_plain(reminder: Reminder) -> dict[str, object]:
    """The reminder as names and values that JSON can hold; `from_plain` reads it back equal."""
    plain: dict[str, object] = {"id": reminder.id, "routine": reminder.routine, "is_on": reminder.is_on}
    match reminder.when:
        case AtTimes(times, weekdays):
            plain["at"] = {"times": [_clock(it) for it in times], "weekdays": list(weekdays)}
        case Every(minutes, first, last, weekdays):
            hours = {"minutes": minutes, "first": _clock(first), "last": _clock(last)}
            plain["every"] = {**hours, "weekdays": list(weekdays)}
        case AfterWorkout(began_at, times):
            plain["after_workout"] = {"began_at": began_at.isoformat(), "times": [_clock(it) for it in times]}
    return plain


def from_plain(value: object) -> Reminder:
    """A reminder from what JSON held.

    Raises:
        ValueError: what is wrong with it, in words.
    """
    if not isinstance(value, Mapping):
        raise ValueError("a reminder must be names and values")
    found = [(name, read) for name, read in _KINDS.items() if name in value]
    if len(found) != 1:
        raise ValueError(f"a reminder needs one of {', '.join(_KINDS)}")
    name, read = found[0]
    _known(value, {"id", "routine", "is_on", name})
    if not isinstance(value[name], Mapping):
        raise ValueError(f"{name} must be names and values")
    return Reminder(  # which says itself whether the rest is good
        id=value.get("id", ""),
        when=read(value[name]),
        routine=value.get("routine", ""),
        is_on=value.get("is_on", True),
    )


def _at(value: Mapping[str, object]) -> When:
    _known(value, {"times", "weekdays"})
    return AtTimes(_times_in(value.get("times")), _numbers(value.get("weekdays", list(EVERY_DAY))))


def _every(value: Mapping[str, object]) -> When:
    _known(value, {"minutes", "first", "last", "weekdays"})
    weekdays = _numbers(value.get("weekdays", list(EVERY_DAY)))
    minutes: object = value.get("minutes")
    return Every(
        minutes,  # type: ignore[arg-type]  # Every itself says whether it is a number
        _time_in(value.get("first")),
        _time_in(value.get("last")),
        weekdays,
    )


def _after_workout(value: Mapping[str, object]) -> When:
    _known(value, {"began_at", "times"})
    moment = value.get("began_at")
    try:
        began_at = datetime.fromisoformat(moment) if isinstance(moment, str) else None
    except ValueError:
        began_at = None
    if began_at is None:
        raise ValueError("began_at must be a moment, such as 2026-01-31T18:00:00+01:00")
    return AfterWorkout(began_at, _times_in(value.get("times")))


_KINDS: Mapping[str, Callable[[Mapping[str, object]], When]] = {
    "at": _at,
    "every": _every,
    "after_workout": _after_workout,
}


def _known(value: Mapping[str, object], names: set[str]) -> None:
    strange = [str(name) for name in value if name not in names]
    if strange:
        raise ValueError(f"a reminder knows nothing of {printable(strange[0][:LONGEST_NAME])}")


def _clock(value: time) -> str:
    return f"{value:%H:%M}"


def _time_in(value: object) -> time:
    if isinstance(value, str) and value.isascii():
        hours, colon, minutes = value.partition(":")
        is_clock = colon and len(value) == 5 and hours.isdigit() and minutes.isdigit()
        if is_clock and int(hours) < 24 and int(minutes) < 60:
            return time(int(hours), int(minutes))
    raise ValueError("a time must be hours and minutes, such as 08:30")


def _times_in(value: object) -> tuple[time, ...]:
    if not isinstance(value, list):
        raise ValueError("times must be a list, such as 08:30 and 18:00")
    return tuple(_time_in(it) for it in value)


def _numbers(value: object) -> tuple[int, ...]:
    if not isinstance(value, list):
        raise ValueError("weekdays must be a list of numbers from 1, Monday, to 7, Sunday")
    return tuple(value)


def _time(name: str, value: object) -> None:
    if not isinstance(value, time) or value.tzinfo or value.second or value.microsecond or value.fold:
        raise ValueError(f"{name} must be hours and minutes on the wall clock")


def _times(times: tuple[time, ...]) -> None:
    if not isinstance(times, tuple) or not 0 < len(times) <= MOST_TIMES:
        raise ValueError(f"times must be 1 to {MOST_TIMES}")
    for it in times:
        _time("each of times", it)
    if list(times) != sorted(set(times)):
        raise ValueError("times must be in order, none twice")


def _weekdays(days: tuple[int, ...]) -> None:
    is_good = isinstance(days, tuple) and days and all(type(it) is int and 1 <= it <= 7 for it in days)
    if not is_good or list(days) != sorted(set(days)):
        raise ValueError("weekdays must be numbers from 1, Monday, to 7, Sunday, in order, none twice")
