"""One thing that can be put into a routine, to be pressed."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from acutimer.ui.editor.adding.entries import Entry
from acutimer.ui.kit.buttons import CHOSEN_PX, Look, paint_shape
from acutimer.ui.kit.fonts import ROLES, font, role_font
from acutimer.ui.kit.icons import paint_icon
from acutimer.ui.kit.pressable import Pressable
from acutimer.ui.kit.text import draw_text, lines_of, text_width
from acutimer.ui.kit.tokens import Tokens, color

LEAST_PX = 60
NAME_PX = ROLES["strong"].line_px
LINE_PX = ROLES["small"].line_px
RADIUS_PX = 16.0
PADDING_PX = 12
NAME_X_PX = 104
AIR_PX = 13
BADGE_PX = (22, 30)
"""How much wider than its code a badge is, and how high."""
ICON_PX = 24
SIGN_PX = 20


class AddRow(Pressable):
    """The keyboard stays in the search, so it takes no focus; `is_current` says that Enter would choose it.

    What cannot be chosen keeps its row, greyed, with the reason in it.
    """

    def __init__(self, entry: Entry, parent: QWidget | None = None) -> None:
        self.entry = entry
        self._is_current = False
        super().__init__(entry.name, parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(entry.spoken)
        if entry.refusal:
            self.setEnabled(False)
            self.setCursor(Qt.CursorShape.ArrowCursor)

    @property
    def is_current(self) -> bool:
        """Whether Enter chooses it."""
        return self._is_current

    def show_current(self, is_current: bool) -> None:
        """Be what Enter chooses, or not."""
        if is_current != self._is_current:
            self._is_current = is_current
            self.update()

    def height_for(self, width: int) -> int:
        """How high it is in a list `width` px wide: name and detail wrap."""
        names, details = self._lines(width)
        return max(LEAST_PX, len(names) * NAME_PX + len(details) * LINE_PX + AIR_PX)

    def outline(self) -> tuple[QRectF, float]:
        """A softly rounded rectangle."""
        return QRectF(self.rect()), RADIUS_PX

    def sizeHint(self) -> QSize:
        """As high as two lines; the list gives it its width."""
        return QSize(NAME_X_PX + 160, LEAST_PX)

    def _lines(self, width: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
        room = width - NAME_X_PX - PADDING_PX - (0 if self.entry.refusal else SIGN_PX + 8)
        told = self.entry.refusal or self.entry.detail
        return lines_of(self.entry.name, role_font("strong"), room), lines_of(told, role_font("small"), room)

    def paint(self, painter: QPainter, theme: Tokens) -> None:
        """Paint the row; at its end a plus, for what a press does."""
        rect, is_refused = QRectF(self.rect()), bool(self.entry.refusal)
        if self._is_current:
            paint_shape(painter, rect, RADIUS_PX, Look(theme.pine_soft, theme.ink, theme.pine, CHOSEN_PX))
        elif self.is_hot or self.isDown():
            paint_shape(painter, rect, RADIUS_PX, Look(theme.hover, theme.ink))
        mirrored = self.isRightToLeft()
        start, away = (rect.right(), -1) if mirrored else (0.0, 1)
        align = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        names, details = self._lines(self.width())
        y = (rect.height() - len(names) * NAME_PX - len(details) * LINE_PX) / 2
        ink = color(theme.ink3 if is_refused else theme.ink)
        for line in names:
            draw_text(painter, start + away * NAME_X_PX, y + NAME_PX / 2, line, role_font("strong"), ink, align)
            y += NAME_PX
        for line in details:
            small = color(theme.ink2)
            draw_text(painter, start + away * NAME_X_PX, y + LINE_PX / 2, line, role_font("small"), small, align)
            y += LINE_PX
        self._paint_mark(painter, theme, start, away)
        if not is_refused:
            at = QPointF(rect.right() - start - away * (PADDING_PX + SIGN_PX / 2), rect.center().y())
            if mirrored:
                at.setX(PADDING_PX + SIGN_PX / 2)
            paint_icon(painter, "plus", at, SIGN_PX, color(theme.pine if self._is_current else theme.ink3), 2)

    def _paint_mark(self, painter: QPainter, theme: Tokens, start: float, away: int) -> None:
        """Paint the badge with the code, or the icon, before the words."""
        middle, is_refused = self.height() / 2, bool(self.entry.refusal)
        if not self.entry.code:
            at = QPointF(start + away * (PADDING_PX + ICON_PX), middle)
            paint_icon(painter, self.entry.icon, at, ICON_PX, color(theme.ink3 if is_refused else theme.ink2))
            return
        type_, (wider, height) = font(17, 700), BADGE_PX
        width = text_width(self.entry.code, type_) + wider
        x = start + away * PADDING_PX - (width if away < 0 else 0)
        badge = QRectF(x, middle - height / 2, width, height)
        look = Look("", theme.ink3, theme.line) if is_refused else Look(theme.ember_soft, theme.ember_ink)
        paint_shape(painter, badge, 10, look)
        centre = Qt.AlignmentFlag.AlignHCenter
        draw_text(painter, badge.center().x(), middle, self.entry.code, type_, color(look.ink), centre)
