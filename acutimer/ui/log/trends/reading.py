"""What the trends ask the history for."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum
from typing import Protocol

from acutimer.core.totals import Rated, SideSeconds
from acutimer.core.trends import WEEK_DAYS, Spans, spans, week_start


class Period(IntEnum):
    """How far back the trends look, in the order of the switch."""

    WEEKS = 0
    YEAR = 1
    ALL = 2


WEEKS = {Period.WEEKS: 12, Period.YEAR: 52}


class Asked(Protocol):
    """What of the history's totals is asked here."""

    def span(self, day_begins_hour: int) -> tuple[date, date] | None:
        """The first and the last day with a session."""

    def seconds_by_day(self, first: date, last: date, day_begins_hour: int) -> Mapping[date, float]:
        """The time practised on each day."""

    def sides_by_day(self, first: date, last: date, day_begins_hour: int) -> Mapping[date, SideSeconds]:
        """The time practised on each side on each day."""

    def rated(self, first: date, last: date, day_begins_hour: int) -> tuple[Rated, ...]:
        """The sessions that were rated, oldest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The history between `first` and `last`. `began` is the first day with a session there is."""

    first: date
    last: date
    today: date
    began: date
    first_weekday: int
    day_begins_hour: int
    seconds: Mapping[date, float]
    sides: Mapping[date, SideSeconds]
    rated: tuple[Rated, ...]

    def spans(self, most: int) -> Spans:
        """The time in no more than about `most` weeks, or longer pieces."""
        return spans(self.first, self.last, self.first_weekday, most)


def read(totals: Asked, period: Period, today: date, day_begins_hour: int, first_weekday: int) -> Reading | None:
    """Ask for everything within `period`; None while the history is empty.

    Raises:
        WorldError: the history cannot be read.
    """
    span = totals.span(day_begins_hour)
    if span is None:
        return None
    if period is Period.ALL:
        first, last = min(span[0], today), max(span[1], today)
    else:
        first, last = week_start(today, first_weekday) - timedelta(days=WEEK_DAYS * (WEEKS[period] - 1)), today
    return Reading(
        first=first,
        last=last,
        today=today,
        began=span[0],
        first_weekday=first_weekday,
        day_begins_hour=day_begins_hour,
        seconds=totals.seconds_by_day(first, last, day_begins_hour),
        sides=totals.sides_by_day(first, last, day_begins_hour),
        rated=totals.rated(first, last, day_begins_hour),
    )
