"""A session that was not measured, to be added."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from acutimer.core.correcting import WALK_SECONDS, by_hand, on_the_clock
from acutimer.core.fitting import plan as fitted
from acutimer.core.history import WALKS, day_of
from acutimer.core.planning import PhaseKind, Plan
from acutimer.core.press_now import press_now
from acutimer.ui.context import Context
from acutimer.ui.kit.dropdown import Dropdown
from acutimer.ui.kit.fold import INSET_PX
from acutimer.ui.kit.fonts import font
from acutimer.ui.kit.layout import column, row
from acutimer.ui.kit.text import Text, text_width
from acutimer.ui.kit.typed_stepper import TypedStepper
from acutimer.ui.log.editing.fault_line import FaultLine
from acutimer.ui.log.editing.felt_fields import FeltFields
from acutimer.ui.log.editing.typed import minutes_read, minutes_shown, seconds_read, seconds_shown
from acutimer.ui.log.editing.when_fields import START_PX, Local, WhenFields
from acutimer.ui.routines.fits import fit_to, span_minutes, told_dropped

STEP_SECONDS, LEAST_SECONDS, MOST_SECONDS = 15, 5, 3600
MOST_WALK_MINUTES = 600
START_MINUTES = 5  # what a start is rounded down to
NOON = time(12)
GAP_PX = 10
SHOWN_PX = 220  # a point's code and name in the narrowest card


class AddForm(QWidget):
    """A routine or a point, how long, when, how it felt: kept as if done in full.

    A session of today is offered as one that has just ended, of another day as one from noon on.
    """

    def __init__(
        self, context: Context, day: date, local: Local, new_id: Callable[[], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._local, self._new_id = context, local, new_id
        self._unchanged = context.library.safety(())  # it was done as it was; nobody is led through it now
        self._hour, self._now = context.preferences.value.day_begins_hour, context.wall()
        self._routines = tuple(context.shelf.all().values())
        self._points = tuple(point for point in context.library.points.values() if not point.professional)
        names = [*(routine.name for routine in self._routines), self.tr("A point")]
        self.practice = Dropdown(names, self.tr("What you did"))
        points = {f"{point.code} {point.name}": point.code for point in self._points}
        shown = [words if text_width(words, font(17, 600)) <= SHOWN_PX else code for words, code in points.items()]
        self.point = Dropdown(list(points), self.tr("Point"), shown=shown)
        self.minutes = self._stepper(self.tr("Length"), (1, 1), minutes=True)
        self.seconds = self._stepper(self.tr("Time for each side"), (LEAST_SECONDS, MOST_SECONDS), minutes=False)
        self.walk = self._stepper(self.tr("Your walk"), (1, MOST_WALK_MINUTES), minutes=True)
        self.walk.set_value(round(WALK_SECONDS / 60))
        self._each = Text("", "body", "ink2", wrap=True)
        labels = {
            self.minutes: Text(self.tr("Length"), "body", "ink2", wrap=True),
            self.seconds: self._each,
            self.walk: Text(self.tr("Your walk"), "body", "ink2", wrap=True),
        }
        self._lines = {
            it: row((label, 1), (it, Qt.AlignmentFlag.AlignVCenter), spacing=10, margins=(0, GAP_PX, 0, 0))
            for it, label in labels.items()
        }
        self._point_line = column(self.point, margins=(0, GAP_PX, 0, 0))
        self._dropped = Text("", "small", "ink2", wrap=True)
        self._dropped.setContentsMargins(0, 6, 0, 0)
        self.fault = FaultLine()
        self.when = WhenFields(self._first_start(day), context.wall, self._hour, local)
        self._offered = self.when.start.value
        self.felt = FeltFields(None, None, "")
        self._lay_out()
        self._join()
        self._choose()
        self._filled = self._entered

    @property
    def first(self) -> QWidget:
        """What has the keyboard at first."""
        return self.practice

    @property
    def last(self) -> QWidget:
        """The last field, in the order of Tab."""
        return self.felt.note.lines

    @property
    def is_changed(self) -> bool:
        """Whether the user entered anything, understood or not."""
        return self._misread is not None or bool(self.when.start.fault) or self._entered != self._filled

    def look(self) -> bool:
        """Whether all of it can be kept; the first field that cannot gets the keyboard."""
        if self._misread is not None:
            self._misread.settle()
            self._misread.setFocus()
            return False
        return self.when.look()

    def keep(self) -> str:
        """Add it; the new session's id. WorldError when the disk will not have it. Look first."""
        plan, now = self._plan(), self._context.wall()
        start = on_the_clock(self.when.shown, self._local)
        record = by_hand(plan, self._new_id(), start, now=now, walk_seconds=60.0 * self.walk.value)
        before, after, note = self.felt.value
        record = replace(record, discomfort_before=before, discomfort_after=after, note=note)
        self._context.history.corrections.add(record, plan, at=now)
        return record.id

    # -- inside ----------------------------------------------------------------------------------

    @property
    def _is_point(self) -> bool:
        return self.practice.index == len(self._routines)

    @property
    def _misread(self) -> TypedStepper | None:
        return next((it for it in self._lines if it.fault and not self._lines[it].isHidden()), None)

    @property
    def _entered(self) -> tuple[object, ...]:
        what = (self.practice.index, self.point.index, self.minutes.value, self.seconds.value, self.walk.value)
        return (*what, self.when.chosen, self.felt.value)

    def _plan(self) -> Plan:
        settings = self._context.preferences.value
        if self._is_point:
            routine = press_now(self._points[self.point.index], self.seconds.value)
            return fitted(routine, settings.choices(), self._unchanged)
        return fit_to(self.minutes.value, self._routines[self.practice.index], settings, self._unchanged).plan

    def _choose(self) -> None:
        """Show the fields of what was chosen, filled in as it was last done."""
        settings = self._context.preferences.value
        for line in (self._lines[self.minutes], self._lines[self.walk]):
            line.setVisible(not self._is_point)
        for part in (self._point_line, self._lines[self.seconds]):
            part.setVisible(self._is_point)
        if self._is_point:
            self._choose_point()
        else:
            routine = self._routines[self.practice.index]
            low, high = span_minutes(routine, settings, self._unchanged)
            self.minutes.set_limits(low, high)
            self.minutes.set_value(settings.minutes.get(routine.id, high))
        self._follow()

    def _choose_point(self) -> None:
        point = self._points[self.point.index]
        self._each.setText(self.tr("Both sides at once") if point.takes_both_hands else self.tr("Each side"))
        self.seconds.set_value(self._context.preferences.value.press_seconds.get(point.code, point.dose.seconds))

    def _follow(self) -> None:
        """What the choice leaves out, whether it has a walk, and when it may have begun."""
        plan = self._plan()
        has_walk = any(phase.kind is PhaseKind.WAIT and phase.subject in WALKS for phase in plan.phases)
        self._lines[self.walk].setVisible(has_walk)
        dropped = ""
        if not self._is_point:
            fit = fit_to(
                self.minutes.value,
                self._routines[self.practice.index],
                self._context.preferences.value,
                self._unchanged,
            )
            dropped = told_dropped(fit, self._context.library)
        self._dropped.setText(dropped)
        self._dropped.updateGeometry()
        self._dropped.setVisible(bool(dropped))
        self._tell_fault()
        self._offer_start(plan.seconds + (60 * self.walk.value if has_walk else 0))

    def _offer_start(self, seconds: float) -> None:
        """Unless the user chose one."""
        if self.when.start.value != self._offered or self.when.start.fault:
            return
        is_today = self.when.day.day == day_of(self._now, self._hour)
        start = self._just_ended(seconds) if is_today else datetime.combine(self.when.day.day, NOON)
        self.when.set_start(start)
        self._offered = self.when.start.value

    def _just_ended(self, seconds: float) -> datetime:
        ends = self._now - timedelta(seconds=seconds)
        start = ends.replace(minute=ends.minute // START_MINUTES * START_MINUTES, second=0, microsecond=0)
        begins = datetime.combine(day_of(self._now, self._hour), time(self._hour), self._now.tzinfo)
        return max(start, begins)

    def _first_start(self, day: date) -> datetime:
        today = day_of(self._now, self._hour)
        return self._now if day >= today else datetime.combine(day, NOON, self._now.tzinfo)

    def _tell_fault(self) -> None:
        self.fault.tell(self._misread.fault if self._misread is not None else "")

    def _stepper(self, name: str, limits: tuple[int, int], *, minutes: bool) -> TypedStepper:
        made = TypedStepper(
            name,
            limits[0],
            limits,
            step=1 if minutes else STEP_SECONDS,
            page=5 if minutes else 60,
            show=minutes_shown if minutes else seconds_shown,
            read=minutes_read if minutes else seconds_read,
            wrong=self.tr("Write a length from {0} to {1}.") if minutes else self.tr("Write a time from {0} to {1}."),
        )
        made.setFixedWidth(START_PX)
        return made

    def _lay_out(self) -> None:
        parts = (self._point_line, *self._lines.values(), self._dropped, self.fault)
        fields = column(
            Text(self.tr("Add a session"), "head"),
            14,
            self.practice,
            *parts,
            20,
            self.when,
            20,
            self.felt,
            12,
            margins=(INSET_PX, 0, INSET_PX, 0),
        )
        column(fields, None, margins=(INSET_PX, 0, 0, 0), parent=self)

    def _join(self) -> None:
        self.practice.chosen.connect(lambda _: self._choose())
        self.point.chosen.connect(lambda _: self._choose())
        self.when.changed.connect(self._follow)
        for stepper in self._lines:
            stepper.changed.connect(lambda _: self._follow())
            stepper.misread.connect(lambda _: self._tell_fault())
