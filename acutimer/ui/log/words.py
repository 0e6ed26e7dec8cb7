"""Sessions, days and phases in words, as the log says them."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QLocale

from acutimer.content.library import Library
from acutimer.core.history import PhaseRecord, SessionRecord, SessionSummary, day_of
from acutimer.core.planning import PhaseKind, Plan
from acutimer.core.points import Area
from acutimer.core.session import Outcome
from acutimer.core.sides import Side
from acutimer.language.joining import listed
from acutimer.language.sentences import inside
from acutimer.ui.after.summary import was_stopped
from acutimer.ui.after.words import duration
from acutimer.ui.log.numbers import clock_time, date_words
from acutimer.ui.routines.words import NBSP, clock, minutes

WEEK = 7  # days that are told by their name
NIGHT_UNTIL = 6  # o'clock; who lets a day begin later still knows a morning


def _tr(text: str, context: str = "") -> str:
    return QCoreApplication.translate("Log", text, context)


def length(record: SessionRecord | SessionSummary) -> str:
    """Time practised: "9 min", "45 s", "none". A session that fell short never rounds up to its whole length."""
    seconds = record.done_seconds
    if round(seconds) < 60:
        return duration(seconds) if round(seconds) else _tr("none")
    if is_short(record) and int(seconds / 60 + 0.5) >= planned_minutes(record):
        seconds = max(60.0, (planned_minutes(record) - 1) * 60.0)
    return minutes(seconds)


def planned_minutes(record: SessionRecord | SessionSummary) -> int:
    """How long the practice of a session was to be, in whole minutes; 0 where that has no length."""
    return max(1, int(record.practice_seconds / 60 + 0.5)) if record.practice_seconds else 0


def is_short(record: SessionRecord | SessionSummary) -> bool:
    """Whether less time was practised than planned, so that it is told beside the plan's."""
    return record.outcome is not Outcome.DONE and record.done_seconds < record.practice_seconds


def day(moment: datetime, now: datetime, day_begins_hour: int) -> str:
    """The day seen from `now`: "Today", "Yesterday", "Wed", "12 Nov", "12 Nov 2025"."""
    then, today = day_of(moment, day_begins_hour), day_of(now, day_begins_hour)
    ago = (today - then).days
    if ago in (0, 1):
        return _tr("Yesterday") if ago else _tr("Today")
    if 1 < ago < WEEK:
        return QLocale().standaloneDayName(then.isoweekday(), QLocale.FormatType.ShortFormat)
    return date_words(then, has_year=then.year != today.year)


def when(moment: datetime, now: datetime, day_begins_hour: int) -> str:
    """Day and time: "Today, 7:31"; after midnight "Last night, 0:41", "Night to Thu, 0:41", "Night to 13 Nov, 0:41"."""
    told = _night(moment, now, day_begins_hour) or day(moment, now, day_begins_hour)
    return _tr("{0}, {1}").format(told, clock_time(moment))


def _night(moment: datetime, now: datetime, day_begins_hour: int) -> str:
    """The night that belongs to an earlier day of the log than the calendar has; empty for any other time, or today."""
    then, today = day_of(moment, day_begins_hour), day_of(now, day_begins_hour)
    ago = (today - then).days
    if moment.date() == then or ago < 1 or moment.hour >= NIGHT_UNTIL:
        return ""
    if ago == 1:
        return _tr("Last night")
    morning = moment.date()
    name = date_words(morning, has_year=morning.year != today.year)
    if ago < WEEK:
        name = QLocale().standaloneDayName(morning.isoweekday(), QLocale.FormatType.ShortFormat)
    return _tr("Night to {0}").format(name)


def span(record: SessionRecord, now: datetime, day_begins_hour: int) -> str:
    """From when to when: "Today, 7:31 to 7:41"."""
    begun = when(record.started_at, now, day_begins_hour)
    if record.ended_at is None or clock_time(record.ended_at) == clock_time(record.started_at):
        return begun
    return _tr("{0} to {1}").format(begun, clock_time(record.ended_at))


def outcome(record: SessionRecord, plan: Plan | None, library: Library) -> str:
    """How a session went, in one sentence. `plan` tells a session that was stopped from one with gaps."""
    if record.outcome is Outcome.DONE:
        return _tr("Done in full, {0}.").format(_unbroken(duration(record.done_seconds)))
    done = _unbroken(duration(record.done_seconds))
    if is_short(record):
        done = _tr("{0} of {1}", "times").format(done, minutes(record.practice_seconds))
    if record.outcome is None:
        return _tr("Not finished: {0}.").format(done)
    if not round(record.done_seconds):
        stopped = _tr("You stopped before the practice began.")
        return stopped if was_stopped(record, plan) else _tr("You went through it and skipped the practice.")
    if not was_stopped(record, plan):
        return _tr("You went on to the end and left something out: {0}.").format(done)
    last = record.phases[-1]
    where = subject(last, library)
    if not where:
        return _tr("You stopped after {0}.").format(done)
    if last.subject not in library.points:
        where = inside(where)
    return _tr("You stopped at {0}, after {1}.").format(where, done)


def _unbroken(words: str) -> str:
    """A length that no end of a line parts."""
    return words.replace(" ", NBSP)


def subject(phase: PhaseRecord, library: Library) -> str:
    """What a phase was about and where: "ST36, left leg", "Heel raises"; empty where it is about nothing."""
    name = phase.subject if phase.subject in library.points else library.name_of(phase.subject)
    return listed((name or "", side(phase, library)))


def side(phase: PhaseRecord, library: Library) -> str:
    """Where a phase happened: "left leg", "right side" on the back; empty where it has to be both."""
    point = library.points.get(phase.subject or "")
    on_back = point is not None and point.area is Area.LOWER_BACK
    match phase.side:
        case Side.LEFT:
            return _tr("left side") if on_back else _tr("left leg")
        case Side.RIGHT:
            return _tr("right side") if on_back else _tr("right leg")
        case Side.BOTH if phase.kind is PhaseKind.PRESS:
            return _tr("both sides") if on_back else _tr("both legs")
    return ""


def phase_name(phase: PhaseRecord, library: Library) -> str:
    """A phase in the list of all that happened: what was practised, or what lay between."""
    match phase.kind:
        case PhaseKind.GET_READY:
            return _tr("Get ready")
        case PhaseKind.CHANGEOVER:
            return _tr("Change sides")
        case PhaseKind.REST:
            return _tr("Rest")
        case PhaseKind.WAIT if phase.subject is None:
            return _tr("Wait")
    return subject(phase, library)


def phase_amount(phase: PhaseRecord) -> str:
    """How much of a phase was done: "2:00", "1:13 of 2:00", "18 of 20", "skipped"."""
    if phase.outcome is Outcome.SKIPPED:
        return _tr("skipped")
    if phase.planned_reps is not None:
        return _tr("{0} of {1}").format(phase.done_reps or 0, phase.planned_reps)
    if phase.outcome is Outcome.PARTIAL and phase.planned_seconds is not None:
        return _tr("{0} of {1}").format(clock(phase.done_seconds), clock(phase.planned_seconds))
    return clock(phase.done_seconds)
