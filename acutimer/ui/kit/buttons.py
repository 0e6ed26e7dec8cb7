"""Buttons: one solid primary a screen; the others tinted, outlined or bare."""

from typing import Literal, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from acutimer.ui.kit.fonts import font
from acutimer.ui.kit.icons import paint_icon, towards
from acutimer.ui.kit.pressable import Pressable
from acutimer.ui.kit.text import draw_text, text_width
from acutimer.ui.kit.tips import set_tip
from acutimer.ui.kit.tokens import Tokens, color, tokens

Kind = Literal["primary", "secondary", "ghost", "quiet"]

BORDER_PX = 1.25
CHOSEN_PX = 2.0
GAP_PX = 10
LEAST_PX = 44


class Look(NamedTuple):
    """What one state of a control is painted with; an empty ground or border is not painted."""

    ground: str
    ink: str
    border: str = ""
    border_px: float = BORDER_PX


def look_of(button: Pressable, kind: Kind, theme: Tokens) -> Look:
    """How a button of a kind looks now."""
    pressed, hot = button.isDown(), button.is_hot
    if not button.isEnabled():
        return Look(theme.hover if kind in ("primary", "secondary") else "", theme.ink3)
    match kind:
        case "primary":
            return Look(theme.pine_pressed if pressed else theme.pine_hover if hot else theme.pine, theme.on_pine)
        case "secondary":
            return Look(theme.pine_soft_hover if pressed or hot else theme.pine_soft, theme.pine)
        case "ghost":
            return Look(theme.line if pressed else theme.hover if hot else "", theme.ink, theme.edge)
    return Look(theme.line if pressed else theme.hover if hot else "", theme.ink2)


def strong(look: Look, theme: Tokens) -> Look:
    """In high contrast every border is 2 px at least, and what was told by a soft fill is told by one.

    What is chosen has one of 4 px, so that its colour is not the only sign.
    """
    if not theme.is_contrast:
        return look
    is_bare = not look.border and look.ground in (theme.bg, theme.hover)
    border = theme.edge if is_bare else look.border
    is_chosen = border == theme.pine != look.ground and look.border_px >= CHOSEN_PX
    return look._replace(border=border, border_px=max(look.border_px, 2 * CHOSEN_PX if is_chosen else CHOSEN_PX))


def paint_shape(painter: QPainter, rect: QRectF, radius: float, look: Look) -> None:
    """Paint a ground and its border, the border wholly inside `rect`; in high contrast a `strong` one."""
    device = painter.device()
    if isinstance(device, QWidget):
        look = strong(look, tokens(device))
    if look.ground:
        painter.setPen(QPen(color(look.ground), 0.5))
        painter.setBrush(color(look.ground))
        painter.drawRoundedRect(rect.adjusted(0.25, 0.25, -0.25, -0.25), radius, radius)
    if look.border:
        inset = look.border_px / 2
        painter.setPen(QPen(color(look.border), look.border_px))
        painter.setBrush(color(look.ground) if look.ground else color("#000000", 0.0))
        painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius - inset, radius - inset)


