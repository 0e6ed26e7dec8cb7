import csv
import json
import threading
from collections.abc import Callable, Generator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from acutimer.core.errors import WorldError
from acutimer.store.progress import Progress
from acutimer.ui.context import Context
from acutimer.ui.log.keeping import page as page_module
from tests.ui.log.keeping.keeping_hands import Desk, backups
from tests.ui.practice import NOW, make_context, practise

Steps = Generator[Progress, None, int]


@pytest.fixture
def other_file(tmp_path: Path, qtbot: QtBot) -> Path:
    """What another computer exported: five sessions."""
    (tmp_path / "other").mkdir()
    other = make_context(tmp_path / "other")
    for routine in ("knee-pain-press", "morning-balance", "balance-points", "daily-strength", "walk-and-soak"):
        practise(other, routine)
    target = tmp_path / "other.json"
    from acutimer.store.exporting import export_json

    for _ in export_json(other.history.ledger.connection, target, NOW):
        pass
    other.figures.close()
    return target


def count(context: Context) -> int:
    return int(context.history.ledger.read("SELECT count(*) FROM session")[0][0])


# -- export ------------------------------------------------------------------------------------------


def test_everything_goes_into_one_file_and_its_name_is_told(desk: Desk, tmp_path: Path) -> None:
    desk.answers.path = tmp_path / "acutimer-2025-11-20.json"
    desk.press(desk.page.exports.everything)
    assert desk.answers.asked == [("Export everything", "acutimer-2025-11-20.json")]
    assert [message.text for message in desk.said] == ["Exported 3 sessions to acutimer-2025-11-20.json."]
    assert len(json.loads(desk.answers.path.read_text(encoding="utf-8"))["sessions"]) == 3


def test_a_table_goes_into_another(desk: Desk, tmp_path: Path) -> None:
    desk.answers.path = tmp_path / "table.csv"
    desk.press(desk.page.exports.table)
    assert desk.answers.asked == [("Export a table", "acutimer-2025-11-20.csv")]
    assert [message.text for message in desk.said] == ["Exported 3 sessions to table.csv."]
    with desk.answers.path.open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.reader(file))) > 3


def test_without_a_file_nothing_is_exported(desk: Desk) -> None:
    desk.press(desk.page.exports.everything)
    assert desk.said == []
    assert not desk.page.is_busy


