"""The log of sessions: what was done, phase by phase."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path

from acutimer.core.history import (
    WALKS,
    PhaseRecord,
    SessionRecord,
    counts,
    outcome_of,
    practice_places,
    practice_seconds,
)
from acutimer.core.planning import PhaseKind, Plan
from acutimer.core.session import Outcome
from acutimer.store.claims import Claims
from acutimer.store.faults import world_faults
from acutimer.store.rows import (
    PHASE_COLUMNS,
    SESSION_COLUMNS,
    phase_record,
    phase_row,
    plan_kinds,
    plan_text,
    read_plan,
    session_record,
)

_PRACTICE = ", ".join(f"'{kind}'" for kind in PhaseKind if counts(kind, None))
_WALKS = ", ".join(f"'{subject}'" for subject in sorted(WALKS))
_COUNTS = f"(kind IN ({_PRACTICE}) OR (kind = '{PhaseKind.WAIT}' AND subject IN ({_WALKS})))"
_UPSERT = f"""
    INSERT INTO phase (session, {PHASE_COLUMNS}, running) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (session, ordinal) DO UPDATE SET
        place = excluded.place, kind = excluded.kind, subject = excluded.subject, side = excluded.side,
        planned_seconds = excluded.planned_seconds, done_seconds = excluded.done_seconds,
        planned_reps = excluded.planned_reps, done_reps = excluded.done_reps,
        outcome = excluded.outcome, ended_at = excluded.ended_at, running = excluded.running
