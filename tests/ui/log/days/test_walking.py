from datetime import date

import pytest
from PySide6.QtCore import Qt

from acutimer.ui.log.days.walking import months_away, walked

FIRST, TODAY = date(2024, 1, 1), date(2026, 11, 20)
PLAIN, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
KEY = Qt.Key


def after(day: date, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN, *, is_mirrored: bool = False) -> date | None:
    return walked(day, key, modifiers, first=FIRST, today=TODAY, is_mirrored=is_mirrored)


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
def test_each_key_leads_somewhere(key: Qt.Key, there: date) -> None:
    assert after(date(2026, 3, 31), key) == there


def test_weeks_lead_to_the_other_side_where_reading_does() -> None:
    day = date(2026, 3, 31)
    assert after(day, KEY.Key_Left, is_mirrored=True) == date(2026, 4, 7)
    assert after(day, KEY.Key_Right, is_mirrored=True) == date(2026, 3, 24)
    assert after(day, KEY.Key_Up, is_mirrored=True) == date(2026, 3, 30)


def test_shift_makes_a_month_a_year() -> None:
    assert after(date(2025, 3, 31), KEY.Key_PageUp, SHIFT) == date(2024, 3, 31)
    assert after(date(2025, 3, 31), KEY.Key_PageDown, SHIFT) == date(2026, 3, 31)
    assert after(date(2024, 2, 29), KEY.Key_PageDown, SHIFT) == date(2025, 2, 28)


@pytest.mark.parametrize(
    ("day", "key", "there"),
    [
        (date(2026, 1, 1), KEY.Key_Up, date(2025, 12, 31)),
        (date(2025, 12, 31), KEY.Key_Down, date(2026, 1, 1)),
        (date(2026, 1, 3), KEY.Key_Left, date(2025, 12, 27)),
        (date(2025, 12, 27), KEY.Key_Right, date(2026, 1, 3)),
        (date(2026, 1, 31), KEY.Key_PageUp, date(2025, 12, 31)),
        (date(2025, 12, 31), KEY.Key_PageDown, date(2026, 1, 31)),
        (date(2025, 5, 5), KEY.Key_End, date(2025, 12, 31)),
    ],
)
def test_the_year_is_no_border(day: date, key: Qt.Key, there: date) -> None:
    assert after(day, key) == there


@pytest.mark.parametrize("key", [KEY.Key_Down, KEY.Key_Right, KEY.Key_PageDown, KEY.Key_End, KEY.Key_T])
def test_nobody_goes_beyond_today(key: Qt.Key) -> None:
    assert after(TODAY, key) == TODAY


@pytest.mark.parametrize("key", [KEY.Key_Up, KEY.Key_Left, KEY.Key_PageUp, KEY.Key_Home])
def test_nobody_goes_beyond_the_first_day(key: Qt.Key) -> None:
    assert after(FIRST, key) == FIRST
    assert after(FIRST, KEY.Key_PageUp, SHIFT) == FIRST


def test_other_keys_lead_nowhere() -> None:
    day = date(2026, 3, 31)
    assert after(day, KEY.Key_A) is None
    for held in (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier, SHIFT):
        assert after(day, KEY.Key_Left, held) is None
    assert after(day, KEY.Key_T, Qt.KeyboardModifier.ControlModifier) is None


def test_the_keypad_is_a_keyboard_too() -> None:
    assert after(date(2026, 3, 31), KEY.Key_Up, Qt.KeyboardModifier.KeypadModifier) == date(2026, 3, 30)


def test_at_the_ends_of_time_it_stays() -> None:
    assert months_away(date.min, -1) == date.min
    assert months_away(date.max, 1) == date.max
    assert walked(date.max, KEY.Key_Down, PLAIN, first=date.min, today=date.max) == date.max
