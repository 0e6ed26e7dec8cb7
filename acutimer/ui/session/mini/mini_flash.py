"""A brief outline round the card: a tone for the eyes, there as on the page."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen

from acutimer.ui.kit.tokens import color, tokens
from acutimer.ui.session.mini import card
from acutimer.ui.session.stage.flash import Flash

LINE_PX = 5.0


class MiniFlash(Flash):
    """Follows the round corners, and leaves the shadow alone."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the outline."""
        edge_x, edge_y = (self.width() - card.WIDTH_PX) / 2, (self.height() - card.HEIGHT_PX) / 2
        rect = QRectF(self.rect()).adjusted(edge_x, edge_y, -edge_x, -edge_y)
        half = LINE_PX / 2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color(tokens(self).ember), LINE_PX))
        painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), card.RADIUS_PX - half, card.RADIUS_PX - half)
        painter.end()
