"""The window itself, in a process of its own, on disks that fail it."""

import json
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest

from tests.faults.children import ROOT, Home
from tests.faults.conftest import Disk
from tests.faults.deeds import DAYS

Tell = Callable[[str, int, int], None]
# Opens the window, does one thing after the other, and prints what it said in the end.
SCRIPT = """
import json, os, resource, sys
from PySide6.QtCore import QTimer
from acutimer import app
from acutimer.ui.window import MainWindow

build = MainWindow.__init__
said, seen = [], {}

def player():
    return window.sessions.page.player

def limit(count):
    resource.setrlimit(resource.RLIMIT_FSIZE, (count, resource.RLIM_INFINITY))

def skip(times):
    for _ in range(times):
        player().skip()

def watched(self, *given, **named):
    global window
    window = self
    build(self, *given, **named)
    self.settled.connect(lambda: QTimer.singleShot(0, begin))

def begin():
    window.messages.said.connect(lambda it: said.append(it.text))
    said.extend(it.text for it in window.bar._messages)
    step()

def step():
    if not STEPS:
        print(json.dumps({"said": said, **seen}))
        window.close()
        return
    exec(STEPS.pop(0), globals())
    QTimer.singleShot(50, step)

STEPS = json.loads(sys.argv[1])
MainWindow.__init__ = watched
sys.exit(app.run(sys.argv[2] or None))
"""


def opened(home: Home, *steps: str, start: str = "") -> tuple[int, Any, str]:
    """The exit code, what was said and seen, and what came on the error output."""
    environment = {**home.variables, "QT_QPA_PLATFORM": "offscreen", "SPEECHD_CMD": "false"}
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, json.dumps(steps), start],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    told = json.loads(done.stdout.splitlines()[-1]) if done.stdout else None
    return done.returncode, told, done.stderr


def mounted(home: Home, disk: Disk) -> Home:
    return home.copied(disk.folder / "home")


COUNT = "seen['sessions'] = len(window._context.history.sessions())"


def test_on_a_disk_that_is_read_only_the_window_opens_shows_the_log_and_says_what_is_not_kept(
    home: Home, disk: Disk, tally: Tell
) -> None:
    there = mounted(home, disk)
    disk.be_read_only()
    code, told, err = opened(there, COUNT)
    found = [] if (code, err) == (0, "") else [f"{code} {err}"]
    words = "shown as it was. What you do now is not kept."
    if told is None or told["sessions"] != DAYS or not any(words in it for it in told["said"]):
        found.append(f"{told}")
    tally("the window on a read-only or full disk", 1, len(found))
    assert not found, "\n".join(found)


def test_on_a_full_disk_the_window_opens_and_a_session_runs(home: Home, disk: Disk, tally: Tell) -> None:
    there = mounted(home, disk)
    disk.fill()
    code, told, err = opened(there, "skip(3)", COUNT, start="balance-points")
    disk.free()
    found = [] if (code, err) == (0, "") else [f"{code} {err}"]
    if told is None or not told["said"] or told["sessions"] < DAYS or "Traceback" in there.notes():
        found.append(f"{told} {there.notes()}")
    if len(there.sessions()) < DAYS or not there.is_sound():
        found.append("sessions are gone")
    tally("the window on a read-only or full disk", 1, len(found))
    assert not found, "\n".join(found)


def test_a_disk_that_is_full_for_a_part_of_a_session_in_the_window_costs_nothing_of_it(home: Home, tally: Tell) -> None:
    """Also what was chosen meanwhile is kept, and what is written of the window as it closes."""
    before = home.sessions()
    steps = (
        "limit(0)",
        "skip(3)",
        "window._context.preferences.update(volume=7)",
        "player().stop(); player().finish()",
        "seen['after'] = window._stack.currentWidget() is window.sessions.after",
        "limit(resource.RLIM_INFINITY)",
        "player()._keeping.retry()",
    )
    code, told, err = opened(home, *steps, start="balance-points")
    found = [] if (code, err) == (0, "") else [f"{code} {err}"]
    came = [kept for session, kept in home.sessions().items() if session not in before]
    if len(came) != 1 or came[0][0] is None or came[0][1] < 4:
        found.append(f"the log has {came}")
    if json.loads(home.settings.read_text(encoding="utf-8"))["volume"] != 7:
        found.append("the settings were not kept")
    if told is None or not told["after"] or "Traceback" in home.notes():
        found.append(f"{told} {home.notes()}")
    else:
        goes_on = [it for it in told["said"] if "The session goes on, and it is tried again" in it]
        again = [it for it in told["said"] if it.startswith("The log can be written again.")]
        if (len(goes_on), len(again)) != (1, 1):
            found.append(f"{told}")
    tally("disk full in a session (the window)", 1, len(found))
    assert not found, "\n".join(found)


@pytest.mark.parametrize("what", ["deleted", "replaced"])
def test_a_log_that_is_deleted_or_replaced_while_the_window_is_open_is_told(home: Home, tally: Tell, what: str) -> None:
    (home.folder / "other").write_bytes(home.database.read_bytes())
    other = (home.folder / "other").read_bytes()
    take = f"os.replace({str(home.folder / 'other')!r}, {str(home.database)!r})"
    steps = [f"os.unlink({str(home.database)!r})" if what == "deleted" else take, "skip(2)"]
    code, told, err = opened(home, *steps, start="balance-points")
    found = [] if (code, err) == (0, "") else [f"{code} {err}"]
    if told is None or not any(f"was {what}" in it or f"moved or {what}" in it for it in told["said"]):
        found.append(f"{told}")
    if what == "replaced" and home.database.read_bytes() != other:
        found.append("the file that took the log's place was written to")
    if "Traceback" in home.notes():
        found.append(home.notes())
    tally("the log deleted or replaced while the window is open", 1, len(found))
    assert not found, "\n".join(found)
