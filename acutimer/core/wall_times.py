"""What a clock on the wall shows, as a moment: over the days on which clocks are moved, too."""

from datetime import UTC, date, datetime, time, timedelta, tzinfo


def moment_of(day: date, clock: time, zone: tzinfo) -> datetime:
    """The moment at which a clock in `zone` first shows `clock` on `day`, in UTC.

    A time shown twice, as clocks are put back, is the first of the two. A time never shown, as they are put forward, is
    the moment they are: the next one there is.
    """
    naive = datetime.combine(day, clock)
    # before a gap and before a fold alike, fold=0 counts with the offset that holds before the clocks are moved
    first = naive.replace(tzinfo=zone, fold=0).astimezone(UTC)
    if first.astimezone(zone).replace(tzinfo=None) == naive:
        return first
    after = naive.replace(tzinfo=zone, fold=1).astimezone(UTC)
    return _when_moved(min(first, after), max(first, after), zone)


def day_in(moment: datetime, zone: tzinfo) -> date:
    """The day that a calendar in `zone` shows at `moment`."""
    return moment.astimezone(zone).date()


def _when_moved(before: datetime, after: datetime, zone: tzinfo) -> datetime:
    """The second at which the clocks are moved: later than `before`, and at the latest `after`."""
    old = before.astimezone(zone).utcoffset()
    early, late = 0, round((after - before).total_seconds())
    while late - early > 1:
        middle = (early + late) // 2
        if (before + timedelta(seconds=middle)).astimezone(zone).utcoffset() == old:
            early = middle
        else:
            late = middle
    return before + timedelta(seconds=late)
