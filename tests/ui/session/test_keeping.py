import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from acutimer.core.fitting import plan
from acutimer.core.planning import Choices, Plan
from acutimer.ui.context import Context
from acutimer.ui.session.player import Player
from tests.ui.session.conftest import Clocks
from tests.unprofiled import UNPROFILED


class Listened:
    """A player on clocks moved by hand, and what it says of its log."""

    def __init__(self, context: Context) -> None:
        self.player = Player(context.history, context.monotonic, context.wall)
        self.failures: list[str] = []
        self.recoveries = 0
        self.player.failed.connect(self.failures.append)
        self.player.caught_up.connect(self._count)

    def _count(self) -> None:
        self.recoveries += 1


@pytest.fixture
def laid_out(context: Context) -> Plan:
    return plan(context.library.routines["balance-points"], Choices(), UNPROFILED)


@pytest.fixture
def listened(context: Context, laid_out: Plan, clocks: Clocks, qtbot: QtBot) -> Iterator[Listened]:
    listened = Listened(context)
    listened.player.begin(laid_out)
    yield listened
    listened.player.leave()


@contextmanager
def held(path: Path | None) -> Iterator[None]:
    assert path is not None
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


def test_another_program_that_is_done_in_a_moment_is_not_spoken_of(
    listened: Listened, context: Context, clocks: Clocks
) -> None:
    clocks.run(listened.player, 7)
    with held(context.history.ledger.file):
        clocks.run(listened.player, 1)
    clocks.run(listened.player, 5)
    assert (listened.failures, listened.recoveries) == ([], 0)
    assert listened.player.unkept is None


def test_another_program_that_stays_is_told_once_and_that_it_is_gone(
    listened: Listened, context: Context, clocks: Clocks
) -> None:
    clocks.run(listened.player, 7)
    with held(context.history.ledger.file):
        clocks.run(listened.player, 6)
        assert len(listened.failures) == 1
        assert listened.player.unkept is not None
    clocks.run(listened.player, 6)
    assert (len(listened.failures), listened.recoveries) == (1, 1)


def test_a_session_that_ended_while_the_log_could_not_be_written_is_kept_when_the_next_one_runs(
    listened: Listened, context: Context, laid_out: Plan, clocks: Clocks
) -> None:
    clocks.run(listened.player, 20)
    first = listened.player.session_id
    context.history.ledger.connection.execute("PRAGMA query_only = ON")
    listened.player.stop()
    listened.player.finish()
    ended_at = clocks.wall
    clocks.pass_by(60)
    listened.player.begin(laid_out)
    context.history.ledger.connection.execute("PRAGMA query_only = OFF")
    clocks.run(listened.player, 6)
    listened.player._keeping.retry()  # as its timer does
    record = context.history.session(first)
    assert record is not None
    assert (record.ended_at, record.outcome is not None) == (ended_at, True)
    assert context.history.session(listened.player.session_id) is not None
    assert listened.recoveries == 1


def test_what_is_pressed_after_the_end_does_not_move_the_end_that_is_still_to_be_kept(
    listened: Listened, context: Context, clocks: Clocks
) -> None:
    clocks.run(listened.player, 20)
    context.history.ledger.connection.execute("PRAGMA query_only = ON")
    listened.player.stop()
    ended_at = clocks.wall
    clocks.run(listened.player, 60)
    context.history.ledger.connection.execute("PRAGMA query_only = OFF")
    listened.player.extend()
    record = context.history.session(listened.player.session_id)
    assert record is not None
    assert record.ended_at == ended_at
