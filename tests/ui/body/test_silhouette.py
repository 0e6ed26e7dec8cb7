import pytest
from PySide6.QtCore import QPointF, QRectF

from acutimer.content.atlas import IDS
from acutimer.ui.body.silhouette import silhouette, to_target
from tests.shipped import ATLAS

TARGET = QRectF(100, 50, 300, 600)


@pytest.mark.parametrize("name", IDS)
def test_the_silhouette_covers_what_the_figure_covers(name: str) -> None:
    figure = ATLAS.figure(name)
    path = silhouette(figure)
    left, top, width, height = figure.rect
    places = [(left + width * (i + 0.5) / 15, top + height * (j + 0.5) / 15) for i in range(15) for j in range(15)]
    off = [place for place in places if path.contains(QPointF(*place)) != figure.covers(place)]
    assert len(off) <= 2  # the polygon cuts the curve's bends a little


@pytest.mark.parametrize("name", ["body_side", "knee_front", "leg_outer"])
def test_the_rect_lands_on_the_target_with_its_left_edge_to_the_left_or_to_the_right(name: str) -> None:
    figure = ATLAS.figure(name)
    x, y, width, height = figure.rect
    top_left, bottom_right = QPointF(x, y), QPointF(x + width, y + height)
    plain = to_target(figure, TARGET, flipped=False)
    assert plain.map(top_left) == TARGET.topLeft()
    assert plain.map(bottom_right) == TARGET.bottomRight()
    turned = to_target(figure, TARGET, flipped=True)
    assert turned.map(top_left) == TARGET.topRight()
    assert turned.map(bottom_right) == TARGET.bottomLeft()
