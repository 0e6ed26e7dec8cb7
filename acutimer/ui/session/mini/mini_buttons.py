"""What can be pressed on the small window: the round button, and the two that come out under the pointer."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from acutimer.ui.kit.icons import paint_icon
from acutimer.ui.kit.tokens import Tokens, color
from acutimer.ui.session.stage.controls import SessionButton

ROUND_PX, ROUND_ICON_PX = 52, 26.0
QUIET_PX, QUIET_ICON_PX = 34, 18.0


class RoundMini(SessionButton):
    """The one solid button, a circle."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.icon_name = "pause"
        self.setFixedSize(self.sizeHint())

    def show_as(self, icon: str, text: str) -> None:
        """Be another button."""
        if (icon, text) != (self.icon_name, self.text()):
            self.icon_name = icon
            self.setText(text)
            self.setToolTip(text)
            self.update()

    def paint(self, painter: QPainter, theme: Tokens) -> None:
        """Paint circle and icon."""
        middle = QRectF(self.rect()).center()
        fill = theme.pine_pressed if self.isDown() else theme.pine_hover if self.is_hot else theme.pine
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(fill))
        painter.drawEllipse(middle, ROUND_PX / 2, ROUND_PX / 2)
        # A triangle's middle is where its weight is.
        at = middle + QPointF(1, 0) if self.icon_name == "play" else middle
        paint_icon(painter, self.icon_name, at, ROUND_ICON_PX, color(theme.on_pine), 1.9)

    def sizeHint(self) -> QSize:
        """The circle."""
        return QSize(ROUND_PX, ROUND_PX)

    def hitButton(self, pos: QPoint) -> bool:
        """The circle, not its corners."""
        away = QPointF(pos) - QRectF(self.rect()).center()
        return away.x() ** 2 + away.y() ** 2 <= (ROUND_PX / 2) ** 2


class QuietMini(SessionButton):
    """An icon that is seen only while the pointer is over the window or the keyboard walks through it.

    While it is not seen a press goes through it to the window: a finger must not hit what the eye cannot see.
    """

    def __init__(self, icon: str, text: str, tip: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._icon, self._is_seen = icon, False
        self.setToolTip(tip)
        self.setFixedSize(self.sizeHint())

    @property
    def is_seen(self) -> bool:
        """Whether it is painted and can be pressed by the pointer."""
        return self._is_seen

    def let_be_seen(self, *, is_seen: bool) -> None:
        """Come out, or go."""
        if is_seen != self._is_seen:
            self._is_seen = is_seen
            self.update()

    def outline(self) -> tuple[QRectF, float]:
        """A circle round the icon."""
        middle, reach = QRectF(self.rect()).center(), QUIET_PX / 2 - 2
        return QRectF(middle.x() - reach, middle.y() - reach, 2 * reach, 2 * reach), reach

    def paint(self, painter: QPainter, theme: Tokens) -> None:
        """Paint the icon, on a ground under the pointer."""
        if not self._is_seen:
            return
        rect, radius = self.outline()
        if self.is_hot or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color(theme.hover))
            painter.drawEllipse(rect.center(), radius, radius)
        ink = color(theme.ink if self.is_hot else theme.ink2)
        paint_icon(painter, self._icon, rect.center(), QUIET_ICON_PX, ink, 2)

    def sizeHint(self) -> QSize:
        """Room for a finger beside the round button."""
        return QSize(44, QUIET_PX)

    def hitButton(self, pos: QPoint) -> bool:
        """Nothing while it is not seen."""
        return self._is_seen and self.rect().contains(pos)
