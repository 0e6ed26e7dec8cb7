from collections.abc import Callable, Iterator
from datetime import UTC, datetime, time, timedelta

import pytest
from PySide6.QtCore import QTimer

from acutimer.core.due import Due
from acutimer.core.reminding import AtTimes, Every, Reminder
from acutimer.ui.context import Context
from acutimer.ui.reminding.scheduler import LONGEST_LOOK_MS, Scheduler
from tests.ui.reminding.conftest import Clock

SOON = Reminder(id="soon", routine="morning-balance", when=AtTimes((time(9, 45),)))  # it is half past nine
HOURLY = Reminder(id="hourly", when=Every(60, time(8), time(20)))


class Desktop:
    """Answers when the test has it answer."""

    def __init__(self) -> None:
        self.asked: list[Callable[[bool], None]] = []
        self.is_closed = False

    def ask(self, answer: Callable[[bool], None]) -> None:
        self.asked.append(answer)

    def close(self) -> None:
        self.is_closed = True


class Told:
    """A scheduler, and what it said."""

    def __init__(self, context: Context, desktop: Desktop | None = None) -> None:
        self.is_busy = False
        self.dues: list[list[str]] = []
        self.scheduler = Scheduler(context, lambda: self.is_busy, desktop, UTC)
        self.scheduler.due.connect(self._hear)

    @property
    def timer(self) -> QTimer:
        found = self.scheduler.findChild(QTimer)
        assert isinstance(found, QTimer)
        return found

    def _hear(self, dues: tuple[Due, ...]) -> None:
        self.dues.append([it.reminder.id for it in dues])


@pytest.fixture
def told(context: Context) -> Iterator[Told]:
    context.preferences.update(reminders=(SOON,))
    told = Told(context)
    yield told
    told.scheduler.close()


def test_without_reminders_no_timer_runs(context: Context) -> None:
    told = Told(context)
    assert not told.timer.isActive()
    context.preferences.update(reminders=(SOON,))
    assert told.timer.isActive()
    context.preferences.update(reminders_on=False)
    assert not told.timer.isActive()
    told.scheduler.close()


def test_the_timer_waits_for_the_moment_and_never_for_more_than_a_minute(told: Told, clock: Clock) -> None:
    assert told.timer.interval() == LONGEST_LOOK_MS
    clock.move(minutes=14, seconds=50)
    told.scheduler.look()
    assert told.timer.interval() == 10_000


def test_what_is_due_is_said_once(told: Told, clock: Clock) -> None:
    clock.move(minutes=15)
    told.scheduler.look()
    told.scheduler.look()
    assert told.dues == [["soon"]]


def test_after_a_long_sleep_it_is_not_said_any_more(told: Told, clock: Clock) -> None:
    clock.move(hours=3)
    told.scheduler.look()
    assert told.dues == []


def test_during_a_session_it_is_quiet_and_says_it_after(told: Told, clock: Clock) -> None:
    told.is_busy = True
    clock.move(minutes=20)
    told.scheduler.look()
    assert told.dues == []
    assert told.timer.isActive()
    told.is_busy = False
    told.scheduler.look()
    assert told.dues == [["soon"]]


def test_what_was_just_practised_is_not_asked_for(told: Told, clock: Clock) -> None:
    told.is_busy = True
    clock.move(minutes=20)
    told.scheduler.practised("morning-balance")
    told.is_busy = False
    told.scheduler.look()
    assert told.dues == []


def test_snoozed_it_comes_again_in_ten_minutes(told: Told, clock: Clock) -> None:
    clock.move(minutes=15)
    told.scheduler.look()
    told.scheduler.snooze([Due(clock.now, SOON)])
    assert told.scheduler.next_moment == clock.now + timedelta(minutes=10)
    clock.move(minutes=10)
    told.scheduler.look()
    assert told.dues == [["soon"], ["soon"]]


def test_paused_for_today_it_is_silent_until_the_next_day_begins(told: Told, clock: Clock, context: Context) -> None:
    told.scheduler.pause_today()
    assert told.scheduler.is_paused
    clock.move(minutes=16)
    told.scheduler.look()
    assert told.dues == []
    clock.now = datetime(2025, 11, 21, 2, 59, tzinfo=UTC)
    assert told.scheduler.is_paused
    clock.move(minutes=1)
    told.scheduler.look()
    assert not told.scheduler.is_paused
    assert context.preferences.value.day_begins_hour == 3


def test_a_pause_can_be_ended_and_what_was_due_in_it_is_gone(told: Told, clock: Clock) -> None:
    told.scheduler.pause_today()
    clock.move(minutes=16)
    told.scheduler.go_on()
    told.scheduler.look()
    assert not told.scheduler.is_paused
    assert told.dues == []


def test_a_new_reminder_begins_when_it_is_made(told: Told, clock: Clock, context: Context) -> None:
    clock.move(minutes=40)
    context.preferences.update(reminders=(SOON, Reminder(id="past", when=AtTimes((time(10, 5),)))))
    told.scheduler.look()
    assert told.dues == [["soon"]]  # it was due before the other was made


def test_a_desktop_that_wants_quiet_is_asked_again_until_it_does_not(context: Context, clock: Clock) -> None:
    context.preferences.update(reminders=(SOON,))
    desktop = Desktop()
    told = Told(context, desktop)
    told.scheduler.look()
    assert desktop.asked == []  # there was nothing to say
    clock.move(minutes=15)
    told.scheduler.look()
    told.scheduler.look()
    assert len(desktop.asked) == 1
    desktop.asked[0](True)
    assert told.dues == []
    assert told.timer.interval() == LONGEST_LOOK_MS
    clock.move(minutes=1)
    told.scheduler.look()
    desktop.asked[1](False)
    assert told.dues == [["soon"]]
    told.scheduler.close()
    assert desktop.is_closed


def test_a_session_begun_while_the_desktop_thinks_is_not_disturbed(context: Context, clock: Clock) -> None:
    context.preferences.update(reminders=(SOON,))
    desktop = Desktop()
    told = Told(context, desktop)
    clock.move(minutes=15)
    told.scheduler.look()
    told.is_busy = True
    desktop.asked[0](False)
    assert told.dues == []
    told.scheduler.close()


def test_several_at_one_moment_are_one_occasion(context: Context, clock: Clock) -> None:
    context.preferences.update(reminders=(HOURLY, Reminder(id="ten", when=AtTimes((time(10),)))))
    told = Told(context)
    clock.move(minutes=30)
    told.scheduler.look()
    assert told.dues == [["hourly", "ten"]]
    told.scheduler.close()


def test_the_timer_itself_looks(told: Told, clock: Clock) -> None:
    clock.move(minutes=15)
    told.timer.timeout.emit()
    assert told.dues == [["soon"]]
