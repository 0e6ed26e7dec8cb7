"""What fits a complaint: first when to see a doctor, then points, routines, and what is worth reading."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from acutimer.core.fitting import plan
from acutimer.core.points import Point
from acutimer.core.practices import Complaint
from acutimer.core.routines import Routine
from acutimer.core.settings import Settings
from acutimer.ui.context import Context
from acutimer.ui.explore.care import changes_of
from acutimer.ui.explore.reading.choice_row import ChoiceRow, Fact
from acutimer.ui.explore.reading.guide_panel import links
from acutimer.ui.explore.reading.panel import PADDING_PX, RIGHT_PX, Panel
from acutimer.ui.explore.reading.question_panel import WIDTH_PX
from acutimer.ui.explore.reading.red_flags import RedFlags, red_flags
from acutimer.ui.explore.words import span
from acutimer.ui.kit.layout import Item, column, row
from acutimer.ui.kit.listing import Listing
from acutimer.ui.kit.text import Text
from acutimer.ui.safety.changes_note import ChangesNote


class ComplaintPanel(Panel):
    """One complaint. Its red flags stand before everything else, and take the focus when the panel comes up."""

    point_chosen = Signal(str)
    """A point's code."""
    routine_chosen = Signal(str)
    """A routine's id."""
    card_chosen = Signal(object)
    """A GuideCard."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(WIDTH_PX, parent)
        self._context = context
        self._is_new = False
        self.complaint: Complaint | None = None
        self.flags: RedFlags | None = None
        self.rows: tuple[ChoiceRow, ...] = ()
        self._conditions = context.preferences.value.conditions
        context.preferences.changed.connect(self._look_again)

    def show_complaint(self, complaint: Complaint) -> None:
        """Show what fits `complaint`."""
        self.complaint = complaint
        self._conditions = self._context.preferences.value.conditions
        library = self._context.library
        self.flags = red_flags(self.tr("Read this first"), complaint.red_flags, role="body")
        way_back = self.way_back(self.tr("Back to the question"))
        names = column(Text(complaint.group, "small", "ink3"), Text(complaint.name, "title", wrap=True))
        points = [self._point(library.points[code]) for code in complaint.points]
        routines = [self._routine(library.routines[name]) for name in complaint.routines]
        self.rows = (*points, *routines)
        inside = column(
            row((names, 1), (way_back, Qt.AlignmentFlag.AlignTop)),
            16,
            self.flags,
            *self._section(self.tr("Points that fit"), self.tr("Choose one to see where it is."), points),
            *self._care(complaint),
            *self._section(self.tr("Routines that fit"), self.tr("Choose one and the timer starts."), routines),
            *self._reading(complaint),
            None,
            margins=(PADDING_PX, 22, RIGHT_PX, 28),
        )
        self.fill(inside)
        QWidget.setTabOrder(self.flags, way_back)
        self._is_new = True
        if self.isVisible():
            self._read_first()

    def forget(self) -> None:
        """Hold no complaint any more."""
        self.complaint = None

    def _section(self, title: str, hint: str, rows: list[ChoiceRow]) -> list[Item]:
        if not rows:
            return []
        listing = Listing()
        listing.setAccessibleName(title)
        column(*rows, spacing=8, parent=listing)
        return [28, self.heading(title), Text(hint, "small", "ink2", wrap=True), 10, listing]

    def _care(self, complaint: Complaint) -> list[Item]:
        """What the safety profile says of these points, and why."""
        note = ChangesNote(self._context.library)
        note.tell(changes_of((self._context.library.points[code] for code in complaint.points), self._context))
        return [8, note] if note.lines else []

    def _look_again(self, settings: Settings) -> None:
        """Another safety profile may leave out something else."""
        if self.complaint is not None and settings.conditions != self._conditions:
            was_new = self._is_new
            self.show_complaint(self.complaint)
            self._is_new = was_new

    def _reading(self, complaint: Complaint) -> list[Item]:
        reading = links(self._context, (complaint.id,))
        if reading is None:
            return []
        reading.chosen.connect(self.card_chosen)
        return [28, reading]

    def _point(self, point: Point) -> ChoiceRow:
        time = span(point.dose.seconds)
        each = self.tr("{time}, both sides at once") if point.takes_both_hands else self.tr("{time} each side")
        fact = Fact("clock", each.format(time=time))
        if self._context.safety.forbids(point.code):
            fact = Fact("shield", self.tr("Not for you"))
        made = ChoiceRow(point.name, point.short, [fact], code=point.code)
        made.clicked.connect(lambda: self.point_chosen.emit(point.code))
        return made

    def _routine(self, routine: Routine) -> ChoiceRow:
        # The words of the routines' place: it is not loaded before someone asks for routines.
        from acutimer.ui.routines.words import length, postures

        laid = plan(routine, self._context.preferences.value.choices(), self._context.safety)
        icon = routine.postures[0].value.replace("walking", "walk")
        facts = [Fact("clock", length(laid)), Fact(icon, postures(routine))]
        if laid.is_empty:
            facts = [Fact("shield", self.tr("Not for you"))]
        elif laid.changes:
            facts.append(Fact("shield", self.tr("Changed for you")))
        made = ChoiceRow(routine.name, facts=facts, end="play")
        made.setAccessibleDescription(self.tr("Starts the timer"))
        made.clicked.connect(lambda: self.routine_chosen.emit(routine.id))
        return made

    def _read_first(self) -> None:
        assert self.flags is not None
        self._is_new = False
        self.flags.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        """A complaint that was not read yet begins with its red flags."""
        super().showEvent(event)
        if self._is_new:
            self._read_first()
