"""The numeric rating scale: 0 to 10, or no answer."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from acutimer.ui.kit.buttons import Look, paint_shape
from acutimer.ui.kit.fonts import font
from acutimer.ui.kit.pressable import Pressable
from acutimer.ui.kit.text import draw_text
from acutimer.ui.kit.tokens import Tokens, color

TOP = 10
GAP_PX = 6
HEIGHT_PX = 56
KEY_PX = 40
RADIUS_PX = 14


class ScaleKey(Pressable):
    """One number of the scale: a real radio button that can be taken back."""

    def __init__(self, level: int, parent: QWidget) -> None:
        super().__init__(str(level), parent)
        self.setCheckable(True)
        self.setAutoExclusive(True)

    def outline(self) -> tuple[QRectF, float]:
        """A softly rounded key."""
        return QRectF(self.rect()), RADIUS_PX

    def sizeHint(self) -> QSize:
        """Eleven of them and their gaps fit a card 592 wide."""
        return QSize(KEY_PX, HEIGHT_PX)

    def paint(self, painter: QPainter, theme: Tokens) -> None:
        """Paint the key, solid when chosen."""
        chosen = self.isChecked()
        if not self.isEnabled():
            look = Look(theme.inset, theme.ink3)
        elif chosen:
            look = Look(theme.pine_hover if self.is_hot else theme.pine, theme.on_pine)
        else:
            look = Look(theme.hover if self.is_hot or self.isDown() else theme.inset, theme.ink2)
        rect, radius = self.outline()
        paint_shape(painter, rect, radius, look)
        type_ = font(20, 650 if chosen else 500, tabular=True)
        middle = rect.center()
        draw_text(painter, middle.x(), middle.y(), self.text(), type_, color(look.ink), Qt.AlignmentFlag.AlignHCenter)


class Scale(QWidget):
    """Eleven keys; `name` says what is rated. 0 to 9, minus for 10, arrows move, the same key again takes it back."""

    changed = Signal(object)
    """The level the user gave, or None when they took it back; setting it by `set_value` says nothing."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP_PX)
        self._value: int | None = None
        self.keys = tuple(ScaleKey(level, self) for level in range(TOP + 1))
        for level, key in enumerate(self.keys):
            key.setAccessibleDescription(name)
            key.clicked.connect(lambda _checked=False, level=level: self._choose(level))
            layout.addWidget(key, 1)

    @property
    def value(self) -> int | None:
        """The level, 0 to 10, or None."""
        return self._value

    def set_value(self, value: int | None) -> None:
        """Show a level, or none, without saying so."""
        self._value = value
        for level, key in enumerate(self.keys):
            key.setAutoExclusive(False)  # Qt keeps one of an exclusive group chosen
            key.setChecked(level == value)
            key.setAutoExclusive(True)

    def _choose(self, level: int) -> None:
        self.set_value(None if level == self._value else level)
        self.changed.emit(self._value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits choose."""
        text = event.text()
        level = TOP if text == "-" else int(text) if text.isascii() and text.isdigit() else None
        if level is None:
            super().keyPressEvent(event)
            return
        self.keys[level].setFocus(Qt.FocusReason.TabFocusReason)
        if level != self._value:
            self._choose(level)
