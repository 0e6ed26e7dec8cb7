from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from acutimer.ui.log.editing.levels import Levels
from tests.ui.practice import shown


def test_eleven_keys_lie_in_two_rows(qtbot: QtBot) -> None:
    levels = shown(Levels("Discomfort before"), qtbot, 284, 94)
    assert {key.y() for key in levels.keys[:6]} == {0}
    assert len({key.y() for key in levels.keys[6:]}) == 1
    assert levels.keys[6].y() > 40
    assert [key.x() for key in levels.keys[6:]] == [key.x() for key in levels.keys[:5]]
    assert min(key.width() for key in levels.keys) >= 40


def test_digits_and_arrows_work_as_in_one_row(qtbot: QtBot) -> None:
    levels = shown(Levels("Discomfort before"), qtbot, 284, 94)
    levels.keys[0].setFocus()
    QTest.keyClicks(levels.keys[0], "4")
    assert levels.value == 4
    QTest.keyClick(levels.keys[4], Qt.Key.Key_Minus)
    assert levels.value == 10
    QTest.mouseClick(levels.keys[10], Qt.MouseButton.LeftButton)
    assert levels.value is None
