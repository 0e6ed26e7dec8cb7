"""The days of the year, by mouse and by keyboard."""

from datetime import date

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from acutimer.ui.kit.focus import FocusRing, focus_came, focus_went
from acutimer.ui.kit.tokens import color, tokens
from acutimer.ui.log.days.walking import walked
from acutimer.ui.log.days.year_cells import OUTLINE_GAP_PX, OUTLINE_PX, ROUND_SHARE, SIDE_SHARE, DayPainter
from acutimer.ui.log.days.year_model import ROWS, Index, YearModel

AROUND_PX = 3  # beyond the outermost days: the outline of one reaches there
HOVER_PX = 1.25
ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class YearView(QTableView):
    """A table that always fits its place. The day the keyboard is at is the chosen one; it is never a day to come."""

    walked = Signal(object)
    """The date the user went to, in the year shown."""
    opened = Signal(object)
    """The date on which Enter or the mouse was pressed."""
    year_wanted = Signal(int, object)
    """A year that is not shown, and the date in it the user goes to."""
    hovered = Signal(object)
    """The date under the pointer, or None."""

    def __init__(self, model: YearModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._year = model
        self.first = date.min
        self._is_told = False
        self._pressed: date | None = None
        self._under: date | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setTabKeyNavigation(False)
        self.setAutoScroll(False)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setMinimumSectionSize(1)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.hide()
        self.setModel(model)
        model.modelReset.connect(self._renew)

    @property
    def day(self) -> date | None:
        """The chosen day."""
        index = self.currentIndex()
        return self._year.day_at(index.row(), index.column()) if index.isValid() else None

    def stand_on(self, day: date) -> None:
        """Choose a day of the year shown, without saying so."""
        self._is_told = True
        self.setCurrentIndex(self._year.index_of(day))
        self._is_told = False

    def go_to(self, day: date) -> None:
        """Go there as the user does; another year is asked for."""
        if day.year != self._year.year:
            self.year_wanted.emit(day.year, day)
        elif day != self.day:
            self.setCurrentIndex(self._year.index_of(day))

    def outline(self) -> tuple[QRectF, float]:
        """The chosen day: the keyboard's ring goes round it."""
        shape, radius = self._shape(self.currentIndex(), 0)
        return shape.translated(self.viewport().pos()), radius

    # -- inside --------------------------------------------------------------------------------------

    def room(self) -> tuple[float, float]:
        """How wide and how high a day's room is in px; round all of them lies AROUND_PX."""
        return (self.width() - 2 * AROUND_PX) / max(1, self._year.columns), (self.height() - 2 * AROUND_PX) / ROWS

    def _middle(self, row: int, column: int) -> QPointF:
        """The middle of a day's room. Rooms are not whole pixels wide, so that all days are equally far apart."""
        across, down = self.room()
        x = AROUND_PX + (column + 0.5) * across
        return QPointF(self.width() - x if self.isRightToLeft() else x, AROUND_PX + (row + 0.5) * down)

    def _shape(self, index: Index, gap_px: float) -> tuple[QRectF, float]:
        """A day's square at its largest, so far around it, and its corners' radius."""
        side = SIDE_SHARE * min(self.room()) + 2 * gap_px
        shape = QRectF(0, 0, side, side)
        shape.moveCenter(self._middle(index.row(), index.column()))
        return shape, ROUND_SHARE * side

    def _kinds_in(self, rect: QRect) -> dict[int, list[QPointF]]:
        """The middles of the days in the weeks `rect` touches, by what is painted there."""
        across, down = self.room()
        count = self._year.columns
        begin, end = (rect.left() - AROUND_PX) / across, (rect.right() + 1 - AROUND_PX) / across
        ys = [AROUND_PX + (row + 0.5) * down for row in range(ROWS)]
        kinds: dict[int, list[QPointF]] = {}
        for column in range(count):
            shown = count - 1 - column if self.isRightToLeft() else column
            if begin - 1 < shown < end:
                x = AROUND_PX + (shown + 0.5) * across
                for row, y in enumerate(ys):
                    kinds.setdefault(self._year.cell(row, column), []).append(QPointF(x, y))
        return kinds

    def _renew(self) -> None:
        """Forget what belonged to the year before."""
        self._pressed = self._under = None
        self._fit()

    def _fit(self) -> None:
        """Share the place out among the days, in whole pixels, as the table wants it."""
        across, down = self.room()
        for header, room, count in (
            (self.horizontalHeader(), across, self._year.columns),
            (self.verticalHeader(), down, ROWS),
        ):
            ends = [0, *(round(AROUND_PX + number * room) for number in range(1, count))]
            ends.append(round(2 * AROUND_PX + count * room))
            header.blockSignals(True)
            for number in range(count):
                header.resizeSection(number, ends[number + 1] - ends[number])
            header.blockSignals(False)
        self.scheduleDelayedItemsLayout()

    def _ring(self) -> FocusRing | None:
        ring = self.window().findChild(FocusRing, options=Qt.FindChildOption.FindDirectChildrenOnly)
        return ring if ring is not None and ring.control is self else None

    def _day_at(self, at: QPoint) -> date | None:
        index = self.indexAt(at)
        return self._year.day_at(index.row(), index.column()) if index.isValid() else None

    def _hover(self, day: date | None) -> None:
        if day != self._under:
            self._under = day
            self.hovered.emit(day)
            can_open = day is not None and day <= self._year.today
            shape = Qt.CursorShape.PointingHandCursor if can_open else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)
            self.viewport().update()

    # -- Qt ------------------------------------------------------------------------------------------

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell where the user went."""
        super().currentChanged(current, previous)
        self.viewport().update()
        if (ring := self._ring()) is not None:
            ring.place()
        if current.isValid() and not self._is_told:
            self.walked.emit(self.day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk the days, or open one; other keys are for the window."""
        here = self.day
        key = Qt.Key(event.key())
        if here is None:
            event.ignore()
        elif key in ENTERS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            if not event.isAutoRepeat():
                self.opened.emit(here)
        else:
            there = walked(
                here,
                key,
                event.modifiers(),
                first=self.first,
                today=self._year.today,
                is_mirrored=self.isRightToLeft(),
            )
            if there is None:
                event.ignore()
            else:
                self.go_to(there)

    def keyboardSearch(self, search: str) -> None:
        """Days are walked, not searched by their numbers."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a day that is not still to come; the ring is the keyboard's."""
        focus_went(self)
        day = self._day_at(event.position().toPoint())
        is_open = event.button() is Qt.MouseButton.LeftButton and day is not None and day <= self._year.today
        self._pressed = day if is_open else None
        if self._pressed is not None:
            self.go_to(self._pressed)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the day if the button is let go where it was pressed."""
        pressed, self._pressed = self._pressed, None
        if pressed is not None and self._day_at(event.position().toPoint()) == pressed:
            self.opened.emit(pressed)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A quick second press is one more press."""
        self.mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell which day the pointer is at."""
        self._hover(self._day_at(event.position().toPoint()))

    def enterEvent(self, event: QEnterEvent) -> None:
        """The same, where it comes in."""
        super().enterEvent(event)
        self._hover(self._day_at(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        """It is at none."""
        super().leaveEvent(event)
        self._hover(None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring if the keyboard brought the focus."""
        super().focusInEvent(event)
        focus_came(self, event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        focus_went(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the place out anew."""
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        """The least that can be told apart; whoever lays it out gives it more."""
        return QSize(13 * self._year.columns, 13 * ROWS)

    def minimumSizeHint(self) -> QSize:
        """As small as that."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the days, and round the chosen one an outline, unless it wears the ring.

        All in one go: by way of a delegate, cell by cell, it takes three times as long.
        """
        theme = tokens(self)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        days = DayPainter(theme, min(self.room()))
        for cell, middles in self._kinds_in(event.rect()).items():
            days.paint(painter, cell, middles)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self._under is not None and self._under != self.day:
            self._paint_outline(painter, self._year.index_of(self._under), QPen(color(theme.edge), HOVER_PX))
        if self.day is not None and self._ring() is None:
            self._paint_outline(painter, self.currentIndex(), QPen(color(theme.ink), OUTLINE_PX))
        painter.end()

    def _paint_outline(self, painter: QPainter, index: Index, pen: QPen) -> None:
        shape, radius = self._shape(index, OUTLINE_GAP_PX + OUTLINE_PX / 2)
        painter.setPen(pen)
        painter.drawRoundedRect(shape, radius, radius)
