"""The program itself, started on a damaged log: told in words, and it goes on."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from acutimer import paths
from tests.cli.routine_files import a_routine, written
from tests.faults.damaged_logs import MadeLog, make
from tests.welcomed import welcomed

ROOT = Path(__file__).resolve().parents[2]
WINDOW = """
import json, sys
from PySide6.QtCore import QTimer
from acutimer import app
from acutimer.ui.window import MainWindow

build = MainWindow.__init__

def look(window):
    print(json.dumps([it.text for it in window.bar._messages]))
    window.close()

def watched(self, *given):
    build(self, *given)
    self.settled.connect(lambda: QTimer.singleShot(0, lambda: look(self)))

MainWindow.__init__ = watched
sys.exit(app.run(None))
"""
Say = Callable[[str, int, int], None]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> MadeLog:
    return make(tmp_path_factory.mktemp("logs") / "usual", sessions=12, backed_up=9)


@pytest.fixture
def log(made: MadeLog) -> Path:
    """The user's log; its header is damaged."""
    path = made.copied(paths.data_dir())
    path.write_bytes(b"nonsense" + path.read_bytes()[8:])
    return path


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, *arguments]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False,
        timeout=300,
    )  # fmt: skip


def kept(log: Path) -> int:
    return len(list((log.parent / "backups").glob("acutimer-damaged-*.db")))


@pytest.mark.parametrize(
    "command",
    [
        ["log", "--json"],
        ["play", "mine.acutimer.json", "--yes"],
        ["export", "all.json"],
        ["routines", "own-none"],
    ],
    ids=["log", "play", "export", "routines"],
)
def test_a_command_tells_and_goes_on(command: list[str], log: Path, made: MadeLog, tmp_path: Path, tally: Say) -> None:
    written(tmp_path, a_routine())
    done = run("-m", "acutimer", *[str(tmp_path / each) if each.endswith(".json") else each for each in command])
    again = run("-m", "acutimer", "log", "--json")
    there = {session["id"] for session in json.loads(again.stdout)} if again.returncode == 0 else set()
    tally("a command on a damaged log", 1, int("Traceback" in done.stderr or not set(made.sessions) <= there))
    assert done.stderr.startswith("acutimer: Your log was damaged, and is mended. The damaged file is kept")
    assert "Traceback" not in done.stderr
    assert (again.returncode, again.stderr) == (0, "")
    assert set(made.sessions) <= there
    assert kept(log) == 1


def test_the_window_tells_and_opens_with_what_was_saved(log: Path, made: MadeLog, tally: Say) -> None:
    welcomed(paths.config_dir().parent)
    done = run("-c", WINDOW)
    told = json.loads(done.stdout) if done.stdout else []
    tally("the window on a damaged log", 1, int(done.returncode != 0 or not told))
    assert (done.returncode, done.stderr) == (0, "")
    (line,) = told
    assert line.startswith("Your log was damaged, and is mended. The damaged file is kept, as acutimer-damaged-")
    assert "with 9 sessions, and 3 sessions were saved" in line
    assert json.loads(run("-c", WINDOW).stdout) == []
    assert kept(log) == 1
