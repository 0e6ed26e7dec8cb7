import pytest
from PySide6.QtCore import QPointF

from acutimer.content.atlas import IDS
from acutimer.ui.body.silhouette import silhouette
from tests.shipped import ATLAS


@pytest.mark.parametrize("name", IDS)
def test_the_silhouette_covers_what_the_figure_covers(name: str) -> None:
    figure = ATLAS.figure(name)
    path = silhouette(figure)
    left, top, width, height = figure.rect
    places = [(left + width * (i + 0.5) / 15, top + height * (j + 0.5) / 15) for i in range(15) for j in range(15)]
    off = [place for place in places if path.contains(QPointF(*place)) != figure.covers(place)]
    assert len(off) <= 2  # the polygon cuts the curve's bends a little
