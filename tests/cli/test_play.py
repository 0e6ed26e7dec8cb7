"""The program itself, in its own process: real signals, a real terminal, real seconds (few)."""

import io
import json
import os
import re
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from acutimer import cli, paths
from acutimer.cli import play
from tests.cli.routine_files import a_routine, written
from tests.terminal.by_hand import HandClock

ROOT = Path(__file__).resolve().parents[2]
COMMAND = [sys.executable, "-c", "import sys; from acutimer import cli; sys.exit(cli.main())", "play"]
DEADLINE_SECONDS = 30

needs_signals = pytest.mark.skipif(sys.platform == "win32", reason="needs signals and pseudo-terminals")


@pytest.fixture(autouse=True)
def no_preparation() -> None:
    paths.config_dir().mkdir(parents=True)
    paths.settings_file().write_text('{"get_ready_seconds": 0, "changeover_seconds": 0}')


def the_session(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    assert cli.main(["log", "--json"]) == 0
    (session,) = json.loads(capsys.readouterr().out)
    assert isinstance(session, dict)
    return session


def lasting(seconds: int) -> dict[str, Any]:
    routine = a_routine()
    routine["steps"][0]["dose"].update(seconds=seconds, max_seconds=3600)
    return routine


def test_a_routine_of_one_second_takes_one_second(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = written(tmp_path, lasting(1))
    done = subprocess.run(
        [*COMMAND, str(file)],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=DEADLINE_SECONDS,
        check=True,
    )
    assert done.stderr == b""
    assert "ST36 Leg Three Miles" in done.stdout.decode()
    session = the_session(capsys)
    assert session["outcome"] == "done"
    assert [phase["done_seconds"] for phase in session["phases"]] == [1]


@contextmanager
def playing(file: Path, stdin: int = subprocess.DEVNULL) -> Iterator["subprocess.Popen[bytes]"]:
    process = subprocess.Popen([*COMMAND, str(file)], cwd=ROOT, stdin=stdin, stdout=subprocess.PIPE, bufsize=0)
    try:
        assert process.stdout is not None
        seen = b""
        while b"ST36" not in seen:
            assert select.select([process.stdout], [], [], DEADLINE_SECONDS)[0]
            seen += os.read(process.stdout.fileno(), 4096)
        yield process
    finally:
        process.kill()
        process.communicate()


@needs_signals
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_keeps_the_partial_session_and_is_130(
    number: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with playing(written(tmp_path, lasting(600))) as process:
        process.send_signal(number)
        assert process.wait(DEADLINE_SECONDS) == 130
    session = the_session(capsys)
    assert session["ended_at"] is not None
    (phase,) = session["phases"]
    assert phase["outcome"] in ("partial", "skipped")


@needs_signals
def test_ctrl_c_is_heard_in_the_background_of_a_script_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)  # a child inherits that
    try:
        with playing(written(tmp_path, lasting(600))) as process:
            process.send_signal(signal.SIGINT)
            assert process.wait(DEADLINE_SECONDS) == 130
    finally:
        signal.signal(signal.SIGINT, before)
    assert the_session(capsys)["ended_at"] is not None


@needs_signals
def test_a_terminal_plays_by_keys_and_is_set_back(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    import pty
    import termios

    pid, terminal = pty.fork()
    if pid == 0:
        os.chdir(ROOT)
        os.execv(sys.executable, [*COMMAND, str(written(tmp_path, lasting(600)))])  # noqa: S606 - the program itself
    try:
        before = termios.tcgetattr(terminal)
        until = time.monotonic() + DEADLINE_SECONDS
        seen = b""
        while b"to go" not in seen:
            assert select.select([terminal], [], [], until - time.monotonic())[0]
            seen += os.read(terminal, 4096)
        assert termios.tcgetattr(terminal)[3] != before[3]
        os.write(terminal, b"+ qq")
        while select.select([terminal], [], [], until - time.monotonic())[0]:
            try:
                seen += os.read(terminal, 4096)
            except OSError:  # the other end is closed
                break
        assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0
    finally:
        os.close(terminal)
    assert b"Stopped." in seen
    assert the_session(capsys)["phases"][0]["planned_seconds"] == 615


@needs_signals
def test_a_pipe_that_closes_is_no_traceback() -> None:
    command = [sys.executable, "-c", "import sys; from acutimer import cli; sys.exit(cli.main())", "points", "--json"]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    assert process.wait(DEADLINE_SECONDS) == 0
    assert process.stderr.read() == b""
    process.stderr.close()


def played(*argv: str, yes: bool = False, minutes: float | None = None) -> None:
    clock = HandClock()
    assert play.run(*argv, minutes=minutes, side="each", yes=yes, clocks=clock.clocks, sleep=clock.pass_by) == 0


def test_without_a_terminal_and_without_yes_waits_end_at_once_with_a_word(capsys: pytest.CaptureFixture[str]) -> None:
    played("walk-and-soak")
    assert "There is no terminal to say go from, so waits end at once." in capsys.readouterr().out
    assert the_session(capsys)["outcome"] == "done"


def test_with_yes_no_word_is_needed(capsys: pytest.CaptureFixture[str]) -> None:
    played("walk-and-soak", yes=True)
    assert "no terminal" not in capsys.readouterr().out


def test_what_was_left_out_to_fit_is_said_before_the_start(capsys: pytest.CaptureFixture[str]) -> None:
    played("circulation-and-joints", minutes=4)
    first, second, *_ = capsys.readouterr().out.splitlines()
    assert first.startswith("Circulation and joints, ")
    assert second.startswith("Left out to save time: ")


def test_a_routine_that_cannot_be_so_short_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    played("morning-balance", minutes=0.5)
    assert "It cannot be made to fit into 30\N{NO-BREAK SPACE}s; this is its shortest." in capsys.readouterr().out


def test_cautions_are_said_before_the_start(capsys: pytest.CaptureFixture[str]) -> None:
    played("morning-balance")
    before, _ = capsys.readouterr().out.split("Rest both palms", maxsplit=1)
    assert "dizziness" in before


def test_with_someone_there_but_no_name_the_routines_are_offered(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from acutimer.cli import opening

    terminal = io.StringIO("2\nknee-pain-press\n\n")
    monkeypatch.setattr(terminal, "isatty", lambda: True)
    monkeypatch.setattr(sys, "stdin", terminal)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    library = opening.library()
    choices = opening.settings().choices()
    assert play._ask(library, choices, library.safety(())) == "balance-points"
    assert re.search("^ *1 +Morning balance ", capsys.readouterr().out, re.MULTILINE)
    assert play._ask(library, choices, library.safety(())) == "knee-pain-press"
    assert play._ask(library, choices, library.safety(())) is None
