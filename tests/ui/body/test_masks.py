import itertools
import math

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QTransform

from acutimer.ui.body.masks import blurred, paint_soft

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


def test_things_blurred_together_look_as_each_does_by_itself() -> None:
    boxes = [QRectF(20, 20, 30, 8), QRectF(60, 70, 12, 40), QRectF(1000, 1000, 9, 9), QRectF(10, 80, 20, 20)]
    things = [(box, lambda it, box=box: it.fillRect(box, Qt.GlobalColor.black)) for box in boxes]
    together = blurred(QRectF(0, 0, SIZE, SIZE), QTransform(), 4, things)
    assert [soft is None for soft in together] == [False, False, True, False]
    for thing, soft in zip(things, together, strict=True):
        (alone,) = blurred(QRectF(0, 0, SIZE, SIZE), QTransform(), 4, [thing])
        assert (alone is None) is (soft is None)
        if alone is None or soft is None:
            continue
        assert soft.target == alone.target
        for x, y in itertools.product(range(int(soft.source.width())), range(int(soft.source.height()))):
            here = soft.small.pixelColor(int(soft.source.x()) + x, int(soft.source.y()) + y).alphaF()
            assert here == pytest.approx(alone.small.pixelColor(x, y).alphaF(), abs=0.01)
