"""Which reminders to speak of now: each once, none in a heap after a sleep, none while it must be quiet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, tzinfo

from acutimer.core.due import Due, last_due, next_due
from acutimer.core.reminding import Reminder

STALE = timedelta(minutes=60)  # what was due longer ago is not spoken of any more
SNOOZE = timedelta(minutes=10)
SET_BACK = timedelta(minutes=10)  # a clock put back by less was only put right


@dataclass(frozen=True, slots=True)
class Watch:
    """What is known between two looks at the clock. All moments are in UTC.

    Everything due up to `since` has been dealt with. `snoozed` are due again at their new moment; `held` were due while
    it had to be quiet. Until `paused_until` nothing is spoken of at all, nor after it of what was due before it.
    """

    since: datetime
    snoozed: tuple[Due, ...] = ()
    held: tuple[Due, ...] = ()
    paused_until: datetime | None = None

    def look(
        self, reminders: Iterable[Reminder], now: datetime, zone: tzinfo, *, is_quiet: bool = False
    ) -> tuple[Watch, tuple[Due, ...]]:
        """The watch after a look at `now`, and what to speak of, the one due first at first.

        Of a reminder that was due several times only the last one counts, and what was due over an hour ago does not.
        While it is quiet they are held, and spoken of at the first look when it is not. One switched off or deleted
        since is forgotten.
        """
        now = now.astimezone(UTC)
        current = {it.id: it for it in reminders if it.is_on}
        watch = self._put_right(now)
        if watch.is_paused(now):
            return Watch(max(watch.since, now), paused_until=watch.paused_until), ()
        waiting = [it for it in watch.snoozed if it.at > now]
        ripe = [*watch.held, *(it for it in watch.snoozed if it.at <= now)]
        ripe += _fresh(current.values(), max(watch.since, now - STALE), now, zone)
        newest = {it.reminder.id: it for it in sorted(ripe, key=lambda it: it.at)}
        kept = [it for name, it in newest.items() if name in current and now - it.at <= STALE]
        told = tuple(Due(it.at, current[it.reminder.id]) for it in sorted(kept, key=lambda it: it.at))
        spoken = {it.reminder.id for it in told}
        later = tuple(it for it in waiting if it.reminder.id in current and it.reminder.id not in spoken)
        since = max(watch.since, now)
        return (Watch(since, later, told), ()) if is_quiet else (Watch(since, later), told)

    def next_look(self, reminders: Iterable[Reminder], zone: tzinfo) -> datetime | None:
        """The next moment at which something is due, or None. What is held waits for the quiet to end."""
        upcoming = [it.at for it in (*next_due(reminders, self.since, zone), *self.snoozed)]
        return min(upcoming, default=None)

    def snooze(self, dues: Sequence[Due], now: datetime) -> Watch:
        """Speak of these again in ten minutes."""
        names = {it.reminder.id for it in dues}
        kept = tuple(it for it in self.snoozed if it.reminder.id not in names)
        again = tuple(Due(now.astimezone(UTC) + SNOOZE, it.reminder) for it in dues)
        return replace(self, snoozed=(*kept, *again))

    def practised(self, routine: str) -> Watch:
        """The routine with this id was just done: what waits to ask for it, or for any practice, need not any more."""

        def is_settled(due: Due) -> bool:
            return due.reminder.routine in ("", routine)

        snoozed = tuple(it for it in self.snoozed if not is_settled(it))
        return replace(self, snoozed=snoozed, held=tuple(it for it in self.held if not is_settled(it)))

    def pause(self, until: datetime | None) -> Watch:
        """Speak of nothing until then; None ends a pause."""
        return replace(self, paused_until=None if until is None else until.astimezone(UTC))

    def is_paused(self, now: datetime) -> bool:
        """Whether nothing is spoken of at `now`."""
        return self.paused_until is not None and now < self.paused_until

    def _put_right(self, now: datetime) -> Watch:
        """The same after the clock was put back: what it shows once more is due once more, but not after a nudge."""
        if self.since - now < SET_BACK:
            return self
        snoozed = tuple(Due(min(it.at, now + SNOOZE), it.reminder) for it in self.snoozed)
        return replace(self, since=now, snoozed=snoozed)


def _fresh(reminders: Iterable[Reminder], after: datetime, until: datetime, zone: tzinfo) -> list[Due]:
    found = [(last_due(it.when, after, until, zone), it) for it in reminders]
    return [Due(moment, reminder) for moment, reminder in found if moment is not None]
