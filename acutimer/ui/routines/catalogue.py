"""The list of routines, with the chips that narrow it."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from acutimer.content.library import Library
from acutimer.core.history import WALKS
from acutimer.core.planning import Plan
from acutimer.core.routines import Posture, Routine
from acutimer.ui.kit.buttons import Chip
from acutimer.ui.kit.flow import flow
from acutimer.ui.kit.gutter import GutterScroll
from acutimer.ui.kit.text import Text
from acutimer.ui.routines.doses import subject_of
from acutimer.ui.routines.filters import Filter
from acutimer.ui.routines.lately import Lately
from acutimer.ui.routines.row import RoutineRow, RowWords
from acutimer.ui.routines.words import length, needs, postures

CHIP_PX = 44
GUTTER_PX = 12


class Catalogue(QWidget):
    """`chosen` carries the id of the routine that became the current one, `opened` of one clicked, Enter `started`."""

    chosen = Signal(str)
    opened = Signal(str)
    started = Signal()

    def __init__(self, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._plans: dict[str, Plan] = {}
        self._rows: dict[str, RoutineRow] = {}
        self._filter = Filter.ALL
        self.chips = {kind: self._chip(kind) for kind in Filter}
        self.chips[Filter.ALL].setChecked(True)
        listed = QWidget()
        listed.setAccessibleName(self.tr("Routines"))
        self._list = QVBoxLayout(listed)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        self._list.addStretch(1)
        self._scroll = GutterScroll(GUTTER_PX, listed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 29, 0, 12)
        layout.setSpacing(0)
        for part, gap in (
            (Text(self.tr("Routines"), "title"), 19),
            (flow(*self.chips.values(), gap=6, line_gap=8), 10),
        ):
            part.setContentsMargins(16, 0, 0, 0)
            layout.addWidget(part)
            layout.addSpacing(gap)
        layout.addWidget(self._scroll, 1)

    @property
    def current(self) -> str | None:
        """The id of the routine chosen, if it passes the chip."""
        return next((row.id for row in self._rows.values() if row.isChecked() and not row.isHidden()), None)

    def show_routines(self, plans: Iterable[Plan], lately: Lately) -> None:
        """Show these routines in full length, in this order; what is chosen stays so."""
        self._plans = {plan.routine.id: plan for plan in plans}
        for gone in self._rows.keys() - self._plans.keys():
            self._rows.pop(gone).deleteLater()
        for place, plan in enumerate(self._plans.values()):
            words = self._words(plan, lately)
            row = self._rows.get(plan.routine.id)
            if row is None:
                self._list.insertWidget(place, self._row(plan.routine.id, words))
            else:
                row.show_words(words)
        self._narrow()

    def choose(self, routine_id: str) -> None:
        """Make a routine the current one; a chip that hides it gives way."""
        if not self._filter.lets(self._plans[routine_id]):
            self.chips[Filter.ALL].click()
        row = self._rows[routine_id]
        if any(other.hasFocus() for other in self._rows.values()):
            row.setFocus(Qt.FocusReason.OtherFocusReason)
        if not row.isChecked():
            row.setChecked(True)
        self._scroll.ensureWidgetVisible(row, 0, 0)

    def focus_current(self) -> None:
        """Give the keyboard to the row chosen."""
        if self.current is not None:
            self._rows[self.current].setFocus(Qt.FocusReason.OtherFocusReason)

    def _chip(self, kind: Filter) -> Chip:
        chip = Chip(kind.label, checkable=True, height=CHIP_PX)
        chip.setAutoExclusive(True)
        chip.clicked.connect(lambda: self._filter_by(kind))
        return chip

    def _filter_by(self, kind: Filter) -> None:
        self._filter = kind
        self._narrow()

    def _narrow(self) -> None:
        for row in self._rows.values():
            row.setVisible(self._filter.lets(self._plans[row.id]))
        seen = self._seen()
        if seen and self.current is None:
            seen[0].setChecked(True)

    def _seen(self) -> list[RoutineRow]:
        return [self._rows[id_] for id_ in self._plans if not self._rows[id_].isHidden()]

    def _row(self, routine_id: str, words: RowWords) -> RoutineRow:
        row = RoutineRow(routine_id, words)
        self._rows[routine_id] = row
        row.toggled.connect(lambda on: self.chosen.emit(routine_id) if on else None)
        row.clicked.connect(lambda: self.opened.emit(routine_id))
        row.moved.connect(lambda by: self._move(row, by))
        row.started.connect(self.started)
        return row

    def _move(self, row: RoutineRow, by: int) -> None:
        seen = self._seen()
        place = seen.index(row) + by
        if 0 <= place < len(seen):
            seen[place].setChecked(True)
            seen[place].setFocus(Qt.FocusReason.TabFocusReason)
            self._scroll.ensureWidgetVisible(seen[place], 0, 0)

    def _words(self, plan: Plan, lately: Lately) -> RowWords:
        routine = plan.routine
        return RowWords(
            icon=icon_of(routine, self._library),
            name=routine.name,
            needs=needs(routine),
            postures=postures(routine),
            length=length(plan),
            last=lately.day(routine.id),
            today=lately.towards_all(routine, self._library.exercises),
        )


def icon_of(routine: Routine, library: Library) -> str:
    """The picture of a routine: walking before standing, standing before sitting."""
    if Posture.WALKING in routine.postures:  # on a treadmill, or not
        walks = [library.techniques[id_] for id_ in map(subject_of, routine.steps) if id_ in WALKS]
        return walks[0].icon if walks else "walk"
    return "standing" if Posture.STANDING in routine.postures else "seated"
