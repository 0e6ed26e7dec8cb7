from datetime import UTC, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from acutimer.core.due import Due, moments_between
from acutimer.core.reminding import AtTimes, Every, Reminder
from acutimer.core.watching import STALE, Watch
from tests.core.test_reminding import reminders as any_reminder
from tests.zones import zone

ZONE = zone("Europe/Berlin")
MORNING = Reminder(id="morning", routine="knee", when=AtTimes((time(8),)))
DESK = Reminder(id="desk", when=Every(60, time(8), time(18)))
BOTH = (MORNING, DESK)


def at(hour: int, minute: int = 0, second: int = 0, day: int = 20) -> datetime:
    return datetime(2026, 11, day, hour, minute, second, tzinfo=ZONE)


def names(told: tuple[Due, ...]) -> list[str]:
    return [it.reminder.id for it in told]


def test_what_is_due_is_spoken_of_once() -> None:
    watch, told = Watch(at(7)).look(BOTH, at(8), ZONE)
    assert names(told) == ["morning", "desk"]
    _, told = watch.look(BOTH, at(8, 0, 5), ZONE)
    assert told == ()


def test_what_came_before_the_first_look_is_not_spoken_of() -> None:
    _, told = Watch(at(8, 30)).look(BOTH, at(8, 31), ZONE)
    assert told == ()


def test_after_a_sleep_only_the_last_of_each_is_spoken_of_and_nothing_stale() -> None:
    _, told = Watch(at(7)).look(BOTH, at(16, 20), ZONE)
    assert told == (Due(at(16).astimezone(UTC), DESK),)
    _, told = Watch(at(7)).look(BOTH, at(23), ZONE)
    assert told == ()


def test_while_it_is_quiet_nothing_is_spoken_of_and_after_it_the_last_of_each() -> None:
    watch, told = Watch(at(7, 50)).look(BOTH, at(8, 10), ZONE, is_quiet=True)
    assert told == ()
    assert names(watch.held) == ["morning", "desk"]
    watch, told = watch.look(BOTH, at(8, 40), ZONE, is_quiet=True)
    assert told == ()
    watch, told = watch.look(BOTH, at(8, 50), ZONE)
    assert names(told) == ["morning", "desk"]
    assert watch.held == ()


def test_what_was_held_for_over_an_hour_is_let_go() -> None:
    watch, _ = Watch(at(7, 50)).look((MORNING,), at(8, 10), ZONE, is_quiet=True)
    _, told = watch.look((MORNING,), at(9, 1), ZONE)
    assert told == ()


def test_one_held_that_is_due_again_is_spoken_of_once() -> None:
    watch, _ = Watch(at(8, 50)).look((DESK,), at(9, 30), ZONE, is_quiet=True)
    watch, told = watch.look((DESK,), at(10), ZONE)
    assert told == (Due(at(10).astimezone(UTC), DESK),)


def test_snoozed_it_comes_again_in_ten_minutes_and_only_then() -> None:
    watch, told = Watch(at(7)).look((MORNING,), at(8), ZONE)
    watch = watch.snooze(told, at(8, 1))
    assert watch.next_look((MORNING,), ZONE) == at(8, 11)
    watch, told = watch.look((MORNING,), at(8, 10, 59), ZONE)
    assert told == ()
    watch, told = watch.look((MORNING,), at(8, 11), ZONE)
    assert names(told) == ["morning"]
    assert watch.snoozed == ()


def test_snoozed_twice_it_comes_once() -> None:
    watch, told = Watch(at(7)).look((MORNING,), at(8), ZONE)
    watch = watch.snooze(told, at(8, 1)).snooze(told, at(8, 5))
    assert [it.at for it in watch.snoozed] == [at(8, 15)]


def test_one_that_is_due_again_while_it_is_snoozed_comes_once() -> None:
    watch, told = Watch(at(8, 30)).look((DESK,), at(9), ZONE)
    watch = watch.snooze(told, at(9, 55))
    watch, told = watch.look((DESK,), at(10), ZONE)
    assert names(told) == ["desk"]
    assert watch.snoozed == ()


