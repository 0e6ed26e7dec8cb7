"""The right column of the days: the session looked at, or the form in which one is corrected or added."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from acutimer.core.errors import WorldError
from acutimer.core.history import SessionRecord, is_corrected
from acutimer.core.planning import Plan
from acutimer.core.remaining import rest_of
from acutimer.core.safety import kept_safe
from acutimer.core.session import Outcome
from acutimer.language.joining import listed
from acutimer.ui.context import Context
from acutimer.ui.log.days.detail import SessionDetail
from acutimer.ui.log.words import span

if TYPE_CHECKING:
    from acutimer.ui.log.editing.edit_card import EditCard


class Picked(QStackedWidget):
    """`start` carries the Plan of what was left of a session; `changed` the id of the one to be shown next, or "".

    `closed`: the form was left, or done with. `reopened`: what was typed into one that was left is wanted back.
    """

    start = Signal(object)
    changed = Signal(str)
    closed = Signal()
    reopened = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._record: SessionRecord | None = None
        self._plan: Plan | None = None
        self._rest: Plan | None = None
        self._told: tuple[SessionRecord, str] | None = None  # what the card tells, and when it says that was
        self.detail = SessionDetail(context)
        self._editor: EditCard | None = None
        self.addWidget(self.detail)
        self.detail.rest_wanted.connect(lambda: self._rest is not None and self.start.emit(self._rest))
        self.detail.edit_wanted.connect(self.edit)
        self.detail.delete_wanted.connect(self.delete)

    @property
    def record(self) -> SessionRecord | None:
        """The session looked at."""
        return self._record

    @property
    def editor(self) -> "EditCard":
        """The form; built when it is first wanted."""
        if self._editor is None:
            from acutimer.ui.log.editing.edit_card import EditCard

            self._editor = EditCard(self._context)
            self._editor.saved.connect(self._saved)
            self._editor.closed.connect(self._leave_editor)
            self._editor.reopened.connect(self._reopen)
            self.addWidget(self._editor)
        return self._editor

    @property
    def is_editing(self) -> bool:
        """Whether the form is open."""
        return self._editor is not None and self.currentWidget() is self._editor

    def show_session(self, record: SessionRecord | None) -> None:
        """Look at a session, or at none. Another one than before puts the form away; what was typed can be had back.

        Raises:
            WorldError: the history cannot be read; the session looked at is the one from before.
        """
        how = [] if record is None else self._how_it_came(record)
        is_other = record is not None and self._record is not None and record.id != self._record.id
        self._record = record
        if is_other and self.is_editing:
            self.editor.cancel()
        self.detail.setVisible(record is not None and not self.is_editing)
        if record is None:
            return
        hour = self._context.preferences.value.day_begins_hour
        when = listed((span(record, self._context.wall(), hour), *how))
        if self._told == (record, when):
            return
        self._told = (record, when)
        self._plan = self._plan_of(record)
        is_left = self._plan is not None and record.outcome in (Outcome.PARTIAL, Outcome.SKIPPED)
        self._rest = self._rest_of(record) if is_left else None
        self.detail.show_session(record, when, self._plan, has_rest=self._rest is not None)

    def _rest_of(self, record: SessionRecord) -> Plan | None:
        """What is left to do of it, and may be done with the safety profile there is now."""
        rest = None if self._plan is None else rest_of(self._plan, record)
        safe = None if rest is None else kept_safe(rest, self._context.safety)
        return None if safe is None or safe.is_empty else safe

    def edit(self) -> None:
        """Open the form on the session looked at."""
        if self._record is not None and self._record.outcome is not None:
            self.editor.edit(self._record, self._plan or self._plan_of(self._record, always=True))
            self.setCurrentWidget(self.editor)

    def add(self, day: date) -> None:
        """Open the form for a session that was not timed, on `day`."""
        self.editor.add(day)
        self.setCurrentWidget(self.editor)

    def delete(self) -> None:
        """Delete the session looked at; a message offers to take that back."""
        record = self._record
        if record is None or record.outcome is None:
            return
        at, hour = self._context.wall(), self._context.preferences.value.day_begins_hour
        if not self._try(lambda: self._context.history.corrections.delete(record.id, at)):
            return
        if self.is_editing:
            self.editor.cancel()
        self.changed.emit("")
        words = self.tr("Deleted: {name}, {when}").format(name=record.routine_name, when=span(record, at, hour))
        self._context.messages.offer_undo(words, lambda: self._bring_back(record.id))

    # -- inside ----------------------------------------------------------------------------------

    def _bring_back(self, session_id: str) -> None:
        at = self._context.wall()
        if self._try(lambda: self._context.history.corrections.restore(session_id, at)):
            self.changed.emit(session_id)

    def _saved(self, session_id: str) -> None:
        self.setCurrentWidget(self.detail)
        self.changed.emit(session_id)

    def _reopen(self) -> None:
        self.setCurrentWidget(self.editor)
        self.reopened.emit()

    def _leave_editor(self) -> None:
        self.setCurrentWidget(self.detail)
        self.detail.setVisible(self._record is not None)
        self.closed.emit()

    def _how_it_came(self, record: SessionRecord) -> list[str]:
        """What is not as the timer measured it."""
        versions = self._context.history.corrections.originals(record.id)
        told = {self.tr("by hand"): record.by_hand, self.tr("corrected"): is_corrected(record, versions)}
        return [words for words, holds in told.items() if holds]

    def _try(self, change: Callable[[], None]) -> bool:
        try:
            change()
        except WorldError as error:
            self._context.messages.say(str(error), "caution")
            return False
        except KeyError:  # another window of the program was faster
            self.changed.emit("")
            return False
        return True

    def _plan_of(self, record: SessionRecord, *, always: bool = False) -> Plan | None:
        """The plan, where it is needed to tell what was not done, or `always`."""
        if record.outcome is Outcome.DONE and not always:
            return None
        try:
            return self._context.history.plan_of(record.id)
        except (WorldError, KeyError):  # written by another version, or gone since: what was done can still be told
            return None
