"""Real zones, for clocks on real walls."""

from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import pytest


def zone(name: str) -> ZoneInfo:
    """The zone of this name; where the system has no data of zones, the module that asks is skipped."""
    try:
        return ZoneInfo(name)
    except ZoneInfoNotFoundError:
        pytest.skip("needs the data of zones (Debian: tzdata)", allow_module_level=True)
