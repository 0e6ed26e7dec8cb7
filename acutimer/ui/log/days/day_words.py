"""One day of the year in words."""

from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from acutimer.core.totals import DayTotal
from acutimer.ui.log.numbers import practised, sessions

LEAST_SECONDS = 0.5  # less is nothing


def _tr(text: str, meaning: str = "") -> str:
    return QCoreApplication.translate("Log", text, meaning)


def day_name(day: date, *, is_short: bool = False) -> str:
    """A day in the year one looks at: "Friday 20 November", or "Fri 20 Nov"."""
    return QLocale().toString(_qt(day), _tr("ddd d\u00a0MMM") if is_short else _tr("dddd d\u00a0MMMM"))


def whole_day_name(day: date) -> str:
    """A day by itself: "Friday 20 November 2026"."""
    return QLocale().toString(_qt(day), _tr("dddd d\u00a0MMMM\u00a0yyyy"))


def day_total(total: DayTotal | None, *, is_part: bool = False) -> str:
    """What was done on a day: "two sessions, 18 min", or "Rest" where nothing was.

    `is_part`: one asks only for some sessions, so that where there are none of them, it may have been no rest.
    """
    if total is None or not total.sessions:
        return _tr("nothing found") if is_part else _tr("Rest", "a day")
    sessions = _sessions(total.sessions)
    return _tr("{0}, {1}").format(sessions, practised(total.seconds)) if total.seconds >= LEAST_SECONDS else sessions


def told(day: str, done: str) -> str:
    """A day's name and what was done: "Friday 20 November: two sessions, 18 min"; the name alone without that."""
    return _tr("{0}: {1}").format(day, done) if done else day


def _sessions(count: int) -> str:
    words = (
        _tr("one session"),
        _tr("two sessions"),
        _tr("three sessions"),
        _tr("four sessions"),
        _tr("five sessions"),
        _tr("six sessions"),
        _tr("seven sessions"),
        _tr("eight sessions"),
        _tr("nine sessions"),
        _tr("ten sessions"),
        _tr("eleven sessions"),
        _tr("twelve sessions"),
    )
    return words[count - 1] if count <= len(words) else sessions(count)


def _qt(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
