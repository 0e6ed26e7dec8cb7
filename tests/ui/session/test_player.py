from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from acutimer.core.errors import WorldError
from acutimer.core.fitting import plan
from acutimer.core.history import SessionRecord
from acutimer.core.moments import Cue
from acutimer.core.planning import Choices, PhaseKind
from acutimer.core.session import Held, Outcome, Over, Running, Session, Why
from acutimer.store.recording import CHECKPOINT_SECONDS, LOST_SECONDS, Recorder
from acutimer.ui.context import Context
from acutimer.ui.session.player import Player
from tests.ui.session.conftest import Clocks
from tests.unprofiled import UNPROFILED


@pytest.fixture
def player(context: Context, clocks: Clocks, qtbot: QtBot) -> Iterator[Player]:
    player = Player(context.history, context.monotonic, context.wall)
    yield player
    player.leave()


@pytest.fixture
def told(player: Player) -> list[object]:
    """What the player says, but for its ticks."""
    said: list[object] = []
    player.entered.connect(lambda index: said.append(("entered", index)))
    player.passed.connect(lambda moments: said.extend(moment.cue for moment in moments))
    player.went_away.connect(lambda away: said.append(("away", round(away.seconds))))
    player.failed.connect(lambda text: said.append(("failed", text)))
    player.finished.connect(lambda _: said.append("finished"))
    return said


def timer(player: Player) -> QTimer:
    return player.findChildren(QTimer)[0]


def begin(player: Player, context: Context, routine: str = "balance-points") -> None:
    player.begin(plan(context.library.routines[routine], Choices(), UNPROFILED))


def now_in(player: Player) -> PhaseKind | None:
    assert player.session is not None
    return player.session.phase.kind if player.session.phase else None


def kept(player: Player, context: Context) -> SessionRecord:
    record = context.history.session(player.session_id)
    assert record is not None
    return record


def test_a_whole_routine_runs_by_itself_and_is_kept(
    player: Player, context: Context, clocks: Clocks, told: list[object]
) -> None:
    begin(player, context)
    assert player.session is not None
    clocks.run(player, player.session.plan.seconds + 1)
    record = kept(player, context)
    assert record.outcome is Outcome.DONE
    sides = [
        (phase.subject, phase.side, phase.done_seconds) for phase in record.phases if phase.kind is PhaseKind.PRESS
    ]
    assert [seconds for _, _, seconds in sides] == [120, 120, 120]
    assert told[-2:] == [Cue.END, "finished"]
    assert not timer(player).isActive()


def test_a_phase_begins_when_the_one_before_it_ended(player: Player, context: Context, clocks: Clocks) -> None:
    begin(player, context)
    for _ in range(6):  # a busy computer ticks every 1.7 s
        clocks.pass_by(1.7)
        player.tick()
    assert player.session is not None
    assert now_in(player) is PhaseKind.PRESS
    assert player.session.elapsed(clocks.seconds) == pytest.approx(10.2 - 8)


@pytest.mark.parametrize("clock", ["wall", "both"])
def test_a_gap_between_the_clocks_holds_the_session_at_the_last_good_tick(
    player: Player, context: Context, clocks: Clocks, told: list[object], clock: str
) -> None:
    begin(player, context)
    clocks.run(player, 30)
    if clock == "both":
        clocks.pass_by(360)
    else:
        clocks.wall += timedelta(minutes=6)
    player.tick()
    assert player.session is not None
    assert player.session.state == Held(1, 22.0, Why.AWAY)
    assert told[-1] == ("away", 360)
    assert not timer(player).isActive()
    running = kept(player, context).phases[-1]
    assert running.done_seconds == pytest.approx(22)


def test_a_stall_of_less_than_two_seconds_is_not_away(player: Player, context: Context, clocks: Clocks) -> None:
    begin(player, context)
    clocks.run(player, 10)
    clocks.pass_by(1.9)
    player.tick()
    assert player.session is not None
    assert isinstance(player.session.state, Running)
    assert player.session.elapsed(clocks.seconds) == pytest.approx(3.9)


def test_a_key_pressed_on_waking_up_does_not_count_the_time_away(
    player: Player, context: Context, clocks: Clocks
) -> None:
    begin(player, context)
    clocks.run(player, 20)
    clocks.pass_by(500)
    player.skip()
    assert player.session is not None
    assert player.session.state == Held(1, 12.0, Why.AWAY)


