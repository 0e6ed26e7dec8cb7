from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from acutimer.ui.kit.fold import Fold
from tests.ui.practice import shown


def test_a_fold_says_whether_it_is_open_and_how_much_lies_inside(qtbot: QtBot) -> None:
    fold = shown(Fold("Every phase"), qtbot, 300, 44)
    fold.set_detail("13")
    assert fold.accessibleDescription() == "13, closed"
    QTest.keyClick(fold, Qt.Key.Key_Return)
    assert fold.isChecked()
    assert fold.accessibleDescription() == "13, open"
    QTest.mouseClick(fold, Qt.MouseButton.LeftButton)
    assert not fold.isChecked()


def test_a_fold_is_large_enough_to_hit_and_for_its_words(qtbot: QtBot) -> None:
    fold = shown(Fold("Every phase"), qtbot, 300, 44)
    narrow = fold.sizeHint().width()
    fold.set_detail("130")
    assert fold.sizeHint().width() > narrow
    assert fold.sizeHint().height() >= 44
