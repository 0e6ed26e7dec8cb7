"""The log of sessions: what was done, phase by phase."""

import json
import sqlite3
from dataclasses import replace
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from acutimer.core.errors import WorldError
from acutimer.core.filtering import folded_words, plain_words
from acutimer.core.history import PhaseRecord, SessionRecord, outcome_of, practice_places, practice_seconds
from acutimer.core.planning import Plan
from acutimer.core.session import Outcome
from acutimer.store.claims import Claims
from acutimer.store.counting import sum_up
from acutimer.store.ledger import Ledger
from acutimer.store.plans import read_plan
from acutimer.store.rows import (
    PHASE_COLUMNS,
    SESSION_COLUMNS,
    moment_in,
    phase_record,
    phase_row,
    plan_kinds,
    plan_text,
    session_record,
)
from acutimer.store.totals import EVERY_ROUTINE, Totals
from acutimer.store.versions import (
    UPSERT_PHASE,
    current,
    drop_unused,
    is_there,
    keep_past,
    later,
    number_of,
    plan_number,
    put,
)

if TYPE_CHECKING:
    from acutimer.store.corrections import Corrections
    from acutimer.store.finder import Finder

_LAST_DONE = f"""
    {EVERY_ROUTINE}
    SELECT routine, (
        SELECT started_at FROM session
        WHERE session.routine = known.routine AND outcome = 'done' ORDER BY started_moment DESC LIMIT 1
    ) AS started_at
    FROM known WHERE routine IS NOT NULL
"""  # noqa: S608 - ours


