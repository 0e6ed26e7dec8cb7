"""Where the keys of the calendar lead from a day."""

import calendar
from datetime import date, timedelta

from PySide6.QtCore import Qt

WEEK = 7
DAYS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Left: -WEEK,
    Qt.Key.Key_Right: WEEK,
}
MONTHS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
PLAIN = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def walked(
    day: date, key: Qt.Key, modifiers: Qt.KeyboardModifier, *, first: date, today: date, is_mirrored: bool = False
) -> date | None:
    """The day `key` leads to, from `first` to `today`; None for a key that leads nowhere.

    Weeks go on to the right; `is_mirrored`, to the left.
    """
    held = modifiers & ~Qt.KeyboardModifier.KeypadModifier
    if held == SHIFT and key in MONTHS:
        return within(months_away(day, 12 * MONTHS[key]), first, today)
    if held != PLAIN:
        return None
    if key in DAYS:
        step = DAYS[key]
        return within(_days_away(day, -step if is_mirrored and abs(step) == WEEK else step), first, today)
    if key in MONTHS:
        return within(months_away(day, MONTHS[key]), first, today)
    ends = {Qt.Key.Key_Home: date(day.year, 1, 1), Qt.Key.Key_End: date(day.year, 12, 31), Qt.Key.Key_T: today}
    return within(ends[key], first, today) if key in ends else None


def months_away(day: date, months: int) -> date:
    """The same day so many months on, or back; in a month that is too short for it, the last one."""
    year, month = divmod(12 * day.year + day.month - 1 + months, 12)
    if not date.min.year <= year <= date.max.year:
        return date.min if months < 0 else date.max
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def within(day: date, first: date, last: date) -> date:
    """The day itself, or the end it lies beyond."""
    return min(max(day, first), last)


def _days_away(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return day
