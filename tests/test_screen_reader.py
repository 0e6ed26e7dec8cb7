"""The program as a screen reader sees it: a real window, a real accessibility bus, and a reader that walks the tree."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import xserver

TESTS = Path(__file__).resolve().parent
READER = TESTS / "screen_reader.py"
# What is needed, and the Debian package that brings it; the reader itself runs on the system's Python.
SYSTEM_PYTHON = "/usr/bin/python3"
TOOLS = {"Xvfb": "xvfb", "dbus-daemon": "dbus"}
BUS_SERVICE = Path("/usr/share/dbus-1/services/org.a11y.Bus.service")
BUS_PACKAGE = "at-spi2-core"
READERS_PACKAGES = "python3-gi gir1.2-atspi-2.0"
PATIENCE_S = 60


def missing() -> list[str]:
    """Debian packages that are not here."""
    found = [package for tool, package in TOOLS.items() if not shutil.which(tool)]
    if not BUS_SERVICE.exists():
        found.append(BUS_PACKAGE)
    asked = [SYSTEM_PYTHON, "-c", "import gi; gi.require_version('Atspi', '2.0')"]
    has_python = Path(SYSTEM_PYTHON).exists()
    if not has_python or subprocess.run(asked, check=False, stderr=subprocess.DEVNULL).returncode != 0:
        found.append(READERS_PACKAGES)
    return found


@pytest.fixture
def environment() -> Iterator[dict[str, str]]:
    """A display and a session bus of one's own; the accessibility bus starts on it when it is first asked for."""
    if packages := missing():
        pytest.skip(f"needs, named as on Debian: {' '.join(packages)}")
    others = ("DBUS_SESSION_BUS_ADDRESS", "AT_SPI_BUS_ADDRESS", "WAYLAND_DISPLAY")
    mine = {name: value for name, value in os.environ.items() if name not in others}
    with xserver.running() as display, tempfile.TemporaryDirectory(prefix="acutimer-") as runtime:  # a short path
        assert display is not None
        mine |= {"DISPLAY": display, "XDG_RUNTIME_DIR": runtime, "QT_QPA_PLATFORM": "xcb"}
        mine |= {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "PYTHONPATH": str(TESTS.parent)}
        with session_bus(mine) as address:
            yield mine | {"DBUS_SESSION_BUS_ADDRESS": address}


@contextmanager
def session_bus(environment: dict[str, str]) -> Iterator[str]:
    """The address of a new session bus while the block runs; what was started on it ends with it."""
    command = ["dbus-daemon", "--session", "--nofork", "--print-address"]
    bus = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        assert bus.stdout is not None
        with bus.stdout as lines:
            yield lines.readline().strip()
    finally:
        bus.terminate()
        bus.wait()


def test_a_screen_reader_opens_the_knee_and_selects_a_point(environment: dict[str, str]) -> None:
    program = subprocess.Popen(
        [sys.executable, "-m", "acutimer"], cwd=TESTS.parent, env=environment, stderr=subprocess.PIPE
    )
    try:
        reader = subprocess.run(
            [SYSTEM_PYTHON, "-W", "ignore", READER],
            check=False,
            env=environment,
            capture_output=True,
            text=True,
            timeout=PATIENCE_S,
        )
        assert reader.returncode == 0, reader.stderr
        assert program.poll() is None, "the program ended"
        program.terminate()
        assert program.wait(timeout=PATIENCE_S) == 0, "it ended badly after a screen reader had used it"
    finally:
        program.kill()
        _, complaints = program.communicate()
    assert b"Traceback" not in complaints
    heard = json.loads(reader.stdout)
    assert heard["area"].endswith(" points")
    assert heard["list"] == "Points, left knee, front"
    assert heard["roles"] == ["push button"]
    assert heard["names"][0] == "ST34, Ridge Mound, left leg"
    assert "ST36, Leg Three Miles, left leg" in heard["names"]
    assert not heard["was checked"]
    assert heard["description"].startswith("four fingers below the outer knee eye")
    assert heard["heading"] == "Leg Three Miles"
