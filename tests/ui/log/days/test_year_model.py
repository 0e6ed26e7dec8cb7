from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale, QModelIndex, Qt
from pytestqt.modeltest import ModelTester

from acutimer.core.totals import DayTotal
from acutimer.ui.log.days.year_model import BLANK, OUTSIDE, REST, ROWS, YearModel, heat_of

TODAY = date(2026, 11, 20)
MONDAY, SATURDAY, SUNDAY = QLocale("de_DE"), QLocale("ar_EG"), QLocale("en_US")  # by the first day of their weeks
# a year that begins on each day of the week, Monday first: plain ones, then leap years
BEGINNINGS = (2018, 2019, 2025, 2026, 2021, 2022, 2023, 2024, 2008, 2020, 2032, 2016, 2000, 2012)


@pytest.fixture(autouse=True)
def own_locale() -> Iterator[None]:
    before = QLocale()
    yield
    QLocale.setDefault(before)


def model_of(year: int, days: dict[date, DayTotal] | None = None, today: date = TODAY) -> YearModel:
    model = YearModel()
    model.show_year(year, days or {}, today)
    return model


def days_of(model: YearModel) -> list[date | None]:
    """Down the first week, and so on."""
    return [model.day_at(row, column) for column in range(model.columnCount()) for row in range(ROWS)]


@pytest.mark.parametrize("year", BEGINNINGS)
@pytest.mark.parametrize("locale", [MONDAY, SATURDAY, SUNDAY], ids=["Monday", "Saturday", "Sunday"])
def test_every_day_stands_once_in_the_row_of_its_weekday(year: int, locale: QLocale) -> None:
    QLocale.setDefault(locale)
    model = model_of(year)
    days = [day for day in days_of(model) if day is not None]
    assert days == [date(year, 1, 1) + timedelta(number) for number in range(366 if year % 4 == 0 else 365)]
    assert model.day_at(0, 1) is not None
    assert model.day_at(0, 1).isoweekday() == locale.firstDayOfWeek().value  # type: ignore[union-attr]
    for day in (days[0], days[-1], date(year, 2, 28)):
        index = model.index_of(day)
        assert model.day_at(index.row(), index.column()) == day
        assert model.weekdays()[index.row()] == day.isoweekday()


@pytest.mark.parametrize(
    ("locale", "year", "weeks"), [(MONDAY, 2026, 53), (MONDAY, 2012, 54), (SUNDAY, 2000, 54), (SATURDAY, 2016, 54)]
)
def test_a_leap_year_that_begins_with_a_weeks_last_day_has_54_weeks(locale: QLocale, year: int, weeks: int) -> None:
    QLocale.setDefault(locale)
    assert model_of(year).columnCount() == weeks


@given(year=st.integers(1, 9999), first=st.sampled_from([MONDAY, SATURDAY, SUNDAY]))
def test_any_year_fits_its_table(year: int, first: QLocale) -> None:
    QLocale.setDefault(first)
    model = model_of(year)
    days = days_of(model)
    assert [day for day in days if day] == sorted(day for day in days if day)
    assert days.count(None) == len(days) - (date(year, 12, 31) - date(year, 1, 1)).days - 1
    assert all(isinstance(model.headerData(column, Qt.Orientation.Horizontal), str) for column in (0, 52))


@pytest.mark.parametrize(
    ("minutes", "heat"), [(0, 0), (0.1, 1), (7.99, 1), (8, 2), (13.99, 2), (14, 3), (21.99, 3), (22, 4), (500, 4)]
)
def test_heat_goes_by_the_limits_of_the_design(minutes: float, heat: int) -> None:
    assert heat_of(minutes * 60) == heat


def test_a_cell_says_what_is_painted_there() -> None:
    model = model_of(2026, {TODAY: DayTotal(1080, 2), date(2026, 11, 22): DayTotal(600, 1)})

    def cell(day: date) -> int:
        index = model.index_of(day)
        return model.cell(index.row(), index.column())

    assert [cell(TODAY - timedelta(1)), cell(TODAY), cell(TODAY + timedelta(1))] == [REST, 3, OUTSIDE]
    assert cell(date(2026, 11, 22)) == OUTSIDE
    assert model.cell(0, 0) == BLANK


