"""How a step is painted in the editor's list."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from acutimer.ui.editor.model import StepsModel
from acutimer.ui.editor.row_words import StepRow
from acutimer.ui.kit.buttons import BORDER_PX, CHOSEN_PX, Look, paint_shape
from acutimer.ui.kit.fonts import font
from acutimer.ui.kit.icons import paint_icon
from acutimer.ui.kit.text import draw_text, lines_of, text_width
from acutimer.ui.kit.tokens import Tokens, color, tokens

HEIGHT_PX = 68
BETWEEN_PX = 8  # rows; half above and half below each
RADIUS_PX = 18
HANDLE_X_PX, ICON_X_PX, TEXT_X_PX, END_PX = 26, 65, 96, 22
ICON_PX = 24
UPPER_PX, LOWER_PX = 22, 21  # from the ends of the row to the middles of the first line and the last
NAME_LINE_PX, BELOW_LINE_PX = 24, 21
CODE_GAP_PX, TIME_GAP_PX, MARK_GAP_PX = 10, 14, 26
LEAST_WORDS_PX = 60
PALE = 0.3
LIFTED_PX, LIFTED_EDGE_PX, LIFTED_AWAY_PX = 44, 20, 12
DOT_PX, DOTS_ACROSS_PX, DOTS_DOWN_PX = 1.6, 7.0, 6.0


@dataclass(frozen=True, slots=True)
class _Lines:
    name: tuple[str, ...]
    below: tuple[str, ...]

    @property
    def height_px(self) -> int:
        return HEIGHT_PX + (len(self.name) - 1) * NAME_LINE_PX + (max(1, len(self.below)) - 1) * BELOW_LINE_PX


class StepDelegate(QStyledItemDelegate):
    """A handle, a picture, the name above its dose or what is wrong, the time at the end. Words go on below.

    `row_px` is how wide the rows are: beside the bar's gutter, with a bar as without. `lifted` is the place of a step
    that is being dragged: it is pale where it was.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.row_px = 360
        self.lifted: int | None = None

    def height_px(self, row: StepRow) -> int:
        """How high a row is, with its share of the room between."""
        return _lines(row, self.row_px).height_px + BETWEEN_PX

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As high as its lines need."""
        row: StepRow = index.data(StepsModel.RowRole)
        return QSize(self.row_px, self.height_px(row))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The chosen row lies on pale pine in a line of pine."""
        row: StepRow = index.data(StepsModel.RowRole)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        is_hot = bool(option.state & QStyle.StateFlag.State_MouseOver)
        is_mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        if index.row() == self.lifted:
            painter.setOpacity(PALE)
        paint_row(
            painter,
            tokens(option.widget),
            shape_in(option.rect, self.row_px, is_mirrored=is_mirrored),
            row,
            is_chosen=is_chosen,
            is_hot=is_hot,
            is_mirrored=is_mirrored,
        )
        painter.restore()


def shape_in(rect: QRect, row_px: int, *, is_mirrored: bool) -> QRectF:
    """A row's shape in the room a view gives it."""
    half = BETWEEN_PX / 2
    left = rect.right() + 1 - row_px if is_mirrored else rect.left()
    return QRectF(left, rect.top() + half, row_px, rect.height() - BETWEEN_PX)


def paint_row(
    painter: QPainter,
    theme: Tokens,
    shape: QRectF,
    row: StepRow,
    *,
    is_chosen: bool,
    is_hot: bool,
    is_mirrored: bool,
) -> None:
    """One step in `shape`; `painter` is antialiased."""
    look = Look(theme.surface, theme.ink, theme.edge if is_hot else theme.line, BORDER_PX)
    if is_chosen:
        look = Look(theme.pine_soft, theme.ink, theme.pine, CHOSEN_PX)
    paint_shape(painter, shape, RADIUS_PX, look)

    def at(x_px: float) -> float:
        return shape.right() - x_px if is_mirrored else shape.left() + x_px

    middle = shape.center().y()
    _paint_handle(painter, theme, QPointF(at(HANDLE_X_PX), middle))
    icon = QPointF(at(ICON_X_PX), middle)
    paint_icon(painter, row.icon, icon, ICON_PX, color(theme.pine if is_chosen else theme.ink2), 1.9)
    _paint_words(painter, theme, shape, row, is_mirrored=is_mirrored)


