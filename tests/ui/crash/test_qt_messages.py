import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QMessageLogContext, QtMsgType

from acutimer.mishaps.notebook import Notebook
from acutimer.ui.crash.qt_messages import qt_handler

NOW = datetime(2025, 11, 20, 9, 30, tzinfo=UTC)
ROOT = Path(__file__).resolve().parent.parent.parent.parent


@pytest.fixture
def notebook(tmp_path: Path) -> Notebook:
    return Notebook(tmp_path / "log" / "acutimer.log", lambda: NOW)


def written(notebook: Notebook) -> str:
    return notebook.path.read_text(encoding="utf-8") if notebook.path.exists() else ""


def test_what_qt_warns_of_is_noted_and_its_chatter_is_not(notebook: Notebook) -> None:
    handle = qt_handler(notebook)
    handle(QtMsgType.QtDebugMsg, QMessageLogContext(), "chatter")
    handle(QtMsgType.QtWarningMsg, QMessageLogContext(), "a warning")
    assert written(notebook) == "2025-11-20T09:30:00+00:00 Qt: a warning\n"


def test_what_ends_qt_is_one_line_and_the_worlds_fault(notebook: Notebook) -> None:
    script = f"""
from datetime import datetime, UTC
from pathlib import Path
from PySide6.QtCore import qFatal, qInstallMessageHandler
from acutimer.mishaps.notebook import Notebook
from acutimer.ui.crash.qt_messages import qt_handler
qInstallMessageHandler(qt_handler(Notebook(Path({str(notebook.path)!r}), lambda: datetime.now(UTC))))
qFatal("could not connect to display")
"""
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 3
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    assert "no display" in done.stderr
    assert "could not connect to display" in written(notebook)
