import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from acutimer.ui.kit.fonts import font
from acutimer.ui.kit.stepper import HEIGHT_PX, Stepper
from acutimer.ui.kit.text import text_width
from acutimer.ui.kit.tokens import DARK, LIGHT, dress
from tests.ui.kit.conftest import Show
from tests.ui.kit.seeing import description, has_colour, name, picture, role


def clock(seconds: int) -> str:
    return f"{seconds // 60}:{seconds % 60:02}"


def made() -> Stepper:
    return Stepper(90, 30, 120, 15, clock, "Time on each leg")


def said_by(stepper: Stepper) -> list[int]:
    said: list[int] = []
    stepper.changed.connect(said.append)
    return said


def test_its_ends_step_and_stop_at_the_limits(show: Show) -> None:
    stepper = made()
    show(stepper)
    said = said_by(stepper)
    for _ in range(3):
        stepper.more.click()
    assert (stepper.value, said) == (120, [105, 120])
    for _ in range(9):
        stepper.less.click()
    assert stepper.value == 30
    assert said[-1] == 30


@pytest.mark.parametrize(
    ("key", "value"),
    [
        (Qt.Key.Key_Up, 105),
        (Qt.Key.Key_Plus, 105),
        (Qt.Key.Key_Down, 75),
        (Qt.Key.Key_Minus, 75),
        (Qt.Key.Key_A, 90),
    ],
)
def test_keys_step_from_either_end(show: Show, key: Qt.Key, value: int) -> None:
    for end in ("less", "more"):
        stepper = made()
        window = show(stepper)
        getattr(stepper, end).setFocus()
        QTest.keyClick(getattr(stepper, end), key)
        assert stepper.value == value
        window.hide()


def test_setting_it_says_nothing_and_keeps_to_the_limits(qtbot: QtBot) -> None:
    stepper = made()
    qtbot.addWidget(stepper)
    said = said_by(stepper)
    stepper.set_value(7)
    assert stepper.value == 30
    stepper.set_range(60, 300, 30)
    assert stepper.value == 60
    stepper.more.click()
    assert (stepper.value, said) == (90, [90])


def test_a_screen_reader_hears_what_it_is_and_where_it_stands(show: Show) -> None:
    stepper = made()
    show(stepper)
    assert role(stepper.more) is QAccessible.Role.Button
    assert name(stepper.more) == "Time on each leg: more"
    assert (name(stepper.less), description(stepper.less)) == ("Time on each leg: less", "1:30")
    stepper.more.click()
    assert description(stepper.more) == "1:45"


def test_it_is_wide_enough_for_its_longest_value(qtbot: QtBot) -> None:
    def words(value: int) -> str:
        return f"{value} repetitions of it"

    stepper = Stepper(5, 1, 200, 5, words, "Repetitions")
    qtbot.addWidget(stepper)
    needed = text_width(words(200), font(20, 600, tabular=True)) + 2 * HEIGHT_PX
    assert stepper.sizeHint().width() >= needed
    assert stepper.minimumSizeHint() == stepper.sizeHint()
    assert made().sizeHint().width() == 168


def test_both_ends_are_large_enough_for_a_finger(show: Show) -> None:
    stepper = made()
    show(stepper)
    for end in (stepper.less, stepper.more):
        assert min(end.width(), end.height()) >= 44


def test_the_theme_and_being_disabled_show(qapp: QApplication, show: Show) -> None:
    stepper = made()
    show(stepper)
    assert has_colour(stepper, LIGHT.ink)
    dress(qapp, DARK)
    assert has_colour(stepper, DARK.ink)
    stepper.setEnabled(False)
    assert not has_colour(stepper, DARK.ink)
    assert has_colour(stepper, DARK.ink3)


def test_the_end_that_goes_no_further_is_pale(show: Show) -> None:
    stepper = made()
    show(stepper)
    less, more = picture(stepper.less), picture(stepper.more)
    stepper.set_value(120)
    assert picture(stepper.less) == less
    assert picture(stepper.more) != more
