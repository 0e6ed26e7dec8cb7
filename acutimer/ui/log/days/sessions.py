"""The list of sessions, by mouse and by keyboard."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from acutimer.ui.kit.focus import FocusRing, focus_came, focus_went
from acutimer.ui.kit.scroll import BAR_PX, ScrollBar
from acutimer.ui.log.days.model import Column, Index, SessionsModel
from acutimer.ui.log.days.row import RADIUS_PX, SessionDelegate

FIRST, LAST = Qt.Key.Key_Home, Qt.Key.Key_End
ACROSS = (Qt.Key.Key_Left, Qt.Key.Key_Right)


class SessionList(QTableView):
    """Newest first. `chosen` carries the SessionRow that became the current one.

    `opened` follows Enter or a double click, `deleted` the Delete key on the current row. It is a table of which one
    column is seen: a list would lay out each of a hundred thousand rows, a table whose rows are equally high none.
    The bar, where there is one, lies in a gutter of its own.
    """

    chosen = Signal(object)
    opened = Signal()
    deleted = Signal()

    def __init__(self, model: SessionsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sessions = model
        self._names: tuple[str, ...] = ()
        self.setAccessibleName(self.tr("Sessions"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBar(ScrollBar())
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.viewport().setAutoFillBackground(False)
        bare = QPalette()
        bare.setColor(QPalette.ColorRole.Highlight, Qt.GlobalColor.transparent)  # the delegate paints the chosen row
        self.setPalette(bare)
        self._delegate = SessionDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setModel(model)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setMinimumSectionSize(0)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.hide()
        for column in list(Column)[1:]:
            self.setColumnHidden(column, True)
        self._fit()
        self.verticalScrollBar().valueChanged.connect(self._reach)
        self.verticalScrollBar().valueChanged.connect(self._place_ring)
        self.activated.connect(lambda _: self.opened.emit())

    def set_names(self, names: Iterable[str]) -> None:
        """Every row is as high as the longest of these names needs at this width."""
        self._names = tuple(names)
        self._fit()

    def choose(self, place: int) -> None:
        """Make the row at `place` the current one and bring it into sight."""
        self.setCurrentIndex(self._sessions.index(place, 0))

    def outline(self) -> tuple[QRectF, float]:
        """The current row: the keyboard's ring goes round it."""
        row = self.visualRect(self.currentIndex()).intersected(self.viewport().rect())
        return QRectF(row.translated(self.viewport().pos())).adjusted(0, 1, 0, -1), RADIUS_PX

    def _fit(self) -> None:
        """Rows beside the bar's gutter, as wide with a bar as without, and as high as the names need them."""
        self.setColumnWidth(0, self.width() - BAR_PX)
        self._delegate.fit(self._names, self.columnWidth(0))
        self.verticalHeader().setDefaultSectionSize(self._delegate.height_px)
        self._reach()

    def _reach(self) -> None:
        """Have the rows read that are in sight, and some beyond."""
        top, high = self.verticalScrollBar().value(), self._delegate.height_px
        first, seen = top // high, self.viewport().height() // high + 1
        self._sessions.reach(first - seen, first + 2 * seen)

    def _place_ring(self) -> None:
        ring = self.window().findChild(FocusRing, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if ring is not None and ring.control is self:
            ring.place()

    # -- Qt --------------------------------------------------------------------------------------

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which session is looked at."""
        super().currentChanged(current, previous)
        self._place_ring()
        if current.isValid():
            self._sessions.reach(current.row(), current.row())
            row = self._sessions.row(current.row())
            if row is not None:
                self.chosen.emit(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete asks to have the current row deleted; Home and End go to the first row and the last."""
        if event.key() == Qt.Key.Key_Delete and self.currentIndex().isValid():
            self.deleted.emit()
        elif event.key() in (FIRST, LAST) and self._sessions.rowCount():
            self.choose(0 if event.key() == FIRST else self._sessions.rowCount() - 1)
        elif event.key() in ACROSS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A name may need another line now."""
        super().resizeEvent(event)
        self._fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring if the keyboard brought the focus."""
        super().focusInEvent(event)
        focus_came(self, event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        focus_went(self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press of the mouse takes the ring away even where the focus was here before."""
        focus_went(self)
        super().mousePressEvent(event)
