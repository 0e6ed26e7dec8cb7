"""Lengths, postures and days in words, as a list of routines says them."""

import re
from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from acutimer.core.history import WALKS, day_of
from acutimer.core.planning import Plan
from acutimer.core.routines import Posture, Routine, Step, WaitStep
from acutimer.language.catalogue import trn
from acutimer.language.joining import listed, things

NBSP = "\u00a0"
LONGEST_RUN, RUN = 18, 10  # letters of a word that stays in one piece, and of a piece of a longer one
BREAK = "\u200b"
DAYS_COUNTED = 14  # up to here "9 days ago" is easier than a date


def clock(seconds: float) -> str:
    """Seconds as on a clock, "1:30"; an hour and more as "1:05:00"."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"


def minutes(seconds: float) -> str:
    """A length in prose, to the nearest minute and never 0: "13 min"."""
    return QCoreApplication.translate("Routines", "{0}\u00a0min").format(max(1, int(seconds / 60 + 0.5)))


def is_open(step: Step) -> bool:
    """Whether the step lasts as long as the user likes."""
    return isinstance(step, WaitStep) and step.technique in WALKS


def is_paced(routine: Routine) -> bool:
    """Whether a part of the routine lasts as long as the user likes, so that all of it has no length."""
    return any(is_open(step) for step in routine.steps)


def length(plan: Plan) -> str:
    """How long a plan lasts: "13 min", or "Your pace"; "Not for you" where the safety profile leaves nothing of it."""
    if plan.is_empty:
        return QCoreApplication.translate("Routines", "Not for you")
    return QCoreApplication.translate("Routines", "Your pace") if is_paced(plan.routine) else minutes(plan.seconds)


def joined(words: Sequence[str]) -> str:
    """The words of a list: "wall", "wall and chair", "wall, chair and basin"."""
    if len(words) < 2:
        return "".join(words)
    together = QCoreApplication.translate("Routines", "{0} and {1}")
    return together.format(things(words[:-1]), words[-1])


def sentence(words: str) -> str:
    """The words with their first letter in capitals and the others as they are."""
    return words[:1].upper() + words[1:]


def postures(routine: Routine) -> str:
    """How one sits or stands: "Seated and standing"."""
    names = {
        Posture.SEATED: QCoreApplication.translate("Routines", "seated"),
        Posture.STANDING: QCoreApplication.translate("Routines", "standing"),
        Posture.WALKING: QCoreApplication.translate("Routines", "walking"),
    }
    return sentence(joined([names[posture] for posture in routine.postures]))


def needs(routine: Routine) -> str:
    """Postures and equipment in one line: "Standing, wall and chair"."""
    return listed((postures(routine), joined(routine.equipment)))


def steps(count: int) -> str:
    """How many steps: "One step", "6 steps"."""
    return trn("One step", "{0} steps", count).format(count)


def name_in_lines(name: str) -> str:
    """A name in which every word that is too long for a line may break; names of users and of files may be any."""
    return re.sub(rf"\S{{{LONGEST_RUN},}}", lambda found: re.sub(rf"(.{{{RUN}}})", r"\1" + BREAK, found[0]), name)


def times_done(count: int) -> str:
    """How often a routine was done to its end: "Done once", "Done 12 times"; empty where it never was."""
    return trn("Done once", "Done {0} times", count).format(QLocale().toString(count)) if count else ""


def last_done(done_at: datetime | None, now: datetime, day_begins_hour: int, *, in_part: bool = False) -> str:
    """The day a routine was last done, seen from `now`: "Today", "3 days ago", "12 Nov", "Not yet".

    `in_part` says that it was begun today, though not done to its end.
    """
    if in_part:
        return QCoreApplication.translate("Routines", "Today, in part")
    if done_at is None:
        return QCoreApplication.translate("Routines", "Not yet")
    day, today = day_of(done_at.astimezone(now.tzinfo), day_begins_hour), day_of(now, day_begins_hour)
    days = (today - day).days
    if days <= 0:
        return QCoreApplication.translate("Routines", "Today")
    if days == 1:
        return QCoreApplication.translate("Routines", "Yesterday")
    if days < DAYS_COUNTED:
        return trn("{0} day ago", "{0} days ago", days).format(days)
    is_this_year = day.year == today.year
    pattern = (
        QCoreApplication.translate("Routines", "d\u00a0MMM")
        if is_this_year
        else QCoreApplication.translate("Routines", "d\u00a0MMM\u00a0yyyy")
    )
    return QLocale().toString(QDate(day.year, day.month, day.day), pattern)
