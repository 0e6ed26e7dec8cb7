"""Faults of our own around a session: time goes on, and what is practised is kept."""

import sys
from collections.abc import Iterator
from datetime import timedelta
from types import TracebackType

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from acutimer.core.fitting import plan
from acutimer.core.planning import Choices
from acutimer.core.session import Held, Outcome, Over, Running
from acutimer.ui.context import Context
from acutimer.ui.session import player as module
from acutimer.ui.session.player import Player
from tests.ui.session.conftest import Clocks
from tests.unprofiled import UNPROFILED

pytestmark = pytest.mark.qt_no_exception_capture  # they are looked at here


@pytest.fixture
def player(context: Context, clocks: Clocks, qtbot: QtBot) -> Iterator[Player]:
    player = Player(context.history, context.monotonic, context.wall)
    yield player
    player.leave()


@pytest.fixture
def faults(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was handed over to the hook."""
    told: list[str] = []

    def hook(kind: type[BaseException], _error: BaseException, _trace: TracebackType | None) -> None:
        told.append(kind.__name__)

    monkeypatch.setattr(sys, "excepthook", hook)
    return told


def begin(player: Player, context: Context) -> None:
    player.begin(plan(context.library.routines["balance-points"], Choices(), UNPROFILED))


def broken(*_: object, **__: object) -> None:
    raise LookupError


def is_wound(player: Player) -> bool:
    return player.findChildren(QTimer)[0].isActive()


@pytest.mark.parametrize("name", ["moments_between", "beats_between", "rest_seconds"])
def test_a_session_whose_every_tick_fails_runs_to_its_end_and_is_kept(  # noqa: PLR0917
    player: Player, context: Context, clocks: Clocks, faults: list[str], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(module, name, broken)
    begin(player, context)
    assert player.session is not None
    clocks.run(player, player.session.plan.seconds + 2)
    assert faults
    assert set(faults) == {"LookupError"}
    record = context.history.session(player.session_id)
    assert record is not None
    assert record.outcome is Outcome.DONE


def test_a_pace_that_fails_leaves_the_timer_wound(player: Player, context: Context, faults: list[str]) -> None:
    begin(player, context)
    player.pace = broken  # type: ignore[assignment]
    for _ in range(3):
        player.tick()
        assert is_wound(player)
    assert faults == ["LookupError"] * 3


def test_who_listens_and_fails_costs_the_others_nothing(
    player: Player, context: Context, clocks: Clocks, faults: list[str]
) -> None:
    ticks: list[int] = []
    for signal in (player.entered, player.passed, player.changed, player.ticked, player.beaten):
        signal.connect(broken)
    player.ticked.connect(lambda: ticks.append(1))
    begin(player, context)
    clocks.run(player, 30)
    assert len(ticks) > 20
    assert faults
    assert is_wound(player)


def test_an_engine_that_fails_keeps_the_session_as_it_was(
    player: Player, context: Context, clocks: Clocks, faults: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(player, context)
    clocks.run(player, 30)
    before = player.session
    assert before is not None
    monkeypatch.setattr(type(before), "advance", broken)
    for _ in range(3):
        clocks.pass_by(1)
        with pytest.raises(LookupError):
            player.tick()
        assert is_wound(player), "it is tried again"
    assert player.session is before
    player.leave()
    assert context.history.unfinished() is not None, "the next start offers it"
    assert not is_wound(player)


def test_a_record_that_fails_lets_the_session_go_on(
    player: Player, context: Context, clocks: Clocks, faults: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(player, context)
    with monkeypatch.context() as patch:
        patch.setattr("acutimer.store.recording.Recorder.follow", broken)
        patch.setattr("acutimer.store.recording.Recorder.undo_stop", broken)
        clocks.run(player, 30)
        player.stop()
        player.undo_stop()
        assert player.session is not None
        assert isinstance(player.session.state, Running)
        assert is_wound(player)
        assert faults
    player.stop()
    record = context.history.session(player.session_id)
    assert record is not None
    assert record.phases, "once it can be written again, it is"


def test_a_record_that_cannot_begin_lets_the_session_begin(
    player: Player, context: Context, faults: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("acutimer.store.recording.Recorder.begin", broken)
        begin(player, context)
    assert faults == ["LookupError"]
    assert player.session is not None
    assert isinstance(player.session.state, Running)


def test_being_away_is_asked_about_whatever_fails(
    player: Player, context: Context, clocks: Clocks, faults: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    player.went_away.connect(asked.append)
    begin(player, context)
    monkeypatch.setattr("acutimer.store.recording.Recorder.checkpoint", broken)
    monkeypatch.setattr(module, "moments_between", broken)
    clocks.wall += timedelta(seconds=600)
    player.tick()
    assert len(asked) == 1
    assert player.session is not None
    assert isinstance(player.session.state, Held)
    assert len(faults) == 2


def test_closing_writes_what_it_can(
    player: Player, context: Context, faults: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(player, context)
    with monkeypatch.context() as patch:
        patch.setattr("acutimer.store.recording.Recorder.checkpoint", broken)
        player.leave()
    assert faults == ["LookupError"]
    assert not is_wound(player)
    assert context.history.unfinished() is not None
    assert not isinstance(player.session and player.session.state, Over)
