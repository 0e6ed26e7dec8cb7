"""The editor as a page: the steps, and what lies beside them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from acutimer.core.judging import Problem, at_place
from acutimer.ui.editor.desk import Desk
from acutimer.ui.editor.keeping import Keeping
from acutimer.ui.editor.look import Look
from acutimer.ui.editor.messages_below import MessagesBelow
from acutimer.ui.editor.panel.told import Told
from acutimer.ui.editor.problem_words import repair, sentence
from acutimer.ui.editor.row_words import name_of
from acutimer.ui.editor.side import Side
from acutimer.ui.editor.steps_column import StepsColumn
from acutimer.ui.editor.two_columns import TwoColumns
from acutimer.ui.kit.announcing import announce

if TYPE_CHECKING:
    from acutimer.core.drafting import Draft
    from acutimer.core.routines import Routine, Step
    from acutimer.ui.context import Context

UNDO, REDO = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo
OURS_TOO = Qt.KeyboardModifier.ControlModifier | Qt.Key.Key_Y


class EditorPage(TwoColumns):
    """`edit` or `open_draft` begin it. What is not saved is kept as a draft after every change; nothing asks."""

    closed = Signal()
    """The user goes back to the routines."""
    saved = Signal(str)
    """The routine with this id was saved; the page stays."""
    try_it = Signal(object)
    """A Plan of the routine as it is now, to be begun."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        self.steps, self.side = StepsColumn(), Side(context)
        super().__init__(self.steps, self.side, parent)
        self._context = context
        self._look: Look | None = None
        self._removal: int | None = None  # where on the undo stack a removal stands that a message tells of
        self.desk = Desk(context, self)
        self.keeping = Keeping(context, self.desk, self)
        self._join_head()
        self._join_steps()
        self._join_side()
        MessagesBelow(self, self.steps, self.side)
        for field in (self.steps.head.title.field.line, self.side.about.equipment.line, self.side.about.summary.lines):
            field.installEventFilter(self)
        self.desk.looked.connect(self._show)
        for keys, do in (
            ("Alt+Up", lambda: self._move_by(-1)),
            ("Alt+Down", lambda: self._move_by(1)),
            ("Ins", self.start_adding),
            ("Ctrl+D", self.duplicate),
            ("Ctrl+S", self.keeping.save),
        ):
            self._on(keys, do)

    # -- beginning -------------------------------------------------------------------------------

    def edit(self, routine: Routine | None) -> None:
        """Edit a routine of the user's own, a copy of one of ours, or a new one; a draft that was kept goes on."""
        was_kept = self.desk.begin(routine)
        self._begin()
        if was_kept:
            self.keeping.tell_kept()
        if routine is None:
            self.steps.head.title.begin()

    def open_draft(self, routine_id: str) -> bool:
        """Go on with a draft that was kept; false where there is none any more."""
        is_there = self.desk.open_draft(routine_id)
        if is_there:
            self._begin()
        return is_there

    def add_step(self, step: Step) -> None:
        """Add a step after the chosen one, or at the end, and choose it."""
        if self.desk.add(step, self.tr("Add a step")):
            announce(self.steps.list, self.tr("{0} is added").format(name_of(step, self._context.library)))
        else:
            self.keeping.say(self.tr("A routine has at most 100 steps. Remove one to add another."), "caution")

    def refresh(self) -> None:
        """The place is shown again: settings and the safety profile may be others by now."""
        self.desk.look_again()

    def _begin(self) -> None:
        self._removal = None
        self.cover(False)
        self.steps.head.title.close_field()
        self._stop_adding()
        self.steps.list.scrollToTop()
        self.steps.focus_list()

    # -- showing ---------------------------------------------------------------------------------

    def _show(self, look: Look) -> None:
        self._look = look
        self.steps.show_look(look, self.desk, self._told(None))
        self._show_side()

    def _show_side(self) -> None:
        place, step = self.desk.place, self.desk.step
        if step is None or place is None:
            self.side.show_about(self.desk.draft, self._told(None))
        else:
            self.side.show_step(step, place, len(self.desk.draft.steps), self._told(place))
        self.arrange()

    def _told(self, place: int | None) -> list[Told]:
        if self._look is None:
            return []
        library, problems = self._context.library, self.desk.told(self._look)
        return [Told(it.field, sentence(it, library), repair(it), it) for it in at_place(problems, place)]

    # -- joining ---------------------------------------------------------------------------------

    def _join_head(self) -> None:
        head, keeping, changes = self.steps.head, self.keeping, self.desk.changes
        head.closed.connect(keeping.leave)
        head.undone.connect(self.undo)
        head.redone.connect(changes.redo)
        head.try_wanted.connect(keeping.try_out)
        head.save_wanted.connect(keeping.save)
        head.about_wanted.connect(self._open_about)
        head.repair_wanted.connect(self._mend)
        head.title.renamed.connect(lambda name: self.desk.rename(name, self.tr("Change the name")))
        head.title.left.connect(self.steps.focus_list)
        self.steps.follow(changes.stack)
        keeping.closed.connect(self.closed)
        keeping.saved.connect(self.saved)
        keeping.try_it.connect(self.try_it)
        keeping.lacking.connect(self._go_to)

    def _join_steps(self) -> None:
        self.steps.list.chosen.connect(self._choose)
        self.steps.list.opened.connect(self._open)
        self.steps.list.moved.connect(self._move)
        self.steps.list.removed.connect(self.remove)
        self.steps.add.clicked.connect(self.start_adding)

    def _join_side(self) -> None:
        self.side.left.connect(self._leave_side)
        self.side.about_changed.connect(self._change_about)
        self.side.step_changed.connect(lambda step: self.desk.change_step(step, self.tr("Change a step")))
        self.side.added.connect(self._add_chosen)
        self.side.add_closed.connect(self._leave_side)
        self.side.duplicate_wanted.connect(self.duplicate)
        self.side.remove_wanted.connect(self.remove)
        self.side.repair_wanted.connect(self._mend)

    def _on(self, keys: str, do: Callable[[], None]) -> None:
        """While the page is shown; the keyboard may be in the navigation still."""
        QShortcut(QKeySequence(keys), self).activated.connect(do)

    # -- choosing --------------------------------------------------------------------------------

    def _choose(self, place: int | None) -> None:
        self.desk.choose(place)
        self._stop_adding()
        self._show_side()

    def _open(self, by_keys: bool) -> None:
        """What can be said of the chosen step; by Enter the keyboard goes there, too."""
        self.cover(True)
        if by_keys or self.is_covered:
            self.side.focus_first()

    def _open_about(self) -> None:
        self.steps.list.choose(None)
        self._choose(None)
        self.cover(True)
        self.side.about.focus_field("summary")

    def _leave_side(self) -> None:
        self._stop_adding()
        self.cover(False)
        self.steps.focus_list()

    def _go_to(self, problem: Problem) -> None:
        """Show where something is missing, and put the keyboard there."""
        announce(self, sentence(problem, self._context.library))
        if problem.place is not None:
            self.steps.list.choose(problem.place)
            self._choose(problem.place)
            self.cover(True)
            self.side.panel.focus_field(problem.field)
        elif problem.field == "postures":
            self._open_about()
            self.side.about.focus_field("postures")
        else:
            self._leave_side()
            if problem.field == "name":
                self.steps.head.title.begin()
            else:
                self.steps.add.setFocus(Qt.FocusReason.TabFocusReason)

    # -- changing --------------------------------------------------------------------------------

    def start_adding(self) -> None:
        """Choose what to add."""
        self.cover(True)
        self.side.start_adding()

    def _stop_adding(self) -> None:
        if self.side.is_adding:
            self.side.stop_adding(has_step=self.desk.step is not None)

    def _add_chosen(self, step: Step) -> None:
        self.add_step(step)
        self._leave_side()

    def _change_about(self, draft: Draft, field: str) -> None:
        self.desk.change(draft, field, self.tr("Change what is said of it"))

    def _mend(self, problem: Problem) -> None:
        self.desk.mend(problem, repair(problem))

    def _move_by(self, by: int) -> None:
        if self.desk.place is not None:
            self._move(self.desk.place, self.desk.place + by)

    def _move(self, place: int, to: int) -> None:
        self.desk.move(place, to, self.tr("Move a step"))
        if self.desk.place == to:
            rows = self.steps.model.rows
            announce(self.steps.list, self.tr("{0} is step {1} of {2}").format(rows[to].name, to + 1, len(rows)))

    def duplicate(self) -> None:
        """Add the chosen step once more."""
        self.desk.duplicate(self.tr("Duplicate a step"))

    def remove(self) -> None:
        """Take the chosen step out, and offer to bring it back."""
        if self.desk.place is None:
            return
        row = self.steps.model.rows[self.desk.place]
        bring_back = self.desk.remove(self.tr("Remove a step"), self.tr("Bring a step back"))
        words = self.tr("{0} is removed.").format(f"{row.code} {row.name}".strip())
        self._removal = self.desk.changes.stack.index()
        self._context.messages.offer_undo(words, bring_back)
        if not self.steps.model.rows or self.is_covered:
            self._leave_side()

    def undo(self) -> None:
        """Take the last change back. What tells of a step that was removed gives way to better news."""
        is_back = self.desk.changes.stack.index() == self._removal
        self.desk.changes.undo()
        if is_back and self.desk.place is not None:
            self._removal = None
            row = self.steps.model.rows[self.desk.place]
            self.keeping.say(self.tr("{0} is back.").format(f"{row.code} {row.name}".strip()))

    # -- Qt --------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Undo and redo are the editor's before they are a message's or a field's."""
        is_asked = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if is_asked and self._undo_of(event) is not None:  # type: ignore[arg-type]  # it is a QKeyEvent
            event.accept()
            return True
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A field of text hands undo and redo on, too."""
        if isinstance(event, QKeyEvent) and self._undo_of(event) is not None:
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _undo_of(self, event: QKeyEvent) -> Callable[[], None] | None:
        if event.matches(UNDO):
            return self.undo
        if event.matches(REDO) or event.keyCombination() == OURS_TOO:
            return self.desk.changes.redo
        return None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Undo, redo; Escape goes one level up: from a card to the steps, from the steps to the routines."""
        do = self._undo_of(event)
        if do is not None:
            do()
        elif event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.side.is_adding or self.is_covered or self.side.isAncestorOf(QApplication.focusWidget() or self):
            self._leave_side()
        else:
            self.keeping.leave()
