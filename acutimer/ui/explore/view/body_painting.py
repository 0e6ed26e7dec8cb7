"""Paints what belongs to the whole body beside its drawing: floor, dots, and the lines from the pills."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QPainterPathStroker, QPen, QRadialGradient

from acutimer.core.placing import flip, place
from acutimer.core.sides import Side
from acutimer.ui.explore.view.boxes import Spot
from acutimer.ui.explore.view.framing import Frame
from acutimer.ui.kit.tokens import Tokens, color

DOT_PX = 3.4
HOT_DOT_PX = 4.2
RIM_PX = 1.6
BEND_PX = (34.0, 10.0)
LEVEL_PX = 9.0
END_PX = 3.5
FLOOR = 1012.0  # where the soles are, in thousandths of the stature


@dataclass(frozen=True, slots=True)
class Lead:
    """The line from a pill (`start`) to the limb (`end`)."""

    start: Spot
    end: Spot
    is_lit: bool

    def path(self) -> QPainterPath:
        """The line itself."""
        (x0, y0), (x1, y1) = self.start, self.end
        y1 = y0 if abs(y1 - y0) < LEVEL_PX else y1
        line = QPainterPath(QPointF(x0, y0))
        line.lineTo(max(x0, x1 - BEND_PX[0]), y0)
        line.lineTo(max(x0, x1 - BEND_PX[1]), y1)
        line.lineTo(x1, y1)
        return line

    def is_seen(self, stage: QRect, covers: Sequence[QRect]) -> bool:
        """Whether all of it is on the stage, and no part of it under what lies there."""
        if self.end[0] < self.start[0]:
            return False
        stroker = QPainterPathStroker()
        stroker.setWidth(2 * END_PX)
        line = stroker.createStroke(self.path())
        return QRectF(stage).contains(line.boundingRect()) and not any(line.intersects(QRectF(it)) for it in covers)


def paint_leads(painter: QPainter, leads: Sequence[Lead], theme: Tokens) -> None:
    """Paint the lines: level from the pill, level at the limb, where they end in a dot."""
    for lead in leads:
        line = lead.path()
        ink = color(theme.pine if lead.is_lit else theme.edge)
        cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(ink, 2.25 if lead.is_lit else 1.5, Qt.PenStyle.SolidLine, cap, join))
        painter.drawPath(line)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawEllipse(line.currentPosition(), END_PX, END_PX)


def paint_dots(painter: QPainter, frame: Frame, codes: frozenset[str], hot: frozenset[str], theme: Tokens) -> None:
    """Paint a dot for every point the body shows, on both sides; those of `hot` larger."""
    sides = (Side.LEFT, Side.RIGHT) if frame.figure.bilateral else (Side.LEFT,)
    painter.setPen(Qt.PenStyle.NoPen)
    for code in sorted(codes & frame.figure.placements.keys()):
        for side in sides:
            spot = place(frame.figure, code, side)
            assert spot is not None
            at = QPointF(*frame.px(flip(frame.figure, spot) if frame.is_flipped else spot))
            radius = HOT_DOT_PX if code in hot else DOT_PX
            painter.setBrush(color(theme.halo))
            painter.drawEllipse(at, radius + RIM_PX, radius + RIM_PX)
            painter.setBrush(color(theme.pine))
            painter.drawEllipse(at, radius, radius)


def paint_floor(painter: QPainter, frame: Frame, theme: Tokens) -> None:
    """Paint the quiet ground the feet stand on."""
    left, _, width, _ = frame.figure.rect
    x, y = frame.px((left + width / 2, FLOOR))
    radius = 125 * frame.scale
    ground = QRadialGradient(QPointF(0, 0), radius)
    ground.setColorAt(0.0, color(theme.line, 0.9))
    ground.setColorAt(0.6, color(theme.line, 0.5))
    ground.setColorAt(1.0, color(theme.line, 0.0))
    painter.save()
    painter.translate(x, y)
    painter.scale(1.0, 0.11)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(ground))
    painter.drawEllipse(QPointF(0, 0), radius, radius)
    painter.restore()
