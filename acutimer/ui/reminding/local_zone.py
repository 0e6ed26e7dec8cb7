"""The clock on this computer's wall, for moments to come: its zone, and when it is moved."""

import time
from datetime import UTC, datetime, timedelta, tzinfo


class LocalZone(tzinfo):
    """The system's own zone, as the C library knows it: no data of zones is needed, and none can be out of date."""

    def utcoffset(self, moment: datetime | None) -> timedelta | None:
        """The offset that holds when the wall shows `moment`; its fold tells the first of two such from the second."""
        return None if moment is None else moment.replace(tzinfo=None).astimezone().utcoffset()

    def dst(self, _moment: datetime | None) -> timedelta | None:
        """Nobody asks."""
        return None

    def tzname(self, moment: datetime | None) -> str | None:
        """As the system calls it then."""
        return None if moment is None else moment.replace(tzinfo=None).astimezone().tzname()

    def fromutc(self, moment: datetime) -> datetime:
        """What the wall shows at `moment`, which is in UTC though it says this zone."""
        local = moment.replace(tzinfo=UTC).astimezone()
        naive = local.replace(tzinfo=None, fold=0)
        is_second = naive.astimezone().utcoffset() != local.utcoffset()
        return naive.replace(tzinfo=self, fold=int(is_second))


def look_at_zone() -> None:
    """The computer may have travelled: let the C library read its zone anew, where it would not by itself."""
    if hasattr(time, "tzset"):
        time.tzset()
