"""The line of the search field: one types in it, and some keys walk what was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from acutimer.ui.kit.focus import focus_came, focus_went
from acutimer.ui.kit.fonts import font

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent

PAGE_ROWS = 7
WALKS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: PAGE_ROWS, Qt.Key.Key_PageUp: -PAGE_ROWS}
ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
TAKEN = (*WALKS, *ENTERS, Qt.Key.Key_Escape)
# Only the window, or a menu, has the keyboard meanwhile.
AWAY = (
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)


class SearchLine(QLineEdit):
    """A line without a ground of its own in `field`, round which the focus ring goes."""

    walked = Signal(int)
    """So many results down; negative: up."""
    entered = Signal()
    escaped = Signal()
    pressed = Signal()
    """By the mouse."""
    came = Signal()
    """The keyboard is here."""
    went = Signal(bool)
    """The keyboard is elsewhere; False where only the window, or a menu, has it meanwhile."""

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        self._field = field
        self.setFrame(False)
        self.setFont(font(18))
        ground = QPalette()
        ground.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.setPalette(ground)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def outline(self) -> tuple[QRectF, float]:
        """The whole field, not only its line."""
        field = self._field
        return QRectF(field.rect()).translated(-QPointF(self.mapTo(field, self.rect().topLeft()))), field.height() / 2

    def event(self, event: QEvent) -> bool:
        """Keep the keys that walk the results from being anybody's shortcut."""
        if event.type() == QEvent.Type.ShortcutOverride and event.key() in TAKEN:  # type: ignore[attr-defined]
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk the results, open one, leave them, or type."""
        key = Qt.Key(event.key())
        if key in WALKS:
            self.walked.emit(WALKS[key])
        elif key in ENTERS:
            self.entered.emit()
        elif key == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the cursor there, and tell."""
        super().mousePressEvent(event)
        self.pressed.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring if the keyboard brought the focus."""
        super().focusInEvent(event)
        focus_came(self, event)
        self.came.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        focus_went(self)
        self.went.emit(event.reason() not in AWAY)
