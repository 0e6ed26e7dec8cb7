"""One step of finding a point, as a row: its number and its words, the names in them standing out."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from acutimer.ui.kit.fonts import font
from acutimer.ui.kit.layout import row
from acutimer.ui.kit.marked import MarkedText
from acutimer.ui.kit.text import draw_text
from acutimer.ui.kit.tokens import color, tokens

DISC_PX = 24
RADIUS_PX = 12
INSET_PX = 8


class FindRow(QWidget):
    """A step. The one that is being shown lies on a pale ground."""

    def __init__(self, number: int, words: str, marks: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = MarkedText(words, marks)
        self._disc = _Disc(number)
        self._is_current = False
        row((self._disc, Qt.AlignmentFlag.AlignTop), 10, (self.words, 1), margins=(INSET_PX, 3), parent=self)

    @property
    def is_current(self) -> bool:
        """Whether it is being shown."""
        return self._is_current

    def show_current(self, is_current: bool) -> None:
        """Lie on the pale ground, or not."""
        self._is_current = is_current
        self._disc.show_current(is_current)
        self.words.set_color("ink" if is_current else "ink2")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground of the step that is being shown."""
        if not self._is_current:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(tokens(self).ember_soft))
        painter.drawRoundedRect(QRectF(self.rect()), RADIUS_PX, RADIUS_PX)
        painter.end()


class _Disc(QWidget):
    """The number of a step."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number, self._is_current = number, False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_current(self, is_current: bool) -> None:
        self._is_current = is_current
        self.update()

    def sizeHint(self) -> QSize:
        """A circle in the first line's height."""
        return QSize(DISC_PX, DISC_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the circle and its number."""
        theme = tokens(self)
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(theme.ember if self._is_current else theme.inset))
        painter.drawEllipse(self.rect())
        ink = color(theme.on_ember if self._is_current else theme.ink2)
        middle = QRectF(self.rect()).center()
        small = font(15, 600, tabular=True)
        draw_text(painter, middle.x(), middle.y(), str(self._number), small, ink, Qt.AlignmentFlag.AlignHCenter)
        painter.end()
