from collections.abc import Callable
from datetime import UTC, time, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from acutimer.core.reminding import AfterWorkout, AtTimes, Every, Reminder
from acutimer.store.settings import SettingsFile
from acutimer.ui.context import Context
from acutimer.ui.messages import Message
from acutimer.ui.reminding.autostart import Autostart
from acutimer.ui.reminding.hours_field import span_read
from acutimer.ui.reminding.page import RECOVERY, RemindersPage
from acutimer.ui.reminding.reaching import ReachingCard
from tests.ui.fitting_in import nothing_is_cut
from tests.ui.practice import NOW, resized, shown
from tests.ui.reminding.conftest import Clock

MORNING = Reminder(id="a", routine="morning-balance", when=AtTimes((time(8),)))
DESK = Reminder(id="b", when=Every(120, time(9), time(17), (1, 2, 3, 4, 5)))
AFTER = Reminder(id="c", routine=RECOVERY, when=AfterWorkout(NOW))
ALL = (MORNING, DESK, AFTER)

Open = Callable[..., RemindersPage]


@pytest.fixture
def opened(context: Context, tmp_path: Path, qtbot: QtBot) -> Open:
    QLocale.setDefault(QLocale(QLocale.Language.C))

    def open_page(*reminders: Reminder, has_tray: bool = True, width: int = 872, height: int = 640) -> RemindersPage:
        context.preferences.update(reminders=reminders)
        autostart = Autostart({"XDG_CONFIG_HOME": str(tmp_path)}, ("acutimer",))
        reaching = ReachingCard(context, autostart, lambda: has_tray)
        return shown(RemindersPage(context, UTC, reaching), qtbot, width, height)

    return open_page


def kept(context: Context) -> tuple[Reminder, ...]:
    """What a window opened later would find."""
    settings, problems = SettingsFile(context.preferences._file.path).load()
    assert not problems
    assert settings.reminders == context.preferences.value.reminders
    return settings.reminders


def said(context: Context) -> list[Message]:
    heard: list[Message] = []
    context.messages.said.connect(heard.append)
    return heard


@pytest.mark.parametrize(("width", "height"), [(1068, 800), (872, 640), (552, 400), (512, 340)])
def test_nothing_is_cut_however_small_the_place(opened: Open, width: int, height: int) -> None:
    page = opened(*ALL, width=width, height=height)
    nothing_is_cut(page)
    for reminder in ALL:
        page.list.rows[reminder.id].edit.click()
        resized(page, width, height)
        nothing_is_cut(page)
        page.form.cancel.click()
    page.list.rows["a"].edit.click()
    for _ in range(4):
        page.form.times.add.click()
    page.form.days.set_days(())
    page.form.save.click()
    resized(page, width, height)
    nothing_is_cut(page)


def test_a_new_reminder_is_made_and_kept(opened: Open, context: Context) -> None:
    page = opened()
    page.list.add.click()
    assert page.is_editing
    page.form.times.steppers[0].go(1)
    for day in (6, 7):
        page.form.days.chips[day].click()
    page.form.save.click()
    assert not page.is_editing
    (made,) = kept(context)
    assert made.when == AtTimes((time(8, 15),), (1, 2, 3, 4, 5))
    assert made.routine == ""
    assert list(page.list.rows) == [made.id]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_the_form_is_saved_by_the_key_of_every_form(opened: Open, context: Context, qtbot: QtBot, key: Qt.Key) -> None:
    page = opened()
    qtbot.waitUntil(page.window().isActiveWindow)
    page.list.add.click()
    line = page.form.times.steppers[0].line
    line.setFocus()
    QTest.keyClick(line, key, Qt.KeyboardModifier.ControlModifier)
    assert not page.is_editing
    assert len(kept(context)) == 1


