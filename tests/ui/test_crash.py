import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QMessageLogContext, QtMsgType
from pytestqt.qtbot import QtBot

from acutimer.ui.crash import MOST_BYTES, Notebook, exception_hook, qt_handler

NOW = datetime(2025, 11, 20, 9, 30, tzinfo=UTC)
ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture
def notebook(tmp_path: Path) -> Notebook:
    return Notebook(tmp_path / "log" / "acutimer.log", lambda: NOW)


def written(notebook: Notebook) -> str:
    return notebook.path.read_text(encoding="utf-8") if notebook.path.exists() else ""


def test_nothing_is_made_until_there_is_something_to_note(notebook: Notebook) -> None:
    assert not notebook.path.parent.exists()
    notebook.note("first\nsecond\n")
    assert written(notebook) == "2025-11-20T09:30:00+00:00 first\nsecond\n"


def test_the_same_again_is_not_noted_again(notebook: Notebook) -> None:
    for text in ("one", "one", "two", "one"):
        notebook.note(text)
    assert [line.split()[-1] for line in written(notebook).splitlines()] == ["one", "two", "one"]


def test_it_never_grows_without_end(notebook: Notebook) -> None:
    notebook.note("x" * MOST_BYTES)
    notebook.note("new")
    assert written(notebook).endswith("new\n")
    assert len(written(notebook)) < 100
    assert notebook.path.with_suffix(".old.log").exists()


def test_a_disk_that_will_not_have_it_harms_nobody(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    Notebook(tmp_path / "file" / "acutimer.log", lambda: NOW).note("lost")


def test_an_exception_is_one_calm_line_to_the_user_and_a_trace_in_the_file(notebook: Notebook, qtbot: QtBot) -> None:
    said: list[str] = []
    hook = exception_hook(notebook, said.append)
    try:
        raise RuntimeError("the needle")
    except RuntimeError as error:
        hook(RuntimeError, error, error.__traceback__)
    (line,) = said
    assert "needle" not in line
    assert "\n" not in line
    assert str(notebook.path) in line
    assert "RuntimeError: the needle" in written(notebook)
    assert "test_crash.py" in written(notebook)


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
from acutimer.ui.crash import Notebook, qt_handler
qInstallMessageHandler(qt_handler(Notebook(Path({str(notebook.path)!r}), lambda: datetime.now(UTC))))
qFatal("could not connect to display")
"""
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 3
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    assert "no display" in done.stderr
    assert "could not connect to display" in written(notebook)
