"""What the editor holds and was not saved yet, kept after every change."""

from dataclasses import dataclass
from datetime import datetime

from acutimer.store.ledger import Ledger
from acutimer.store.rows import moment_in


@dataclass(frozen=True, slots=True)
class Kept:
    """A draft as the editor wrote it (JSON), and the moment it was changed last."""

    text: str
    changed_at: datetime


class Drafts:
    """One draft for each routine, by the routine's id; a new routine has its id from the start.

    Every method raises WorldError when the disk will not have it; then nothing has changed.
    """

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def keep(self, routine_id: str, text: str, at: datetime) -> None:
        """Keep a draft in place of the one before it. `text` is JSON."""
        with self._ledger.writing() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO draft (routine, text, changed_at) VALUES (?, ?, ?)",
                (routine_id, text, at.isoformat()),
            )

    def all(self) -> dict[str, Kept]:
        """Every draft by the routine's id, the one changed last first."""
        rows = self._ledger.read("SELECT * FROM draft ORDER BY julianday(changed_at) DESC, routine")
        with self._ledger.rows():
            return {row["routine"]: Kept(row["text"], moment_in(row["changed_at"])) for row in rows}

    def drop(self, routine_id: str) -> None:
        """Let go of a draft; where there is none, nothing happens."""
        with self._ledger.writing() as connection:
            connection.execute("DELETE FROM draft WHERE routine = ?", (routine_id,))
