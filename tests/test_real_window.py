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
from pytestqt.qtbot import QtBot

from tests.real_window_desk import ROOT, desk, missing_eyes, missing_hands, program, screen, use
from tests.welcomed import welcomed

PATIENCE_MS = 30_000

MISSING = missing_hands() or missing_eyes()
pytestmark = pytest.mark.skipif(bool(MISSING), reason=MISSING)


@pytest.fixture
def environment() -> Iterator[dict[str, str]]:
    with screen() as environment:
        yield environment


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


def test_a_mouse_finds_the_point_presses_it_and_the_log_has_both_legs(qtbot: QtBot) -> None:
    # with motion, a click on the way to the knee would mean a place on the body
    welcomed(Path(os.environ["XDG_CONFIG_HOME"]), reduced_motion=True)
    with desk() as window:
        for name in ("Knee, ", "ST36, ", "Press now"):
            window.click_on("push button", name)
        qtbot.waitUntil(lambda: bool(rows("SELECT 1 FROM session")), timeout=PATIENCE_MS)
        window.key("space")  # start now
        qtbot.waitUntil(has_pressed("left"), timeout=PATIENCE_MS)
        window.key("Right", "space")  # enough; the other leg, now
        qtbot.waitUntil(has_pressed("right"), timeout=PATIENCE_MS)
        window.key("Right")
        qtbot.waitUntil(lambda: bool(rows("SELECT 1 FROM session WHERE outcome IS NOT NULL")), timeout=PATIENCE_MS)
    (session,) = log(dict(os.environ))
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
        assert child.wait(timeout=90) == -signal.SIGKILL
    (session,) = log(environment)
    assert session["outcome"] is None
    with program(environment) as child:  # it starts, and finds what was cut off
        child.send_signal(signal.SIGTERM)
        assert child.wait(timeout=90) == 0
    assert rows("PRAGMA integrity_check") == [("ok",)]
