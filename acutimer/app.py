"""The composition root of the window: joins its parts, and runs the loop.

The first frame needs Qt, the settings and the navigation; everything else is imported after it.
"""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING

from acutimer.core.errors import AcutimerError, InputError, WorldError
from acutimer.paths import NAME, log_file, settings_file
from acutimer.ui.parts import Parts, look_for_routine, wall

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from acutimer.core.settings import Settings
    from acutimer.store.settings import SettingsFile
    from acutimer.ui.context import Context
    from acutimer.ui.window import MainWindow

INPUTS_FAULT, WORLDS_FAULT, INTERRUPTED = 1, 3, 130
INTERRUPT = 2  # SIGINT, on every system
REOPENED = "ACUTIMER_OPENED_AGAIN"  # told by a window that closed to be opened again: it is not to be hidden
AGAIN = -1  # not an exit code: the window closed to be opened again
SWITCH_SECONDS = 0.0005  # how long a thread that paints may keep the window waiting; Python's own choice is 5 ms


def run(start: str | None, *, in_background: bool = False) -> int:
    """Open the window, begin the routine `start` if one is named, and return the exit code when it is closed.

    `in_background`: remind from the tray, or from a minimised window, and open the window when it is asked for.
    """
    sys.setswitchinterval(SWITCH_SECONDS)
    gc.disable()  # until the window stands: importing makes thousands of objects and no garbage
    try:
        if start is not None:
            look_for_routine(start)
        code = _run(start, in_background=in_background and start is None and REOPENED not in os.environ)
        if code != AGAIN:
            return code
        from acutimer.ui.reopening import open_again

        return open_again()
    except AcutimerError as error:
        sys.stderr.write(f"acutimer: {error}\n")
        return INPUTS_FAULT if isinstance(error, InputError) else WORLDS_FAULT
    finally:
        gc.enable()


def _run(start: str | None, *, in_background: bool) -> int:
    from acutimer.store.settings import SettingsFile
    from acutimer.ui.text_size import enlarged

    file = SettingsFile(settings_file())
    settings, problems = file.load()
    with enlarged(settings.text_percent):
        return _run_window(start, file, settings, problems, in_background=in_background)


def _run_window(
    start: str | None, file: SettingsFile, settings: Settings, problems: tuple[str, ...], *, in_background: bool
) -> int:
    from PySide6.QtCore import qInstallMessageHandler
    from PySide6.QtWidgets import QApplication

    from acutimer.ui.crash import Notebook, exception_hook, qt_handler
    from acutimer.ui.kit.tokens import dress
    from acutimer.ui.theme import theme_for
    from acutimer.ui.window import MainWindow

    notebook = Notebook(log_file(), wall)
    qInstallMessageHandler(qt_handler(notebook))
    app = QApplication([NAME, "-style", "fusion"])
    app.setApplicationName(NAME)
    app.setDesktopFileName(NAME)
    dress(app, theme_for(app, settings.theme))
    parts = Parts(app, file, settings)
    sys.excepthook = exception_hook(notebook, parts.tell)
    for problem in reversed(problems):  # the last one said lies on top: first what is wrong, then where the file went
        parts.tell(problem)
    failed: list[WorldError] = []

    def build() -> Context:
        try:
            return parts.build()
        except WorldError as error:  # without what we ship there is nothing to show
            failed.append(error)
            app.quit()
            raise

    window = MainWindow(build)
    window.take_shape(settings.window)
    stopped: list[int] = []
    window.settled.connect(lambda: _settle(app, window, parts, stopped, start))
    try:
        if in_background:
            from acutimer.ui.ending import hear_signals

            build()
            hear_signals(app, window, parts.let_go, stopped)
            parts.remind(window, in_background=True)
            gc.enable()
        else:
            window.show()
        code = app.exec()
    finally:
        parts.close()
        sys.excepthook = sys.__excepthook__
        qInstallMessageHandler(None)
    if failed:
        raise failed[0]
    if AGAIN in stopped:
        return AGAIN
    return INTERRUPTED if INTERRUPT in stopped else code


def _settle(app: QApplication, window: MainWindow, parts: Parts, stopped: list[int], start: str | None) -> None:
    """The window stands: hear signals (`stopped` gets their numbers), say what is wrong, begin what was asked for."""
    from acutimer.ui.ending import hear_signals

    end = hear_signals(app, window, parts.let_go, stopped)
    parts.settle(window.messages)
    parts.back_up_daily(window)
    parts.follow_text_size(window, lambda: end(AGAIN))
    parts.remind(window)
    if start is not None:
        window.start_routine(start)
    gc.enable()
    gc.freeze()  # what stands now stays to the end
