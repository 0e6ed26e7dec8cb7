"""What a test can see of a widget: its pixels, and what a screen reader is told."""

from array import array

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtWidgets import QWidget


def picture(widget: QWidget) -> QImage:
    """The widget as painted."""
    return widget.grab().toImage()


def colour_at(widget: QWidget, x: int, y: int) -> str:
    """The colour of a pixel as "#RRGGBB"."""
    return picture(widget).pixelColor(QPoint(x, y)).name().upper()


def has_colour(widget: QWidget, value: str) -> bool:
    """Whether any pixel has exactly this colour."""
    image = picture(widget).convertToFormat(QImage.Format.Format_RGB32)
    return QColor(value).rgb() in array("I", bytes(image.constBits()))


def role(widget: QWidget) -> QAccessible.Role:
    """What a screen reader says it is."""
    return QAccessible.queryAccessibleInterface(widget).role()


def name(widget: QWidget) -> str:
    """What a screen reader calls it."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def description(widget: QWidget) -> str:
    """What a screen reader adds."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Description)