def paint_lifted(painter: QPainter, theme: Tokens, pointer: QPointF, row: StepRow, room: QRectF) -> None:
    """A step that is dragged, as a small card at the pointer, inside `room`; `painter` is antialiased."""
    type_, middle = font(17, 600), Qt.AlignmentFlag.AlignHCenter
    lines = lines_of(f"{row.code} {row.name}".strip(), type_, round(room.width()) - 2 * LIFTED_EDGE_PX)
    widest = max((text_width(line, type_) for line in lines), default=0.0)
    card = QRectF(0, 0, widest + 2 * LIFTED_EDGE_PX, LIFTED_PX + (len(lines) - 1) * NAME_LINE_PX)
    card.moveTopLeft(pointer + QPointF(LIFTED_AWAY_PX, LIFTED_AWAY_PX))
    card.moveRight(min(card.right(), room.right()))
    card.moveBottom(min(card.bottom(), room.bottom()))
    paint_shape(painter, card, LIFTED_PX / 2, Look(theme.pine, theme.on_pine))
    y = card.top() + LIFTED_PX / 2
    for line in lines:
        draw_text(painter, card.center().x(), y, line, type_, color(theme.on_pine), middle)
        y += NAME_LINE_PX


def _paint_handle(painter: QPainter, theme: Tokens, center: QPointF) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color(theme.ink3))
    for across in (-0.5, 0.5):
        for down in (-1, 0, 1):
            dot = QPointF(center.x() + across * DOTS_ACROSS_PX, center.y() + down * DOTS_DOWN_PX)
            painter.drawEllipse(dot, DOT_PX, DOT_PX)


def _paint_words(painter: QPainter, theme: Tokens, shape: QRectF, row: StepRow, *, is_mirrored: bool) -> None:
    lines = _lines(row, round(shape.width()))
    ahead = -1 if is_mirrored else 1
    start = shape.right() - TEXT_X_PX if is_mirrored else shape.left() + TEXT_X_PX
    end = shape.left() + END_PX if is_mirrored else shape.right() - END_PX
    at_start, at_end = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
    if is_mirrored:
        at_start, at_end = at_end, at_start
    y = shape.top() + UPPER_PX
    x = start
    if row.code:
        x += ahead * (draw_text(painter, x, y, row.code, _code_font(), color(theme.ink), at_start) + CODE_GAP_PX)
    for line in lines.name:
        draw_text(painter, x, y, line, _name_font(row), color(theme.ink), at_start)
        y += NAME_LINE_PX
    y = shape.bottom() - LOWER_PX - (len(lines.below) - 1) * BELOW_LINE_PX
    x = start
    if row.problem or row.left_out:
        mark = "warn" if row.problem else "shield"
        ink = theme.ochre_ink if row.problem else theme.ink2
        paint_icon(painter, mark, QPointF(x + ahead * 9, y), 18, color(ink), 2.0)
        x += ahead * MARK_GAP_PX
    for line in lines.below:
        ink = theme.ochre_ink if row.problem else theme.ink2
        draw_text(painter, x, y, line, _below_font(row), color(ink), at_start)
        y += BELOW_LINE_PX
    draw_text(painter, end, shape.center().y(), row.time, _time_font(), color(theme.ink), at_end)


def _lines(row: StepRow, row_px: int) -> _Lines:
    """The lines of a row so wide, never cut."""
    time = text_width(row.time, _time_font()) + TIME_GAP_PX if row.time else 0
    room = row_px - TEXT_X_PX - END_PX - time
    code = text_width(row.code, _code_font()) + CODE_GAP_PX if row.code else 0
    mark = MARK_GAP_PX if row.problem or row.left_out else 0
    name = lines_of(row.name, _name_font(row), max(LEAST_WORDS_PX, int(room - code)))
    below = lines_of(row.below, _below_font(row), max(LEAST_WORDS_PX, int(room - mark)))
    return _Lines(name or (row.name,), below)


def _code_font() -> QFont:
    return font(17, 700)


def _name_font(row: StepRow) -> QFont:
    return font(17, 450 if row.code else 600)


def _below_font(row: StepRow) -> QFont:
    return font(15, 600 if row.problem else 450)


def _time_font() -> QFont:
    return font(17, 600, tabular=True)
