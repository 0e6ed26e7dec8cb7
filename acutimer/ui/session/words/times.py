"""Lengths of time as words: on a clock, in prose, and how much is to go."""

import math
from typing import Protocol

from acutimer.language.catalogue import trn


class Translate(Protocol):
    """QCoreApplication.translate, or anything that is called like it: context, text, comment, number for %n."""

    def __call__(self, context: str, text: str, comment: str = ..., n: int = ..., /) -> str:
        """The text in the user's language."""
        ...  # pragma: no cover


def clock(seconds: float) -> str:
    """Seconds to go as on a clock, begun seconds counted whole: 83.2 is "1:24", an hour and more "1:05:00"."""
    minutes, rest = divmod(whole(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"


def whole(seconds: float) -> int:
    """Seconds to go as a person counts them: 0.2 s are still one second."""
    return math.ceil(seconds - 1e-6)


def prose(seconds: float, translate: Translate) -> str:
    """A length that has passed, in words: "45 s", "9 min 13 s", "13 min"."""
    minutes, rest = divmod(int(seconds), 60)
    if not minutes:
        return translate("Session", "{0}\u00a0s").format(rest)
    if not rest:
        return translate("Session", "{0}\u00a0min").format(minutes)
    return translate("Session", "{0}\u00a0min {1}\u00a0s").format(minutes, rest)


def to_go(seconds: float, translate: Translate, *, at_least: bool) -> str:
    """What is to go of the whole session: "3:32 to go". `at_least` says that waits come on top."""
    if at_least and not whole(seconds):
        return translate("Session", "Until you say so")
    if at_least:
        return translate("Session", "{0} to go, at least").format(clock(seconds))
    return translate("Session", "{0} to go").format(clock(seconds))


def gap(seconds: float) -> str:
    """How long someone was away, roughly: "40 seconds", "6 minutes", "2 hours"."""
    if seconds < 60:
        n = max(1, round(seconds))
        return trn("{0} second", "{0} seconds", n).format(n)
    if seconds < 90 * 60:
        n = round(seconds / 60)
        return trn("{0} minute", "{0} minutes", n).format(n)
    if seconds < 36 * 3600:
        n = round(seconds / 3600)
        return trn("{0} hour", "{0} hours", n).format(n)
    n = round(seconds / 86400)
    return trn("{0} day", "{0} days", n).format(n)
