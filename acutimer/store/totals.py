"""Sums over days, points and sides. A day begins at an hour the user chose.

A phase belongs to the day its own clock showed when it ended, so neither a journey nor daylight saving moves it;
a session belongs to the day it started on.
"""

import sqlite3
from datetime import date, timedelta

from acutimer.core.filtering import ALL, LogFilter
from acutimer.core.history import SessionSummary, day_of
from acutimer.core.planning import PhaseKind
from acutimer.core.sides import Side
from acutimer.core.totals import Counted, DayTotal, Rated, SideSeconds, SubjectTotal
from acutimer.store.counting import COUNTS, MAY_COUNT
from acutimer.store.ledger import Ledger
from acutimer.store.rows import SUMMARY_COLUMNS, level_in, moment_in, seconds_in, session_summary
from acutimer.store.wanting import session_conditions, subject_condition

_WIDEST_OFFSET_DAYS = 1  # no clock is further from UTC

# Every routine, by leaps through the index: thousands of sessions share a few.
EVERY_ROUTINE = """
    WITH RECURSIVE known (routine) AS (
        SELECT min(routine) FROM session
        UNION ALL
        SELECT (SELECT min(routine) FROM session WHERE session.routine > known.routine)
        FROM known WHERE known.routine IS NOT NULL
    )
"""
_ROUTINES = f"""
    {EVERY_ROUTINE}
    SELECT routine, (
        SELECT routine_name FROM session WHERE session.routine = known.routine ORDER BY started_moment DESC LIMIT 1
    ) AS name
    FROM known WHERE routine IS NOT NULL
"""  # noqa: S608 - ours


