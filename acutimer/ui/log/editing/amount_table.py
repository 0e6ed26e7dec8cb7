"""What was done, to be corrected: a field for each subject and side."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from acutimer.content.library import Library
from acutimer.core.correcting import MOST_REPS, MOST_SECONDS
from acutimer.core.planning import PhaseKind
from acutimer.core.sides import Side
from acutimer.ui.kit.layout import Item, column, row
from acutimer.ui.kit.marked import MarkedText
from acutimer.ui.kit.text import Text
from acutimer.ui.kit.typed_stepper import WIDTH_PX, TypedStepper
from acutimer.ui.log.editing.amounts import AmountRow, Cell
from acutimer.ui.log.editing.fault_line import FaultLine
from acutimer.ui.log.editing.typed import count_read, seconds_read, seconds_shown

STEP_SECONDS, PAGE_SECONDS = 15, 60
LONG_SECONDS, LONG_STEP_SECONDS, LONG_PAGE_SECONDS = 600, 60, 300
PAGE_REPS = 10
GAP_PX = 12


class AmountLine(QWidget):
    """One subject: left and right below its name, in that order in every language; or one amount beside it."""

    changed = Signal()

    def __init__(self, line: AmountRow, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cells = line.cells
        code = line.subject if line.kind is PhaseKind.PRESS else ""
        name = f"{code} {library.name_of(line.subject)}".strip()
        self.fields = {side: self._field(name, side, cell) for side, cell in line.cells.items()}
        self.fault = FaultLine()
        words = MarkedText(name, (code,), color="ink")
        self.has_sides = list(self.fields) != [Side.BOTH]
        if not self.has_sides:
            self.fields[Side.BOTH].setFixedWidth(WIDTH_PX)
            middle = Qt.AlignmentFlag.AlignVCenter
            words.set_align(Qt.AlignmentFlag.AlignLeft | middle)
            column(row((words, 1), (self.fields[Side.BOTH], middle), spacing=GAP_PX), self.fault, parent=self)
        else:
            column(words, 6, self._side_by_side(), self.fault, parent=self)

    @property
    def totals(self) -> list[tuple[Cell, int]]:
        """The amounts that were changed."""
        pairs = ((cell, self.fields[side].value) for side, cell in self.cells.items())
        return [(cell, value) for cell, value in pairs if value != cell.done]

    @property
    def faulty(self) -> TypedStepper | None:
        """The first field that is not understood, if any."""
        return next((field for field in self.fields.values() if field.fault), None)

    def _side_by_side(self) -> QWidget:
        holder = QWidget()
        holder.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        layout = QHBoxLayout(holder)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP_PX)
        for side in Side:
            if side in self.fields:
                layout.addWidget(self.fields[side], 1)
            elif side is not Side.BOTH:
                layout.addStretch(1)
        return holder

    def _field(self, name: str, side: Side, cell: Cell) -> TypedStepper:
        sides = {Side.LEFT: self.tr("{0}, left"), Side.RIGHT: self.tr("{0}, right"), Side.BOTH: "{0}"}
        said = sides[side].format(name)
        if cell.in_reps:
            wrong = self.tr("Write a number from {0} to {1}.")
            field = TypedStepper(said, cell.done, (0, MOST_REPS), page=PAGE_REPS, read=count_read, wrong=wrong)
        else:
            is_long = max(cell.done, cell.planned) >= LONG_SECONDS or not cell.planned
            field = TypedStepper(
                said,
                cell.done,
                (0, MOST_SECONDS),
                step=LONG_STEP_SECONDS if is_long else STEP_SECONDS,
                page=LONG_PAGE_SECONDS if is_long else PAGE_SECONDS,
                stops=(round(cell.planned),),
                show=seconds_shown,
                read=seconds_read,
                wrong=self.tr("Write a time like 1:30, up to 24 hours."),
            )
        field.changed.connect(lambda _: self.changed.emit())
        field.misread.connect(lambda _: self._tell_fault())
        return field

    def _tell_fault(self) -> None:
        told = [field.fault for field in self.fields.values() if field.fault]
        self.fault.tell(told[0] if told else "")


class AmountTable(QWidget):
    """All subjects, under Left and Right where there are sides."""

    changed = Signal()
    """The user changed an amount."""

    def __init__(self, rows: Sequence[AmountRow], library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = tuple(AmountLine(line, library) for line in rows)
        for line in self.lines:
            line.changed.connect(self.changed)
        sided = next((line for line in self.lines if line.has_sides), None)
        parts: list[Item] = []
        for line in self.lines:
            parts += [GAP_PX, self._heads(), line] if line is sided else [GAP_PX, line]
        column(*parts[1:], parent=self)

    @property
    def totals(self) -> list[tuple[Cell, int]]:
        """Every amount that was changed, with what it is to be."""
        return [total for line in self.lines for total in line.totals]

    @property
    def faulty(self) -> TypedStepper | None:
        """The first field that is not understood, if any."""
        return next((line.faulty for line in self.lines if line.faulty is not None), None)

    def _heads(self) -> QWidget:
        """Above the first line that has sides."""
        holder = QWidget()
        holder.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        layout = QHBoxLayout(holder)
        layout.setContentsMargins(0, 0, 0, 2)
        layout.setSpacing(GAP_PX)
        for words in (self.tr("Left"), self.tr("Right")):
            layout.addWidget(Text(words, "small", "ink3"), 1)
        return holder
