"""A brief outline round the page: a tone for the eyes."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from acutimer.ui.kit.tokens import color, tokens

SHOWN_MS = 180
WIDTH_PX = 12


class Flash(QWidget):
    """Lies over the page, deaf to the mouse, and shows itself for a moment."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def show_once(self) -> None:
        """Show the outline for a moment."""
        parent = self.parentWidget()
        if parent is None or not parent.isVisible():
            return
        self.setGeometry(parent.rect())
        self.show()
        self.raise_()
        self._timer.start(SHOWN_MS)

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave no timer behind."""
        self._timer.stop()
        super().hideEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the outline."""
        painter = QPainter(self)
        painter.setPen(QPen(color(tokens(self).ember), WIDTH_PX))
        half = WIDTH_PX // 2
        painter.drawRect(self.rect().adjusted(half, half, -half, -half))
        painter.end()
