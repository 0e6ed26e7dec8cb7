"""Sleep, stalls and clocks that are set, in every kind of phase: it is held, and each way on is kept rightly."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from acutimer.core.away import Away
from acutimer.core.history import PhaseRecord, SessionRecord
from acutimer.core.planning import Phase, PhaseKind, Plan
from acutimer.core.routines import Tempo
from acutimer.core.session import Held, Outcome, Running, Why
from acutimer.core.sides import Side
from acutimer.store.recording import Recorder
from acutimer.ui.context import Context
from acutimer.ui.session.player import Player
from tests.ui.session.conftest import Clocks

KIND = PhaseKind
PHASES = (
    Phase(kind=KIND.GET_READY, step=3, seconds=12, subject="ST36", side=Side.LEFT),
    Phase(kind=KIND.PRESS, step=3, seconds=12, subject="ST36", side=Side.LEFT),
    Phase(kind=KIND.CHANGEOVER, step=3, seconds=12, subject="ST36", side=Side.RIGHT),
    Phase(kind=KIND.TECHNIQUE, step=3, seconds=12, subject="knee-kneading", side=Side.RIGHT),
    Phase(kind=KIND.PATS, step=3, seconds=12, subject="empty-palm-patting", pats=6, beat_seconds=0.5),
    Phase(kind=KIND.REPS, step=3, seconds=12, subject="heel-raises", reps=4, tempo=Tempo(1, 1, 1)),
    Phase(kind=KIND.BREATHS, step=3, seconds=12, subject="deep-breaths", breaths=2, in_seconds=2, out_seconds=4),
    Phase(kind=KIND.REST, step=3, seconds=12),
    Phase(kind=KIND.WAIT, step=3, seconds=None),
)
TIMED = range(len(PHASES) - 1)
IN_A_PHASE_SECONDS = 5
TICK = 0.25


def sleep(clocks: Clocks, seconds: float) -> None:
    """The monotonic clock stands still meanwhile."""
    clocks.wall += timedelta(seconds=seconds)


def stall(clocks: Clocks, seconds: float) -> None:
    """Both clocks go on, only the program does not."""
    clocks.pass_by(seconds)


def set_forward(clocks: Clocks, seconds: float) -> None:
    """Somebody corrects the clock of the computer between two ticks."""
    clocks.pass_by(TICK)
    clocks.wall += timedelta(seconds=seconds)


def set_back(clocks: Clocks, seconds: float) -> None:
    """The same in the other direction."""
    clocks.pass_by(TICK)
    clocks.wall -= timedelta(seconds=seconds)


def jump_alone(clocks: Clocks, seconds: float) -> None:
    """The monotonic clock jumps and the wall clock does not."""
    clocks.seconds += seconds


Jump = Callable[[Clocks, float], None]
JUMPS: tuple[Jump, ...] = (sleep, stall, set_forward, set_back, jump_alone)


def seen_seconds(jump: Jump, gap: float) -> float:
    """How long the gap was, as far as the clocks tell."""
    if jump is set_back:
        return TICK
    return TICK + gap if jump is set_forward else gap


@pytest.fixture
def player(context: Context, clocks: Clocks, qtbot: QtBot) -> Iterator[Player]:
    player = Player(context.history, context.monotonic, context.wall)
    yield player
    player.leave()


@pytest.fixture
def gone(player: Player) -> list[Away]:
    found: list[Away] = []
    player.went_away.connect(found.append)
    return found


def begin(player: Player, context: Context) -> None:
    player.begin(Plan(context.library.routines["knee-pain-press"], PHASES))


def run_into(player: Player, clocks: Clocks, index: int) -> None:
    """Some seconds into the phase at `index`."""
    assert player.session is not None
    while player.session.index != index:
        clocks.run(player, 1)
    clocks.run(player, IN_A_PHASE_SECONDS - player.session.elapsed(clocks.seconds))


def elapsed(player: Player, clocks: Clocks) -> float:
    assert player.session is not None
    return player.session.elapsed(clocks.seconds)


def state(player: Player) -> object:
    assert player.session is not None
    return player.session.state


def assert_held(player: Player, index: int, elapsed: float, why: Why) -> None:
    held = state(player)
    assert isinstance(held, Held)
    assert (held.index, held.why) == (index, why)
    assert held.elapsed == pytest.approx(elapsed)


def kept(player: Player, context: Context) -> SessionRecord:
    record = context.history.session(player.session_id)
    assert record is not None
    return record


def told(phase: PhaseRecord) -> tuple[int, Outcome, float, int | None]:
    return phase.index, phase.outcome, round(phase.done_seconds, 6), phase.done_reps


@pytest.mark.parametrize("jump", JUMPS, ids=lambda it: it.__name__)
@pytest.mark.parametrize("gap", [1.9, 2.1])
def test_a_gap_in_any_phase_holds_it_when_it_is_more_than_two_seconds(
    player: Player, context: Context, clocks: Clocks, gone: list[Away], *, jump: Jump, gap: float
) -> None:
    begin(player, context)
    for index in TIMED:
        run_into(player, clocks, index)
        before = clocks.seconds
        jump(clocks, gap)
        player.tick()
        if gap < 2:
            assert isinstance(state(player), Running)
            assert elapsed(player, clocks) == pytest.approx(IN_A_PHASE_SECONDS + clocks.seconds - before)
        else:
            assert_held(player, index, IN_A_PHASE_SECONDS, Why.AWAY)
            assert gone[-1].last_good == pytest.approx(before)
            assert gone[-1].seconds == pytest.approx(seen_seconds(jump, gap))
            assert not any(timer.isActive() for timer in player.findChildren(QTimer))
            assert told(kept(player, context).phases[-1])[2] == IN_A_PHASE_SECONDS
            player.resume()
    assert len(gone) == (0 if gap < 2 else len(TIMED))
    clocks.run(player, 12)
    player.toggle()  # the wait at the end
    record = kept(player, context)
    assert record.outcome is Outcome.DONE
    assert [told(phase)[:3] for phase in record.phases[:-1]] == [(index, Outcome.DONE, 12) for index in TIMED]


@pytest.mark.parametrize("jump", JUMPS, ids=lambda it: it.__name__)
def test_a_wait_is_never_held(player: Player, context: Context, clocks: Clocks, gone: list[Away], jump: Jump) -> None:
    begin(player, context)
    run_into(player, clocks, len(PHASES) - 1)
    for gap in (1.9, 2.1, 4000):
        jump(clocks, gap)
        player.tick()
        assert isinstance(state(player), Running)
    assert not gone


@pytest.mark.parametrize("jump", JUMPS, ids=lambda it: it.__name__)
@pytest.mark.parametrize("index", range(len(PHASES)), ids=[phase.kind.value for phase in PHASES])
def test_a_pause_outlasts_any_gap_and_goes_on_where_it_was(
    player: Player, context: Context, clocks: Clocks, gone: list[Away], *, index: int, jump: Jump
) -> None:
    begin(player, context)
    run_into(player, clocks, index)
    player.pause()
    for gap in (1.9, 2.1, 4000):
        jump(clocks, gap)
        player.tick()
        assert_held(player, index, IN_A_PHASE_SECONDS, Why.PAUSED)
    player.resume()
    clocks.run(player, 1)
    assert elapsed(player, clocks) == pytest.approx(IN_A_PHASE_SECONDS + 1)
    assert not gone


@pytest.mark.parametrize("index", TIMED, ids=[PHASES[index].kind.value for index in TIMED])
@pytest.mark.parametrize("jump", [sleep, stall], ids=lambda it: it.__name__)
def test_each_way_on_leads_to_its_record(
    player: Player, context: Context, clocks: Clocks, index: int, jump: Jump
) -> None:
    reps = PHASES[index].reps
    some_reps = None if reps is None else 1
    left_early = (index, Outcome.PARTIAL, IN_A_PHASE_SECONDS, some_reps)

    begin(player, context)
    run_into(player, clocks, index)
    jump(clocks, 600)
    player.tick()
    clocks.pass_by(45)  # the user reads what is asked
    player.redo()
    assert elapsed(player, clocks) == 0
    assert told(kept(player, context).phases[index]) == left_early

    run_into(player, clocks, index)
    jump(clocks, 600)
    player.tick()
    clocks.pass_by(45)
    player.resume()
    clocks.run(player, 12 - IN_A_PHASE_SECONDS + 1)
    again = kept(player, context).phases[index + 1]
    assert told(again) == (index, Outcome.DONE, 12, reps)
    assert again.ended_at == clocks.wall - timedelta(seconds=1)

    run_into(player, clocks, index + 1)
    seconds = elapsed(player, clocks)
    jump(clocks, 600)
    player.tick()
    player.stop()
    player.finish()
    record = kept(player, context)
    is_practice_left = any(phase.kind.is_practice for phase in PHASES[index + 1 :])
    assert record.outcome is (Outcome.PARTIAL if is_practice_left else Outcome.DONE)
    assert record.ended_at == clocks.wall
    # a wait is not held: all of it that the monotonic clock saw is its own
    is_wait = PHASES[index + 1].seconds is None
    assert told(record.phases[-1])[:2] == (index + 1, Outcome.PARTIAL)
    assert record.phases[-1].done_seconds == pytest.approx(seconds + (600 if is_wait and jump is stall else 0))


def test_what_is_kept_while_away_ended_at_the_last_good_tick(player: Player, context: Context, clocks: Clocks) -> None:
    begin(player, context)
    run_into(player, clocks, 1)
    last_good = clocks.wall
    sleep(clocks, 7200)
    player.tick()
    assert kept(player, context).phases[-1].ended_at == last_good


def _berlin() -> ZoneInfo | None:
    try:
        return ZoneInfo("Europe/Berlin")
    except ZoneInfoNotFoundError:  # a system without the zones
        return None


@pytest.mark.skipif(_berlin() is None, reason="this system does not know the time zones")
@pytest.mark.parametrize("is_fixed", [False, True], ids=["zone", "offset"])
@pytest.mark.parametrize(
    "change", [datetime(2026, 3, 29, 1, tzinfo=UTC), datetime(2026, 10, 25, 1, tzinfo=UTC)], ids=["spring", "autumn"]
)
def test_a_change_of_the_hour_holds_nothing(
    context: Context, clocks: Clocks, qtbot: QtBot, change: datetime, is_fixed: bool
) -> None:
    """The wall clock as the program reads it: in the zone, or with the offset that holds at that moment."""
    clocks.wall = change - timedelta(seconds=IN_A_PHASE_SECONDS + 10)

    def wall() -> datetime:
        local = clocks.wall.astimezone(_berlin())
        return local.replace(tzinfo=timezone(local.utcoffset() or timedelta())) if is_fixed else local

    player = Player(context.history, context.monotonic, wall)
    gone: list[Away] = []
    player.went_away.connect(gone.append)
    offset = wall().utcoffset()
    begin(player, context)
    run_into(player, clocks, 2)
    assert wall().utcoffset() != offset
    assert not gone
    assert isinstance(state(player), Running)
    player.leave()


@pytest.mark.parametrize("hours", [-11, -1, 1, 5.75, 14])
def test_travelling_to_another_time_zone_holds_nothing(
    player: Player, context: Context, clocks: Clocks, gone: list[Away], hours: float
) -> None:
    begin(player, context)
    run_into(player, clocks, 1)
    clocks.wall = clocks.wall.astimezone(timezone(timedelta(hours=hours)))
    clocks.run(player, 3)
    assert not gone
    assert isinstance(state(player), Running)


def test_a_phase_that_began_while_the_disk_was_slow_is_told_though_the_computer_then_slept(
    player: Player, context: Context, clocks: Clocks, gone: list[Away], monkeypatch: pytest.MonkeyPatch
) -> None:
    entered: list[int] = []
    player.entered.connect(entered.append)
    begin(player, context)
    clocks.run(player, 11.5)
    write = Recorder.follow

    def write_slowly(recorder: Recorder, *given: object) -> None:
        write(recorder, *given)  # type: ignore[arg-type]  # handed on as it came
        clocks.pass_by(1.5)

    with monkeypatch.context() as slow:
        slow.setattr(Recorder, "follow", write_slowly)
        clocks.run(player, 0.25)
    sleep(clocks, 600)
    player.tick()
    assert_held(player, 1, 1.25, Why.AWAY)
    assert entered == [0, 1]


def test_a_pause_just_after_a_phase_began_tells_that_it_began(player: Player, context: Context, clocks: Clocks) -> None:
    entered: list[int] = []
    player.entered.connect(entered.append)
    begin(player, context)
    clocks.run(player, 11.5)
    clocks.pass_by(0.75)
    player.pause()
    assert_held(player, 1, 0.25, Why.PAUSED)
    assert entered == [0, 1]


def test_a_stop_can_still_be_taken_back_after_sleep(player: Player, context: Context, clocks: Clocks) -> None:
    begin(player, context)
    run_into(player, clocks, 1)
    player.stop()
    sleep(clocks, 600)
    player.tick()
    assert player.can_undo
    player.undo_stop()
    clocks.run(player, 1)
    assert elapsed(player, clocks) == pytest.approx(IN_A_PHASE_SECONDS + 1)
