"""On or off."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from acutimer.ui.kit.buttons import Look, paint_shape
from acutimer.ui.kit.fonts import font
from acutimer.ui.kit.icons import paint_icon
from acutimer.ui.kit.pressable import Pressable
from acutimer.ui.kit.text import draw_text, text_width
from acutimer.ui.kit.tokens import Tokens, color

TRACK = QSize(56, 32)
KNOB_INSET_PX = 4
HEIGHT_PX = 48


class Toggle(Pressable):
    """A line of words with a switch at its end; on shows a check, too. To a screen reader it is a check box."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setCheckable(True)

    def outline(self) -> tuple[QRectF, float]:
        """The switch, not the words."""
        left = 0 if self.isRightToLeft() else self.width() - TRACK.width()
        top = (self.height() - TRACK.height()) / 2
        return QRectF(left, top, TRACK.width(), TRACK.height()), TRACK.height() / 2

    def sizeHint(self) -> QSize:
        """Words, a gap, the switch."""
        words = round(text_width(self.text(), font(17, 450)) + 0.5)
        return QSize(words + (16 if words else 0) + TRACK.width(), HEIGHT_PX)

    def paint(self, painter: QPainter, theme: Tokens) -> None:
        """Paint the words and the switch."""
        on, enabled, mirrored = self.isChecked(), self.isEnabled(), self.isRightToLeft()
        rect, radius = self.outline()
        edge, align = (self.width(), Qt.AlignmentFlag.AlignRight) if mirrored else (0, Qt.AlignmentFlag.AlignLeft)
        ink = color(theme.ink if enabled else theme.ink3)
        draw_text(painter, edge, rect.center().y(), self.text(), font(17, 450), ink, align)
        if on:
            look = Look(theme.pine_hover if self.is_hot else theme.pine, theme.pine)
        else:
            look = Look(theme.hover if self.is_hot else theme.track, theme.edge, theme.edge)
        if not enabled:
            look = Look(theme.hover, theme.line, theme.line)
        paint_shape(painter, rect, radius, look)
        knob = radius - KNOB_INSET_PX
        at_end = on != mirrored
        x = rect.right() - radius if at_end else rect.left() + radius
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(theme.ink3 if not enabled else theme.on_pine if on else theme.edge))
        painter.drawEllipse(QPointF(x, rect.center().y()), knob, knob)
        if on:
            mark = color(theme.pine if enabled else theme.hover)
            paint_icon(painter, "check", QPointF(x, rect.center().y()), 18, mark, 2.4)
