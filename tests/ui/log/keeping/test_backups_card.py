from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from acutimer.core.errors import WorldError
from acutimer.store.backups import Backups
from acutimer.store.claims import Claims
from acutimer.ui.context import Context
from tests.ui.kit.seeing import role
from tests.ui.log.keeping.keeping_hands import DAY, Desk, backups
from tests.ui.practice import NOW, practise


def count(context: Context) -> int:
    return int(context.history.ledger.read("SELECT count(*) FROM session")[0][0])


def damage(context: Context, place: int) -> Path:
    path = backups(context).files()[place].path
    path.write_bytes(b"no database " * 1000)
    return path


def test_the_copies_are_listed_newest_first_with_how_much_is_in_them(desk: Desk, context: Context) -> None:
    kilobytes = [row.rsplit(", ", 1)[1] for row in desk.rows()]
    assert [row.rsplit(", ", 1)[0] for row in desk.rows()] == [
        "Yesterday, Backup of the day, 3 sessions",
        "Tue 18\u00a0Nov\u00a02025, Backup of the day, 2 sessions",
        "Mon 17\u00a0Nov\u00a02025, Backup of the day, 1 session",
    ]
    assert all(size.endswith("\u00a0kB") for size in kilobytes)
    assert role(desk.page.backups.list) == QAccessible.Role.List
    assert role(desk.page.backups.list.rows[0]) == QAccessible.Role.Button


def test_without_any_it_says_when_there_will_be_one(empty_desk: Desk) -> None:
    assert empty_desk.rows() == []
    assert "There is none yet." in empty_desk.texts()
    empty_desk.press(empty_desk.page.backups.make)
    assert [message.text for message in empty_desk.said] == ["There is nothing to back up yet."]


def test_one_can_be_made_now(desk: Desk, context: Context) -> None:
    desk.press(desk.page.backups.make)
    assert desk.rows()[0].startswith("Today, Backup of the day, 3 sessions, ")
    assert [message.text for message in desk.said] == ["Today's backup is made."]
    assert desk.changes == []


def test_choosing_one_tells_what_is_in_it_and_how_that_differs_from_now(desk: Desk) -> None:
    desk.press(desk.page.backups.list.rows[1])
    assert "2 sessions, 17\u00a0Nov\u00a02025 to 18\u00a0Nov\u00a02025, 12\u00a0min practised." in desk.texts()
    assert "1 session fewer than now." in desk.texts()
    desk.press(desk.page.backups.list.rows[0])
    assert "As many sessions as now." in desk.texts()
    assert "1 session fewer than now." not in desk.texts()
    assert [row.isChecked() for row in desk.page.backups.list.rows] == [True, False, False]
    desk.press(desk.page.backups.list.rows[0])
    assert not desk.page.backups.list.detail.isVisible()


def test_what_is_in_one_stands_right_below_it(desk: Desk) -> None:
    listed = desk.page.backups.list
    desk.press(listed.rows[1])
    assert listed.rows[1].geometry().bottom() < listed.detail.y() < listed.rows[2].y()


def test_restoring_takes_two_steps_and_can_be_undone(desk: Desk, context: Context) -> None:
    detail = desk.page.backups.list.detail
    desk.press(desk.page.backups.list.rows[2])
    assert not detail.restore.isVisible()
    desk.press(detail.ask)
    assert count(context) == 3
    assert "Your present log is kept as a copy." in desk.texts()
    desk.press(detail.restore)
    assert count(context) == 1
    assert desk.changes == [True]
    told = desk.said[-1]
    assert told.text == "Restored: Mon 17\u00a0Nov\u00a02025. Your log from before is kept as a copy."
    assert desk.rows()[0].startswith("Today, Replaced by a backup, 09:30, 3 sessions, ")
    assert told.do is not None
    told.do()
    desk.settle()
    assert count(context) == 3
    assert desk.said[-1].text == "Your log is as it was before."
    assert desk.said[-1].action is None


def test_the_second_step_can_be_taken_back(desk: Desk, context: Context) -> None:
    detail = desk.page.backups.list.detail
    desk.press(desk.page.backups.list.rows[2])
    desk.press(detail.ask)
    desk.press(detail.cancel)
    assert not detail.restore.isVisible()
    assert detail.ask.isVisible()
    assert count(context) == 3


def test_a_damaged_one_is_shown_as_such_and_cannot_be_restored(desk: Desk, context: Context) -> None:
    damage(context, 1)
    desk.page.refresh()
    desk.settle()
    assert "Cannot be read" in desk.rows()[1]
    desk.press(desk.page.backups.list.rows[1])
    assert "The file is damaged. It cannot be restored." in desk.texts()
    assert not desk.page.backups.list.detail.ask.isVisible()


