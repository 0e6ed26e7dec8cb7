"""Time, sides and discomfort in words, as the trends say them."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLocale

from acutimer.core.estimating import LEAST_SESSIONS, Change, TooFew
from acutimer.language.catalogue import trn
from acutimer.language.sentences import one_after_another
from acutimer.ui.log.numbers import practised

ALIKE_FROM = 0.8  # of the other side: what differs by less than a fifth is about the same


def _tr(text: str) -> str:
    return QCoreApplication.translate("Trends", text)


def on_days(seconds: float, days: int) -> str:
    """Time practised, and on how many days: "34 min on 3 days", "none"."""
    if not days:
        return practised(seconds)
    words = trn("{0} on {1}\u00a0day", "{0} on {1}\u00a0days", days)
    return words.format(practised(seconds), QLocale().toString(days))


def level(value: float) -> str:
    """A rating, or a mean of some with one decimal: "4", "4.6"."""
    return QLocale().toString(value) if isinstance(value, int) else QLocale().toString(value, "f", 1)


def change_words(found: Change | TooFew) -> str:
    """How discomfort changed, and how sure that is; or how much is needed to tell."""
    if isinstance(found, TooFew):
        return _too_few(found.sessions)
    return one_after_another(
        (
            trn("In {0} session you rated both.", "In {0} sessions you rated both.", found.sessions).format(
                QLocale().toString(found.sessions)
            ),
            _mean_and_interval(found),
            _tr("Many things can change how you feel; this does not show what did."),
        )
    )


def _too_few(sessions: int) -> str:
    if not sessions:
        words = _tr("Too few to tell: none of the {0} sessions this needs was rated both before and after.")
    else:
        words = trn(
            "Too few to tell: {1} of the {0} sessions this needs was rated before and after.",
            "Too few to tell: {1} of the {0} sessions this needs were rated before and after.",
            sessions,
        )
    return words.format(QLocale().toString(LEAST_SESSIONS), QLocale().toString(sessions))


def _mean_and_interval(found: Change) -> str:
    mean = level(abs(found.mean))
    is_lower, is_none = found.mean < 0, mean == level(0.0)
    if found.low == found.high:
        if is_none:
            return _tr("Afterwards it was the same every time.")
        every_time = (
            _tr("Afterwards it was {0} lower every time.")
            if is_lower
            else _tr("Afterwards it was {0} higher every time.")
        )
        return every_time.format(level(abs(round(found.mean))))
    if is_none:
        first = _tr("Afterwards it was about the same on average")
    else:
        first = (
            _tr("Afterwards it was {0} lower on average")
            if is_lower
            else _tr("Afterwards it was {0} higher on average")
        ).format(mean)
    return _tr("{0}; {1}").format(first, _interval(found))


def _interval(found: Change) -> str:
    """Where the true mean lies, decided by the numbers as they are shown: an edge of 0.0 could be none."""
    low, high = round(found.low, 1), round(found.high, 1)
    least, most = level(min(abs(low), abs(high))), level(max(abs(low), abs(high)))
    if low < 0 < high:
        words = _tr("the true mean change is likely between {0} lower and {1} higher, so it could be none.")
        return words.format(level(abs(low)), level(high))
    if low == high == 0:
        return _tr("the true mean change is likely smaller than {0}, or none.").format(level(0.1))
    if high == 0:
        return _tr("the true mean change is likely between none and {0} lower.").format(most)
    if low == 0:
        return _tr("the true mean change is likely between none and {0} higher.").format(most)
    if low == high:
        about = (
            _tr("the true mean change is likely about {0} lower.")
            if high < 0
            else _tr("the true mean change is likely about {0} higher.")
        )
        return about.format(most)
    between = (
        _tr("the true mean change is likely between {0} and {1} lower.")
        if high < 0
        else _tr("the true mean change is likely between {0} and {1} higher.")
    )
    return between.format(least, most)


def sides_words(left: float, right: float) -> str:
    """Whether one side had less than the other, in a sentence; `left` and `right` are seconds."""
    most, least = max(left, right), min(left, right)
    if not most:
        return _tr("Nothing was practised on one side alone or on both in this time.")
    if least >= ALIKE_FROM * most:
        return _tr("Both sides had about the same.")
    if not least:
        return _tr("Your left side had nothing.") if left < right else _tr("Your right side had nothing.")
    return _less(1 - least / most, is_left=left < right)


def _less(share: float, *, is_left: bool) -> str:
    """By how much one side had less; the nearest of the words people use."""
    left: Sequence[tuple[float, str]] = (
        (1 / 5, _tr("Your left side had a fifth less than your right.")),
        (1 / 4, _tr("Your left side had a quarter less than your right.")),
        (1 / 3, _tr("Your left side had a third less than your right.")),
        (1 / 2, _tr("Your left side had half as much as your right.")),
        (2 / 3, _tr("Your left side had a third of what your right had.")),
        (3 / 4, _tr("Your left side had a quarter of what your right had.")),
        (1.0, _tr("Your left side had very little beside your right.")),
    )
    right: Sequence[tuple[float, str]] = (
        (1 / 5, _tr("Your right side had a fifth less than your left.")),
        (1 / 4, _tr("Your right side had a quarter less than your left.")),
        (1 / 3, _tr("Your right side had a third less than your left.")),
        (1 / 2, _tr("Your right side had half as much as your left.")),
        (2 / 3, _tr("Your right side had a third of what your left had.")),
        (3 / 4, _tr("Your right side had a quarter of what your left had.")),
        (1.0, _tr("Your right side had very little beside your left.")),
    )
    return min(left if is_left else right, key=lambda it: abs(it[0] - share))[1]
