"""The whole timer face: the figure with the active point in the middle, and the ring that is the time."""

import math
from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from acutimer.core.body import Figure
from acutimer.core.sides import Side
from acutimer.ui.body.figures import FigureKey, Figures
from acutimer.ui.kit.tokens import Tokens, color, tokens
from acutimer.ui.session.lens import drawing
from acutimer.ui.session.lens.acts import heel_raise
from acutimer.ui.session.lens.face import Face
from acutimer.ui.session.lens.picture import DIMMED, Geometry, Ground, Picture
from acutimer.ui.session.lens.ring import Ring, draw_count, draw_countdown, draw_notch
from acutimer.ui.session.lens.scene import Scene
from acutimer.ui.session.stage.controls import SessionButton

RING_PX, BAND_PX = 254.0, 16.0
SIZE_PX = 544.0  # the widget: the ring and a little air
CHANGEOVER_PULSE_PX = 14.0
JUMP_SHARE = 0.05  # a ring that moves further at once is painted whole


class Lens(SessionButton):
    """Pressed anywhere, it pauses and goes on."""

    def __init__(
        self, figures: Figures, poses: Figures, atlas: Mapping[str, Figure], parent: QWidget | None = None
    ) -> None:
        super().__init__("", parent)
        self._picture = Picture(figures, poses, atlas)
        self._face = Face()
        self._scene: Scene | None = None
        self._before: Scene | None = None
        self._progress = 1.0  # of the way from the scene before
        self._still: QPixmap | None = None
        figures.drawn.connect(self._on_drawn)
        poses.drawn.connect(self._on_drawn)

    # -- what it shows ---------------------------------------------------------------------------

    @property
    def scene(self) -> Scene | None:
        """What is in the lens."""
        return self._scene

    @property
    def face(self) -> Face:
        """What is round it and upon it."""
        return self._face

    @property
    def is_turning(self) -> bool:
        """Whether it is on the way from one scene to the next."""
        return self._progress < 1

    @property
    def pans(self) -> bool:
        """Whether that way leads over one and the same drawing."""
        return self._scene is not None and self._before is not None and self._scene.pans_from(self._before)

    def name_sides(self, words: Mapping[Side, str]) -> None:
        """The words for left and right on a drawing that shows both."""
        self._picture.side_words = words

    def show_scene(self, scene: Scene | None, *, bones: bool) -> None:
        """Turn to another scene; `show_progress` moves there."""
        if scene == self._scene and bones == self._picture.bones:
            return
        self._before, self._scene, self._picture.bones = self._scene, scene, bones
        self._progress = 0.0 if self._before is not None and scene is not None else 1.0
        self._redraw()

    def show_progress(self, progress: float) -> None:
        """How far the way from the scene before has gone, 0 to 1."""
        if progress != self._progress:
            self._progress = progress
            if progress >= 1:
                self._before = None
            self._redraw()

    def show_face(self, face: Face) -> None:
        """Show the time; only what changed is painted again."""
        before, self._face = self._face, face
        if face == before:
            return
        lifts = self._scene is not None and self._scene.lifts
        is_moved = lifts and heel_raise.pose_at(face.lift) != heel_raise.pose_at(before.lift)
        if is_moved or (face.is_held, face.motion) != (before.is_held, before.motion):
            self._redraw()
        elif replace(face, to_go=None, swell=0.0, lift=0.0) != replace(before, to_go=None, swell=0.0, lift=0.0):
            self.update()
        else:
            if face.swell != before.swell:
                self.update(self._pulse_rect())
            self._update_tip(before.to_go, face.to_go)

    def ask_for(self, scene: Scene) -> None:
        """Have the drawings of a later scene made in time."""
        self._picture.ask_for(scene, self._geometry(), dark=tokens(self).is_dark)

    def set_scale(self, scale: float) -> None:
        """Measure everything times `scale` from now on."""
        self.scale = scale
        self._redraw()

    def outline(self) -> tuple[QRectF, float]:
        """The ring's outer edge."""
        reach = (RING_PX + BAND_PX / 2) * self.scale
        middle = self._geometry().middle
        return QRectF(middle.x() - reach, middle.y() - reach, 2 * reach, 2 * reach), reach

    def sizeHint(self) -> QSize:
        """The ring and a little air."""
        return QSize(round(SIZE_PX * self.scale), round(SIZE_PX * self.scale))

    def hitButton(self, pos: QPoint) -> bool:
        """The disc with its ring, not the corners."""
        away = QPointF(pos) - self._geometry().middle
        return math.hypot(away.x(), away.y()) <= (RING_PX + BAND_PX / 2) * self.scale

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        if event.type() == QEvent.Type.PaletteChange:
            self._redraw()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw anew at the new size."""
        self._redraw()
        super().resizeEvent(event)

    # -- painting --------------------------------------------------------------------------------

    def paint(self, painter: QPainter, theme: Tokens) -> None:
        """Paint the picture, what pulses on it, and the ring."""
        geometry, face, scene = self._geometry(), self._face, self._scene
        if self._still is None or self._still.devicePixelRatio() != geometry.ratio:
            self._still = self._picture.compose(scene, self._before, self._progress, face, Ground(geometry, theme))
        painter.drawPixmap(0, 0, self._still)
        if scene is not None and not self.is_turning and not face.is_held:
            middle = drawing.PULSE_PX if scene.done is None else CHANGEOVER_PULSE_PX
            for there in scene.active:
                at, close = geometry.px(scene, there), self._closeness()
                drawing.draw_pulse(painter, at, face.swell, theme, self.scale * close, px=middle)
        self._paint_ring(painter, theme)
        if face.bubble:
            drawing.draw_bubble(painter, geometry.middle, face.bubble, theme, self.scale)

    def _paint_ring(self, painter: QPainter, theme: Tokens) -> None:
        face, ring = self._face, self._ring()
        colour = color(theme.ember if face.is_ember else theme.pine, DIMMED if face.is_held else 1.0)
        track = color(theme.ember_track if face.is_ember else theme.pine_soft)
        if face.reps:
            draw_count(painter, ring, face.done, face.reps, colour=colour, track=track)
            return
        draw_countdown(painter, ring, face.to_go or 0.0, colour, track)
        if face.notch:
            draw_notch(painter, ring, face.notch, color(theme.bg), self.scale)

    # -- inside ----------------------------------------------------------------------------------

    def _redraw(self) -> None:
        self._still = None
        self.update()

    def _on_drawn(self, key: FigureKey) -> None:
        dark = tokens(self).is_dark
        for scene in (self._scene, self._before):
            if scene is not None and key in self._picture.keys(scene, self._geometry(), dark=dark):
                self._redraw()

    def _geometry(self) -> Geometry:
        return Geometry(self.width(), self.scale, self.devicePixelRatioF())

    def _ring(self) -> Ring:
        return Ring(self._geometry().middle, RING_PX * self.scale, BAND_PX * self.scale)

    def _closeness(self) -> float:
        """How much smaller the pulses are drawn so that those of a pair do not cover each other, 0.5 to 1."""
        if self._scene is None or len(self._scene.active) < 2:
            return 1.0
        geometry = self._geometry()
        first, second = (geometry.px(self._scene, there) for there in self._scene.active[:2])
        apart = math.hypot(first.x() - second.x(), first.y() - second.y())
        return min(1.0, max(0.5, apart / (2 * drawing.PULSE_REACH_PX * self.scale)))

    def _pulse_rect(self) -> QRect:
        whole = QRect()
        if self._scene is not None:
            reach = (drawing.PULSE_REACH_PX + 2) * self.scale
            for there in self._scene.active:
                at = self._geometry().px(self._scene, there)
                around = QRectF(at.x() - reach, at.y() - reach, 2 * reach, 2 * reach)
                whole = whole.united(around.toAlignedRect())
        return whole

    def _update_tip(self, before: float | None, now: float | None) -> None:
        if before == now:
            return
        if before is None or now is None or abs(before - now) > JUMP_SHARE or now <= 0:
            self.update()
            return
        ring = self._ring()
        self.update(ring.tip(before).united(ring.tip(now)).toAlignedRect())