def test_one_that_is_damaged_after_it_was_looked_at_is_refused(desk: Desk, context: Context) -> None:
    desk.press(desk.page.backups.list.rows[1])
    desk.press(desk.page.backups.list.detail.ask)
    damage(context, 1)
    desk.press(desk.page.backups.list.detail.restore)
    words = "acutimer-2025-11-18.db cannot be restored. The file is damaged."
    assert desk.page.backups.note.text() == words
    assert words in desk.texts()
    assert (count(context), desk.changes) == (3, [])
    assert len(desk.rows()) == 3


def test_a_log_that_another_program_writes_is_not_replaced(desk: Desk, context: Context) -> None:
    context.history.ledger.connection.execute("UPDATE session SET ended_at = NULL, outcome = NULL WHERE number = 1")
    session = context.history.ledger.read("SELECT id FROM session WHERE number = 1")[0][0]
    elsewhere = pytest.MonkeyPatch()
    elsewhere.setattr(Claims, "is_elsewhere", lambda _self, asked: asked == session)
    desk.press(desk.page.backups.list.rows[2])
    desk.press(desk.page.backups.list.detail.ask)
    desk.press(desk.page.backups.list.detail.restore)
    elsewhere.undo()
    assert desk.said[-1].text.startswith("A session is under way, here or in another window or terminal.")
    assert count(context) == 3


def test_a_log_in_which_this_window_records_a_session_is_not_replaced(desk: Desk, context: Context) -> None:
    context.history.ledger.connection.execute("UPDATE session SET ended_at = NULL, outcome = NULL WHERE number = 1")
    context.history.claims.take(context.history.ledger.read("SELECT id FROM session WHERE number = 1")[0][0])
    desk.press(desk.page.backups.list.rows[2])
    desk.press(desk.page.backups.list.detail.ask)
    desk.press(desk.page.backups.list.detail.restore)
    assert desk.said[-1].text.startswith("A session is under way")
    assert count(context) == 3


def test_a_folder_that_cannot_be_read_is_told_and_what_was_shown_stays(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def shut(_self: Backups) -> None:
        raise WorldError("The backups cannot be listed: /there: Permission denied.")

    before = desk.rows()
    monkeypatch.setattr(Backups, "files", shut)
    desk.page.refresh()
    assert [message.kind for message in desk.said] == ["caution"]
    assert desk.rows() == before


def test_all_of_it_can_be_done_by_keys_alone(desk: Desk, context: Context) -> None:
    listed = desk.page.backups.list
    desk.page.backups.make.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(desk.page.backups.make, Qt.Key.Key_Tab)
    assert listed.rows[0].hasFocus()
    QTest.keyClick(listed.rows[0], Qt.Key.Key_End)
    assert listed.rows[2].hasFocus()
    QTest.keyClick(listed.rows[2], Qt.Key.Key_Up)
    QTest.keyClick(listed.rows[1], Qt.Key.Key_Return)
    desk.settle()
    QTest.keyClick(listed.rows[1], Qt.Key.Key_Tab)
    assert listed.detail.ask.hasFocus()
    QTest.keyClick(listed.detail.ask, Qt.Key.Key_Return)
    assert listed.detail.cancel.hasFocus()
    QTest.keyClick(listed.detail.cancel, Qt.Key.Key_Escape)
    assert listed.detail.ask.hasFocus()
    QTest.keyClick(listed.detail.ask, Qt.Key.Key_Return)
    QTest.keyClick(listed.detail.cancel, Qt.Key.Key_Backtab)
    assert listed.detail.restore.hasFocus()
    QTest.keyClick(listed.detail.restore, Qt.Key.Key_Return)
    desk.settle()
    assert count(context) == 2
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.isVisible()


def test_only_one_row_is_on_the_way_of_tab(desk: Desk) -> None:
    policies = [row.focusPolicy() for row in desk.page.backups.list.rows]
    assert policies.count(Qt.FocusPolicy.StrongFocus) == 1


def test_what_was_practised_since_is_in_the_next_look(desk: Desk, context: Context) -> None:
    practise(context, "balance-points", NOW - timedelta(hours=2))
    practise(context, "balance-points", NOW - DAY + timedelta(hours=2))
    desk.press(desk.page.backups.list.rows[0])
    assert "2 sessions fewer than now." in desk.texts()


def test_the_keyboard_stays_with_the_copy_that_is_restored(desk: Desk) -> None:
    desk.press(desk.page.backups.list.rows[2])
    path = desk.page.backups.list.rows[2].file.path
    desk.press(desk.page.backups.list.detail.ask)
    desk.page.backups.list.detail.restore.setFocus()
    desk.press(desk.page.backups.list.detail.restore)
    assert [row.file.path for row in desk.page.backups.list.rows if row.hasFocus()] == [path]
