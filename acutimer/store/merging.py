"""Brings the versions and deletions of another log into this one; what holds then, `core.merging` says."""

import json
import sqlite3
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto
from functools import lru_cache
from typing import Any

from acutimer.core.merging import Deletion, Known, Version, merged
from acutimer.store.faults import sound_rows
from acutimer.store.merging_own import NOTHING_OWN, ImportedOwn
from acutimer.store.portable import record_of, text_told
from acutimer.store.versions import drop_unused, kept, plan_number, put, put_new

MOST_SESSIONS, MOST_PHASES = 1_000, 10_000  # that wait to be written together
_PAST = "SELECT session, plan, record FROM past WHERE session IN (SELECT value FROM json_each(?))"
_DELETED = "SELECT session, at FROM deleted WHERE session IN (SELECT value FROM json_each(?))"
_KEEP_PAST = """
    INSERT INTO past (session, plan, record) VALUES (?, ?, ?)
    ON CONFLICT (session, record) DO UPDATE SET plan = excluded.plan
"""


class Change(Enum):
    """What merging made of one session of the log."""

    ADDED = auto()
    CHANGED = auto()
    DELETED = auto()
    UNCHANGED = auto()
    ABSENT = auto()  # neither before nor after


@dataclass(frozen=True, slots=True)
class Imported:
    """How many sessions of the log an import added, changed, deleted, and left as they were; and `own` routines."""

    added: int = 0
    changed: int = 0
    deleted: int = 0
    unchanged: int = 0
    own: ImportedOwn = NOTHING_OWN

    @property
    def is_change(self) -> bool:
        """Whether anything is another than before."""
        return bool(self.added or self.changed or self.deleted) or not self.own.is_empty


@dataclass(frozen=True, slots=True)
class _Here:
    """A session as it is in the log: what holds, by its text and its plan's number, and what is past.

    `text` is None where nothing holds, `plan` where nothing is there: one that is not over yet is no version.
    """

    known: Known
    text: str | None
    plan: int | None
    past: frozenset[Version]


