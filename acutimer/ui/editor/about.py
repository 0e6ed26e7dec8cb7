"""What can be said of a routine as a whole: in a sentence, how one sits or stands, and what one needs."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from acutimer.core.drafting import Draft, equipment_line, equipment_of, one_line
from acutimer.core.limits import MOST_IN_TEXT
from acutimer.core.routines import Posture
from acutimer.ui.editor.panel.problem_note import ProblemNote
from acutimer.ui.editor.panel.told import Told
from acutimer.ui.kit.buttons import Chip
from acutimer.ui.kit.cards import Card
from acutimer.ui.kit.field import NoteField
from acutimer.ui.kit.flow import flow
from acutimer.ui.kit.gutter import GutterScroll
from acutimer.ui.kit.layout import column
from acutimer.ui.kit.line_field import LineField
from acutimer.ui.kit.text import Text

MARGIN_PX, EDGE_PX = 28, 4
SUMMARY_PX = 104


class AboutCard(Card):
    """Shown while no step is chosen. `changed` carries the draft as it is with the change, and its field's name."""

    changed = Signal(object, str)
    repair_wanted = Signal(object)
    """The Problem to be mended."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", 24, parent)
        self._draft = Draft(id="-")
        self.summary = NoteField(
            self.tr("In a sentence"), self.tr("What it is for, or when you do it"), height=SUMMARY_PX
        )
        self.summary.lines.installEventFilter(self)
        self.summary.lines.textChanged.connect(self._take_summary)
        self.postures = {posture: self._chip(posture, name) for posture, name in self._names()}
        self.posture_note = ProblemNote()
        self.posture_note.repair_wanted.connect(self.repair_wanted)
        self.equipment = LineField(self.tr("What one needs"), self.tr("Chair, wall"))
        self.equipment.line.setMaxLength(MOST_IN_TEXT)
        self.equipment.edited.connect(self._take_equipment)
        content = column(
            Text(self.tr("About this routine"), "head", wrap=True),
            4,
            Text(self.tr("All of this is up to you, and helps you to choose later."), "small", "ink2", wrap=True),
            22,
            Text(self.tr("In a sentence"), "strong"),
            8,
            self.summary,
            20,
            Text(self.tr("How one does it"), "strong"),
            8,
            flow(*self.postures.values(), gap=8, line_gap=8),
            8,
            self.posture_note,
            14,
            Text(self.tr("What one needs"), "strong"),
            8,
            self.equipment,
            6,
            Text(self.tr("With commas between: chair, wall"), "small", "ink2", wrap=True),
            None,
            margins=(MARGIN_PX, 26, 0, 24),
        )
        self._scroll = GutterScroll(MARGIN_PX - EDGE_PX, content)
        column((self._scroll, 1), margins=(0, 2, EDGE_PX, 2), parent=self)

    def show_draft(self, draft: Draft, told: Sequence[Told]) -> None:
        """Show what is said of it; a field that is being written in keeps its cursor."""
        self._draft = draft
        if one_line(self.summary.text(), MOST_IN_TEXT) != draft.summary:
            self.summary.lines.blockSignals(True)
            self.summary.set_text(draft.summary)
            self.summary.lines.blockSignals(False)
        if equipment_of(self.equipment.text()) != draft.equipment:
            self.equipment.set_text(equipment_line(draft.equipment))
        for posture, chip in self.postures.items():
            chip.setChecked(posture in draft.postures)
        self.posture_note.tell(next((it for it in told if it.field == "postures"), None))

    def focus_field(self, name: str) -> None:
        """Give the keyboard to a field of the draft."""
        first = next(iter(self.postures.values()))
        fields: dict[str, QWidget] = {"postures": first, "equipment": self.equipment}
        fields.get(name, self.summary).setFocus(Qt.FocusReason.TabFocusReason)

    # -- inside ----------------------------------------------------------------------------------

    def _names(self) -> tuple[tuple[Posture, str], ...]:
        return (
            (Posture.SEATED, self.tr("Seated")),
            (Posture.STANDING, self.tr("Standing")),
            (Posture.WALKING, self.tr("Walking")),
        )

    def _chip(self, posture: Posture, name: str) -> Chip:
        chip = Chip(name, checkable=True, height=44)
        chip.clicked.connect(lambda: self._take_posture(posture, is_on=chip.isChecked()))
        return chip

    def _take_summary(self) -> None:
        summary = one_line(self.summary.text(), MOST_IN_TEXT)
        self.changed.emit(replace(self._draft, summary=summary), "summary")

    def _take_posture(self, posture: Posture, *, is_on: bool) -> None:
        chosen = {*self._draft.postures, posture} if is_on else {*self._draft.postures} - {posture}
        postures = tuple(it for it in Posture if it in chosen)
        self.changed.emit(replace(self._draft, postures=postures), "postures")

    def _take_equipment(self, line: str) -> None:
        self.changed.emit(replace(self._draft, equipment=equipment_of(line)), "equipment")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A summary is one paragraph: Enter is for nobody."""
        is_enter = isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.type() == QEvent.Type.KeyPress:
            return True
        return super().eventFilter(watched, event)
