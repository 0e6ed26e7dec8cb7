from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from acutimer.core.errors import WorldError
from acutimer.core.settings import Mirror
from acutimer.store.totals import Totals
from acutimer.ui.context import Context
from acutimer.ui.log.keeping.dialogs import Dialogs
from acutimer.ui.log.report.page import ReportPage
from acutimer.ui.messages import Message
from tests.ui.practice import NOW, practise, resized, shown

MIRROR = "Front. Seen as in a mirror: the person's left is on the left."
CHART = "Front. Facing the reader: the person's left is on the right."


def texts(page: ReportPage) -> list[str]:
    assert page.sheet is not None
    return page.sheet.texts


def answer(page: ReportPage, path: Path | None) -> list[Path]:
    """Let the dialog give `path`; the list is what was suggested."""
    suggested: list[Path] = []

    def save(_parent: QWidget, _title: str, suggestion: Path, _filter: str) -> Path | None:
        suggested.append(suggestion)
        return path

    page.dialogs = Dialogs(save=save)
    return suggested


def test_the_last_12_weeks_are_told_at_first(page: ReportPage) -> None:
    assert "29\u00a0August to 20\u00a0November\u00a02025, 84\u00a0days" in texts(page)
    assert "2" in texts(page)  # sessions: the oldest lies before


def test_another_period_has_other_numbers(page: ReportPage) -> None:
    QTest.keyClick(page.choices.period.spans, Qt.Key.Key_Down)
    assert "12\u00a0August to 20\u00a0November\u00a02025, 101\u00a0days" in texts(page)
    assert "No sessions were recorded before 12\u00a0August\u00a02025." in texts(page)
    assert "3" in texts(page)


def test_no_note_is_on_the_page_until_it_is_ticked(page: ReportPage) -> None:
    assert "Private matters" not in texts(page)
    assert page.preview.accessibleDescription().count("Private matters") == 0
    (row,) = page.choices.notes.rows
    QTest.keyClick(row, Qt.Key.Key_Space)
    assert "Private matters" in texts(page)
    QTest.keyClick(row, Qt.Key.Key_Space)
    assert "Private matters" not in texts(page)


def test_a_tick_stays_while_its_note_is_in_the_period(page: ReportPage) -> None:
    page.choices.notes.all.click()
    QTest.keyClick(page.choices.period.spans, Qt.Key.Key_Down)
    assert "Private matters" in texts(page)
    assert "In the garden" not in texts(page)


def test_the_name_is_on_the_page_as_it_is_typed_and_nowhere_else(page: ReportPage, context: Context) -> None:
    QTest.keyClicks(page.choices.name.line, "Maria")
    assert "Maria" in texts(page)
    rows = context.history.ledger.read("SELECT name FROM sqlite_master WHERE type = 'table'")
    for (name,) in rows:
        assert not any("Maria" in map(str, tuple(row)) for row in context.history.ledger.read(f"SELECT * FROM {name}"))  # noqa: S608 - our tables


def test_the_figure_names_its_view_in_either_mirror(page: ReportPage, context: Context) -> None:
    assert MIRROR in texts(page)
    assert CHART not in texts(page)
    context.preferences.update(mirror=Mirror.CHART)
    page.refresh()
    assert CHART in texts(page)
    assert MIRROR not in texts(page)


def test_the_figure_can_be_left_out(page: ReportPage) -> None:
    page.choices.figure.click()
    assert MIRROR not in texts(page)
    assert "Points pressed" in texts(page)


def test_saving_waits_for_the_figure(page: ReportPage, draw: Callable[[], None], tmp_path: Path) -> None:
    file = tmp_path / "report.pdf"
    suggested = answer(page, file)
    page.choices.save_button.click()
    assert not suggested
    draw()
    assert [path.name for path in suggested] == ["acutimer-report-2025-11-20.pdf"]
    assert file.read_bytes().startswith(b"%PDF")
    assert page.drawing.is_complete


