"""Brings the versions and deletions of another log into this one; what holds then, `core.merging` says."""

import json
import sqlite3
from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto
from functools import lru_cache

from acutimer.core.merging import Deletion, Known, Version, merged
from acutimer.store.portable import record_of, text_of
from acutimer.store.versions import current, drop_unused, plan_number, put

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
    """How many sessions of the log an import added, changed, deleted, and left as they were."""

    added: int = 0
    changed: int = 0
    deleted: int = 0
    unchanged: int = 0


@dataclass(frozen=True, slots=True)
class _Here:
    """A session as it is in the log. `text` is None where it is not there, or not over; such a one is no version."""

    known: Known
    is_there: bool
    text: str | None
    plan: int | None
    past: frozenset[Version]


class Merging:
    """One merge, as a part of its caller's transaction: session by session, and `finish` at the end."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._changes: Counter[Change] = Counter()
        self._left_plans: set[int] = set()
        # Thousands of sessions follow a few plans.
        self._plan_text = lru_cache(maxsize=256)(self._read_plan_text)
        self._plan_number = lru_cache(maxsize=256)(lambda text: plan_number(connection, text))

    def bring(self, session_id: str, incoming: Known) -> None:
        """Add what another log knows of a session."""
        here = self._here(session_id)
        after = merged(here.known, incoming)
        self._changes[_change(here, after.holding)] += 1
        self._let_hold(session_id, here, after)
        self._keep_past(session_id, here, after)
        if after.deletion is not None and after.deletion != here.known.deletion:
            values = (session_id, after.deletion.text)
            self._connection.execute("INSERT OR REPLACE INTO deleted (session, at) VALUES (?, ?)", values)

    def finish(self) -> Imported:
        """Let go of plans nothing follows any more; what was done in all."""
        for plan in self._left_plans:
            drop_unused(self._connection, plan)
        return Imported(
            added=self._changes[Change.ADDED],
            changed=self._changes[Change.CHANGED],
            deleted=self._changes[Change.DELETED],
            unchanged=self._changes[Change.UNCHANGED],
        )

    # -- what is here ----------------------------------------------------------------------------

    def _here(self, session_id: str) -> _Here:
        versions: dict[Version, str] = {}
        found = current(self._connection, session_id)
        text, plan = None, None
        if found is not None:
            record, plan = found
            if record.outcome is not None and record.changed_at is not None:
                text = text_of(record)
                versions[Version(record.changed_at, text)] = self._plan_text(plan)
        past = set()
        rows = self._connection.execute("SELECT plan, record FROM past WHERE session = ?", (session_id,))
        for row in rows.fetchall():
            told = json.loads(row["record"])
            if told["outcome"] is not None:
                version = Version(datetime.fromisoformat(told["changed_at"]), row["record"])
                versions[version] = self._plan_text(row["plan"])
                past.add(version)
        buried = self._connection.execute("SELECT at FROM deleted WHERE session = ?", (session_id,)).fetchone()
        deletion = None if buried is None else Deletion(datetime.fromisoformat(buried["at"]), buried["at"])
        return _Here(Known(versions, deletion), found is not None, text, plan, frozenset(past))

    def _read_plan_text(self, number: int) -> str:
        row = self._connection.execute("SELECT text FROM plan WHERE number = ?", (number,)).fetchone()
        return str(row["text"])

    # -- what comes of it ------------------------------------------------------------------------

    def _let_hold(self, session_id: str, here: _Here, after: Known) -> None:
        """See to the session itself. One that is not over stays where nothing holds."""
        holding = after.holding
        if holding is None:
            if here.text is not None:
                self._connection.execute("DELETE FROM session WHERE id = ?", (session_id,))
        else:
            plan = self._plan_number(after.versions[holding])
            if here.text != holding.text or here.plan != plan:
                put(self._connection, record_of(json.loads(holding.text)), plan)
                if here.plan is not None:
                    self._left_plans.add(here.plan)
            if holding in here.past:
                values = (session_id, holding.text)
                self._connection.execute("DELETE FROM past WHERE session = ? AND record = ?", values)

    def _keep_past(self, session_id: str, here: _Here, after: Known) -> None:
        for version in sorted(after.past):
            plan = after.versions[version]
            if version not in here.past or here.known.versions[version] != plan:
                values = (session_id, self._plan_number(plan), version.text)
                self._connection.execute(_KEEP_PAST, values)


def _change(here: _Here, holding: Version | None) -> Change:
    if holding is None:
        return Change.ABSENT if here.text is None else Change.DELETED
    if not here.is_there:
        return Change.ADDED
    return Change.UNCHANGED if here.text == holding.text else Change.CHANGED
