"""The list of sessions, by mouse and by keyboard."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from acutimer.core.history import SessionRecord
from acutimer.ui.kit.focus import FocusRing, focus_came, focus_went
from acutimer.ui.kit.scroll import BAR_PX, ScrollBar
from acutimer.ui.log.days.model import Index, SessionsModel
from acutimer.ui.log.days.row import RADIUS_PX, SessionDelegate


class SessionList(QListView):
    """Newest first. `chosen` carries the SessionRecord of the row that became the current one.

    `opened` follows Enter or a double click. The bar, where there is one, lies in a gutter of its own.
    """

    chosen = Signal(object)
    opened = Signal()

    def __init__(self, model: SessionsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sessions = model
        self.setAccessibleName(self.tr("Sessions"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setResizeMode(QListView.ResizeMode.Adjust)  # names wrap: a row is as high as the width lets it be
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBar(ScrollBar())
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.viewport().setAutoFillBackground(False)
        self.setViewportMargins(0, 0, 4, 0)  # the keyboard's ring stays clear of the bar
        self._delegate = SessionDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setModel(model)
        # Qt joins only the bar it came with to the reading of more
        self.verticalScrollBar().valueChanged.connect(self._read_on)
        self.verticalScrollBar().valueChanged.connect(self._place_ring)
        self.verticalScrollBar().rangeChanged.connect(self._keep_gutter)
        self.activated.connect(lambda _: self.opened.emit())
        self._keep_gutter()

    def choose(self, place: int) -> None:
        """Make the row at `place` the current one and bring it into sight."""
        self.setCurrentIndex(self._sessions.index(place))

    def outline(self) -> tuple[QRectF, float]:
        """The current row: the keyboard's ring goes round it."""
        row = self.visualRect(self.currentIndex()).intersected(self.viewport().rect())
        return QRectF(row.translated(self.viewport().pos())).adjusted(0, 1, 0, -1), RADIUS_PX

    def _keep_gutter(self) -> None:
        scrolls = self.verticalScrollBar().maximum() > 0
        self.setViewportMargins(0, 0, 0 if scrolls else BAR_PX, 0)

    def _read_on(self, value: int) -> None:
        bar, whole = self.verticalScrollBar(), self.rootIndex()
        if value >= bar.maximum() - bar.pageStep() and self._sessions.canFetchMore(whole):
            self._sessions.fetchMore(whole)

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
            self.chosen.emit(_record(self._sessions, current))

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


def _record(model: SessionsModel, index: Index) -> SessionRecord:
    return model.row(index.row()).record