def test_a_year_past_and_one_to_come() -> None:
    for year, kind in ((2025, REST), (2027, OUTSIDE)):
        model = model_of(year)
        kinds = {model.cell(row, column) for row in range(ROWS) for column in range(model.columnCount())}
        assert kinds == {BLANK, kind}


def test_before_the_log_begins_nothing_is_a_rest() -> None:
    model = YearModel()
    odd = date(2026, 3, 1)
    for begins, outside in ((date(2026, 5, 1), 120 + 41), (date(2025, 1, 1), 41), (date(2027, 1, 1), 365)):
        model.show_year(2026, {odd: DayTotal(600, 1)}, TODAY, begins)
        kinds = [model.cell(row, column) for column in range(model.columnCount()) for row in range(ROWS)]
        assert kinds.count(OUTSIDE) == outside - (odd < begins)
        assert len([kind for kind in kinds if kind != BLANK]) == 365
    model.show_year(2026, {odd: DayTotal(600, 1)}, TODAY, date(2026, 5, 1))
    assert model.spoken(date(2026, 4, 30)) == "Thursday 30\u00a0April\u00a02026"
    assert model.spoken(date(2026, 5, 1)) == "Friday 1\u00a0May\u00a02026: Rest"
    assert model.done(odd) == "one session, 10\u00a0min"


def test_a_part_of_the_sessions_leaves_no_rest() -> None:
    model = YearModel()
    model.show_year(2026, {}, TODAY, is_part=True)
    assert model.spoken(TODAY) == "Friday 20\u00a0November\u00a02026: nothing found"


def test_every_cell_has_a_sentence_for_a_screen_reader() -> None:
    model = model_of(2026, {TODAY: DayTotal(1080, 2), date(2026, 3, 1): DayTotal(5000, 1)})

    def spoken(day: date) -> object:
        return model.index_of(day).data(Qt.ItemDataRole.AccessibleTextRole)

    assert spoken(TODAY) == "Friday 20\u00a0November\u00a02026: two sessions, 18\u00a0min"
    assert spoken(date(2026, 3, 1)) == "Sunday 1\u00a0March\u00a02026: one session, 1\u00a0h\u00a023\u00a0min"
    assert spoken(date(2026, 1, 1)) == "Thursday 1\u00a0January\u00a02026: Rest"
    assert spoken(date(2026, 12, 24)) == "Thursday 24\u00a0December\u00a02026"


def test_a_cell_knows_its_day_and_a_blank_one_is_nothing_to_be_at() -> None:
    model = model_of(2026)
    index = model.index_of(TODAY)
    assert (index.data(), index.data(YearModel.DayRole)) == ("20", TODAY)
    assert index.data(Qt.ItemDataRole.DecorationRole) is None
    assert index.flags() & Qt.ItemFlag.ItemIsEnabled
    blank = model.index(0, 0)
    assert blank.data(Qt.ItemDataRole.AccessibleTextRole) is None
    assert blank.flags() == Qt.ItemFlag.NoItemFlags
    assert not model.index_of(date(2025, 1, 1)).isValid()
    assert model.day_at(-1, -1) is None
    assert (model.rowCount(index), model.columnCount(index)) == (0, 0)
    assert model.data(QModelIndex()) is None


def test_rows_and_columns_have_names() -> None:
    model = model_of(2026)
    down, across = Qt.Orientation.Vertical, Qt.Orientation.Horizontal
    assert [model.headerData(row, down) for row in (0, 6)] == ["Monday", "Sunday"]
    assert model.headerData(0, across) == "The week of Thursday 1\u00a0January"
    assert model.headerData(1, across) == "The week of Monday 5\u00a0January"
    assert model.headerData(0, down, Qt.ItemDataRole.DecorationRole) is None


def test_months_are_named_over_the_week_they_mostly_fill() -> None:
    assert model_of(2026).month_columns() == (0, 5, 9, 13, 18, 22, 26, 31, 35, 39, 44, 48)


@pytest.mark.parametrize("year", [2012, 2026])
def test_the_model_keeps_to_the_rules_of_models(year: int, qtmodeltester: ModelTester) -> None:
    model = YearModel()
    model.show_year(year, {date(year, 5, 5): DayTotal(600, 1)}, TODAY)
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]  # pytest-qt has no type for it


def test_showing_another_year_keeps_to_them_too(qtmodeltester: ModelTester) -> None:
    model = model_of(2026)
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    model.show_year(2012, {}, TODAY)
    assert model.columnCount() == 54
