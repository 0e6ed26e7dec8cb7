"""What can be pressed: the base of every button, chip, row and switch segment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from acutimer.ui.kit.focus import focus_came, focus_went
from acutimer.ui.kit.tokens import Tokens, tokens

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent  # each costs the first frame up to 2 ms


class Pressable(QPushButton):
    """A real button that paints itself: keyboard, name and role come from Qt, looks from `paint`.

    A subclass overrides `paint` and `sizeHint`, and `outline` where its shape is not the whole rectangle with
    round ends. `is_hot` and `isDown()` tell how to paint; the focus ring is drawn outside by itself.
    A checkable one is a check box to a screen reader, one that is also autoExclusive a radio button.
    """

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    @property
    def is_hot(self) -> bool:
        """Whether the pointer is over it and it can be pressed."""
        return self.underMouse() and self.isEnabled()

    def outline(self) -> tuple[QRectF, float]:
        """The visible shape and the radius of its corners: the ring goes round it."""
        return QRectF(self.rect()), self.height() / 2

    def paint(self, painter: QPainter, theme: Tokens) -> None:
        """Paint the control as it is now. `painter` is antialiased."""
        raise NotImplementedError

    def setText(self, text: str) -> None:
        """Set the words as they are to be read: an ampersand is an ampersand."""
        super().setText(text.replace("&", "&&"))
        self.updateGeometry()

    def text(self) -> str:
        """The words as they are read."""
        return super().text().replace("&&", "&")

    def minimumSizeHint(self) -> QSize:
        """Never smaller than its words."""
        return self.sizeHint()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring if the keyboard brought the focus."""
        super().focusInEvent(event)
        focus_came(self, event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        focus_went(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses as well as space."""
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if plain and not event.isAutoRepeat() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press of the mouse takes the ring away even where the focus was here before."""
        focus_went(self)
        super().mousePressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Hand an antialiased painter to `paint`."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        self.paint(painter, tokens(self))
        painter.end()
