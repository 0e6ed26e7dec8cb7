"""What becomes of a draft: saved, tried out, or put away until another time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, Signal

from acutimer.core.errors import WorldError
from acutimer.core.judging import ProblemKind, missing
from acutimer.ui.editor.look import Look, named

if TYPE_CHECKING:
    from acutimer.core.drafting import Draft
    from acutimer.ui.context import Context
    from acutimer.ui.editor.desk import Desk

TELL_SECONDS = 8.0


class Keeping(QObject):
    """Tells in the message bar what it did, and by its signals what the window is to do."""

    saved = Signal(str)
    """The routine with this id was saved."""
    try_it = Signal(object)
    """A Plan to be begun."""
    closed = Signal()
    """The draft is put away."""
    lacking = Signal(object)
    """Nothing was done, as this Problem stands in the way."""

    def __init__(self, context: Context, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context, self._desk = context, desk
        self._look: Look | None = None
        self._is_away = True  # what lies on the desk is not to be seen
        desk.looked.connect(self._take)

    def save(self) -> None:
        """Put the routine on the shelf, or tell what it lacks."""
        lacking = self._desk.ask()
        if lacking:
            self.lacking.emit(lacking[0])
            return
        try:
            self._desk.save(self.tr("Change the name"))
        except WorldError as error:
            self.say(str(error), "caution")
            return
        self.say(self.tr("\u201c{0}\u201d is saved.").format(self._desk.draft.name))
        self.saved.emit(self._desk.draft.id)

    def try_out(self) -> None:
        """Begin the routine as it is now; a name it need not have for that."""
        if self._look is None:
            return
        lacking = [it for it in missing(self._look.problems) if it.kind is not ProblemKind.NAME_MISSING]
        if lacking:
            self._desk.ask()
            self.lacking.emit(lacking[0])
        elif self._look.plan.is_empty:
            self.say(self.tr("Your safety profile leaves nothing of this to do. Add another step."), "caution")
        else:
            self.try_it.emit(self._look.plan)

    def leave(self) -> None:
        """Put the draft away; what was not saved stays as it is. Where it cannot be kept, the page stays, too."""
        try:
            draft = self._desk.put_away()
        except WorldError as error:
            self._context.messages.say(str(error), "caution", self.tr("Leave without it"), self.closed.emit)
            return
        self.closed.emit()
        self._is_away = True
        if draft is not None:
            words = self.tr("\u201c{0}\u201d is not saved yet; it is kept as a draft.").format(named(draft).name)
            self._context.messages.say(words, action=self.tr("Throw it away"), do=lambda: self._throw_away(draft))

    def tell_kept(self) -> None:
        """Say that a draft was taken up, and offer what stands on the shelf instead."""
        words = self.tr("You are back where you stopped: this was not saved yet.")
        if self._desk.has_saved:
            over = self.tr("Go back to the saved one")
            self._context.messages.say(words, action=over, do=lambda: self._desk.start_over(over))
        else:
            self.say(words)

    def say(self, words: str, kind: Literal["info", "caution"] = "info") -> None:
        """Say a line for a moment."""
        self._context.messages.say(words, kind, seconds=TELL_SECONDS)

    def _take(self, look: Look) -> None:
        self._look, self._is_away = look, False

    def _throw_away(self, draft: Draft) -> None:
        if self._desk.draft.id == draft.id and not self._is_away:
            return  # the user has gone back to it meanwhile
        keep_again, shelf = self._desk.throw_away(draft), self._context.shelf

        def undo() -> None:
            keep_again()
            shelf.look_again()

        shelf.look_again()  # whoever tells of drafts looks again, too
        self._context.messages.offer_undo(self.tr("The draft is gone."), undo)
