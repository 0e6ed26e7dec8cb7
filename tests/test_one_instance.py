"""One window: the program itself, started more than once. Real processes, real locks, real sockets."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from tests.trusting import amount
from tests.welcomed import welcomed

ROOT = Path(__file__).resolve().parent.parent
# Runs the program, and tells what happens to its window, a line each.
SCRIPT = """
import os, sys
from acutimer import app
from acutimer.ui import parts
from acutimer.ui.instance import client
from acutimer.ui.window import MainWindow

def tell(kind, name, word):
    before = getattr(kind, name)
    def after(self, *given, **named):
        done = before(self, *given, **named)
        print(word, *(it for it in given if isinstance(it, str)), flush=True)
        return done
    setattr(kind, name, after)

tell(MainWindow, "__init__", "window")
tell(MainWindow, "activateWindow", "raised")
tell(MainWindow, "start_routine", "started")
tell(parts.Parts, "_listen", "listening")
client.ANSWER_SECONDS = float(os.environ.get("ANSWER_SECONDS", 60))
client.COMING_SECONDS = 60.0
sys.exit(app.run({START!r}, in_background={BACKGROUND}))
"""
# As it, and names every file that is opened, on its standard error.
WATCHED = """
import sys
def hook(event, given):
    if event == "open" and isinstance(given[0], str) and "/home/" in given[0]:
        sys.stderr.write(f"{given[0]}\\n")
