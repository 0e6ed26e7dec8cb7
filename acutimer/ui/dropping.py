"""Files dropped on the window."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget


class FileDrops(QObject):
    """Takes files of this computer that are dropped anywhere on `window`, while `is_free` says so."""

    dropped = Signal(object)
    """Their paths, a tuple with at least one."""

    def __init__(self, window: QWidget, is_free: Callable[[], bool]) -> None:
        super().__init__(window)
        self._is_free = is_free
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show that files may be let go here, and take them."""
        if isinstance(event, QDropEvent | QDragEnterEvent) and event.type() in (
            QEvent.Type.DragEnter,
            QEvent.Type.Drop,
        ):
            paths = files_in(event.mimeData())
            if paths and self._is_free():
                event.acceptProposedAction()
                if event.type() == QEvent.Type.Drop:
                    self.dropped.emit(paths)
                return True
        return super().eventFilter(watched, event)


def files_in(dragged: QMimeData) -> Sequence[Path]:
    """The files of this computer in what is dragged; text and links to elsewhere are none."""
    return tuple(Path(url.toLocalFile()) for url in dragged.urls() if url.isLocalFile())
