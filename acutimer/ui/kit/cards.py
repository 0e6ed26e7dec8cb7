"""Grounds and marks: panels, hairlines, badges, cautions."""

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from acutimer.ui.kit.buttons import BORDER_PX, Look, paint_shape
from acutimer.ui.kit.fonts import font
from acutimer.ui.kit.text import draw_text, text_width
from acutimer.ui.kit.tokens import Tokens, color, tokens


class Card(QFrame):
    """A rounded ground to lay things out on: a panel, a quiet block on one, a caution, or what lies over a screen."""

    def __init__(
        self,
        kind: Literal["surface", "inset", "caution", "floating"] = "surface",
        radius: float = 24,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kind, self._radius = kind, radius

    def _look(self, theme: Tokens) -> Look:
        if self._kind == "caution":
            return Look(theme.ochre_soft, theme.ochre_ink, theme.ochre_line, BORDER_PX)
        if self._kind == "inset":
            return Look(theme.inset, theme.ink)
        is_over = self._kind == "floating"
        return Look(theme.surface, theme.ink, theme.edge if is_over else theme.card_line, BORDER_PX if is_over else 1.0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_shape(painter, QRectF(self.rect()), self._radius, self._look(tokens(self)))
        painter.end()


class Rule(QWidget):
    """A hairline across, or down."""

    def __init__(self, vertical: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        if vertical:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), color(tokens(self).line))
        painter.end()


class Badge(QLabel):
    """A short mark beside a heading: a point's code, a kind of knowledge, a state."""

    def __init__(
        self,
        text: str,
        kind: Literal["code", "plain", "pine", "caution"] = "plain",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._kind = kind
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(font(17, 700) if kind == "code" else font(15, 500 if kind == "plain" else 600))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def _look(self, theme: Tokens) -> Look:
        match self._kind:
            case "code":
                return Look(theme.ember_soft, theme.ember_ink)
            case "pine":
                return Look(theme.pine_soft, theme.pine)
            case "caution":
                return Look(theme.ochre_soft, theme.ochre_ink)
        return Look(theme.inset, theme.ink2)

    def sizeHint(self) -> QSize:
        """The words and a little room."""
        is_code = self._kind == "code"
        width = text_width(self.text(), self.font())
        return QSize(round(width + 0.5) + (22 if is_code else 20), 30 if is_code else 26)

    def minimumSizeHint(self) -> QSize:
        """Never smaller than its words."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the mark."""
        look = self._look(tokens(self))
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        rect = QRectF(self.rect())
        paint_shape(painter, rect, 10 if self._kind == "code" else 8, look)
        middle = rect.center()
        centre = Qt.AlignmentFlag.AlignHCenter
        draw_text(painter, middle.x(), middle.y(), self.text(), self.font(), color(look.ink), centre)
        painter.end()
