"""The safety profile is filled in by ticking; each tick is kept at once, and nothing has to be ticked."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from acutimer.core.conditions import Condition
from acutimer.ui.context import Context
from acutimer.ui.kit.scroll import Scroll
from acutimer.ui.safety.profile_form import ProfileForm
from tests.ui.fitting_in import nothing_is_cut
from tests.ui.kit.seeing import description, name, role
from tests.ui.practice import resized, shown


@pytest.fixture
def form(context: Context, qtbot: QtBot) -> ProfileForm:
    return shown(ProfileForm(context), qtbot, 720, 700)


def test_nothing_is_ticked_by_itself(form: ProfileForm) -> None:
    assert set(form.rows) == set(Condition)
    assert not any(row.isChecked() for row in form.rows.values())


def test_a_tick_is_kept_at_once_and_taken_back_as_soon(form: ProfileForm, context: Context) -> None:
    form.rows[Condition.VARICOSE_VEINS].click()
    form.rows[Condition.PREGNANT].click()
    assert list(context.preferences.value.conditions) == [Condition.PREGNANT, Condition.VARICOSE_VEINS]
    assert context.safety.forbids("BL23") == (Condition.PREGNANT,)
    form.rows[Condition.PREGNANT].click()
    assert list(context.preferences.value.conditions) == [Condition.VARICOSE_VEINS]


def test_it_shows_what_is_kept_and_what_changes_elsewhere(context: Context, qtbot: QtBot) -> None:
    context.preferences.update(conditions=(Condition.POOR_BALANCE,))
    form = shown(ProfileForm(context), qtbot, 720, 700)
    assert form.rows[Condition.POOR_BALANCE].isChecked()
    context.preferences.update(conditions=())
    assert not form.rows[Condition.POOR_BALANCE].isChecked()


def test_a_screen_reader_hears_a_box_with_its_name_and_its_hint(form: ProfileForm, context: Context) -> None:
    row, words = form.rows[Condition.NEUROPATHY], context.library.safety_words.conditions[Condition.NEUROPATHY]
    assert role(row) is QAccessible.Role.CheckBox
    assert (name(row), description(row)) == (words.name, words.hint)
    assert not QAccessible.queryAccessibleInterface(row).state().checked
    row.click()
    assert QAccessible.queryAccessibleInterface(row).state().checked


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_the_keyboard_ticks(form: ProfileForm, context: Context, key: Qt.Key) -> None:
    form.rows[Condition.OSTEOPOROSIS].setFocus()
    QTest.keyClick(form.rows[Condition.OSTEOPOROSIS], key)
    assert context.preferences.value.conditions == (Condition.OSTEOPOROSIS,)


def test_two_columns_where_there_is_room_and_one_elsewhere(form: ProfileForm) -> None:
    assert len({row.x() for row in form.rows.values()}) == 2
    resized(form, 470, 1200)
    assert len({row.x() for row in form.rows.values()}) == 1


@pytest.mark.parametrize("width", [300, 470, 512, 552, 720, 1000])
def test_all_words_are_there_at_any_width(width: int, context: Context, qtbot: QtBot) -> None:
    column = shown(Scroll(ProfileForm(context)), qtbot, width, 340)
    nothing_is_cut(column)
    form = column.widget()
    assert isinstance(form, ProfileForm)
    assert all(row.height() >= 44 for row in form.rows.values())
