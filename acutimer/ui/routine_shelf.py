"""Every routine there is: those we ship and the user's own, the favourites, and what the editor has not saved."""

import uuid
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from functools import cached_property

from PySide6.QtCore import QObject, Signal

from acutimer.content.library import Library, routine_among
from acutimer.core.routines import Routine
from acutimer.store.drafts import Drafts
from acutimer.store.ledger import Ledger
from acutimer.store.own import OwnRoutines


class Shelf(QObject):
    """The user's own routines beside the library's. What writes raises WorldError, and then nothing has changed."""

    changed = Signal()
    """A routine of the user's own was saved, deleted or brought in, or a favourite chosen."""

    def __init__(
        self, library: Library, ledger: Ledger, wall: Callable[[], datetime], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._library, self._ledger, self._wall = library, ledger, wall
        self._own: dict[str, Routine] | None = None

    @cached_property
    def drafts(self) -> Drafts:
        """What the editor has not saved."""
        return Drafts(self._ledger)

    @cached_property
    def _store(self) -> OwnRoutines:
        return OwnRoutines(self._ledger)

    def own(self) -> Mapping[str, Routine]:
        """The user's own routines by id, in the order of their names; those that cannot be done here are left out."""
        if self._own is None:
            self._own = self._library.beside_ours(self._store.all())
        return self._own

    def all(self) -> Mapping[str, Routine]:
        """Every routine by id: the library's in their order, then the user's own."""
        return {**self._library.routines, **self.own()}

    def routine(self, routine_id: str) -> Routine:
        """The routine with this id.

        Raises:
            InputError: no such routine; the nearest known ids are named.
        """
        return routine_among(self.all(), routine_id)

    def is_own(self, routine_id: str) -> bool:
        """Whether it is the user's own."""
        return routine_id in self.own()

    @property
    def taken(self) -> frozenset[str]:
        """The ids that are in use, those of routines which only another version can show among them."""
        return self._store.ids() | self._library.routines.keys()

    def new_id(self) -> str:
        """An id no routine has on any computer."""
        return f"own-{uuid.uuid4().hex[:12]}"

    def save(self, routine: Routine) -> None:
        """Keep one of the user's own, in place of the one with its id, if any.

        Raises:
            ValueError: the id is that of a routine we ship.
        """
        self.save_all((routine,))

    def save_all(self, routines: Iterable[Routine]) -> None:
        """Keep several of the user's own at once: all of them, or none where the disk will not have it.

        Raises:
            ValueError: an id is that of a routine we ship.
        """
        coming = tuple(routines)
        if ours := [routine.id for routine in coming if routine.id in self._library.routines]:
            raise ValueError(f"{ours[0]} is a routine of ours")
        self._store.save_all(coming, self._wall())
        self.look_again()

    def delete(self, routine_id: str) -> None:
        """Take one of the user's own out; `restore` brings it back. One that is gone already stays gone."""
        self._store.delete(routine_id, self._wall())
        self.look_again()

    def restore(self, routine_id: str) -> None:
        """Bring one back that was deleted; where a backup took the log's place since, there is none to bring back."""
        self._store.restore(routine_id, self._wall())
        self.look_again()

    @property
    def favourites(self) -> frozenset[str]:
        """The ids of the favourites."""
        return self._store.favourites()

    def set_favourite(self, routine_id: str, on: bool) -> None:
        """Make any routine a favourite, or no favourite any more."""
        self._store.set_favourite(routine_id, on, self._wall())
        self.changed.emit()

    def look_again(self) -> None:
        """Read the routines anew: something beside the window may have written them (an import, a backup)."""
        self._own = None
        self.changed.emit()
