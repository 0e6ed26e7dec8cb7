"""The points one pressed, left and right side by side."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from acutimer.content.library import Library
from acutimer.core.observing import PointLately
from acutimer.ui.kit.fonts import font
from acutimer.ui.kit.listing import Listing
from acutimer.ui.kit.text import text_width
from acutimer.ui.kit.tokens import color, tokens
from acutimer.ui.log.body.point_row import MARGIN_PX, PointRow
from acutimer.ui.log.body.words import spoken_point

LEAST_FULL_SECONDS = 300.0  # the longest bar is full, but a minute or two alone do not look like much
STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
LEAST_PX = 300


class PointList(Listing):
    """A row for each point. It is one stop of Tab; the arrows walk the rows."""

    pointed = Signal(str)
    """The code of the row that has the pointer or else the keyboard; empty: none has."""
    reached = Signal(QWidget)
    """The keyboard came to a row."""

    def __init__(self, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._pointed = ""
        self.rows: tuple[PointRow, ...] = ()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_points(self, points: Sequence[PointLately]) -> None:
        """Show these instead of the ones before; the keyboard stays with the point it was on, if that is there."""
        was_on = next((row.point.code for row in self.rows if row.hasFocus()), None)
        before = self.rows
        full_seconds = max((max(it.left.seconds, it.right.seconds) for it in points), default=0.0)
        code_px = max((text_width(it.code, font(17, 700)) for it in points), default=0.0)
        self.rows = tuple(self._row(it, max(full_seconds, LEAST_FULL_SECONDS), code_px) for it in points)
        stop = self._stop_at(next((row for row in self.rows if row.point.code == was_on), None))
        if was_on is not None and stop is not None:  # before the old ones go, or the keyboard would leave the list
            stop.setFocus(Qt.FocusReason.OtherFocusReason)
        for old in before:
            old.blockSignals(True)
            self._layout.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.setVisible(bool(self.rows))
        self._arrange()
        self._look_again()

    def _row(self, point: PointLately, full_seconds: float, code_px: float) -> PointRow:
        known = self._library.points.get(point.code)
        row = PointRow(point, known.name if known else "", full_seconds, code_px, self)
        row.setAccessibleName(spoken_point(point, self._library))
        row.reached.connect(lambda _is_here: self._look(row))
        self._layout.addWidget(row)
        row.show()
        return row

    def _stop_at(self, row: PointRow | None) -> PointRow | None:
        """Let Tab stop at this row, or at the first; at which, if there is any."""
        stop = row or next(iter(self.rows), None)
        for each in self.rows:
            each.setFocusPolicy(Qt.FocusPolicy.StrongFocus if each is stop else Qt.FocusPolicy.ClickFocus)
        return stop

    def _look(self, row: PointRow) -> None:
        """A row was reached or left."""
        if row.hasFocus() and row in self.rows:
            self._stop_at(row)
            self.reached.emit(row)
        self._look_again()

    def _look_again(self) -> None:
        hot = next((it for it in self.rows if it.is_hot), None)
        meant = hot or next((it for it in self.rows if it.hasFocus()), None)
        code = "" if meant is None else meant.point.code
        if code != self._pointed:
            self._pointed = code
            self.pointed.emit(code)

    def _arrange(self) -> None:
        is_narrow = any(row.first_line_px() > row.names_px(self.width()) for row in self.rows)
        for row in self.rows:
            row.arrange(self.width(), when_below=is_narrow)

    # -- Qt ------------------------------------------------------------------------------------------

    def minimumSizeHint(self) -> QSize:
        """All rows, in a narrow panel."""
        return QSize(LEAST_PX, self._layout.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The day stands beside the code where there is room."""
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down walk the rows, Home and End go to the ends."""
        now = next((place for place, row in enumerate(self.rows) if row.hasFocus()), None)
        key = Qt.Key(event.key())
        if now is None or key not in (*STEPS, Qt.Key.Key_Home, Qt.Key.Key_End):
            super().keyPressEvent(event)
            return
        last = len(self.rows) - 1
        to = 0 if key == Qt.Key.Key_Home else last if key == Qt.Key.Key_End else now + STEPS[key]
        if 0 <= to <= last and to != now:
            self.rows[to].setFocus(Qt.FocusReason.TabFocusReason)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a hairline between the rows."""
        painter = QPainter(self)
        ink = color(tokens(self).line)
        for row in self.rows[1:]:
            painter.fillRect(MARGIN_PX, row.y() - 1, self.width() - 2 * MARGIN_PX, 1, ink)
        painter.end()