class Totals:
    """Asks an open database. `first` and `last` are days, both included; `day_begins_hour` is 0 to 12.

    Every method raises WorldError when the file cannot be read.
    """

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def days(self, first: date, last: date, day_begins_hour: int, wanted: LogFilter = ALL) -> dict[date, DayTotal]:
        """What was practised on each day; days without practice are left out."""
        begin, end = _span(first, last, day_begins_hour)
        values: tuple[object, ...]
        if wanted.subjects:
            table, seconds, moment = "phase", "done_seconds", "phase.ended_at"
            condition, values = subject_condition(wanted)
            condition += f" AND {MAY_COUNT} AND done_seconds > 0 AND {COUNTS}"
        else:
            table, seconds, moment = "practice_hour", "seconds", "hour"
            condition, values = "1", ()
            begin, end = begin[:13], end[:13]
        of_session, more = session_conditions(wanted)
        if of_session:
            of_row = f"SELECT 1 FROM session WHERE number = {table}.session AND {of_session}"  # noqa: S608 - ours
            condition += f" AND EXISTS ({of_row})"
        rows = self._ledger.read(
            f"SELECT {_day(moment)} AS day, sum({seconds}) AS seconds, count(DISTINCT session) AS sessions"  # noqa: S608 - ours
            f" FROM {table} WHERE {moment} >= ? AND {moment} < ? AND {condition} GROUP BY day ORDER BY day",
            (f"{day_begins_hour:02}", begin, end, *values, *more),
        )
        with self._ledger.rows():
            return {_day_in(row): DayTotal(seconds_in(row["seconds"]), row["sessions"]) for row in rows}

    def seconds_by_day(
        self, first: date, last: date, day_begins_hour: int, wanted: LogFilter = ALL
    ) -> dict[date, float]:
        """Seconds practised on each day; days without practice are left out."""
        return {day: total.seconds for day, total in self.days(first, last, day_begins_hour, wanted).items()}

    def counted_on(self, exercise: str, day: date, day_begins_hour: int, *, without: str = "") -> Counted:
        """Repetitions of an exercise done on a day, in all sessions but the one with the id `without`."""
        rows = self._ledger.read(
            "SELECT coalesce(sum(done_reps), 0) AS reps, count(*) AS sets FROM phase"
            " WHERE subject = ? AND kind = 'reps' AND ended_at >= ? AND ended_at < ? AND done_reps > 0"
            " AND session != coalesce((SELECT number FROM session WHERE id = ?), -1)",
            (exercise, *_span(day, day, day_begins_hour), without),
        )
        with self._ledger.rows():
            return Counted(int(rows[0]["reps"]), rows[0]["sets"])

    def subjects(self, first: date, last: date, day_begins_hour: int) -> tuple[SubjectTotal, ...]:
        """What was done of every subject on every side, the most practised first."""
        begin, end = _span(first, last, day_begins_hour)
        rows = self._ledger.read(
            "SELECT subject, kind, side, sum(done_seconds) AS seconds, sum(coalesce(done_reps, 0)) AS reps,"  # noqa: S608 - ours
            " count(*) AS times, ended_at AS last_at, max(julianday(ended_at))"
            " FROM (SELECT DISTINCT session FROM practice_hour WHERE hour >= ? AND hour < ?) JOIN phase USING (session)"
            f" WHERE ended_at >= ? AND ended_at < ? AND subject IS NOT NULL AND done_seconds > 0 AND {COUNTS}"
            " GROUP BY subject, kind, side ORDER BY seconds DESC, subject, side",
            (begin[:13], end[:13], begin, end),
        )
        with self._ledger.rows():
            return tuple(
                SubjectTotal(
                    subject=row["subject"],
                    kind=PhaseKind(row["kind"]),
                    side=None if row["side"] is None else Side(row["side"]),
                    seconds=seconds_in(row["seconds"]),
                    reps=int(row["reps"]),
                    times=row["times"],
                    last_at=moment_in(row["last_at"]),
                )
                for row in rows
            )

    def sides_by_day(self, first: date, last: date, day_begins_hour: int) -> dict[date, SideSeconds]:
        """Seconds on each side on each day; days without any are left out."""
        begin, end = _span(first, last, day_begins_hour)
        rows = self._ledger.read(
            f'SELECT {_day("hour")} AS day, sum(left_seconds) AS "left", sum(right_seconds) AS "right"'  # noqa: S608 - ours
            " FROM practice_hour WHERE hour >= ? AND hour < ? AND left_seconds + right_seconds > 0"
            " GROUP BY day ORDER BY day",
            (f"{day_begins_hour:02}", begin[:13], end[:13]),
        )
        with self._ledger.rows():
            return {_day_in(row): SideSeconds(seconds_in(row["left"]), seconds_in(row["right"])) for row in rows}

    def rated(self, first: date, last: date, day_begins_hour: int, wanted: LogFilter = ALL) -> tuple[Rated, ...]:
        """The sessions whose discomfort was said, before or after, the oldest first."""
        of_session, values = session_conditions(wanted)
        rows = self._ledger.read(
            "SELECT id, started_at, discomfort_before, discomfort_after FROM session"  # noqa: S608 - ours
            f" WHERE (discomfort_before IS NOT NULL OR discomfort_after IS NOT NULL) AND {_STARTED}"
            f" AND {of_session or 1} ORDER BY started_moment, number",
            (*_started(first, last, day_begins_hour), *values),
        )
        with self._ledger.rows():
            return tuple(
                Rated(
                    row["id"],
                    moment_in(row["started_at"]),
                    level_in(row["discomfort_before"]),
                    level_in(row["discomfort_after"]),
                )
                for row in rows
            )

    def sessions_between(self, first: date, last: date, day_begins_hour: int) -> tuple[SessionSummary, ...]:
        """The sessions started on these days, the oldest first."""
        rows = self._ledger.read(
            f"SELECT {SUMMARY_COLUMNS} FROM session WHERE {_STARTED} ORDER BY started_moment, number",  # noqa: S608 - ours
            _started(first, last, day_begins_hour),
        )
        with self._ledger.rows():
            return tuple(session_summary(row) for row in rows)

    def span(self, day_begins_hour: int) -> tuple[date, date] | None:
        """The first and the last day a session started on, or None while there is none."""
        around = _WIDEST_OFFSET_DAYS + 1
        ends = "SELECT {0}(started_moment) FROM session"
        with self._ledger.rows():
            first, last = (
                [day_of(moment_in(row["started_at"]), day_begins_hour) for row in self._ledger.read(rows)]
                for rows in (
                    f"SELECT started_at FROM session WHERE started_moment <= ({ends.format('min')}) + {around}",  # noqa: S608 - ours
                    f"SELECT started_at FROM session WHERE started_moment >= ({ends.format('max')}) - {around}",  # noqa: S608 - ours
                )
            )
            return (min(first), max(last)) if first else None

    def routines(self) -> dict[str, str]:
        """Every routine there is a session of: its id, and the name it had last."""
        return {row["routine"]: row["name"] for row in self._ledger.read(_ROUTINES)}


_STARTED = "started_moment >= julianday(?) AND started_moment < julianday(?) AND started_at >= ? AND started_at < ?"


def _started(first: date, last: date, day_begins_hour: int) -> tuple[str, str, str, str]:
    """What `_STARTED` asks for: the index narrows by true time, the texts then decide by each session's own clock."""
    around = timedelta(days=_WIDEST_OFFSET_DAYS)
    begin, end = _span(first, last, day_begins_hour)
    widest = _span(first - around, last + around, day_begins_hour)
    return (*widest, begin, end)


def _day_in(row: sqlite3.Row) -> date:
    return date.fromisoformat(row["day"])


def _day(moment: str) -> str:
    """SQL for the day of a local time in `moment`; its parameter is the hour at which a day begins, in two digits."""
    return (
        f"CASE WHEN substr({moment}, 12, 2) < ? THEN date(substr({moment}, 1, 10), '-1 day')"
        f" ELSE substr({moment}, 1, 10) END"
    )


def _span(first: date, last: date, day_begins_hour: int) -> tuple[str, str]:
    """From when to when days last, as texts to compare local times with."""
    after = last + timedelta(days=1)
    return f"{first}T{day_begins_hour:02}:00:00", f"{after}T{day_begins_hour:02}:00:00"
