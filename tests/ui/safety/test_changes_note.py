"""What the profile changed: a line for each change, and why, where one asks for it."""

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from acutimer.core.conditions import Condition
from acutimer.core.fitting import plan
from acutimer.core.planning import Choices, Plan
from acutimer.ui.context import Context
from acutimer.ui.safety.care_note import CareNote
from acutimer.ui.safety.changes_note import ChangesNote
from tests.ui.fitting_in import nothing_is_cut
from tests.ui.kit.seeing import description, name
from tests.ui.practice import shown

MANY = (Condition.BLOOD_THINNERS, Condition.POOR_BALANCE, Condition.PREGNANT, Condition.RECENT_SURGERY)


def made(context: Context, routine: str, *conditions: Condition) -> Plan:
    return plan(context.library.routines[routine], Choices(), context.library.safety(conditions))


@pytest.fixture
def note(context: Context, qtbot: QtBot) -> ChangesNote:
    return shown(ChangesNote(context.library), qtbot, 560, 600)


def test_there_is_nothing_of_it_where_nothing_was_changed(note: ChangesNote, context: Context) -> None:
    note.show_changes(made(context, "knee-pain-press"))
    assert note.isHidden()


def test_points_go_by_their_codes_and_practices_by_their_names(note: ChangesNote, context: Context) -> None:
    note.show_changes(made(context, "morning-balance", Condition.PREGNANT, Condition.POOR_BALANCE))
    assert [line.words.partition(":")[0] for line in note.lines] == [
        "Warming the lower back",
        "BL23",
        "Heel raises",
        "Chair squats",
    ]
    assert not note.isHidden()


def test_why_opens_and_closes_the_reason(note: ChangesNote, context: Context) -> None:
    note.show_changes(made(context, "knee-pain-press", Condition.BLOOD_THINNERS))
    (button,), (reason,) = note.buttons, note.reasons
    assert reason.isHidden()
    button.click()
    assert reason.isVisible()
    assert "bruise" in reason.text()
    button.click()
    assert reason.isHidden()


def test_a_reason_that_is_open_stays_open_while_the_changes_stay(note: ChangesNote, context: Context) -> None:
    note.show_changes(made(context, "knee-pain-press", Condition.BLOOD_THINNERS))
    note.buttons[0].click()
    note.show_changes(made(context, "knee-pain-press", Condition.BLOOD_THINNERS))
    assert note.reasons[0].isVisible()
    note.show_changes(made(context, "balance-points", Condition.BLOOD_THINNERS))
    assert note.reasons[0].isHidden()


def test_a_screen_reader_hears_what_the_why_is_about(note: ChangesNote, context: Context) -> None:
    note.show_changes(made(context, "knee-pain-press", Condition.BLOOD_THINNERS))
    assert name(note.buttons[0]) == "Why"
    assert description(note.buttons[0]) == note.lines[0].words


@pytest.mark.parametrize("width", [300, 440, 620])
def test_nothing_of_it_is_cut(width: int, note: ChangesNote, context: Context, qtbot: QtBot) -> None:
    note = shown(ChangesNote(context.library), qtbot, width, 1400)
    note.show_changes(made(context, "morning-balance", *MANY))
    for button in note.buttons:
        button.click()
    note.resize(width, 1399)
    nothing_is_cut(note)
    assert all(button.height() >= 44 for button in note.buttons)


def test_a_care_note_says_all_of_it_at_once(context: Context, qtbot: QtBot) -> None:
    claims = context.library.safety_words.reasons
    reason = next(iter(next(iter(claims.values())).values()))
    shown_note = shown(CareNote("Press lightly: you have osteoporosis.", (reason,)), qtbot, 360, 200)
    assert name(shown_note) == f"Press lightly: you have osteoporosis. {reason.text}"
    nothing_is_cut(shown_note)


def test_it_is_never_a_window_of_its_own(context: Context, qtbot: QtBot) -> None:
    note = ChangesNote(context.library)
    qtbot.addWidget(note)
    note.show_changes(made(context, "knee-pain-press", Condition.BLOOD_THINNERS))
    assert not note.isVisible()
    holder = shown(QWidget(), qtbot, 500, 300)
    layout = QVBoxLayout(holder)
    layout.addWidget(note)
    qtbot.waitUntil(note.isVisible)
