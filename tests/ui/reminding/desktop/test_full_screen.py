import os
import shutil
import subprocess
from collections.abc import Iterator

import pytest
import xserver
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from acutimer.ui.reminding.desktop import full_screen, x11

FRONT, STATE = "_NET_ACTIVE_WINDOW", "_NET_WM_STATE"


@pytest.fixture
def root(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The root window of a display of one's own; it stands for any window."""
    if not (shutil.which("Xvfb") and shutil.which("xprop")):
        pytest.skip("needs Xvfb and xprop (Debian: xvfb x11-utils)")
    with xserver.running("640x480x24") as display:
        assert display is not None
        monkeypatch.setenv("DISPLAY", display)
        # a server that nobody uses begins anew, and forgets all it was told
        with x11._connected() as (xcb, connection):
            yield hex(xcb.xcb_setup_roots_iterator(xcb.xcb_get_setup(connection)).data[0])


def tell(name: str, form: str, value: str) -> None:
    """What a window manager would say."""
    xprop = shutil.which("xprop")
    assert xprop is not None
    subprocess.run([xprop, "-root", "-f", name, form, "-set", name, value], check=True)


def test_a_window_in_front_that_fills_the_screen_is_seen(root: str) -> None:
    assert not x11.is_front_window_full()
    tell(FRONT, "32x", root)
    assert not x11.is_front_window_full()
    tell(STATE, "32a", "_NET_WM_STATE_FULLSCREEN")
    assert x11.is_front_window_full()
    tell(STATE, "32a", "_NET_WM_STATE_ABOVE")
    assert not x11.is_front_window_full()


def test_a_window_that_is_gone_fills_nothing(root: str) -> None:
    tell(STATE, "32a", "_NET_WM_STATE_FULLSCREEN")
    tell(FRONT, "32x", "0x7777777")
    assert not x11.is_front_window_full()
    tell(FRONT, "8s", root)
    assert not x11.is_front_window_full()


@pytest.mark.parametrize("display", [":7654", "nonsense", ""])
def test_without_a_display_nothing_is_full(display: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", display)
    assert not x11.is_front_window_full()


def test_without_the_library_nothing_is_full(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(x11, "LIBRARY", "libnothing-of-that-name.so")
    assert not x11.is_front_window_full()


def test_the_program_s_own_window_never_takes_the_screen_from_it(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QGuiApplication, "platformName", staticmethod(lambda: "xcb"))
    monkeypatch.setattr(x11, "is_front_window_full", lambda: True)
    monkeypatch.setitem(os.environ, "DISPLAY", ":0")
    assert full_screen.is_screen_taken()
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWindow() is not None)
    assert not full_screen.is_screen_taken()


def test_where_nobody_can_know_the_screen_is_free(qtbot: QtBot) -> None:
    assert not full_screen.is_screen_taken()  # offscreen
    assert qtbot is not None
