"""Several programs at one log: a session in the window, one in the terminal, and the commands, all at the same time."""

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import ExitStack, closing, suppress
from pathlib import Path

from acutimer.paths import database_file
from acutimer.store.database import open_database
from acutimer.store.history import History
from tests.trusting import amount
from tests.ui.practice import NOW
from tests.welcomed import welcomed

ROOT = Path(__file__).resolve().parents[2]
Child = subprocess.Popen[str]
# The window shows its empty log, does what it is told by a line, and says when it is done.
WINDOW = """
import sys
from PySide6.QtCore import QSocketNotifier, QTimer
from acutimer import app
from acutimer.store import recording
from acutimer.ui.window import MainWindow

recording.SHORT_WAIT_SECONDS = 60.0  # a machine that is busy is not another program in the way

build = MainWindow.__init__

def watched(window, *given):
    build(window, *given)
    window.settled.connect(lambda: QTimer.singleShot(0, lambda: begin(window)))

def begin(window):
    window.show_place("log")
    messages = []
    window.messages.said.connect(lambda it: messages.append([it.kind, it.text]))
    def close():
        window.ears.setEnabled(False)
        print(messages, flush=True)
        window.close()
    orders = {
        "start": lambda: (window.start_routine("daily-strength"), print("started", flush=True)),
        "skip": lambda: skip(window.sessions.page.player),
        "log": lambda: (window.sessions.after.closed.emit(), show(window)),
        "close": close,
    }
    window.ears = QSocketNotifier(0, QSocketNotifier.Type.Read)
    window.ears.activated.connect(lambda: orders[sys.stdin.readline().strip()]())

def skip(player):
    player.skip()
    print("over" if player.session.phase is None else "skipped", flush=True)

def show(window):
    print(window._place, window._joined["log"].place.days.listing.model.rowCount(), flush=True)

MainWindow.__init__ = watched
sys.exit(app.run(None))
"""
# A routine in the terminal on a clock that goes on by a few seconds for every line it hears.
TERMINAL = """
import sys
from datetime import timedelta
from acutimer.cli import opening, play
from acutimer.terminal.player import Clocks

begun, passed, ticks = opening.now(), [0.0], []

def sleep(seconds):
    passed[0] += seconds
    ticks.append(seconds)
    if len(ticks) == 1:
        print("playing", flush=True)
    if len(ticks) % 25 == 1:
        sys.stdin.readline()  # at its end all that is left

clocks = Clocks(lambda: passed[0], lambda: begun + timedelta(seconds=passed[0]))
code = play.run("balance-points", minutes=None, side="each", yes=True, clocks=clocks, sleep=sleep)
print("ended", flush=True)
sys.exit(code)
"""


def start(stack: ExitStack, *command: str) -> Child:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    pipe = subprocess.PIPE
    child = subprocess.Popen(
        [sys.executable, *command], cwd=ROOT, env=environment, stdin=pipe, stdout=pipe, stderr=pipe, text=True
    )
    stack.enter_context(child)
    stack.callback(kill, child)
    return child


def kill(child: Child) -> None:
    with suppress(ProcessLookupError):
        child.kill()


def tell(child: Child, word: str) -> None:
    assert child.stdin is not None
    child.stdin.write(f"{word}\n")
    child.stdin.flush()


def wait_for(child: Child, word: str) -> str:
    """The rest of the first line that begins so."""
    assert child.stdout is not None
    while not (line := child.stdout.readline()).startswith(word):
        assert line, f"it ended without {word!r}: {child.stderr.read() if child.stderr else ''}"
    return line.removeprefix(word).strip()


def end_of(terminal: Child) -> None:
    """Let the terminal run to its end."""
    assert terminal.stdin is not None
    terminal.stdin.close()


def run(*arguments: str) -> str:
    command = [sys.executable, "-m", "acutimer", *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=120)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def is_offered_as_a_crash() -> bool:
    """What the next start would ask about."""
    with closing(open_database(database_file(), NOW)) as connection:
        return History(connection).unfinished() is not None


def test_a_window_a_terminal_and_commands_share_the_log(tmp_path: Path, tally: Callable[[str, int, int], None]) -> None:
    welcomed(Path(os.environ["XDG_CONFIG_HOME"]))
    rounds, exported = amount(1, 10), tmp_path / "all.json"
    sound = 0
    for number in range(1, rounds + 1):
        with ExitStack() as stack:
            window = start(stack, "-c", WINDOW)
            tell(window, "start")
            wait_for(window, "started")
            terminal = start(stack, "-c", TERMINAL)
            wait_for(terminal, "playing")
            assert not is_offered_as_a_crash()
            for command in (("export", str(exported)), ("import", str(exported)), ("log", "--json")):
                beside = start(stack, "-m", "acutimer", *command)
                for _ in range(2):  # three programs at the log at once
                    tell(terminal, "")
                    tell(window, "skip")
                    wait_for(window, "skipped")
                _, trouble = beside.communicate(timeout=180)
                assert (beside.returncode, trouble) == (0, "")
            end_of(terminal)
            wait_for(terminal, "ended")
            tell(window, "skip")
            wait_for(window, "over")
            tell(window, "log")
            listed = wait_for(window, "log")
            tell(window, "close")
            told = wait_for(window, "[")
            _, trouble = window.communicate(timeout=180)
            assert terminal.stderr is not None
            assert (terminal.stderr.read(), terminal.wait(timeout=180)) == ("", 0)
            assert (told, trouble, window.returncode) == ("]", "", 0)
        assert listed == f"{2 * number}"
        sessions = json.loads(run("log", "--json"))
        assert len(sessions) == 2 * number
        assert {it["outcome"] for it in sessions if it["routine"] == "balance-points"} == {"done"}
        skipped_through = [it for it in sessions if it["routine"] == "daily-strength"]
        assert {it["outcome"] for it in skipped_through} <= {"partial", "skipped"}
        assert len({len(it["phases"]) for it in skipped_through}) == 1
        assert not is_offered_as_a_crash()
        with closing(sqlite3.connect(database_file())) as connection:
            sound += connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    tally("window, terminal and commands at one log", rounds, rounds - sound)
    assert sound == rounds
