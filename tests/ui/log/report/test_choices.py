from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from acutimer.core.report import Note
from acutimer.ui.log.report.choices import ChoicesCard
from acutimer.ui.log.report.note_row import NoteRow
from acutimer.ui.log.report.notes_choice import SHOWN, NotesChoice
from acutimer.ui.log.report.period import Period, PeriodChoice
from tests.ui.practice import resized, shown

TODAY = date(2026, 11, 20)
NOTES = tuple(Note(str(place), TODAY - timedelta(days=place), f"note {place}") for place in range(SHOWN + 3))


@pytest.fixture
def notes(qtbot: QtBot) -> NotesChoice:
    choice = shown(NotesChoice(), qtbot, 280, 900)
    choice.show_notes(NOTES)
    return choice


@pytest.fixture
def period(qtbot: QtBot) -> PeriodChoice:
    choice = shown(PeriodChoice(TODAY), qtbot, 280, 300)
    choice.set_today(TODAY, date(2026, 1, 5))
    return choice


def words(choice: NotesChoice) -> str:
    return choice.says.text()


def test_no_note_is_ticked_at_first_and_it_says_why(notes: NotesChoice) -> None:
    assert notes.chosen == frozenset()
    assert not any(row.isChecked() for row in notes.rows)
    assert words(notes) == "Notes are private: only those you tick are on the page."


def test_a_row_is_a_check_box_that_says_the_day_and_the_note(notes: NotesChoice) -> None:
    row = notes.rows[1]
    assert row.isCheckable()
    assert row.accessibleName() == "19\u00a0Nov\u00a02026: note 1"
    QTest.keyClick(row, Qt.Key.Key_Space)
    assert notes.chosen == {"1"}
    notes.tell_missing(0)
    assert words(notes) == f"1 of {len(NOTES)} on the page."


def test_all_and_none_mean_those_below_as_well(notes: NotesChoice) -> None:
    notes.all.click()
    assert len(notes.chosen) == len(NOTES)
    notes.tell_missing(4)
    assert words(notes) == f"{len(NOTES) - 4} of {len(NOTES)} on the page. 4 do not fit."
    notes.none.click()
    assert not notes.chosen


def test_older_notes_are_shown_on_demand_with_their_ticks(notes: NotesChoice) -> None:
    assert len(notes.rows) == SHOWN
    notes.all.click()
    notes.more.setFocus()
    notes.more.click()
    assert len(notes.rows) == len(NOTES)
    assert notes.rows[-1].isChecked()
    assert notes.rows[SHOWN].hasFocus()
    assert notes.more.isHidden()


def test_tab_walks_the_notes_from_above_downwards(notes: NotesChoice) -> None:
    walked: list[QWidget] = [notes.all, notes.none, *notes.rows, notes.more]
    notes.all.setFocus()
    for widget in walked:
        assert QApplication.focusWidget() is widget
        QTest.keyClick(widget, Qt.Key.Key_Tab)


def test_other_notes_take_the_place_of_those_before(notes: NotesChoice) -> None:
    notes.all.click()
    notes.show_notes(NOTES[2:4])
    assert notes.chosen == {"2", "3"}
    assert [row.note.session for row in notes.rows] == ["2", "3"]
    notes.show_notes(())
    assert words(notes) == "You wrote no notes in this period."
    assert notes.all.parentWidget() is not None


def test_a_note_is_shown_whole_and_as_it_was_written(qtbot: QtBot) -> None:
    row = shown(NoteRow(Note("a", TODAY, "A & <b>B</b> " + "long " * 60)), qtbot, 260, 400)
    assert row.text().startswith("A & <b>B</b> long")
    assert row.heightForWidth(260) > row.heightForWidth(600)


def test_the_periods_end_today(period: PeriodChoice) -> None:
    assert period.period == Period(date(2026, 8, 29), TODAY)
    for index, days in enumerate((28, 84, 365)):
        period.spans.set_index(index)
        assert (TODAY - period.period.first).days + 1 == days


def test_any_days_can_be_chosen_but_none_before_the_log_or_after_today(period: PeriodChoice, qtbot: QtBot) -> None:
    with qtbot.waitSignal(period.changed, timeout=1000):
        QTest.keyClick(period.spans, Qt.Key.Key_End)
    assert period.period == Period(date(2026, 8, 29), TODAY)
    QTest.keyClick(period.first, Qt.Key.Key_Home)
    QTest.keyClick(period.last, Qt.Key.Key_PageUp)
    assert period.period == Period(date(2026, 1, 5), TODAY)
    QTest.keyClick(period.last, Qt.Key.Key_Home)
    assert period.period == Period(date(2026, 1, 5), date(2026, 1, 5))


def test_the_buttons_stand_below_each_other_where_they_have_no_room(qtbot: QtBot) -> None:
    card = shown(ChoicesCard(TODAY), qtbot, 372, 600)
    assert card.save_button.y() == card.print_button.y()
    resized(card, 250, 600)
    assert card.save_button.y() < card.print_button.y()
