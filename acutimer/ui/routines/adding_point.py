"""Which routine a point is added to: one of the user's own, or a new one."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from acutimer.core.fitting import plan
from acutimer.core.routines import MOST_STEPS, Routine
from acutimer.ui.context import Context
from acutimer.ui.kit.buttons import Button
from acutimer.ui.kit.gutter import GutterScroll
from acutimer.ui.kit.layout import column
from acutimer.ui.kit.text import Text
from acutimer.ui.routines.catalogue import icon_of
from acutimer.ui.routines.listing import PAGE
from acutimer.ui.routines.pager import Pager
from acutimer.ui.routines.row import RoutineRow, RowWords
from acutimer.ui.routines.words import length, steps

LEFT_PX, TOP_PX, EDGE_PX = 20, 20, 12
WIDEST_PX = 640


class PointChooser(QWidget):
    """Asks once for each point. `chosen` carries a routine's id, or None for a new one, and the step to add."""

    chosen = Signal(object, object)
    closed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._code = ""
        self._first = 0  # the place of the first routine shown, among the user's own
        self.rows: tuple[RoutineRow, ...] = ()
        self.back = Button(self.tr("Cancel"), "ghost", "left", height=44)
        self.back.clicked.connect(self.closed)
        self._scroll = GutterScroll(EDGE_PX, QWidget())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(LEFT_PX, TOP_PX, 0, 0)
        layout.setSpacing(14)
        layout.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._scroll, 1)

    def ask(self, code: str) -> None:
        """Ask which routine the point with this code is for."""
        self._code = code
        self._first = 0
        self._show_rows()
        self.rows[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_rows(self) -> None:
        point = self._context.library.point(self._code)
        title = Text(self.tr("Add {0}, {1}, to which routine?").format(point.code, point.name), "head", wrap=True)
        own = tuple(self._context.shelf.own().values())
        page = own[self._first : self._first + PAGE]
        self.rows = (self._row(None, self._new_words()),)
        for routine in page:
            shown = self._row(routine.id, self._words(routine))
            shown.setEnabled(len(routine.steps) < MOST_STEPS)
            self.rows = (*self.rows, shown)
        content = QWidget()
        content.setMaximumWidth(WIDEST_PX)
        pager = Pager(content)
        pager.turned.connect(self._turn)
        column(title, 10, *self.rows, pager, None, margins=(0, 0, 0, EDGE_PX), parent=content)
        pager.show_page(self._first + 1, self._first + len(page), len(own))
        holder = QWidget()
        across = QHBoxLayout(holder)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(content, 1)
        across.addStretch()
        self._scroll.show_content(holder)

    def _turn(self, by: int) -> None:
        self._first += by * PAGE
        self._show_rows()
        self.rows[-1 if by < 0 else 1].setFocus(Qt.FocusReason.TabFocusReason)

    def _row(self, routine_id: str | None, words: RowWords) -> RoutineRow:
        shown = RoutineRow(routine_id or "", words)
        shown.setCheckable(False)
        shown.clicked.connect(lambda: self._choose(routine_id))
        shown.started.connect(lambda: self._choose(routine_id))
        shown.moved.connect(lambda by: self._walk(shown, by))
        return shown

    def _new_words(self) -> RowWords:
        opens = self.tr("The editor opens with this point")
        return RowWords("plus", self.tr("A new routine"), opens, opens, "", "")

    def _words(self, routine: Routine) -> RowWords:
        laid_out = plan(routine, self._context.preferences.value.choices(), self._context.safety)
        said = steps(len(routine.steps))
        if len(routine.steps) >= MOST_STEPS:
            said = self.tr("It is full: {0}").format(said)
        return RowWords(icon_of(routine, self._context.library), routine.name, said, said, length(laid_out), "")

    def _walk(self, shown: RoutineRow, by: int) -> None:
        can_be_chosen = [it for it in self.rows if it.isEnabled()]
        to = can_be_chosen.index(shown) + by
        if 0 <= to < len(can_be_chosen):
            can_be_chosen[to].setFocus(Qt.FocusReason.TabFocusReason)

    def _choose(self, routine_id: str | None) -> None:
        from acutimer.ui.editor.adding.starting import starting_step

        self.chosen.emit(routine_id, starting_step(self._code, self._context.library))

    # -- Qt --------------------------------------------------------------------------------------

    def minimumSizeHint(self) -> QSize:
        """One narrow column."""
        return QSize(320, 200)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape cancels."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
