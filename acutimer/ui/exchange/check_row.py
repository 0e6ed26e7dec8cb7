"""A line that can be chosen together with others: a box with a check, words, and how long it is."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from acutimer.language.joining import listed
from acutimer.ui.kit.buttons import BORDER_PX, CHOSEN_PX, Look, paint_shape
from acutimer.ui.kit.fonts import font
from acutimer.ui.kit.icons import paint_icon
from acutimer.ui.kit.pressable import Pressable
from acutimer.ui.kit.text import draw_text, lines_of, text_width
from acutimer.ui.kit.tokens import Tokens, color

HEIGHT_PX = 48
LINE_PX = 24
BOX_PX, BOX_RADIUS_PX = 24, 7
INSET_PX = 10
GAP_PX = 14
RADIUS_PX = 14
LEAST_NAME_PX = 120


class CheckRow(Pressable):
    """A check box. `detail` stands at its end."""

    def __init__(self, text: str, detail: str, parent: QWidget | None = None) -> None:
        self._detail = detail
        super().__init__(text, parent)
        self.setCheckable(True)
        self.setAccessibleName(listed((text, detail)))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def outline(self) -> tuple[QRectF, float]:
        """A softly rounded line."""
        return QRectF(self.rect()), RADIUS_PX

    @property
    def _around_px(self) -> float:
        """All that is not the name."""
        return 2 * INSET_PX + BOX_PX + 2 * GAP_PX + text_width(self._detail, font(17, 450, tabular=True))

    def _lines(self, width: float) -> tuple[str, ...]:
        return lines_of(self.text(), font(17, 500), round(width - self._around_px)) or ("",)

    def sizeHint(self) -> QSize:
        """Box, words and detail; long words break."""
        words = min(text_width(self.text(), font(17, 500)), LEAST_NAME_PX)
        width = round(words + self._around_px + 0.5)
        return QSize(width, self.heightForWidth(max(width, self.width())))

    def minimumSizeHint(self) -> QSize:
        """Never narrower than that."""
        return QSize(self.sizeHint().width(), HEIGHT_PX)

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """One line more for each that the words need."""
        return HEIGHT_PX + (len(self._lines(width)) - 1) * LINE_PX

    def paint(self, painter: QPainter, theme: Tokens) -> None:
        """Box and words at the start, the detail at the end."""
        rect, radius = self.outline()
        if self.is_hot or self.isDown():
            paint_shape(painter, rect, radius, Look(theme.line if self.isDown() else theme.hover, theme.ink))
        mirrored, middle = self.isRightToLeft(), rect.center().y()
        away = -1 if mirrored else 1
        start, end = (rect.right() - INSET_PX, rect.left() + INSET_PX)
        if not mirrored:
            start, end = (rect.left() + INSET_PX, rect.right() - INSET_PX)
        box = QRectF(0, 0, BOX_PX, BOX_PX)
        box.moveCenter(QPointF(start + away * BOX_PX / 2, middle))
        chosen = Look(theme.pine_soft, theme.pine, theme.pine, CHOSEN_PX)
        open_ = Look(theme.control, theme.ink, theme.edge, BORDER_PX)
        paint_shape(painter, box, BOX_RADIUS_PX, chosen if self.isChecked() else open_)
        if self.isChecked():
            paint_icon(painter, "check", box.center(), 18, color(theme.pine), 2.4)
        at_start, at_end = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        if mirrored:
            at_start, at_end = at_end, at_start
        lines = self._lines(rect.width())
        y = middle - (len(lines) - 1) * LINE_PX / 2
        for line in lines:
            draw_text(painter, start + away * (BOX_PX + GAP_PX), y, line, font(17, 500), color(theme.ink), at_start)
            y += LINE_PX
        draw_text(painter, end, middle, self._detail, font(17, 450, tabular=True), color(theme.ink2), at_end)
