"""The big round buttons at the foot, and the three ways on after being away."""

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from acutimer.language.joining import headed
from acutimer.ui.kit.fonts import font
from acutimer.ui.kit.icons import paint_icon
from acutimer.ui.kit.pressable import Pressable
from acutimer.ui.kit.text import draw_text, text_width
from acutimer.ui.kit.tokens import Tokens, color
from acutimer.ui.session.stage.line import SMALLEST_PX

HEIGHT_PX, NARROWEST_PX = 116, 88
MIDDLE_PX = 44  # the centre of a circle, from the top


class SessionButton(Pressable):
    """A button that leaves the session's keys to the page, and Space and Enter to itself.

    Only Tab brings the focus here: after a click, Space pauses and does not repeat what was clicked.
    """

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.scale = 1.0
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAutoDefault(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it like Space; every other key is the page's."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.click()
        elif event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()


class RoundButton(SessionButton):
    """A circle with an icon, or a few characters such as "+15", and a word below.

    `kind` is "primary", "round", or "quiet" without a circle. `diameter` and the icon's size are px at scale 1.
    """

    def __init__(
        self, icon: str, text: str, kind: str = "round", diameter: int = 68, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self._icon, self._kind, self._diameter = icon, kind, diameter

    def show_as(self, icon: str, text: str, name: str = "") -> None:
        """Be another button; `name` is what it is called where the word alone says too little."""
        if (icon, text) != (self._icon, self.text()) or name != self.accessibleName():
            self._icon = icon
            self.setText(text)
            self.setAccessibleName(name)
            self.update()

    def outline(self) -> tuple[QRectF, float]:
        """The circle; a quiet button's is as large as its icon and word need."""
        if self._kind == "quiet":
            return QRectF(self.rect()).adjusted(6, 38 * self.scale, -6, -2), 16.0
        radius = self._diameter / 2 * self.scale
        middle = self._center()
        return QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius), radius

    def paint(self, painter: QPainter, theme: Tokens) -> None:
        """Paint circle, icon and word."""
        center, radius = self._center(), self._diameter / 2 * self.scale
        ink = color(theme.ink)
        if self._kind == "primary":
            fill = theme.pine_pressed if self.isDown() else theme.pine_hover if self.is_hot else theme.pine
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color(fill))
            painter.drawEllipse(center, radius, radius)
            ink = color(theme.on_pine)
        elif self._kind == "round":
            painter.setPen(QPen(color(theme.edge), 1.5))
            painter.setBrush(color(theme.hover if self.is_hot or self.isDown() else theme.control))
            painter.drawEllipse(center, radius - 1, radius - 1)
        else:
            ink = color(theme.ink if self.is_hot else theme.ink2)
        if self._icon.startswith("+"):
            plus = font(max(SMALLEST_PX, 22 * self.scale), 650)
            draw_text(painter, center.x(), center.y(), self._icon, plus, ink, Qt.AlignmentFlag.AlignHCenter)
        else:
            px = {"primary": 40, "round": 28, "quiet": 28}[self._kind]
            paint_icon(painter, self._icon, center, px * self.scale, ink, 1.9)
        word = color(theme.ink2 if self._kind == "quiet" and not self.is_hot else theme.ink)
        where = 102 * self.scale
        draw_text(painter, center.x(), where, self.text(), self._letters(), word, Qt.AlignmentFlag.AlignHCenter)

    def sizeHint(self) -> QSize:
        """Wide enough for the circle and the word."""
        return QSize(self.width_for(self.text()), round(HEIGHT_PX * self.scale))

    def width_for(self, *words: str) -> int:
        """How wide it must be to bear any of the words."""
        widest = max(text_width(word, self._letters()) for word in words)
        return math.ceil(max(NARROWEST_PX * self.scale, self._diameter * self.scale, widest + 4))

    def _letters(self) -> QFont:
        return font(max(SMALLEST_PX, 17 * self.scale), 500)

    def _center(self) -> QPointF:
        middle = MIDDLE_PX if self._kind != "quiet" else 66
        return QPointF(self.width() / 2, middle * self.scale)


class Choice(SessionButton):
    """A wide button with an icon, what it does and what that means; `primary` is the one most people take."""

    def __init__(self, icon: str, *, primary: bool = False, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._icon, self._is_primary = icon, primary
        self.detail = ""

    def say(self, text: str, detail: str = "", icon: str | None = None) -> None:
        """Set both lines; an empty detail leaves the first one alone in the middle."""
        self.setText(text)
        self.detail = detail
        self._icon = icon or self._icon
        self.setAccessibleName(headed(text, detail))
        self.update()

    def outline(self) -> tuple[QRectF, float]:
        """A soft rectangle."""
        return QRectF(self.rect()), 24 * self.scale

    def paint(self, painter: QPainter, theme: Tokens) -> None:
        """Paint ground, icon and lines."""
        scale = self.scale
        rect = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self._is_primary:
            fill = theme.pine_pressed if self.isDown() else theme.pine_hover if self.is_hot else theme.pine
            painter.setPen(Qt.PenStyle.NoPen)
            ink, ink2 = color(theme.on_pine), color(theme.on_pine)
        else:
            fill = theme.hover if self.is_hot or self.isDown() else theme.control
            painter.setPen(QPen(color(theme.edge), 1.25))
            ink, ink2 = color(theme.ink), color(theme.ink2)
        painter.setBrush(color(fill))
        painter.drawRoundedRect(rect, 24 * scale, 24 * scale)
        middle = rect.center().y()
        paint_icon(painter, self._icon, QPointF(44 * scale, middle), 32 * scale, ink, 1.8)
        above = 14 * scale if self.detail else 0.0
        title = font(max(SMALLEST_PX, 22 * scale), 650)
        draw_text(painter, 84 * scale, middle - above, self.text(), title, ink)
        detail = font(max(SMALLEST_PX, 18 * scale), 450)
        draw_text(painter, 84 * scale, middle + 17 * scale, self.detail, detail, ink2)

    def sizeHint(self) -> QSize:
        """As wide as the words beside the lens."""
        return QSize(round(540 * self.scale), round(88 * self.scale))
