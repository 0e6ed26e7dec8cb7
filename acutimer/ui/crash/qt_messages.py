"""What Qt says of itself: noted, and never shown."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QtMsgType

from acutimer.language.catalogue import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QMessageLogContext

    from acutimer.mishaps.notebook import Notebook

WORLDS_FAULT = 3


def qt_handler(notebook: Notebook) -> Callable[[QtMsgType, QMessageLogContext, str], None]:
    """For qInstallMessageHandler: notes what Qt says. What ends Qt is a missing display or its libraries."""

    def handle(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        if kind is QtMsgType.QtFatalMsg:
            notebook.note(f"Qt: {text}")
            told = tr(
                "acutimer: there is no display to open a window on; `acutimer play ROUTINE` runs in the terminal."
            )
            sys.stderr.write(f"{told}\n")
            sys.stderr.flush()
            os._exit(WORLDS_FAULT)  # Qt would abort and dump its core
        if kind not in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg):
            notebook.note(f"Qt: {text}")

    return handle
