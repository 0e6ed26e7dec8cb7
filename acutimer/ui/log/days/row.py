"""How a session is painted in the list."""

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from acutimer.ui.kit.buttons import Look, paint_shape
from acutimer.ui.kit.fonts import font
from acutimer.ui.kit.icons import paint_icon
from acutimer.ui.kit.text import draw_text, lines_of
from acutimer.ui.kit.tokens import Tokens, color, tokens
from acutimer.ui.log.days.model import SessionRow, SessionsModel

HEIGHT_PX = 64
RADIUS_PX = 18
MARK_X_PX = 32
TEXT_X_PX = 60
MARGIN_PX = 16
GAP_PX = 12
UPPER_PX = 19  # from the ends of its shape to the middles of the first line and the last
LINE_PX = 24
LEAST_NAME_PX = 80
MINUTES_PX = 58  # "120 min"
DISC_PX, RING_PX, RING_WIDTH_PX = 13.0, 11.0, 4.5  # radii, and the ring's width


class SessionDelegate(QStyledItemDelegate):
    """A mark for how much was done, the name above the day, the time practised at the end.

    `height_px` is what every row takes. A row that was not read yet is left blank.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines = 1

    @property
    def height_px(self) -> int:
        """How high a row is."""
        return HEIGHT_PX + (self._lines - 1) * LINE_PX

    def fit(self, names: Iterable[str], row_px: int) -> None:
        """Take the height that the longest of `names` needs in a row `row_px` wide."""
        self._lines = max((len(name_lines(name, row_px)) for name in names), default=1)

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As high as any other."""
        return QSize(option.rect.width(), self.height_px)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The chosen row lies on pale pine; under the pointer, on the hover fill."""
        row: SessionRow | None = index.data(SessionsModel.RowRole)
        if row is None:
            return
        theme = tokens(option.widget)
        shape = QRectF(option.rect).adjusted(0, 1, 0, -1)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        if is_chosen or option.state & QStyle.StateFlag.State_MouseOver:
            paint_shape(painter, shape, RADIUS_PX, Look(theme.pine_soft if is_chosen else theme.hover, theme.ink))
        is_mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        mark_x = shape.right() - MARK_X_PX if is_mirrored else shape.left() + MARK_X_PX
        paint_mark(painter, theme, QPointF(mark_x, shape.center().y()), row)
        _paint_words(painter, theme, shape, row, self._lines, is_mirrored=is_mirrored)
        painter.restore()


def paint_mark(painter: QPainter, theme: Tokens, center: QPointF, row: SessionRow) -> None:
    """A disc with a check for a session that is done; otherwise a ring, open as far as something is missing."""
    if row.is_done:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(theme.ember))
        painter.drawEllipse(center, DISC_PX, DISC_PX)
        paint_icon(painter, "check", center, 18, color(theme.on_ember), 2.6)
        return
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(color(theme.ember_track), RING_WIDTH_PX))
    painter.drawEllipse(center, RING_PX, RING_PX)
    if row.share > 0:
        painter.setPen(QPen(color(theme.ember), RING_WIDTH_PX, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        ring = QRectF(center.x() - RING_PX, center.y() - RING_PX, 2 * RING_PX, 2 * RING_PX)
        painter.drawArc(ring, 90 * 16, -max(1, round(360 * 16 * min(row.share, 0.94))))


def _paint_words(
    painter: QPainter, theme: Tokens, shape: QRectF, row: SessionRow, lines: int, *, is_mirrored: bool
) -> None:
    start, end = shape.left() + TEXT_X_PX, shape.right() - MARGIN_PX
    at_start, at_end = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
    if is_mirrored:
        start, end = shape.right() - TEXT_X_PX, shape.left() + MARGIN_PX
        at_start, at_end = at_end, at_start
    name = name_lines(row.name, round(shape.width()))[:lines]  # a name the routine had once may have been longer
    upper = shape.top() + UPPER_PX + (lines - len(name)) * LINE_PX / 2
    lower = shape.bottom() - UPPER_PX - (lines - len(name)) * LINE_PX / 2
    draw_text(painter, end, upper, row.length, _number_font(), color(theme.ink), at_end)
    for line in name:
        draw_text(painter, start, upper, line, _name_font(), color(theme.ink), at_start)
        upper += LINE_PX
    draw_text(painter, start, lower, row.below, font(15, 450), color(theme.ink2), at_start)
    draw_text(painter, end, lower, row.of, font(15, 450, tabular=True), color(theme.ink2), at_end)


def name_lines(name: str, row_px: int) -> tuple[str, ...]:
    """A name in as many lines as it needs beside the minutes, in a row `row_px` wide."""
    room = row_px - TEXT_X_PX - MARGIN_PX - GAP_PX - MINUTES_PX
    return lines_of(name, _name_font(), max(LEAST_NAME_PX, int(room))) or (name,)


def _name_font() -> QFont:
    return font(17, 600)


def _number_font() -> QFont:
    return font(17, 500, tabular=True)
