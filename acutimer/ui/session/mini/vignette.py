"""Draws the picture in the small lens: a disc with a figure, or with the drawings of an act, and the points on it."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPixmap

from acutimer.core.body import Figure
from acutimer.ui.body.figures import FigureKey, Figures
from acutimer.ui.kit.tokens import Tokens, color
from acutimer.ui.session.lens.acts.act import Drawn
from acutimer.ui.session.mini.view import RADIUS_PX, View

DIMMED = 0.5
HALO_PX, POINT_PX = 8.0, 6.0
PRESSED_PX, RELEASED_PX = 13.0, 10.0  # the soft disc round a point
SMALLEST_SHARE = 0.5  # how small the points of a pair get so as not to cover each other


@dataclass(frozen=True, slots=True)
class Look:
    """How a view is shown: `ratio` device pixels to the px; `is_raised` the half of the beat in which one presses."""

    theme: Tokens
    ratio: float
    is_raised: bool = False
    is_held: bool = False


class Vignette:
    """`figures` gives the drawings, `shapes` says how large they are; `acts` and `act_shapes` those of acts."""

    def __init__(
        self, figures: Figures, shapes: Mapping[str, Figure], acts: Figures, act_shapes: Mapping[str, Figure]
    ) -> None:
        self._figures, self._shapes = figures, shapes
        self._acts, self._act_shapes = acts, act_shapes

    def keys(self, view: View, look: Look) -> tuple[FigureKey, ...]:
        """The drawings it is made of."""
        return tuple(key for key, _ in self._laid(view, look))

    def disc(self, view: View | None, look: Look) -> QPixmap:
        """The disc, with as much of the view as is drawn by now; what is missing is asked for."""
        side = round(2 * RADIUS_PX * look.ratio)
        disc = QPixmap(side, side)
        disc.setDevicePixelRatio(look.ratio)
        disc.fill(Qt.GlobalColor.transparent)
        painter = QPainter(disc)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        shape = QPainterPath()
        shape.addEllipse(QPointF(RADIUS_PX, RADIUS_PX), RADIUS_PX, RADIUS_PX)
        painter.fillPath(shape, color(look.theme.inset))
        painter.setClipPath(shape)
        painter.translate(RADIUS_PX, RADIUS_PX)
        if view is not None:
            painter.setOpacity(DIMMED if look.is_held else 1.0)
            self._paint_drawings(painter, view, look)
            painter.setOpacity(1.0)
            for there in view.active:
                _paint_point(painter, view.px(there), _closeness(view), look)
        painter.end()
        return disc

    def _laid(self, view: View, look: Look) -> Iterator[tuple[FigureKey, Drawn]]:
        """Every drawing with how it lies, from back to front."""
        scale = view.px_per_unit * look.ratio
        dark = look.theme.is_dark
        if view.act is None:
            key = FigureKey(view.figure, round(scale, 4), dark, view.is_flipped, view.has_bones)
            yield key, Drawn(view.figure)
            return
        # Where the phase gives the beat, two pictures say enough here: down and up, out and in.
        share = 1.0 if view.act.period_seconds is None and look.is_raised else 0.0
        for drawn in view.act.drawn(share):
            yield FigureKey(drawn.figure, round(scale * drawn.scale, 4), dark, flipped=False, bones=False), drawn

    def _paint_drawings(self, painter: QPainter, view: View, look: Look) -> None:
        is_act, opacity = view.act is not None, painter.opacity()
        figures, shapes = (self._acts, self._act_shapes) if is_act else (self._figures, self._shapes)
        for key, how in self._laid(view, look):
            picture = figures.get(key) or figures.stand_in(key)
            if picture is None:
                continue
            x, y, width, height = shapes[key.id].rect
            painter.save()
            painter.scale(view.px_per_unit, view.px_per_unit)
            painter.translate(-view.center[0], -view.center[1])
            if is_act and view.is_flipped:
                left, _, across, _ = shapes[view.figure].rect
                painter.translate(2 * left + across, 0)
                painter.scale(-1, 1)
            painter.translate(*how.at)
            painter.translate(*how.about)
            painter.rotate(how.degrees)
            painter.scale(-how.scale if how.is_flipped else how.scale, how.scale)
            painter.translate(-how.about[0], -how.about[1])
            painter.setOpacity(opacity * how.opacity)
            painter.drawImage(QRectF(x, y, width, height), picture)
            painter.restore()


def _paint_point(painter: QPainter, at: QPointF, closeness: float, look: Look) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    soft = PRESSED_PX if look.is_raised or look.is_held else RELEASED_PX
    for radius, fill in (
        (soft, color(look.theme.ember, 0.25)),
        (HALO_PX, color(look.theme.halo)),
        (POINT_PX, color(look.theme.ember)),
    ):
        painter.setBrush(fill)
        painter.drawEllipse(at, radius * closeness, radius * closeness)


def _closeness(view: View) -> float:
    if len(view.active) < 2:
        return 1.0
    apart = view.px(view.active[0]) - view.px(view.active[1])
    return min(1.0, max(SMALLEST_SHARE, math.hypot(apart.x(), apart.y()) / (2 * PRESSED_PX)))