"""  # noqa: S608 - the columns are ours


class History:
    """The sessions in an open database. Every method that writes does so in one transaction, on disk when it returns.

    Each raises WorldError when the disk or the file will not have it.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._connection.row_factory = sqlite3.Row
        name = connection.execute("PRAGMA database_list").fetchone()["file"]
        self._path = Path(name or "in memory")
        self.claims = Claims(Path(name) if name else None)

    # -- writing ---------------------------------------------------------------------------------

    def begin(self, record: SessionRecord, plan: Plan) -> None:
        """Keep a session as it starts (or, with an outcome and phases, one that is over)."""
        ended = None if record.ended_at is None else record.ended_at.isoformat()
        values = (
            *(record.id, record.routine, record.routine_name, record.started_at.isoformat(), ended),
            *(record.outcome, record.planned_seconds, practice_seconds(plan)),
            *(record.discomfort_before, record.discomfort_after, record.note, plan_text(plan)),
        )
        marks = ", ".join("?" * len(values))
        with self._writing() as connection:
            connection.execute(f"INSERT INTO session ({SESSION_COLUMNS}, plan) VALUES ({marks})", values)  # noqa: S608 - ours
            connection.executemany(_UPSERT, [(record.id, *phase_row(phase), 0) for phase in record.phases])

    def write(
        self, session_id: str, *ended: PhaseRecord, running: PhaseRecord | None = None, plan: Plan | None = None
    ) -> None:
        """Keep phases that ended, the one under way as it stands, and the plan where a control changed it.

        A phase with an ordinal the session already has replaces that one.
        """
        rows = [(session_id, *phase_row(phase), 0) for phase in ended]
        if running is not None:
            rows.append((session_id, *phase_row(running), 1))
        with self._writing() as connection:
            if running is not None:
                connection.execute("UPDATE phase SET running = 0 WHERE session = ? AND running = 1", (session_id,))
            connection.executemany(_UPSERT, rows)
            if plan is not None:
                connection.execute(
                    "UPDATE session SET plan = ?, planned_seconds = ?, practice_seconds = ? WHERE id = ?",
                    (plan_text(plan), plan.seconds, practice_seconds(plan), session_id),
                )

    def end(self, session_id: str, ended_at: datetime, outcome: Outcome) -> None:
        """Close a session."""
        with self._writing() as connection:
            connection.execute(
                "UPDATE session SET ended_at = ?, outcome = ? WHERE id = ?",
                (ended_at.isoformat(), outcome, session_id),
            )
            connection.execute("UPDATE phase SET running = 0 WHERE session = ? AND running = 1", (session_id,))

    def keep(self, session_id: str) -> None:
        """Close an unfinished session as it is: it ended when it was last written."""
        record = self.session(session_id)
        if record is None or record.outcome is not None:
            return
        places = practice_places(plan_kinds(self._plan_text(session_id)))
        outcome = outcome_of(places, ((phase.index, phase.outcome) for phase in record.phases))
        self.end(session_id, record.phases[-1].ended_at if record.phases else record.started_at, outcome)

    def reopen(self, session_id: str, phases: int) -> None:
        """Take back the end of a session, keeping its first `phases` records; the last of them is under way again."""
        with self._writing() as connection:
            connection.execute("UPDATE session SET ended_at = NULL, outcome = NULL WHERE id = ?", (session_id,))
            connection.execute("DELETE FROM phase WHERE session = ? AND ordinal >= ?", (session_id, phases))
            last = (session_id, phases - 1)
            connection.execute("UPDATE phase SET running = 1 WHERE session = ? AND ordinal = ?", last)

    def forget(self, session_id: str) -> None:
        """Discard a session and its phases."""
        with self._writing() as connection:
            connection.execute("DELETE FROM session WHERE id = ?", (session_id,))

    def annotate(
        self, session_id: str, *, discomfort_before: int | None, discomfort_after: int | None, note: str
    ) -> None:
        """Set what the user says of a session. Discomfort is 0 to 10, or None where it was not given."""
        with self._writing() as connection:
            connection.execute(
                "UPDATE session SET discomfort_before = ?, discomfort_after = ?, note = ? WHERE id = ?",
                (discomfort_before, discomfort_after, note, session_id),
            )

    # -- reading ---------------------------------------------------------------------------------

    def session(self, session_id: str) -> SessionRecord | None:
        """One session with its phases."""
        found = self._sessions("id = ?", (session_id,))
        return found[0] if found else None

    def sessions(self, since: datetime | None = None, limit: int | None = None, skip: int = 0) -> list[SessionRecord]:
        """The sessions started at `since` or later, newest first; at most `limit`, leaving out the first `skip`."""
        where, values = ("1", ()) if since is None else ("started_moment >= julianday(?)", (since.isoformat(),))
        return self._sessions(where, values, -1 if limit is None else limit, skip)

    def unfinished(self) -> SessionRecord | None:
        """The newest session that was cut off, if any. One that another process is recording now is not."""
        for record in self._sessions("ended_at IS NULL", ()):
            if not self.claims.is_elsewhere(record.id):
                return record
        return None

    def running_ordinal(self, session_id: str) -> int | None:
        """Which of a session's records is the phase that was under way when it was last written."""
        row = self._read("SELECT ordinal FROM phase WHERE session = ? AND running = 1", (session_id,))
        return row[0]["ordinal"] if row else None

    def plan_of(self, session_id: str) -> Plan:
        """The plan of a session, as it stood last.

        Raises:
            KeyError: there is no such session.
            WorldError: another version wrote it and this one cannot follow it.
        """
        return read_plan(self._plan_text(session_id))

    def seconds_by_day(self, first: date, last: date, day_begins_hour: int) -> dict[date, float]:
        """Seconds practised on each day from `first` to `last`; days without practice are left out.

        A phase belongs to the day its own clock showed when it ended, so neither a journey nor daylight saving
        moves it.
        """
        rows = self._read(
            f"SELECT date(substr(ended_at, 1, 19), ?) AS day, sum(done_seconds) AS seconds FROM phase"  # noqa: S608 - ours
            f" WHERE ended_at >= ? AND ended_at < ? AND {_COUNTS} GROUP BY day HAVING seconds > 0 ORDER BY day",
            (f"-{day_begins_hour} hours", *_span(first, last, day_begins_hour)),
        )
        return {date.fromisoformat(row["day"]): row["seconds"] for row in rows}

    def reps_on(self, exercise: str, day: date, day_begins_hour: int, *, without: str = "") -> int:
        """Repetitions of an exercise done on a day, in all sessions but the one with the id `without`."""
        rows = self._read(
            "SELECT coalesce(sum(done_reps), 0) AS reps FROM phase"
            " WHERE ended_at >= ? AND ended_at < ? AND kind = 'reps' AND subject = ? AND session != ?",
            (*_span(day, day, day_begins_hour), exercise, without),
        )
        return int(rows[0]["reps"])

    def last_done(self) -> dict[str, datetime]:
        """When each routine was last done to its end: its id and when that session started."""
        rows = self._read(
            "SELECT routine, started_at, max(started_moment) FROM session WHERE outcome = 'done' GROUP BY routine"
        )
        return {row["routine"]: datetime.fromisoformat(row["started_at"]) for row in rows}

    # -- inside ----------------------------------------------------------------------------------

    def _sessions(self, where: str, values: tuple[object, ...], limit: int = -1, skip: int = 0) -> list[SessionRecord]:
        chosen = f"FROM session WHERE {where} ORDER BY started_moment DESC, rowid DESC LIMIT ? OFFSET ?"
        sessions = self._read(f"SELECT {SESSION_COLUMNS} {chosen}", (*values, limit, skip))
        phases: dict[str, list[PhaseRecord]] = {row["id"]: [] for row in sessions}
        rows = self._read(
            f"SELECT session, {PHASE_COLUMNS} FROM phase WHERE session IN (SELECT id {chosen})"  # noqa: S608 - ours
            " ORDER BY session, ordinal",
            (*values, limit, skip),
        )
        for row in rows:
            phases.setdefault(row["session"], []).append(phase_record(row))
        return [session_record(row, tuple(phases[row["id"]])) for row in sessions]

    def _plan_text(self, session_id: str) -> str:
        rows = self._read("SELECT plan FROM session WHERE id = ?", (session_id,))
        if not rows:
            raise KeyError(session_id)
        return str(rows[0]["plan"])

    def _read(self, sql: str, values: tuple[object, ...] = ()) -> list[sqlite3.Row]:
        with world_faults(self._path):
            return self._connection.execute(sql, values).fetchall()

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with world_faults(self._path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise


def _span(first: date, last: date, day_begins_hour: int) -> tuple[str, str]:
    """From when to when days last, as texts to compare local times with."""
    after = last + timedelta(days=1)
    return f"{first}T{day_begins_hour:02}:00:00", f"{after}T{day_begins_hour:02}:00:00"
