"""Soft shading: shapes drawn small, smoothed in sixteen bits a channel, and laid on enlarged.

Blurring in eight bits shifts the hue of a faint colour and leaves streaks; small and in sixteen it does neither.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QTransform

# The blur's standard deviation in the small picture's pixels: enough that enlarging it shows no facets.
_SMALL_SIGMA = 2.6
_REACH = 3.0
# How far apart the pixels may be that one step of smoothing mixes, and from which variance on: a step adds half
# the square of its spacing, and enough narrow steps must remain, for the wide ones alone leave a comb.
_WIDE_STEPS = ((3, 6.0), (2, 3.5))

# Qt turns an opacity into whole 255ths, rounding down: these two make 127 + 2 * 64 of them, so that nothing is lost.
_HALF, _QUARTER = 0.5, 65 / 256

# Many things share a small picture, side by side until a row is so many pixels wide.
_ROW = 512

_HIGH = QImage.Format.Format_RGBA64_Premultiplied

Draw = Callable[[QPainter], None]


@dataclass(frozen=True, slots=True)
class Blurred:
    """One blurred thing: its place on a small picture, which may hold others, and the pixels it is to cover."""

    small: QImage
    source: QRectF
    target: QRectF

    def paint(self, canvas: QPainter) -> None:
        """Lay it on, enlarged; `canvas` paints in pixels and keeps its clip."""
        canvas.drawImage(self.target, self.small, self.source)


def paint_soft(canvas: QPainter, box: QRectF, to_pixels: QTransform, sigma_px: float, draw: Draw) -> None:
    """Paint what `draw` paints around `box`, both in the figure's unit, blurred by `sigma_px` pixels.

    `canvas` paints in pixels and keeps its clip.
    """
    for soft in blurred(QRectF(canvas.viewport()), to_pixels, sigma_px, [(box, draw)]):
        if soft is not None:
            soft.paint(canvas)


def blurred(
    seen: QRectF, to_pixels: QTransform, sigma_px: float, things: Sequence[tuple[QRectF, Draw]]
) -> list[Blurred | None]:
    """What each `draw` paints around its box, in the figure's unit, blurred by `sigma_px`; None where it is not `seen`.

    `seen` is in pixels. Many things cost little more than one. What lies three `sigma_px` or more outside its own box
    may hold some of another thing: paint many with a clip.
    """
    scale = min(1.0, _SMALL_SIGMA / max(sigma_px, 1e-3))
    reach = _REACH * sigma_px + 2 / scale
    seen = seen.adjusted(-reach, -reach, reach, reach)
    places: list[tuple[QRect, QRectF] | None] = []
    left = top = below = right = 0
    for box, _ in things:
        # On whole pixels: laid on at its own size, a picture would be moved to the nearest one.
        target = QRectF(to_pixels.mapRect(box).adjusted(-reach, -reach, reach, reach).intersected(seen).toAlignedRect())
        if target.isEmpty():
            places.append(None)
            continue
        wide, high = math.ceil(target.width() * scale) + 1, math.ceil(target.height() * scale) + 1
        if left + wide > _ROW:
            left, top = 0, below
        places.append((QRect(left, top, wide, high), target))
        left += wide
        below, right = max(below, top + high), max(right, left)
    if below == 0:
        return [None] * len(things)
    small = QImage(right, below, _HIGH)
    small.fill(Qt.GlobalColor.transparent)
    painter = QPainter(small)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for (_, draw), place in zip(things, places, strict=True):
        if place is not None:
            at, target = place
            painter.save()
            painter.setClipRect(at)
            shrink = QTransform.fromTranslate(-target.x(), -target.y()) * QTransform.fromScale(scale, scale)
            painter.setTransform(to_pixels * shrink * QTransform.fromTranslate(at.x(), at.y()))
            draw(painter)
            painter.restore()
    painter.end()
    small = _smoothed(small, sigma_px * scale)
    return [place and _covering(small, *place, scale) for place in places]


def _covering(small: QImage, at: QRect, target: QRectF, scale: float) -> Blurred:
    """The part `at` of a small picture, which covers a little more than its target: whole pixels of its own."""
    return Blurred(small, QRectF(at), QRectF(target.x(), target.y(), at.width() / scale, at.height() / scale))


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
