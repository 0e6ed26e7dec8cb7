"""A press among words: underlined, in an ink of its own."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from acutimer.ui.kit.buttons import Look, paint_shape
from acutimer.ui.kit.fonts import role_font
from acutimer.ui.kit.pressable import Pressable
from acutimer.ui.kit.text import draw_text, text_width
from acutimer.ui.kit.tokens import Tokens, color

INSET_PX = 8  # from its edge to its words
SHAPE_PX = 30


class WordButton(Pressable):
    """Names its result. `ink` is a token; `height` what can be pressed, of which the shape takes 30 px.

    With `inset` 0 its words begin where those above and below it do.
    """

    def __init__(
        self,
        text: str,
        ink: str = "pine",
        height: int = SHAPE_PX,
        inset: int = INSET_PX,
        parent: QWidget | None = None,
    ) -> None:
        self._ink, self._height, self._inset = ink, height, inset
        super().__init__(text, parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def outline(self) -> tuple[QRectF, float]:
        """A softly rounded line, lower than what can be pressed."""
        air = (self.height() - SHAPE_PX) / 2
        return QRectF(self.rect()).adjusted(0, air, 0, -air), 10

    def sizeHint(self) -> QSize:
        """The words, and what is pressed round them."""
        words = text_width(self.text(), role_font("small_strong"))
        return QSize(round(words + 0.5) + 2 * self._inset, self._height)

    def paint(self, painter: QPainter, theme: Tokens) -> None:
        """Paint the words, on a ground of their own under the pointer."""
        rect, radius = self.outline()
        ink = getattr(theme, self._ink)
        if self._inset and (self.is_hot or self.isDown()):
            paint_shape(painter, rect, radius, Look(theme.hover if self.isDown() else theme.surface, ink, ink))
        type_ = role_font("small_strong")
        type_.setUnderline(self._inset > 0 or not self.is_hot)
        middle = Qt.AlignmentFlag.AlignHCenter
        draw_text(painter, rect.center().x(), rect.center().y(), self.text(), type_, color(ink), middle)
