"""What one corrects of a session that is in the log."""

from dataclasses import replace
from datetime import datetime

from PySide6.QtWidgets import QWidget

from acutimer.core.correcting import moved, restarted
from acutimer.core.errors import WorldError
from acutimer.core.history import SessionRecord
from acutimer.core.planning import Plan
from acutimer.ui.context import Context
from acutimer.ui.kit.fold import INSET_PX
from acutimer.ui.kit.layout import Item, column
from acutimer.ui.kit.text import Text
from acutimer.ui.log.editing.amount_table import AmountTable
from acutimer.ui.log.editing.amounts import amount_rows, corrected
from acutimer.ui.log.editing.felt_fields import FeltFields
from acutimer.ui.log.editing.past_version import PastVersion
from acutimer.ui.log.editing.when_fields import Local, WhenFields
from acutimer.ui.log.words import day


class EditForm(QWidget):
    """The fields of one session, filled in."""

    def __init__(
        self, context: Context, record: SessionRecord, plan: Plan | None, local: Local, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._record, self._plan, self._local = context, record, plan, local
        hour, start = context.preferences.value.day_begins_hour, record.started_at

        def clock() -> datetime:
            return context.wall().astimezone(start.tzinfo)

        self.when = WhenFields(start, clock, hour, lambda naive: restarted(record, naive, local))
        self.amounts = AmountTable(amount_rows(record, plan), context.library)
        self.felt = FeltFields(record.discomfort_before, record.discomfort_after, record.note)
        self._begun = self.when.chosen
        self.past: PastVersion | None = None
        self._lay_out()

    @property
    def first(self) -> QWidget:
        """What has the keyboard at first."""
        return self.when.day.earlier

    @property
    def last(self) -> QWidget:
        """The last field, in the order of Tab."""
        return self.felt.note.lines

    @property
    def is_changed(self) -> bool:
        """Whether the user changed anything, understood or not."""
        record = self._record
        before = (self._begun, (record.discomfort_before, record.discomfort_after, record.note))
        is_misread = bool(self.when.start.fault) or self.amounts.faulty is not None
        return is_misread or (self.when.chosen, self.felt.value) != before or bool(self.amounts.totals)

    def look(self) -> bool:
        """Whether all of it can be kept; the first field that cannot gets the keyboard."""
        is_moved = self.when.chosen != self._begun or bool(self.when.start.fault)
        if is_moved and not self.when.look():
            return False
        if self.amounts.faulty is not None:
            self.amounts.faulty.settle()
            self.amounts.faulty.setFocus()
            return False
        return True

    def result(self) -> SessionRecord:
        """The session as it is to be; the very same where nothing was changed. Look first."""
        record, now = self._record, self._context.wall()
        if totals := self.amounts.totals:
            record = corrected(record, self._plan, totals)
        if self.when.chosen != self._begun:
            record = moved(record, restarted(self._record, self._shown(), self._local), now=now)
        before, after, note = self.felt.value
        return replace(record, discomfort_before=before, discomfort_after=after, note=note)

    def keep(self) -> str:
        """Write it, if anything changed; the session's id. WorldError when it cannot be had. Look first."""
        record = self.result()
        if record != self._record:
            try:
                self._context.history.corrections.correct(record, at=self._context.wall())
            except KeyError as error:
                raise WorldError(self.tr("This session is not in the log any more.")) from error
        return record.id

    def _shown(self) -> datetime:
        """A start that only went to another day keeps its seconds."""
        began, shown = self._record.started_at, self.when.shown
        if self.when.start.value == self._begun[1]:
            return shown.replace(second=began.second, microsecond=began.microsecond)
        return shown

    def _lay_out(self) -> None:
        inset = (INSET_PX, 0, INSET_PX, 0)
        told, originals = self._changes()
        name = Text(self._record.routine_name, "small", "ink2", wrap=True)
        head = column(Text(self.tr("Edit session"), "head"), 2, name, *told, margins=inset)
        if originals:
            now, hour = self._context.wall(), self._context.preferences.value.day_begins_hour
            self.past = PastVersion(originals[0], self._plan, self._context.library, now, hour)
        past = (4, self.past) if self.past is not None else ()
        done = (Text(self.tr("What you did"), "strong"), 6, self.amounts, 20) if self.amounts.lines else ()
        fields = column(self.when, 20, *done, self.felt, margins=inset)
        column(head, *past, 14, fields, 12, None, margins=(INSET_PX, 0, 0, 0), parent=self)

    def _changes(self) -> tuple[tuple[Item, ...], tuple[SessionRecord, ...]]:
        """That it was added or changed, in words, and the versions that were kept of it."""
        record, context = self._record, self._context
        try:
            originals = context.history.corrections.originals(record.id)
        except WorldError as error:
            context.messages.say(str(error), "caution")
            originals = ()
        now, hour = context.wall(), context.preferences.value.day_begins_hour
        changed = day(record.changed_at, now, hour) if record.changed_at and originals else ""
        if record.by_hand:
            words = self.tr("Added by hand, changed {0}.") if changed else self.tr("Added by hand.")
        else:
            words = self.tr("Changed {0}; what was measured is kept.") if changed else ""
        told = Text(words.format(self._within(changed)), "small", "ink2", wrap=True)
        return ((8, told) if words else ()), originals

    def _within(self, day_words: str) -> str:
        """A day inside a sentence: "today", "yesterday", "on Wed", "on 12 Nov"."""
        inside = {self.tr("Today"): self.tr("today"), self.tr("Yesterday"): self.tr("yesterday")}
        return inside.get(day_words) or self.tr("on {0}").format(day_words)
