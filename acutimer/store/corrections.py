"""What the user changes in the log by hand; what was measured is kept beside it."""

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from acutimer.core.history import SessionRecord, is_corrected, practice_seconds
from acutimer.core.planning import Plan
from acutimer.store.faults import UnsoundRowError, sound_rows
from acutimer.store.ledger import Ledger
from acutimer.store.portable import record_of
from acutimer.store.rows import moment_in, plan_text
from acutimer.store.versions import bury, current, is_there, keep_past, later, number_of, plan_number, put


class Corrections:
    """Adds, corrects, deletes and brings back. Each call is one transaction; `at` is the moment of the change.

    Every method raises WorldError when the disk will not have it; then nothing has changed.
    """

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def add(self, record: SessionRecord, plan: Plan, at: datetime) -> None:
        """Keep a session that was not measured; `plan` is what it followed."""
        added = replace(record, by_hand=True, changed_at=at, practice_seconds=practice_seconds(plan))
        with self._ledger.writing() as connection:
            put(connection, added, plan_number(connection, plan_text(plan)))

    def correct(self, record: SessionRecord, at: datetime) -> None:
        """Let `record` stand for the session with its id, and keep the version it replaces.

        Raises:
            KeyError: there is no such session.
        """
        with self._ledger.writing() as connection:
            old, plan = _found(connection, record.id)
            keep_past(connection, old, plan)
            put(connection, replace(record, changed_at=later(at, old.changed_at)), plan)

    def delete(self, session_id: str, at: datetime) -> None:
        """Take a session out of the log. It can be restored.

        Raises:
            KeyError: there is no such session.
        """
        with self._ledger.writing() as connection:
            old, plan = _found(connection, session_id)
            keep_past(connection, old, plan)
            bury(connection, session_id, later(at, old.changed_at))

    def restore(self, session_id: str, at: datetime) -> None:
        """Bring a deleted session back as it was last.

        Raises:
            KeyError: it was not deleted.
        """
        with self._ledger.writing() as connection:
            buried = connection.execute("SELECT at FROM deleted WHERE session = ?", (session_id,)).fetchone()
            rows = connection.execute("SELECT plan, record FROM past WHERE session = ?", (session_id,)).fetchall()
            if buried is None or not rows or number_of(connection, session_id) is not None:
                raise KeyError(session_id)
            with sound_rows():
                versions = [(record_of(json.loads(row["record"])), row["plan"], row["record"]) for row in rows]
                newest, plan, _ = max(versions, key=lambda it: (it[0].changed_at, it[2]))
                buried_at = moment_in(buried["at"])
            put(connection, replace(newest, changed_at=later(at, newest.changed_at, buried_at)), plan)
            connection.execute("DELETE FROM deleted WHERE session = ?", (session_id,))

    def originals(self, session_id: str) -> tuple[SessionRecord, ...]:
        """The versions of a session that were replaced, the oldest first; what was only brought back is none."""
        rows = self._ledger.read("SELECT record FROM past WHERE session = ?", (session_id,))
        with self._ledger.rows():
            records = [record_of(json.loads(row["record"])) for row in rows]
            records.sort(key=lambda record: record.changed_at or record.started_at)
            told = {replace(record, changed_at=None): record for record in reversed(records)}
        return tuple(reversed(told.values()))

    def corrected(self, session_ids: Iterable[str]) -> frozenset[str]:
        """Which of these sessions are not as they were measured, or first added."""
        rows = self._ledger.read(
            "SELECT DISTINCT session FROM past WHERE session IN (SELECT value FROM json_each(?))",
            (json.dumps(list(session_ids)),),
        )
        with self._ledger.faults():
            versions = {row["session"]: current(self._ledger.connection, row["session"]) for row in rows}
        return frozenset(
            session_id
            for session_id, version in versions.items()
            if version is not None and is_corrected(version[0], self.originals(session_id))
        )


def _found(connection: sqlite3.Connection, session_id: str) -> tuple[SessionRecord, int]:
    version = current(connection, session_id)
    if version is None and is_there(connection, session_id):
        raise UnsoundRowError("the index of the sessions does not fit them")
    if version is None:
        raise KeyError(session_id)
    return version
