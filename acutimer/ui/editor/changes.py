"""Every change of a draft, taken back and done again without limit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from acutimer.core.drafting import Draft

MERGING = 1  # the one kind of command there is; whether two of them are one change, their keys tell


@dataclass(frozen=True, slots=True)
class Standing:
    """A draft, and the place of the step that is chosen in it; None where none is."""

    draft: Draft
    place: int | None = None


class _Change(QUndoCommand):
    """From one standing to another; `key` tells what of the draft it changes, for changes that follow each other."""

    def __init__(
        self, before: Standing, after: Standing, words: str, key: object, show: Callable[[Standing], None]
    ) -> None:
        super().__init__(words)
        self.before, self.after, self.key = before, after, key
        self._show = show

    def id(self) -> int:
        """All are of one kind."""
        return MERGING

    def undo(self) -> None:
        """Back to how it was."""
        self._show(self.before)

    def redo(self) -> None:
        """On to how it is then."""
        self._show(self.after)

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Become one with the next change of the same field; both together may be none."""
        if not isinstance(other, _Change) or self.key is None or self.key != other.key:
            return False
        self.after = other.after
        self.setObsolete(self.after.draft == self.before.draft)
        return True


class Changes(QObject):
    """A draft on its way. `shown` carries the Standing that holds after a change, an undo or a redo."""

    shown = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now: Standing | None = None
        self.stack = QUndoStack(self)

    @property
    def draft(self) -> Draft:
        """The draft as it is now."""
        assert self._now is not None, "there is no draft yet"
        return self._now.draft

    @property
    def has_draft(self) -> bool:
        """Whether a draft was begun with."""
        return self._now is not None

    def begin(self, draft: Draft, place: int | None = None) -> None:
        """Begin with this draft; there is nothing to take back yet."""
        self.stack.clear()
        self._show(Standing(draft, place))

    def make(self, after: Draft, words: str, *, chosen: tuple[int | None, int | None], key: object = None) -> None:
        """Change the draft to `after`, if that is another one. `words` say what is done ("Move a step").

        `chosen` is the place of the step chosen before the change and after it. Changes that follow each other with
        the same `key` are one.
        """
        assert self._now is not None, "there is no draft yet"
        if after == self._now.draft:
            return
        was, will_be = chosen
        self.stack.push(_Change(Standing(self._now.draft, was), Standing(after, will_be), words, key, self._show))

    def undo(self) -> None:
        """Take the last change back, if there is one."""
        self.stack.undo()

    def redo(self) -> None:
        """Do again what was taken back last, if anything was."""
        self.stack.redo()

    def _show(self, standing: Standing) -> None:
        self._now = standing
        self.shown.emit(standing)
