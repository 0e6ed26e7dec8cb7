"""Amounts and times of day as they are shown in a field, and as people type them."""

import re

from PySide6.QtCore import QCoreApplication, QLocale, QTime

from acutimer.ui.routines.words import NBSP, clock

NOON = 12
HOUR = 60
_CLOCK = re.compile(r"(?:(\d{1,2}):)?(\d{1,4}):(\d{1,2})?")
_DAYTIME = re.compile(r"(\d{1,2})(?:\s*[:.h]?\s*(\d{2}))?\s*(?:([ap])\.?\s*(?:m\.?)?)?")


def seconds_shown(seconds: int) -> str:
    """On a clock: "1:30"."""
    return clock(seconds)


def seconds_read(text: str) -> int | None:
    """Seconds from "1:30", "90", "90 s", "2 min", "1 h 5 min"; None where it is none of them."""
    told = _plain(text)
    if told.isdecimal():
        return int(told)
    if found := _CLOCK.fullmatch(told):
        hours, minutes, seconds = (int(part or 0) for part in found.groups())
        return (hours * HOUR + minutes) * 60 + seconds
    if told and (found := re.fullmatch(_units(), told)):
        hours, minutes, seconds = (int(part or 0) for part in found.groups())
        return (hours * HOUR + minutes) * 60 + seconds
    return None


def _units() -> str:
    """The pattern of hours, minutes and seconds with their units: English, or as the language shows them."""
    translate = QCoreApplication.translate
    shown = (
        ("h", translate("Log", "{0}\u00a0h")),
        ("m", translate("Log", "{0}\u00a0min")),
        ("s", translate("Log", "{0}\u00a0s")),
    )
    units = ((english, re.escape(_plain(words.replace("{0}", "")))) for english, words in shown)
    return r"\s*".join(rf"(?:(\d+)\s*(?:{own}|{english}\w*\.?))?" for english, own in units)


def count_read(text: str) -> int | None:
    """A whole number; None where it is none."""
    told = _plain(text)
    return int(told) if told.isdecimal() else None


def minutes_shown(minutes: int) -> str:
    """A length in prose: "13 min"."""
    return QCoreApplication.translate("Log", "{0}\u00a0min").format(minutes)


def minutes_read(text: str) -> int | None:
    """Minutes from "13", "13 min" or "1 h 5 min"; None where it is none of them."""
    told = _plain(text)
    if told.isdecimal():
        return int(told)
    seconds = seconds_read(told)
    return None if seconds is None else seconds // 60


def daytime_shown(minutes: int) -> str:
    """Minutes from midnight as the system writes a time of day."""
    return QLocale().toString(QTime(*divmod(minutes, HOUR)), QLocale.FormatType.ShortFormat)


def daytime_read(text: str) -> int | None:
    """Minutes from midnight from "7:31", "7.31", "731", "7 pm" or what the system writes; None where it is no time."""
    told = _plain(text)
    if (found := _DAYTIME.fullmatch(told)) is None:
        system = QLocale().toTime(text.strip(), QLocale.FormatType.ShortFormat)
        return system.hour() * HOUR + system.minute() if system.isValid() else None
    hours, minutes = int(found[1]), int(found[2] or 0)
    if found[3] is not None:
        if not 1 <= hours <= NOON:
            return None
        hours = hours % NOON + (NOON if found[3] == "p" else 0)
    return hours * HOUR + minutes if hours < 24 and minutes < HOUR else None


def _plain(text: str) -> str:
    return " ".join(text.replace(NBSP, " ").replace("\u202f", " ").lower().split())
