"""Finds sessions and hands them out row by row, however many there are."""

from datetime import date, datetime, time, timedelta

from acutimer.core.filtering import ALL, LogFilter
from acutimer.core.history import SessionSummary
from acutimer.store.ledger import Ledger
from acutimer.store.rows import SUMMARY_COLUMNS, session_summary
from acutimer.store.wanting import practised_condition, session_conditions

_WIDEST_OFFSET = timedelta(hours=15)  # no clock is further from UTC


class Finder:
    """The sessions a filter lets through, newest first, each at its place from 0.

    They are listed once, by `find`; what changes in the log afterwards is seen by the next `find`. Every method
    raises WorldError when the file cannot be read.
    """

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._ledger.read(
            "CREATE TEMP TABLE IF NOT EXISTS found"
            " (place INTEGER PRIMARY KEY, session INTEGER NOT NULL, moment REAL NOT NULL)"
        )

    def find(self, wanted: LogFilter = ALL) -> int:
        """List what `wanted` lets through; gives how many."""
        condition, values = session_conditions(wanted)
        if wanted.subjects:
            of_subject, subjects = practised_condition(wanted)
            condition = f"{condition} AND {of_subject}" if condition else of_subject
            values = (*values, *subjects)
        self._ledger.read("DELETE FROM temp.found")
        # a table of its own numbers its rows as they come; they begin at 1
        self._ledger.read(
            "INSERT INTO temp.found (session, moment) SELECT number, started_moment FROM session"  # noqa: S608 - ours
            f" WHERE {condition or 1} ORDER BY started_moment DESC, number DESC",
            values,
        )
        return int(self._ledger.read("SELECT coalesce(max(place), 0) AS places FROM temp.found")[0]["places"])

    def page(self, first: int, limit: int) -> list[SessionSummary]:
        """The sessions at `first` and after it, at most `limit`; one that is gone since is left out."""
        rows = self._ledger.read(
            f"SELECT {SUMMARY_COLUMNS} FROM temp.found JOIN session ON session.number = found.session"  # noqa: S608 - ours
            " WHERE place > ? AND place <= ? ORDER BY place",
            (first, first + limit),
        )
        return [session_summary(row) for row in rows]

    def place_of(self, session_id: str) -> int | None:
        """Where a session stands, if it was found."""
        rows = self._ledger.read(
            "SELECT place FROM temp.found WHERE session = (SELECT number FROM session WHERE id = ?)", (session_id,)
        )
        return int(rows[0]["place"]) - 1 if rows else None

    def place_at(self, day: date, day_begins_hour: int) -> int | None:
        """Where the newest session stands that started on `day` by its own clock, or else the first before that."""
        begin = datetime.combine(day, time(day_begins_hour))
        end = begin + timedelta(days=1)
        # after a journey west a session of the day before may be the newer one by true time
        low, high = self._first_before(end + _WIDEST_OFFSET), self._first_before(begin - _WIDEST_OFFSET)
        on_day = self._first("place < ? AND started_at >= ?", low, end, (high, begin.isoformat()))
        return self._first("1", low, end, ()) if on_day is None else on_day

    def _first(self, condition: str, low: int, end: datetime, values: tuple[object, ...]) -> int | None:
        rows = self._ledger.read(
            "SELECT place FROM temp.found JOIN session ON session.number = found.session"  # noqa: S608 - ours
            f" WHERE place >= ? AND started_at < ? AND {condition} ORDER BY place LIMIT 1",
            (low, end.isoformat(), *values),
        )
        return int(rows[0]["place"]) - 1 if rows else None

    def _first_before(self, moment: datetime) -> int:
        """The first place, from 1, of a session that started before a moment of UTC; one after the last if none."""
        low, high = 1, int(self._ledger.read("SELECT coalesce(max(place), 0) + 1 AS after FROM temp.found")[0]["after"])
        while low < high:
            middle = (low + high) // 2
            row = self._ledger.read(
                "SELECT moment < julianday(?) AS is_before FROM temp.found WHERE place = ?",
                (moment.isoformat(), middle),
            )[0]
            low, high = (low, middle) if row["is_before"] else (middle + 1, high)
        return low
