"""The search field: results while one types, the keyboard that walks them, and what opens."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from acutimer.core.points import Area
from acutimer.ui.context import Context
from acutimer.ui.explore.search import search_results
from acutimer.ui.explore.search.result_row import ResultRow
from acutimer.ui.explore.search.search_field import HEIGHT_PX, SearchField
from acutimer.ui.explore.search.search_results import MOST_ROWS
from acutimer.ui.kit.focus import FocusRing
from acutimer.ui.kit.listing import Listing
from acutimer.ui.kit.tokens import DARK, LIGHT, Tokens, dress
from tests.ui.kit.seeing import has_colour, name, role
from tests.ui.practice import resized, shown

Said = list[str]
QIGONG = "qigong-knee-massage"


@pytest.fixture
def field(context: Context, qtbot: QtBot) -> SearchField:
    field = shown(SearchField(context), qtbot, 580, HEIGHT_PX)
    field.move(24, 24)
    resized(field.window(), 628, 800)
    return field


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> Said:
    """What was announced to a screen reader."""
    said: Said = []
    monkeypatch.setattr(search_results, "announce", lambda _widget, words: said.append(words))
    return said


def typed(field: SearchField, text: str) -> None:
    field.start()
    QTest.keyClicks(field.line, text)


def press(field: SearchField, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(field.line, key)


def names(field: SearchField) -> list[str]:
    return [row.accessibleName() for row in field.results.rows if row.isVisible()]


def caught(field: SearchField) -> list[object]:
    """What the field was told to open, as it is told."""
    opened: list[object] = []
    signals = (field.point_chosen, field.complaint_chosen, field.area_chosen, field.routine_chosen)
    for signal in signals:
        signal.connect(opened.append)
    return opened


# -- what it is ----------------------------------------------------------------------------------------


def test_it_is_a_line_to_type_in_with_a_name(field: SearchField) -> None:
    assert role(field.line) is QAccessible.Role.EditableText
    assert name(field.line) == "Search for a point, a place or a complaint"
    assert field.line.placeholderText() == "Point, place or complaint"
    assert field.height() == HEIGHT_PX


def test_nothing_to_search_with_is_made_before_it_is_used(field: SearchField) -> None:
    assert not field.has_results
    assert "results" not in vars(field)


def test_starting_takes_the_keyboard_and_selects_what_stands_there(field: SearchField) -> None:
    typed(field, "knee")
    field.line.clearFocus()
    field.start()
    assert field.line.hasFocus()
    assert field.line.selectedText() == "knee"
    QTest.keyClicks(field.line, "st36")
    assert field.line.text() == "st36"


def test_the_ring_goes_round_the_whole_field(field: SearchField) -> None:
    field.line.clearFocus()
    field.start()
    ring = field.window().findChild(FocusRing)
    assert ring is not None
    assert ring.isVisible()
    assert ring.geometry().contains(field.geometry())
    assert ring.width() == field.width() + 10


# -- results while typing ------------------------------------------------------------------------------


def test_results_come_with_the_first_letter_and_follow_every_other(field: SearchField) -> None:
    typed(field, "k")
    assert field.has_results
    many = len(names(field))
    QTest.keyClicks(field.line, "i1")
    assert names(field) == ["KI10, Yin Valley, on the crease, beside the outer of the two cords, point"]
    press(field, Qt.Key.Key_Backspace, Qt.Key.Key_Backspace)
    assert len(names(field)) == many


def test_a_letter_more_takes_the_rows_there_are(field: SearchField) -> None:
    typed(field, "knee")
    before = field.results.findChildren(ResultRow)
    press(field, Qt.Key.Key_Backspace, Qt.Key.Key_Backspace)
    QTest.keyClicks(field.line, "ee eye")
    assert field.results.findChildren(ResultRow) == before
    assert set(field.results.rows) < set(before)


def test_the_list_lies_right_beneath_the_field_and_never_over_it(field: SearchField) -> None:
    typed(field, "knee")
    list_, at = field.results.geometry(), field.geometry()
    assert list_.top() == at.bottom() + 1 + 8
    assert (list_.left(), list_.width()) == (at.left(), at.width())
    assert field.results.childAt(field.results.rect().center()) is not None
    assert field.line.hasFocus()


def test_no_more_than_eight_rows_are_seen_at_once(field: SearchField) -> None:
    typed(field, "knee")
    rows = field.results.rows
    assert len(rows) > MOST_ROWS
    bottom = rows[MOST_ROWS - 1].mapTo(field.results, QPoint(0, rows[MOST_ROWS - 1].height())).y()
    assert 0 <= field.results.height() - bottom <= 12
    assert all(row.height() >= 64 for row in rows)


def test_a_low_window_holds_the_whole_list(field: SearchField) -> None:
    typed(field, "knee")
    resized(field.window(), 628, 400)
    assert field.results.geometry().bottom() < 400
    assert field.results.geometry().top() > field.geometry().bottom()
    press(field, *[Qt.Key.Key_Down] * (len(field.results.rows) - 1))
    row = field.results.rows[-1]
    at = row.mapTo(field.results, row.rect().center())
    assert field.results.rect().contains(at)


def test_the_list_goes_with_the_field(field: SearchField) -> None:
    typed(field, "knee")
    field.move(60, 90)
    field.resize(420, HEIGHT_PX)
    assert field.results.geometry().left() == 60
    assert field.results.geometry().top() > field.geometry().bottom()
    assert field.results.width() == 420
    assert all(row.geometry().right() < 420 for row in field.results.rows)


def test_long_words_wrap_in_a_narrow_field(field: SearchField) -> None:
    typed(field, "lower back")
    wide = field.results.rows[0].height()
    field.resize(392, HEIGHT_PX)
    assert field.results.rows[0].height() > wide


def test_nothing_found_is_said_in_words(field: SearchField) -> None:
    typed(field, "blorg")
    words = "Nothing found for \u201cblorg\u201d. Try a code such as ST36 or a place such as knee."
    assert field.results.nothing.isVisible()
    assert name(field.results.nothing) == words
    assert names(field) == []
    press(field, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return)
    assert field.has_results
    for _ in "blorg":
        press(field, Qt.Key.Key_Backspace)
    assert not field.has_results


def test_a_pasted_book_is_told_in_short(field: SearchField) -> None:
    field.start()
    QApplication.clipboard().setText("zq\x00\u202e\u0301 " * 3_000)
    field.line.paste()
    assert len(field.results.nothing.text()) < 140
    assert field.results.nothing.text().isprintable()
    assert field.results.width() == field.width()


# -- the keyboard --------------------------------------------------------------------------------------


def test_enter_opens_the_first(field: SearchField) -> None:
    opened = caught(field)
    typed(field, "zu san li")
    press(field, Qt.Key.Key_Return)
    assert opened == ["ST36"]
    assert not field.has_results


def test_arrows_walk_the_results_while_the_cursor_stays_in_the_field(field: SearchField) -> None:
    opened = caught(field)
    typed(field, "ki")
    press(field, Qt.Key.Key_Up)
    assert field.results.current == 0
    press(field, Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert [row.is_current for row in field.results.rows[:3]] == [False, False, True]
    assert field.line.hasFocus()
    press(field, Qt.Key.Key_Up)
    press(field, Qt.Key.Key_Enter)
    assert opened == ["KI6"]


def test_a_letter_more_begins_with_the_first_again(field: SearchField) -> None:
    typed(field, "k")
    press(field, Qt.Key.Key_PageDown)
    assert field.results.current == 7
    QTest.keyClicks(field.line, "i")
    assert field.results.current == 0
    assert field.results.rows[0].is_current


def test_escape_closes_the_list_then_clears_then_gives_the_keyboard_up(field: SearchField) -> None:
    typed(field, "knee")
    press(field, Qt.Key.Key_Escape)
    assert (field.has_results, field.line.text(), field.line.hasFocus()) == (False, "knee", True)
    press(field, Qt.Key.Key_Escape)
    assert (field.line.text(), field.line.hasFocus()) == ("", True)
    press(field, Qt.Key.Key_Escape)
    assert not field.line.hasFocus()


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Return])
def test_what_was_closed_comes_back_by_a_key(field: SearchField, key: Qt.Key) -> None:
    opened = caught(field)
    typed(field, "knee")
    press(field, Qt.Key.Key_Escape, key)
    assert field.has_results
    assert opened == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Return])
def test_its_keys_are_no_shortcut_of_the_place(field: SearchField, key: Qt.Key) -> None:
    told: list[bool] = []
    shortcut = QShortcut(QKeySequence(key), field.window())
    shortcut.activated.connect(lambda: told.append(True))
    typed(field, "knee")
    QTest.keyClick(field.window().windowHandle(), key)
    assert told == []


def test_letters_are_typed_where_they_are_shortcuts_elsewhere(field: SearchField) -> None:
    QShortcut(QKeySequence("L"), field.window())
    field.start()
    QTest.keyClick(field.window().windowHandle(), Qt.Key.Key_L)
    assert field.line.text() == "l"


# -- the mouse -----------------------------------------------------------------------------------------


def test_a_click_opens_a_row(field: SearchField) -> None:
    opened = caught(field)
    typed(field, "ki")
    QTest.mouseClick(field.results.rows[1], Qt.MouseButton.LeftButton)
    assert opened == ["KI6"]
    assert field.line.hasFocus()
    assert not field.has_results


def test_the_cross_clears_and_leaves_the_keyboard_in_the_field(field: SearchField) -> None:
    assert not field.clear_button.isVisible()
    typed(field, "knee")
    assert field.clear_button.isVisible()
    QTest.mouseClick(field.clear_button, Qt.MouseButton.LeftButton)
    assert (field.line.text(), field.has_results, field.line.hasFocus()) == ("", False, True)
    assert not field.clear_button.isVisible()


def test_a_click_beside_the_words_begins_to_type_too(field: SearchField) -> None:
    field.line.clearFocus()
    QTest.mouseClick(field, Qt.MouseButton.LeftButton, pos=QPoint(31, 28))
    assert field.line.hasFocus()


def test_a_click_into_the_words_shows_what_was_found(field: SearchField) -> None:
    typed(field, "knee")
    press(field, Qt.Key.Key_Escape)
    QTest.mouseClick(field.line, Qt.MouseButton.LeftButton)
    assert field.has_results


def test_a_press_elsewhere_puts_the_list_away(field: SearchField) -> None:
    typed(field, "st36")
    window = field.window()
    handle = window.windowHandle()
    QTest.mouseClick(handle, Qt.MouseButton.LeftButton, pos=field.results.geometry().center())
    typed(field, "")
    press(field, Qt.Key.Key_Down)
    assert field.has_results
    QTest.mouseClick(handle, Qt.MouseButton.LeftButton, pos=QPoint(300, 780))
    assert not field.has_results


# -- going away ----------------------------------------------------------------------------------------


def test_the_list_goes_when_the_keyboard_goes_elsewhere(field: SearchField) -> None:
    other = QPushButton("Other", field.window())
    other.show()
    typed(field, "knee")
    other.setFocus(Qt.FocusReason.TabFocusReason)
    assert not field.has_results
    assert field.line.text() == "knee"


def test_the_list_goes_with_a_field_that_is_hidden(field: SearchField) -> None:
    typed(field, "knee")
    field.hide()
    assert not field.has_results


def test_it_may_be_taken_away_while_its_list_is_open(context: Context, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    field = SearchField(context, window)
    window.show()
    QTest.keyClicks(field.line, "knee")
    assert field.has_results
    window.close()
    assert not field.has_results


# -- what opens ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "thing"),
    [("behind the knee", "BL40"), ("ankle and foot", Area.ANKLE_FOOT), ("your hand", Area.HAND), ("qigong", QIGONG)],
)
def test_each_kind_opens_as_what_it_is(field: SearchField, text: str, thing: object) -> None:
    opened = caught(field)
    typed(field, text)
    press(field, Qt.Key.Key_Return)
    assert opened == [thing]


def test_a_complaint_opens_as_its_record(field: SearchField, context: Context, qtbot: QtBot) -> None:
    typed(field, "aching knee")
    with qtbot.waitSignal(field.complaint_chosen) as told:
        press(field, Qt.Key.Key_Return)
    assert told.args == [context.library.complaints["knee-aching"]]


# -- who cannot see it ---------------------------------------------------------------------------------


def test_the_results_are_a_list_whose_rows_have_names(field: SearchField) -> None:
    typed(field, "st36")
    (list_,) = field.results.findChildren(Listing)
    assert (role(list_), name(list_)) == (QAccessible.Role.List, "Results")
    assert [name(row) for row in field.results.rows] == [
        "ST36, Leg Three Miles, four fingers below the outer knee eye, point"
    ]
    assert role(field.results.rows[0]) is QAccessible.Role.Button


def test_a_complaint_says_that_its_red_flags_come_first(field: SearchField, context: Context) -> None:
    typed(field, "creaky")
    complaint = context.library.complaints["knee-creaky"]
    count = len(complaint.points)
    said = f"Knee: creaky, red flags first, then {count} points and {len(complaint.routines)} routine"
    assert names(field)[0].startswith(said)
    assert names(field)[0].endswith(", complaint")


def test_areas_and_routines_say_what_they_are(field: SearchField) -> None:
    typed(field, "lower leg")
    assert names(field)[0] == "Lower leg, its points, from close up, area"
    typed(field, "walk and soak")
    assert names(field)[0].startswith("Walk and soak, breathe, ")
    assert names(field)[0].endswith(", routine")


def test_how_much_was_found_and_what_is_chosen_is_announced(said: Said, field: SearchField) -> None:
    typed(field, "ki")
    assert said[-1].endswith(" results")
    press(field, Qt.Key.Key_Down)
    assert said[-1] == names(field)[1]
    typed(field, "st36")
    assert said[-1] == "1 result"
    typed(field, "st37")
    assert said[-1].startswith("Nothing found for")


def test_the_same_is_not_announced_twice(said: Said, field: SearchField) -> None:
    typed(field, "zusanl")
    before = len(said)
    QTest.keyClicks(field.line, "i")
    assert len(said) == before


# -- looks -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_the_first_row_is_outlined_and_a_code_wears_a_badge(
    theme: Tokens, field: SearchField, qapp: QApplication
) -> None:
    before = qapp.palette()
    dress(qapp, theme)
    typed(field, "ki")
    row = field.results.rows[0]
    assert has_colour(row, theme.pine)
    assert has_colour(row, theme.ember_soft)
    assert not has_colour(field.results.rows[1], theme.pine)
    assert has_colour(field, theme.surface)
    qapp.setPalette(before)


def test_a_point_found_by_another_name_tells_which(field: SearchField, context: Context) -> None:
    typed(field, "kd3")
    assert field.results.rows[0].words.note == "also KD3"
    typed(field, "taixi")
    point = context.library.points["KI3"]
    assert field.results.rows[0].words.note == f"{point.pinyin} {point.hanzi}"
