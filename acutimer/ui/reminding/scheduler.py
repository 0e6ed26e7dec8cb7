"""Looks at the clock when a reminder is due, and once a minute: after a sleep, or when a clock was set."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, time, timedelta, tzinfo
from typing import Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from acutimer.core.due import Due
from acutimer.core.history import day_of
from acutimer.core.reminding import Reminder
from acutimer.core.wall_times import moment_of
from acutimer.core.watching import Watch
from acutimer.ui.context import Context
from acutimer.ui.reminding.local_zone import LocalZone, look_at_zone

LONGEST_LOOK_MS = 60_000  # Qt's timers stand still while the computer sleeps
A_DAY = timedelta(days=1)


class Hush(Protocol):
    """Knows whether the desktop wants quiet."""

    def ask(self, answer: Callable[[bool], None]) -> None:
        """Call `answer` once, now or a little later, with True where it wants quiet."""
        ...  # pragma: no cover

    def close(self) -> None:
        """Answer nothing more."""
        ...  # pragma: no cover


class Scheduler(QObject):
    """Says which reminders to speak of, when they are due and it need not be quiet.

    `is_busy` tells of a session under way; `hush` is asked of the desktop, and only when there is something to say.
    """

    due = Signal(object)
    """Several Due in a tuple, the one due first at first: they are one occasion."""
    changed = Signal()
    """A pause began or ended."""

    def __init__(
        self,
        context: Context,
        is_busy: Callable[[], bool],
        hush: Hush | None = None,
        zone: tzinfo | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._context, self._is_busy, self._hush = context, is_busy, hush
        self._zone = zone or LocalZone()
        self._watch = Watch(self._now())
        self._reminders = self._chosen()
        self._is_asking = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.CoarseTimer)
        self._timer.timeout.connect(self.look)
        context.preferences.changed.connect(self._take)
        self._arm()

    @property
    def is_paused(self) -> bool:
        """Whether nothing is said for now."""
        return self._watch.is_paused(self._now())

    @property
    def next_moment(self) -> datetime | None:
        """When the next one is due, in UTC."""
        return self._watch.next_look(self._reminders, self._zone)

    def look(self) -> None:
        """Look at the clock now: call this also when a session is over, and when the computer woke up."""
        look_at_zone()
        if self._is_asking:
            return
        now, busy = self._now(), self._is_busy()
        watch, told = self._watch.look(self._reminders, now, self._zone, is_quiet=busy)
        if told and self._hush is not None:
            self._is_asking = True
            self._hush.ask(self._on_answer)
            return
        self._keep(watch, told)

    def snooze(self, dues: Sequence[Due]) -> None:
        """Speak of these again in ten minutes."""
        self._watch = self._watch.snooze(dues, self._now())
        self._arm()

    def practised(self, routine: str) -> None:
        """A session of this routine is over: nobody is asked for it again, and what was held may be said."""
        watch, _ = self._watch.look(self._reminders, self._now(), self._zone, is_quiet=True)
        self._watch = watch.practised(routine)
        self.look()

    def pause_today(self) -> None:
        """Say nothing until the day is over, as the settings say when that is."""
        hour = self._context.preferences.value.day_begins_hour
        tomorrow = day_of(self._context.wall(), hour) + A_DAY
        self._watch = self._watch.pause(moment_of(tomorrow, time(hour), self._zone))
        self.changed.emit()

    def go_on(self) -> None:
        """End the pause."""
        self._watch = self._watch.look(self._reminders, self._now(), self._zone)[0].pause(None)
        self._arm()
        self.changed.emit()

    def close(self) -> None:
        """Say nothing more."""
        self._timer.stop()
        self._context.preferences.changed.disconnect(self._take)
        if self._hush is not None:
            self._hush.close()

    def _now(self) -> datetime:
        return self._context.wall().astimezone(UTC)

    def _chosen(self) -> tuple[Reminder, ...]:
        settings = self._context.preferences.value
        return settings.reminders if settings.reminders_on else ()

    def _take(self, _settings: object) -> None:
        if self._chosen() != self._reminders:
            self.look()  # what is due is so by the old ones: a new one begins now, whatever it says of before
            self._reminders = self._chosen()
            self._arm()

    def _on_answer(self, is_quiet: bool) -> None:
        self._is_asking = False
        quiet = is_quiet or self._is_busy()
        self._keep(*self._watch.look(self._reminders, self._now(), self._zone, is_quiet=quiet))

    def _keep(self, watch: Watch, told: tuple[Due, ...]) -> None:
        was_paused = self._watch.paused_until is not None
        self._watch = watch
        self._arm()
        if was_paused and watch.paused_until is None:
            self.changed.emit()
        if told:
            self.due.emit(told)

    def _arm(self) -> None:
        moment = self.next_moment
        if moment is None and not self._watch.held:
            self._timer.stop()
            return
        wait = LONGEST_LOOK_MS if moment is None else round((moment - self._now()).total_seconds() * 1000)
        self._timer.start(min(max(wait, 0), LONGEST_LOOK_MS))
