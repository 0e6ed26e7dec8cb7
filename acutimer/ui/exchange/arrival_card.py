"""One file that was looked into: the routine in it and what becomes of it, or what is wrong in the file and where."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QWidget

from acutimer.core.planning import Plan
from acutimer.language.joining import listed, sentences
from acutimer.ui.context import Context
from acutimer.ui.exchange.looking import Looked
from acutimer.ui.exchange.sorting import Arrival, Fate
from acutimer.ui.kit.buttons import IconButton
from acutimer.ui.kit.cards import Badge, Card
from acutimer.ui.kit.fold import Fold
from acutimer.ui.kit.icons import Icon
from acutimer.ui.kit.layout import Item, column, row
from acutimer.ui.kit.text import Text
from acutimer.ui.log.keeping.words import breakable
from acutimer.ui.routines.catalogue import icon_of
from acutimer.ui.routines.doses import lines_of
from acutimer.ui.routines.steps import StepList, StepWords
from acutimer.ui.routines.words import length, name_in_lines, needs, steps

TOP = Qt.AlignmentFlag.AlignTop


class ArrivalCard(Card):
    """A file that can be read. `left_out` says that the user does not want it."""

    left_out = Signal()

    def __init__(
        self, looked: Looked, arrival: Arrival, plan: Plan, context: Context, parent: QWidget | None = None
    ) -> None:
        super().__init__("surface", 18, parent)
        self.arrival = arrival
        routine = arrival.routine
        self.badge = _badge(arrival.fate)
        self.leave_out = _leave_out(routine.name)
        self.leave_out.clicked.connect(self.left_out)
        said: list[Item] = [
            Text(name_in_lines(routine.name), "strong", wrap=True),
            Text(
                name_in_lines(sentences((listed((steps(len(routine.steps)), length(plan))), needs(routine)))),
                "small",
                "ink2",
                wrap=True,
            ),
            Text(name_in_lines(looked.path.name), "small", "ink3", wrap=True),
        ]
        note = _note(arrival)
        noted = [row((Text(name_in_lines(note), "small", "ink", wrap=True), 1), margins=(44, 4, 8, 0))] if note else []
        self.fold = Fold(self.tr("Look at the steps"))
        self.steps = StepList()
        self.steps.hide()
        self._words: list[StepWords] | None = [  # until they are looked at: a hundred cards have thousands of steps
            StepWords(lines_of(step, context.library, context.preferences.value.first_side)) for step in routine.steps
        ]
        self.fold.toggled.connect(self._show_steps)
        column(
            row(
                (Icon(icon_of(routine, context.library), 30, "ink2", 1.6), TOP),
                14,
                (column(*said), 1),
                8,
                (row(self.badge, margins=(0, 9, 0, 0)), TOP),
                (self.leave_out, TOP),
            ),
            *noted,
            2,
            row((self.fold, 1), margins=(32, 0, 0, 0)),
            row((self.steps, 1), margins=(0, 0, 8, 0)),
            margins=(18, 12, 10, 8),
            parent=self,
        )
        self.setAccessibleName(listed((routine.name, self.badge.text(), looked.path.name)))

    def _show_steps(self, is_open: bool) -> None:
        if is_open and self._words is not None:
            self.steps.show_steps(self._words)
            self._words = None
        self.steps.setVisible(is_open)


class FaultCard(Card):
    """A file that cannot be taken. `left_out` says that the user goes on without it."""

    left_out = Signal()

    def __init__(self, looked: Looked, parent: QWidget | None = None) -> None:
        super().__init__("caution", 18, parent)
        self.leave_out = _leave_out(looked.path.name)
        self.leave_out.clicked.connect(self.left_out)
        self.lines = [Text(breakable(fault), "small", "ochre_ink", wrap=True) for fault in looked.faults]
        said: list[Item] = [Text(name_in_lines(looked.path.name), "strong", "ochre_ink", wrap=True), 4]
        for line in self.lines:
            said += [line, 4]
        column(
            row((Icon("warn", 22, "ochre_ink"), TOP), 14, (column(*said[:-1]), 1), 8, (self.leave_out, TOP)),
            margins=(18, 12, 10, 12),
            parent=self,
        )
        self.setAccessibleName(" ".join((looked.path.name, *looked.faults)))


def _leave_out(name: str) -> IconButton:
    return IconButton(_tr("Leave out {0}").format(name), "close")


def _badge(fate: Fate) -> Badge:
    match fate:
        case Fate.NEW:
            return Badge(_tr("New", "not here yet"), "pine")
        case Fate.HERE:
            return Badge(_tr("Here already"))
    return Badge(_tr("Kept beside"), "pine")


def _note(arrival: Arrival) -> str:
    """What to know of it, where there is something."""
    match arrival.fate:
        case Fate.HERE:
            return _tr("You have this routine. Nothing of it is added.")
        case Fate.BESIDE if arrival.name_before:
            words = _tr("You have another routine called “{0}”. It stays; this one comes beside it.")
            return words.format(arrival.name_before)
        case Fate.BESIDE:
            return _tr("You have another version of it. It stays; this one comes beside it.")
    return ""


def _tr(text: str, context: str = "") -> str:
    return QCoreApplication.translate("Exchange", text, context)
