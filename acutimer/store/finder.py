"""Finds sessions and hands them out row by row, however many there are."""

import json
from datetime import date, datetime, time, timedelta

from acutimer.core.filtering import ALL, LogFilter
from acutimer.core.history import SessionSummary
from acutimer.store.ledger import Ledger
from acutimer.store.rows import SUMMARY_COLUMNS, session_summary
from acutimer.store.wanting import session_conditions

_WIDEST_OFFSET = timedelta(hours=15)  # no clock is further from UTC


_NEWEST_FIRST = "ORDER BY started_moment DESC, number DESC"


class Finder:
    """The sessions a filter lets through, newest first, each at its place from 0.

    Nothing is listed: the index has the sessions in order, and what a filter asks of them. What changes in the log
    changes the places; the next `find` counts anew. Every method raises WorldError when the file cannot be read.
    """

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._condition = "1"
        self._values: tuple[object, ...] = ()

    def find(self, wanted: LogFilter = ALL) -> int:
        """Look for what `wanted` lets through; gives how many."""
        condition, values = session_conditions(wanted)
        if wanted.subjects:
            practised = f"practised IN ({', '.join(map(str, self._sets(wanted)))})"
            condition = f"{condition} AND {practised}" if condition else practised
        self._condition, self._values = condition or "1", values
        return self._count(self._condition, self._values)

    def page(self, first: int, limit: int) -> list[SessionSummary]:
        """The sessions at `first` and after it, at most `limit`."""
        numbers = f"SELECT number FROM session WHERE {self._condition} {_NEWEST_FIRST} LIMIT ? OFFSET ?"  # noqa: S608 - ours
        rows = self._ledger.read(
            f"SELECT {SUMMARY_COLUMNS} FROM session WHERE number IN ({numbers}) {_NEWEST_FIRST}",  # noqa: S608 - ours
            (*self._values, limit, first),
        )
        with self._ledger.rows():
            return [session_summary(row) for row in rows]

    def place_of(self, session_id: str) -> int | None:
        """Where a session stands, if it was found."""
        condition = f"id = ? AND {self._condition}"
        rows = self._ledger.read(f"SELECT number FROM session WHERE {condition}", (session_id, *self._values))  # noqa: S608 - ours
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

    def _sets(self, wanted: LogFilter) -> list[int]:
        """The numbers of all sets of subjects that hold one that is wanted; there are few."""
        rows = self._ledger.read("SELECT number, text FROM practised")
        with self._ledger.rows():
            return [row["number"] for row in rows if not wanted.subjects.isdisjoint(json.loads(row["text"]))]

    def _newest(self, condition: str, values: tuple[str, ...]) -> int | None:
        """The number of the newest session found that fulfils the condition."""
        rows = self._ledger.read(
            f"SELECT number FROM session WHERE {condition} AND {self._condition} {_NEWEST_FIRST} LIMIT 1",  # noqa: S608 - ours
            (*values, *self._values),
        )
        return rows[0]["number"] if rows else None

    def _place(self, number: int) -> int:
        newer = "(started_moment, number) > (SELECT started_moment, number FROM session WHERE number = ?)"
        return self._count(f"{newer} AND {self._condition}", (number, *self._values))

    def _count(self, condition: str, values: tuple[object, ...]) -> int:
        return int(self._ledger.read(f"SELECT count(*) AS count FROM session WHERE {condition}", values)[0]["count"])  # noqa: S608 - ours
