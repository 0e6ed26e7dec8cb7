"""Paints the labels beside a close-up and the lines to their markers."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF, QRegion

from acutimer.ui.explore.marking.marks import RADIUS_PX, paint_hollow
from acutimer.ui.explore.view.boxes import Spot
from acutimer.ui.explore.view.diagram_layout import LINE_PX, WORDS_PX, Arrangement, Key, Tag
from acutimer.ui.explore.view.lettering import draw_over
from acutimer.ui.kit.fonts import font
from acutimer.ui.kit.text import draw_text
from acutimer.ui.kit.tokens import Tokens, color

LEADER_PX = 1.5
TEXT_PX = 17


def paint_labels(
    painter: QPainter, arrangement: Arrangement, near: Key | None, theme: Tokens, region: QRegion | None = None
) -> None:
    """Paint every label, its leader first; the one under the pointer (`near`) and the selected one last, on top.

    With `region` only those that reach into it.
    """

    def rank(tag: Tag) -> int:
        return 2 if tag.key in arrangement.selected else 1 if tag.key == near else 0

    if arrangement.ruling is not None and arrangement.ruling.code is None:
        paint_hollow(painter, QPointF(*arrangement.ruling.ruler.start), RADIUS_PX - 2, theme)
    for tag in sorted(arrangement.tags, key=rank):
        if region is not None and not any(region.intersects(rect) for rect in tag_rect(tag)):
            continue
        if tag.key is None:
            _paint_words(painter, tag, theme)
        else:
            is_selected = tag.key in arrangement.selected
            _paint_pill(painter, tag, theme, is_selected=is_selected, is_near=tag.key == near)


def tag_rect(tag: Tag) -> tuple[QRect, ...]:
    """All that a label and each piece of its leader paint, also when they come forward."""
    box = tag.label.box
    rects = [QRectF(box.left, box.top, box.right - box.left, box.bottom - box.top)]
    if tag.key is None:
        rects[0].adjust(-WORDS_PX, 0, WORDS_PX, 0)  # words reach a little out of their box
    for (x0, y0), (x1, y1) in pairwise(tag.label.leader):
        rects.append(QRectF(QPointF(x0, y0), QPointF(x1, y1)).normalized())
    return tuple(rect.adjusted(-LEADER_PX, -LEADER_PX, LEADER_PX, LEADER_PX).toAlignedRect() for rect in rects)


def _paint_pill(painter: QPainter, tag: Tag, theme: Tokens, *, is_selected: bool, is_near: bool) -> None:
    ink, ground, line = theme.ink, theme.control, theme.edge
    if is_selected:
        ink, ground, line = theme.on_ember, theme.ember, theme.ember
    elif is_near:
        ink, ground, line = theme.pine, theme.pine_soft, theme.pine
    forward = is_selected or is_near
    _paint_leader(painter, tag.label.leader, line, 2.0 if forward else LEADER_PX)
    box = tag.label.box
    rect = QRectF(box.left, box.top, box.right - box.left, box.bottom - box.top)
    width = 2.0 if is_near else 1.25
    painter.setPen(QPen(color(line), width))
    painter.setBrush(color(ground))
    inner = rect.adjusted(width / 2, width / 2, -width / 2, -width / 2)
    painter.drawRoundedRect(inner, inner.height() / 2, inner.height() / 2)
    middle = rect.center()
    draw_text(
        painter, middle.x(), middle.y(), tag.lines[0], font(TEXT_PX, 650), color(ink), Qt.AlignmentFlag.AlignHCenter
    )


def _paint_words(painter: QPainter, tag: Tag, theme: Tokens) -> None:
    """The landmark's name stands bare, next to the beginning of its line."""
    _paint_leader(painter, tag.label.leader, theme.ink2, LEADER_PX)
    box, x = tag.label.box, tag.label.leader[0][0]
    at, align = (box.left + box.right) / 2, Qt.AlignmentFlag.AlignHCenter
    if x in (box.left, box.right):
        is_left = x == box.right
        at = x - 8.0 if is_left else x + 8.0
        align = Qt.AlignmentFlag.AlignRight if is_left else Qt.AlignmentFlag.AlignLeft
    top = (box.top + box.bottom) / 2 - (len(tag.lines) - 1) * LINE_PX / 2
    for index, line in enumerate(tag.lines):
        where = (at, top + index * LINE_PX)
        draw_over(painter, where, line, font(WORDS_PX, 550), color(theme.ink), align=align, theme=theme)


def _paint_leader(painter: QPainter, line: Sequence[Spot], value: str, width: float) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(color(value), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in line]))
