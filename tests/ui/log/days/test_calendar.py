"""The year's card: its sentence, its keys and presses, its years, and what a screen reader is told of it."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtGui import QAccessible, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView
from pytestqt.qtbot import QtBot

from acutimer.core.totals import DayTotal
from acutimer.ui.kit.focus import FocusRing
from acutimer.ui.kit.tokens import DARK, LIGHT, Tokens, dress
from acutimer.ui.log.days.calendar import YearCalendar
from acutimer.ui.log.days.year_model import ROWS
from tests.ui.kit.seeing import has_colour, name, role
from tests.ui.practice import resized, shown

TODAY = date(2026, 11, 20)
DAYS = {TODAY: DayTotal(1080, 2), date(2026, 3, 31): DayTotal(300, 1), date(2025, 12, 31): DayTotal(1500, 1)}
KEY = Qt.Key


class Heard:
    """What the calendar says, and a holder that answers when it asks for another year."""

    def __init__(self, calendar: YearCalendar, days: Mapping[date, DayTotal] = DAYS, *, answers: bool = True) -> None:
        self.walked: list[date] = []
        self.opened: list[date] = []
        self.wanted: list[tuple[int, date]] = []
        self._calendar, self._days, self._answers = calendar, days, answers
        calendar.walked.connect(self.walked.append)
        calendar.opened.connect(self.opened.append)
        calendar.year_wanted.connect(self._answer)

    def _answer(self, year: int, day: date) -> None:
        self.wanted.append((year, day))
        if self._answers:
            self._calendar.show_year(year, self._days, TODAY, 2024)


@pytest.fixture(autouse=True)
def own_locale(qapp: QApplication) -> Iterator[None]:
    locale, palette = QLocale(), qapp.palette()
    dress(qapp, LIGHT)
    yield
    QLocale.setDefault(locale)
    qapp.setPalette(palette)


@pytest.fixture
def calendar(qtbot: QtBot) -> YearCalendar:
    return made(qtbot)


def made(
    qtbot: QtBot, width: int = 1036, days: Mapping[date, DayTotal] = DAYS, *, is_mirrored: bool = False
) -> YearCalendar:
    calendar = YearCalendar()
    if is_mirrored:
        calendar.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    calendar.show_year(2026, days, TODAY, 2024)
    shown(calendar, qtbot, width, calendar.heightForWidth(width))
    calendar.view.setFocus(Qt.FocusReason.TabFocusReason)
    return calendar


def press(calendar: YearCalendar, *keys: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    for key in keys:
        QTest.keyClick(calendar.view, key, held)


def at(calendar: YearCalendar, day: date) -> QPoint:
    return calendar.view.visualRect(calendar.model.index_of(day)).center()


def click(calendar: YearCalendar, where: QPoint) -> None:
    QTest.mouseClick(calendar.view.viewport(), Qt.MouseButton.LeftButton, pos=where)


# -- what it tells -------------------------------------------------------------------------------------


def test_the_sentence_tells_of_the_chosen_day(calendar: YearCalendar) -> None:
    assert calendar.chosen == TODAY
    assert calendar.sentence.text() == "Friday 20\u00a0November: two sessions, 18\u00a0min"
    calendar.choose(date(2026, 11, 19))
    assert calendar.sentence.text() == "Thursday 19\u00a0November: Rest"


def test_under_the_pointer_it_tells_of_that_day_and_of_one_to_come_only_the_date(calendar: YearCalendar) -> None:
    QTest.mouseMove(calendar.view.viewport(), at(calendar, date(2026, 3, 31)))
    assert calendar.sentence.text() == "Tuesday 31\u00a0March: one session, 5\u00a0min"
    QTest.mouseMove(calendar.view.viewport(), at(calendar, date(2026, 12, 24)))
    assert calendar.sentence.text() == "Thursday 24\u00a0December"
    QTest.mouseMove(calendar.window(), QPoint(1900, 1100))
    QApplication.processEvents()
    assert calendar.sentence.text() == "Friday 20\u00a0November: two sessions, 18\u00a0min"
    assert calendar.chosen == TODAY


def test_before_the_log_begins_and_where_only_some_sessions_are_asked_for_there_is_no_rest(
    calendar: YearCalendar,
) -> None:
    calendar.show_year(2026, DAYS, TODAY, 2026, first_day=date(2026, 3, 31))
    calendar.choose(date(2026, 3, 30))
    assert calendar.sentence.text() == "Monday 30\u00a0March"
    calendar.choose(date(2026, 4, 1))
    assert calendar.sentence.text() == "Wednesday 1\u00a0April: Rest"
    calendar.show_year(2026, DAYS, TODAY, 2026, is_part=True)
    assert calendar.sentence.text() == "Wednesday 1\u00a0April: nothing found"


def test_a_screen_reader_finds_a_table_whose_cells_are_sentences(calendar: YearCalendar) -> None:
    assert isinstance(calendar.view, QTableView)
    assert (role(calendar.view), name(calendar.view)) == (QAccessible.Role.Table, "Minutes a day in 2026")
    table = QAccessible.queryAccessibleInterface(calendar.view)
    cells = [table.child(place) for place in range(table.childCount())]
    told = {cell.text(QAccessible.Text.Name) for cell in cells if cell.role() is QAccessible.Role.Cell}
    assert "Friday 20\u00a0November\u00a02026: two sessions, 18\u00a0min" in told
    assert "Saturday 21\u00a0November\u00a02026" in told
    assert len(told - {""}) == 365


def test_the_buttons_and_the_legend_have_names(calendar: YearCalendar) -> None:
    assert [name(it) for it in (calendar.before, calendar.after)] == ["The year before", "The year after"]
    assert "less than 8 minutes" in name(calendar.legend)
    assert "22" in name(calendar.legend)


# -- by keyboard ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "there"),
    [
        (KEY.Key_Up, date(2026, 3, 30)),
        (KEY.Key_Down, date(2026, 4, 1)),
        (KEY.Key_Left, date(2026, 3, 24)),
        (KEY.Key_Right, date(2026, 4, 7)),
        (KEY.Key_PageUp, date(2026, 2, 28)),
        (KEY.Key_PageDown, date(2026, 4, 30)),
        (KEY.Key_Home, date(2026, 1, 1)),
        (KEY.Key_End, TODAY),
        (KEY.Key_T, TODAY),
    ],
)
def test_keys_walk_the_days(calendar: YearCalendar, key: Qt.Key, there: date) -> None:
    calendar.choose(date(2026, 3, 31))
    heard = Heard(calendar)
    press(calendar, key)
    assert (calendar.chosen, heard.walked, heard.wanted) == (there, [there], [])


def test_arrows_go_where_the_weeks_go(qtbot: QtBot) -> None:
    calendar = made(qtbot, is_mirrored=True)
    calendar.choose(date(2026, 3, 31))
    before = at(calendar, calendar.chosen)
    press(calendar, KEY.Key_Left)
    assert calendar.chosen == date(2026, 4, 7)
    assert at(calendar, calendar.chosen).x() < before.x()


@pytest.mark.parametrize(
    ("year", "day", "keys", "there"),
    [
        (2026, date(2026, 1, 1), [KEY.Key_Up], date(2025, 12, 31)),
        (2025, date(2025, 12, 31), [KEY.Key_Down], date(2026, 1, 1)),
        (2026, date(2026, 1, 3), [KEY.Key_Left], date(2025, 12, 27)),
        (2025, date(2025, 12, 27), [KEY.Key_Right], date(2026, 1, 3)),
        (2026, date(2026, 1, 31), [KEY.Key_PageUp], date(2025, 12, 31)),
        (2025, date(2025, 12, 31), [KEY.Key_PageDown], date(2026, 1, 31)),
        (2025, date(2025, 5, 5), [KEY.Key_T], TODAY),
        (2024, date(2024, 5, 5), [KEY.Key_End, KEY.Key_Down, KEY.Key_End, KEY.Key_Down], date(2026, 1, 1)),
    ],
)
def test_walking_over_the_end_of_a_year_asks_for_the_other(
    calendar: YearCalendar, year: int, day: date, keys: list[Qt.Key], there: date
) -> None:
    calendar.show_year(year, DAYS, TODAY, 2024)
    calendar.choose(day)
    heard = Heard(calendar)
    press(calendar, *keys)
    assert (calendar.year, calendar.chosen) == (there.year, there)
    assert heard.wanted[-1][0] == there.year
    assert there not in heard.walked


def test_shift_and_page_go_a_year(calendar: YearCalendar) -> None:
    heard = Heard(calendar)
    press(calendar, KEY.Key_PageUp, held=Qt.KeyboardModifier.ShiftModifier)
    assert (heard.wanted, calendar.chosen) == ([(2025, date(2025, 11, 20))], date(2025, 11, 20))
    press(calendar, KEY.Key_PageDown, held=Qt.KeyboardModifier.ShiftModifier)
    assert calendar.chosen == TODAY


def test_where_nobody_answers_it_stays_where_it_is(calendar: YearCalendar) -> None:
    calendar.choose(date(2026, 1, 1))
    heard = Heard(calendar, answers=False)
    press(calendar, KEY.Key_Up)
    assert heard.wanted == [(2025, date(2025, 12, 31))]
    assert (calendar.year, calendar.chosen) == (2026, date(2026, 1, 1))


@pytest.mark.parametrize("key", [KEY.Key_Down, KEY.Key_Right, KEY.Key_PageDown, KEY.Key_End, KEY.Key_T])
def test_today_is_the_end(calendar: YearCalendar, key: Qt.Key) -> None:
    heard = Heard(calendar)
    press(calendar, key)
    assert (calendar.chosen, heard.walked, heard.wanted) == (TODAY, [], [])


def test_the_first_year_is_the_beginning(calendar: YearCalendar) -> None:
    calendar.show_year(2024, DAYS, TODAY, 2024)
    calendar.choose(date(2024, 1, 1))
    heard = Heard(calendar)
    press(calendar, KEY.Key_Up, KEY.Key_Left, KEY.Key_PageUp, KEY.Key_Home)
    assert (calendar.chosen, heard.walked, heard.wanted) == (date(2024, 1, 1), [], [])


def test_enter_opens_the_day(calendar: YearCalendar) -> None:
    heard = Heard(calendar)
    press(calendar, KEY.Key_Return, KEY.Key_Up, KEY.Key_Enter)
    assert heard.opened == [TODAY, TODAY - timedelta(1)]


def test_other_keys_are_for_the_window(calendar: YearCalendar) -> None:
    left: list[bool] = []
    QShortcut(QKeySequence(KEY.Key_Escape), calendar.window()).activated.connect(lambda: left.append(True))
    heard = Heard(calendar)
    press(calendar, KEY.Key_Escape)
    QTest.keyClicks(calendar.view, "17")
    assert (left, calendar.chosen, heard.walked) == ([True], TODAY, [])


def test_tab_goes_on_from_it(calendar: YearCalendar) -> None:
    press(calendar, KEY.Key_Tab)
    assert not calendar.view.hasFocus()


def test_the_ring_goes_round_the_chosen_day_and_along_with_it(calendar: YearCalendar) -> None:
    QApplication.processEvents()  # only now is the window the active one
    calendar.view.clearFocus()
    calendar.view.setFocus(Qt.FocusReason.TabFocusReason)
    ring = calendar.window().findChild(FocusRing)
    assert ring is not None
    for _ in range(2):
        middle = calendar.view.viewport().mapTo(calendar.window(), at(calendar, calendar.chosen))
        assert (ring.geometry().center() - middle).manhattanLength() <= 2
        press(calendar, KEY.Key_Left)


# -- by mouse ------------------------------------------------------------------------------------------


def test_a_press_chooses_a_day_and_opens_it(calendar: YearCalendar) -> None:
    heard = Heard(calendar)
    click(calendar, at(calendar, date(2026, 3, 31)))
    assert (heard.walked, heard.opened) == ([date(2026, 3, 31)], [date(2026, 3, 31)])
    click(calendar, at(calendar, date(2026, 3, 31)))
    assert (heard.walked, heard.opened) == ([date(2026, 3, 31)], [date(2026, 3, 31)] * 2)


def test_a_press_on_a_day_to_come_or_on_nothing_does_nothing(calendar: YearCalendar) -> None:
    heard = Heard(calendar)
    click(calendar, at(calendar, date(2026, 11, 21)))
    click(calendar, QPoint(2, 2))
    assert (calendar.chosen, heard.walked, heard.opened) == (TODAY, [], [])


def test_a_button_let_go_elsewhere_opens_nothing(calendar: YearCalendar) -> None:
    heard = Heard(calendar)
    view, left = calendar.view.viewport(), Qt.MouseButton.LeftButton
    QTest.mousePress(view, left, pos=at(calendar, date(2026, 3, 31)))
    QTest.mouseRelease(view, left, pos=at(calendar, date(2026, 6, 1)))
    assert (calendar.chosen, heard.opened) == (date(2026, 3, 31), [])


# -- years ---------------------------------------------------------------------------------------------


def test_the_buttons_ask_for_the_years_on_either_side(calendar: YearCalendar) -> None:
    calendar.show_year(2025, DAYS, TODAY, 2024)
    calendar.choose(date(2025, 12, 31))
    heard = Heard(calendar)
    calendar.after.click()
    assert heard.wanted == [(2026, TODAY)]
    assert calendar.chosen == TODAY
    calendar.before.click()
    assert heard.wanted[-1] == (2025, date(2025, 11, 20))
    assert heard.walked == []


def test_they_end_at_the_first_year_and_at_this_one(calendar: YearCalendar) -> None:
    def enabled(year: int, first_year: int) -> tuple[bool, bool]:
        calendar.show_year(year, DAYS, TODAY, first_year)
        return calendar.before.isEnabled(), calendar.after.isEnabled()

    assert enabled(2026, 2024) == (True, False)
    assert enabled(2025, 2024) == (True, True)
    assert enabled(2024, 2024) == (False, True)
    assert enabled(2026, 2026) == (False, False)


def test_a_year_comes_with_the_day_chosen_before_or_its_last(calendar: YearCalendar) -> None:
    heard = Heard(calendar)
    calendar.choose(date(2026, 3, 31))
    calendar.show_year(2026, {}, TODAY, 2024)
    assert calendar.chosen == date(2026, 3, 31)
    calendar.show_year(2025, {}, TODAY, 2024)
    assert calendar.chosen == date(2025, 12, 31)
    assert (heard.walked, heard.opened, heard.wanted) == ([], [], [])


def test_choosing_a_day_to_come_is_choosing_today(calendar: YearCalendar) -> None:
    heard = Heard(calendar)
    calendar.choose(date(2026, 12, 24))
    assert (calendar.chosen, heard.walked) == (TODAY, [])


def test_going_to_a_day_is_told_as_if_the_user_went(calendar: YearCalendar) -> None:
    heard = Heard(calendar)
    calendar.go_to(date(2026, 3, 31))
    calendar.go_to(date(1999, 3, 31))
    assert heard.walked == [date(2026, 3, 31)]
    assert heard.wanted == [(2024, date(2024, 1, 1))]


def test_the_sentence_forgets_the_pointer_with_another_year(calendar: YearCalendar) -> None:
    QTest.mouseMove(calendar.view.viewport(), at(calendar, date(2026, 3, 31)))
    calendar.show_year(2025, DAYS, TODAY, 2024)
    assert calendar.sentence.text() == "Wednesday 31\u00a0December: one session, 25\u00a0min"


# -- how it lies ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [830, 1036, 1900])
@pytest.mark.parametrize(("locale", "year"), [("en_US", 2026), ("de_DE", 2012), ("ar_EG", 2016), ("fi_FI", 2025)])
@pytest.mark.parametrize("is_mirrored", [False, True])
def test_every_day_has_its_room_and_no_words_meet(
    qtbot: QtBot, width: int, locale: str, year: int, is_mirrored: bool
) -> None:
    QLocale.setDefault(QLocale(locale))
    calendar = made(qtbot, width, is_mirrored=is_mirrored)
    calendar.show_year(year, DAYS, TODAY, 2010)
    resized(calendar, width, calendar.heightForWidth(width))
    view = calendar.view
    first, last = (view.visualRect(calendar.model.index_of(date(year, *day))) for day in ((1, 1), (12, 31)))
    assert view.viewport().rect().contains(first)
    assert view.viewport().rect().contains(last)
    assert min(first.width(), first.height()) >= 13
    assert view.horizontalHeader().length() == view.viewport().width()
    assert view.verticalHeader().length() == view.viewport().height()
    for day in (date(year, 1, 1), date(year, 6, 15), date(year, 12, 31)):
        index = view.indexAt(at(calendar, day))
        assert calendar.model.day_at(index.row(), index.column()) == day
    assert calendar.sentence.width() >= calendar.sentence.sizeHint().width()
    assert not calendar.sentence.geometry().intersects(calendar.legend.geometry())
    assert calendar.rect().contains(calendar.legend.geometry())
    assert calendar.minimumSizeHint().width() <= width


def test_it_is_as_high_as_in_the_design_and_lower_in_a_narrow_window(calendar: YearCalendar) -> None:
    assert abs(calendar.heightForWidth(1024) - 233) <= 8
    assert calendar.heightForWidth(840) < 190
    assert calendar.heightForWidth(840) < calendar.heightForWidth(1036) < calendar.heightForWidth(1676) < 320


def test_days_are_squares_in_the_colours_of_heat_light_and_dark(qapp: QApplication, calendar: YearCalendar) -> None:
    four = {date(2026, 5, 4) + timedelta(number): DayTotal(60 * (4 + 6 * number), 1) for number in range(4)}
    calendar.show_year(2026, four, TODAY, 2024)
    for theme in (LIGHT, DARK):
        dress(qapp, theme)
        assert all(has_colour(calendar.view, heat) for heat in heats(theme))
        assert all(has_colour(calendar.legend, heat) for heat in heats(theme))
    calendar.show_year(2026, {}, TODAY, 2024)
    assert not any(has_colour(calendar.view, heat) for heat in heats(DARK))


def heats(theme: Tokens) -> tuple[str, ...]:
    return theme.heat1, theme.heat2, theme.heat3, theme.heat4


def test_more_minutes_make_a_larger_square(calendar: YearCalendar) -> None:
    monday = date(2026, 5, 4)
    calendar.show_year(2026, {monday + timedelta(n): DayTotal(60 * (4 + 6 * n), 1) for n in range(4)}, TODAY, 2024)
    image = calendar.view.grab().toImage()
    ground = image.pixelColor(0, 0)

    def width_of(day: date) -> int:
        cell = calendar.view.visualRect(calendar.model.index_of(day))
        return sum(image.pixelColor(x, cell.center().y()) != ground for x in range(cell.left(), cell.right() + 1))

    widths = [width_of(monday + timedelta(number)) for number in (-1, 0, 1, 2, 3)]
    assert widths == sorted(set(widths))


def test_a_part_of_the_year_is_painted_alone(calendar: YearCalendar) -> None:
    whole = calendar.view.grab()
    for day in (date(2026, 3, 31), TODAY):
        cell = calendar.view.visualRect(calendar.model.index_of(day))
        assert calendar.view.grab(cell).toImage() == whole.copy(cell).toImage()
    assert calendar.model.rowCount() == ROWS


@pytest.mark.parametrize("width", [450, 468, 520])
@pytest.mark.parametrize(("locale", "year"), [("en_US", 2026), ("de_DE", 2012), ("ar_EG", 2016)])
def test_in_a_small_window_the_days_are_narrow_and_the_sentence_has_a_line_of_its_own(
    qtbot: QtBot, width: int, locale: str, year: int
) -> None:
    QLocale.setDefault(QLocale(locale))
    calendar = made(qtbot, width)
    calendar.show_year(year, DAYS, TODAY, 2010)
    resized(calendar, width, calendar.heightForWidth(width))
    across, down = calendar.view.room()
    assert 6 <= across < 13 <= round(down)
    assert calendar.minimumSizeHint().width() <= width
    below_head = calendar.before.geometry().bottom()
    assert calendar.sentence.y() > below_head
    assert calendar.sentence.width() >= calendar.sentence.sizeHint().width()
    parts = (calendar.before, calendar.after, calendar.sentence, calendar.legend, calendar.sheet)
    rects = [part.geometry() for part in parts]
    assert all(calendar.rect().contains(rect) for rect in rects)
    assert not any(one.intersects(other) for place, one in enumerate(rects) for other in rects[place + 1 :])


def test_months_are_letters_where_their_names_would_run_into_each_other(calendar: YearCalendar) -> None:
    assert calendar.sheet.month_names(14.0)[:3] == ["Jan", "Feb", "Mar"]
    assert calendar.sheet.month_names(7.5)[:3] == ["J", "F", "M"]
