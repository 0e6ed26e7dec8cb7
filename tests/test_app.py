"""The program itself, in a process of its own: good days and bad ones."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from acutimer.store.backups import Backups
from acutimer.store.database import open_database
from acutimer.store.ledger import Ledger
from acutimer.store.own import OwnRoutines
from tests.shipped import LIBRARY
from tests.welcomed import welcomed

ROOT = Path(__file__).resolve().parent.parent
# Opens the window, and once it stands prints what `LOOK` finds and closes it.
SCRIPT = """
import json, os, sys
from PySide6.QtCore import QTimer
from acutimer import app
from acutimer.ui.window import MainWindow

build = MainWindow.__init__

def look(window):
    print(json.dumps({LOOK}))
    {THEN}

def watched(self, *given):
    build(self, *given)
    self.settled.connect(lambda: QTimer.singleShot(0, lambda: look(self)))

MainWindow.__init__ = watched
sys.exit(app.run({START!r}))
"""
MESSAGES = "[[it.text, it.kind] for it in window.bar._messages]"

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def run(home: Path) -> Run:
    def run_app(
        look: str = MESSAGES, then: str = "window.close()", start: str | None = None, **variables: str
    ) -> subprocess.CompletedProcess[str]:
        script = SCRIPT.format(LOOK=look, THEN=then, START=start)
        welcomed(home / "config")
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", **variables}
        command = [sys.executable, "-c", script]
        return subprocess.run(
            command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=60
        )

    return run_app


def said(done: subprocess.CompletedProcess[str]) -> Any:
    assert done.stderr == ""
    assert done.returncode == 0
    return json.loads(done.stdout)


def test_it_opens_and_closes_quietly_and_keeps_its_files_where_the_platform_has_them(run: Run, home: Path) -> None:
    assert said(run()) == []
    assert (home / "data" / "acutimer" / "acutimer.db").exists()
    settings = json.loads((home / "config" / "acutimer" / "settings.json").read_text(encoding="utf-8"))
    assert settings["last_place"] == "explore"
    assert len(settings["window"]) == 4
    assert not list((home / "state").rglob("*.log"))


def test_the_first_start_welcomes_and_the_second_one_does_not(run: Run, home: Path) -> None:
    file = welcomed(home / "config")
    file.write_text("{}", encoding="utf-8")
    look = "[type(window._stack.currentWidget()).__name__]"
    assert said(run(look, "(window._stack.currentWidget().leave(), window.close())")) == ["WelcomePage"]
    assert json.loads(file.read_text(encoding="utf-8"))["welcomed"] is True
    assert said(run(look)) == ["ExplorePlace"]


def test_it_starts_the_routine_named(run: Run) -> None:
    look = "[window.sessions.page.player.session.plan.routine.id, window.is_given_over]"
    assert said(run(look, start="balance-points")) == ["balance-points", True]


def test_an_unknown_routine_is_one_line_and_no_window(run: Run) -> None:
    done = run(start="balance-point")
    assert done.returncode == 1
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    assert "balance-points" in done.stderr


def a_file_in_the_way(folder: Path) -> None:
    folder.parent.mkdir(parents=True)
    folder.write_text("in the way", encoding="utf-8")


def a_damaged_database(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "acutimer.db").write_bytes(b"no database at all" * 100)


def a_newer_database(folder: Path) -> None:
    folder.mkdir(parents=True)
    connection = sqlite3.connect(folder / "acutimer.db")
    connection.execute(f"PRAGMA application_id = {0x61637574}")
    connection.execute("PRAGMA user_version = 999")
    connection.execute("CREATE TABLE session (id TEXT)")
    connection.close()


@pytest.mark.parametrize(
    ("spoil", "word"),
    [(a_file_in_the_way, "folder"), (a_newer_database, "newer")],
    ids=["no folder", "newer"],
)
def test_a_history_that_cannot_be_opened_costs_no_window_and_nothing_is_lost(
    run: Run, home: Path, spoil: Callable[[Path], None], word: str
) -> None:
    folder = home / "data" / "acutimer"
    spoil(folder)
    kept = folder if folder.is_file() else folder / "acutimer.db"
    before = kept.read_bytes()
    ((text, kind),) = said(run())
    assert kind == "caution"
    assert word in text
    assert text.endswith("What you do now is not kept.")
    assert "\n" not in text
    assert kept.read_bytes() == before


def test_a_damaged_history_is_kept_and_mended(run: Run, home: Path) -> None:
    folder = home / "data" / "acutimer"
    a_damaged_database(folder)
    before = (folder / "acutimer.db").read_bytes()
    ((text, kind),) = said(run())
    assert kind == "caution"
    assert text.startswith("Your log was damaged, and is mended. The damaged file is kept, as acutimer-damaged-")
    (kept,) = (folder / "backups").glob("acutimer-damaged-*.db")
    assert kept.read_bytes() == before
    assert said(run()) == []


def test_a_log_that_is_mended_on_the_way_to_a_routine_of_ones_own_is_told_in_the_window(run: Run, home: Path) -> None:
    folder = home / "data" / "acutimer"
    now = datetime(2026, 11, 20, 9, tzinfo=UTC)
    with closing(open_database(folder / "acutimer.db", now)) as connection:
        OwnRoutines(Ledger(connection)).save(replace(LIBRARY.routines["knee-pain-press"], id="own-1"), now)
        Backups(folder / "acutimer.db", folder / "backups").make(now)
    a_damaged_database(folder)
    ((text, _kind),) = said(run(start="own-1"))
    assert text.startswith("Your log was damaged, and is mended.")


def test_without_a_history_a_session_runs_all_the_same(run: Run, home: Path) -> None:
    a_newer_database(home / "data" / "acutimer")
    look = "[window.sessions.page.player.session is not None, len(window.bar._messages)]"
    assert said(run(look, start="balance-points")) == [True, 1]


def test_damaged_settings_lose_only_what_is_bad_and_the_user_is_told(run: Run, home: Path) -> None:
    file = home / "config" / "acutimer" / "settings.json"
    file.parent.mkdir(parents=True)
    file.write_text('{"theme": "dark", "volume": 900}', encoding="utf-8")
    look = f"[{MESSAGES}, window.palette().window().color().name()]"
    messages, ground = said(run(look))
    assert ground == "#0d1315"
    assert any("volume" in text for text, _ in messages)
    assert {kind for _, kind in messages} == {"caution"}
    assert '"volume": 900' in (file.parent / "settings-damaged-1.json").read_text(encoding="utf-8")


def test_of_damaged_settings_one_reads_first_what_is_wrong(run: Run, home: Path) -> None:
    file = home / "config" / "acutimer" / "settings.json"
    file.parent.mkdir(parents=True)
    file.write_text('{"theme": 5, ', encoding="utf-8")
    done = run(look="window.bar.message.text")
    assert "had a mistake: it is not JSON" in said(done)


@pytest.mark.parametrize("start", [None, "balance-points"])
def test_content_that_is_missing_is_one_line_and_the_worlds_fault(run: Run, tmp_path: Path, start: str | None) -> None:
    (tmp_path / "content" / "en").mkdir(parents=True)
    (tmp_path / "icons").symlink_to(ROOT / "resources" / "icons")
    (tmp_path / "sitecustomize.py").write_text(
        f"from pathlib import Path; from acutimer import paths; paths.resources = lambda: Path({str(tmp_path)!r})",
        encoding="utf-8",
    )
    done = run(start=start, PYTHONPATH=os.pathsep.join([str(tmp_path), str(ROOT)]))
    assert done.returncode == 3
    assert len(done.stderr.splitlines()) == 1
    assert "Install acutimer anew" in done.stderr


@pytest.mark.parametrize("platform", ["xcb", "nonsense"])
def test_without_a_display_it_says_so_in_one_line(run: Run, platform: str) -> None:
    done = run(QT_QPA_PLATFORM=platform, DISPLAY="", WAYLAND_DISPLAY="")
    assert done.returncode == 3
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    assert "no display" in done.stderr


@pytest.mark.parametrize(("kind", "code"), [("SIGINT", 130), ("SIGTERM", 0)])
def test_an_interruption_closes_it_as_its_own_button_would(run: Run, home: Path, kind: str, code: int) -> None:
    assert hasattr(signal, kind)
    done = run("'here'", f"import signal; os.kill(os.getpid(), signal.{kind})", start="balance-points")
    assert done.returncode == code
    assert done.stderr == ""
    connection = sqlite3.connect(home / "data" / "acutimer" / "acutimer.db")
    assert connection.execute("SELECT count(*) FROM session WHERE ended_at IS NULL").fetchone() == (1,)
    connection.close()
    assert (home / "config" / "acutimer" / "settings.json").exists()


def test_what_should_not_have_happened_is_one_calm_line_and_the_window_stays(run: Run, home: Path) -> None:
    end = f"(print(json.dumps({MESSAGES})), window.close())"
    hear = f"window.messages.said.connect(lambda _: QTimer.singleShot(0, lambda: {end}))"
    done = run("'here'", f"{hear}; QTimer.singleShot(0, lambda: 1 / 0)")
    assert done.returncode == 0
    assert done.stderr == ""
    ((text, kind),) = json.loads(done.stdout.splitlines()[-1])
    assert kind == "caution"
    assert text == "Something went wrong in acutimer. What you did is kept."
    (log,) = (home / "state").rglob("*.log")
    assert "ZeroDivisionError" in log.read_text(encoding="utf-8")
