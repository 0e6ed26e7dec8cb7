import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from acutimer.ui.kit.scale import Scale
from acutimer.ui.kit.tokens import DARK, LIGHT, dress
from tests.ui.kit.conftest import Show
from tests.ui.kit.seeing import colour_at, description, name, role


def said_by(scale: Scale) -> list[int | None]:
    said: list[int | None] = []
    scale.changed.connect(said.append)
    return said


def test_nothing_is_chosen_at_first(qtbot: QtBot) -> None:
    scale = Scale("Now")
    qtbot.addWidget(scale)
    assert scale.value is None
    assert not any(key.isChecked() for key in scale.keys)


def test_a_key_chooses_and_the_same_again_takes_it_back(show: Show) -> None:
    scale = Scale("Now")
    show(scale)
    said = said_by(scale)
    for level in (4, 6, 6):
        QTest.mouseClick(scale.keys[level], Qt.MouseButton.LeftButton)
    assert said == [4, 6, None]
    assert scale.value is None
    assert not any(key.isChecked() for key in scale.keys)


@pytest.mark.parametrize(("typed", "level"), [("0", 0), ("7", 7), ("-", 10)])
def test_digits_choose_and_minus_is_ten(show: Show, typed: str, level: int) -> None:
    scale = Scale("Now")
    show(scale)
    said = said_by(scale)
    scale.keys[3].setFocus()
    QTest.keyClicks(scale.keys[3], typed)
    assert (scale.value, said) == (level, [level])
    assert scale.keys[level].hasFocus()


def test_typing_the_same_digit_twice_keeps_it(show: Show) -> None:
    scale = Scale("Now")
    show(scale)
    scale.keys[0].setFocus()
    QTest.keyClicks(scale.keys[0], "5")
    QTest.keyClicks(scale.keys[5], "5")
    assert scale.value == 5


def test_the_arrows_move_the_choice(show: Show) -> None:
    scale = Scale("Now")
    show(scale)
    scale.keys[4].click()
    scale.keys[4].setFocus()
    said = said_by(scale)
    QTest.keyClick(scale.keys[4], Qt.Key.Key_Right)
    QTest.keyClick(scale.keys[5], Qt.Key.Key_Right)
    QTest.keyClick(scale.keys[6], Qt.Key.Key_Left)
    assert said == [5, 6, 5]
    assert [key.isChecked() for key in scale.keys].index(True) == 5


def test_setting_it_says_nothing(qtbot: QtBot) -> None:
    scale = Scale("Now")
    qtbot.addWidget(scale)
    said = said_by(scale)
    scale.set_value(0)
    assert (scale.value, scale.keys[0].isChecked()) == (0, True)
    scale.set_value(None)
    assert (scale.value, scale.keys[0].isChecked(), said) == (None, False, [])


def test_each_key_is_a_radio_button_that_says_what_is_rated(qtbot: QtBot) -> None:
    scale = Scale("Discomfort now")
    qtbot.addWidget(scale)
    assert role(scale.keys[10]) is QAccessible.Role.RadioButton
    assert (name(scale.keys[10]), description(scale.keys[10])) == ("10", "Discomfort now")


def test_eleven_keys_fit_the_card_after_a_session_and_are_large_enough(show: Show) -> None:
    scale = Scale("Now")
    show(scale)
    scale.resize(592 - 2 * 40, scale.height())
    assert all(key.width() + 6 >= 44 and key.height() == 56 for key in scale.keys)
    assert scale.minimumSizeHint().width() <= 512


def test_the_chosen_key_is_solid_in_both_themes(qapp: QApplication, show: Show) -> None:
    scale = Scale("Now")
    show(scale)
    scale.set_value(6)
    scale.keys[6].setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
    assert colour_at(scale.keys[6], 6, 28) == LIGHT.pine
    dress(qapp, DARK)
    assert colour_at(scale.keys[6], 6, 28) == DARK.pine
    assert colour_at(scale.keys[5], 6, 28) == DARK.inset
