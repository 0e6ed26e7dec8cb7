"""What can still be read in a damaged log, as plain values: every row is known by how many values it has, and of what.

The tables of a log are as in `migrations`, and no two look alike. What the rows say is not checked here.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from acutimer.store.pages import Pages, Value, count_of, values_of

Key = int | str
"""By what phases name their session: its number, or its id in a log of the first release."""

_SESSION = (
    *("number", "id", "routine", "routine_name", "started_at", "started_moment", "ended_at", "outcome"),
    *("planned_seconds", "practice_seconds", "done_seconds", "share", "practised", "plan"),
    *("discomfort_before", "discomfort_after", "note", "note_folded", "by_hand", "changed_at"),
)
_FIRST_SESSION = (  # of the first release: the plan stands in the row itself
    *("id", "routine", "routine_name", "started_at", "started_moment", "ended_at", "outcome"),
    *("planned_seconds", "practice_seconds", "plan", "discomfort_before", "discomfort_after", "note"),
)
_PHASE = (
    *("session", "ordinal", "index", "kind", "subject", "side", "planned_seconds", "done_seconds"),
    *("planned_reps", "done_reps", "outcome", "ended_at", "running"),
)


@dataclass(frozen=True, slots=True)
class Remains:
    """The rows of a damaged log; `sessions` by what their phases name them by. Nothing in them is sure."""

    sessions: dict[Key, dict[str, Any]] = field(default_factory=dict)
    plans: dict[int, str] = field(default_factory=dict)
    past: list[tuple[str, int, str]] = field(default_factory=list)
    """Of which session, with which plan, and the version as text."""
    deleted: list[tuple[str, str]] = field(default_factory=list)
    routines: list[tuple[str, str, int, str]] = field(default_factory=list)
    """Id, text, whether it is deleted, when it was changed."""
    past_routines: list[tuple[str, str, str]] = field(default_factory=list)
    favourites: list[tuple[str, int, str]] = field(default_factory=list)
    drafts: list[tuple[str, str, str]] = field(default_factory=list)


class Wreck:
    """A damaged log at `path`.

    Raises:
        OSError: its file cannot be read at all.
    """

    def __init__(self, path: Path) -> None:
        self._pages = Pages(path)

    def remains(self) -> Remains:
        """Everything but the phases, which are many."""
        found = Remains()
        for number, row in self._pages.rows(is_index=False):
            values = values_of(row)
            if values is not None and number is not None:
                _sort(number, values, found)
        return found

    def phases(self, sessions: Collection[Key]) -> Iterator[tuple[Key, dict[str, Any]]]:
        """The phases of these sessions, in no order."""
        for _, row in self._pages.rows(is_index=True):
            if count_of(row) != len(_PHASE):
                continue
            first = values_of(row, 1)
            if not first or not isinstance(first[0], int | str) or first[0] not in sessions:
                continue
            values = values_of(row)
            if values is not None:
                yield first[0], dict(zip(_PHASE[1:], values[1:], strict=True))


def _sort(number: int, values: list[Value], found: Remains) -> None:
    """Put a row where it belongs. A row that looks like none of ours is left out."""
    if len(values) == len(_SESSION):
        if isinstance(values[1], str):
            found.sessions[number] = {**dict(zip(_SESSION, values, strict=True)), "number": number}
    elif len(values) == len(_FIRST_SESSION):
        if isinstance(values[0], str):
            told = dict(zip(_FIRST_SESSION, values, strict=True))
            changed_at = told["ended_at"] or told["started_at"]
            found.sessions[values[0]] = {**told, "done_seconds": None, "by_hand": 0, "changed_at": changed_at}
    else:
        _sort_small(number, values, found)


def _sort_small(number: int, values: list[Value], found: Remains) -> None:
    match values:
        case [None, str(text)]:
            if text.startswith("{"):  # a list is what was practised, which is summed up anew
                found.plans[number] = text
        case [str(session), str(at)]:
            found.deleted.append((session, at))
        case [str(routine), int(is_chosen), str(at)]:
            found.favourites.append((routine, is_chosen, at))
        case [str(routine), str(text), str(at)]:
            found.drafts.append((routine, text, at))
        case [None, str(session), int(plan), str(record)]:
            found.past.append((session, plan, record))
        case [None, str(routine), str(text), str(at)]:
            found.past_routines.append((routine, text, at))
        case [str(routine), str(text), int(is_deleted), str(at)]:
            found.routines.append((routine, text, is_deleted, at))
