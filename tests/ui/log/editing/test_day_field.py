from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from acutimer.ui.log.editing.day_field import DayField
from tests.ui.kit.seeing import description, name
from tests.ui.practice import shown

KEY = Qt.Key


@pytest.fixture
def field(qtbot: QtBot) -> DayField:
    made = DayField(date(2025, 3, 31), "Day", first=date(2024, 2, 29), last=date(2025, 4, 1))
    return shown(made, qtbot, 400, 48)


def said_by(field: DayField) -> list[date]:
    said: list[date] = []
    field.changed.connect(said.append)
    return said


def test_its_ends_go_a_day_and_stop_at_the_limits(field: DayField) -> None:
    said = said_by(field)
    for _ in range(3):
        QTest.mouseClick(field.later, Qt.MouseButton.LeftButton)
    assert said == [date(2025, 4, 1)]
    QTest.mouseClick(field.earlier, Qt.MouseButton.LeftButton)
    assert field.day == date(2025, 3, 31)


@pytest.mark.parametrize(
    ("key", "day"),
    [
        (KEY.Key_Up, date(2025, 4, 1)),
        (KEY.Key_Down, date(2025, 3, 30)),
        (KEY.Key_PageDown, date(2025, 2, 28)),
        (KEY.Key_PageUp, date(2025, 4, 1)),
        (KEY.Key_Home, date(2024, 2, 29)),
        (KEY.Key_End, date(2025, 4, 1)),
    ],
)
def test_the_keys_go_days_and_months(field: DayField, key: Qt.Key, day: date) -> None:
    field.earlier.setFocus()
    QTest.keyClick(field.earlier, key)
    assert field.day == day


def test_the_day_is_said_in_full_where_there_is_room(field: DayField, qtbot: QtBot) -> None:
    assert field.words() == "Monday 31\u00a0March 2025"
    field.resize(field.minimumSizeHint())
    assert field.words() == "31\u00a0Mar 2025"


def test_setting_it_says_nothing_and_keeps_the_limits(field: DayField) -> None:
    said = said_by(field)
    field.set_day(date(2030, 1, 1))
    field.set_limits(date(2025, 1, 1), date(2025, 1, 2))
    assert field.day == date(2025, 1, 2)
    assert said == []


def test_a_screen_reader_hears_what_it_is_and_which_day(field: DayField) -> None:
    assert name(field.later) == "Day: the day after"
    assert description(field.later) == "Monday 31\u00a0March 2025"
