"""Lengths, days and numbers as the sheet writes them."""

from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from acutimer.content.library import Library
from acutimer.core.estimating import LEAST_SESSIONS, Change, TooFew
from acutimer.core.report import Outcomes, Report
from acutimer.core.trends import Unit
from acutimer.language.catalogue import trn
from acutimer.language.joining import listed, side_by_side
from acutimer.ui.log.numbers import date_words, number, sessions

LONGEST_ID = 60  # of a subject this version does not know: an id, not anybody's words


def _tr(text: str) -> str:
    return QCoreApplication.translate("Report", text)


def span_start(when: date, unit: Unit) -> str:
    """When a longer span begins: "Nov 2025", "2025"."""
    pattern = _tr("yyyy") if unit is Unit.YEAR else _tr("MMM\u00a0yyyy")
    return QLocale().toString(QDate(when.year, when.month, 1), pattern)


def level(value: float) -> str:
    """A rating or its mean, to one decimal."""
    return QLocale().toString(float(abs(value)), "f", 1)


def day(when: date, *, with_year: bool = True) -> str:
    """A day: "20 Nov 2026", "20 Nov"."""
    return date_words(when, has_year=with_year)


def long_day(when: date, *, with_year: bool = True) -> str:
    """A day in the heading: "20 November 2026"."""
    pattern = _tr("d\u00a0MMMM\u00a0yyyy") if with_year else _tr("d\u00a0MMMM")
    return QLocale().toString(QDate(when.year, when.month, when.day), pattern)


def period(report: Report) -> str:
    """From when to when: "29 August to 20 November 2026, 84 days"."""
    days = trn("{0}\u00a0day", "{0}\u00a0days", report.days).format(number(report.days))
    if report.first == report.last:
        return long_day(report.first)
    begun = long_day(report.first, with_year=report.first.year != report.last.year)
    return _tr("{0} to {1}, {2}").format(begun, long_day(report.last), days)


def name_of(subject: str, library: Library) -> str:
    """The words for a point, technique or exercise; one this version does not know is its own name."""
    name = _tr("Walking") if subject == "walking" else library.name_of(subject)  # "Your walk" is for the person
    return short(name)


def short(subject: str) -> str:
    """An id, cut where it is too long to be one."""
    return subject if len(subject) <= LONGEST_ID else subject[: LONGEST_ID - 1] + "\u2026"


def outcomes(told: Outcomes) -> str:
    """How sessions ended: "31 in full, 3 in part"."""
    parts = (
        (told.done, _tr("{0}\u00a0in\u00a0full")),
        (told.partial, _tr("{0}\u00a0in\u00a0part")),
        (told.skipped, _tr("{0}\u00a0skipped")),
        (told.unfinished, _tr("{0}\u00a0not\u00a0finished")),
    )
    return listed(words.format(number(some)) for some, words in parts if some)


def change_value(told: Change | TooFew) -> str:
    """The mean change in a word or two: "1.2 lower", "no change", "too few to tell"."""
    if isinstance(told, TooFew):
        return _tr("Too few to tell") if told.sessions else _tr("Not rated")
    return moved(told.mean)


def moved(value: float) -> str:
    """A change: "1.2 lower", "0.3 higher", "no change"."""
    if level(value) == level(0):
        return _tr("no change")
    return (_tr("{0}\u00a0lower") if value < 0 else _tr("{0}\u00a0higher")).format(level(value))


def change_detail(told: Change | TooFew) -> str:
    """What the change rests on, and how sure it is."""
    if isinstance(told, TooFew):
        if not told.sessions:
            return _tr("no session was rated before and after")
        counted = trn("{0} session rated before and after", "{0} sessions rated before and after", told.sessions)
        return _tr("{0}; it takes {1}").format(counted.format(number(told.sessions)), LEAST_SESSIONS)
    mean_of = trn("after than before, mean of {0} session", "after than before, mean of {0} sessions", told.sessions)
    counted = mean_of.format(number(told.sessions))
    low, high = round(told.low, 1), round(told.high, 1)  # an edge shown as 0.0 could be none
    interval = _interval(low, high)
    told_with = _tr("{0}; 95\u00a0% interval {1}").format(counted, interval) if interval else counted
    return _tr("{0}, so it may be chance").format(told_with) if low <= 0 <= high else told_with


def _interval(low: float, high: float) -> str:
    """From where to where: "1.2 to 1.5 lower", "0.4 lower to 0.2 higher"; empty where it has no width to tell."""
    if low == high:
        return ""
    if high < 0:
        return _tr("{0}\u00a0to\u00a0{1}\u00a0lower").format(level(high), level(low))
    if low > 0:
        return _tr("{0}\u00a0to\u00a0{1}\u00a0higher").format(level(low), level(high))
    return _tr("{0} to {1}").format(moved(low), moved(high))


def by_hand(report: Report) -> str:
    """How many sessions were not measured, or changed afterwards; empty where none was."""
    total = sessions(report.outcomes.total)
    kinds = (
        (report.by_hand, _tr("entered by hand: {0} of {1}")),
        (report.corrected, _tr("corrected by hand: {0} of {1}")),
    )
    return side_by_side(words.format(number(some), total) for some, words in kinds if some)
