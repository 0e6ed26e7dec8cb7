"""A child of `bench`: shows an empty window, or the program's, and tells the moment it is painted.

    starts.py empty|program|session quit|stay

Writes "painted" once the first frame is on the screen; with `stay` it then goes on until it is ended.
"""

import sys
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget


class FirstPaint(QObject):
    """Calls `painted` once the frame has been drawn in which `window` was first painted."""

    def __init__(self, window: QWidget, painted: Callable[[], None]) -> None:
        super().__init__(window)
        self._window = window
        self._painted = painted
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
        """Qt's override: the first paint of the window itself; the rest of the frame follows in the same turn."""
        if event.type() == QEvent.Type.Paint:
            self._window.removeEventFilter(self)
            QTimer.singleShot(0, self._painted)
        return False


def main() -> int:
    """Show what the command line names."""
    what, then = sys.argv[1:3]

    def painted() -> None:
        print("painted", flush=True)
        if then == "quit":
            QApplication.quit()

    if what == "empty":
        application = QApplication(sys.argv[:1])
        window = QWidget()
        window.resize(1280, 800)
        FirstPaint(window, painted)
        window.show()
        return application.exec()
    from acutimer import app

    return app.run("qigong-knee-massage" if what == "session" else None, lambda window: FirstPaint(window, painted))


if __name__ == "__main__":
    sys.exit(main())
