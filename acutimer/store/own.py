"""The user's own routines and favourites in an open database."""

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime

from acutimer.core.errors import WorldError
from acutimer.core.routines import Routine
from acutimer.store.faults import sound_rows
from acutimer.store.ledger import Ledger
from acutimer.store.plans import read_routine
from acutimer.store.rows import moment_in
from acutimer.store.versions import later


class OwnRoutines:
    """Keeps routines by id. Each call that writes is one transaction; `at` is the moment of the change.

    Every method raises WorldError when the disk will not have it; then nothing has changed.
    """

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def all(self) -> dict[str, Routine]:
        """Every routine that is not deleted, by its id, in the order of their names.

        One that another version wrote and this one cannot read is left out; it stays in the database.
        """
        rows = self._ledger.read("SELECT text FROM own_routine WHERE is_deleted = 0")
        with self._ledger.rows():
            routines = [routine for row in rows if (routine := _readable(row["text"])) is not None]
        routines.sort(key=lambda routine: (routine.name.casefold(), routine.id))
        return {routine.id: routine for routine in routines}

    def ids(self) -> frozenset[str]:
        """The id of every routine that is not deleted, those that cannot be read here among them."""
        return frozenset(row["id"] for row in self._ledger.read("SELECT id FROM own_routine WHERE is_deleted = 0"))

    def save(self, routine: Routine, at: datetime) -> None:
        """Keep a routine in place of the one with its id, if any; that one is kept among the past versions."""
        self.save_all((routine,), at)

    def save_all(self, routines: Iterable[Routine], at: datetime) -> None:
        """Keep several at once, as `save` does: all of them, or none."""
        with self._ledger.writing() as connection:
            for routine in routines:
                text, old = routine_text(routine), _row(connection, routine.id)
                if old is None or (old["text"], old["is_deleted"]) != (text, 0):
                    put_routine(connection, routine.id, text, is_deleted=False, at=_after(old, at))

    def delete(self, routine_id: str, at: datetime) -> None:
        """Take a routine out. It can be restored. One that is gone already stays gone."""
        self._set_deleted(routine_id, at, is_deleted=True)

    def restore(self, routine_id: str, at: datetime) -> None:
        """Bring a deleted routine back as it was. One that was never here does not come."""
        self._set_deleted(routine_id, at, is_deleted=False)

    def _set_deleted(self, routine_id: str, at: datetime, *, is_deleted: bool) -> None:
        with self._ledger.writing() as connection:
            old = _row(connection, routine_id)
            if old is not None and bool(old["is_deleted"]) is not is_deleted:
                put_routine(connection, routine_id, old["text"], is_deleted=is_deleted, at=_after(old, at))

    def favourites(self) -> frozenset[str]:
        """The ids of the favourites, of built-in routines as of own ones."""
        return frozenset(row["routine"] for row in self._ledger.read("SELECT routine FROM favourite WHERE is_chosen"))

    def set_favourite(self, routine_id: str, on: bool, at: datetime) -> None:
        """Make any routine a favourite, or no favourite any more."""
        with self._ledger.writing() as connection:
            row = connection.execute("SELECT changed_at FROM favourite WHERE routine = ?", (routine_id,)).fetchone()
            connection.execute(
                "INSERT OR REPLACE INTO favourite (routine, is_chosen, changed_at) VALUES (?, ?, ?)",
                (routine_id, int(on), _after(row, at).isoformat()),
            )


def count_own(connection: sqlite3.Connection) -> int:
    """How many there are that are not deleted, those from another version among them."""
    return int(connection.execute("SELECT count(*) FROM own_routine WHERE is_deleted = 0").fetchone()[0])


def routine_text(routine: Routine) -> str:
    """The one text of a version of a routine: two versions are the same when their texts are."""
    return json.dumps(asdict(routine), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def put_routine(connection: sqlite3.Connection, routine_id: str, text: str, *, is_deleted: bool, at: datetime) -> None:
    """Let a version of a routine hold, within the caller's transaction; another text it replaces becomes a past one.

    What holds is not past at the same time, when one went back to it, and a past one has the latest moment it held
    from: so `merging_own` has it, too.
    """
    connection.execute(
        "INSERT INTO past_routine (id, text, changed_at)"
        " SELECT id, text, changed_at FROM own_routine WHERE id = ? AND text <> ?"
        " ON CONFLICT (id, text) DO UPDATE SET changed_at = excluded.changed_at",
        (routine_id, text),
    )
    connection.execute("DELETE FROM past_routine WHERE id = ? AND text = ?", (routine_id, text))
    connection.execute(
        "INSERT OR REPLACE INTO own_routine (id, text, is_deleted, changed_at) VALUES (?, ?, ?, ?)",
        (routine_id, text, int(is_deleted), at.isoformat()),
    )


def _row(connection: sqlite3.Connection, routine_id: str) -> sqlite3.Row | None:
    row: sqlite3.Row | None = connection.execute("SELECT * FROM own_routine WHERE id = ?", (routine_id,)).fetchone()
    return row


def _after(old: sqlite3.Row | None, at: datetime) -> datetime:
    if old is None:
        return at
    with sound_rows():
        return later(at, moment_in(old["changed_at"]))


def _readable(text: str) -> Routine | None:
    try:
        return read_routine(text)
    except WorldError:
        return None
