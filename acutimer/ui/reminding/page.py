"""The page of the reminders: the list, and the form in its place while one is made or changed."""

from dataclasses import replace
from datetime import tzinfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from acutimer.core.reminding import AfterWorkout, Reminder
from acutimer.ui.context import Context
from acutimer.ui.kit.buttons import IconButton
from acutimer.ui.kit.gutter import GutterScroll
from acutimer.ui.kit.layout import column, row
from acutimer.ui.kit.scroll import BAR_PX
from acutimer.ui.kit.text import Text
from acutimer.ui.reminding.form import ReminderForm, new_reminder
from acutimer.ui.reminding.known import known
from acutimer.ui.reminding.listing import ReminderList
from acutimer.ui.reminding.local_zone import LocalZone
from acutimer.ui.reminding.reaching import ReachingCard
from acutimer.ui.reminding.words import when

RECOVERY = "post-workout-recovery"
LEFT_PX, TOP_PX, EDGE_PX, WIDEST_PX = 12, 12, 12, 820


class RemindersPage(QWidget):
    """Every change is kept at once; what is deleted can be brought back. `closed` follows the way back."""

    closed = Signal()

    def __init__(
        self,
        context: Context,
        zone: tzinfo | None = None,
        reaching: ReachingCard | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._zone = zone or LocalZone()
        self._heading = Text("", "title", wrap=True)
        self.back = IconButton("", "left")
        self.back.clicked.connect(self._go_back)
        self.list = ReminderList(context, self._zone)
        self.reaching = reaching or ReachingCard(context)
        self.form = ReminderForm(context, self._zone)
        self._lists = column(self.list, 16, self.reaching)
        inside = column(self._lists, self.form, None)
        inside.setMaximumWidth(WIDEST_PX)
        across = QHBoxLayout()
        across.addWidget(inside, 1)
        across.addStretch()
        content = column(across, margins=(LEFT_PX + 8, 6, 0, EDGE_PX))
        self._scroll = GutterScroll(EDGE_PX + BAR_PX, content)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(row(self.back, 6, (self._heading, 1), margins=(LEFT_PX, TOP_PX, EDGE_PX, 6)))
        layout.addWidget(self._scroll, 1)
        self._join()
        self._show_list()

    def refresh(self) -> None:
        """It is shown again: routines, the desktop and the time may be others. An open form stays as it is."""
        now = self._context.wall()
        kept = tuple(it for it in self._reminders if not isinstance(it.when, AfterWorkout) or it.when.ends_at > now)
        self._keep(kept)
        self.list.refresh()
        self.reaching.refresh()

    def add_for(self, routine_id: str) -> None:
        """Open the form for a new reminder of a routine; "" is any practice."""
        self._open(new_reminder(routine_id), self.tr("New reminder"))

    @property
    def is_editing(self) -> bool:
        """Whether the form is open: what is in it would be lost."""
        return not self.form.isHidden()

    # -- inside ----------------------------------------------------------------------------------

    def _join(self) -> None:
        self.list.all_switched.connect(lambda on: self._context.preferences.update(reminders_on=on))
        self.list.switched.connect(self._switch)
        self.list.edit_wanted.connect(self._edit)
        self.list.delete_wanted.connect(self._delete)
        self.list.add_wanted.connect(lambda: self.add_for(""))
        self.list.recovery_wanted.connect(self._recover)
        self.form.saved.connect(self._save)
        self.form.cancelled.connect(self._go_back)
        self._context.preferences.changed.connect(self._look_again)

    @property
    def _reminders(self) -> tuple[Reminder, ...]:
        return self._context.preferences.value.reminders

    def _keep(self, reminders: tuple[Reminder, ...]) -> None:
        self._context.preferences.update(reminders=reminders)

    def _look_again(self, _settings: object) -> None:
        if self.isVisible():
            self.list.refresh()

    def _switch(self, reminder_id: str, on: bool) -> None:
        self._keep(tuple(replace(it, is_on=on) if it.id == reminder_id else it for it in self._reminders))
        self.list.rows[reminder_id].toggle.setFocus(Qt.FocusReason.OtherFocusReason)

    def _edit(self, reminder_id: str) -> None:
        reminder = next(it for it in self._reminders if it.id == reminder_id)
        self._open(reminder, self.tr("Change the reminder"))

    def _delete(self, reminder_id: str) -> None:
        before = self._reminders
        place = next(number for number, it in enumerate(before) if it.id == reminder_id)
        gone = before[place]
        self._keep(tuple(it for it in before if it.id != reminder_id))
        self.list.refresh()
        self.list.focus_row(place)

        def bring_back() -> None:
            others = [it for it in self._reminders if it.id != gone.id]
            self._keep((*others[:place], gone, *others[place:]))

        self._context.messages.offer_undo(self.tr("The reminder is deleted."), bring_back)

    def _recover(self) -> None:
        """One plan at a time: a workout now begins the 48 hours anew."""
        replaced = tuple(it for it in self._reminders if isinstance(it.when, AfterWorkout))
        plan = AfterWorkout(self._context.wall().replace(microsecond=0))
        made = replace(new_reminder(RECOVERY if RECOVERY in known(self._context) else ""), when=plan)
        self._keep((*(it for it in self._reminders if it not in replaced), made))
        self._context.preferences.update(reminders_on=True)
        words = self.tr("You are reminded for 48 hours. {0}.").format(when(plan, self._zone))

        def take_back() -> None:
            self._keep((*(it for it in self._reminders if it.id != made.id), *replaced))

        self._context.messages.offer_undo(words, take_back)

    def _save(self, reminder: Reminder) -> None:
        known = {it.id: it for it in self._reminders}
        is_new = reminder.id not in known
        self._keep(tuple({**known, reminder.id: reminder}.values()))
        if is_new:
            self._context.preferences.update(reminders_on=True)
        self._show_list()
        shown = self.list.rows.get(reminder.id)  # none where the 48 hours were over meanwhile
        (self.list.add if shown is None else shown.edit).setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, reminder: Reminder, heading: str) -> None:
        self._heading.setText(heading)
        self.back.set_name(self.tr("Back to the reminders"))
        self.form.show_reminder(reminder, known(self._context))
        self._lists.hide()
        self.form.show()
        self._scroll.verticalScrollBar().setValue(0)
        self.form.routine.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_list(self) -> None:
        self._heading.setText(self.tr("Reminders"))
        self.back.set_name(self.tr("Back to the settings"))
        self.form.hide()
        self._lists.show()
        self.refresh()

    def _go_back(self) -> None:
        if self.is_editing:
            self._show_list()
            self.list.add.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.closed.emit()

    # -- Qt --------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes one level up."""
        if event.key() == Qt.Key.Key_Escape:
            self._go_back()
        else:
            super().keyPressEvent(event)
