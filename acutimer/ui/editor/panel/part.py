"""One line of a step's properties: its name, what sets it, and what is wrong with it."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from acutimer.core.routines import Step
from acutimer.ui.editor.panel.problem_note import ProblemNote
from acutimer.ui.editor.panel.told import Told
from acutimer.ui.kit.layout import Item, column, row
from acutimer.ui.kit.text import Text
from acutimer.ui.log.editing.fault_line import FaultLine

GAP_PX = 14  # between the name and what sets it
NARROW_PX = 340  # what a line has in the narrowest panel beside the list


class Part(QWidget):
    """Sets the `fields` (attributes of a step) by a `control`, right of its name, or below it.

    It is below where `is_below` is asked for or the words are long. A subclass says in `applies` for which steps it is
    there, shows one in `present`, and hands each change the user makes to `take`. Without a `name` the control has the
    line to itself.
    """

    changed = Signal(object)
    """The step as the user wants it now."""
    repair_wanted = Signal(object)
    """What came with the problem told here, to be mended."""

    def __init__(
        self,
        fields: Iterable[str],
        name: str,
        control: QWidget,
        note: str = "",
        *,
        is_below: bool = False,
        beside: Iterable[QWidget] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.fields = tuple(fields)
        self.control = control
        self.step: Step | None = None
        self.name, self.note = Text(name, "body", wrap=True), Text(note, "small", "ink2", wrap=True)
        if not note:  # shown before it is laid out it would be a window of its own for a moment
            self.note.hide()
        self.fault, self.problem = FaultLine(), ProblemNote()
        self.problem.repair_wanted.connect(self.repair_wanted)
        self.said = column(None, self.name, self.note, None)
        self._holder = column(self.problem, margins=(0, 10, 0, 0))
        self._holder.hide()
        middle = Qt.AlignmentFlag.AlignVCenter
        extra = tuple(beside)
        parts = (control, self.name, *extra)
        needed_px = sum(it.minimumSizeHint().width() for it in parts) + GAP_PX * (len(parts) - 1)
        if is_below or (name and needed_px > NARROW_PX):
            head: list[Item] = [row((self.said, 1), *((it, middle) for it in extra), spacing=GAP_PX), 6, control]
        elif name:
            head = [row((self.said, 1), *((it, middle) for it in extra), (control, middle), spacing=GAP_PX)]
        else:
            self.said.setParent(self)
            self.said.hide()
            head = [row(control, None)]
        column(*head, self.fault, self._holder, parent=self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_step(self, step: Step, *, anew: bool) -> None:
        """Show a step's value; `anew` where it is another step, so that what is half typed goes."""
        self.step = step
        is_there = self.applies(step)
        if is_there:
            self.present(step, anew=anew)
        self.setVisible(is_there)

    def tell(self, problems: Iterable[Told]) -> bool:
        """Tell the first of the problems that stands at one of its fields, or none; returns whether there is one."""
        told = next((it for it in problems if it.field in self.fields), None)
        self.problem.tell(told)
        self._holder.setVisible(told is not None)
        self.mark(is_marked=told is not None)
        return told is not None

    def take(self, step: Step) -> None:
        """The user wants this step."""
        if step != self.step:
            self.step = step
            self.changed.emit(step)

    def set_note(self, note: str) -> None:
        """Say something else below the name, or nothing."""
        if note != self.note.text():
            self.note.setText(note)
            self.note.updateGeometry()
        self.note.setVisible(bool(note))

    def set_name(self, name: str) -> None:
        """Be called something else."""
        if name != self.name.text():
            self.name.setText(name)

    # -- for those that are one ----------------------------------------------------------------------

    def applies(self, _step: Step) -> bool:
        """Whether such a step has it."""
        return True

    def present(self, step: Step, *, anew: bool) -> None:
        """Show the value of a step it applies to, without saying so; `anew` as in `show_step`."""
        raise NotImplementedError

    def mark(self, *, is_marked: bool) -> None:
        """Let the control look as what a problem stands at does."""
