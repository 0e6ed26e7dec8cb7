import math

import pytest
from PySide6.QtCore import QPointF

from acutimer.core.body import Stroke
from acutimer.core.splines import Curve
from acutimer.ui.body.strokes import outline_of, path_of, stroke_path

ACROSS = Curve(((0.0, 0.0), (50.0, 0.0), (100.0, 0.0)))


def box(left: float, top: float, right: float, bottom: float) -> Curve:
    return Curve(((left, top), (right, top), (right, bottom), (left, bottom)), frozenset(range(4)), is_closed=True)


def width_at(stroke: Stroke, x: float) -> float:
    path = stroke_path(stroke, 1.0)
    inside = [y / 100 for y in range(-600, 601) if path.contains(QPointF(x, y / 100))]
    return inside[-1] - inside[0] if inside else 0.0


def test_a_stroke_is_widest_at_its_peak_and_thins_out_to_its_ends() -> None:
    stroke = Stroke(ACROSS, 8.0, 1.0)
    widths = [width_at(stroke, x) for x in (1, 10, 30, 50)]
    assert widths == sorted(widths)
    assert widths[-1] == pytest.approx(8.0, abs=0.1)
    assert widths[0] < 1.5


def test_a_strokes_ends_keep_their_share_of_its_width() -> None:
    stroke = Stroke(ACROSS, 8.0, 1.0, ends=(1.0, 0.25), peak=0.2)
    assert width_at(stroke, 1) == pytest.approx(8.0, abs=0.1)
    assert width_at(stroke, 99.5) == pytest.approx(2.2, abs=0.3)


def test_a_smaller_power_makes_blunter_ends() -> None:
    assert width_at(Stroke(ACROSS, 8.0, 1.0, power=0.28), 3) > width_at(Stroke(ACROSS, 8.0, 1.0), 3) + 1


def test_overlapping_shapes_become_one_outline() -> None:
    union = outline_of([box(0, 0, 10, 10), box(5, 0, 15, 10)])
    assert len(union.toSubpathPolygons()) == 1
    assert union.boundingRect().width() == pytest.approx(15)


def test_a_path_follows_its_curve() -> None:
    circle = Curve(((1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0)), is_closed=True)
    path = path_of([circle])
    places = [path.pointAtPercent(i / 40) for i in range(40)]
    assert all(math.hypot(place.x(), place.y()) == pytest.approx(1, abs=0.01) for place in places)
