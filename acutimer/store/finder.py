"""Finds sessions and hands them out row by row, however many there are."""

from datetime import date, datetime, time, timedelta

from acutimer.core.filtering import ALL, LogFilter
from acutimer.core.history import SessionSummary
from acutimer.store.ledger import Ledger
from acutimer.store.rows import SUMMARY_COLUMNS, session_summary
from acutimer.store.wanting import practised_condition, session_conditions

_WIDEST_OFFSET = timedelta(hours=15)  # no clock is further from UTC


_NEWEST_FIRST = "ORDER BY started_moment DESC, number DESC"


class Finder:
    """The sessions a filter lets through, newest first, each at its place from 0.

    What a filter finds is listed once, by `find`; what changes in the log afterwards is seen by the next `find`. All
    of the log needs no list: the index has it in order. Every method raises WorldError when the file cannot be read.
    """

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._is_all = True
        self._ledger.read("CREATE TEMP TABLE IF NOT EXISTS found (place INTEGER PRIMARY KEY, session INTEGER NOT NULL)")

    def find(self, wanted: LogFilter = ALL) -> int:
        """Look for what `wanted` lets through; gives how many."""
        self._is_all = wanted.is_empty
        if self._is_all:
            return int(self._ledger.read("SELECT count(*) AS places FROM session")[0]["places"])
        condition, values = session_conditions(wanted)
        if wanted.subjects:
            of_subject, subjects = practised_condition(wanted)
            condition = f"{condition} AND {of_subject}" if condition else of_subject
            values = (*values, *subjects)
        self._ledger.read("DELETE FROM temp.found")
        # the table numbers its rows as they come; they begin at 1
        self._ledger.read(
            f"INSERT INTO temp.found (session) SELECT number FROM session WHERE {condition or 1} {_NEWEST_FIRST}",  # noqa: S608 - ours
            values,
        )
        return int(self._ledger.read("SELECT coalesce(max(place), 0) AS places FROM temp.found")[0]["places"])

    def page(self, first: int, limit: int) -> list[SessionSummary]:
        """The sessions at `first` and after it, at most `limit`; one that is gone since is left out."""
        if self._is_all:
            numbers = f"SELECT number FROM session {_NEWEST_FIRST} LIMIT ? OFFSET ?"  # noqa: S608 - ours
            values = (limit, first)
        else:
            numbers = "SELECT session FROM temp.found WHERE place > ? AND place <= ?"
            values = (first, first + limit)
        rows = self._ledger.read(
            f"SELECT {SUMMARY_COLUMNS} FROM session WHERE number IN ({numbers}) {_NEWEST_FIRST}",  # noqa: S608 - ours
            values,
        )
        return [session_summary(row) for row in rows]

    def place_of(self, session_id: str) -> int | None:
        """Where a session stands, if it was found."""
        rows = self._ledger.read("SELECT number FROM session WHERE id = ?", (session_id,))
        return self._place(rows[0]["number"]) if rows else None

    def place_at(self, day: date, day_begins_hour: int) -> int | None:
        """Where the newest session stands that started on `day` by its own clock, or else the first before that."""
        begin = datetime.combine(day, time(day_begins_hour))
        end = begin + timedelta(days=1)
        before = ("started_moment < julianday(?) AND started_at < ?", (end + _WIDEST_OFFSET, end))
        since = ("started_moment >= julianday(?) AND started_at >= ?", (begin - _WIDEST_OFFSET, begin))
        # after a journey west a session of the day before may be the newer one by true time
        for conditions in ((before, since), (before,)):
            texts = tuple(moment.isoformat() for _, moments in conditions for moment in moments)
            number = self._newest(" AND ".join(condition for condition, _ in conditions), texts)
            if number is not None:
                return self._place(number)
        return None

    def _newest(self, condition: str, values: tuple[str, ...]) -> int | None:
        """The number of the newest session found that fulfils the condition."""
        is_found = "1" if self._is_all else "number IN (SELECT session FROM temp.found)"
        rows = self._ledger.read(
            f"SELECT number FROM session WHERE {condition} AND {is_found} {_NEWEST_FIRST} LIMIT 1",  # noqa: S608 - ours
            values,
        )
        return rows[0]["number"] if rows else None

    def _place(self, number: int) -> int | None:
        if self._is_all:
            rows = self._ledger.read(
                "SELECT count(*) AS place FROM session"
                " WHERE (started_moment, number) > (SELECT started_moment, number FROM session WHERE number = ?)",
                (number,),
            )
        else:
            rows = self._ledger.read("SELECT place - 1 AS place FROM temp.found WHERE session = ?", (number,))
        return int(rows[0]["place"]) if rows else None
