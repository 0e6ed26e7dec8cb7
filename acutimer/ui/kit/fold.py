"""A heading that opens and closes what lies below it."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from acutimer.language.joining import listed
from acutimer.ui.kit.buttons import Look, paint_shape
from acutimer.ui.kit.fonts import font
from acutimer.ui.kit.icons import paint_icon
from acutimer.ui.kit.pressable import Pressable
from acutimer.ui.kit.text import draw_text, text_width
from acutimer.ui.kit.tokens import Tokens, color

HEIGHT_PX = 44
RADIUS_PX = 14
INSET_PX = 12  # from its edge to its words and to its arrow
ARROW_PX = 20


class Fold(Pressable):
    """Checked is open; an arrow at the end says the same. `detail` is how much lies inside."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        self._detail = ""
        super().__init__(text, parent)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.toggled.connect(lambda _: self._tell())
        self._tell()

    def set_detail(self, detail: str) -> None:
        """Say how much lies inside."""
        self._detail = detail
        self.updateGeometry()
        self._tell()
        self.update()

    def _tell(self) -> None:
        state = self.tr("open") if self.isChecked() else self.tr("closed")
        self.setAccessibleDescription(listed((self._detail, state)))

    def outline(self) -> tuple[QRectF, float]:
        """A softly rounded line."""
        return QRectF(self.rect()), RADIUS_PX

    def sizeHint(self) -> QSize:
        """Words, number and arrow."""
        words = text_width(self.text(), font(17, 600)) + text_width(self._detail, font(15, 450, tabular=True))
        return QSize(round(words) + 3 * INSET_PX + ARROW_PX + 12, HEIGHT_PX)

    def paint(self, painter: QPainter, theme: Tokens) -> None:
        """Words and number at the start, the arrow at the end."""
        rect, radius = self.outline()
        if self.is_hot or self.isDown():
            paint_shape(painter, rect, radius, Look(theme.line if self.isDown() else theme.inset, theme.ink))
        mirrored = self.isRightToLeft()
        start, end = (rect.right() - INSET_PX, INSET_PX) if mirrored else (INSET_PX, rect.right() - INSET_PX)
        away = -1 if mirrored else 1
        at_start = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        middle = rect.center().y()
        words_px = draw_text(painter, start, middle, self.text(), font(17, 600), color(theme.ink), at_start)
        number_x = start + away * (words_px + 10)
        draw_text(painter, number_x, middle, self._detail, font(15, 450, tabular=True), color(theme.ink3), at_start)
        icon = "down" if self.isChecked() else "left" if mirrored else "right"
        arrow = QPointF(end - away * ARROW_PX / 2, middle)
        paint_icon(painter, icon, arrow, ARROW_PX, color(theme.ink2), 2)
