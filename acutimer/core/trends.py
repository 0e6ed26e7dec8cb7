"""Practice week by week: minutes, sides and discomfort; over many years by longer spans of time."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from acutimer.core.history import day_of
from acutimer.core.totals import Rated, SideSeconds

WEEK_DAYS = 7


class Unit(Enum):
    """What one mark of a chart stands for. The value is its months, 0 for a week."""

    WEEK = 0
    MONTH = 1
    QUARTER = 3
    YEAR = 12


@dataclass(frozen=True, slots=True)
class Spans:
    """Weeks, months, quarters or years without a gap: the first day of each, in order, and the last day of all."""

    unit: Unit
    starts: tuple[date, ...]
    end: date

    def place_of(self, day: date) -> int | None:
        """Which of them `day` lies in, or None."""
        return bisect_right(self.starts, day) - 1 if self.starts[0] <= day <= self.end else None

    def last_day(self, place: int) -> date:
        """The last day of one of them."""
        return self.starts[place + 1] - timedelta(days=1) if place + 1 < len(self.starts) else self.end


@dataclass(frozen=True, slots=True)
class WeekTotal:
    """Seconds practised in the week (or longer span) that begins with `start`, and on how many days."""

    start: date
    seconds: float
    days: int


@dataclass(frozen=True, slots=True)
class SideTotal:
    """Seconds practised on each side in the span that begins with `start`."""

    start: date
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class DiscomfortMean:
    """The mean ratings of the span that begins with `start`, over the `sessions` that were rated both times.

    The means are None where there are none of these.
    """

    start: date
    sessions: int
    before: float | None
    after: float | None


def week_start(day: date, first_weekday: int) -> date:
    """The first day of the week `day` lies in. Weeks begin on `first_weekday`, 1 (Monday) to 7 (Sunday)."""
    return day - timedelta(days=(day.isoweekday() - first_weekday) % WEEK_DAYS)


def week_spans(first: date, last: date, first_weekday: int) -> Spans:
    """The weeks from the one `first` lies in to the one `last` lies in, both whole."""
    start = week_start(first, first_weekday)
    count = (week_start(last, first_weekday) - start).days // WEEK_DAYS + 1
    starts = tuple(start + timedelta(days=WEEK_DAYS * place) for place in range(count))
    return Spans(Unit.WEEK, starts, starts[-1] + timedelta(days=WEEK_DAYS - 1))


def month_spans(first: date, last: date, unit: Unit) -> Spans:
    """The months, quarters or years, by `unit`, from the one `first` lies in to the one `last` lies in, both whole."""
    months = _months(first, last, unit)
    starts = tuple(date(month // 12, month % 12 + 1, 1) for month in months)
    after = months[-1] + unit.value
    is_last_of_all = after // 12 > date.max.year
    return Spans(unit, starts, date.max if is_last_of_all else date(after // 12, after % 12 + 1, 1) - timedelta(days=1))


def spans(first: date, last: date, first_weekday: int, most: int) -> Spans:
    """The shortest spans of which no more than `most` reach from `first` to `last`; years where all are too many."""
    if (last - first).days // WEEK_DAYS + 2 <= most:
        return week_spans(first, last, first_weekday)
    units = (Unit.MONTH, Unit.QUARTER)
    return month_spans(first, last, next((it for it in units if len(_months(first, last, it)) <= most), Unit.YEAR))


def _months(first: date, last: date, unit: Unit) -> range:
    """The months the spans begin with, counted from the year 0 on."""
    start = (first.year * 12 + first.month - 1) // unit.value * unit.value
    return range(start, last.year * 12 + last.month, unit.value)


def weeks(first: date, last: date, seconds_by_day: Mapping[date, float], first_weekday: int) -> tuple[WeekTotal, ...]:
    """Every week from the one `first` lies in to the one `last` lies in, those without practice as well.

    Weeks begin on `first_weekday`, 1 (Monday) to 7 (Sunday).
    """
    return time_in(week_spans(first, last, first_weekday), seconds_by_day)


def time_in(spans: Spans, seconds_by_day: Mapping[date, float]) -> tuple[WeekTotal, ...]:
    """The time practised in each span. Days outside of all are left out."""
    seconds, days = [0.0] * len(spans.starts), [0] * len(spans.starts)
    for day, amount in seconds_by_day.items():
        place = spans.place_of(day)
        if place is not None and amount > 0:
            seconds[place] += amount
            days[place] += 1
    return tuple(WeekTotal(*total) for total in zip(spans.starts, seconds, days, strict=True))


def sides_in(spans: Spans, sides_by_day: Mapping[date, SideSeconds]) -> tuple[SideTotal, ...]:
    """The time practised on each side in each span. Days outside of all are left out."""
    left, right = [0.0] * len(spans.starts), [0.0] * len(spans.starts)
    for day, amount in sides_by_day.items():
        place = spans.place_of(day)
        if place is not None:
            left[place] += amount.left
            right[place] += amount.right
    return tuple(SideTotal(*total) for total in zip(spans.starts, left, right, strict=True))


def discomfort_in(spans: Spans, rated: Iterable[Rated], day_begins_hour: int) -> tuple[DiscomfortMean, ...]:
    """The mean discomfort in each span, of the sessions rated before and after."""
    count = len(spans.starts)
    sessions, before, after = [0] * count, [0] * count, [0] * count
    place, begin, end = 0, spans.starts[0], spans.last_day(0)
    for it in rated:
        if it.before is None or it.after is None:
            continue
        day = day_of(it.started_at, day_begins_hour)
        if not begin <= day <= end:  # the next one lies in the same span most of the time
            found = spans.place_of(day)
            if found is None:
                continue
            place, begin, end = found, spans.starts[found], spans.last_day(found)
        sessions[place] += 1
        before[place] += it.before
        after[place] += it.after
    return tuple(
        DiscomfortMean(start, n, before[place] / n if n else None, after[place] / n if n else None)
        for place, (start, n) in enumerate(zip(spans.starts, sessions, strict=True))
    )


def both_rated(rated: Iterable[Rated]) -> tuple[tuple[int, int], ...]:
    """Before and after of the sessions that were rated both times."""
    return tuple((it.before, it.after) for it in rated if it.before is not None and it.after is not None)


def continuity(seconds_by_day: Mapping[date, float], today: date, days: int = WEEK_DAYS) -> int:
    """On how many of the last `days` days, today among them, anything was practised. A day of rest breaks nothing."""
    return sum(seconds_by_day.get(today - timedelta(days=ago), 0.0) > 0 for ago in range(days))
