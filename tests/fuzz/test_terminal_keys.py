"""Whatever a terminal sends: the player goes on, and what it keeps is what was lived."""

import io
import os
import pty
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path
from random import Random

import pytest
from fuzz_routines import LIBRARY
from hypothesis import strategies as st

from acutimer.core.fitting import plan
from acutimer.core.planning import Choices, Plan
from acutimer.core.session import Over, Session
from acutimer.store.database import open_database, open_in_memory
from acutimer.store.history import History
from acutimer.store.recording import Recorder
from acutimer.terminal.keyboard import KEYS, Key, keys_in, keys_told
from acutimer.terminal.player import Ending, Player
from acutimer.terminal.screen import Screen
from tests.cli.routine_files import a_routine, written
from tests.fuzz.trying import Tell, try_all
from tests.terminal.by_hand import HandClock, HandKeys
from tests.trusting import amount
from tests.unprofiled import UNPROFILED

ROOT = Path(__file__).resolve().parents[2]
OWN_TERMINAL = """
import fcntl, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
from acutimer.cli import main
sys.exit(main(sys.argv[1:]))
"""
SEQUENCES = [it.encode() for it in KEYS if it not in ("q", ".")]
ODD = [
    b"\x1b",
    b"\x1b[",
    b"\x1b[200~",
    b"\x1b]0;x\x07",
    b"\x1b[999999999C",
    b"\0",
    b"\xff\xfe",
    "膝".encode(),
    b"\x7f",
    b"\t",
]
SENT = st.lists(st.sampled_from(SEQUENCES) | st.sampled_from(ODD) | st.binary(max_size=6), max_size=40).map(b"".join)
EVENTS = st.lists(st.tuples(st.floats(0, 120), st.sampled_from([*Key, "suspend", "back"])), max_size=25)


def laid_out() -> Plan:
    return plan(LIBRARY.routines["balance-points"], Choices(minutes=3), UNPROFILED)


def play(events: list[tuple[float, Key | str]]) -> tuple[Player, History, Ending]:
    """Play with these keys pressed, one so many seconds after the other; in the end the user stops and leaves."""
    clock = HandClock()
    at, pressed = 0.0, list[tuple[float, Key | Callable[[], None]]]()
    for seconds, what in events:
        at += seconds
        moved = {"suspend": lambda: clock.suspend(3600), "back": lambda: clock.suspend(-86_400)}
        pressed.append((at, what if isinstance(what, Key) else moved[what]))
    pressed += [(at + 1, Key.STOP), (at + 2, Key.STOP), (at + 30, Key.STOP), (at + 31, Key.STOP)]
    history = History(open_in_memory())
    player = Player(
        Session(laid_out()),
        Recorder(history, "a"),
        LIBRARY,
        clocks=clock.clocks,
        keys=HandKeys(clock, *pressed),
        screen=Screen(io.StringIO()),
        is_interrupted=lambda: clock.ran > at + 3600,
    )
    return player, history, player.play()


def test_any_keys_at_any_time_leave_a_record_of_what_was_lived(tally: Tell) -> None:
    def check(events: list[tuple[float, Key | str]]) -> None:
        player, history, ending = play(events)
        with closing(history.ledger.connection):
            assert ending is Ending.OVER
            assert isinstance(player.session.state, Over)
            record = history.session("a")
            assert record is not None
            assert record.outcome is not None
            assert len(record.phases) == len(player.session.lived)
            kept = [(it.index, it.outcome) for it in record.phases]
            assert kept == [(it.index, it.outcome) for it in player.session.lived]
            assert history.plan_of("a") == player.session.plan

    try_all(tally, "keys pressed in the terminal", check, EVENTS, short=12, long=400)


def test_whatever_a_terminal_sends_means_keys_or_nothing(tally: Tell) -> None:
    def check(sent: bytes) -> None:
        keys = keys_in(sent.decode("ascii", errors="ignore"))
        assert len(keys) <= len(sent)
        assert set(keys) <= set(Key)

    try_all(tally, "bytes sent by a terminal", check, SENT, short=60, long=3000)


@pytest.mark.skipif(sys.platform == "win32", reason="needs pseudo-terminals")
def test_a_real_player_bears_what_a_real_terminal_sends(tmp_path: Path, tally: Tell) -> None:
    file = written(tmp_path, a_routine())
    chance, lost, runs = Random(7), [], amount(1, 20)  # noqa: S311 - the same bytes in every run
    for _ in range(runs):
        sent = b"".join(chance.choices([*SEQUENCES, *ODD], k=60))
        code, shown = _played(file, sent)
        if code or b"Traceback" in shown:
            lost.append((code, sent, shown[-300:]))
    tally("terminals that send anything, each a process", runs, len(lost))
    assert not lost
    database = Path(os.environ["XDG_DATA_HOME"]) / "acutimer" / "acutimer.db"
    with closing(open_database(database, datetime.now().astimezone())) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        assert len(History(connection).sessions()) == runs


def _played(file: Path, sent: bytes) -> tuple[int, bytes]:
    """The exit code, and all that was on the screen; the last keys leave."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-c", OWN_TERMINAL, "play", str(file), "--yes"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(
        command, stdin=theirs, stdout=theirs, stderr=theirs, env=environment, start_new_session=True
    )
    os.close(theirs)
    shown = b""
    try:
        while chunk := os.read(ours, 4096):
            has_begun = keys_told().encode() in shown
            shown += chunk
            if keys_told().encode() in shown and not has_begun:  # what comes before is thrown away
                os.write(ours, sent + b"qq")
    except OSError:  # nobody has it open any more
        pass
    finally:
        os.close(ours)
    return process.wait(60), shown
