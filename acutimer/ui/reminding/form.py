"""The form of one reminder: what it asks for, and when."""

import uuid
from collections.abc import Mapping
from dataclasses import replace
from datetime import time, tzinfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSizePolicy, QWidget

from acutimer.core.due import next_moment
from acutimer.core.reminding import EVERY_DAY, MOST_TIMES, AfterWorkout, AtTimes, Every, Reminder, When
from acutimer.core.routines import Routine
from acutimer.language.joining import ended
from acutimer.ui.context import Context
from acutimer.ui.kit.buttons import Button
from acutimer.ui.kit.cards import Card
from acutimer.ui.kit.dropdown import Dropdown
from acutimer.ui.kit.flow import flow
from acutimer.ui.kit.layout import column
from acutimer.ui.kit.switch import Switch
from acutimer.ui.kit.text import Text
from acutimer.ui.log.editing.fault_line import FaultLine
from acutimer.ui.reminding.days_field import DaysField
from acutimer.ui.reminding.hours_field import HoursField
from acutimer.ui.reminding.times_field import TimesField
from acutimer.ui.reminding.words import upcoming, when

PADDING_PX = 24
AT_TIMES, EVERY = range(2)
A_WHILE = Every(120, time(9), time(17))
MORNING = AtTimes((time(8),))


def new_reminder(routine: str = "") -> Reminder:
    """One to begin with."""
    return Reminder(id=f"reminder-{uuid.uuid4().hex[:12]}", routine=routine, when=MORNING)


class ReminderForm(Card):
    """Shows one reminder at a time. Nothing is kept before `saved`."""

    saved = Signal(object)
    """The Reminder as it shall be."""
    cancelled = Signal()

    def __init__(self, context: Context, zone: tzinfo, parent: QWidget | None = None) -> None:
        super().__init__("surface", 24, parent)
        self._context, self._zone = context, zone
        self._reminder = new_reminder()
        self._ids: list[str] = [""]
        self.routine = Dropdown((self.tr("Any practice"),), name=self.tr("What to do"))
        self.kind = Switch((self.tr("At set times"), self.tr("Every few hours")), height=48, name=self.tr("When"))
        self.times, self.hours, self.days = TimesField(MOST_TIMES), HoursField(), DaysField()
        self._days_head = Text(self.tr("On these days"), "strong")
        self._told = Text("", "lead", wrap=True)
        self._next = Text("", "body", "ink2", wrap=True)
        self._fault = FaultLine()
        self.save = Button(self.tr("Save the reminder"), "primary", height=56)
        self.cancel = Button(self.tr("Cancel"), "ghost", height=56)
        self._lay_out()
        self.routine.chosen.connect(lambda _: self._tell())
        self.kind.chosen.connect(lambda _: self._switch())
        for field in (self.times, self.hours, self.days):
            field.changed.connect(self._tell)
        self.save.clicked.connect(self._save)
        self.cancel.clicked.connect(self.cancelled)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._save)

    def show_reminder(self, reminder: Reminder, routines: Mapping[str, Routine]) -> None:
        """Show a reminder, to be changed or made."""
        self._reminder = reminder
        self._ids = ["", *routines]
        names = (self.tr("Any practice"), *(it.name for it in routines.values()))
        place = self._ids.index(reminder.routine) if reminder.routine in self._ids else 0
        self.routine.set_items(names, index=place)
        value = reminder.when
        self.kind.set_index(EVERY if isinstance(value, Every) else AT_TIMES)
        every = value if isinstance(value, Every) else A_WHILE
        self.hours.set_hours(every.minutes, every.first, every.last)
        self.times.set_times(MORNING.times if isinstance(value, Every) else value.times, self._most)
        self.days.set_days(EVERY_DAY if isinstance(value, AfterWorkout) else value.weekdays)
        self._switch()

    @property
    def _most(self) -> int:
        return 2 if isinstance(self._reminder.when, AfterWorkout) else MOST_TIMES

    @property
    def _value(self) -> When | None:
        """When it is to remind; None while something is wrong with it."""
        if self._wrong():
            return None
        if isinstance(self._reminder.when, AfterWorkout):
            return replace(self._reminder.when, times=self.times.times)
        if self.kind.index == EVERY:
            return Every(*self.hours.hours, self.days.days)
        return AtTimes(self.times.times, self.days.days)

    def _lay_out(self) -> None:
        self.routine.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.kind.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        column(
            Text(self.tr("What to do"), "strong"),
            6,
            self.routine,
            20,
            Text(self.tr("When"), "strong"),
            6,
            self.kind,
            12,
            self.times,
            self.hours,
            20,
            self._days_head,
            6,
            self.days,
            20,
            self._told,
            self._next,
            self._fault,
            20,
            flow(self.save, self.cancel),
            margins=PADDING_PX,
            parent=self,
        )

    def _switch(self) -> None:
        is_workout, is_every = isinstance(self._reminder.when, AfterWorkout), self.kind.index == EVERY
        self.kind.setVisible(not is_workout)
        self.times.setVisible(is_workout or not is_every)
        self.hours.setVisible(is_every and not is_workout)
        for part in (self._days_head, self.days):
            part.setVisible(not is_workout)
        self._tell()

    def _wrong(self) -> str:
        is_workout = isinstance(self._reminder.when, AfterWorkout)
        field = self.hours if self.kind.index == EVERY and not is_workout else self.times
        if not self.days.days and not is_workout:
            return self.tr("Choose one day or more.")
        return field.fault

    def _tell(self) -> None:
        value, wrong = self._value, self._wrong()
        self._fault.tell(wrong)
        now = self._context.wall()
        moment = None if value is None else next_moment(value, now, self._zone)
        self._told.setText("" if value is None else ended(when(value, self._zone)))
        self._next.setText("" if moment is None else ended(upcoming(moment, now, self._zone)))
        for words in (self._told, self._next):
            words.setVisible(bool(words.text()))
            words.updateGeometry()

    def _save(self) -> None:
        for field in (self.times, self.hours):
            if field.isVisibleTo(self):
                field.settle()
        self._tell()
        value = self._value
        if value is not None:
            routine = self._ids[self.routine.index]
            self.saved.emit(replace(self._reminder, routine=routine, when=value, is_on=True))
        elif not self.days.days:
            next(iter(self.days.chips.values())).setFocus()