sys.addaudithook(hook)
"""

Child = subprocess.Popen[str]


@pytest.fixture(autouse=True)
def at_home() -> None:
    welcomed(Path(os.environ["XDG_CONFIG_HOME"]))


def begin(start: str | None = None, *, in_background: bool = False, before: str = "", **variables: str) -> Child:
    script = before + SCRIPT.format(START=start, BACKGROUND=in_background)
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", **variables}
    command = [sys.executable, "-c", script]
    return subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


@contextmanager
def first(**given: object) -> Iterator[Child]:
    """A window that listens; closed as the system would in the end."""
    child = begin(**given)  # type: ignore[arg-type]  # handed through
    try:
        wait_for(child, "listening")
        yield child
        if child.poll() is None:
            child.send_signal(signal.SIGTERM)
            _, trouble = child.communicate(timeout=60)
            assert (child.returncode, trouble) == (0, "")
    finally:
        child.kill()
        child.communicate()


def wait_for(child: Child, word: str) -> list[str]:
    """Every line until that one."""
    assert child.stdout is not None
    lines: list[str] = []
    while not lines or lines[-1] != word:
        line = child.stdout.readline()
        assert line, f"it ended without {word!r}: {lines} {child.stderr.read() if child.stderr else ''}"
        lines.append(line.strip())
    return lines


def second(start: str | None = None, **given: object) -> tuple[int, str, str]:
    """Another start: its exit code, and what it said."""
    child = begin(start, **given)  # type: ignore[arg-type]  # handed through
    said, trouble = child.communicate(timeout=120)
    return child.returncode, said, trouble


def files() -> dict[str, tuple[int, int]]:
    """The settings and the log, with the time they were written and their size."""
    folders = [Path(os.environ[f"XDG_{name}_HOME"]) / "acutimer" for name in ("DATA", "CONFIG")]
    found = [file for folder in folders for file in folder.rglob("*") if file.is_file()]
    return {str(file): (file.stat().st_mtime_ns, file.stat().st_size) for file in found}


def test_a_second_start_raises_the_first_window_and_ends() -> None:
    with first() as window:
        assert second() == (0, "", "")
        assert "raised" in wait_for(window, "raised")
        assert second(in_background=True) == (0, "", "")
        assert second(XDG_ACTIVATION_TOKEN="token", DESKTOP_STARTUP_ID="id_TIME1") == (0, "", "")  # noqa: S106
        wait_for(window, "raised")


def test_a_window_begun_in_the_background_is_shown_by_a_later_start() -> None:
    with first(in_background=True) as window:
        assert second() == (0, "", "")
        wait_for(window, "raised")


def test_a_routine_is_started_there_and_an_unknown_one_refused_here() -> None:
    with first() as window:
        code, said, trouble = second("balance-point")
        assert (code, said) == (1, "")
        assert "Did you mean balance-points" in trouble
        assert second("balance-points") == (0, "", "")
        assert "raised" in wait_for(window, "started balance-points")
        code, said, trouble = second("morning-balance")
        assert (code, said) == (3, "")
        (line,) = trouble.splitlines()
        assert "a session has the window" in line


def test_a_second_start_opens_neither_settings_nor_log() -> None:
    with first() as window:
        before = files()
        code, said, trouble = second("balance-points", before=WATCHED)
        assert (code, said) == (0, "")
        opened = {Path(line).name for line in trouble.splitlines()}
        assert opened == {"window.lock"}
        code, _, trouble = second("nonsense", before=WATCHED)
        assert code == 1
        assert {Path(line).name for line in trouble.splitlines()[:-1]} == {"window.lock"}
        wait_for(window, "started balance-points")
        assert {Path(name).name for name, at in files().items() if before.get(name) != at} <= {
            "acutimer.db-wal",  # the session that began in the first
            "acutimer.db",
            "acutimer.db-shm",
            "acutimer.db-running",
        }
        before = files()
        assert second() == (0, "", "")
        assert {name for name, at in files().items() if before.get(name) != at and "acutimer.db" not in name} == set()


def test_other_data_are_another_instance(tmp_path: Path) -> None:
    with first(), first(XDG_DATA_HOME=str(tmp_path / "other")):
        assert second() == (0, "", "")


def test_one_that_was_killed_is_no_hindrance(tally: Callable[[str, int, int], None]) -> None:
    kills, lost = amount(1, 20), 0
    for _ in range(kills):
        with first() as window:
            window.send_signal(signal.SIGKILL)
            window.wait()
        with first():
            lost += second() != (0, "", "")
    tally("killed (SIGKILL), then started twice", kills, lost)
    assert lost == 0


def test_one_that_hangs_is_told_in_one_line_and_wakes_up_later() -> None:
    with first() as window:
        window.send_signal(signal.SIGSTOP)
        code, said, trouble = second(ANSWER_SECONDS="0.2")
        window.send_signal(signal.SIGCONT)
        assert (code, said) == (3, "")
        (line,) = trouble.splitlines()
        assert "does not answer" in line
        assert second() == (0, "", "")


def test_of_many_starts_at_once_one_has_the_window(tally: Callable[[str, int, int], None]) -> None:
    rounds, lost = amount(1, 10), 0
    for _ in range(rounds):
        lost += not _one_window_of([begin() for _ in range(10)])
    tally("ten starts at the same moment", rounds, lost)
    assert lost == 0


def _one_window_of(children: Sequence[Child]) -> bool:
    """Whether one window opened, and all others ended well; it is closed in the end."""
    try:
        # the nine end by themselves, and whoever is left last is the one
        pending = list(children)
        while len(pending) > 1:
            pid, status = os.wait()
            ended = next((it for it in pending if it.pid == pid), None)
            if ended is None:  # a child of another test's, late
                continue
            ended.returncode = os.waitstatus_to_exitcode(status)
            pending.remove(ended)
        (window,) = pending
        window.send_signal(signal.SIGTERM)
        told = [(child is window, *child.communicate(timeout=60), child.returncode) for child in children]
    finally:
        for child in children:
            with suppress(ProcessLookupError):
                child.kill()
            child.communicate()
    others_are_well = all(it[1:] == ("", "", 0) for it in told if not it[0])
    lines = next(it[1] for it in told if it[0]).splitlines()
    return others_are_well and lines.count("window") == 1 and lines.count("raised") == len(children) - 1


def test_where_no_lock_can_be_had_windows_open_all_the_same() -> None:
    data = Path(os.environ["XDG_DATA_HOME"])
    data.mkdir(parents=True)
    (data / "acutimer").write_text("in the way", encoding="utf-8")
    for _ in range(2):
        child = begin()
        wait_for(child, "window")
        child.kill()
        child.communicate()


REOPENING = """
from PySide6.QtCore import QTimer
from acutimer.ui.instance import lock
from acutimer.ui import text_size
text_size.REST_MS = 0
if "ACUTIMER_LOCK" in __import__("os").environ:
    print("again", flush=True)
from acutimer.ui import parts
hear = parts.Parts._listen
def listen(self, window, lock):
    hear(self, window, lock)
    if self._context.preferences.value.text_percent == 100:
        QTimer.singleShot(0, lambda: self._context.preferences.update(text_percent=115))
parts.Parts._listen = listen
"""


@pytest.mark.skipif(os.name != "posix", reason="elsewhere another process is started, and may come second")
def test_a_window_that_opens_itself_again_stays_the_one_and_hears_who_came_meanwhile() -> None:
    child = begin(before=REOPENING)
    try:
        wait_for(child, "again")  # it is not listening now
        assert second() == (0, "", "")
        lines = wait_for(child, "raised")
        assert lines.count("window") == 1
        child.send_signal(signal.SIGTERM)  # and not killed: it puts its socket away
        child.wait(timeout=60)
    finally:
        child.kill()
        child.communicate()
