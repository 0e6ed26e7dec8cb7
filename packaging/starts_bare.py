"""The least a session could cost: an empty window, a pulse that swells, a number that changes, and nothing else."""

import math
import sys
from collections.abc import Callable

from PySide6.QtCore import QPointF, Qt, QTimer
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget

SIZE_PX = (1280, 800)
PULSE_MS, LABEL_MS = 33, 250


class Pulse(QWidget):
    """Discs that swell and shrink, and nothing else."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setGeometry(300, 300, 120, 120)
        self._frame = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._step)
        self._timer.start(PULSE_MS)

    def _step(self) -> None:
        self._frame += 1
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        """Three discs."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), QColor("white"))
        painter.setPen(Qt.PenStyle.NoPen)
        swell = 10 * math.sin(self._frame / 5)
        for reach, alpha in ((45, 40), (32, 60), (17, 255)):
            painter.setBrush(QColor(190, 63, 18, alpha))
            painter.drawEllipse(QPointF(60, 60), reach + swell, reach + swell)
        painter.end()


def show_bare(watch: Callable[[QWidget], None], what: str) -> int:
    """An empty window of the program's size, or one with a bare widget; `watch` is given it before it is shown."""
    application = QApplication(sys.argv[:1])
    window = QWidget()
    window.resize(*SIZE_PX)
    if what == "pulse":
        Pulse(window)
    elif what == "label":
        _count(window)
    watch(window)
    window.show()
    return application.exec()


def _count(window: QWidget) -> None:
    """Big digits in a window, another number four times a second."""
    label = QLabel("0:00", window)
    large = QFont()
    large.setPixelSize(140)
    label.setFont(large)
    label.setGeometry(680, 280, 560, 150)
    timer, count = QTimer(window), iter(range(1_000_000))
    timer.timeout.connect(lambda: label.setText(f"1:{next(count) % 60:02}"))
    timer.start(LABEL_MS)
