"""Weeks, months, quarters and years in words, along a chart and in a sentence."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from acutimer.core.trends import Spans, Unit
from acutimer.ui.log.numbers import date_words
from acutimer.ui.log.trends.axis import Mark, Tick, round_minutes
from acutimer.ui.routines.words import minutes

WEEKS_BY_DATE = 16  # up to so many weeks are labelled by their first day, more of them by the month
STRIDES = (1, 2, 3, 4, 6, 8)
MONTH_STRIDES = (1, 2, 3, 6, 12)
YEAR_STRIDES = (1, 2, 5, 10, 20, 50, 100, 1000)


def _tr(text: str, context: str = "") -> str:
    return QCoreApplication.translate("Trends", text, context)


def month_words(month: int, *, is_short: bool) -> str:
    """A month by itself: "Nov", or "November"."""
    length = QLocale.FormatType.ShortFormat if is_short else QLocale.FormatType.LongFormat
    return QLocale().standaloneMonthName(month, length)


def year_words(year: int) -> str:
    """A year by itself, with no mark between its digits."""
    return QLocale().toString(QDate(year, 1, 1), "yyyy")


def span_words(spans: Spans, place: int) -> str:
    """One of them: "Week of 12 Nov", "November 2025", "October to December 2025", "2025".

    A week has its year where that is not the last one of `spans`.
    """
    start = spans.starts[place]
    match spans.unit:
        case Unit.WEEK:
            return _tr("Week of {0}").format(date_words(start, has_year=start.year != spans.end.year))
        case Unit.MONTH:
            month = month_words(start.month, is_short=False)
            return _tr("{0} {1}", "a month and its year").format(month, year_words(start.year))
        case Unit.QUARTER:
            first, last = (month_words(month, is_short=False) for month in (start.month, start.month + 2))
            return _tr("{0} to {1} {2}").format(first, last, year_words(start.year))
    return year_words(start.year)


def now_words(unit: Unit) -> str:
    """The one that still goes on: "This week"."""
    return {
        Unit.WEEK: _tr("This week"),
        Unit.MONTH: _tr("This month"),
        Unit.QUARTER: _tr("This quarter"),
        Unit.YEAR: _tr("This year"),
    }[unit]


def from_to(spans: Spans) -> str:
    """All the time there is: "from 1 Sep to 23 Nov 2025"."""
    first, last = spans.starts[0], spans.end
    begun = date_words(first, has_year=first.year != last.year)
    return _tr("from {0} to {1}").format(begun, date_words(last, has_year=True))


def time_marks(seconds: float) -> tuple[Mark, ...]:
    """A few round lengths up to `seconds` and a little more; values are seconds."""
    marks = round_minutes(seconds / 60)
    is_hours = all(mark % 60 == 0 for mark in marks)
    words: Callable[[int], str] = (
        (lambda it: _tr("{0}\u00a0h").format(it // 60)) if is_hours else lambda it: minutes(it * 60)
    )
    return tuple(Mark(mark * 60.0, words(mark) if mark else "0") for mark in marks)


def ticks(spans: Spans, now: int) -> tuple[tuple[Tick, ...], ...]:
    """Labels of the time, from many to few. `now` is the one that still goes on, -1 where there is none."""
    match spans.unit:
        case Unit.WEEK if len(spans.starts) <= WEEKS_BY_DATE:
            return _by_date(spans, now)
        case Unit.WEEK | Unit.MONTH:
            return _by_month(spans)
    return _by_year(spans)


def _share(spans: Spans, place: int) -> float:
    return (place + 0.5) / len(spans.starts)


def _by_date(spans: Spans, now: int) -> tuple[tuple[Tick, ...], ...]:
    """Every so many weeks, the latest always."""
    last = len(spans.starts) - 1
    labels = [date_words(start, has_year=False) for start in spans.starts]
    if now >= 0:
        labels[now] = now_words(spans.unit)
    return tuple(
        tuple(
            Tick(_share(spans, place), labels[place], is_strong=place == now)
            for place in range(last % stride, last + 1, stride)
        )
        for stride in STRIDES
    )


def _by_month(spans: Spans) -> tuple[tuple[Tick, ...], ...]:
    """Where a month begins; a January is told by its year."""
    begins = [
        (place, start)
        for place, start in enumerate(spans.starts)
        if place == 0 or start.month != spans.starts[place - 1].month
    ]
    if spans.unit is Unit.WEEK and begins[0][1].day > 7:
        del begins[0]  # it begins before the chart does
    return tuple(
        tuple(
            Tick(
                _share(spans, place),
                year_words(start.year) if start.month == 1 else month_words(start.month, is_short=True),
                is_strong=start.month == 1,
            )
            for place, start in begins
            if (start.month - 1) % stride == 0
        )
        for stride in MONTH_STRIDES
    ) + _by_year(spans)


def _by_year(spans: Spans) -> tuple[tuple[Tick, ...], ...]:
    begins = [
        (place, start.year)
        for place, start in enumerate(spans.starts)
        if (place == 0 and start.month == 1) or (place and start.year != spans.starts[place - 1].year)
    ]
    return tuple(
        tuple(Tick(_share(spans, place), year_words(year)) for place, year in begins if year % stride == 0)
        for stride in YEAR_STRIDES
    )
