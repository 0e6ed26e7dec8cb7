"""A button that may be the chosen one, as a screen reader hears it."""

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from acutimer.ui.kit.choosable import Choosable
from acutimer.ui.kit.spoken import speak_for_itself
from tests.ui.kit.conftest import Show


class Star(QPushButton):
    """One that Qt by itself would call a check box."""

    def __init__(self) -> None:
        super().__init__("Star")
        self.setCheckable(True)
        speak_for_itself()

    def accessible(self) -> QAccessibleInterface:
        return Choosable(self)


@pytest.fixture
def star(show: Show) -> Star:
    star = Star()
    show(star)
    return star


def test_it_is_a_button_that_says_whether_it_is_chosen(star: Star) -> None:
    interface = QAccessible.queryAccessibleInterface(star)
    assert interface.role() is QAccessible.Role.Button
    assert interface.state().checkable
    assert not interface.state().checked
    star.setChecked(True)
    assert interface.state().checked
    star.setDown(True)
    assert interface.state().pressed
    assert not interface.state().disabled


def test_its_actions_press_it_and_bring_the_keyboard_to_it(star: Star, qtbot: QtBot) -> None:
    actions = QAccessible.queryAccessibleInterface(star).actionInterface()
    assert actions.actionNames() == ["Press", "SetFocus"]
    with qtbot.waitSignal(star.clicked):
        actions.doAction("Press")
    assert not star.hasFocus()
    actions.doAction("SetFocus")
    assert star.hasFocus()
