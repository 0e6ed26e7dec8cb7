import time as clocks
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acutimer.core.due import next_moment
from acutimer.core.reminding import AtTimes
from acutimer.ui.reminding.local_zone import LocalZone, look_at_zone
from tests.core.test_reminding import naive
from tests.zones import zone

ZONES = ("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu")

if not hasattr(clocks, "tzset"):
    pytest.skip("this system has one zone only", allow_module_level=True)
zone(ZONES[0])


@pytest.fixture
def go_to() -> Iterator[Callable[[str], None]]:
    """Moves this computer to another zone, and back in the end."""
    with pytest.MonkeyPatch.context() as patch:

        def go(name: str) -> None:
            patch.setenv("TZ", name)
            look_at_zone()

        yield go
    look_at_zone()


@pytest.mark.parametrize("name", ZONES)
def test_it_counts_as_the_data_of_zones_does(go_to: Callable[[str], None], name: str) -> None:
    go_to(name)

    @given(st.datetimes(naive(1990, 1, 1), naive(2037, 1, 1)), st.integers(0, 1))
    def agrees(wall: datetime, fold: int) -> None:
        local, real = LocalZone(), zone(name)
        there = wall.replace(fold=fold)
        assert there.replace(tzinfo=local).astimezone(UTC) == there.replace(tzinfo=real).astimezone(UTC)
        moment = wall.replace(tzinfo=UTC, microsecond=0)
        mine, its = moment.astimezone(local), moment.astimezone(real)
        assert mine.replace(tzinfo=None) == its.replace(tzinfo=None)
        assert mine.fold == its.fold
        assert mine.tzname() == its.tzname()

    agrees()


def test_the_second_of_two_hours_is_told_from_the_first(go_to: Callable[[str], None]) -> None:
    go_to("Europe/Berlin")
    second = datetime(2026, 10, 25, 1, 30, tzinfo=UTC).astimezone(LocalZone())
    assert (second.hour, second.minute, second.fold) == (2, 30, 1)


def test_a_reminder_follows_the_computer_to_another_zone(go_to: Callable[[str], None]) -> None:
    after = datetime(2026, 3, 29, tzinfo=UTC)
    go_to("Europe/Berlin")
    half_past_two = AtTimes((time(2, 30),))
    assert next_moment(half_past_two, after, LocalZone()) == datetime(2026, 3, 29, 1, tzinfo=UTC)
    go_to("America/New_York")
    assert next_moment(half_past_two, after, LocalZone()) == datetime(2026, 3, 29, 6, 30, tzinfo=UTC)
