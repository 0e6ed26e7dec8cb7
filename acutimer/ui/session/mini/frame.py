"""A window without a frame: its ground, where it stands, and how it is dragged there."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMargins, QPoint, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from acutimer.ui.kit.tokens import tokens
from acutimer.ui.preferences_holder import Preferences
from acutimer.ui.session.mini import card
from acutimer.ui.session.mini.composited import is_composited, needs_shadow
from acutimer.ui.session.mini.placing import placed

CARD = QSize(card.WIDTH_PX, card.HEIGHT_PX)


class Frame(QWidget):
    """Stays on top and remembers, in the settings, where it was dragged. `clicked` is a click on its ground."""

    clicked = Signal()

    def __init__(self, preferences: Preferences) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self._preferences = preferences
        self._pressed_at: QPoint | None = None
        self._grip: QPoint | None = None  # where the window is held while nobody else moves it
        self._placed_at: QPoint | None = None
        self._ground: QPixmap | None = None
        is_soft = is_composited()
        margin = card.MARGIN_PX if is_soft and needs_shadow() else 0
        self.corner = QPoint(margin, margin)
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint)
        self.setWindowFlag(Qt.WindowType.NoDropShadowWindowHint, margin > 0)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground, is_soft)
        self.setFixedSize(CARD.grownBy(QMargins(margin, margin, margin, margin)))
        if not is_soft:
            self.setMask(card.hard_shape())

    def place(self, shape: Sequence[int], near: QWidget | None = None) -> None:
        """Stand as it was left: (x, y, width, height) of the card, or nothing: then in the corner near `near`.

        It keeps to the screens there are.
        """
        screen = near.screen() if near is not None else QGuiApplication.primaryScreen()
        rooms = [each.availableGeometry() for each in QGuiApplication.screens()]
        self._placed_at = placed(shape, CARD, rooms, screen.availableGeometry())
        self.move(self._placed_at - self.corner)

    def shape(self) -> tuple[int, int, int, int]:
        """(x, y, width, height) of the card on the screen."""
        at = self.pos() + self.corner
        return (at.x(), at.y(), CARD.width(), CARD.height())

    # -- Qt --------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The ground is pressed: to go back, or to drag the window."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed_at = event.globalPosition().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Let the desktop move the window; where it will not, move along with the pointer."""
        here = event.globalPosition().toPoint()
        if self._grip is not None:
            self.move(here - self._grip)
        elif self._pressed_at is not None:
            way = here - self._pressed_at
            if way.manhattanLength() >= QApplication.startDragDistance():
                pressed_at, self._pressed_at = self._pressed_at, None
                handle = self.windowHandle()
                if handle is None or not handle.startSystemMove():
                    self._grip = pressed_at - self.pos()
                    self.move(here - self._grip)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the ground is told."""
        was_click, self._pressed_at, self._grip = self._pressed_at is not None, None, None
        if was_click and event.button() is Qt.MouseButton.LeftButton:
            self.clicked.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        if event.type() == QEvent.Type.PaletteChange:
            self._ground = None
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, where it is asked for."""
        ratio = self.devicePixelRatioF()
        if self._ground is None or self._ground.devicePixelRatio() != ratio:
            has_shadow = not self.corner.isNull()
            self._ground = card.paint_card(
                QPointF(self.corner), self.size(), tokens(self), ratio, has_shadow=has_shadow
            )
        painter = QPainter(self)
        painter.setClipRegion(event.region())
        painter.drawPixmap(0, 0, self._ground)
        painter.end()

    def hideEvent(self, event: QHideEvent) -> None:
        """Remember where it was, if it was dragged there."""
        at = self.pos() + self.corner
        if self._placed_at not in (None, at):
            self._placed_at = at
            self._preferences.update(mini=self.shape())
        super().hideEvent(event)
