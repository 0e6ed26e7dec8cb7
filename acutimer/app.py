"""The composition root of the window: builds the parts, joins them, runs the loop.

The first frame needs Qt, the settings and the navigation; everything else is imported after it.
"""

from __future__ import annotations

import gc
import sys
import time
from typing import TYPE_CHECKING

from acutimer.core.errors import AcutimerError, InputError, WorldError
from acutimer.paths import NAME, cache_dir, database_file, log_file, resources, settings_file

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from sqlite3 import Connection

    from PySide6.QtWidgets import QApplication

    from acutimer.content.library import Library
    from acutimer.core.settings import Settings
    from acutimer.store.settings import SettingsFile
    from acutimer.ui.context import Context
    from acutimer.ui.messages import Messages
    from acutimer.ui.window import MainWindow

INPUTS_FAULT, WORLDS_FAULT, INTERRUPTED = 1, 3, 130
INTERRUPT = 2  # SIGINT, on every system
SWITCH_SECONDS = 0.0005  # how long a thread that paints may keep the window waiting; Python's own choice is 5 ms


def run(start: str | None) -> int:
    """Open the window, begin the routine `start` if one is named, and return the exit code when it is closed."""
    sys.setswitchinterval(SWITCH_SECONDS)
    gc.disable()  # until the window stands: importing makes thousands of objects and no garbage
    try:
        if start is not None:
            load_library().routine(start)
        return _run(start)
    except AcutimerError as error:
        sys.stderr.write(f"acutimer: {error}\n")
        return INPUTS_FAULT if isinstance(error, InputError) else WORLDS_FAULT
    finally:
        gc.enable()


def wall() -> datetime:
    """The time of day with its offset."""
    from datetime import datetime

    return datetime.now().astimezone()


def load_library() -> Library:
    """All content we ship.

    Raises:
        WorldError: a file of it cannot be read.
    """
    from acutimer.content.library import load_library as load

    return load(resources() / "content" / "en")


def open_log() -> tuple[Connection, str]:
    """The history's database, and what is wrong in one line: then it lives in memory for as long as the program."""
    from acutimer.store.database import open_database, open_in_memory

    try:
        return open_database(database_file(), wall()), ""
    except WorldError as error:
        told = f"{error} What you do now is not kept. Under Log, Export you can put a backup in its place."
        return open_in_memory(), told


class Parts:
    """Builds what the window shares out, once the first frame is there, and puts it away at the end.

    What is told before there is a window to tell it in is kept until `settle`.
    """

    def __init__(self, app: QApplication, file: SettingsFile, settings: Settings) -> None:
        self._app, self._file, self._settings = app, file, settings
        self._messages: Messages | None = None
        self._troubles: list[str] = []
        self._closing: list[Callable[[], None]] = []
        self._context: Context | None = None

    def build(self) -> Context:
        """The context.

        Raises:
            WorldError: our own files are missing.
        """
        from acutimer.content.atlas import Atlas
        from acutimer.store.history import History
        from acutimer.ui.body.figures import Figures
        from acutimer.ui.context import Context
        from acutimer.ui.messages import Messages
        from acutimer.ui.preferences_holder import Preferences
        from acutimer.ui.theme import Wardrobe

        library = load_library()
        messages = Messages()
        preferences = Preferences(self._settings, self._file, messages)
        Wardrobe(self._app, preferences)
        connection, trouble = open_log()
        if trouble:
            self.tell(trouble)
        self._closing.append(connection.close)
        atlas = Atlas(resources() / "body", library.rules)
        figures = Figures(atlas, cache_dir() / "figures")
        self._closing.append(figures.close)
        self._context = Context(
            library=library,
            atlas=atlas,
            history=History(connection),
            preferences=preferences,
            figures=figures,
            messages=messages,
            wall=wall,
            monotonic=time.monotonic,
        )
        return self._context

    def tell(self, trouble: str) -> None:
        """Say what is wrong."""
        if self._messages is None:
            self._troubles.append(trouble)
        else:
            self._messages.say(trouble, "caution")

    def settle(self, messages: Messages) -> None:
        """The window listens to `messages`."""
        self._messages = messages
        for trouble in self._troubles:
            self.tell(trouble)

    def back_up_daily(self, window: MainWindow) -> None:
        """Look whether today's backup is due: now, when a session is over, and when the window comes to the front."""
        from acutimer.ui.backing_up import DailyBackup

        assert self._context is not None, "the parts were not built"
        daily = DailyBackup(self._context)
        self._closing.append(daily.close)
        window.came_back.connect(daily.look)
        daily.made.connect(window.look_again)
        self._app.focusWindowChanged.connect(lambda _: daily.look())
        daily.look()

    def close(self) -> None:
        """Put everything away, the last first."""
        while self._closing:
            self._closing.pop()()


def _run(start: str | None) -> int:
    from PySide6.QtCore import qInstallMessageHandler
    from PySide6.QtWidgets import QApplication

    from acutimer.store.settings import SettingsFile
    from acutimer.ui.crash import Notebook, exception_hook, qt_handler
    from acutimer.ui.kit.tokens import dress
    from acutimer.ui.theme import theme_for
    from acutimer.ui.window import MainWindow

    notebook = Notebook(log_file(), wall)
    qInstallMessageHandler(qt_handler(notebook))
    app = QApplication([NAME, "-style", "fusion"])
    app.setApplicationName(NAME)
    app.setDesktopFileName(NAME)
    file = SettingsFile(settings_file())
    settings, problems = file.load()
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
    window.show()
    try:
        code = app.exec()
    finally:
        parts.close()
        sys.excepthook = sys.__excepthook__
        qInstallMessageHandler(None)
    if failed:
        raise failed[0]
    return INTERRUPTED if INTERRUPT in stopped else code


def _settle(app: QApplication, window: MainWindow, parts: Parts, stopped: list[int], start: str | None) -> None:
    """The window stands: hear signals (`stopped` gets their numbers), say what is wrong, begin what was asked for."""
    from acutimer.ui.interrupts import Interrupts

    def end(number: int) -> None:
        stopped.append(number)
        window.close()
        app.quit()

    app.aboutToQuit.connect(Interrupts(end, app).close)
    parts.settle(window.messages)
    parts.back_up_daily(window)
    if start is not None:
        window.start_routine(start)
    gc.enable()
    gc.freeze()  # what stands now stays to the end