def test_a_wait_outlasts_sleep(player: Player, context: Context, clocks: Clocks) -> None:
    begin(player, context, "walk-and-soak")
    clocks.run(player, 60)
    assert now_in(player) is PhaseKind.WAIT
    clocks.pass_by(1800)
    player.tick()
    assert player.session is not None
    assert isinstance(player.session.state, Running)


def test_a_pause_stops_the_timer_and_costs_no_time(player: Player, context: Context, clocks: Clocks) -> None:
    begin(player, context)
    clocks.run(player, 30.5)
    player.toggle()
    assert not timer(player).isActive()
    assert kept(player, context).phases[-1].done_seconds == pytest.approx(22.5)
    clocks.pass_by(4000)
    player.toggle()
    assert player.session is not None
    assert isinstance(player.session.state, Running)
    clocks.run(player, 1)
    assert player.session.elapsed(clocks.seconds) == pytest.approx(23.5)


def test_the_running_phase_is_written_so_often_that_five_seconds_are_the_most_to_lose(
    player: Player, context: Context, clocks: Clocks
) -> None:
    begin(player, context)
    clocks.run(player, 8 + CHECKPOINT_SECONDS - 0.1)
    assert kept(player, context).phases[-1].done_seconds < 1
    clocks.run(player, 0.2)
    assert kept(player, context).phases[-1].done_seconds == pytest.approx(CHECKPOINT_SECONDS, abs=1)
    clocks.run(player, 40)
    assert clocks.seconds - 5000 - 8 - kept(player, context).phases[-1].done_seconds <= LOST_SECONDS


def test_the_button_starts_what_is_being_prepared(player: Player, context: Context, clocks: Clocks) -> None:
    begin(player, context)
    clocks.run(player, 2)
    player.toggle()
    assert now_in(player) is PhaseKind.PRESS


def test_a_stop_can_be_taken_back_for_ten_seconds(
    player: Player, context: Context, clocks: Clocks, told: list[object]
) -> None:
    begin(player, context)
    clocks.run(player, 38)
    player.stop()
    assert kept(player, context).outcome is Outcome.PARTIAL
    clocks.run(player, 9)
    player.undo_stop()
    assert kept(player, context).ended_at is None
    clocks.run(player, 5)
    assert player.session is not None
    assert isinstance(player.session.state, Running)
    assert player.session.elapsed(clocks.seconds) == pytest.approx(35)
    assert "finished" not in told


def test_a_stop_is_final_after_ten_seconds(
    player: Player, context: Context, clocks: Clocks, told: list[object]
) -> None:
    begin(player, context)
    clocks.run(player, 38)
    player.stop()
    clocks.run(player, 9.9)
    assert "finished" not in told
    clocks.run(player, 0.2)
    assert told[-1] == "finished"
    player.undo_stop()
    assert player.session is not None
    assert isinstance(player.session.state, Over)
    assert not timer(player).isActive()


def test_undoing_the_stop_of_a_paused_session_leaves_it_paused(
    player: Player, context: Context, clocks: Clocks
) -> None:
    begin(player, context)
    clocks.run(player, 20)
    player.pause()
    player.stop()
    player.undo_stop()
    assert player.session is not None
    assert player.session.state == Held(1, 12.0, Why.PAUSED)


