"""What fits a complaint: first when to see a doctor, then points and routines."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from acutimer.core.fitting import plan
from acutimer.core.practices import Complaint
from acutimer.core.routines import Routine
from acutimer.ui.context import Context
from acutimer.ui.explore.panel import PADDING_PX, RIGHT_PX, Panel
from acutimer.ui.explore.panel_row import PanelRow
from acutimer.ui.explore.question_panel import WIDTH_PX
from acutimer.ui.explore.red_flags import red_flags
from acutimer.ui.kit.layout import column, row
from acutimer.ui.kit.text import Text


class ComplaintPanel(Panel):
    """One complaint. Its red flags stand before everything else."""

    point_chosen = Signal(str)
    """A point's code."""
    routine_chosen = Signal(str)
    """A routine's id."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(WIDTH_PX, parent)
        self._context = context
        self.complaint: Complaint | None = None
        self.rows: tuple[PanelRow, ...] = ()

    def show_complaint(self, complaint: Complaint) -> None:
        """Show what fits `complaint`."""
        self.complaint = complaint
        library = self._context.library
        title = row(
            (column(Text(complaint.group, "small", "ink3"), Text(complaint.name, "title", wrap=True)), 1),
            self.way_back(self.tr("Back to the question")),
        )
        points = [self._point(code) for code in complaint.points]
        routines = [self._routine(library.routines[name]) for name in complaint.routines]
        self.rows = (*points, *routines)
        inside = column(
            title,
            16,
            red_flags(self.tr("First, to be sure"), complaint.red_flags),
            24,
            self.heading(self.tr("Points that fit")),
            10,
            column(*points, spacing=8),
            24,
            self.heading(self.tr("Routines that fit")),
            10,
            column(*routines, spacing=8),
            None,
            margins=(PADDING_PX, 26, RIGHT_PX, 24),
        )
        self.fill(inside)

    def forget(self) -> None:
        """Hold no complaint any more."""
        self.complaint = None

    def _point(self, code: str) -> PanelRow:
        point = self._context.library.points[code]
        made = PanelRow(point.english, point.short, code=code)
        made.clicked.connect(lambda: self.point_chosen.emit(code))
        return made

    def _routine(self, routine: Routine) -> PanelRow:
        # The words of the routines' place: it is not loaded before someone asks for routines.
        from acutimer.ui.routines.words import length, postures

        laid = plan(routine, self._context.preferences.value.choices())
        icon = routine.postures[0].value.replace("walking", "walk")
        made = PanelRow(routine.name, f"{postures(routine)} · {length(laid)}", icon=icon)
        made.clicked.connect(lambda: self.routine_chosen.emit(routine.id))
        return made
