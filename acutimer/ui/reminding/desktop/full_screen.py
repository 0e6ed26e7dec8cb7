"""Whether a window of another program fills the screen: a film, a game, a talk. Where nobody can know: no."""

import os
import sys

from PySide6.QtGui import QGuiApplication


def is_screen_taken() -> bool:
    """Look at the window in front. Under Wayland only those of X11 can be seen; macOS is quiet by itself."""
    if QGuiApplication.focusWindow() is not None:  # it is ours
        return False
    if sys.platform == "win32":
        return _is_taken_on_windows()
    if QGuiApplication.platformName() in ("xcb", "wayland") and os.environ.get("DISPLAY"):
        from acutimer.ui.reminding.desktop.x11 import is_front_window_full

        return is_front_window_full()
    return False


def _is_taken_on_windows() -> bool:
    """Windows says so itself: a game, a presentation, a window over the whole screen, or its quiet hours."""
    if sys.platform != "win32":
        return False
    import ctypes

    busy, game, presentation, quiet_time = 2, 3, 4, 6
    state = ctypes.c_int()
    failed = ctypes.windll.shell32.SHQueryUserNotificationState(ctypes.byref(state))
    return not failed and state.value in (busy, game, presentation, quiet_time)
