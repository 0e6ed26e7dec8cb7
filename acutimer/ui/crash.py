"""What to do with what should not have happened: note it in a local file, say one calm line, go on."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QtMsgType

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path
    from types import TracebackType

    from PySide6.QtCore import QMessageLogContext

MOST_BYTES = 1_000_000
NO_DISPLAY = "acutimer: there is no display to open a window on; `acutimer play ROUTINE` runs in the terminal."
WORLDS_FAULT = 3


class Notebook:
    """The log file at `path`. It never leaves the computer, is never longer than 1 MB, and cannot fail."""

    def __init__(self, path: Path, wall: Callable[[], datetime]) -> None:
        self.path, self._wall = path, wall
        self._last = ""

    def note(self, text: str) -> None:
        """Write an entry, unless it is the same as the last."""
        if text == self._last:
            return
        self._last = text
        with suppress(OSError):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            if self.path.exists() and self.path.stat().st_size > MOST_BYTES:
                self.path.replace(self.path.with_suffix(".old.log"))
            with self.path.open("a", encoding="utf-8") as file:
                file.write(f"{self._wall().isoformat(timespec='seconds')} {text.rstrip()}\n")


def qt_handler(notebook: Notebook) -> Callable[[QtMsgType, QMessageLogContext, str], None]:
    """For qInstallMessageHandler: notes what Qt says. What ends Qt is a missing display or its libraries."""

    def handle(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        if kind is QtMsgType.QtFatalMsg:
            notebook.note(f"Qt: {text}")
            sys.stderr.write(f"{NO_DISPLAY}\n")
            sys.stderr.flush()
            os._exit(WORLDS_FAULT)  # Qt would abort and dump its core
        if kind not in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg):
            notebook.note(f"Qt: {text}")

    return handle


def exception_hook(
    notebook: Notebook, tell: Callable[[str], None]
) -> Callable[[type[BaseException], BaseException, TracebackType | None], None]:
    """For sys.excepthook: the user reads one line, the notebook gets the rest."""

    def handle(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        import traceback

        notebook.note("".join(traceback.format_exception(kind, error, trace)))
        text = QCoreApplication.translate(
            "Crash", "Something went wrong in acutimer. What you did is kept. The details are in {path}"
        )
        tell(text.format(path=notebook.path))

    return handle
