"""When reminders are due: moments, from what they say of clocks on the wall."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from acutimer.core.reminding import AfterWorkout, AtTimes, Every, Reminder, When
from acutimer.core.wall_times import day_in, moment_of

_DAY = timedelta(days=1)
_DAYS_AHEAD = 16  # a week and a day, doubled: a zone may leave out a whole day


@dataclass(frozen=True, slots=True)
class Due:
    """A reminder, and the moment (in UTC) at which it is due."""

    at: datetime
    reminder: Reminder


def next_moment(when: When, after: datetime, zone: tzinfo) -> datetime | None:
    """The first moment, in UTC, later than `after` at which this is due in `zone`; None if it never is again."""
    after = after.astimezone(UTC)
    # what began yesterday, or was put off by moved clocks, may be due today
    day = day_in(after, zone) - 2 * _DAY
    if isinstance(when, AfterWorkout):
        after = max(after, when.began_at.astimezone(UTC))
        day = day_in(after, zone) - 2 * _DAY
    found: datetime | None = None
    for offset in range(_DAYS_AHEAD):
        this = day + offset * _DAY
        if found is not None and this > day_in(found, zone):
            break
        later = (it for it in _moments_of(when, this, zone) if it > after)
        found = min([*later, *([found] if found else [])], default=None)
    if isinstance(when, AfterWorkout) and found is not None and found > when.ends_at:
        return None
    return found


def moments_between(when: When, after: datetime, until: datetime, zone: tzinfo) -> Iterator[datetime]:
    """Every moment later than `after` and not later than `until`, in order, none twice."""
    moment = next_moment(when, after, zone)
    while moment is not None and moment <= until:
        yield moment
        moment = next_moment(when, moment, zone)


def next_due(reminders: Iterable[Reminder], after: datetime, zone: tzinfo) -> tuple[Due, ...]:
    """What is due next after `after`: all that is due at that one moment, in the order given. Empty if nothing is."""
    moments = [(next_moment(it.when, after, zone), it) for it in reminders if it.is_on]
    first = min((moment for moment, _ in moments if moment is not None), default=None)
    return tuple(Due(moment, it) for moment, it in moments if moment is not None and moment == first)


def last_due(when: When, after: datetime, until: datetime, zone: tzinfo) -> datetime | None:
    """The last moment later than `after` and not later than `until`; None if there is none."""
    found = None
    for moment in moments_between(when, after, until, zone):
        found = moment
    return found


def _moments_of(when: When, day: date, zone: tzinfo) -> Iterator[datetime]:
    """The moments of what begins on `day`, after midnight of the next one included."""
    match when:
        case Every(weekdays=weekdays) | AtTimes(weekdays=weekdays) if day.isoweekday() not in weekdays:
            return
        case Every():
            yield from (moment_of(on, clock, zone) for on, clock in _clocks(when, day))
        case _:
            yield from (moment_of(day, clock, zone) for clock in when.times)


def _clocks(when: Every, day: date) -> Iterator[tuple[date, time]]:
    """What the wall's clock shows each time: counted by it, so that "every two hours from nine" is at nine, always."""
    clock, last = datetime.combine(day, when.first), datetime.combine(day, when.last)
    if last < clock:
        last += _DAY
    while clock <= last:
        yield clock.date(), clock.time()
        clock += timedelta(minutes=when.minutes)
