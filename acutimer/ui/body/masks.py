"""Soft shading: shapes drawn small, smoothed in sixteen bits a channel, and laid on enlarged.

Blurring in eight bits shifts the hue of a faint colour and leaves streaks; small and in sixteen it does neither.
"""

import math
from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QTransform

# The blur's standard deviation in the small picture's pixels: enough that enlarging it shows no facets.
_SMALL_SIGMA = 2.6
_REACH = 3.0
# How far apart the pixels may be that one step of smoothing mixes, and from which variance on: a step adds half
# the square of its spacing, and enough narrow steps must remain, for the wide ones alone leave a comb.
_WIDE_STEPS = ((3, 6.0), (2, 3.5))

# Qt turns an opacity into whole 255ths, rounding down: these two make 127 + 2 * 64 of them, so that nothing is lost.
_HALF, _QUARTER = 0.5, 65 / 256

_HIGH = QImage.Format.Format_RGBA64_Premultiplied


def paint_soft(
    canvas: QPainter, box: QRectF, to_pixels: QTransform, sigma_px: float, draw: Callable[[QPainter], None]
) -> None:
    """Paint what `draw` paints around `box`, both in the figure's unit, blurred by `sigma_px` pixels.

    `canvas` paints in pixels and keeps its clip.
    """
    scale = min(1.0, _SMALL_SIGMA / max(sigma_px, 1e-3))
    reach = _REACH * sigma_px + 2 / scale
    seen = QRectF(canvas.viewport()).adjusted(-reach, -reach, reach, reach)
    # On whole pixels: laid on at its own size, a picture would be moved to the nearest one.
    target = QRectF(to_pixels.mapRect(box).adjusted(-reach, -reach, reach, reach).intersected(seen).toAlignedRect())
    if target.isEmpty():
        return
    small = QImage(math.ceil(target.width() * scale) + 1, math.ceil(target.height() * scale) + 1, _HIGH)
    small.fill(Qt.GlobalColor.transparent)
    painter = QPainter(small)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    shrink = QTransform.fromTranslate(-target.x(), -target.y()) * QTransform.fromScale(scale, scale)
    painter.setTransform(to_pixels * shrink)
    draw(painter)
    painter.end()
    small = _smoothed(small, sigma_px * scale)
    back = QRectF(target.x(), target.y(), small.width() / scale, small.height() / scale)
    canvas.drawImage(back, small, QRectF(small.rect()))


def _smoothed(picture: QImage, sigma: float) -> QImage:
    """The picture blurred by `sigma` of its own pixels; its borders run out into nothing."""
    # Qt clips a sum before it applies the opacity, so nothing may be stronger than half meanwhile.
    picture = _mixed(picture.size(), [(0, 0, picture, _HALF)])
    variance = sigma * sigma
    for spacing, enough in _WIDE_STEPS:
        if variance >= enough:
            picture = _step(_step(picture, spacing, 0), 0, spacing)
            variance -= spacing * spacing / 2
    for _ in range(round(2 * variance)):
        picture = _step(_step(picture, 1, 0), 0, 1)
    return _mixed(picture.size(), [(0, 0, picture, 1.0), (0, 0, picture, 1.0)])


def _step(picture: QImage, dx: int, dy: int) -> QImage:
    """One step of smoothing: half from the middle, a quarter from either side."""
    return _mixed(picture.size(), [(0, 0, picture, _HALF), (dx, dy, picture, _QUARTER), (-dx, -dy, picture, _QUARTER)])


def _mixed(size: QSize, shares: list[tuple[int, int, QImage, float]]) -> QImage:
    """The sum of pictures, each moved by so many pixels and weakened to its share."""
    result = QImage(size, _HIGH)
    result.fill(Qt.GlobalColor.transparent)
    painter = QPainter(result)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Plus)
    for x, y, picture, share in shares:
        painter.setOpacity(share)
        painter.drawImage(x, y, picture)
    painter.end()
    return result
