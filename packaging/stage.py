"""A window with clocks moved by hand and a made-up history, for taking pictures of it."""

import itertools
import sqlite3
import uuid
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from functools import cache
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QAbstractAnimation, QEventLoop, QPoint, Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from three_years import live

from acutimer import paths
from acutimer.content.atlas import Atlas
from acutimer.content.library import FACTS, Library, load_library
from acutimer.core.fitting import plan
from acutimer.core.session import Running, Session
from acutimer.core.settings import Settings, Theme
from acutimer.language.catalogue import language
from acutimer.store.database import open_database, open_in_memory, scripts
from acutimer.store.history import History
from acutimer.store.recording import Recorder
from acutimer.store.settings import SettingsFile
from acutimer.ui.body.figures import Figures
from acutimer.ui.context import Context
from acutimer.ui.messages import Messages
from acutimer.ui.preferences_holder import Preferences
from acutimer.ui.window import MainWindow

NOW = datetime(2026, 11, 20, 7, 41, tzinfo=timezone(timedelta(hours=1)))
Place = TypeVar("Place", bound=QWidget)
Scene = Callable[["Stage"], object]
"""Brings a stage to where a picture is taken; what it returns is for other scenes that go on from there."""


class Stage:
    """One window in a folder of its own. `size` is its client area in pixels."""

    def __init__(self, folder: Path, theme: Theme, size: tuple[int, int]) -> None:
        self.seconds = 1000.0  # the monotonic clock, and how far the wall clock is past NOW
        self.wall_shift = timedelta()  # how much somebody has put the wall clock forward
        self.connection = open_database(folder / "acutimer.db", NOW)
        self.connection.execute("PRAGMA synchronous = OFF")  # it is thrown away
        self.messages = Messages()
        content, tag = paths.resources() / "content", language()
        library = load_library(content / FACTS, None if tag == FACTS else content / tag)
        atlas = Atlas(paths.resources() / "body", library.rules)
        # mute, though the voice is switched on, as its button shows
        settings = Settings(
            welcomed=True, theme=theme, sounds=False, voice_volume=0, window=(0, 0, *size), reduced_motion=True
        )
        self.context = Context(
            library=library,
            atlas=atlas,
            history=History(self.connection),
            preferences=Preferences(settings, SettingsFile(folder / "settings.json"), self.messages),
            figures=Figures(atlas, folder.parent / "figures"),
            messages=self.messages,
            wall=lambda: NOW + timedelta(seconds=self.seconds - 1000.0) + self.wall_shift,
            monotonic=lambda: self.seconds,
        )
        self.size = size
        self.window: MainWindow

    @property
    def library(self) -> Library:
        """The content."""
        return self.context.library

    def open(self) -> None:
        """Show the window as it is at a start."""
        self.window = MainWindow(self.context)
        self.window.resize(*self.size)
        self.window.show()
        QTest.mouseMove(self.window, QPoint(1, 1))  # not where the stage before this one left the pointer
        self.settle()

    def settle(self) -> None:
        """Let everything be laid out and drawn."""
        for _ in range(6):
            for owner in (self.context.figures, self.window):
                for pool in owner.findChildren(QThreadPool):
                    pool.waitForDone()
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 100)

    def grab(self, file: Path) -> None:
        """Save a picture of the window."""
        self.settle()
        self.window.grab().save(str(file))

    def place(self, kind: type[Place]) -> Place:
        """The place of that class, which must have been shown."""
        (found,) = self.window.findChildren(kind)
        return found

    def close(self) -> None:
        """Put everything away."""
        self.window.close()
        self.context.figures.close()
        self.connection.close()

    # -- a person ------------------------------------------------------------------------------------

    def press(self, key: Qt.Key) -> None:
        """Press a key."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key)
        self.settle()

    def type(self, words: str) -> None:
        """Type into what has the keyboard."""
        QTest.keyClicks(QApplication.focusWidget() or self.window, words)
        self.settle()

    def point_at(self, widget: QWidget) -> None:
        """Bring the pointer to the middle of a control."""
        self.settle()
        QTest.mouseMove(self.window, widget.mapTo(self.window, widget.rect().center()))
        self.settle()

    # -- motion: it stands still unless a scene is about it ---------------------------------------------

    def move_things(self) -> None:
        """Let things move; what moves by the clock stands until `seconds` goes on."""
        self.context.preferences.update(reduced_motion=False)

    def hold(self, share: float) -> None:
        """Stop every animation where so much of it is over."""
        for animation in self.window.findChildren(QAbstractAnimation):
            if animation.state() is QAbstractAnimation.State.Running:
                animation.pause()
                animation.setCurrentTime(round(animation.duration() * share))

    # -- a history -----------------------------------------------------------------------------------

    def live_three_years(self) -> None:
        """Three years of practice, in place of what there was."""
        _three_years().backup(self.connection)

    def live_past_weeks(self) -> None:
        """Three weeks of practice, some of it broken off."""
        routines = list(self.library.routines)
        for day in range(21, -1, -1):
            for turn in range((day * 7 + 4) % 3):
                started = NOW - timedelta(days=day, hours=turn * 9, minutes=(day * 17) % 50 + 12)
                share = 0.6 if (day + turn) % 4 == 0 else 1.0
                discomfort = (6 - day % 3, 4 - day % 2) if day % 2 else None
                self.live(routines[(day * 5 + turn) % len(routines)], started, share=share, discomfort=discomfort)

    def live(
        self, routine: str, started_at: datetime, *, share: float = 1.0, discomfort: tuple[int, int] | None = None
    ) -> None:
        """Add a session to the history, stopped after `share` of its length."""
        recorder = self._walk(routine, started_at, share, Session.stop)
        if discomfort:
            before, after = discomfort
            self.context.history.annotate(
                recorder.session_id,
                discomfort_before=before,
                discomfort_after=after,
                note="Easier on the stairs",
                at=started_at + timedelta(hours=1),
            )

    def cut_off(self, routine: str, started_at: datetime, *, share: float) -> None:
        """Add a session that a power cut ended."""
        self._walk(routine, started_at, share, Session.pause).leave()

    def _walk(
        self, routine: str, started_at: datetime, share: float, leave: Callable[[Session, float], Session]
    ) -> Recorder:
        laid_out = plan(self.library.routine(routine), self.context.preferences.value.choices(), self.context.safety)
        recorder = Recorder(self.context.history, str(uuid.uuid4()))
        recorder.begin(laid_out, started_at)
        session = Session(laid_out).start(0.0)
        for second in itertools.count(1.0):
            at = started_at + timedelta(seconds=second)
            is_waiting = session.phase is not None and session.phase.seconds is None
            session = session.go(second) if is_waiting else session.advance(second)
            if second > share * laid_out.seconds:
                session = leave(session, second)
            recorder.follow(session, second, at)
            if not isinstance(session.state, Running):
                recorder.checkpoint(session, second, at)
                break
        return recorder


@cache
def _three_years() -> sqlite3.Connection:
    """A log of three years, made once."""
    connection = open_in_memory()
    live(History(connection), load_library(paths.resources() / "content" / "en"), NOW)
    connection.execute(f"PRAGMA user_version = {len(scripts())}")
    return connection
