"""Brings the own routines and favourites of another computer into this log.

Of every routine there are facts: this text at that moment, there or deleted. What both computers know is put together;
the fact with the latest moment holds, and each other text is a past version at its latest moment. So it is the same in
whatever order computers exchange their files, and however often.
"""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, order=True)
class RoutineFact:
    """A version of a routine: the moment it was changed, whether it was deleted then, and its one text.

    Facts are ordered by the moment, wherever on earth it was. `written_at` is that moment as it was written.
    """

    at: datetime
    is_deleted: bool
    text: str
    written_at: str


@dataclass(frozen=True, slots=True, order=True)
class FavouriteFact:
    """A routine was made a favourite, or none any more. Ordered as `RoutineFact`."""

    at: datetime
    is_chosen: bool
    written_at: str


@dataclass(frozen=True, slots=True)
class ImportedOwn:
    """How many own routines an import added, changed and deleted, and how many favourites it changed."""

    added: int = 0
    changed: int = 0
    deleted: int = 0
    favourites: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether all was here already."""
        return self == NOTHING_OWN


NOTHING_OWN = ImportedOwn()


def fact(text: str, written_at: str, *, is_deleted: bool) -> RoutineFact:
    """A fact as it stands in the database or in a file."""
    return RoutineFact(datetime.fromisoformat(written_at), is_deleted, text, written_at)


def bring_own(
    connection: sqlite3.Connection,
    routines: Iterable[tuple[str, list[RoutineFact]]],
    favourites: Iterable[tuple[str, FavouriteFact]],
) -> ImportedOwn:
    """Add what another log knows, within the caller's transaction; each id is told once."""
    added = changed = deleted = 0
    for routine_id, facts in routines:
        before, after = _bring_routine(connection, routine_id, facts)
        added += before is None and after is not None
        deleted += before is not None and after is None
        changed += before is not None and after is not None and before != after
    chosen = sum(_bring_favourite(connection, routine_id, fact) for routine_id, fact in favourites)
    return ImportedOwn(added, changed, deleted, chosen)


def _bring_routine(
    connection: sqlite3.Connection, routine_id: str, incoming: list[RoutineFact]
) -> tuple[str | None, str | None]:
    """The text that held, and the one that holds; None where the routine was not there, or deleted."""
    own = connection.execute(
        "SELECT text, changed_at, is_deleted FROM own_routine WHERE id = ?", (routine_id,)
    ).fetchone()
    past = connection.execute("SELECT text, changed_at FROM past_routine WHERE id = ?", (routine_id,)).fetchall()
    held = None if own is None else fact(own[0], own[1], is_deleted=bool(own[2]))
    here = {text: fact(text, written_at, is_deleted=False) for text, written_at in past}
    known = [*incoming, *here.values(), *([] if held is None else [held])]
    holding = max(known)
    if holding != held:
        connection.execute(
            "INSERT OR REPLACE INTO own_routine (id, text, is_deleted, changed_at) VALUES (?, ?, ?, ?)",
            (routine_id, holding.text, int(holding.is_deleted), holding.written_at),
        )
    newest: dict[str, RoutineFact] = {}
    for one in sorted(known, key=lambda it: (it.at, it.written_at)):
        newest[one.text] = one
    newest.pop(holding.text)
    for text in here.keys() - newest.keys():
        connection.execute("DELETE FROM past_routine WHERE id = ? AND text = ?", (routine_id, text))
    for text, one in newest.items():
        if text not in here or here[text].written_at != one.written_at:
            connection.execute(
                "INSERT OR REPLACE INTO past_routine (id, text, changed_at) VALUES (?, ?, ?)",
                (routine_id, text, one.written_at),
            )
    return _there(held), _there(holding)


def _there(one: RoutineFact | None) -> str | None:
    return None if one is None or one.is_deleted else one.text


def _bring_favourite(connection: sqlite3.Connection, routine_id: str, incoming: FavouriteFact) -> bool:
    """Whether it is another now."""
    row = connection.execute("SELECT changed_at, is_chosen FROM favourite WHERE routine = ?", (routine_id,)).fetchone()
    here = None if row is None else FavouriteFact(datetime.fromisoformat(row[0]), bool(row[1]), row[0])
    if here is not None and here >= incoming:
        return False
    connection.execute(
        "INSERT OR REPLACE INTO favourite (routine, is_chosen, changed_at) VALUES (?, ?, ?)",
        (routine_id, int(incoming.is_chosen), incoming.written_at),
    )
    return incoming.is_chosen != (here is not None and here.is_chosen)
