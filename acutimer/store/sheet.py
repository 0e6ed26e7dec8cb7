"""Sessions as a table for spreadsheets: CSV (RFC 4180) with one row a phase."""

import csv
from collections.abc import Iterable
from functools import lru_cache
from typing import Protocol

SESSION_COLUMNS = ("session", "routine", "started_at", "ended_at", "session_outcome")
PHASE_COLUMNS = (
    *("kind", "subject", "side", "planned_seconds", "done_seconds"),
    *("planned_reps", "done_reps", "outcome"),
)
AFTER_COLUMNS = ("discomfort_before", "discomfort_after", "note")
# A spreadsheet would take what follows for a formula; East Asian ones read the wide signs, too.
RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
_NO_PHASE = (None,) * len(PHASE_COLUMNS)


class Written(Protocol):
    """Anything one can write text to."""

    def write(self, text: str, /) -> object:
        """Write it."""


class Sheet:
    """Writes the header at once, and then a session at a time. No cell can be taken for a formula."""

    def __init__(self, out: Written) -> None:
        self._writer = csv.writer(out, lineterminator="\r\n")
        self._writer.writerow((*SESSION_COLUMNS, *PHASE_COLUMNS, *AFTER_COLUMNS))

    def add(self, session: Iterable[object], phases: Iterable[Iterable[object]], after: Iterable[object]) -> None:
        """Write the rows of one session: a row for each phase, or one without a phase where there is none.

        The cells are in the order of `SESSION_COLUMNS`, `PHASE_COLUMNS` (see `shown_seconds`) and `AFTER_COLUMNS`.
        """
        before = [harmless(cell) for cell in session]
        behind = [harmless(cell) for cell in after]
        rows = [
            (*before, *[_seen(cell) if isinstance(cell, str) else cell for cell in phase], *behind) for phase in phases
        ]
        self._writer.writerows(rows or [(*before, *_NO_PHASE, *behind)])


def harmless(cell: object) -> object:
    """A text a spreadsheet would take for a formula gets an apostrophe before it; numbers stay numbers."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(RISKY) else cell


def shown_seconds(seconds: float) -> float:
    """Seconds as the table tells them: to the millisecond."""
    return round(seconds, 3)


@lru_cache(maxsize=1024)
def _seen(cell: str) -> object:
    """The same for the few words that stand in a million rows."""
    return harmless(cell)
