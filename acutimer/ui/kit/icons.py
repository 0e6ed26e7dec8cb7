"""One-colour pictures on a 24 grid, from resources/icons, drawn sharp at every size and scale factor."""

import math

from PySide6.QtCore import QByteArray, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from acutimer import paths
from acutimer.ui.kit.tokens import color, tokens

STROKE = 1.75


def towards(name: str, *, is_mirrored: bool) -> str:
    """The icon that points the same way for those who read: on a mirrored screen on and back change places."""
    return {"left": "right", "right": "left"}.get(name, name) if is_mirrored else name


def paint_icon(  # noqa: PLR0917  where, what, how large, how: in the order of QPainter's own
    painter: QPainter, name: str, center: QPointF, px: float, color: QColor, stroke: float = STROKE
) -> None:
    """Paint resources/icons/NAME.svg, `px` wide, its lines `stroke` on the 24 grid."""
    to_device = painter.deviceTransform()
    ratio = round(math.hypot(to_device.m11(), to_device.m12()), 3)
    drawn = _pixmap(name, px, color, ratio, stroke)
    where = QPointF(center.x() - px / 2, center.y() - px / 2)
    painter.drawPixmap(where, drawn)


def _pixmap(name: str, px: float, colour: QColor, ratio: float, stroke: float) -> QPixmap:
    key = f"acutimer {name} {px} {colour.name(QColor.NameFormat.HexArgb)} {ratio} {stroke}"
    drawn = QPixmap()
    if QPixmapCache.find(key, drawn):
        return drawn
    text = (paths.resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    text = text.replace("currentColor", colour.name()).replace(f'stroke-width="{STROKE}"', f'stroke-width="{stroke}"')
    side = round(px * ratio)
    drawn = QPixmap(side, side)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setOpacity(colour.alphaF())
    QSvgRenderer(QByteArray(text.encode())).render(painter, QRectF(0, 0, side, side))
    painter.end()
    drawn.setDevicePixelRatio(ratio)
    QPixmapCache.insert(key, drawn)
    return drawn


class Icon(QWidget):
    """A picture beside words that say the same; nothing for a screen reader. `color` names a token."""

    def __init__(
        self, name: str, px: int = 22, color: str = "ink2", stroke: float = STROKE, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.name, self.px, self.color_name, self.stroke = name, px, color, stroke
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_icon(self, name: str, color: str | None = None) -> None:
        """Change the picture, and its colour if given."""
        self.name, self.color_name = name, color or self.color_name
        self.update()

    def sizeHint(self) -> QSize:
        """As large as the picture."""
        return QSize(self.px, self.px)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture in the middle."""
        painter = QPainter(self)
        colour = color(getattr(tokens(self), self.color_name))
        paint_icon(painter, self.name, QRectF(self.rect()).center(), self.px, colour, self.stroke)
        painter.end()
