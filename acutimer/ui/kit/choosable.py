"""What a screen reader is told of a button that may be the chosen one."""

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget


class Choosable(QAccessibleWidget):
    """A button that says whether it is the chosen one. Qt alone would call a checkable button a check box."""

    def __init__(self, button: QAbstractButton) -> None:
        super().__init__(button, QAccessible.Role.Button)

    def state(self) -> QAccessible.State:
        """Qt's own, and whether it is chosen."""
        state = super().state()
        button = self.object()
        if isinstance(button, QAbstractButton):  # Qt still asks for it while it takes the button away
            state.checkable = True
            state.checked = button.isChecked()
            state.pressed = button.isDown()
        return state

    def actionNames(self) -> list[str]:
        """Press it, or bring the keyboard to it."""
        return [self.pressAction(), self.setFocusAction()]

    def doAction(self, name: str) -> None:
        """Press it as the user would."""
        button = self.object()
        if name == self.pressAction() and isinstance(button, QAbstractButton):
            button.click()
        else:
            super().doAction(name)
