"""The place of the routines: the list, and beside it the one looked at; in a narrow window one at a time."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from acutimer.core.errors import InputError
from acutimer.core.fitting import plan
from acutimer.ui.context import Context
from acutimer.ui.kit.buttons import Button
from acutimer.ui.routines.catalogue import Catalogue
from acutimer.ui.routines.detail import QWIDGETSIZE_MAX, RoutineDetail
from acutimer.ui.routines.lately import read_lately

LIST_PX = 452
BESIDE_FROM_PX = 1000  # narrower than this the list and the routine do not stand side by side


class RoutinesPlace(QWidget):
    """All routines. `start` carries the plan to run."""

    start = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._is_inside = False  # in a narrow window: whether the routine, not the list, is shown
        self._lately = read_lately(context, context.library.exercises.values())
        self.catalogue = Catalogue(context.library)
        self.detail = RoutineDetail(context.library)
        self.back = Button(self.tr("All routines"), "ghost", "left", height=48)
        self._right = QWidget()
        self._inner = QVBoxLayout(self._right)
        self._inner.setSpacing(10)
        self._inner.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self._inner.addWidget(self.detail, 1)
        layout = QHBoxLayout(self)
        layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # or the two together would hold it open
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.catalogue)
        layout.addWidget(self._right, 1)
        self.catalogue.chosen.connect(self._show)
        self.catalogue.opened.connect(lambda _id: self._go_inside())
        self.catalogue.started.connect(self.detail.start_chosen)
        self.detail.remembered.connect(self._remember)
        self.detail.start.connect(self.start)
        self.back.clicked.connect(self._go_out)
        context.preferences.changed.connect(self._settings_changed)
        self.refresh()

    def refresh(self) -> None:
        """Ask the history and the settings again."""
        library, settings = self._context.library, self._context.preferences.value
        self._lately = read_lately(self._context, library.exercises.values())
        plans = [plan(routine, settings.choices_for(routine.id)) for routine in library.routines.values()]
        self.catalogue.show_routines(plans, self._lately)
        if self.catalogue.current is not None:
            self._show(self.catalogue.current)

    def show_routine(self, routine_id: str) -> None:
        """Choose a routine by its id, its start one key away; an unknown one is said, and nothing changes."""
        try:
            self._context.library.routine(routine_id)
        except InputError as error:
            self._context.messages.say(str(error), "caution")
            return
        self.catalogue.choose(routine_id)
        self._go_inside()
        self.detail.start_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remember(self, routine_id: str, minutes: int | None) -> None:
        """The length chosen for a routine is the one it has next time."""
        kept = {name: length for name, length in self._context.preferences.value.minutes.items() if name != routine_id}
        self._context.preferences.update(minutes=kept if minutes is None else {**kept, routine_id: minutes})

    def _settings_changed(self) -> None:
        if self.isVisible():  # when it is not, it asks as it is shown
            self.refresh()

    def _show(self, routine_id: str) -> None:
        routine = self._context.library.routine(routine_id)
        self.detail.show_routine(routine, self._context.preferences.value, self._lately)

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
        beside = self._is_wide
        self.catalogue.setVisible(beside or not self._is_inside)
        self._right.setVisible(beside or self._is_inside)
        self.back.setVisible(not beside)
        if beside:
            self.catalogue.setFixedWidth(LIST_PX)
        else:
            self.catalogue.setMinimumWidth(0)
            self.catalogue.setMaximumWidth(QWIDGETSIZE_MAX)
        self._inner.setContentsMargins(0 if beside else 12, 12, 12, 12)

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
        self.refresh()
