"""The button of an area beside the body: its name and how many points wait there."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from acutimer.core.points import Area
from acutimer.language.joining import listed
from acutimer.ui.kit.buttons import CHOSEN_PX, Look, paint_shape
from acutimer.ui.kit.fonts import font, role_font
from acutimer.ui.kit.icons import paint_icon
from acutimer.ui.kit.pressable import Pressable
from acutimer.ui.kit.text import draw_text, text_width
from acutimer.ui.kit.tokens import Tokens, color

HEIGHT_PX, LOW_PX = 54, 44
WIDTH_PX = 172
PADDING_PX = 20
ICON_PX = 44
RADIUS_PX = 18.0


class AreaPill(Pressable):
    """One area. `turns` says that it does not open the area but turns the figure to where the area is.

    A low one shows its name alone; a screen reader is told the rest all the same.
    """

    def __init__(self, area: Area, name: str, parent: QWidget) -> None:
        self._detail = ""
        super().__init__(name, parent)
        self.area = area
        self.turns = False
        self._is_lit = self._is_low = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_detail(self, detail: str, *, turns: bool) -> None:
        """Change the second line."""
        self._detail, self.turns = detail, turns
        self.setAccessibleName(listed((self.text(), detail)))
        self.update()

    def set_low(self, is_low: bool) -> None:
        """Be one line high, or two."""
        self._is_low = is_low
        self.updateGeometry()
        self.update()

    def show_lit(self, is_lit: bool) -> None:
        """Look pointed at, as the skin of the area does."""
        if is_lit != self._is_lit:
            self._is_lit = is_lit
            self.update()

    def outline(self) -> tuple[QRectF, float]:
        """A softly rounded rectangle."""
        return QRectF(self.rect()), RADIUS_PX

    def sizeHint(self) -> QSize:
        """As wide as its words at their heaviest, 172 px at least."""
        words = max(text_width(self.text(), font(18, 600)), text_width(self._detail, role_font("small")))
        return QSize(max(WIDTH_PX, round(words + 0.5) + PADDING_PX + ICON_PX), LOW_PX if self._is_low else HEIGHT_PX)

    def paint(self, painter: QPainter, theme: Tokens) -> None:
        """Paint the pill, its two lines and the arrow."""
        look = Look(theme.control, theme.ink, theme.edge)
        if self._is_lit:
            look = Look(theme.pine_soft, theme.pine, theme.pine, CHOSEN_PX)
        rect = QRectF(self.rect())
        paint_shape(painter, rect, RADIUS_PX, look)
        middle = rect.center().y()
        upper = middle if self._is_low else middle - 11
        draw_text(painter, PADDING_PX, upper, self.text(), font(18, 600), color(look.ink))
        if not self._is_low:
            draw_text(painter, PADDING_PX, middle + 12, self._detail, role_font("small"), color(theme.ink2))
        icon, px = ("turn", 22) if self.turns else ("right", 20)
        ink = color(theme.pine if self._is_lit else theme.ink3)
        paint_icon(painter, icon, QPointF(rect.right() - 24, middle), px, ink)
