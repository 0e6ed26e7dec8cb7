"""Faults of our own in a command."""

import os
import select
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from acutimer.cli import main, points
from acutimer.cli.exits import Exit

ROOT = Path(__file__).resolve().parent.parent.parent
WHERE = "state/acutimer/log/acutimer.log"


def log_of(tmp_path: Path) -> Path:
    return tmp_path / "home" / WHERE


def broken(*_: object, **__: object) -> int:
    raise RuntimeError("the needle")


def test_it_is_one_line_an_exit_code_and_a_note(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(points, "run", broken)
    hooks = (sys.excepthook, threading.excepthook, sys.unraisablehook)
    assert main(["points"]) == Exit.OWN_FAULT
    assert int(Exit.OWN_FAULT) == 70
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == (
        f"acutimer: something went wrong in acutimer itself; what you did is kept. Details: {log_of(tmp_path)}\n"
    )
    log = log_of(tmp_path).read_text(encoding="utf-8")
    assert "RuntimeError: the needle" in log
    assert "in broken" in log
    assert hooks == (sys.excepthook, threading.excepthook, sys.unraisablehook)


def test_a_command_without_a_fault_leaves_no_log(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["points", "ST36"]) == 0
    assert "ST36" in capsys.readouterr().out
    assert not log_of(tmp_path).exists()


def test_what_fails_in_a_thread_of_a_command_is_noted_and_quiet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def run(*_: object, **__: object) -> int:
        thread = threading.Thread(target=broken)
        thread.start()
        thread.join()
        return 0

    monkeypatch.setattr(points, "run", run)
    assert main(["points"]) == 0
    assert capsys.readouterr().err == ""
    assert "the needle" in log_of(tmp_path).read_text(encoding="utf-8")


PLAY = """
import sys
from acutimer.terminal.screen import Screen
shown = Screen.show
calls = []
def show(self, text):
    shown(self, text)
    if text:
        calls.append(text)
    if len(calls) == 3:
        raise RuntimeError("the needle")
Screen.show = show
from acutimer.cli import main
sys.exit(main(["play", "balance-points"]))
"""


@pytest.mark.skipif(os.name != "posix", reason="terminals are of POSIX")
def test_in_a_terminal_the_session_is_kept_and_the_terminal_is_as_it_was(tmp_path: Path) -> None:
    import pty
    import termios

    ours, theirs = pty.openpty()
    before = termios.tcgetattr(theirs)
    process = subprocess.Popen(
        [sys.executable, "-c", PLAY],
        cwd=ROOT,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
        preexec_fn=lambda: _take_as_terminal(theirs),  # noqa: PLW1509  there is no other thread here
    )
    said = b""
    while b"Details:" not in said or not said.endswith(b"\n"):
        assert select.select([ours], [], [], 120)[0], said
        said += os.read(ours, 4096)
    assert process.wait(timeout=120) == 70
    after = termios.tcgetattr(theirs)
    os.close(theirs)
    os.close(ours)
    assert after == before
    lines = said.decode().splitlines()
    assert lines[-1].startswith("acutimer: something went wrong in acutimer itself")
    assert "Traceback" not in said.decode()
    connection = sqlite3.connect(tmp_path / "home" / "data" / "acutimer" / "acutimer.db")
    rows = connection.execute("SELECT outcome FROM session WHERE ended_at IS NOT NULL").fetchall()
    connection.close()
    assert len(rows) == 1


def _take_as_terminal(handle: int) -> None:
    import fcntl
    import termios

    fcntl.ioctl(handle, termios.TIOCSCTTY, 0)
