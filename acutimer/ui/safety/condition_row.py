"""One thing a person may have, to be ticked."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from acutimer.language.breaking import unbroken
from acutimer.ui.kit.buttons import BORDER_PX, CHOSEN_PX, Look, paint_shape
from acutimer.ui.kit.fonts import ROLES, role_font
from acutimer.ui.kit.icons import paint_icon
from acutimer.ui.kit.pressable import Pressable
from acutimer.ui.kit.text import draw_text, lines_of, text_width
from acutimer.ui.kit.tokens import Tokens, color

RADIUS_PX = 16.0
BOX_PX, BOX_RADIUS_PX = 26.0, 8.0
ACROSS_PX, DOWN_PX, GAP_PX = 14, 11, 14
NAME_PX, HINT_PX = ROLES["strong"].line_px, ROLES["small"].line_px
COMFORTABLE_PX = 340


class ConditionRow(Pressable):
    """A box to tick, a name and a hint below it, both in as many lines as they need. It is a check box."""

    def __init__(self, name: str, hint: str, parent: QWidget | None = None) -> None:
        self._hint = hint
        super().__init__(name, parent)
        self.setCheckable(True)
        self.setAccessibleDescription(hint)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def outline(self) -> tuple[QRectF, float]:
        """A softly rounded block."""
        return QRectF(self.rect()), RADIUS_PX

    def hasHeightForWidth(self) -> bool:
        """Name and hint wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Every line of it, and the air above and below."""
        name, hint = self._lines(width)
        return 2 * DOWN_PX + len(name) * NAME_PX + len(hint) * HINT_PX

    def sizeHint(self) -> QSize:
        """As high as it is in a comfortable column."""
        return QSize(COMFORTABLE_PX, self.heightForWidth(COMFORTABLE_PX))

    def minimumSizeHint(self) -> QSize:
        """Never narrower than its longest word."""
        words = [text_width(word, role_font("strong")) for word in unbroken(self.text())]
        words += [text_width(word, role_font("small")) for word in unbroken(self._hint)]
        return QSize(round(max(words, default=0.0) + 1.5 + BOX_PX) + GAP_PX + 2 * ACROSS_PX, 2 * DOWN_PX + NAME_PX)

    def _lines(self, width: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
        room = width - round(BOX_PX) - GAP_PX - 2 * ACROSS_PX
        hint = lines_of(self._hint, role_font("small"), room) if self._hint else ()
        return lines_of(self.text(), role_font("strong"), room), hint

    def paint(self, painter: QPainter, theme: Tokens) -> None:
        """Paint the block, the box and the words beside it."""
        is_on, mirrored = self.isChecked(), self.isRightToLeft()
        rect, radius = self.outline()
        ground = theme.line if self.isDown() else theme.hover if self.is_hot else theme.inset
        look = Look(theme.pine_soft, theme.ink, theme.pine, CHOSEN_PX) if is_on else Look(ground, theme.ink)
        paint_shape(painter, rect, radius, look)
        name, hint = self._lines(self.width())
        top = (rect.height() - len(name) * NAME_PX - len(hint) * HINT_PX) / 2
        middle = rect.center().y()
        x = rect.width() - ACROSS_PX - BOX_PX if mirrored else ACROSS_PX
        box = QRectF(x, middle - BOX_PX / 2, BOX_PX, BOX_PX)
        if is_on:
            paint_shape(painter, box, BOX_RADIUS_PX, Look(theme.pine, theme.on_pine))
            paint_icon(painter, "check", QPointF(box.center()), 20, color(theme.on_pine), 2.4)
        else:
            paint_shape(painter, box, BOX_RADIUS_PX, Look(theme.control, theme.ink, theme.edge, BORDER_PX + 0.25))
        start = box.left() - GAP_PX if mirrored else box.right() + GAP_PX
        align = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        for line in name:
            draw_text(painter, start, top + NAME_PX / 2, line, role_font("strong"), color(theme.ink), align)
            top += NAME_PX
        for line in hint:
            draw_text(painter, start, top + HINT_PX / 2, line, role_font("small"), color(theme.ink2), align)
            top += HINT_PX
