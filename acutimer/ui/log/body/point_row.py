"""One point of the list: when it was pressed last, and for how long on each side."""

from PySide6.QtCore import QEvent, QRectF, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleInterface,
    QEnterEvent,
    QFocusEvent,
    QFont,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAccessibleWidget, QSizePolicy, QWidget

from acutimer.core.observing import PointLately
from acutimer.core.sides import Side
from acutimer.ui.kit.buttons import Look, paint_shape
from acutimer.ui.kit.focus import focus_came, focus_went
from acutimer.ui.kit.fonts import font
from acutimer.ui.kit.spoken import speak_for_itself
from acutimer.ui.kit.text import draw_text, lines_of, text_width
from acutimer.ui.kit.tokens import Tokens, color, tokens
from acutimer.ui.log.body.words import when
from acutimer.ui.log.numbers import amount

MARGIN_PX = 8  # what the ground of a row under the pointer reaches beyond its words
FIRST_PX = 21  # the middle of the first line
LINE_PX = 25
END_PX = 22  # below the middle of the last line
CODE_GAP_PX, NAMES_GAP_PX = 14, 10
BAR_PX = 10
LEAST_COLUMN_PX = 64
RADIUS_PX = 14


def side_columns(row_px: int) -> tuple[float, float, float]:
    """Where the column of the left side begins in a row, where that of the right, and how wide each is."""
    inner = row_px - 2 * MARGIN_PX
    width = max(LEAST_COLUMN_PX, inner * 0.19)
    right = row_px - MARGIN_PX - width
    return right - width - inner * 0.045, right, width


class PointRow(QWidget):
    """A point. `share_seconds` fills a bar; `code_px` is how wide the codes of the list are."""

    reached = Signal(bool)
    """The pointer or the keyboard came to it (True), or left it."""

    def __init__(self, point: PointLately, name: str, share_seconds: float, code_px: float, parent: QWidget) -> None:
        speak_for_itself()
        super().__init__(parent)
        self.point = point
        self._name, self._share_seconds, self._code_px = name, share_seconds, code_px
        self._when, self._is_uneven = when(point)
        self._is_hot = False
        self._has_when_below = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def is_hot(self) -> bool:
        """Whether the pointer is over it."""
        return self._is_hot

    def first_line_px(self) -> float:
        """How wide code and day are beside each other."""
        return self._code_px + CODE_GAP_PX + text_width(self._when, self._when_font())

    def names_px(self, row_px: int) -> float:
        """How much room there is for them in a row so wide."""
        return side_columns(row_px)[0] - NAMES_GAP_PX - MARGIN_PX

    def arrange(self, row_px: int, *, when_below: bool) -> None:
        """Be as high as the words need in that width; the day stands `when_below` the name, or beside the code."""
        self._has_when_below = when_below
        lines = 1 + len(self._names(row_px)) + when_below
        self.setFixedHeight(FIRST_PX + (lines - 1) * LINE_PX + END_PX)
        self.update()

    def _names(self, row_px: int) -> tuple[str, ...]:
        return lines_of(self._name, font(15, 450), int(self.names_px(row_px))) if self._name else ()

    def _when_font(self) -> QFont:
        return font(15, 600 if self._is_uneven else 450)

    # -- Qt ------------------------------------------------------------------------------------------

    def outline(self) -> tuple[QRectF, float]:
        """The ground: the ring goes round it, inside the list."""
        return QRectF(self.rect()).adjusted(5, 5, -5, -5), RADIUS_PX - 4

    def accessible(self) -> QAccessibleInterface:
        """An entry of a list."""
        return QAccessibleWidget(self, QAccessible.Role.ListItem)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Say that the pointer is here."""
        super().enterEvent(event)
        self._is_hot = True
        self.reached.emit(True)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Say that it went."""
        super().leaveEvent(event)
        self._is_hot = False
        self.reached.emit(False)
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say that the keyboard is here."""
        super().focusInEvent(event)
        focus_came(self, event)
        self.reached.emit(True)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that it went."""
        super().focusOutEvent(event)
        focus_went(self)
        self.reached.emit(False)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the words, and for each side its time above its bar."""
        theme = tokens(self)
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        if self._is_hot or self.hasFocus():
            paint_shape(painter, QRectF(self.rect()).adjusted(0, 1, 0, -1), RADIUS_PX, Look(theme.inset, theme.ink))
        y: float = FIRST_PX
        draw_text(painter, MARGIN_PX, y, self.point.code, font(17, 700), color(theme.ink))
        ink = color(theme.ink if self._is_uneven else theme.ink3)
        if not self._has_when_below:
            draw_text(painter, MARGIN_PX + self._code_px + CODE_GAP_PX, y, self._when, self._when_font(), ink)
        for line in self._names(self.width()):
            y += LINE_PX
            draw_text(painter, MARGIN_PX, y, line, font(15, 450), color(theme.ink2))
        if self._has_when_below:
            draw_text(painter, MARGIN_PX, y + LINE_PX, self._when, self._when_font(), ink)
        left, right, width = side_columns(self.width())
        self._paint_side(painter, theme, left, width, Side.LEFT)
        self._paint_side(painter, theme, right, width, Side.RIGHT)
        painter.end()

    def _paint_side(self, painter: QPainter, theme: Tokens, x: float, width: float, side: Side) -> None:
        seconds = self.point.side(side).seconds
        ink = color(theme.ink if seconds else theme.ink3)
        draw_text(painter, x, FIRST_PX, amount(seconds), font(15, 500, tabular=True), ink)
        track = QRectF(x, FIRST_PX + LINE_PX - BAR_PX / 2, width, BAR_PX)
        paint_shape(painter, track, BAR_PX / 2, Look(theme.heat0, theme.ink))
        if seconds:
            track.setWidth(max(BAR_PX, width * min(1.0, seconds / self._share_seconds)))
            paint_shape(painter, track, BAR_PX / 2, Look(theme.ember, theme.ink))
