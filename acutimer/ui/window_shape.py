"""Where a window stands and how large it is, kept from one start to the next."""

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

USUAL = (1280, 800)


def take_shape(window: QWidget, shape: Sequence[int]) -> None:
    """Stand as it was left: (x, y, width, height), or nothing. It keeps to the screens there are."""
    left = QRect(*shape) if shape else QRect(0, 0, *USUAL)
    screen = QGuiApplication.screenAt(left.center()) if shape else None
    room = (screen or QGuiApplication.primaryScreen()).availableGeometry()
    window.resize(left.size().boundedTo(room.size()).expandedTo(window.minimumSize()))
    if screen is not None:
        window.move(left.topLeft())


def shape_of(window: QWidget) -> tuple[int, int, int, int]:
    """(x, y, width, height) as it is, or as it was before it filled the screen."""
    shape = window.normalGeometry() if window.isFullScreen() or window.isMaximized() else window.geometry()
    return (shape.x(), shape.y(), shape.width(), shape.height())
