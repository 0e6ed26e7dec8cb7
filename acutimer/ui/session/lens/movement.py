"""Paints a practice that moves: the drawings of one of its pictures, laid as the act says, all flipped together."""

import math
from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap, QTransform

from acutimer.core.body import Figure
from acutimer.core.placing import flip
from acutimer.ui.body.figures import FigureKey, Figures
from acutimer.ui.session.lens.acts.act import Act, Drawn
from acutimer.ui.session.lens.geometry import Geometry
from acutimer.ui.session.lens.pacer import share_at
from acutimer.ui.session.lens.scene import Scene

MOST_BYTES = 40_000_000  # of the drawings of one act: they must all fit into the memory that `Figures` keeps

CUT_OUT_BYTES = 16_000_000  # of drawings turned and scaled, which are laid again and again


class Movement:
    """`figures` paints the drawings and keeps them, `drawings` says where each of them lies in its unit."""

    def __init__(self, figures: Figures, drawings: Mapping[str, Figure]) -> None:
        self._figures, self._drawings = figures, drawings
        self._cut_outs: dict[tuple[object, ...], tuple[QPixmap, QPointF]] = {}

    def keys(self, act: Act, geometry: Geometry, *, dark: bool) -> dict[str, FigureKey]:
        """What is asked for of each drawing: as fine as it is shown, or as fine as all of them together may be."""
        _, _, width, height = self._drawings[act.base].rect
        finest = math.sqrt(MOST_BYTES / (4 * width * height * len(act.figures)))
        px_per_unit = round(min(geometry.px_per_unit(act.across) * geometry.ratio, finest), 4)
        return {name: FigureKey(name, px_per_unit, dark, flipped=False, bones=False) for name in act.figures}

    def ask_for(self, act: Act, geometry: Geometry, *, dark: bool) -> None:
        """Have all drawings of an act made; what is asked for last comes first: its base."""
        self._pictures(self.keys(act, geometry, dark=dark))

    def is_ready(self, act: Act, geometry: Geometry, *, dark: bool) -> bool:
        """Whether all drawings are there."""
        return None not in self._pictures(self.keys(act, geometry, dark=dark)).values()

    def paint(self, painter: QPainter, scene: Scene, step: int, geometry: Geometry, *, dark: bool) -> None:
        """Paint picture number `step`, in the painter's opacity. While it is being drawn, the nearest one before it."""
        act = scene.act
        if act is None:
            return
        pictures = self._pictures(self.keys(act, geometry, dark=dark))
        opacity = painter.opacity()
        for drawn in _nearest(act, step, pictures):
            picture = pictures.get(drawn.figure)
            if picture is not None:
                painter.setOpacity(opacity * drawn.opacity)
                self._lay(painter, scene, drawn, picture, geometry)
        painter.setOpacity(opacity)

    def _pictures(self, keys: Mapping[str, FigureKey]) -> dict[str, QImage | None]:
        return {name: self._figures.get(key) for name, key in reversed(list(keys.items()))}

    def _lay(self, painter: QPainter, scene: Scene, drawn: Drawn, picture: QImage, geometry: Geometry) -> None:
        """Lay one drawing: a cut-out made once for each turn and size, moved by whole pixels of the screen."""
        figure = self._drawings[scene.figure]
        across = geometry.px_per_unit(scene.across)
        scale = QPointF(-across if scene.is_flipped else across, across)
        x, y = flip(figure, scene.center) if scene.is_flipped else scene.center
        moved = QPointF(drawn.at[0] + drawn.about[0] - x, drawn.at[1] + drawn.about[1] - y)
        at = geometry.middle + QPointF(moved.x() * scale.x(), moved.y() * scale.y())
        turn = QTransform.fromScale(scale.x(), scale.y()).rotate(drawn.degrees)
        turn.scale(-drawn.scale if drawn.is_flipped else drawn.scale, drawn.scale)
        turn.translate(-drawn.about[0], -drawn.about[1])
        cut_out, corner = self._cut_out(drawn, picture, turn, geometry.ratio)
        ratio = geometry.ratio
        left, top = (round(length * ratio) / ratio for length in (at.x() + corner.x(), at.y() + corner.y()))
        painter.drawPixmap(QPointF(left, top), cut_out)

    def _cut_out(self, drawn: Drawn, picture: QImage, turn: QTransform, ratio: float) -> tuple[QPixmap, QPointF]:
        """A drawing turned and scaled, and where its corner is from the place it turns about."""
        key = (drawn.figure, picture.cacheKey(), turn.m11(), turn.m12(), turn.m21(), turn.m22(), drawn.about, ratio)
        kept = self._cut_outs.get(key)
        if kept is None:
            where = QRectF(*self._drawings[drawn.figure].rect)
            box = turn.mapRect(where)
            made = QPixmap(math.ceil(box.width() * ratio) + 1, math.ceil(box.height() * ratio) + 1)
            made.setDevicePixelRatio(ratio)
            made.fill(Qt.GlobalColor.transparent)
            painter = QPainter(made)
            painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
            painter.translate(-box.topLeft())
            painter.setTransform(turn, True)
            painter.drawImage(where, picture)
            painter.end()
            kept = self._cut_outs[key] = (made, box.topLeft())
            self._forget_oldest()
        return kept

    def _forget_oldest(self) -> None:
        while len(self._cut_outs) > 1 and sum(_bytes(made) for made, _ in self._cut_outs.values()) > CUT_OUT_BYTES:
            del self._cut_outs[next(iter(self._cut_outs))]


def _bytes(made: QPixmap) -> int:
    return 4 * made.width() * made.height()


def _nearest(act: Act, step: int, pictures: Mapping[str, QImage | None]) -> tuple[Drawn, ...]:
    """The drawings of a picture, or of the nearest one before it that is there as a whole; else what there is."""
    for number in range(step, -1, -1):
        laid = act.drawn(share_at(act, number))
        if all(pictures.get(drawn.figure) is not None for drawn in laid):
            return laid
    return act.drawn(share_at(act, step))