def test_a_place_that_cannot_be_written_is_told(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    desk.answers.path = tmp_path / "file" / "acutimer.json"
    desk.press(desk.page.exports.everything)
    told = [message.text for message in desk.said] + [desk.page.exports.note.text()]
    assert any("acutimer.json" in words.replace("\u200b", "") for words in told)
    assert desk.page.exports.everything.isEnabled()


class Held:
    """A work that stands still after its first steps until the test says otherwise."""

    def __init__(self) -> None:
        self.is_put_away = False
        self.may_go_on = threading.Event()

    def __call__(self, *_args: object) -> Callable[[Callable[[], bool]], Steps]:
        def work(keep_on: Callable[[], bool]) -> Steps:
            try:
                yield Progress(1, 4)
                while keep_on() and not self.may_go_on.wait(0.01):
                    pass
                yield Progress(2, 4)
                return 4
            finally:
                self.is_put_away = True

        return work


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Held:
    held = Held()
    monkeypatch.setattr(page_module, "exporting", held)
    return held


def test_an_export_shows_how_far_it_is_and_can_be_cancelled_by_keys_alone(
    desk: Desk, held: Held, tmp_path: Path
) -> None:
    page, under_way = desk.page, desk.page.exports.under_way
    desk.answers.path = tmp_path / "acutimer.json"
    page.exports.everything.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(page.exports.everything, Qt.Key.Key_Return)
    desk.until(lambda: under_way.bar.share == 0.25)
    assert under_way.isVisible()
    assert under_way.bar.accessibleName() == "Exporting your log"
    assert under_way.cancel.hasFocus()
    buttons = (page.exports.everything, page.exports.table, page.imports.choose, page.backups.make)
    assert not any(button.isEnabled() for button in buttons)
    assert page.report.make.isEnabled()
    QTest.keyClick(under_way.cancel, Qt.Key.Key_Space)
    desk.settle()
    assert held.is_put_away
    assert not under_way.isVisible()
    assert all(button.isEnabled() for button in buttons)
    assert page.exports.everything.hasFocus()
    assert desk.said == []


def test_closing_the_page_ends_what_goes_on(desk: Desk, held: Held, tmp_path: Path) -> None:
    desk.answers.path = tmp_path / "acutimer.json"
    desk.page.exports.everything.click()
    desk.until(lambda: desk.page.exports.under_way.bar.share == 0.25)
    desk.page.close()
    assert held.is_put_away


def test_what_goes_on_goes_on_while_another_page_is_shown(desk: Desk, held: Held, tmp_path: Path) -> None:
    desk.answers.path = tmp_path / "acutimer.json"
    desk.page.exports.everything.click()
    desk.until(lambda: desk.page.exports.under_way.bar.share == 0.25)
    desk.page.hide()
    desk.page.show()
    desk.page.refresh()
    assert desk.page.exports.under_way.isVisible()
    desk.page.bring_in(tmp_path / "other.json")
    assert desk.said[-1].text == "Something else is still under way. Try again when it is done."
    held.may_go_on.set()
    desk.settle()
    assert desk.said[-1].text == "Exported 4 sessions to acutimer.json."


# -- import ------------------------------------------------------------------------------------------


def test_what_an_import_brings_is_told_and_the_log_before_it_is_kept(
    desk: Desk, context: Context, other_file: Path
) -> None:
    desk.answers.path = other_file
    desk.press(desk.page.imports.choose)
    assert "5 sessions added." in desk.texts()
    kept = "acutimer-before-import-20251120-093000.db"
    assert f"Your log as it was before is kept as {kept}" in desk.texts()
    assert (context.history.ledger.file or Path()).with_name("backups").joinpath(kept).exists()
    assert count(context) == 8
    assert desk.changes == [True]
    assert [message.action for message in desk.said] == ["Undo"]
    assert any("Before an import" in row for row in desk.rows())


def test_an_import_is_undone(desk: Desk, context: Context, other_file: Path) -> None:
    desk.answers.path = other_file
    desk.press(desk.page.imports.choose)
    undo = desk.said[-1].do
    assert undo is not None
    undo()
    desk.settle()
    assert count(context) == 3
    assert desk.said[-1].text == "Your log is as it was before the import."
    assert desk.changes == [True, True]
    assert "5 sessions added." not in desk.texts()


def test_the_same_file_again_brings_nothing_and_keeps_no_copy(desk: Desk, context: Context, other_file: Path) -> None:
    desk.answers.path = other_file
    desk.press(desk.page.imports.choose)
    before = desk.rows()
    desk.said.clear()
    desk.press(desk.page.imports.choose)
    assert "Nothing new: 5 sessions already here." in desk.texts()
    assert desk.rows() == before
    assert desk.said == []
    assert len([file for file in backups(context).files() if file.moment]) == 1


HOSTILE = {
    "letter.json": b"Dear diary",
    "cut.json": b'{"format": "acutimer.history", "version": 1, "sessions": [{"id": "a',
    "deep.json": b"[" * 100_000,
    "nul.json": b"\0" * 1000,
    "empty.json": b"",
    f"{'x' * 200}.json": b"[]",
    "<b>bold</b>.json": b"[]",
}


@pytest.mark.parametrize("name", HOSTILE, ids=[name[:12] for name in HOSTILE])
def test_a_hostile_file_is_told_where_it_was_given_and_changes_nothing(
    desk: Desk, context: Context, tmp_path: Path, name: str
) -> None:
    desk.answers.path = tmp_path / name.replace("/", "-")
    desk.answers.path.write_bytes(HOSTILE[name])
    desk.press(desk.page.imports.choose)
    note = desk.page.imports.note
    assert note.isVisible()
    assert note.text() in desk.texts()
    assert note.text().replace("\u200b", "").startswith(f"{desk.answers.path.name}: ")
    assert "\n" not in note.text()
    assert note.width() <= desk.page.imports.width()
    assert max(map(len, note.text().replace("\u200b", " ").split())) <= 60
    assert (count(context), desk.changes, desk.said) == (3, [], [])
    assert len(desk.rows()) == 3
    desk.page.refresh()
    assert not note.isVisible()


def test_a_disk_that_fails_is_told_with_the_messages(
    desk: Desk, other_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: object) -> Callable[[object], Steps]:
        def work(_keep_on: object) -> Steps:
            yield Progress(0, 1)
            raise WorldError("no room on the disk of /there.")

        return work

    monkeypatch.setattr(page_module, "importing", full)
    desk.answers.path = other_file
    desk.press(desk.page.imports.choose)
    assert [(message.text, message.kind) for message in desk.said] == [("no room on the disk of /there.", "caution")]
    assert not desk.page.imports.note.isVisible()


def dragged(*paths: str) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl(path) for path in paths])
    return mime


