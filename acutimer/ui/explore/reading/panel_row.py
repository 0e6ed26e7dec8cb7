"""Rows one presses in a panel: a point with its place in words, a routine with its length."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QEnterEvent, QPainter, QTextLayout
from PySide6.QtWidgets import QSizePolicy, QWidget

from acutimer.language.breaking import unbroken
from acutimer.language.joining import listed
from acutimer.ui.kit.buttons import BORDER_PX, CHOSEN_PX, Look, paint_shape
from acutimer.ui.kit.fonts import ROLES, font, role_font
from acutimer.ui.kit.icons import paint_icon
from acutimer.ui.kit.pressable import Pressable
from acutimer.ui.kit.text import draw_text, lines_of, text_width
from acutimer.ui.kit.tokens import Tokens, color

LEAST_PX = 64
NAME_PX = ROLES["strong"].line_px
LINE_PX = ROLES["small"].line_px
BADGE_PX = 78
PADDING_PX = 16
ICON_PX = 36
RADIUS_PX = 18.0


class PanelRow(Pressable):
    """A name, words below it that wrap, and before them a point's code or an icon. `note` is a line of its own."""

    pointed = Signal(bool)
    """The pointer came, or went."""

    def __init__(
        self, name: str, detail: str, *, code: str = "", icon: str = "", note: str = "", parent: QWidget | None = None
    ) -> None:
        self._detail, self._code, self._icon, self._note = detail, code, icon, note
        self._is_near, self._elsewhere = False, ""
        super().__init__(name, parent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._name_it()

    @property
    def is_near(self) -> bool:
        """Whether the pointer is over the point's marker."""
        return self._is_near

    def show_near(self, is_near: bool) -> None:
        """Look pointed at, as the point's marker does."""
        if is_near != self._is_near:
            self._is_near = is_near
            self.update()

    @property
    def elsewhere(self) -> str:
        """Where the point is to be seen, in words; empty where it is seen now."""
        return self._elsewhere

    def show_elsewhere(self, words: str) -> None:
        """Step back, and say in a line of its own where the point is to be seen; empty: it is seen now."""
        if words != self._elsewhere:
            self._elsewhere = words
            self._name_it()
            self.updateGeometry()
            self.update()

    def outline(self) -> tuple[QRectF, float]:
        """A softly rounded rectangle."""
        return QRectF(self.rect()), RADIUS_PX

    @property
    def _before_px(self) -> int:
        return PADDING_PX + (BADGE_PX if self._code else ICON_PX if self._icon else 0)

    def _name_it(self) -> None:
        """Tell a screen reader everything that stands here."""
        self.setAccessibleName(listed((self._code, self.text(), self._detail, self._note, self._elsewhere)))

    def _lines(self, width: float) -> QTextLayout:
        """The words below the name, broken for a row of `width` px."""
        below = "\u2028".join(part for part in (self._detail, self._note, self._elsewhere) if part)
        layout = QTextLayout(below, role_font("small"))
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(40.0, width - self._before_px - ICON_PX))
        layout.endLayout()
        return layout

    def hasHeightForWidth(self) -> bool:
        """The words below wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Every line of the name, and every line below it."""
        names = len(self._name_lines(width)) * NAME_PX
        return max(LEAST_PX, names + self._lines(width).lineCount() * LINE_PX + 18)

    def _name_lines(self, width: float) -> tuple[str, ...]:
        return lines_of(self.text(), role_font("strong"), round(width) - self._before_px - ICON_PX) or ("",)

    def sizeHint(self) -> QSize:
        """A comfortable column."""
        return QSize(320, self.heightForWidth(320))

    def minimumSizeHint(self) -> QSize:
        """Never narrower than the longest word of the name."""
        name = max((text_width(word, role_font("strong")) for word in unbroken(self.text())), default=0.0)
        return QSize(round(name + 0.5) + self._before_px + ICON_PX, LEAST_PX)

    def paint(self, painter: QPainter, theme: Tokens) -> None:
        """Paint the row."""
        rect = QRectF(self.rect())
        is_lit = self.is_hot or self._is_near or self.isDown()
        rest = Look("", theme.ink, theme.line, BORDER_PX) if self._elsewhere else Look(theme.inset, theme.ink)
        paint_shape(painter, rect, RADIUS_PX, Look(theme.hover, theme.ink) if is_lit else rest)
        strong, badge = (theme.ink2, theme.ink2) if self._elsewhere or self._note else (theme.ink, theme.ember_ink)
        if self._is_near:
            paint_shape(painter, rect, RADIUS_PX, Look(theme.pine_soft, theme.ink, theme.pine, CHOSEN_PX))
        lines = self._lines(rect.width())
        names = self._name_lines(rect.width())
        top = (rect.height() - len(names) * NAME_PX - lines.lineCount() * LINE_PX) / 2
        name_y, x = top + NAME_PX / 2, self._before_px
        if self._code:
            draw_text(painter, PADDING_PX, name_y, self._code, font(17, 700), color(badge))
        elif self._icon:
            paint_icon(painter, self._icon, QPointF(PADDING_PX + 11, rect.center().y()), 22, color(theme.ink2))
        for place, name in enumerate(names):
            draw_text(painter, x, name_y + place * NAME_PX, name, role_font("strong"), color(strong))
        painter.setPen(color(theme.ink2))
        for index in range(lines.lineCount()):
            line = lines.lineAt(index)
            below = top + len(names) * NAME_PX + index * LINE_PX + (LINE_PX - line.height()) / 2
            line.draw(painter, QPointF(x, below - line.y()))
        paint_icon(painter, "right", QPointF(rect.right() - 20, rect.center().y()), 20, color(theme.ink3))

    def enterEvent(self, event: QEnterEvent) -> None:
        """Tell that the pointer came."""
        super().enterEvent(event)
        self.pointed.emit(True)

    def leaveEvent(self, event: QEvent) -> None:
        """Tell that the pointer went."""
        super().leaveEvent(event)
        self.pointed.emit(False)