class History:
    """The sessions in an open database. Every method that writes does so in one transaction, on disk when it returns.

    Each raises WorldError when the disk or the file will not have it.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.ledger = Ledger(connection)
        self.totals = Totals(self.ledger)
        self.claims = Claims(self.ledger.file)

    @cached_property
    def corrections(self) -> "Corrections":
        """What the user changes by hand."""
        from acutimer.store.corrections import Corrections

        return Corrections(self.ledger)

    @cached_property
    def finder(self) -> "Finder":
        """The sessions found, row by row."""
        from acutimer.store.finder import Finder

        return Finder(self.ledger)

    # -- writing ---------------------------------------------------------------------------------

    def begin(self, record: SessionRecord, plan: Plan) -> None:
        """Keep a session as it starts (or, with an outcome and phases, one that is over)."""
        kept = replace(record, practice_seconds=practice_seconds(plan))
        with self.ledger.writing() as connection:
            put(connection, kept, plan_number(connection, plan_text(plan)))

    def write(
        self, session_id: str, *ended: PhaseRecord, running: PhaseRecord | None = None, plan: Plan | None = None
    ) -> None:
        """Keep phases that ended, the one under way as it stands, and the plan where a control changed it.

        A phase with an ordinal the session already has replaces that one.

        Raises:
            WorldError: also where the log has no such session: it would not have its beginning, or was restored.
        """
        with self.ledger.writing() as connection:
            number = _there(connection, session_id)
            rows = [(number, *phase_row(phase), 0) for phase in ended]
            if running is not None:
                rows.append((number, *phase_row(running), 1))
                connection.execute("UPDATE phase SET running = 0 WHERE session = ? AND running = 1", (number,))
            connection.executemany(UPSERT_PHASE, rows)
            if plan is not None:
                _replan(connection, number, plan)
            sum_up(connection, number)

    def end(self, session_id: str, ended_at: datetime, outcome: Outcome) -> None:
        """Close a session.

        Raises:
            WorldError: as for `write`.
        """
        with self.ledger.writing() as connection:
            number = _there(connection, session_id)
            connection.execute(
                "UPDATE session SET ended_at = ?1, outcome = ?2, changed_at = ?1 WHERE number = ?3",
                (ended_at.isoformat(), outcome, number),
            )
            connection.execute("UPDATE phase SET running = 0 WHERE session = ? AND running = 1", (number,))
            sum_up(connection, number)

    def keep(self, session_id: str) -> None:
        """Close an unfinished session as it is: it ended when it was last written."""
        record = self.session(session_id)
        if record is None or record.outcome is not None:
            return
        with self.ledger.rows():
            places = practice_places(plan_kinds(self._plan_text(session_id)))
        outcome = outcome_of(places, ((phase.index, phase.outcome) for phase in record.phases))
        self.end(session_id, record.phases[-1].ended_at if record.phases else record.started_at, outcome)

    def reopen(self, session_id: str, phases: int) -> None:
        """Take back the end of a session, keeping its first `phases` records; the last of them is under way again.

        Raises:
            WorldError: as for `write`.
        """
        with self.ledger.writing() as connection:
            number = _there(connection, session_id)
            connection.execute("UPDATE session SET ended_at = NULL, outcome = NULL WHERE number = ?", (number,))
            connection.execute("DELETE FROM phase WHERE session = ? AND ordinal >= ?", (number, phases))
            last = (number, phases - 1)
            connection.execute("UPDATE phase SET running = 1 WHERE session = ? AND ordinal = ?", last)
            sum_up(connection, number)

    def forget(self, session_id: str) -> None:
        """Discard a session that was cut off, and its phases."""
        with self.ledger.writing() as connection:
            for row in connection.execute("DELETE FROM session WHERE id = ? RETURNING plan", (session_id,)).fetchall():
                drop_unused(connection, row["plan"])

    def annotate(
        self, session_id: str, *, discomfort_before: int | None, discomfort_after: int | None, note: str, at: datetime
    ) -> None:
        """Set what the user says of a session. Discomfort is 0 to 10, or None where it was not given.

        `at` is the moment. What was said before and is not any more is kept as a version of its own.

        Raises:
            WorldError: also where the log has no such session: it was deleted, or its beginning could not be kept yet.
        """
        with self.ledger.writing() as connection:
            version = current(connection, session_id)
            if version is None:
                raise WorldError("This cannot be kept: the session it belongs to is not in the log.")
            old, plan = version
            said = (old.discomfort_before, old.discomfort_after, old.note)
            says = (discomfort_before, discomfort_after, plain_words(note))
            if any(was not in (None, "", now) for was, now in zip(said, says, strict=True)):
                keep_past(connection, old, plan)
            changed_at = later(at, old.changed_at)
            connection.execute(
                "UPDATE session SET discomfort_before = ?, discomfort_after = ?, note = ?, note_folded = ?,"
                " changed_at = ? WHERE id = ?",
                (*says, folded_words(says[2]), changed_at.isoformat(), session_id),
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
        row = self.ledger.read(
            "SELECT ordinal FROM phase WHERE running = 1 AND session = (SELECT number FROM session WHERE id = ?)",
            (session_id,),
        )
        return row[0]["ordinal"] if row else None

    def plan_of(self, session_id: str) -> Plan:
        """The plan of a session, as it stood last.

        Raises:
            KeyError: there is no such session.
            WorldError: another version wrote it and this one cannot follow it.
        """
        return read_plan(self._plan_text(session_id))

    def last_done(self) -> dict[str, datetime]:
        """When each routine was last done to its end: its id and when that session started."""
        rows = self.ledger.read(_LAST_DONE)
        with self.ledger.rows():
            return {row["routine"]: moment_in(row["started_at"]) for row in rows if row["started_at"]}

    def times_done(self) -> dict[str, int]:
        """How often each routine was done to its end, by its id."""
        rows = self.ledger.read(
            "SELECT routine, count(*) AS times FROM session WHERE outcome = 'done' GROUP BY routine"
        )
        return {row["routine"]: row["times"] for row in rows}

    # -- inside ----------------------------------------------------------------------------------

    def _sessions(self, where: str, values: tuple[object, ...], limit: int = -1, skip: int = 0) -> list[SessionRecord]:
        sessions = self.ledger.read(
            f"SELECT number, {SESSION_COLUMNS} FROM session WHERE {where}"  # noqa: S608 - the conditions are ours
            " ORDER BY started_moment DESC, number DESC LIMIT ? OFFSET ?",
            (*values, limit, skip),
        )
        phases: dict[int, list[PhaseRecord]] = {row["number"]: [] for row in sessions}
        numbers = json.dumps(list(phases))
        rows = self.ledger.read(
            f"SELECT session, {PHASE_COLUMNS} FROM phase WHERE session IN (SELECT value FROM json_each(?))"  # noqa: S608 - ours
            " ORDER BY session, ordinal",
            (numbers,),
        )
        with self.ledger.rows():
            for row in rows:
                phases[row["session"]].append(phase_record(row))
            return [session_record(row, tuple(phases[row["number"]])) for row in sessions]

    def _plan_text(self, session_id: str) -> str:
        rows = self.ledger.read(
            "SELECT text FROM plan WHERE number = (SELECT plan FROM session WHERE id = ?)", (session_id,)
        )
        if not rows:
            with self.ledger.faults():
                is_known = is_there(self.ledger.connection, session_id)
            if not is_known:
                raise KeyError(session_id)
        with self.ledger.rows():
            return str(rows[0]["text"])


def _there(connection: sqlite3.Connection, session_id: str) -> int:
    """The number of a session that is recorded."""
    number = number_of(connection, session_id)
    if number is None:
        raise WorldError("The rest of this session cannot be kept: its beginning is not in the log.")
    return number


def _replan(connection: sqlite3.Connection, number: int, plan: Plan) -> None:
    (old,) = connection.execute("SELECT plan FROM session WHERE number = ?", (number,)).fetchone()
    new = plan_number(connection, plan_text(plan))
    connection.execute(
        "UPDATE session SET plan = ?, planned_seconds = ?, practice_seconds = ? WHERE number = ?",
        (new, plan.seconds, practice_seconds(plan), number),
    )
    drop_unused(connection, old)
