import math

import pytest
from PySide6.QtCore import QPointF, QRectF
from pytestqt.qtbot import QtBot

from acutimer.ui.context import Context
from acutimer.ui.session.lens.drawing import LABEL_PX, name_width
from acutimer.ui.session.lens.geometry import Geometry
from acutimer.ui.session.lens.ruled import name_at

GEOMETRY = Geometry(544, 1.0, 1.0)


def pill(start: QPointF, name: str, taken: list[QRectF]) -> QRectF:
    at = name_at(start, name, taken, GEOMETRY)
    wide = name_width(name, 1.0)
    return QRectF(at.x() - wide / 2, at.y() - LABEL_PX / 2, wide, LABEL_PX)


@pytest.mark.parametrize("x", [120, 272, 430])
@pytest.mark.parametrize("y", [60, 272, 480])
def test_a_landmark_is_named_inside_the_disc(x: float, y: float, context: Context, qtbot: QtBot) -> None:
    for name in context.library.landmarks.values():
        box = pill(QPointF(x, y), name, [])
        corners = (box.topLeft(), box.topRight(), box.bottomLeft(), box.bottomRight())
        assert all(math.dist(corner.toTuple(), GEOMETRY.middle.toTuple()) < GEOMETRY.radius for corner in corners)


def test_a_name_keeps_off_the_points_and_the_hand(context: Context, qtbot: QtBot) -> None:
    start = QPointF(272, 272)
    points = [QRectF(170, 230, 80, 80), QRectF(294, 230, 80, 80)]
    hand = QRectF(180, 285, 190, 120)
    taken = [*points, hand, QRectF(259, 259, 26, 26)]
    for name in context.library.landmarks.values():
        assert not any(pill(start, name, taken).intersects(rect) for rect in taken), name


def test_a_name_is_near_its_landmark(qtbot: QtBot) -> None:
    start = QPointF(300, 200)
    box = pill(start, "Outer knee eye", [QRectF(287, 187, 26, 26)])
    assert box.bottom() < start.y()
    assert start.y() - box.bottom() < 20
    assert box.left() < start.x() < box.right()
