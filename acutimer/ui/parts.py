"""What the window shares out, built once its first frame is there, and put away at the end."""

from __future__ import annotations

import sys
import time
from contextlib import suppress
from typing import TYPE_CHECKING

from acutimer.core.errors import WorldError
from acutimer.language.catalogue import language, tr
from acutimer.language.sentences import one_after_another
from acutimer.mishaps.going_on import going_on
from acutimer.paths import cache_dir, database_file, resources

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from sqlite3 import Connection

    from PySide6.QtWidgets import QApplication

    from acutimer.content.library import Library
    from acutimer.core.settings import Settings
    from acutimer.store.settings import SettingsFile
    from acutimer.ui.context import Context
    from acutimer.ui.instance.lock import WindowLock
    from acutimer.ui.messages import Messages
    from acutimer.ui.reminding.reminding import Reminding
    from acutimer.ui.window import MainWindow

LISTEN_AFTER_MS = 50

MOST_PATIENCE_MS = 1000  # with another program that holds the log: so long the window stands still


def wall() -> datetime:
    """The time of day with its offset."""
    from datetime import datetime

    return datetime.now().astimezone()


def load_library() -> Library:
    """All content we ship.

    Raises:
        WorldError: a file of it cannot be read.
    """
    from acutimer.content.library import library_in

    return library_in(resources() / "content", language())


def look_for_routine(routine: str) -> tuple[str, ...]:
    """See that there is a routine with this id; the user's own are asked only where it is none of ours.

    Returns what there is to tell of the log, where it was damaged and had to be opened for that.

    Raises:
        InputError: there is none; the nearest known ids are named, and what there is to tell is on stderr.
    """
    library = load_library()
    if routine in library.routines or not database_file().exists():
        library.routine(routine)
        return ()
    from acutimer.content.library import routine_among
    from acutimer.store.ledger import Ledger
    from acutimer.store.own import OwnRoutines
    from acutimer.store.recovering import open_or_recover

    connection, told = open_or_recover(database_file(), wall())
    try:
        routine_among({**library.routines, **OwnRoutines(Ledger(connection)).all()}, routine)
    except BaseException:
        sys.stderr.writelines(f"acutimer: {line}\n" for line in told)
        raise
    finally:
        connection.close()
    return told


def open_log() -> tuple[Connection, str]:
    """The history's database, and what there is to tell: that it was damaged, and what was saved.

    One that cannot be opened, nor mended, is told of in one line; the log lives in memory then, as the program does.
    """
    from acutimer.store.database import open_in_memory
    from acutimer.store.faults import is_of_damage
    from acutimer.store.recovering import open_or_recover

    try:
        connection, lines = open_or_recover(database_file(), wall())
        return connection, one_after_another(lines)
    except WorldError as error:
        from acutimer.store.reading import can_be_looked_at, open_to_look

        with suppress(WorldError):
            if can_be_looked_at(error, database_file()):
                connection = open_to_look(database_file(), wall())
                words = tr("{0} Your log is shown as it was. What you do now is not kept.")
                return connection, words.format(error)
        words = tr("{0} What you do now is not kept.")
        if is_of_damage(error.__cause__):
            words = tr("{0} What you do now is not kept. Under Log, Export you can put a backup in its place.")
        return open_in_memory(), words.format(error)


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
        self._reminding: Reminding | None = None
        self._is_heard_by_others = False

    def build(self) -> Context:
        """The context, the same each time.

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

        if self._context is not None:
            return self._context
        library = load_library()
        messages = Messages()
        preferences = Preferences(self._settings, self._file, messages)
        preferences.watch()
        self._closing.append(preferences.close)
        Wardrobe(self._app, preferences)
        connection, trouble = open_log()
        connection.execute(f"PRAGMA busy_timeout = {MOST_PATIENCE_MS}")
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

    def follow_choices(self, window: MainWindow, end: Callable[[], None]) -> None:
        """Close the window by `end`, to be opened again, when another text size or language is chosen."""
        from acutimer.ui.reopening import follow_choices
        from acutimer.ui.taken_at_start import AtStart

        assert self._context is not None, "the parts were not built"
        choices = follow_choices(window, self._context.preferences, AtStart.of(self._settings), end)
        self._closing.append(choices.close)

    def remind(self, window: MainWindow, *, in_background: bool = False) -> None:
        """Begin to remind, once; `in_background` before the window is shown, if it ever is."""
        from acutimer.ui.reminding.reminding import Reminding

        assert self._context is not None, "the parts were not built"
        if self._reminding is None:
            self._reminding = Reminding(
                self._context, window, is_settled=not in_background, in_background=in_background
            )
            self._closing.append(self._reminding.close)

    def hear_other_starts(self, window: MainWindow, lock: WindowLock) -> None:
        """Answer later starts for as long as this one has the lock; soon, once what is shown has been painted."""
        from PySide6.QtCore import QTimer

        if self._is_heard_by_others or not lock.is_ours:
            return
        self._is_heard_by_others = True
        rest = QTimer(window)
        rest.setSingleShot(True)
        rest.timeout.connect(lambda: self._listen(window, lock))
        rest.start(LISTEN_AFTER_MS)
        self._closing.append(rest.stop)

    def _listen(self, window: MainWindow, lock: WindowLock) -> None:
        from acutimer.ui.instance.answering import Answering
        from acutimer.ui.instance.server import Server

        assert self._context is not None, "the parts were not built"
        assert self._reminding is not None, "later starts reach the window by what brings it out of the tray"
        server = Server(lock, Answering(self._context, window, self._reminding))
        self._closing.append(server.end)
        server.begin()

    def let_go(self) -> None:
        """The program ends: the window does not stay in the tray."""
        if self._reminding is not None:
            self._reminding.let_go()

    def close(self) -> None:
        """Put everything away, the last first."""
        while self._closing:
            with going_on():
                self._closing.pop()()