class Merging:
    """One merge, as a part of its caller's transaction: sessions in lots, and `finish` at the end.

    Most sessions that come in are new here. These are written many at once, which takes a fraction of the time.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._changes: Counter[Change] = Counter()
        self._left_plans: set[int] = set()
        self._new: list[tuple[Mapping[str, Any], int]] = []
        self._new_phases = 0
        # Thousands of sessions follow a few plans.
        self._plan_text = lru_cache(maxsize=256)(self._read_plan_text)
        self._plan_number = lru_cache(maxsize=256)(lambda text: plan_number(connection, text))

    def bring(self, sessions: Sequence[tuple[str, Known]]) -> None:
        """Add what another log knows of these sessions, each of which is told once in the whole merge."""
        known = self._known([session_id for session_id, _ in sessions])
        for session_id, incoming in sessions:
            if session_id in known:
                here = known[session_id]
                self._bring(session_id, here, merged(here.known, incoming))
            else:
                self._bring(session_id, _NOT_HERE, incoming)

    def _bring(self, session_id: str, here: _Here, after: Known) -> None:
        holding = after.holding
        self._changes[_change(here, holding)] += 1
        self._let_hold(session_id, here, after, holding)
        if len(after.versions) > (holding is not None):
            self._keep_past(session_id, here, after)
        if after.deletion is not None and after.deletion != here.known.deletion:
            values = (session_id, after.deletion.text)
            self._connection.execute("INSERT OR REPLACE INTO deleted (session, at) VALUES (?, ?)", values)

    def finish(self) -> Imported:
        """Write what waits, and let go of plans nothing follows any more; what was done in all."""
        self._write_new()
        for plan in self._left_plans:
            drop_unused(self._connection, plan)
        return Imported(
            added=self._changes[Change.ADDED],
            changed=self._changes[Change.CHANGED],
            deleted=self._changes[Change.DELETED],
            unchanged=self._changes[Change.UNCHANGED],
        )

    # -- what is here ----------------------------------------------------------------------------

    def _known(self, session_ids: list[str]) -> dict[str, _Here]:
        """What is here of these sessions; those that nothing is known of are left out."""
        sessions = kept(self._connection, session_ids)
        ids = (json.dumps(session_ids),)
        past: dict[str, dict[Version, str]] = {}
        for session_id, plan, record in self._connection.execute(_PAST, ids).fetchall():
            with sound_rows():
                version = Version(datetime.fromisoformat(json.loads(record)["changed_at"]), record)
            past.setdefault(session_id, {})[version] = self._plan_text(plan)
        deleted = {
            session_id: Deletion(datetime.fromisoformat(at), at)
            for session_id, at in self._connection.execute(_DELETED, ids).fetchall()
        }
        return {
            session_id: self._here(sessions.get(session_id), past.get(session_id, {}), deleted.get(session_id))
            for session_id in (sessions.keys() | past.keys() | deleted.keys())
        }

    def _here(
        self, held: tuple[Mapping[str, Any], int] | None, past: Mapping[Version, str], deletion: Deletion | None
    ) -> _Here:
        versions = dict(past)
        text, plan = None, None
        if held is not None:
            session, plan = held
            if session["outcome"] is not None:
                text = text_told(session)
                with sound_rows():
                    versions[Version(datetime.fromisoformat(session["changed_at"]), text)] = self._plan_text(plan)
        return _Here(Known(versions, deletion), text, plan, frozenset(past))

    def _read_plan_text(self, number: int) -> str:
        row = self._connection.execute("SELECT text FROM plan WHERE number = ?", (number,)).fetchone()
        return str(row["text"])

    # -- what comes of it ------------------------------------------------------------------------

    def _let_hold(self, session_id: str, here: _Here, after: Known, holding: Version | None) -> None:
        """See to the session itself. One that is not over stays where nothing holds."""
        if holding is None:
            if here.text is not None:
                self._connection.execute("DELETE FROM session WHERE id = ?", (session_id,))
        else:
            plan = self._plan_number(after.versions[holding])
            if here.text != holding.text or here.plan != plan:
                self._put(json.loads(holding.text), plan, here)
            if holding in here.past:
                self._leave_plan(here.known.versions[holding])
                values = (session_id, holding.text)
                self._connection.execute("DELETE FROM past WHERE session = ? AND record = ?", values)

    def _put(self, version: Mapping[str, Any], plan: int, here: _Here) -> None:
        if here.plan is not None:
            put(self._connection, record_of(version), plan)
            self._left_plans.add(here.plan)
            return
        self._new.append((version, plan))
        self._new_phases += len(version["phases"])
        if len(self._new) >= MOST_SESSIONS or self._new_phases >= MOST_PHASES:
            self._write_new()

    def _write_new(self) -> None:
        put_new(self._connection, self._new)
        self._new.clear()
        self._new_phases = 0

    def _keep_past(self, session_id: str, here: _Here, after: Known) -> None:
        for version in sorted(after.past):
            plan = after.versions[version]
            if version in here.past and here.known.versions[version] != plan:
                self._leave_plan(here.known.versions[version])
            if version not in here.past or here.known.versions[version] != plan:
                values = (session_id, self._plan_number(plan), version.text)
                self._connection.execute(_KEEP_PAST, values)

    def _leave_plan(self, text: str) -> None:
        self._left_plans.add(self._plan_number(text))


_NOT_HERE = _Here(Known({}), text=None, plan=None, past=frozenset())


def _change(here: _Here, holding: Version | None) -> Change:
    if holding is None:
        return Change.ABSENT if here.text is None else Change.DELETED
    if here.plan is None:
        return Change.ADDED
    return Change.UNCHANGED if here.text == holding.text else Change.CHANGED
