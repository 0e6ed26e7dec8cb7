"""What is done to the routines on the shelf, said to the user, and taken back where it can be."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from acutimer.core.errors import WorldError
from acutimer.core.routines import Routine
from acutimer.ui.context import Context
from acutimer.ui.routines.draft_card import changed_when


def set_favourite(context: Context, routine_id: str, *, is_favourite: bool) -> None:
    """Make any routine a favourite, or none any more."""
    _done(context, lambda: context.shelf.set_favourite(routine_id, is_favourite))


def delete(context: Context, routine_id: str) -> None:
    """Delete one of the user's own routines and offer to bring it back; what was done of it stays in the log."""
    shelf = context.shelf
    name = shelf.routine(routine_id).name

    def restore() -> None:
        _done(context, lambda: shelf.restore(routine_id))

    if _done(context, lambda: shelf.delete(routine_id)):
        words = _tr("“{0}” is deleted. What you did of it stays in your log.").format(name)
        context.messages.offer_undo(words, restore)


def copy_for_change(context: Context, routine: Routine) -> Routine:
    """The routine under another id and name, not yet saved: what is changed is the user's own."""
    from acutimer.core.drafting import copy_of

    name = _tr("{0}, copy") if context.shelf.is_own(routine.id) else _tr("{0}, my way")
    return copy_of(routine, context.shelf.new_id(), name.format(routine.name)).as_routine()


def drafts(context: Context) -> dict[str, tuple[str, str]]:
    """What the editor has not saved: by the routine's id its name, and when it was changed, in words."""
    from acutimer.store.draft_text import read_draft

    hour, found = context.preferences.value.day_begins_hour, dict[str, tuple[str, str]]()
    try:
        kept = context.shelf.drafts.all()
    except WorldError as error:
        context.messages.say(str(error), "caution")
        return {}
    for routine_id, draft in kept.items():
        try:
            name = read_draft(draft.text).name.strip() or _tr("A routine without a name")
        except WorldError:  # another version wrote it: it can be let go of, and no more
            name = _tr("A routine from another version of acutimer")
        found[routine_id] = (name, changed_when(draft.changed_at, context.wall(), hour))
    return found


def discard_draft(context: Context, routine_id: str, look_again: Callable[[], None]) -> None:
    """Let go of a draft and offer to have it back; `look_again` is called whenever it went or came."""
    try:
        kept = context.shelf.drafts.all().get(routine_id)
    except WorldError as error:
        context.messages.say(str(error), "caution")
        return
    if kept is None or not _done(context, lambda: context.shelf.drafts.drop(routine_id)):
        return
    look_again()

    def keep() -> None:
        _done(context, lambda: context.shelf.drafts.keep(routine_id, kept.text, kept.changed_at))
        look_again()

    saved = context.shelf.all().get(routine_id)
    words = _tr("The draft is discarded.")
    if saved is not None:
        words = _tr("The changes are discarded. “{0}” is as it was saved.").format(saved.name)
    context.messages.offer_undo(words, keep)


def _done(context: Context, do: Callable[[], None]) -> bool:
    """Whether it was done; what the disk will not have is said."""
    try:
        do()
    except WorldError as error:
        context.messages.say(str(error), "caution")
        return False
    return True


def _tr(text: str) -> str:
    return QCoreApplication.translate("Routines", text)
