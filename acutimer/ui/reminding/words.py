"""What reminders say: in a notice, and of themselves."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, time, timedelta, tzinfo

from PySide6.QtCore import QCoreApplication, QLocale

from acutimer.core.due import Due
from acutimer.core.reminding import EVERY_DAY, AfterWorkout, AtTimes, Every, Reminder, When
from acutimer.core.routines import Routine
from acutimer.language.joining import lengths, things
from acutimer.ui.log.editing.typed import HOUR, daytime_shown

WORKDAYS, WEEKEND = (1, 2, 3, 4, 5), (6, 7)
MOST_LONG_NAMES = 2
NBSP = "\u00a0"


def _tr(words: str) -> str:
    return QCoreApplication.translate("Reminding", words)


def subject(reminder: Reminder, routines: Mapping[str, Routine]) -> str:
    """What it asks for; a routine that is gone since is any practice."""
    routine = routines.get(reminder.routine)
    return _tr("Any practice") if routine is None else routine.name


def title(dues: Sequence[Due], routines: Mapping[str, Routine]) -> str:
    """The heading of a notice: the routines' names."""
    names = list(dict.fromkeys(routines[it.reminder.routine].name for it in dues if it.reminder.routine in routines))
    return things(names) or _tr("Time for a short practice")


def invitation(dues: Sequence[Due]) -> str:
    """What a notice says below it: our own words alone, for some desktops read markup in them."""
    if any(isinstance(it.reminder.when, AfterWorkout) for it in dues):
        return _tr("For your knees, in the two days after a workout. Start when it suits you.")
    return _tr("Start when it suits you.")


def in_a_line(dues: Sequence[Due], routines: Mapping[str, Routine]) -> str:
    """The same in the window."""
    return _tr("{0}. {1}").format(title(dues, routines), invitation(dues))


def when(value: When, zone: tzinfo) -> str:
    """When it reminds, in a line."""
    match value:
        case AtTimes(times, weekdays):
            return _tr("{0} at {1}").format(days(weekdays), listed(shown(it) for it in times))
        case Every(minutes, first, last, weekdays):
            words = _tr("{0}, every {1} from {2} to {3}")
            return words.format(days(weekdays), span(minutes), shown(first), shown(last))
        case AfterWorkout(_, times):
            ends = value.ends_at.astimezone(zone)
            words = _tr("At {0}, until {1} at {2}")
            return words.format(listed(shown(it) for it in times), day_name(ends.isoweekday()), shown(ends.time()))


def upcoming(moment: datetime, now: datetime, zone: tzinfo) -> str:
    """When it reminds next: "Next: tomorrow at 8:00"."""
    local = moment.astimezone(zone)
    away = (local.date() - now.astimezone(zone).date()) // timedelta(days=1)
    clock = shown(local.time())
    if away == 0:
        return _tr("Next: today at {0}").format(clock)
    if away == 1:
        return _tr("Next: tomorrow at {0}").format(clock)
    return _tr("Next: {0} at {1}").format(day_name(local.isoweekday()), clock)


def days(weekdays: Sequence[int]) -> str:
    """Days of the week as one says them; Monday is 1."""
    match tuple(weekdays):
        case it if it == EVERY_DAY:
            return _tr("Every day")
        case it if it == WORKDAYS:
            return _tr("Monday to Friday")
        case it if it == WEEKEND:
            return _tr("Saturday and Sunday")
        case it if len(it) <= MOST_LONG_NAMES:
            return listed(day_name(day) for day in it)
        case it:
            return listed(day_name(day, is_short=True) for day in it)


def day_name(weekday: int, *, is_short: bool = False) -> str:
    """The name of a day of the week as the system writes it."""
    kind = QLocale.FormatType.ShortFormat if is_short else QLocale.FormatType.LongFormat
    return QLocale().standaloneDayName(weekday, kind)


def span(minutes: int) -> str:
    """A length between two reminders: "2 h", "1 h 30 min"."""
    hours, rest = divmod(minutes, HOUR)
    parts = [_tr("{0}\u00a0h").format(hours)] if hours else []
    parts += [_tr("{0}\u00a0min").format(rest)] if rest else []
    return lengths(parts).replace(" ", NBSP)


def shown(clock: time) -> str:
    """A time of day as the system writes it, never broken."""
    return daytime_shown(clock.hour * HOUR + clock.minute).replace(" ", NBSP)


def listed(words: Iterable[str]) -> str:
    """Several things in a sentence: "8:00, 12:00 and 18:00"."""
    *most, last = words
    return _tr("{0} and {1}").format(things(most), last) if most else last
