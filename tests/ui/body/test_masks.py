import itertools
import math

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QTransform

from acutimer.ui.body.masks import paint_soft

SIZE = 120


def blurred_edge(sigma_px: float) -> list[float]:
    """How strong a black half plane, blurred, comes out along a row: 0 to 1."""
    picture = QImage(SIZE, SIZE, QImage.Format.Format_RGBA64_Premultiplied)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    box = QRectF(SIZE / 2, -500, 1000, 1000)
    paint_soft(painter, box, QTransform(), sigma_px, lambda it: it.fillRect(box, Qt.GlobalColor.black))
    painter.end()
    return [picture.pixelColor(x, SIZE // 2).alphaF() for x in range(SIZE)]


@pytest.mark.parametrize("sigma_px", [1.5, 4.0, 9.0, 15.0])
def test_a_blurred_edge_falls_off_like_a_bell_curve(sigma_px: float) -> None:
    for x, strength in enumerate(blurred_edge(sigma_px)):
        wanted = (1 + math.erf((x + 0.5 - SIZE / 2) / (sigma_px * math.sqrt(2)))) / 2
        assert strength == pytest.approx(wanted, abs=0.05)


@pytest.mark.parametrize("sigma_px", [4.0, 15.0])
def test_a_blurred_edge_has_no_steps_and_no_waves(sigma_px: float) -> None:
    strengths = blurred_edge(sigma_px)
    rises = [after - before for before, after in itertools.pairwise(strengths)]
    assert min(rises) >= -1e-4
    steepest = 1 / (sigma_px * math.sqrt(2 * math.pi))
    assert max(rises) < 1.15 * steepest


def test_what_lies_outside_the_picture_costs_nothing_and_shows_nothing() -> None:
    picture = QImage(10, 10, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    far = QRectF(1000, 1000, 10, 10)
    drawn: list[bool] = []
    paint_soft(painter, far, QTransform(), 3, lambda _: drawn.append(True))
    painter.end()
    assert not drawn
