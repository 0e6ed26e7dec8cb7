"""The list of routines, and beside it the one looked at; in a narrow window one at a time."""

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from acutimer.core.fitting import plan
from acutimer.core.planning import Plan
from acutimer.core.routines import Routine
from acutimer.ui.context import Context
from acutimer.ui.kit.buttons import Button
from acutimer.ui.routines import errands
from acutimer.ui.routines.actions import Action
from acutimer.ui.routines.catalogue import Catalogue
from acutimer.ui.routines.detail import QWIDGETSIZE_MAX, RoutineDetail
from acutimer.ui.routines.filters import Listed
from acutimer.ui.routines.lately import read_lately

LIST_PX = 452
BESIDE_FROM_PX = 1000  # narrower than this the list and the routine do not stand side by side
LOW_BELOW_PX = 420


class Browsing(QWidget):
    """All routines. `start` carries the plan to run; the others ask for another page, or for another place."""

    start = Signal(object)
    new_wanted = Signal()
    import_wanted = Signal()
    export_several_wanted = Signal()
    edit_wanted = Signal(str)
    duplicate_wanted = Signal(str)
    export_wanted = Signal(str)
    remind_wanted = Signal(str)
    draft_wanted = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._is_inside = False  # in a narrow window: whether the routine, not the list, is shown
        self._lately = read_lately(context, context.library.exercises.values())
        self.catalogue = Catalogue(context.library, self._lately)
        self.detail = RoutineDetail(context)
        self.back = Button(self.tr("All routines"), "ghost", "left", height=44)
        self._right = QWidget()
        self._inner = QVBoxLayout(self._right)
        self._inner.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self._inner.addWidget(self.detail, 1)
        layout = QHBoxLayout(self)
        layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # or the two together would hold it open
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.catalogue)
        layout.addWidget(self._right, 1)
        self._join()

    def refresh(self) -> None:
        """Ask the shelf, the history and the settings again."""
        shelf = self._context.shelf
        self._lately = read_lately(self._context, self._context.library.exercises.values())
        favourites, own = shelf.favourites, shelf.own()
        listed = [Listed(it, partial(self._plan, it), it.id in own, it.id in favourites) for it in shelf.all().values()]
        self.catalogue.show_routines(listed, self._lately)
        self.catalogue.show_drafts(errands.drafts(self._context))
        if self.catalogue.current is not None:
            self._show(self.catalogue.current)

    def look_at(self, routine_id: str) -> None:
        """Choose a routine, its start one key away."""
        self.catalogue.choose(routine_id)
        self._go_inside()
        self.detail.start_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def look_at_draft(self, routine_id: str) -> bool:
        """Bring the offer to carry on with a draft into sight and the keyboard to it; false where there is none."""
        if routine_id not in self.catalogue.drafts:
            return False
        self._is_inside = False
        self._arrange()
        self.catalogue.focus_draft(routine_id)
        return True

    def take_keyboard(self) -> None:
        """Give the keyboard to what one would go on with: the row chosen, or the start of the routine shown alone."""
        if self._is_inside and not self._is_wide:
            self.detail.start_button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.catalogue.focus_current()

    # -- inside ----------------------------------------------------------------------------------

    def _join(self) -> None:
        catalogue, detail = self.catalogue, self.detail
        catalogue.chosen.connect(self._show)
        catalogue.opened.connect(lambda _id: self._go_inside())
        catalogue.started.connect(detail.start_chosen)
        catalogue.deleted.connect(self._delete)
        catalogue.draft_wanted.connect(self.draft_wanted)
        catalogue.draft_discarded.connect(lambda it: errands.discard_draft(self._context, it, self._look_again))
        catalogue.head.new_wanted.connect(self.new_wanted)
        catalogue.head.import_wanted.connect(self.import_wanted)
        detail.remembered.connect(self._remember)
        detail.start.connect(self.start)
        detail.starred.connect(self._star)
        detail.asked.connect(self._act)
        self.back.clicked.connect(self._go_out)
        QShortcut(QKeySequence("Ctrl+N"), self).activated.connect(self.new_wanted)
        self._context.preferences.changed.connect(self._look_again)
        self._context.shelf.changed.connect(self._look_again)

    def _plan(self, routine: Routine) -> Plan:
        return plan(routine, self._context.preferences.value.choices_for(routine.id), self._context.safety)

    def _look_again(self) -> None:
        if self.isVisible():  # when it is not, it asks as it is shown
            self.refresh()

    def _show(self, routine_id: str) -> None:
        self.detail.show_routine(self._context.shelf.routine(routine_id), self._lately)

    def _act(self, action: Action) -> None:
        shown = self.detail.shown
        if shown is None:
            return
        match action:
            case Action.EDIT:
                self.edit_wanted.emit(shown)
            case Action.DUPLICATE:
                self.duplicate_wanted.emit(shown)
            case Action.REMIND:
                self.remind_wanted.emit(shown)
            case Action.EXPORT:
                self.export_wanted.emit(shown)
            case Action.EXPORT_SEVERAL:
                self.export_several_wanted.emit()
            case Action.DELETE:
                self._delete(shown)

    def _delete(self, routine_id: str) -> None:
        if not self._context.shelf.is_own(routine_id):
            words = self.tr("A built-in routine stays. You can duplicate and change it.")
            self._context.messages.say(words)
            return
        had_keyboard = self.catalogue.isAncestorOf(self.focusWidget() or self)
        errands.delete(self._context, routine_id)
        if self._is_inside and not self._is_wide:
            self._go_out()
        elif had_keyboard:
            self.catalogue.focus_current()

    def _star(self, is_favourite: bool) -> None:
        if self.detail.shown is not None:
            errands.set_favourite(self._context, self.detail.shown, is_favourite=is_favourite)

    def _remember(self, routine_id: str, minutes: int | None) -> None:
        """The length chosen for a routine is the one it has next time."""
        kept = {name: length for name, length in self._context.preferences.value.minutes.items() if name != routine_id}
        self._context.preferences.update(minutes=kept if minutes is None else {**kept, routine_id: minutes})

    def _go_inside(self) -> None:
        self._is_inside = True
        if not self._is_wide:
            self._right.show()  # the focus goes over before the list that has it is hidden
            self.detail.start_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._arrange()

    def _go_out(self) -> None:
        self._is_inside = False
        self._arrange()
        self.catalogue.focus_current()

    @property
    def _is_wide(self) -> bool:
        return self.width() >= BESIDE_FROM_PX

    def _arrange(self) -> None:
        beside, is_low = self._is_wide, self.height() < LOW_BELOW_PX
        self.catalogue.setVisible(beside or not self._is_inside)
        self._right.setVisible(beside or self._is_inside)
        self.back.setVisible(not beside)
        if beside:
            self.catalogue.setFixedWidth(LIST_PX)
        else:
            self.catalogue.setMinimumWidth(0)
            self.catalogue.setMaximumWidth(QWIDGETSIZE_MAX)
        edge = 6 if is_low else 12
        self._inner.setContentsMargins(0 if beside else 12, edge, 12, edge)
        self._inner.setSpacing(6 if is_low else 10)

    # -- Qt --------------------------------------------------------------------------------------

    def minimumSizeHint(self) -> QSize:
        """One of the two is enough."""
        return QSize(max(part.minimumSizeHint().width() for part in (self.catalogue, self.detail)) + 24, 320)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to the list."""
        if event.key() == Qt.Key.Key_Escape and self._is_inside and not self.back.isHidden():
            self._go_out()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """List and routine side by side where there is room."""
        super().resizeEvent(event)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        """What was done meanwhile shows."""
        super().showEvent(event)
        if not event.spontaneous():
            self.refresh()
