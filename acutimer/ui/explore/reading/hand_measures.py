"""What a hand measures, as brackets over its picture: a thumb, two, three and four fingers, each with its cun."""

from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QLineF, QPointF, Qt
from PySide6.QtGui import QPainter, QPen

from acutimer.ui.explore.view.boxes import Box
from acutimer.ui.kit.fonts import font
from acutimer.ui.kit.text import draw_text, text_width
from acutimer.ui.kit.tokens import Tokens, color

THUMB = ("thumb_joint_inner", "thumb_joint_outer")
FINGERS = ("finger_edge_0", "finger_edge_1", "finger_edge_2", "finger_edge_3", "finger_edge_4")
LANDMARKS = (*THUMB, *FINGERS)
"""What a figure of the back of the hand must name: both ends of the thumb's knuckle, and every finger's edge at the
middle joints, the index finger's outer edge first."""

LEVEL_PX = 28.0
ABOVE_PX = 18.0
TOP_PX = 26.0
TICK_PX = 7.0
EDGE_TICK_PX = 4.0
WORD_GAP_PX = 12.0
LINE_PX = 2.0
GUIDE_PX = 1.25
FONT = (15, 600)


class HandMeasure(NamedTuple):
    """The words of one measure, and the landmarks it reaches from and to."""

    words: str
    start: str
    end: str


def hand_measures() -> tuple[HandMeasure, ...]:
    """The thumb first, then the fingers, the narrowest first."""
    return (
        HandMeasure(_tr("1\u00a0thumb = 1\u00a0cun"), *THUMB),
        HandMeasure(_tr("2\u00a0fingers \u2248 1.5"), FINGERS[0], FINGERS[2]),
        HandMeasure(_tr("3\u00a0fingers \u2248 2"), FINGERS[0], FINGERS[3]),
        HandMeasure(_tr("4\u00a0fingers = 3"), FINGERS[0], FINGERS[4]),
    )


def has_measures(landmarks: Iterable[str]) -> bool:
    """Whether a figure with these landmarks can show what the hand measures."""
    return set(LANDMARKS) <= set(landmarks)


def above_px() -> float:
    """How much room the finger brackets need above the fingertips."""
    return ABOVE_PX + 2 * LEVEL_PX + TOP_PX


def beside_px() -> float:
    """How much room the thumb's words need beside the thumb."""
    return WORD_GAP_PX + text_width(hand_measures()[0].words, font(*FONT))


def room_beside(room: Box, landmarks: Iterable[str]) -> Box:
    """What is left of a room for a figure with these landmarks, once the measures have their place."""
    if not has_measures(landmarks):
        return room
    margin_px = beside_px()
    return Box(room.left + margin_px, room.top + above_px(), room.right - margin_px, room.bottom)


class _Sheet(NamedTuple):
    """What the measures are painted on: where a landmark is in px, and which way the thumb points, -1 or 1."""

    painter: QPainter
    px: Callable[[str], QPointF]
    outward: float
    theme: Tokens


def paint_hand_measures(painter: QPainter, px: Callable[[str], QPointF], tips_y: float, theme: Tokens) -> None:
    """Paint all measures. `px` tells where a landmark is, `tips_y` how high the longest finger reaches, in px.

    The words stand on the thumb's side, so that they lie on the ground and not on the fingers.
    """
    thumb, *fingers = hand_measures()
    sheet = _Sheet(painter, px, 1.0 if px(THUMB[1]).x() > px(FINGERS[4]).x() else -1.0, theme)
    for level, measure in enumerate(fingers):
        _paint_bracket(sheet, measure, tips_y - ABOVE_PX - LEVEL_PX * level)
    _paint_joints(sheet)
    _paint_across(sheet, thumb)


def _paint_joints(sheet: _Sheet) -> None:
    """A fine line where the fingers are measured, a tick at every edge."""
    edges = [sheet.px(name) for name in FINGERS]
    sheet.painter.setPen(QPen(color(sheet.theme.ember), GUIDE_PX, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    for edge in edges:
        sheet.painter.drawLine(QLineF(edge.x(), edge.y() - EDGE_TICK_PX, edge.x(), edge.y() + EDGE_TICK_PX))
    for edge, other in pairwise(edges):
        sheet.painter.drawLine(QLineF(edge, other))


def _paint_bracket(sheet: _Sheet, measure: HandMeasure, y: float) -> None:
    """A bracket above the fingers, with fine lines down to the edges it measures."""
    painter, start, end = sheet.painter, sheet.px(measure.start), sheet.px(measure.end)
    fine = color(sheet.theme.ember, 0.5)
    painter.setPen(QPen(fine, GUIDE_PX, Qt.PenStyle.DotLine, Qt.PenCapStyle.RoundCap))
    for edge in (start, end):
        painter.drawLine(QLineF(edge.x(), y + TICK_PX, edge.x(), edge.y()))
    painter.setPen(_strong(sheet.theme))
    painter.drawLine(QLineF(start.x(), y, end.x(), y))
    for edge in (start, end):
        painter.drawLine(QLineF(edge.x(), y, edge.x(), y + TICK_PX))
    _write(sheet, QPointF(start.x(), y), measure.words)


def _paint_across(sheet: _Sheet, measure: HandMeasure) -> None:
    """A line across the thumb's knuckle, a tick at either end."""
    line = QLineF(sheet.px(measure.start), sheet.px(measure.end))
    sheet.painter.setPen(_strong(sheet.theme))
    sheet.painter.drawLine(line)
    tick = line.normalVector().unitVector()
    half = QPointF(tick.dx(), tick.dy()) * TICK_PX
    for end in (line.p1(), line.p2()):
        sheet.painter.drawLine(QLineF(end - half, end + half))
    _write(sheet, line.p2(), measure.words)


def _strong(theme: Tokens) -> QPen:
    return QPen(color(theme.ember_ink), LINE_PX, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)


def _write(sheet: _Sheet, beside: QPointF, words: str) -> None:
    align = Qt.AlignmentFlag.AlignLeft if sheet.outward > 0 else Qt.AlignmentFlag.AlignRight
    x = beside.x() + sheet.outward * WORD_GAP_PX
    draw_text(sheet.painter, x, beside.y(), words, font(*FONT), color(sheet.theme.ember_ink), align)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Guide", text)
