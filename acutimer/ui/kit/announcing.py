"""Tells a screen reader what changed, once each time and not each second."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, words: str) -> None:
    """Have `words` read out, after what is being read."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))
