"""Curves and tapering strokes as painter paths. A line that thins out to nothing is what makes a drawing look drawn."""

import math
from collections.abc import Iterable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainterPath, QPolygonF

from acutimer.core.body import Stroke
from acutimer.core.splines import Cubic, Curve, Place, cubics


def path_of(curves: Iterable[Curve]) -> QPainterPath:
    """The curves as one path; where closed curves overlap, the path covers their union."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for curve in curves:
        segments = cubics(curve)
        path.moveTo(*segments[0].start)
        for _, first, second, end in segments:
            path.cubicTo(*first, *second, *end)
        if curve.is_closed:
            path.closeSubpath()
    return path


def outline_of(curves: Iterable[Curve]) -> QPainterPath:
    """The union of closed curves, without the lines inside it."""
    union = QPainterPath()
    for curve in curves:
        union = union.united(path_of([curve]))
    return union


def stroke_path(stroke: Stroke, step: float) -> QPainterPath:
    """The stroke as a filled shape. `step` is how far apart, in its unit, its edge may be sampled."""
    samples, length = _samples(stroke.curve, step)
    left, right = [], []
    for (x, y), (dx, dy), gone in samples:
        half = stroke.width / 2 * _share(stroke, gone / length)
        left.append(QPointF(x - dy * half, y + dx * half))
        right.append(QPointF(x + dy * half, y - dx * half))
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    path.addPolygon(QPolygonF([*left, *reversed(right)]))
    path.closeSubpath()
    return path


def _share(stroke: Stroke, t: float) -> float:
    """How much of its full width the stroke has at `t` of its length."""
    if t < stroke.peak:
        floor, rise = stroke.ends[0], t / stroke.peak
    else:
        floor, rise = stroke.ends[1], (1 - t) / (1 - stroke.peak) if stroke.peak < 1 else 1.0
    return float(floor + (1 - floor) * math.sin(math.pi / 2 * min(1.0, max(0.0, rise))) ** stroke.power)


def _samples(curve: Curve, step: float) -> tuple[list[tuple[Place, Place, float]], float]:
    """Places along the curve with the direction there and the way gone so far; and the whole way."""
    samples: list[tuple[Place, Place, float]] = []
    gone, before = 0.0, curve.points[0]
    segments = cubics(curve)
    for number, segment in enumerate(segments):
        count = max(4, min(160, math.ceil(math.dist(segment.start, segment.end) / step)))
        for i in range(count + (number == len(segments) - 1)):
            here = segment.at(i / count)
            gone += math.dist(before, here)
            samples.append((here, _direction(segment, i / count), gone))
            before = here
    return samples, gone or 1.0


def _direction(cubic: Cubic, t: float) -> Place:
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = cubic
    u = 1 - t
    a, b, c = u * u, 2 * u * t, t * t
    dx = a * (x1 - x0) + b * (x2 - x1) + c * (x3 - x2)
    dy = a * (y1 - y0) + b * (y2 - y1) + c * (y3 - y2)
    length = math.hypot(dx, dy) or 1.0
    return (dx / length, dy / length)
