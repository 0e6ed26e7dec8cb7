"""The panel beside the list: everything about the step that is chosen there."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from acutimer.core.routines import Step
from acutimer.ui.context import Context
from acutimer.ui.editor.panel.following import followed
from acutimer.ui.editor.panel.form import Form, key_of
from acutimer.ui.editor.panel.head import StepHead
from acutimer.ui.editor.panel.told import Told
from acutimer.ui.kit.buttons import Button
from acutimer.ui.kit.cards import Card, Rule
from acutimer.ui.kit.focus import handed_on
from acutimer.ui.kit.gutter import GutterScroll
from acutimer.ui.kit.layout import column, row

RADIUS_PX = 24
EDGE_PX = 28
BAR_EDGE_PX = 6  # between the bar and the card's edge
LOW_PX = 480  # below this the buttons scroll with the rest
MOST_FORMS = 12
PASSED_ON = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class StepPanel(Card):
    """Shows a step by `show_step`; call it again whenever the step or its problems are others, undone ones included."""

    changed = Signal(object)
    """The step as the user wants it now, sound in itself, after each key and press."""
    duplicate_wanted = Signal()
    remove_wanted = Signal()
    repair_wanted = Signal(object)
    """The `problem` of the Told whose mending was pressed."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("surface", RADIUS_PX, parent)
        self._context = context
        self._step: Step | None = None
        self._place = -1
        self._forms: dict[tuple[str, str | None], Form] = {}
        self.form: Form | None = None
        self.setAccessibleName(self.tr("The step"))
        self.head = StepHead(context)
        self.duplicate = Button(self.tr("Duplicate"), "quiet", icon="copy", height=48)
        self.remove = Button(self.tr("Remove"), "quiet", icon="trash", height=48)
        self.duplicate.clicked.connect(self.duplicate_wanted)
        self.remove.clicked.connect(self.remove_wanted)
        ends = row(self.duplicate, None, self.remove)
        self.buttons = column(row(Rule(), margins=(18, 0)), ends, spacing=8, margins=(EDGE_PX - 18, 0))
        self._held = column(self.head, 22, None, margins=(EDGE_PX, 26, EDGE_PX, 18))
        self.scrolled = GutterScroll(EDGE_PX - BAR_EDGE_PX, self._held)
        column(row((self.scrolled, 1), BAR_EDGE_PX), self.buttons, margins=(0, 6, 0, 12), parent=self)
        self._is_low = False

    @property
    def step(self) -> Step | None:
        """The step that is shown, as the user wants it by now."""
        return self._step

    def show_step(self, step: Step, place: int, count: int, problems: Sequence[Told] = ()) -> None:
        """Show the step at `place`, counted from 0, of `count`, and what is wrong with it.

        Where it is the one that is shown, the keyboard stays where it is, and so does what is being typed.
        """
        is_other = place != self._place or self._step is None or key_of(step) != key_of(self._step)
        self._place = place
        self.head.show_step(step, place, count)
        self._present(step, anew=is_other)
        assert self.form is not None
        self.form.tell(problems)
        if is_other:
            self.scrolled.verticalScrollBar().setValue(0)

    def focus_field(self, field: str) -> None:
        """Put the keyboard on the field where a problem stands; on the first one for the step as a whole."""
        if self.form is None:
            return
        part = self.form.part(field) or next((it for it in self.form.parts if not it.isHidden()), None)
        if part is not None:
            part.control.setFocus(Qt.FocusReason.OtherFocusReason)
            self.scrolled.ensureWidgetVisible(part, 0, 24)

    # -- inside --------------------------------------------------------------------------------------

    def _present(self, step: Step, *, anew: bool) -> None:
        form = self._form_of(step)
        if form is not self.form:
            before, self.form = self.form, form
            if before is not None:
                with handed_on(self.window()):
                    before.hide()
            form.show()
        self._step = step
        form.show_step(step, anew=anew)

    def _form_of(self, step: Step) -> Form:
        key = key_of(step)
        form = self._forms.pop(key, None)
        if form is None:
            form = Form(step, self._context)
            form.changed.connect(self._take)
            form.repair_wanted.connect(self.repair_wanted)
            for line in form.findChildren(QLineEdit):
                line.installEventFilter(self)
            layout = self._held.layout()
            assert isinstance(layout, QVBoxLayout)
            layout.insertWidget(2, form)
        self._forms[key] = form
        while len(self._forms) > MOST_FORMS:
            oldest = self._forms.pop(next(iter(self._forms)))
            oldest.deleteLater()
        return form

    def _take(self, step: Step) -> None:
        if self._step is None or self.form is None:
            return
        after = followed(self._step, step, self._context.library)
        is_span = after.kind != self._step.kind
        self._present(after, anew=is_span)
        if is_span:
            self.focus_field("span")
        self.changed.emit(after)

    def _place_buttons(self) -> None:
        """Fixed at the foot; where there is little room they scroll with the rest."""
        is_low = self.height() < LOW_PX
        if is_low != self._is_low:
            self._is_low = is_low
            held, own = self._held.layout(), self.layout()
            assert held is not None
            assert own is not None
            (held if is_low else own).addWidget(self.buttons)

    # -- Qt ------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Undo and redo are the list's, also while one types."""
        if isinstance(event, QKeyEvent) and any(event.matches(key) for key in PASSED_ON):
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The buttons may have to move."""
        super().resizeEvent(event)
        self._place_buttons()