def test_a_disk_that_is_full_is_told_once_and_stops_nothing(
    player: Player, context: Context, clocks: Clocks, told: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(player, context)

    def fail(*_: object) -> None:
        raise WorldError("The disk is full.")

    monkeypatch.setattr(Recorder, "follow", fail)
    monkeypatch.setattr(Recorder, "checkpoint", fail)
    clocks.run(player, 30)
    assert [it for it in told if isinstance(it, tuple) and it[0] == "failed"] == [("failed", "The disk is full.")]
    assert now_in(player) is PhaseKind.PRESS


def test_after_a_crash_it_goes_on_from_what_was_kept(player: Player, context: Context, clocks: Clocks) -> None:
    begin(player, context)
    clocks.run(player, 31)
    session_id = player.session_id
    player.leave()
    record = context.history.unfinished()
    assert record is not None
    recorder, session = Recorder.restored(context.history, record)
    player.take_up(recorder, session)
    assert player.session_id == session_id
    assert not timer(player).isActive()
    clocks.pass_by(90000)
    player.toggle()
    clocks.run(player, 3)
    assert player.session is not None
    assert player.session.elapsed(clocks.seconds) == pytest.approx(26, abs=5)


def test_closing_holds_the_session_and_leaves_it_to_be_taken_up(
    player: Player, context: Context, clocks: Clocks
) -> None:
    begin(player, context)
    clocks.run(player, 21)
    player.leave()
    assert not timer(player).isActive()
    record = context.history.unfinished()
    assert record is not None
    assert record.phases[-1].done_seconds == pytest.approx(13)


def test_the_timer_waits_no_longer_than_the_phase_lasts(player: Player, context: Context, clocks: Clocks) -> None:
    begin(player, context)
    clocks.run(player, 7.75)
    assert timer(player).interval() == 252
    player.pace = lambda _: 0.04
    player.tick()
    assert timer(player).interval() == 40


def test_nothing_happens_before_the_first_session(player: Player) -> None:
    for act in (player.tick, player.toggle, player.skip, player.stop, player.undo_stop, player.redo, player.rest):
        act()
    assert player.session is None


def test_a_skipped_preparation_skips_what_it_prepares(player: Player, context: Context, clocks: Clocks) -> None:
    begin(player, context)
    clocks.run(player, 2)
    player.skip()
    player.stop()
    outcomes = [(phase.kind, phase.outcome) for phase in kept(player, context).phases]
    assert outcomes[:2] == [(PhaseKind.GET_READY, Outcome.PARTIAL), (PhaseKind.PRESS, Outcome.SKIPPED)]


def test_a_session_value_comes_with_every_change(player: Player, context: Context, clocks: Clocks) -> None:
    seen: list[Session] = []
    player.changed.connect(seen.append)
    begin(player, context)
    clocks.run(player, 5)
    assert len(seen) == 1
    player.extend()
    assert len(seen) == 2
    player.wait()
    assert len(seen) == 3


def test_a_slow_disk_or_sound_device_is_not_the_user_being_away(
    player: Player, context: Context, clocks: Clocks, told: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    write, start = Recorder.checkpoint, Recorder.begin

    def begin_slowly(recorder: Recorder, *given: Any) -> None:
        start(recorder, *given)
        clocks.pass_by(3)

    def checkpoint_slowly(recorder: Recorder, *given: Any) -> None:
        write(recorder, *given)
        clocks.pass_by(3)

    monkeypatch.setattr(Recorder, "begin", begin_slowly)
    monkeypatch.setattr(Recorder, "checkpoint", checkpoint_slowly)
    player.passed.connect(lambda _: clocks.pass_by(3))  # a sound device that is slow to open
    begin(player, context)
    clocks.run(player, 30)
    assert not [said for said in told if isinstance(said, tuple) and said[0] == "away"]
    assert player.session is not None
    assert isinstance(player.session.state, Running)


def test_a_stop_just_as_the_last_phase_ends_finds_it_over_once(
    player: Player, context: Context, clocks: Clocks, told: list[object]
) -> None:
    begin(player, context)
    assert player.session is not None
    clocks.run(player, player.session.plan.seconds - 0.1)
    clocks.pass_by(0.2)
    player.stop()
    assert not player.can_undo
    assert kept(player, context).outcome is Outcome.DONE
    clocks.run(player, 11)
    assert told.count("finished") == 1


def test_a_stop_taken_back_goes_on_in_a_phase_that_was_told(
    player: Player, context: Context, clocks: Clocks, told: list[object]
) -> None:
    begin(player, context)
    clocks.run(player, 7.9)
    clocks.pass_by(0.2)
    player.stop()
    player.undo_stop()
    assert now_in(player) is PhaseKind.PRESS
    assert told == [("entered", 0), Cue.SWITCH, ("entered", 1), Cue.BEGIN]


def test_a_stop_that_finds_the_computer_was_away_asks_first(
    player: Player, context: Context, clocks: Clocks, told: list[object]
) -> None:
    begin(player, context)
    clocks.run(player, 20)
    clocks.pass_by(500)
    player.stop()
    assert player.session is not None
    assert player.session.state == Held(1, 12.0, Why.AWAY)
    assert not player.can_undo
    assert told[-1] == ("away", 500)


def test_what_is_asked_of_a_session_that_is_over_does_not_end_it_again(
    player: Player, context: Context, clocks: Clocks, told: list[object]
) -> None:
    begin(player, context)
    assert player.session is not None
    clocks.run(player, player.session.plan.seconds + 1)
    for act in (player.skip, player.back, player.redo, player.extend, player.pause, player.resume, player.stop):
        act()
    assert told.count("finished") == 1
