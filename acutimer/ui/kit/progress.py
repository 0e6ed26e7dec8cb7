"""How far a long work is: a bar that fills."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from acutimer.ui.kit.buttons import Look, paint_shape
from acutimer.ui.kit.tokens import tokens

HEIGHT_PX = 12
PERCENT = 100


class ProgressBar(QProgressBar):
    """A share from 0 to 1. `name` says of what; a screen reader calls it a progress bar and reads its per cent."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share = 0.0
        self.setRange(0, PERCENT)
        self.setValue(0)
        self.setTextVisible(False)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def share(self) -> float:
        """How much is done, 0 to 1."""
        return self._share

    def set_share(self, share: float) -> None:
        """Show how much is done, kept from 0 to 1. A hundred per cent is said only of the whole."""
        self._share = min(1.0, max(0.0, share))
        self.setValue(int(self._share * PERCENT))
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as it may be."""
        return QSize(240, HEIGHT_PX)

    def minimumSizeHint(self) -> QSize:
        """Wide enough to see it move."""
        return QSize(80, HEIGHT_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the track, and what is done from its start."""
        theme = tokens(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = QRectF(self.rect())
        paint_shape(painter, track, track.height() / 2, Look(theme.heat0, theme.ink))
        if self._share > 0:
            done_px = max(track.height(), track.width() * self._share)
            left = track.right() - done_px if self.isRightToLeft() else track.left()
            paint_shape(
                painter, QRectF(left, track.top(), done_px, track.height()), track.height() / 2, Look(theme.pine, "")
            )
        painter.end()
