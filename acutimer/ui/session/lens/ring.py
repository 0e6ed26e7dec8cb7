"""The ring round the lens: a countdown empties clockwise from twelve, a count fills clockwise, a tick each."""

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

WIDEST_GAP_DEGREES = 2.6
NOTCH_PX = 8.0
SIXTEENTHS = 16  # Qt counts arcs in sixteenths of a degree


@dataclass(frozen=True, slots=True)
class Ring:
    """Where the ring is, in px: its centre, the middle of its band, and the band's width."""

    center: QPointF
    radius: float
    width: float

    @property
    def box(self) -> QRectF:
        """The square the middle of the band touches."""
        across = 2 * self.radius
        return QRectF(self.center.x() - self.radius, self.center.y() - self.radius, across, across)

    def on_band(self, share: float, off_middle: float = 0.0) -> QPointF:
        """The place `share` of the way round from twelve, `off_middle` px outside the middle of the band."""
        angle = 2 * math.pi * share
        reach = self.radius + off_middle
        return QPointF(self.center.x() + reach * math.sin(angle), self.center.y() - reach * math.cos(angle))

    def tip(self, share_to_go: float) -> QRectF:
        """The square round the moving end of a countdown."""
        at = self.on_band(1 - share_to_go)
        return QRectF(at.x() - self.width, at.y() - self.width, 2 * self.width, 2 * self.width)


def draw_track(painter: QPainter, ring: Ring, track: QColor) -> None:
    """The closed track of a countdown."""
    painter.save()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(track, ring.width))
    painter.drawEllipse(ring.box)
    painter.restore()


def draw_to_go(painter: QPainter, ring: Ring, to_go: float, colour: QColor) -> None:
    """The share of the time that is to go, 0 to 1, on its track."""
    if to_go <= 0:
        return
    painter.save()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, ring.width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    start = round((90 - 360 * (1 - to_go)) * SIXTEENTHS)
    painter.drawArc(ring.box, start, round(-360 * to_go * SIXTEENTHS))
    painter.restore()


def draw_countdown(painter: QPainter, ring: Ring, to_go: float, colour: QColor, track: QColor) -> None:
    """A closed track, and on it the share of the time that is to go, 0 to 1."""
    draw_track(painter, ring, track)
    draw_to_go(painter, ring, to_go, colour)


def draw_notch(painter: QPainter, ring: Ring, to_go: float, ground: QColor, scale: float) -> None:
    """A gap where the technique changes, when `to_go` of the time remains."""
    painter.save()
    painter.setPen(QPen(ground, NOTCH_PX * scale, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    reach = ring.width / 2 + 1
    painter.drawLine(ring.on_band(1 - to_go, -reach), ring.on_band(1 - to_go, reach))
    painter.restore()


def draw_count(painter: QPainter, ring: Ring, done: int, total: int, *, colour: QColor, track: QColor) -> None:
    """One piece a repetition, `done` of `total` filled."""
    painter.save()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    step = 360 / total
    gap = min(WIDEST_GAP_DEGREES, step * 0.3)
    for number in range(total):
        painter.setPen(
            QPen(colour if number < done else track, ring.width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
        )
        start = 90 - number * step - gap / 2
        painter.drawArc(ring.box, round(start * SIXTEENTHS), round(-(step - gap) * SIXTEENTHS))
    painter.restore()