def test_what_was_switched_off_or_deleted_since_is_forgotten() -> None:
    watch, told = Watch(at(7)).look(BOTH, at(8), ZONE)
    watch = watch.snooze(told, at(8))
    off = Reminder(id="desk", when=DESK.when, is_on=False)
    _, told = watch.look((off,), at(8, 10), ZONE)
    assert told == ()


def test_one_that_was_changed_since_is_told_as_it_is_now() -> None:
    watch, told = Watch(at(7)).look((MORNING,), at(8), ZONE)
    changed = Reminder(id="morning", routine="back", when=MORNING.when)
    _, told = watch.snooze(told, at(8)).look((changed,), at(8, 10), ZONE)
    assert told[0].reminder.routine == "back"


def test_what_was_just_practised_is_not_asked_for() -> None:
    other = Reminder(id="other", routine="back", when=MORNING.when)
    watch, _ = Watch(at(7, 50)).look((*BOTH, other), at(8, 10), ZONE, is_quiet=True)
    _, told = watch.practised("knee").look((*BOTH, other), at(8, 20), ZONE)
    assert names(told) == ["other"]


def test_a_pause_lasts_to_its_end_and_what_came_in_it_is_gone() -> None:
    watch = Watch(at(7)).pause(at(12, 30))
    for hour in (8, 9, 12):
        watch, told = watch.look(BOTH, at(hour), ZONE)
        assert told == ()
    watch, told = watch.look(BOTH, at(12, 31), ZONE)
    assert told == ()
    watch, told = watch.look(BOTH, at(13), ZONE)
    assert names(told) == ["desk"]


def test_a_clock_put_back_by_hours_shows_its_times_again_and_a_nudge_does_not() -> None:
    watch, _ = Watch(at(7)).look((MORNING,), at(8), ZONE)
    nudged, told = watch.look((MORNING,), at(7, 59, 58), ZONE)
    assert told == ()
    assert nudged.look((MORNING,), at(8), ZONE)[1] == ()
    turned, told = watch.look((MORNING,), at(6), ZONE)
    assert told == ()
    assert names(turned.look((MORNING,), at(8), ZONE)[1]) == ["morning"]


def test_a_clock_put_back_does_not_leave_a_snooze_hours_away() -> None:
    watch, told = Watch(at(7)).look((MORNING,), at(8), ZONE)
    watch, _ = watch.snooze(told, at(8)).look((MORNING,), at(5), ZONE)
    assert [it.at for it in watch.snoozed] == [at(5, 10)]


def test_with_no_reminder_there_is_nothing_to_look_for() -> None:
    assert Watch(at(7)).next_look((), ZONE) is None


looks = st.lists(st.tuples(st.integers(1, 4 * 3600), st.booleans()), min_size=1, max_size=25)


@given(st.lists(any_reminder, max_size=3, unique_by=lambda it: it.id), looks)
def test_however_one_looks_none_is_told_twice_early_stale_or_in_a_heap(
    reminders: list[Reminder], steps: list[tuple[int, bool]]
) -> None:
    now = began = at(7, day=1)
    watch = Watch(now)
    told: list[Due] = []
    for seconds, is_quiet in steps:
        now += timedelta(seconds=seconds)
        watch, dues = watch.look(reminders, now, ZONE, is_quiet=is_quiet)
        assert not (is_quiet and dues)
        assert len({it.reminder.id for it in dues}) == len(dues)
        for due in dues:
            assert timedelta() <= now - due.at <= STALE
            assert due.at in set(moments_between(due.reminder.when, began, now, ZONE))
        told += dues
    assert len({(it.at, it.reminder.id) for it in told}) == len(told)


@given(st.lists(any_reminder, max_size=2, unique_by=lambda it: it.id), st.integers(1, 50))
def test_looking_whenever_something_is_due_misses_nothing(reminders: list[Reminder], count: int) -> None:
    watch, began = Watch(at(7, day=1)), at(7, day=1)
    for _ in range(count):
        moment = watch.next_look(reminders, ZONE)
        if moment is None:
            return
        watch, told = watch.look(reminders, moment, ZONE)
        assert told
        assert {it.at for it in told} == {moment}
    assert watch.since > began
