"""Another program that holds the log, and lets it go, or does not."""

import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager

import pytest

from tests.cli.routine_files import a_routine, written
from tests.faults.children import ROOT, Home, Server
from tests.welcomed import welcomed

Tell = Callable[[str, int, int], None]
ROW = "log locked by another program"


@contextmanager
def held(home: Home, how: str) -> Iterator[sqlite3.Connection]:
    """Hold the log; a rollback lets it go earlier."""
    with closing(sqlite3.connect(home.database, isolation_level=None)) as other:
        other.execute(f"BEGIN {how}")
        yield other
        if other.in_transaction:
            other.execute("ROLLBACK")


@pytest.mark.parametrize("how", ["IMMEDIATE", "EXCLUSIVE"])
def test_a_log_that_is_held_can_be_read_and_what_would_write_says_who_is_in_the_way(
    children: Server, home: Home, tally: Tell, how: str
) -> None:
    before = home.sessions()
    found = []
    with held(home, how):
        for arguments in (("log",), ("log", "--json"), ("export", "out.json"), ("routines",)):
            done = children.run(home, *arguments, folder=home.folder)
            if done.code != 0 or done.err:
                found.append(f"{arguments}: {done}")
        done = children.run(home, "play", "mine.acutimer.json", "--yes", folder=home.folder)
        if done.code != 3 or not done.is_calm or "another program holds" not in done.err:
            found.append(f"play: {done}")
    if home.sessions() != before:
        found.append("the log is another one")
    tally(ROW, 5, len(found))
    assert not found, "\n".join(found)


def test_a_session_in_the_terminal_waits_at_its_end_for_a_log_that_is_held(home: Home, tally: Tell) -> None:
    home.settings.unlink()
    welcomed(home.folder / "config", get_ready_seconds=1)
    file = written(home.folder, a_routine())
    before = home.sessions()
    played = subprocess.Popen(
        [sys.executable, "-m", "acutimer", "play", str(file), "--yes"],
        cwd=ROOT,
        env={**home.variables, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert played.stdout is not None
    lines: list[str] = []
    with held_once(home, played.stdout, "Get ready", lines) as other:
        for line in played.stdout:
            lines.append(line)
            if "tried again for a minute" in line:
                other.execute("ROLLBACK")
                break
        out, err = played.communicate(timeout=180)
    came = [kept for session, kept in home.sessions().items() if session not in before]
    is_lost = (played.returncode, err, came) != (0, "", [("done", 2)])
    tally(ROW, 1, int(is_lost))
    assert not is_lost, (lines, out, err, came)


@contextmanager
def held_once(home: Home, told: Iterator[str], words: str, lines: list[str]) -> Iterator[sqlite3.Connection]:
    """Hold the log from the moment a line with these words is told."""
    for line in told:
        lines.append(line)
        if words in line:
            break
    with held(home, "IMMEDIATE") as other:
        yield other
