"""Every reminder there is, and the ways to another."""

from datetime import tzinfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from acutimer.core.due import next_moment
from acutimer.core.reminding import Reminder
from acutimer.ui.context import Context
from acutimer.ui.kit.buttons import Button
from acutimer.ui.kit.cards import Card
from acutimer.ui.kit.flow import flow
from acutimer.ui.kit.layout import column
from acutimer.ui.kit.text import Text
from acutimer.ui.kit.toggle import Toggle
from acutimer.ui.reminding.known import known
from acutimer.ui.reminding.row import ReminderRow
from acutimer.ui.reminding.words import subject, upcoming, when

PADDING_PX, GAP_PX = 24, 8


class ReminderList(Card):
    """The reminders in the order in which they were made. What is pressed is said; nothing is changed here."""

    all_switched = Signal(bool)
    switched = Signal(str, bool)
    edit_wanted = Signal(str)
    delete_wanted = Signal(str)
    add_wanted = Signal()
    recovery_wanted = Signal()

    def __init__(self, context: Context, zone: tzinfo, parent: QWidget | None = None) -> None:
        super().__init__("surface", 24, parent)
        self._context, self._zone = context, zone
        self.rows: dict[str, ReminderRow] = {}
        self.all = Toggle(self.tr("Remind me"))
        self.all.clicked.connect(self.all_switched)
        none = self.tr("There are none yet. A good time follows something you do anyway: coffee, or the last walk.")
        self._none = Text(none, "body", "ink2", wrap=True)
        self._holder = QWidget()
        self._lines = QVBoxLayout(self._holder)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(GAP_PX)
        self.add = Button(self.tr("Add a reminder"), "primary", "plus", height=56)
        self.add.clicked.connect(self.add_wanted)
        self.recovery = Button(self.tr("48 hours after a workout"), "secondary", "clock", height=56)
        self.recovery.clicked.connect(self.recovery_wanted)
        about = self.tr("After a workout: once or twice a day for two days, beginning now. Then it ends by itself.")
        column(
            self.all,
            8,
            self._none,
            self._holder,
            16,
            flow(self.add, self.recovery),
            8,
            Text(about, "small", "ink3", wrap=True),
            margins=PADDING_PX,
            parent=self,
        )

    def refresh(self) -> None:
        """Show what the settings hold now; the keyboard stays where it is."""
        settings = self._context.preferences.value
        self.all.setChecked(settings.reminders_on)
        self.all.setVisible(bool(settings.reminders))
        self._none.setVisible(not settings.reminders)
        for row in self.rows.values():
            self._lines.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = {it.id: self._row(it, is_on=settings.reminders_on) for it in settings.reminders}
        self._holder.setVisible(bool(self.rows))

    def focus_row(self, place: int) -> None:
        """The keyboard goes to the row that came into the place of one that went, or to the button for another."""
        rows = list(self.rows.values())
        wanted = rows[min(place, len(rows) - 1)].delete if rows else self.add
        wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, reminder: Reminder, *, is_on: bool) -> ReminderRow:
        now = self._context.wall()
        moment = next_moment(reminder.when, now, self._zone) if is_on and reminder.is_on else None
        row = ReminderRow(
            subject(reminder, known(self._context)),
            when(reminder.when, self._zone),
            "" if moment is None else upcoming(moment, now, self._zone),
            reminder.is_on,
        )
        row.switched.connect(lambda on: self.switched.emit(reminder.id, on))
        row.edit_wanted.connect(lambda: self.edit_wanted.emit(reminder.id))
        row.delete_wanted.connect(lambda: self.delete_wanted.emit(reminder.id))
        self._lines.addWidget(row)
        row.show()  # or it could not have the keyboard yet
        return row
