"""How a session went, in words."""

from PySide6.QtCore import QCoreApplication

from acutimer.core.history import SessionRecord
from acutimer.core.planning import Plan
from acutimer.core.session import Outcome
from acutimer.ui.after.summary import Amount, was_stopped
from acutimer.ui.routines.words import clock, minutes


def title(record: SessionRecord, plan: Plan | None) -> str:
    """The page's first words."""
    if record.outcome is Outcome.DONE:
        return QCoreApplication.translate("After", "All done")
    if was_stopped(record, plan):
        return QCoreApplication.translate("After", "You stopped early")
    return QCoreApplication.translate("After", "Done in part")


def length(record: SessionRecord) -> str:
    """The honest time practised: "12 min, in full", "9 min 13 s of 12 min". Getting ready does not count."""
    if record.outcome is Outcome.DONE:
        return QCoreApplication.translate("After", "{0}, in full").format(duration(record.done_seconds))
    if record.done_seconds >= record.practice_seconds:
        return duration(record.done_seconds)
    of = QCoreApplication.translate("After", "{0} of {1}", "times")
    return of.format(duration(record.done_seconds), minutes(record.practice_seconds))


def duration(seconds: float) -> str:
    """To the second: "45 s", "9 min 13 s", "13 min"; from an hour on to the minute: "1 h 5 min"."""
    whole = round(seconds)
    minutes, rest = divmod(whole, 60)
    hours, minutes_over = divmod(minutes, 60)
    if hours:
        return QCoreApplication.translate("After", "{0}\u00a0h {1}\u00a0min").format(hours, minutes_over)
    if not minutes:
        return QCoreApplication.translate("After", "{0}\u00a0s").format(rest)
    if not rest:
        return QCoreApplication.translate("After", "{0}\u00a0min").format(minutes)
    return QCoreApplication.translate("After", "{0}\u00a0min {1}\u00a0s").format(minutes, rest)


def amount(done: Amount) -> str:
    """What was done: "2:00", "18 of 20", or "none"."""
    if not done.done:
        return QCoreApplication.translate("After", "none")
    if done.in_reps:
        return QCoreApplication.translate("After", "{0} of {1}").format(f"{done.done:.0f}", f"{done.planned:.0f}")
    return clock(done.done)


def spoken_amount(done: Amount) -> str:
    """The same without a bar beside it: what was left early says of how much, "0:38 of 2:00"."""
    if not done.done or done.in_reps or done.share >= 1:
        return amount(done)
    return QCoreApplication.translate("After", "{0} of {1}").format(clock(done.done), clock(done.planned))
