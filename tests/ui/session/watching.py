"""Looking on while widgets paint."""

from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget


class Watcher(QObject):
    """Notes which widgets paint, and where."""

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__(widgets[0])
        self._rects: dict[QObject, QRect] = {}
        for widget in widgets:
            widget.installEventFilter(self)

    def look(self) -> dict[QObject, QRect]:
        """What each painted since the last look, all in one rectangle."""
        QApplication.processEvents()
        found, self._rects = self._rects, {}
        return found

    def painted(self) -> QRect:
        """The same where there is only one widget; an empty rectangle when it painted nothing."""
        return next(iter(self.look().values()), QRect())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        """Note a paint event, and let it pass."""
        if isinstance(event, QPaintEvent):
            self._rects[watched] = self._rects.get(watched, QRect()).united(event.rect())
        return False