class Button(Pressable):
    """A verb that names its result. `detail` stands after it in a lighter weight ("Press now  3 min")."""

    def __init__(
        self,
        text: str,
        kind: Kind = "secondary",
        icon: str | None = None,
        detail: str = "",
        height: int = 52,
        *,
        parent: QWidget | None = None,
    ) -> None:
        self._kind, self._icon, self._detail, self._height = kind, icon, detail, height
        self._is_bare = False
        super().__init__(text, parent)
        self.setAccessibleDescription(detail)

    def set_kind(self, kind: Kind) -> None:
        """Become another kind."""
        self._kind = kind
        self.update()

    def set_detail(self, detail: str) -> None:
        """Change what stands after the words."""
        self._detail = detail
        self.setAccessibleDescription(detail)
        self.updateGeometry()
        self.update()

    def set_bare(self, is_bare: bool) -> None:
        """Show the icon alone, where room is scarce; a screen reader and the tooltip still have the words."""
        if is_bare != self._is_bare:
            self._is_bare = is_bare
            self.updateGeometry()
            self.update()

    def set_icon(self, icon: str | None) -> None:
        """Change the icon before the words."""
        self._icon = icon
        self.updateGeometry()
        self.update()

    @property
    def _px(self) -> int:
        return 20 if self._height >= 64 else 18 if self._height >= 56 else 17

    @property
    def _icon_px(self) -> int:
        return 26 if self._height >= 64 else 22 if self._kind == "primary" else 20

    @property
    def _padding(self) -> int:
        return 28 if self._height >= 64 else 24 if self._kind == "primary" else 20

    def _content_width(self, *, is_bare: bool) -> float:
        if is_bare:
            return self._icon_px
        weight = 500 if self._kind in ("ghost", "quiet") else 600
        width = text_width(self.text(), font(self._px, weight))
        width += self._icon_px + GAP_PX if self._icon else 0
        return width + (GAP_PX + text_width(self._detail, font(self._px, 450, tabular=True)) if self._detail else 0)

    def width_px(self, *, is_bare: bool) -> int:
        """How wide it would be with its icon alone, or with its words; nothing about it changes."""
        padding = (self._height - self._icon_px) // 2 if is_bare else self._padding
        return max(LEAST_PX, round(self._content_width(is_bare=is_bare) + 0.5) + 2 * padding)

    def sizeHint(self) -> QSize:
        """Icon, words and detail, never cut."""
        return QSize(self.width_px(is_bare=self._is_bare), self._height)

    def paint(self, painter: QPainter, theme: Tokens) -> None:
        """Paint ground, icon, words and detail on one middle line."""
        look = look_of(self, self._kind, theme)
        rect = QRectF(self.rect())
        paint_shape(painter, rect, rect.height() / 2, look)
        ink = color(look.ink)
        x, y = (rect.width() - self._content_width(is_bare=self._is_bare)) / 2, rect.center().y()
        if self._icon:
            paint_icon(painter, self._icon, QPointF(x + self._icon_px / 2, y), self._icon_px, ink, 1.9)
            x += self._icon_px + GAP_PX
        if self._is_bare:
            return
        weight = 500 if self._kind in ("ghost", "quiet") else 600
        x += draw_text(painter, x, y, self.text(), font(self._px, weight), ink) + GAP_PX
        if self._detail:
            draw_text(painter, x, y, self._detail, font(self._px, 450, tabular=True), ink)


class IconButton(Pressable):
    """A round button with an icon alone; `name` is what a screen reader says and the tooltip shows."""

    def __init__(
        self, name: str, icon: str, size: int = 44, kind: Kind = "quiet", parent: QWidget | None = None
    ) -> None:
        self._icon, self._size, self._kind = icon, max(size, LEAST_PX), kind
        super().__init__("", parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_name(name)

    def set_name(self, name: str) -> None:
        """Change what it is called."""
        self.setAccessibleName(name)
        set_tip(self, name)

    def set_icon(self, icon: str) -> None:
        """Change the icon."""
        self._icon = icon
        self.update()

    def sizeHint(self) -> QSize:
        """A circle."""
        return QSize(self._size, self._size)

    def paint(self, painter: QPainter, theme: Tokens) -> None:
        """Paint the circle and its icon."""
        look = look_of(self, self._kind, theme)
        rect = QRectF(self.rect())
        paint_shape(painter, rect, rect.height() / 2, look)
        px = 22 if self._size < 52 else 26 if self._size < 64 else 30
        icon = towards(self._icon, is_mirrored=self.isRightToLeft())
        paint_icon(painter, icon, rect.center(), px, color(look.ink), 1.6 if px > 28 else 1.9)


class Chip(Pressable):
    """A small choice. Checkable, it stays chosen: pine outline on a pale ground."""

    def __init__(self, text: str, checkable: bool = False, height: int = 48, parent: QWidget | None = None) -> None:
        self._height = height
        super().__init__(text, parent)
        self.setCheckable(checkable)

    def sizeHint(self) -> QSize:
        """The words at their heaviest, so that choosing moves nothing."""
        return QSize(max(LEAST_PX, round(text_width(self.text(), font(17, 650)) + 0.5) + 36), self._height)

    def paint(self, painter: QPainter, theme: Tokens) -> None:
        """Paint the pill and its words."""
        chosen = self.isChecked()
        ground = theme.pine_soft if chosen else theme.hover if self.is_hot or self.isDown() else theme.control
        look = Look(ground, theme.pine if chosen else theme.ink, theme.pine if chosen else theme.edge)
        if chosen:
            look = Look(look.ground, look.ink, look.border, CHOSEN_PX)
        if not self.isEnabled():
            look = Look("", theme.ink3, theme.line)
        rect = QRectF(self.rect())
        paint_shape(painter, rect, rect.height() / 2, look)
        type_ = font(17, 650 if chosen else 500)
        middle = rect.center()
        draw_text(painter, middle.x(), middle.y(), self.text(), type_, color(look.ink), Qt.AlignmentFlag.AlignHCenter)