def test_a_routine_asks_for_one_of_its_own(opened: Open, context: Context) -> None:
    page = opened(MORNING)
    page.add_for("balance-points")
    page.form.save.click()
    assert [it.routine for it in kept(context)] == ["morning-balance", "balance-points"]


def test_every_few_hours_is_kept(opened: Open, context: Context) -> None:
    page = opened()
    page.list.add.click()
    page.form.kind.segments[1].click()
    page.form.hours.every.go(1)
    page.form.save.click()
    (made,) = kept(context)
    assert made.when == Every(150, time(9), time(17))


def test_several_times_are_kept_in_order_and_none_twice(opened: Open, context: Context) -> None:
    page = opened(MORNING)
    page.list.rows["a"].edit.click()
    page.form.times.add.click()
    page.form.times.add.click()
    page.form.times.steppers[0].set_value(16 * 60)
    page.form.times.changed.emit()
    page.form.save.click()
    (made,) = kept(context)
    assert made.when == AtTimes((time(12), time(16)))


def test_a_time_can_be_taken_away_but_the_last(opened: Open) -> None:
    page = opened(MORNING)
    page.list.rows["a"].edit.click()
    page.form.times.add.click()
    page.form.times.removers[0].click()
    assert page.form.times.times == (time(12),)
    assert page.form.times.removers[0].isHidden()


def test_what_cannot_be_read_is_told_and_not_kept(opened: Open, context: Context) -> None:
    page = opened(MORNING)
    page.list.rows["a"].edit.click()
    line = page.form.times.steppers[0].line
    line.selectAll()
    QTest.keyClicks(line, "later")
    page.form.save.click()
    assert page.is_editing
    assert "Write a time of day" in page.form._fault.words
    assert kept(context) == (MORNING,)


def test_without_a_day_nothing_is_kept(opened: Open, context: Context) -> None:
    page = opened(MORNING)
    page.list.rows["a"].edit.click()
    for chip in page.form.days.chips.values():
        chip.click()
    page.form.save.click()
    assert page.form._fault.words == "Choose one day or more."
    assert page.is_editing
    assert kept(context) == (MORNING,)


def test_a_form_that_is_left_changes_nothing(opened: Open, context: Context) -> None:
    page = opened(MORNING)
    for leave in (page.form.cancel.click, page.back.click, lambda: QTest.keyClick(page, Qt.Key.Key_Escape)):
        page.list.rows["a"].edit.click()
        page.form.times.add.click()
        leave()
        assert not page.is_editing
        assert kept(context) == (MORNING,)


def test_back_and_escape_leave_the_list(opened: Open, qtbot: QtBot) -> None:
    page = opened()
    with qtbot.waitSignal(page.closed):
        page.back.click()
    with qtbot.waitSignal(page.closed):
        QTest.keyClick(page, Qt.Key.Key_Escape)


def test_one_is_switched_off_and_on_where_it_stands(opened: Open, context: Context) -> None:
    page = opened(MORNING, DESK)
    page.list.rows["a"].toggle.click()
    assert [it.is_on for it in kept(context)] == [False, True]
    assert page.window().focusWidget() is page.list.rows["a"].toggle
    page.list.rows["a"].toggle.click()
    assert kept(context) == (MORNING, DESK)


def test_all_are_switched_at_once(opened: Open, context: Context) -> None:
    page = opened(MORNING)
    page.list.all.click()
    assert not context.preferences.value.reminders_on
    page.list.all.click()
    assert context.preferences.value.reminders_on


def test_a_deleted_one_comes_back_in_its_place(opened: Open, context: Context) -> None:
    page, heard = opened(*ALL), said(context)
    page.list.rows["b"].delete.click()
    assert kept(context) == (MORNING, AFTER)
    assert page.window().focusWidget() is page.list.rows["c"].delete
    assert heard[0].is_undo
    assert heard[0].do is not None
    heard[0].do()
    assert kept(context) == ALL


