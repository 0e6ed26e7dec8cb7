"""The program as a person uses it: a real window on a real X server, a real mouse, real time, a real log."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
import stage
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from acutimer.core.points import Area
from acutimer.core.settings import Theme
from acutimer.core.sides import Side
from acutimer.ui.explore.place import ExplorePlace
from tests.real_window_desk import ROOT, missing_hands, program, screen, use

SIZE = (1280, 800)
PATIENCE_MS = 30_000

MISSING = missing_hands()
pytestmark = pytest.mark.skipif(bool(MISSING), reason=MISSING)

Spot = tuple[int, int]


@pytest.fixture
def environment() -> Iterator[dict[str, str]]:
    with screen() as environment:
        yield environment


@pytest.fixture
def spots(qtbot: QtBot, tmp_path: Path) -> dict[str, Spot]:
    """Where things are in the window, read off a twin of it."""
    (tmp_path / "twin").mkdir()
    twin = stage.Stage(tmp_path / "twin", Theme.LIGHT, SIZE)
    twin.open()
    place = twin.place(ExplorePlace)
    found = {"knee": middle(place.body.pills[Area.KNEE], twin.window)}
    place.show_area(Area.KNEE, Side.LEFT)
    twin.settle()
    marker = next(it for it in place.findChildren(QAbstractButton) if it.accessibleName().startswith("ST36, "))
    found["ST36"] = middle(marker, twin.window)
    place.show_point("ST36", Side.LEFT)
    twin.settle()
    press = next(it for it in place.findChildren(QAbstractButton) if it.isVisible() and it.text() == "Press now")
    found["press now"] = middle(press, twin.window)
    twin.close()
    return found


def middle(widget: QWidget, window: QWidget) -> Spot:
    spot: QPoint = widget.mapTo(window, widget.rect().center())
    return spot.x(), spot.y()


def click(environment: dict[str, str], spot: Spot) -> None:
    use(environment, "mousemove", "--sync", str(spot[0]), str(spot[1]), "click", "1")


def rows(query: str) -> list[tuple[object, ...]]:
    """What the log's file says at this moment; nothing where there is no file yet."""
    file = Path(os.environ["XDG_DATA_HOME"]) / "acutimer/acutimer.db"
    if not file.exists():
        return []
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as connection:
        try:
            return connection.execute(query).fetchall()
        except sqlite3.OperationalError:  # it is being made
            return []


def log(environment: dict[str, str]) -> list[dict[str, object]]:
    command = [sys.executable, "-m", "acutimer", "log", "--json"]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    sessions: list[dict[str, object]] = json.loads(done.stdout)
    return sessions


def has_pressed(side: str) -> Callable[[], bool]:
    """Whether the running press on that side was written down (every 5 s) at least once."""
    query = f"SELECT 1 FROM phase WHERE kind = 'press' AND side = '{side}' AND done_seconds > 3"  # noqa: S608 - no one's input
    return lambda: bool(rows(query))


def test_a_mouse_finds_the_point_presses_it_and_the_log_has_both_legs(
    environment: dict[str, str], spots: dict[str, Spot], qtbot: QtBot
) -> None:
    with program(environment) as child:
        for _ in range(10):  # a click that came before the window was laid out is simply made again
            for name in ("knee", "ST36", "press now"):
                click(environment, spots[name])
            if rows("SELECT 1 FROM session"):
                break
        qtbot.waitUntil(lambda: bool(rows("SELECT 1 FROM session")), timeout=PATIENCE_MS)
        use(environment, "key", "space")  # start now
        qtbot.waitUntil(has_pressed("left"), timeout=PATIENCE_MS)
        use(environment, "key", "Right", "space")  # enough; the other leg, now
        qtbot.waitUntil(has_pressed("right"), timeout=PATIENCE_MS)
        use(environment, "key", "Right")
        qtbot.waitUntil(lambda: bool(rows("SELECT 1 FROM session WHERE outcome IS NOT NULL")), timeout=PATIENCE_MS)
        child.send_signal(signal.SIGTERM)
        assert child.wait(timeout=30) == 0
    (session,) = log(environment)
    phases = session["phases"]
    assert isinstance(phases, list)
    pressed = [phase for phase in phases if phase["kind"] == "press"]
    assert [(phase["subject"], phase["side"], phase["outcome"]) for phase in pressed] == [
        ("ST36", "left", "partial"),
        ("ST36", "right", "partial"),
    ]
    assert all(phase["done_seconds"] > 3 for phase in pressed)


def test_a_kill_in_the_middle_of_a_press_keeps_what_was_written_and_starts_again(
    environment: dict[str, str], qtbot: QtBot
) -> None:
    with program(environment, "--start", "balance-points") as child:
        qtbot.waitUntil(lambda: bool(rows("SELECT 1 FROM session")), timeout=PATIENCE_MS)
        use(environment, "key", "space")
        qtbot.waitUntil(has_pressed("both"), timeout=PATIENCE_MS)
        child.send_signal(signal.SIGKILL)
        assert child.wait(timeout=30) == -signal.SIGKILL
    (session,) = log(environment)
    assert session["outcome"] is None
    with program(environment) as child:  # it starts, and finds what was cut off
        child.send_signal(signal.SIGTERM)
        assert child.wait(timeout=30) == 0
    assert rows("PRAGMA integrity_check") == [("ok",)]
