"""Histories made up for the trends."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from types import SimpleNamespace

from acutimer.core.errors import WorldError
from acutimer.core.history import day_of
from acutimer.core.totals import Rated, SideSeconds
from acutimer.ui.context import Context
from acutimer.ui.log.trends.reading import Reading
from tests.ui.practice import NOW

TODAY = date(2025, 11, 20)  # a Thursday


def rated(day: date, before: int | None, after: int | None, hour: int = 9) -> Rated:
    at = datetime.combine(day, time(hour, 30), NOW.tzinfo)
    return Rated(session=at.isoformat(), started_at=at, before=before, after=after)


def a_reading(
    seconds: Mapping[date, float] | None = None,
    sides: Mapping[date, SideSeconds] | None = None,
    rated: tuple[Rated, ...] = (),
    weeks: int = 12,
    began: date | None = None,
) -> Reading:
    """The last `weeks` weeks, beginning on Mondays."""
    first = TODAY - timedelta(days=TODAY.weekday() + 7 * (weeks - 1))
    return Reading(
        first=first,
        last=TODAY,
        today=TODAY,
        began=began or min(seconds or sides or {first: 0}),
        first_weekday=1,
        day_begins_hour=3,
        seconds=seconds or {},
        sides=sides or {},
        rated=rated,
    )


class MadeUp:
    """What `history.totals` would answer of these days and ratings; `fault` is raised instead, if there is one."""

    def __init__(self, seconds: dict[date, float], rated: tuple[Rated, ...] = ()) -> None:
        self.seconds, self.ratings = seconds, rated
        self.fault: WorldError | None = None
        self.asked: list[tuple[date, date, int]] = []

    def span(self, _day_begins_hour: int) -> tuple[date, date] | None:
        if self.fault:
            raise self.fault
        return (min(self.seconds), max(self.seconds)) if self.seconds else None

    def seconds_by_day(self, first: date, last: date, day_begins_hour: int) -> dict[date, float]:
        self.asked.append((first, last, day_begins_hour))
        return {day: amount for day, amount in self.seconds.items() if first <= day <= last}

    def sides_by_day(self, first: date, last: date, day_begins_hour: int) -> dict[date, SideSeconds]:
        found = self.seconds_by_day(first, last, day_begins_hour)
        return {day: SideSeconds(amount / 2, amount / 3) for day, amount in found.items()}

    def rated(self, first: date, last: date, day_begins_hour: int) -> tuple[Rated, ...]:
        return tuple(it for it in self.ratings if first <= day_of(it.started_at, day_begins_hour) <= last)


def with_totals(context: Context, totals: MadeUp) -> Context:
    """The same context with another history."""
    return replace(context, history=SimpleNamespace(totals=totals))  # type: ignore[arg-type]  # all that is asked
