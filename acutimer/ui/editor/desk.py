"""The draft on the desk: where it came from, everything one can do to it, and that nothing of it is lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from acutimer.core.drafting import Draft, as_own, changed_fields, copy_of, draft_of
from acutimer.core.judging import Problem, ProblemKind, free_name, missing
from acutimer.ui.editor.changes import Changes, Standing
from acutimer.ui.editor.keeper import DraftKeeper
from acutimer.ui.editor.look import Look, known_to, look_at

if TYPE_CHECKING:
    from acutimer.core.judging import Known
    from acutimer.core.routines import Routine, Step
    from acutimer.ui.context import Context

UNASKED = (ProblemKind.NAME_MISSING, ProblemKind.NO_STEPS)  # who has only begun need not be told


class Desk(QObject):
    """One draft at a time. `looked` carries the Look after every change; the draft is kept before it is emitted."""

    looked = Signal(object)

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._keeper = DraftKeeper(context)
        self._known: Known | None = None
        self._place: int | None = None
        self._look: Look | None = None
        self._saved: Draft | None = None  # as it stands on the shelf; None where it does not
        self._was_asked = False
        self.changes = Changes(self)
        self.changes.shown.connect(self._show)

    # -- what is there ---------------------------------------------------------------------------

    @property
    def is_laid(self) -> bool:
        """Whether there is a draft at all."""
        return self.changes.has_draft

    @property
    def draft(self) -> Draft:
        """The draft as it is now."""
        return self.changes.draft

    @property
    def place(self) -> int | None:
        """Where the chosen step stands."""
        return self._place

    @property
    def step(self) -> Step | None:
        """The chosen step."""
        return None if self._place is None else self.draft.steps[self._place]

    @property
    def is_dirty(self) -> bool:
        """Whether something would be lost if it were not kept."""
        return self.draft != self._saved and not (self._saved is None and self.draft.is_empty)

    @property
    def has_saved(self) -> bool:
        """Whether the routine stands on the shelf, as it was saved last."""
        return self._saved is not None

    def told(self, look: Look) -> tuple[Problem, ...]:
        """The problems to be told by now: what only was not written yet is told once the user wanted to save."""
        return tuple(it for it in look.problems if self._was_asked or it.kind not in UNASKED)

    # -- beginning -------------------------------------------------------------------------------

    def begin(self, routine: Routine | None) -> bool:
        """Lay out a routine of the user's own, a copy of one of ours, or a new one; true where a draft was taken up."""
        shelf, ours = self._context.shelf, self._context.library.routines
        if routine is None:
            self._begin(Draft(id=shelf.new_id()), None)
            return False
        if routine.id in ours:
            name = free_name(routine.name, [it.name for it in shelf.all().values()])
            self._begin(copy_of(routine, shelf.new_id(), name), None)
            return False
        saved = draft_of(shelf.routine(routine.id)) if shelf.is_own(routine.id) else None
        kept = self._keeper.find(routine.id)
        self._begin(kept or draft_of(routine), saved)
        return kept is not None and kept != saved

    def open_draft(self, routine_id: str) -> bool:
        """Lay out the draft kept under this id; false where there is none that can be read."""
        kept = self._keeper.find(routine_id)
        if kept is not None:
            shelf = self._context.shelf
            self._begin(kept, draft_of(shelf.routine(routine_id)) if shelf.is_own(routine_id) else None)
        return kept is not None

    def start_over(self, words: str) -> None:
        """Go back to what is on the shelf, as one more change."""
        if self._saved is not None:
            self.changes.make(self._saved, words, chosen=(self._place, None))

    def _begin(self, draft: Draft, saved: Draft | None) -> None:
        self._saved, self._was_asked = saved, False
        self._known = known_to(self._context, draft.id)
        self.changes.begin(draft, 0 if draft.steps else None)

    # -- changing --------------------------------------------------------------------------------

    def choose(self, place: int | None) -> None:
        """Another step is the chosen one, or none is."""
        self._place = place

    def add(self, step: Step, words: str) -> bool:
        """Add a step after the chosen one, or at the end; false where there are too many."""
        if self.draft.is_full:
            return False
        place = len(self.draft.steps) if self._place is None else self._place + 1
        self.changes.make(self.draft.added(place, step), words, chosen=(self._place, place))
        return True

    def move(self, place: int, to: int, words: str) -> None:
        """Let the step at `place` stand at `to`; where there is no such place nothing happens."""
        if 0 <= to < len(self.draft.steps) and place != to:
            after = self.draft.moved(place, to)
            if after == self.draft:  # it stepped over one like itself
                self._show(Standing(after, to))
            self.changes.make(after, words, chosen=(place, to))

    def duplicate(self, words: str) -> bool:
        """Add the chosen step once more, after it; false where there are too many or none is chosen."""
        if self._place is None or self.draft.is_full:
            return False
        self.changes.make(self.draft.duplicated(self._place), words, chosen=(self._place, self._place + 1))
        return True

    def remove(self, words: str, words_back: str) -> Callable[[], None]:
        """Take the chosen step out; the next one is chosen. What is given back brings it back, once, if it is gone."""
        place, draft = self._place, self.draft
        if place is None:
            return lambda: None
        after = draft.removed(place)
        next_place = min(place, len(after.steps) - 1) if after.steps else None
        self.changes.make(after, words, chosen=(place, next_place))
        index, step = self.changes.stack.index(), draft.steps[place]

        def bring_back() -> None:
            now = self.changes.stack.index()
            if self.draft.id != draft.id or now < index:
                return  # another draft is here by now, or Undo brought it back
            if now == index:
                self.changes.undo()
            elif not self.draft.is_full:
                to = min(place, len(self.draft.steps))
                self.changes.make(self.draft.added(to, step), words_back, chosen=(self._place, to))

        return bring_back

    def change_step(self, step: Step, words: str) -> None:
        """Change the chosen step; changes of the same fields that follow each other are one."""
        place = self._place
        if place is not None:
            before = self.draft.steps[place]
            after = self.draft.with_step(place, as_own(before, step))
            key = (place, changed_fields(before, step))
            self.changes.make(after, words, chosen=(place, place), key=key)

    def change(self, after: Draft, field: str, words: str) -> None:
        """Change something of the whole."""
        self.changes.make(after, words, chosen=(self._place, self._place), key=field)

    def mend(self, problem: Problem, words: str) -> None:
        """Do what one press does about a problem."""
        if problem.repaired is not None:
            count = len(problem.repaired.steps)
            place = None if self._place is None or not count else min(self._place, count - 1)
            self.changes.make(problem.repaired, words, chosen=(self._place, place))

    # -- keeping ---------------------------------------------------------------------------------

    def ask(self) -> tuple[Problem, ...]:
        """The user means to save: from now on everything is told. What is missing; nothing, if it can be saved."""
        self._was_asked = True
        self.look_again()
        return missing(self._look.problems) if self._look is not None else ()

    def save(self, words: str) -> None:
        """Put it on the shelf. `words` say what is done should blanks round the name go by it.

        Raises:
            WorldError: the disk will not have it; the draft is kept still.
        """
        self._context.shelf.save(self.draft.as_routine())
        self._saved = draft_of(self.draft.as_routine())
        self._keeper.drop(self.draft.id)
        if self.draft != self._saved:  # blanks round the name are not kept
            self.changes.make(self._saved, words, chosen=(self._place, self._place), key="name")
        self._was_asked = False

    def put_away(self) -> Draft | None:
        """Keep what would be lost otherwise, and tell what that is; None where nothing would be.

        Raises:
            WorldError: the disk will not have it.
        """
        if not self.is_laid or not self.is_dirty:
            return None
        self._keeper.put_away(self.draft)
        return self.draft

    def throw_away(self, draft: Draft) -> Callable[[], None]:
        """Keep a draft no longer; what is given back keeps it again."""
        self._keeper.drop(draft.id)
        return lambda: self._keeper.keep(draft)

    def look_again(self) -> None:
        """Settings, the safety profile or other routines may have changed."""
        if self.is_laid:
            self._known = known_to(self._context, self.draft.id)
            self._show(Standing(self.draft, self._place))

    def _show(self, standing: Standing) -> None:
        assert self._known is not None, "there is no draft yet"
        self._place = standing.place
        if self.is_dirty:
            self._keeper.keep(standing.draft)
        else:
            self._keeper.drop(standing.draft.id)
        self._look = look_at(standing.draft, self._known, self._context)
        self.looked.emit(self._look)

    def rename(self, name: str, words: str) -> None:
        """Give it another name."""
        self.change(replace(self.draft, name=name), "name", words)