def test_the_two_days_after_a_workout_are_one_click_and_can_be_undone(
    opened: Open, context: Context, clock: Clock
) -> None:
    page, heard = opened(MORNING), said(context)
    page.list.recovery.click()
    first, plan = kept(context)
    assert first == MORNING
    assert plan.routine == RECOVERY
    assert plan.when == AfterWorkout(clock.now)
    assert heard[0].do is not None
    heard[0].do()
    assert kept(context) == (MORNING,)


def test_another_workout_begins_the_two_days_anew(opened: Open, context: Context, clock: Clock) -> None:
    page = opened(AFTER)
    clock.move(hours=20)
    page.list.recovery.click()
    (plan,) = kept(context)
    assert plan.when == AfterWorkout(NOW + timedelta(hours=20))


def test_the_undo_of_a_workout_takes_nothing_else_back(opened: Open, context: Context, clock: Clock) -> None:
    page, heard = opened(AFTER), said(context)
    clock.move(hours=20)
    page.list.recovery.click()
    context.preferences.update(reminders=(*kept(context), MORNING))  # made within the seconds that the offer stands
    assert heard[0].do is not None
    heard[0].do()
    assert set(kept(context)) == {AFTER, MORNING}


def test_a_plan_that_ended_while_it_was_changed_is_kept_by_nobody(opened: Open, context: Context, clock: Clock) -> None:
    page = opened(AFTER)
    page.list.rows["c"].edit.click()
    clock.move(hours=49)
    page.form.save.click()
    assert kept(context) == ()
    assert not page.is_editing


def test_a_plan_that_is_over_leaves_the_list(opened: Open, context: Context, clock: Clock) -> None:
    page = opened(MORNING, AFTER)
    clock.move(hours=49)
    page.refresh()
    assert kept(context) == (MORNING,)
    assert list(page.list.rows) == ["a"]


def test_the_plan_after_a_workout_keeps_its_end_when_its_times_change(opened: Open, context: Context) -> None:
    page = opened(AFTER)
    page.list.rows["c"].edit.click()
    page.form.times.removers[1].click()
    page.form.save.click()
    (plan,) = kept(context)
    assert plan.when == AfterWorkout(NOW, (time(9),))


def test_start_at_login_writes_the_entry_and_follows_it(opened: Open, context: Context, tmp_path: Path) -> None:
    page = opened()
    page.reaching.login.click()
    entry = tmp_path / "autostart" / "acutimer.desktop"
    assert entry.exists()
    assert context.preferences.value.start_at_login
    entry.unlink()  # by the desktop's own tool
    page.refresh()
    assert not page.reaching.login.isChecked()


def test_start_at_login_that_cannot_be_written_is_told(opened: Open, context: Context, tmp_path: Path) -> None:
    (tmp_path / "autostart").write_text("in the way", encoding="utf-8")
    page, heard = opened(), said(context)
    page.reaching.login.click()
    assert "entry for login" in heard[0].text
    assert not page.reaching.login.isChecked()
    assert not context.preferences.value.start_at_login


def test_without_a_tray_none_is_offered(opened: Open, context: Context) -> None:
    page = opened(has_tray=False)
    assert page.reaching.tray.isHidden()
    assert "no tray" in page.reaching.about.text()
    other = opened(has_tray=True)
    other.reaching.tray.click()
    assert context.preferences.value.stay_in_tray


def test_every_part_has_a_name_of_its_own(opened: Open) -> None:
    page = opened(*ALL)
    names = [
        name
        for row in page.list.rows.values()
        for name in (row.toggle.accessibleName(), row.edit.accessibleName(), row.delete.accessibleName())
    ]
    assert all(names)
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("2", 120), ("90", 90), ("2 h", 120), ("1:30", 90), ("1 h 30 min", 90), ("45 min", 45), ("often", None)],
)
def test_a_length_is_read_as_people_write_it(text: str, minutes: int | None) -> None:
    assert span_read(text) == minutes
