"""The watchdog of the window's thread: no turn of its loop keeps it long in ordinary use.

Turns are measured in the processor's time of this thread, beside a piece of work that is always the same and takes
about 0.6 ms where 16 ms are the aim, so that a slow or busy machine does not matter. What counts is the best of several
tries of the same act: how long it takes by itself. What is built for the first time is told by `dev.py bench`.
"""

import time
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import bench_turns
import pytest
from pytestqt.qtbot import QtBot
from turns import MOST_TURNS, PACE_MS, QUIET_MS, Act, Kind, Turn, Watch, worst

AIM = 16 / PACE_MS  # in pieces of work
MOST_ROUNDS = 5  # the first one builds everything; of the others the best counts, and there are as many as it needs
# One answer to a key, the wheel or the clock must come within a frame; what is chosen is built anew, a page or a form
# is built whole.
MOST = {**dict.fromkeys((Kind.TYPED, Kind.SCROLLED, Kind.LIVED), AIM), Kind.CHOSEN: 2 * AIM, Kind.OPENED: 3 * AIM}


def test_no_turn_of_the_loop_keeps_the_window_long_once_everything_is_built(qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "window"
    folder.mkdir()
    rounds: list[Sequence[Turn]] = []
    with closing(bench_turns.walk(folder, MOST_ROUNDS, few=True)) as walked:
        for turns in walked:
            rounds.append(turns)
            long = [turn for turn in bench_turns.steady(rounds) if turn.ms / turn.pace_ms > MOST[turn.kind]]
            if len(rounds) > 1 and not long:
                break
    assert {turn.kind for turn in rounds[-1]} == set(Kind)
    restless = {turn.act for turn in rounds[-1] if turn.number == MOST_TURNS and turn.ms >= QUIET_MS}
    assert not restless, "what is there and does not move goes on working"
    assert not long, "\n".join(f"{turn.act}, turn {turn.number}: {turn.even_ms:.0f} ms" for turn in long)


def test_a_turn_that_works_long_is_seen_and_named(qtbot: QtBot) -> None:
    watch = Watch()
    watch.see(Act(Kind.CHOSEN, "too much at once", _work))
    watch.see(Act(Kind.CHOSEN, "nothing", lambda: None))
    (first, *_) = worst(watch.turns)
    assert (first.act, first.number) == ("too much at once", 0)
    assert first.ms / first.pace_ms > MOST[Kind.CHOSEN]


def test_waiting_is_no_work(qtbot: QtBot) -> None:
    watch = Watch()
    watch.see(Act(Kind.CHOSEN, "asleep", lambda: time.sleep(0.05)))
    assert watch.turns[0].ms / watch.turns[0].pace_ms < AIM


def test_the_pace_of_the_machine_is_taken_out() -> None:
    assert Turn(Kind.TYPED, "a letter", 0, ms=10 * PACE_MS, pace_ms=2 * PACE_MS).even_ms == pytest.approx(5 * PACE_MS)


def test_the_table_tells_each_kind_of_act_and_what_was_over() -> None:
    turns = [Turn(Kind.TYPED, "a letter", 0, ms) for ms in (1.0, 2.0, 20.0)]
    (row,) = bench_turns.rows("again", turns)
    assert "a key typed" in row
    assert "20.0 ms; 1 of 3 over 16 ms" in row


def _work() -> None:
    end = time.thread_time() + 80 * PACE_MS / 1000 * 3
    while time.thread_time() < end:
        pass
