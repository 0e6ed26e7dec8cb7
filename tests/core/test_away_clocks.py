"""What each way for a clock to jump means to a session: sleep, a stall, a clock that was set, a change of the hour."""

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import pytest

from acutimer.core.away import Watch

BEFORE = Watch(monotonic=100.0, wall=5000.0)
TICK = 0.25

# What happens: how far the monotonic clock goes and how far the wall clock, for a gap of so many seconds.
JUMPS = {
    "the computer sleeps": (0.0, 1.0),
    "the program stands still": (1.0, 1.0),
    "the monotonic clock alone jumps": (1.0, 0.0),
}


@pytest.mark.parametrize("jump", JUMPS)
@pytest.mark.parametrize(("gap", "is_away"), [(1.9, False), (2.1, True)])
def test_a_gap_of_more_than_two_seconds_is_away_on_whichever_clock(jump: str, gap: float, is_away: bool) -> None:
    ticked, walled = (share * gap for share in JUMPS[jump])
    away = BEFORE.look(100.0 + ticked, 5000.0 + walled)
    assert (away is not None) == is_away
    if away is not None:
        assert away.last_good == 100.0
        assert away.seconds == pytest.approx(gap)


@pytest.mark.parametrize("direction", [1, -1])
@pytest.mark.parametrize(("gap", "is_away"), [(1.9, False), (2.1, True)])
def test_a_wall_clock_set_within_a_tick_is_away_when_it_was_set_far(direction: int, gap: float, is_away: bool) -> None:
    away = BEFORE.look(100.0 + TICK, 5000.0 + TICK + direction * gap)
    assert (away is not None) == is_away
    if away is not None:
        assert away.last_good == 100.0
        assert away.seconds == pytest.approx(TICK + gap if direction > 0 else TICK)


def test_gaps_that_each_are_short_never_add_up_to_being_away() -> None:
    watch = BEFORE
    for number in range(1, 50):
        monotonic, wall = 100.0 + 1.9 * number, 5000.0 + 1.9 * number + (1.5 if number % 2 else 0.0)
        assert watch.look(monotonic, wall) is None
        watch = Watch(monotonic, wall)


def _berlin() -> ZoneInfo | None:
    try:
        return ZoneInfo("Europe/Berlin")
    except ZoneInfoNotFoundError:  # a system without the zones
        return None


@pytest.mark.skipif(_berlin() is None, reason="this system does not know the time zones")
@pytest.mark.parametrize(
    "change", [datetime(2026, 3, 29, 1, tzinfo=UTC), datetime(2026, 10, 25, 1, tzinfo=UTC)], ids=["spring", "autumn"]
)
def test_a_change_of_the_hour_in_berlin_is_no_gap(change: datetime) -> None:
    berlin = _berlin()
    before, after = ((change + timedelta(seconds=by)).astimezone(berlin) for by in (-TICK, TICK))
    assert before.utcoffset() != after.utcoffset()
    watch = Watch(100.0, before.timestamp())
    assert watch.look(100.0 + 2 * TICK, after.timestamp()) is None


@pytest.mark.parametrize("hours", [-11, -1, 1, 5.75, 14])
def test_another_time_zone_is_no_gap(hours: float) -> None:
    moment = datetime(2026, 3, 29, 1, tzinfo=UTC)
    elsewhere = (moment + timedelta(seconds=TICK)).astimezone(timezone(timedelta(hours=hours)))
    assert Watch(100.0, moment.timestamp()).look(100.0 + TICK, elsewhere.timestamp()) is None