def test_without_the_figure_nothing_is_waited_for(page: ReportPage, tmp_path: Path, said: list[Message]) -> None:
    file = tmp_path / "report.pdf"
    answer(page, file)
    page.choices.figure.click()
    page.choices.save_button.click()
    assert file.exists()
    assert said[-1].text == "Saved as report.pdf."
    assert said[-1].action == "Open it"


def test_whoever_would_rather_not_save_is_left_alone(page: ReportPage, said: list[Message]) -> None:
    answer(page, None)
    page.choices.figure.click()
    page.choices.save_button.click()
    assert not said


def test_a_file_that_cannot_be_written_is_told_and_the_page_stays(
    page: ReportPage, tmp_path: Path, said: list[Message]
) -> None:
    answer(page, tmp_path / "missing" / "report.pdf")
    page.choices.figure.click()
    page.choices.save_button.click()
    assert said[-1].kind == "caution"
    assert "there is no such folder" in said[-1].text
    assert not (tmp_path / "missing").exists()


def test_a_computer_without_a_printer_is_told_what_helps(
    page: ReportPage, said: list[Message], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page.printing, "has_printer", lambda: False)
    page.choices.figure.click()
    page.choices.print_button.click()
    assert said[-1].text.startswith("This computer knows no printer. Save the page as a PDF")


def test_a_history_that_cannot_be_read_is_told_and_the_page_stays(
    page: ReportPage, said: list[Message], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = texts(page)

    def fail(*_args: object) -> None:
        raise WorldError("The disk is gone.")

    monkeypatch.setattr(Totals, "sessions_between", fail)
    page.refresh()
    assert said[-1].text == "The disk is gone."
    assert texts(page) == before


def test_the_history_is_asked_once_for_a_period_and_not_for_a_tick_or_a_paint(
    page: ReportPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[date] = []
    subjects = Totals.subjects

    def counted(self: Totals, first: date, last: date, hour: int) -> object:
        asked.append(first)
        return subjects(self, first, last, hour)

    monkeypatch.setattr(Totals, "subjects", counted)
    page.choices.notes.all.click()
    QTest.keyClicks(page.choices.name.line, "Maria")
    page.grab()
    assert not asked
    QTest.keyClick(page.choices.period.spans, Qt.Key.Key_Down)
    assert len(asked) == 1


def test_back_and_escape_close(page: ReportPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.closed, timeout=1000):
        page.back.click()
    with qtbot.waitSignal(page.closed, timeout=1000):
        QTest.keyClick(page.choices.name.line, Qt.Key.Key_Escape)


def test_an_empty_log_makes_an_empty_page(context: Context, qtbot: QtBot) -> None:
    page = shown(ReportPage(context), qtbot, 840, 545)
    page.refresh()
    assert "No practice was recorded in this period." in texts(page)
    assert page.drawing.is_complete
    assert page.choices.notes.rows == []


def test_the_day_the_page_is_about_follows_the_clock(context: Context, qtbot: QtBot) -> None:
    practise(context, "knee-pain-press", NOW)
    later = replace(context, wall=lambda: NOW.replace(month=12))
    page = shown(ReportPage(later), qtbot, 840, 545)
    page.refresh()
    assert "20\u00a0November to 20\u00a0December\u00a02025, 31\u00a0days" in texts(page)


@pytest.mark.parametrize("size", [(840, 545), (1036, 690), (1500, 900)])
def test_the_whole_card_and_the_whole_width_of_the_paper_are_seen(page: ReportPage, size: tuple[int, int]) -> None:
    resized(page, *size)
    assert page.minimumSizeHint().width() <= 840
    assert page.minimumSizeHint().height() <= 545
    right = page.choices.mapTo(page, page.choices.rect().bottomRight())
    assert right.x() < size[0]
    assert right.y() < size[1]
    assert page.preview.mapTo(page, page.preview.rect().topRight()).x() < page.choices.x()
    for button in (page.choices.save_button, page.choices.print_button):
        assert button.width() >= button.sizeHint().width()
