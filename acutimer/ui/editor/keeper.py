"""Keeps what was not saved: after each change, until it is saved or thrown away."""

from dataclasses import replace

from acutimer.core.drafting import Draft
from acutimer.core.errors import WorldError
from acutimer.store.draft_text import draft_text, read_draft
from acutimer.ui.context import Context


class DraftKeeper:
    """The drafts of the shelf, one at a time.

    A disk that will not have one is told once, and nothing is lost by it as long as the window is open.
    """

    def __init__(self, context: Context) -> None:
        self._context = context
        self._kept: tuple[str, str] | None = None  # the id and the text written last
        self._has_told = False

    def find(self, routine_id: str) -> Draft | None:
        """The draft kept of a routine, if there is one that can be read; one that cannot is told, and stays."""
        self._kept = None
        try:
            kept = self._context.shelf.drafts.all().get(routine_id)
            if kept is None:
                return None
            draft = read_draft(kept.text)
            # what it is kept under holds, whatever the text says: else saving might replace another routine
            return draft if draft.id == routine_id else replace(draft, id=routine_id)
        except WorldError as error:
            self._context.messages.say(str(error), "caution")
            return None

    def keep(self, draft: Draft) -> None:
        """Keep it as it is now."""
        try:
            self.put_away(draft)
        except WorldError as error:
            self._tell(error)

    def put_away(self, draft: Draft) -> None:
        """Keep it as it is now, for what comes next takes its place.

        Raises:
            WorldError: the disk will not have it.
        """
        text = draft_text(draft)
        if self._kept != (draft.id, text):
            self._context.shelf.drafts.keep(draft.id, text, self._context.wall())
            self._kept, self._has_told = (draft.id, text), False

    def drop(self, routine_id: str) -> None:
        """Keep it no longer."""
        try:
            self._context.shelf.drafts.drop(routine_id)
            self._kept = None
        except WorldError as error:
            self._tell(error)

    def _tell(self, error: WorldError) -> None:
        if not self._has_told:
            self._context.messages.say(str(error), "caution")
        self._has_told = True
