"""A key, as it lies on the keyboard."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from acutimer.ui.kit.buttons import Look, paint_shape
from acutimer.ui.kit.fonts import font
from acutimer.ui.kit.text import draw_text, text_width
from acutimer.ui.kit.tokens import color, tokens

HEIGHT_PX, LEAST_PX, RADIUS_PX = 32, 34, 8


class KeyCap(QWidget):
    """Words on a small key. It is read as part of its line."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Never smaller than its words."""
        return QSize(max(LEAST_PX, round(text_width(self._words, font(15, 600)) + 0.5) + 18), HEIGHT_PX)

    def minimumSizeHint(self) -> QSize:
        """Never smaller than its words."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the key."""
        theme = tokens(self)
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        rect = QRectF(self.rect())
        paint_shape(painter, rect, RADIUS_PX, Look(theme.inset, theme.ink, theme.edge))
        middle = rect.center()
        centre = Qt.AlignmentFlag.AlignHCenter
        draw_text(painter, middle.x(), middle.y(), self._words, font(15, 600), color(theme.ink), centre)
        painter.end()
