"""The steps in order, by mouse and by keyboard."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QListView, QSizePolicy, QWidget

from acutimer.ui.editor.model import StepsModel
from acutimer.ui.editor.row import BETWEEN_PX, HEIGHT_PX, RADIUS_PX, StepDelegate, paint_lifted, shape_in
from acutimer.ui.kit.focus import FocusRing, focus_came, focus_went
from acutimer.ui.kit.scroll import BAR_PX, ScrollBar
from acutimer.ui.kit.tokens import color, tokens

LINE_PX, END_DOT_PX = 3, 4.5  # the line that shows where a dragged step goes, and the dots at its ends
EDGE_PX, SCROLL_PX, SCROLL_MS = 44, 12, 30  # dragged so near an end, the list moves on by itself
OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
FIRST, LAST = Qt.Key.Key_Home, Qt.Key.Key_End


class StepList(QListView):
    """The rows of a StepsModel; the current one is the one chosen. The bar, where there is one, lies in a gutter.

    A step is dragged by its row: a line shows where it would go, Escape puts it back. The list is never higher than
    its rows.
    """

    chosen = Signal(int)
    """The place of the step that the user made the current one."""
    opened = Signal(bool)
    """The user wants to see what can be said of the current step; true by Enter, false by a click."""
    moved = Signal(int, int)
    """A step was dragged from one place; it is to stand at the other one afterwards."""
    removed = Signal()
    """Delete was pressed on the current step."""

    def __init__(self, model: StepsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps = model
        self._pressed: tuple[int, QPoint] | None = None  # the place and the point where the mouse went down
        self._pointer: QPoint | None = None  # where a dragged step is; None while none is
        self._scrolling = QTimer(self)
        self._scrolling.setInterval(SCROLL_MS)
        self._scrolling.timeout.connect(self.scroll_on)
        self.setAccessibleName(self.tr("Steps"))
        self.setAccessibleDescription(self.tr("Alt and an arrow move a step, Delete removes it, Enter opens it"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(False)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBar(ScrollBar())
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.viewport().setAutoFillBackground(False)
        bare = QPalette()
        bare.setColor(QPalette.ColorRole.Highlight, Qt.GlobalColor.transparent)  # the delegate paints the chosen row
        self.setPalette(bare)
        self._delegate = StepDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setModel(model)
        self.verticalScrollBar().valueChanged.connect(self._place_ring)

    @property
    def place(self) -> int | None:
        """Where the chosen step stands, counted from 0."""
        index = self.currentIndex()
        return index.row() if index.isValid() else None

    @property
    def is_dragging(self) -> bool:
        """Whether a step is being dragged."""
        return self._pointer is not None

    @property
    def target(self) -> int | None:
        """Where the dragged step would stand if it were let go now."""
        if self._pointer is None or self._pressed is None:
            return None
        gap, place = self._gap(self._pointer.y()), self._pressed[0]
        return gap - 1 if gap > place else gap

    def choose(self, place: int | None) -> None:
        """Make the step at `place` the current one, or none, and say nothing."""
        self.blockSignals(True)
        if place is None:
            self.setCurrentIndex(QModelIndex())
        else:
            self.setCurrentIndex(self._steps.index(place))
        self.blockSignals(False)
        self._place_ring()
        self.viewport().update()

    def fit(self) -> None:
        """Be as high as the rows, and no higher."""
        self._delegate.row_px = max(1, self.width() - BAR_PX)
        self.scheduleDelayedItemsLayout()
        self.setMaximumHeight(self._rows_px())
        self.updateGeometry()

    def outline(self) -> tuple[QRectF, float]:
        """The current row: the keyboard's ring goes round it."""
        place = self.place
        if place is None:
            return QRectF(self.viewport().rect()), RADIUS_PX
        seen = self.shape_of(place).intersected(QRectF(self.viewport().rect()))
        return seen.translated(QPointF(self.viewport().pos())), RADIUS_PX

    def shape_of(self, place: int) -> QRectF:
        """Where a row is painted, in the list's own room."""
        rect = self.visualRect(self._steps.index(place))
        return shape_in(rect, self._delegate.row_px, is_mirrored=self.isRightToLeft())

    # -- dragging --------------------------------------------------------------------------------

    def _gap(self, y: int) -> int:
        """Before which row a step let go at `y` would come; the number of rows is the end."""
        for place in range(self._steps.rowCount()):
            if y < self.visualRect(self._steps.index(place)).center().y():
                return place
        return self._steps.rowCount()

    def _drag(self, position: QPoint) -> None:
        assert self._pressed is not None
        if self._pointer is None:
            if (position - self._pressed[1]).manhattanLength() < QApplication.startDragDistance():
                return
            self.setState(QAbstractItemView.State.NoState)
            self._delegate.lifted = self._pressed[0]
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        self._pointer = position
        near_end = position.y() < EDGE_PX or position.y() > self.viewport().height() - EDGE_PX
        if near_end and self.verticalScrollBar().maximum() > 0:
            if not self._scrolling.isActive():
                self._scrolling.start()
        else:
            self._scrolling.stop()
        self.viewport().update()

    def scroll_on(self) -> None:
        """Bring more into sight above or below, while a step is held near that end."""
        if self._pointer is not None:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + (SCROLL_PX if self._pointer.y() > EDGE_PX else -SCROLL_PX))
            self.viewport().update()

    def _let_go(self) -> None:
        """Whatever is dragged goes back to where it was."""
        self._pressed = self._pointer = self._delegate.lifted = None
        self._scrolling.stop()
        self.unsetCursor()
        self.viewport().update()

    def _paint_drag(self, painter: QPainter, pointer: QPoint, pressed: tuple[int, QPoint]) -> None:
        theme = tokens(self)
        place = pressed[0]
        gap, half = self._gap(pointer.y()), BETWEEN_PX / 2
        rect = self.shape_of(place)
        is_end = gap == self._steps.rowCount()
        y = self.shape_of(gap - 1).bottom() + half if is_end else self.shape_of(gap).top() - half
        y = min(max(y, END_DOT_PX), self.viewport().height() - END_DOT_PX)
        painter.setPen(QPen(color(theme.pine), LINE_PX, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(rect.left() + END_DOT_PX, y), QPointF(rect.right() - END_DOT_PX, y))
        painter.setBrush(color(theme.pine))
        painter.setPen(Qt.PenStyle.NoPen)
        for x in (rect.left() + END_DOT_PX, rect.right() - END_DOT_PX):
            painter.drawEllipse(QPointF(x, y), END_DOT_PX, END_DOT_PX)
        paint_lifted(painter, theme, QPointF(pointer), self._steps.rows[place], QRectF(self.viewport().rect()))

    # -- inside ----------------------------------------------------------------------------------

    def _rows_px(self) -> int:
        """All rows together, and at least the room of one."""
        heights = (self._delegate.height_px(row) for row in self._steps.rows)
        return max(HEIGHT_PX + BETWEEN_PX, sum(heights))

    def _place_ring(self) -> None:
        ring = self.window().findChild(FocusRing, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if ring is not None and ring.control is self:
            ring.place()

    # -- Qt --------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """All rows."""
        return QSize(360, self._rows_px())

    def minimumSizeHint(self) -> QSize:
        """One row."""
        return QSize(240, HEIGHT_PX + BETWEEN_PX)

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Tell which step is chosen."""
        super().currentChanged(current, previous)
        self._place_ring()
        if current.isValid():
            self.chosen.emit(current.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the current step and Delete removes it, Home and End go to the ends."""
        key, count = event.key(), self._steps.rowCount()
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if key == Qt.Key.Key_Escape and self.is_dragging:
            self._let_go()
        elif not plain or key in (Qt.Key.Key_Escape, Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()
        elif key == Qt.Key.Key_Delete and self.place is not None:
            self.removed.emit()
        elif key in OPENING and self.place is not None:
            self.opened.emit(True)
        elif key in (FIRST, LAST) and count:
            self.setCurrentIndex(self._steps.index(0 if key == FIRST else count - 1))
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the row under the pointer. The ring goes even where the focus was here before."""
        focus_went(self)
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            self._pressed = (index.row(), event.position().toPoint())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag what is held."""
        if self._pressed is not None and event.buttons() & Qt.MouseButton.LeftButton:
            self._drag(event.position().toPoint())
        else:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go: the step stays where the line was; a plain click opens it."""
        pressed, target = self._pressed, self.target
        self._let_go()
        super().mouseReleaseEvent(event)
        if pressed is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if target is None:
            self.opened.emit(False)
        elif target != pressed[0]:
            self.moved.emit(pressed[0], target)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows, and above them what is dragged and where it would go."""
        super().paintEvent(event)
        if self._pointer is not None and self._pressed is not None:
            painter = QPainter(self.viewport())
            painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
            self._paint_drag(painter, self._pointer, self._pressed)
            painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words may need another line now; rows are as wide with a bar as without."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.fit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave no timer behind."""
        self._let_go()
        super().hideEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring if the keyboard brought the focus; the first step is chosen where none was."""
        super().focusInEvent(event)
        focus_came(self, event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        focus_went(self)
