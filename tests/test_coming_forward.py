"""A later start brings the window to the front, wherever a window manager had put it."""

import shutil
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.real_window_desk import WINDOW, missing_hands, program, screen, use

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.skipif(
    bool(missing_hands()) or not shutil.which("openbox"),
    reason=f"{missing_hands()} needs openbox, a window manager, to cover and minimise windows (Debian: openbox)",
)
def test_a_covered_and_a_minimised_window_come_to_the_front(qtbot: QtBot) -> None:
    with ExitStack() as stack:
        environment = stack.enter_context(screen())
        manager = subprocess.Popen(["openbox"], env=environment, stderr=subprocess.DEVNULL)  # noqa: S607
        stack.callback(manager.wait)
        stack.callback(manager.kill)
        stack.enter_context(program(environment))
        window = found(environment, *WINDOW)[-1]
        other = subprocess.Popen([sys.executable, "-c", OTHER], env=environment)
        stack.callback(other.wait)
        stack.callback(other.kill)
        cover = found(environment, "search", "--sync", "--onlyvisible", "--name", "^other$")[-1]
        for is_minimised in (False, True):
            use(environment, "windowactivate", "--sync", cover)
            use(environment, "key", "a")  # somebody types there
            if is_minimised:
                use(environment, "windowminimize", "--sync", window)
            assert found(environment, "getactivewindow") == [cover]
            command = [sys.executable, "-m", "acutimer"]
            assert subprocess.run(command, cwd=ROOT, env=environment, check=False, timeout=60).returncode == 0
            qtbot.waitUntil(lambda: found(environment, "getactivewindow") == [window], timeout=60_000)


OTHER = """
from PySide6.QtWidgets import QApplication, QLineEdit
app = QApplication([])
field = QLineEdit()
field.setWindowTitle("other")
field.resize(1900, 1100)
field.show()
app.exec()
"""


def found(environment: dict[str, str], *arguments: str) -> list[str]:
    """The windows xdotool finds, the one on top last."""
    command = ["xdotool", *arguments]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=60)
    return done.stdout.split()