def test_a_file_may_be_dropped_on_the_page(desk: Desk, context: Context, other_file: Path) -> None:
    mime = dragged(other_file.as_uri())
    action, buttons, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(9, 9), action, mime, buttons, none)
    QApplication.sendEvent(desk.page, enter)
    assert enter.isAccepted()
    assert "Let go to import it" in desk.texts()
    QApplication.sendEvent(desk.page, QDragLeaveEvent())
    assert "or drop it on this page" in desk.texts()
    QApplication.sendEvent(desk.page, QDragEnterEvent(QPoint(9, 9), action, mime, buttons, none))
    QApplication.sendEvent(desk.page, QDropEvent(QPointF(9, 9), action, mime, buttons, none))
    desk.settle()
    assert count(context) == 8


@pytest.mark.parametrize("paths", [(), ("https://example.org/a.json",), ("file:///a.json", "file:///b.json")])
def test_other_things_may_not(desk: Desk, paths: tuple[str, ...]) -> None:
    mime = dragged(*paths)
    enter = QDragEnterEvent(
        QPoint(9, 9), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    enter.ignore()
    QApplication.sendEvent(desk.page, enter)
    assert not enter.isAccepted()


# -- the page ----------------------------------------------------------------------------------------


def test_the_ways_out_are_told(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.page.report_wanted):
        desk.page.report.make.click()
    with qtbot.waitSignal(desk.page.closed):
        desk.page.back.click()
    desk.page.hide()
    desk.page.show()
    focused = QApplication.focusWidget()
    assert focused is desk.page.exports.everything
    with qtbot.waitSignal(desk.page.closed):
        QTest.keyClick(focused, Qt.Key.Key_Escape)


@pytest.mark.parametrize(("width", "height"), [(1068, 800), (840, 545)])
def test_nothing_is_wider_than_the_page(desk: Desk, width: int, height: int) -> None:
    desk.page.imports.note.say("/home/" + "x" * 300 + ": no export")
    desk.page.resize(width, height)
    desk.page.minimumSizeHint()
    for _ in range(4):
        QApplication.processEvents()
    for card in (desk.page.exports, desk.page.imports, desk.page.report, desk.page.backups):
        right = card.mapTo(desk.page, QPoint(card.width(), 0)).x()
        assert right <= width


def test_a_dialog_that_has_just_closed_leaves_the_keyboard_where_it_was(
    desk: Desk, other_file: Path, qtbot: QtBot
) -> None:
    dialog = QWidget()
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    desk.until(lambda: QApplication.activeWindow() is dialog)
    desk.page.imports.choose.setFocus()
    assert QApplication.focusWidget() is None
    desk.page.bring_in(other_file)
    assert desk.page.window().focusWidget() is desk.page.imports.under_way.cancel
    desk.settle()
    assert desk.page.window().focusWidget() is desk.page.imports.choose
