import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from acutimer.ui.kit.text import Text
from acutimer.ui.kit.tokens import DARK, LIGHT, dress
from acutimer.ui.navigation import Mark, Navigation, mark_icon
from tests.ui.fitting_in import nothing_is_cut
from tests.ui.kit.seeing import colour_at, name, role
from tests.ui.practice import resized


@pytest.fixture
def navigation(qtbot: QtBot) -> Navigation:
    window = QWidget()
    qtbot.addWidget(window, before_close_func=lambda _: window.hide())  # this keeps it until then, too
    window.resize(300, 800)
    navigation = Navigation(window)
    navigation.resize(navigation.width(), 800)
    window.show()
    window.activateWindow()
    QApplication.processEvents()
    return navigation


def words(navigation: Navigation) -> list[str]:
    return [text.text() for text in navigation.findChildren(Text) if text.isVisible()]


def test_the_rows_are_where_the_design_has_them(navigation: Navigation) -> None:
    rows = list(navigation.buttons.values())
    assert navigation.width() == 212
    assert [row.y() for row in rows] == [92, 154, 216, 278]
    assert all((row.x(), row.width(), row.height()) == (16, 184, 56) for row in rows)


def test_a_narrow_one_has_its_words_below_the_icons_and_cuts_none(navigation: Navigation) -> None:
    navigation.set_narrow(True)
    navigation.show_today(3600 * 2, 100, 100)
    QApplication.processEvents()
    assert navigation.width() == 88
    for row in navigation.buttons.values():
        assert row.sizeHint().width() <= row.width()
        assert min(row.width(), row.height()) >= 44
    for text in navigation.findChildren(Text):
        assert not text.isVisible() or text.minimumSizeHint().width() <= text.width(), text.text()
    navigation.set_narrow(False)
    QApplication.processEvents()
    assert navigation.buttons["log"].y() == 216


@pytest.mark.parametrize("is_narrow", [False, True])
def test_in_a_low_window_today_goes_first_then_the_mark_and_never_a_place(
    navigation: Navigation, *, is_narrow: bool
) -> None:
    navigation.set_narrow(is_narrow)
    navigation.show_today(3600 * 2, 100, 100)
    seen = []
    for height in (800, 400, 340):
        resized(navigation, navigation.width(), height)
        nothing_is_cut(navigation)
        assert all(row.isVisible() for row in navigation.buttons.values())
        seen.append(("Today" in words(navigation), navigation.findChildren(Mark)[0].isVisible()))
    assert seen == [(True, True), (False, True), (False, False)]
    resized(navigation, navigation.width(), 800)
    assert navigation.buttons["explore"].y() == 92
    assert "Today" in words(navigation)


def test_each_place_is_a_radio_button_with_its_name_and_keys(navigation: Navigation) -> None:
    assert [name(row) for row in navigation.buttons.values()] == ["Explore", "Routines", "Log", "Settings"]
    assert {role(row) for row in navigation.buttons.values()} == {QAccessible.Role.RadioButton}
    assert navigation.buttons["settings"].toolTip() == "Ctrl+4"


def test_pressing_a_place_says_where_to_go(navigation: Navigation) -> None:
    asked: list[str] = []
    navigation.chosen.connect(asked.append)
    navigation.show_place("explore")
    assert asked == []
    QTest.mouseClick(navigation.buttons["log"], Qt.MouseButton.LeftButton)
    assert asked == ["log"]
    navigation.buttons["log"].setFocus()
    QTest.keyClick(navigation.buttons["log"], Qt.Key.Key_Down)
    assert asked == ["log", "settings"]


def test_today_is_said_in_plain_numbers(navigation: Navigation) -> None:
    navigation.show_today(18 * 60 + 10, 40, 100)
    assert words(navigation)[-3:] == ["Today", "18\u00a0min", "40 of 100 heel raises"]


def test_where_one_is_shows_in_both_themes(qapp: QApplication, navigation: Navigation) -> None:
    before = qapp.palette()
    dress(qapp, LIGHT)
    navigation.show_place("routines")
    row = navigation.buttons["routines"]
    assert colour_at(row, 100, 6) == LIGHT.pine_soft
    assert colour_at(navigation.buttons["log"], 100, 6) == LIGHT.bg
    dress(qapp, DARK)
    assert colour_at(row, 100, 6) == DARK.pine_soft
    qapp.setPalette(before)


def is_inked(image: QImage, left: int) -> bool:
    """Whether an icon stands in the 26 px from `left`."""
    ground = image.pixelColor(90, 4)
    return any(image.pixelColor(x, y) != ground for x in range(left, left + 26) for y in range(16, 40))


def test_right_to_left_puts_the_icon_on_the_right(navigation: Navigation) -> None:
    row = navigation.buttons["log"]
    assert is_inked(row.grab().toImage(), 17)
    assert not is_inked(row.grab().toImage(), 150)
    row.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert is_inked(row.grab().toImage(), 141)
    assert not is_inked(row.grab().toImage(), 8)


def test_the_windows_icon_is_the_mark(qapp: QApplication) -> None:
    before = qapp.palette()
    dress(qapp, LIGHT)
    icon = mark_icon().pixmap(128, 128).toImage()
    assert icon.pixelColor(64, 64).name().upper() == LIGHT.ember
    assert icon.pixelColor(1, 1).alpha() == 0
    qapp.setPalette(before)
