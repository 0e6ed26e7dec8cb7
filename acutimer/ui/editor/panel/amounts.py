"""Numbers of a step as they are shown in a field, and as people type them."""

import re

from PySide6.QtCore import QCoreApplication

from acutimer.ui.decimals import decimal
from acutimer.ui.log.editing.typed import seconds_read
from acutimer.ui.routines.words import NBSP, clock

MINUTE = 60
TENTHS = 10  # a time given in tenths of a second, as an int
_SECONDS = re.compile(r"(\d{1,4})(?:[.,](\d)\d*)?\s*[^\W\d]*")


def length_shown(seconds: int) -> str:
    """A length: "45 s", from a minute on as on a clock: "1:30"."""
    return _seconds(f"{seconds}") if seconds < MINUTE else clock(seconds)


def length_read(text: str) -> int | None:
    """Seconds from "1:30", "90", "90 s", "2 min"; None where it is none of them."""
    return seconds_read(text)


def tenths_shown(tenths: int) -> str:
    """A short time: "2.5 s"."""
    return _seconds(decimal(tenths / TENTHS))


def tenths_read(text: str) -> int | None:
    """Tenths of a second from "2.5", "2,5 s" or "2"; None where it is none of them."""
    told, unit = (it.replace(NBSP, " ").strip().lower() for it in (text, _seconds("")))
    found = _SECONDS.fullmatch(told.removesuffix(unit))
    return None if found is None else int(found[1]) * TENTHS + int(found[2] or 0)


def range_shown(low: int, high: int) -> str:
    """From so many to so many seconds: "1 to 2 min", "30 to 60 s", "45 s to 2 min"."""
    if low == high:
        return _prose(low)
    are_minutes = low % MINUTE == 0 and high % MINUTE == 0
    first = f"{low // MINUTE}" if are_minutes else f"{low}" if high <= MINUTE else _prose(low)
    last = _seconds(f"{high}") if high <= MINUTE and not are_minutes else _prose(high)
    return QCoreApplication.translate("Editor", "{0} to {1}", "a range of times").format(first, last)


def _prose(seconds: int) -> str:
    minutes, rest = divmod(seconds, MINUTE)
    if not rest and minutes:
        return QCoreApplication.translate("Editor", "{0}\u00a0min").format(minutes)
    return _seconds(f"{seconds}") if seconds < 2 * MINUTE else clock(seconds)


def _seconds(number: str) -> str:
    return QCoreApplication.translate("Editor", "{0}\u00a0s").format(number)
