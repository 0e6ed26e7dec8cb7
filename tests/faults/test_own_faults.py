"""Faults of our own, planted in the real program: each is told, no session is lost by it, none is a trace on stderr."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.trusting import amount
from tests.welcomed import welcomed

ROOT = Path(__file__).resolve().parent.parent.parent
OURS = "Something went wrong in acutimer. What you did is kept."
IN_A_SESSION = "a fault of our own in a slot, paint, timer, thread (session goes on, told once)"
ROUTINES = ("balance-points", "knee-pain-press", "daily-strength", "qigong-knee-massage")
DEADLY = ("SIGSEGV", "SIGABRT", "SIGBUS", "SIGFPE", "SIGILL")
AT_START = "a fault of our own before the window stands, or as it closes"
STRUCK = "ended by a deadly signal (session kept, told at the next start)"

Tell = Callable[[str, int, int], None]
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    welcomed(tmp_path / "home" / "config")
    return tmp_path / "home"


@pytest.fixture
def run(home: Path) -> Run:
    def run_script(script: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-c", script],
            cwd=ROOT,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
            capture_output=True,
            text=True,
            check=False,
            timeout=240,
        )

    return run_script


def plan(name: str, start: str | None = None) -> str:
    return f"from tests.faults.own_faults import main; main({name!r}, {start!r})"


def log_of(home: Path) -> str:
    file = home / "state" / "acutimer" / "log" / "acutimer.log"
    return file.read_text(encoding="utf-8") if file.exists() else ""


def sessions(home: Path, where: str) -> int:
    connection = sqlite3.connect(home / "data" / "acutimer" / "acutimer.db")
    (count,) = connection.execute(f"SELECT count(*) FROM session WHERE {where}").fetchone()  # noqa: S608  ours
    connection.close()
    return int(count)


def found(done: subprocess.CompletedProcess[str]) -> dict[str, Any]:
    assert done.returncode == 0, done.stderr
    result = json.loads(done.stdout.splitlines()[-1])
    assert isinstance(result, dict)
    return result


@pytest.mark.parametrize("routine", ROUTINES[: amount(1, 4)])
def test_wherever_a_fault_is_the_session_goes_on_and_the_user_is_told(
    run: Run, home: Path, tally: Tell, routine: str
) -> None:
    done = run(plan("session", routine))
    result = found(done)
    told, went_on = result["told"], result["went_on"]
    lost = {place for place in told if not told[place] or not went_on.get(place)}
    tally(IN_A_SESSION, len(told), len(lost) + done.stderr.count("Traceback"))
    assert not lost
    assert len(told) >= 20
    assert "Traceback" not in done.stderr
    assert result["messages"] == [OURS], "the same words stand there once"
    assert result["action"] == "Copy details"
    assert sessions(home, "outcome IS NOT NULL") == 1
    for place in ("Slot", "PaintEvent", "Runnable", "ThreadOfPython", "PuttingAway", "Figures", "Job", "After"):
        assert f"faulty.{place}Error" in log_of(home)
    assert log_of(home).count("EveryPictureError") < 10


def test_what_fails_as_the_window_closes_costs_nothing_of_the_session(run: Run, home: Path, tally: Tell) -> None:
    done = run(plan("closing", "balance-points"))
    is_kept = sessions(home, "ended_at IS NULL") == 1
    settings = json.loads((home / "config" / "acutimer" / "settings.json").read_text(encoding="utf-8"))
    is_told = "something went wrong in acutimer itself" in done.stderr
    is_lost = not is_kept or "window" not in settings or "Traceback" in done.stderr or done.returncode or not is_told
    tally(AT_START, 1, int(bool(is_lost)))
    assert not is_lost
    assert "ClosingError" in log_of(home)
    assert found(run(plan("looking")))["offers"]


@pytest.mark.parametrize("name", DEADLY[: amount(1, 5)])
def test_a_deadly_signal_is_told_at_the_next_start_once(
    run: Run, home: Path, tally: Tell, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv("STRUCK_BY", name)
    struck = run(plan("struck", "balance-points"))
    assert struck.returncode == -getattr(signal, name)
    after = found(run(plan("looking")))
    last = "Last time acutimer ended unexpectedly. What you did is kept."
    is_told = [last, "Copy details"] in after["messages"]
    tally(STRUCK, 1, int(not is_told or not after["offers"]))
    assert is_told
    assert after["offers"], "the session can be gone on with"
    assert "Fatal Python error: " in after["copied"]
    assert "in struck" in after["copied"]
    assert str(home) not in after["copied"]
    assert "Fatal Python error: " in log_of(home)
    assert found(run(plan("looking")))["messages"] == []
    assert not list((home / "state").rglob("*.ended"))


START = """
import sys
def broken(*_, **__):
    raise KeyError("Gertrud's hip")
{0}
from acutimer import app
sys.exit(app.run(None{1}))
"""


@pytest.mark.parametrize(
    ("plant", "more"),
    [
        ("from acutimer.ui.window import MainWindow; MainWindow.__init__ = broken", ""),
        ("from acutimer.ui.parts import Parts; Parts.build = broken", ""),
        ("from acutimer.ui.parts import Parts; Parts.build = broken", ", in_background=True"),
        ("from acutimer.store.settings import SettingsFile; SettingsFile.load = broken", ""),
    ],
    ids=["window", "parts", "background", "settings"],
)
def test_before_the_window_stands_it_is_one_line_and_an_exit_code_of_its_own(
    run: Run, home: Path, tally: Tell, plant: str, more: str
) -> None:
    done = run(START.format(plant, more))
    is_told = done.stderr.count("\n") == 1 and "something went wrong in acutimer itself" in done.stderr
    tally(AT_START, 1, int(not is_told))
    assert is_told, done.stderr
    assert done.returncode == 70
    assert done.stdout == ""
    assert str(home / "state" / "acutimer" / "log" / "acutimer.log") in done.stderr
    assert "Gertrud" not in done.stderr
    assert "KeyError" in log_of(home)


def test_what_fails_as_the_window_settles_leaves_the_rest(run: Run, home: Path, tally: Tell) -> None:
    plant = "from acutimer.ui.parts import Parts; Parts.back_up_daily = Parts.remind = broken"
    script = f"def broken(*_, **__):\n    raise KeyError\n{plant}\n{plan('looking')}"
    result = found(run(script))
    tally(AT_START, 1, int(result["messages"] != [[OURS, "Copy details"]]))
    assert result["messages"] == [[OURS, "Copy details"]]
    assert "KeyError" in result["copied"]
    assert "acutimer 0" in result["copied"]
