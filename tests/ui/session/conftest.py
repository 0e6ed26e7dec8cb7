"""A session on clocks that are moved by hand."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from acutimer.ui.context import Context
from acutimer.ui.session.page import SessionPage
from acutimer.ui.session.player import Player
from tests.ui.practice import NOW, make_context, shown


class Clocks:
    """A monotonic clock and a wall clock that usually go together."""

    def __init__(self) -> None:
        self.seconds = 5000.0
        self.wall: datetime = NOW

    def pass_by(self, seconds: float) -> None:
        self.seconds += seconds
        self.wall += timedelta(seconds=seconds)

    def run(self, player: Player, seconds: float) -> None:
        """Let time pass in steps of at most a second, a tick after each."""
        while seconds > 1e-9:
            step = min(1.0, seconds)
            self.pass_by(step)
            player.tick()
            seconds -= step


class Loudspeaker:
    """Remembers what was played; can be unplugged and plugged in."""

    def __init__(self) -> None:
        self.played: list[tuple[str, float]] = []
        self.is_there = True
        self.changed: Callable[[], None] = lambda: None

    def play(self, name: str, volume: float) -> None:
        if self.is_there:
            self.played.append((name, volume))

    def watch(self, changed: Callable[[], None]) -> None:
        self.changed = changed

    def plug(self, is_there: bool) -> None:
        self.is_there = is_there
        self.changed()


@pytest.fixture
def clocks() -> Clocks:
    return Clocks()


@pytest.fixture
def context(tmp_path: Path, qtbot: QtBot, clocks: Clocks) -> Iterator[Context]:
    made = make_context(tmp_path)
    yield replace(made, wall=lambda: clocks.wall, monotonic=lambda: clocks.seconds)
    made.figures.close()


@pytest.fixture
def loudspeaker() -> Loudspeaker:
    return Loudspeaker()


@pytest.fixture
def page(context: Context, qtbot: QtBot, loudspeaker: Loudspeaker) -> Iterator[SessionPage]:
    page = shown(SessionPage(context, opening=lambda _folder: loudspeaker, speaking=lambda: None), qtbot, 1280, 800)
    yield page
    page.close()


@pytest.fixture
def over(page: SessionPage) -> list[str]:
    """The ids of the sessions that are over for good."""
    ids: list[str] = []
    page.over.connect(ids.append)
    return ids
