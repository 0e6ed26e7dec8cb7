"""What the log has of a session that was killed, beside what it had shown."""

import math

from acutimer.core.history import SessionRecord
from acutimer.core.session import Outcome
from acutimer.store.history import History
from acutimer.store.recording import LOST_SECONDS
from tests.crash.judging import LostError, check, see_that_it_can_be_taken_up
from tests.crash.user import User

MOST_FILES = 10
"""Beside the log: its log of writes, who works on it, who has the window, and what a kill may leave once."""


def see_what_was_kept(
    history: History, record: SessionRecord, *, ended: int, practised_seconds: float, most_seconds: float
) -> None:
    """Compare the record of a session that was played straight through with what it showed before it was killed.

    Its first `ended` phases had ended and were kept, as it showed by showing more; `practised_seconds` is the least
    that had passed in it then, `most_seconds` the most that can have passed.

    Raises:
        LostError: a phase is missing, twice, or has other seconds; or the last seconds are missing, more than
            LOST_SECONDS of them; or there are some that nobody lived.
    """
    plan = history.plan_of(record.id)
    running = history.running_ordinal(record.id)
    whole = record.phases if running is None else record.phases[:running]
    if len(whole) < ended:
        raise LostError(f"{ended} phases had ended, {len(whole)} are there")
    for place, phase in enumerate(whole):
        wanted = plan.phases[place].seconds
        if (phase.index, phase.outcome) != (place, Outcome.DONE) or phase.done_seconds != wanted:
            raise LostError(f"phase {place} is not as it was done: {phase}")
    seconds = sum(phase.done_seconds for phase in record.phases)
    if practised_seconds - seconds > LOST_SECONDS:
        raise LostError(f"{practised_seconds - seconds:.2f} s are missing")
    if seconds > most_seconds:
        raise LostError(f"{seconds:.2f} s are kept, of {most_seconds:.2f} s")


def kept_as_it_is(history: History, record: SessionRecord) -> None:
    """Keep a session that was cut off, as the offer of the next start does.

    Raises:
        LostError: it is another one afterwards, or not over.
    """
    history.keep(record.id)
    kept = history.session(record.id)
    assert kept is not None
    before = math.fsum(phase.done_seconds for phase in record.phases)
    if kept.outcome is None or math.fsum(phase.done_seconds for phase in kept.phases) != before:
        raise LostError(f"kept as it was it is another: {kept}")


def see_that_all_is_well(history: History) -> None:
    """See that the log is sound, and that whatever was cut off can be taken up.

    Raises:
        LostError: it is not, or cannot.
    """
    check(history.ledger.connection)
    see_that_it_can_be_taken_up(history)


def see_that_little_was_left(user: User) -> None:
    """See that what kills leave beside the log and the settings does not grow with every one of them.

    Raises:
        LostError: it does.
    """
    for folder in (user.data, user.settings.parent):
        found = [it.name for it in folder.iterdir()] if folder.exists() else []
        if len(found) > MOST_FILES:
            raise LostError(f"left behind: {found}")
