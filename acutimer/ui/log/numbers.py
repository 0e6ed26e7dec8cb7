"""How long, how many and on which day, in words: the same on every page of the log."""

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from acutimer.language.catalogue import trn

WHOLE_HOURS_FROM = 100  # from here on minutes say nothing


def _tr(text: str) -> str:
    return QCoreApplication.translate("Log", text)


def number(count: int) -> str:
    """A whole number as the system groups it."""
    return QLocale().toString(count)


def sessions(count: int) -> str:
    """How many: "1 session", "412 sessions"."""
    return trn("{0} session", "{0} sessions", count).format(number(count))


def practised(seconds: float) -> str:
    """Time practised: "45 s", "34 min", "3 h 10 min", "2 h", "1,192 h", "none"; no end of a line parts it."""
    hours, over = divmod(int(seconds / 60 + 0.5), 60)
    if not hours:
        return amount(seconds)
    if not over or hours >= WHOLE_HOURS_FROM:
        return _tr("{0}\u00a0h").format(number(hours + (over >= 30)))
    return _tr("{0}\u00a0h\u00a0{1}\u00a0min").format(hours, over)


def amount(seconds: float) -> str:
    """The same in a column: "45 s", "14 min", "120 min", "none". Never hours, so that amounts can be compared."""
    whole = round(seconds)
    if whole < 1:
        return _tr("none")
    if whole < 60:
        return _tr("{0}\u00a0s").format(whole)
    return _tr("{0}\u00a0min").format(number(int(seconds / 60 + 0.5)))


def date_words(day: date, *, has_year: bool) -> str:
    """A date: "12 Nov", or "12 Nov 2025"."""
    pattern = _tr("d\u00a0MMM\u00a0yyyy") if has_year else _tr("d\u00a0MMM")
    return QLocale().toString(QDate(day.year, day.month, day.day), pattern)


def clock_time(moment: datetime) -> str:
    """The time of day as the system writes it, on the clock of that moment's own offset."""
    return QLocale().toString(QTime(moment.hour, moment.minute), QLocale.FormatType.ShortFormat)


def continuity_words(days: int) -> str:
    """On how many of the last seven days one practised: a fact and no more."""
    if not days:
        return _tr("The last 7 days were for rest.")
    words = trn("You practised on {0} of the last 7 days.", "You practised on {0} of the last 7 days.", days)
    return words.format(number(days))
