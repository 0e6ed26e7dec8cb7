"""Where there is no window yet to say a fault in: a small box of its own, if there is anything to show it on."""

import sys

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox

SHOWS_NOTHING = ("", "offscreen", "minimal", "vnc")  # platforms of Qt with nobody before them


def is_of_use() -> bool:
    """Whether a box would be seen, and nobody looks at a terminal where the line on stderr stands."""
    has_reader = sys.stderr is not None and not sys.stderr.closed and sys.stderr.isatty()
    is_app = isinstance(QApplication.instance(), QApplication)
    return is_app and not has_reader and QGuiApplication.platformName() not in SHOWS_NOTHING


def start_box(details: str) -> QMessageBox:
    """The box; it is closed by its one other button, so that what was copied can be had until then."""
    words = QCoreApplication.translate("Crash", "acutimer cannot start. What you did is kept.")
    box = QMessageBox(QMessageBox.Icon.Warning, "acutimer", words)
    box.setTextFormat(Qt.TextFormat.PlainText)
    copy = box.addButton(QCoreApplication.translate("Crash", "Copy details"), QMessageBox.ButtonRole.ActionRole)
    copy.clicked.disconnect()  # it would close the box
    copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(details))
    box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Close))
    return box
