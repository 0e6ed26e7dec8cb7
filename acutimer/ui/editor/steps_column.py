"""The steps of a draft under their head, with the button that adds one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from acutimer.ui.editor.head import EditorHead
from acutimer.ui.editor.model import StepsModel
from acutimer.ui.editor.step_list import StepList
from acutimer.ui.kit.buttons import Button
from acutimer.ui.kit.layout import row
from acutimer.ui.kit.scroll import BAR_PX
from acutimer.ui.kit.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QUndoStack

    from acutimer.ui.editor.desk import Desk
    from acutimer.ui.editor.look import Look
    from acutimer.ui.editor.panel.told import Told

TOP_PX, LOW_TOP_PX, EDGE_PX, LOW_EDGE_PX = 24, 10, 12, 8
ADD_PX, LOW_ADD_PX = 54, 48
ROW_GAP_PX = 6


class StepsColumn(QWidget):
    """The parts are there to be joined: `head`, `list` and `add`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._undo = self._redo = ""  # what would be taken back and done again, in words
        self.head = EditorHead()
        self.model = StepsModel(self)
        self.list = StepList(self.model)
        self.add = Button(self.tr("Add a step"), "secondary", "plus", height=ADD_PX)
        self._layout = QVBoxLayout(self)
        self._layout.setSpacing(ROW_GAP_PX)
        self._layout.addWidget(row((self.head, 1), BAR_PX))
        self._layout.addWidget(self.list)
        self._layout.addWidget(row((self.add, 1), BAR_PX))
        self.hint = Text(
            self.tr("Put points, exercises and pauses in the order in which you want to do them."),
            "small",
            "ink2",
            wrap=True,
            align=Qt.AlignmentFlag.AlignHCenter,
        )
        self._layout.addWidget(row((self.hint, 1), BAR_PX, margins=(0, 6, 0, 0)))
        self._layout.addStretch(1)  # a short list leaves its room below, not in the head

    def show_look(self, look: Look, desk: Desk, told: Sequence[Told]) -> None:
        """Show the draft on the desk; `told` is what is said of the whole of it."""
        count = len(self.model.rows)
        self.list.blockSignals(True)  # which step is chosen, the desk says
        self.model.show_rows(desk.draft.steps, look.rows)
        self.list.blockSignals(False)
        self.list.fit()
        self.list.choose(desk.place)
        if len(look.rows) != count and desk.place is not None:
            self.list.scrollTo(self.model.index(desk.place))
        is_empty = not look.rows
        self.list.setVisible(not is_empty)
        self.hint.setVisible(is_empty)
        self.head.show_look(look, desk.draft.name, told)

    def follow(self, stack: QUndoStack) -> None:
        """Tell of the changes on this stack which is taken back next, and which is done again."""
        stack.undoTextChanged.connect(self._show_undo)
        stack.redoTextChanged.connect(self._show_redo)
        self._show_undo(stack.undoText())
        self._show_redo(stack.redoText())

    def _show_undo(self, words: str) -> None:
        self._undo = words
        self.head.show_undo(self._undo, self._redo)

    def _show_redo(self, words: str) -> None:
        self._redo = words
        self.head.show_undo(self._undo, self._redo)

    def focus_list(self) -> None:
        """Give the keyboard to the steps, or to what adds the first one."""
        (self.list if self.model.rows else self.add).setFocus(Qt.FocusReason.OtherFocusReason)

    def set_low(self, is_low: bool) -> None:
        """Leave the room to the steps where there is little."""
        self.head.set_low(is_low)
        self._layout.setContentsMargins(0, LOW_TOP_PX if is_low else TOP_PX, 0, LOW_EDGE_PX if is_low else EDGE_PX)
