"""The program itself, begun in the background on a desktop that has a tray."""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import xserver
from pytestqt.qtbot import QtBot

from tests.ui.session.desktop.conftest import Bus, Start

ROOT = Path(__file__).resolve().parents[4]
HOST = Path(__file__).with_name("tray_host.py")


@pytest.fixture
def display(bus: Bus) -> Iterator[str]:
    if not (shutil.which("Xvfb") and shutil.which("xdotool")):
        pytest.skip("needs Xvfb and xdotool (Debian: xvfb xdotool)")
    with xserver.running("1280x800x24") as display:
        assert display is not None
        bus.environment |= {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(ROOT)}
        yield display


def windows(start: Start, *how: str) -> str:
    """The windows of the program that are to be seen; with "--sync" as soon as there is one."""
    return start("xdotool", "search", *how, "--onlyvisible", "--name", "^acutimer$").finish()[1]


def test_it_waits_in_the_tray_opens_from_there_and_ends_there(
    display: str, start: Start, strict_python: str, qtbot: QtBot
) -> None:
    host = start(strict_python, str(HOST))
    assert host.told() == {"ready": True}
    program = start(sys.executable, "-m", "acutimer", "--background")
    assert host.told() == {"title": "acutimer", "entries": ["Open acutimer", "Quit acutimer"]}
    assert windows(start) == ""
    host.say("activate")
    assert windows(start, "--sync") != ""
    host.say("press Quit acutimer")
    assert program.finish() == (0, "")
