"""The whole timer face: the figure with the active point in the middle, and the ring that is the time."""

import math
from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from acutimer.core.body import Figure
from acutimer.core.sides import Side
from acutimer.ui.body.figures import FigureKey, Figures
from acutimer.ui.kit.tokens import Tokens, color, tokens
from acutimer.ui.session.lens import drawing
from acutimer.ui.session.lens.face import Face
from acutimer.ui.session.lens.geometry import Geometry, Ground
from acutimer.ui.session.lens.pacer_painting import changed_rects, paint_pacer, steadied
from acutimer.ui.session.lens.picture import DIMMED, Picture, Turning
from acutimer.ui.session.lens.ring import Ring, draw_count, draw_notch, draw_to_go, draw_track
from acutimer.ui.session.lens.scene import Scene
from acutimer.ui.session.stage.controls import SessionButton

RING_PX, BAND_PX = 254.0, 16.0
SIZE_PX = 544.0  # the widget: the ring and a little air
JUMP_SHARE = 0.05  # a ring that moves further at once is painted whole
TIP_STEP_PX = 1.5  # device px: a ring whose end has moved by less looks the same


class Lens(SessionButton):
    """Pressed anywhere, it pauses and goes on.

    What stands still (disc, figure, marks, the ring's track) is kept as one picture, and so is each picture of a
    practice that moves. Painting lays only what changed over it.
    """

    def __init__(
        self,
        figures: Figures,
        poses: Figures,
        atlas: Mapping[str, Figure],
        drawings: Mapping[str, Figure],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", parent)
        self._picture = Picture(figures, poses, atlas, drawings)
        self._face = Face()
        self._scene: Scene | None = None
        self._before: Scene | None = None
        self._progress = 1.0  # of the way from the scene before
        self._measured = (0.0, 1.0, 1.0)
        self._size = Geometry(*self._measured)
        self._still: QPixmap | None = None
        self._steps: dict[int, QPixmap] = {}
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
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
        """Turn to another scene; `show_progress` moves there. Where only the marks differ, it is there at once."""
        if scene == self._scene and bones == self._picture.bones:
            return
        self._before, self._scene, self._picture.bones = self._scene, scene, bones
        turns = self._before is not None and scene is not None and not scene.stands_as(self._before)
        self._progress = 0.0 if turns else 1.0
        if not turns:
            self._before = None
        self._redraw()

    def show_progress(self, progress: float) -> None:
        """How far the way from the scene before has gone, 0 to 1."""
        if progress != self._progress:
            self._progress = progress
            if progress >= 1:
                self._before = None
            self._redraw()

    def show_face(self, face: Face) -> None:
        """Show the time; only what changed is painted again, and only where one would see it."""
        before, geometry = self._face, self._geometry()
        face = replace(face, to_go=self._steady_tip(before, face), breath=steadied(before, face, geometry))
        if face == before:
            return
        self._face = face
        if _ground_of(face) != _ground_of(before) or (self.is_turning and face.step != before.step):
            self._still = None
            self.update()
        elif (face.bubble, face.notch) != (before.bubble, before.notch):
            self.update()
        else:
            if self._scene is not None:
                for rect in changed_rects(self._scene, before, face, geometry):
                    self.update(rect)
                if face.step != before.step and not face.is_held:
                    self.update(self._picture.moving_rect(self._scene, geometry))
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

    # -- painting --------------------------------------------------------------------------------

    def paint(self, painter: QPainter, theme: Tokens) -> None:
        """Paint everything."""
        self._paint(painter, theme, self.rect())

    def _paint(self, painter: QPainter, theme: Tokens, rect: QRect) -> None:
        """Paint what of the picture, the pacer and the ring lies in `rect`."""
        geometry, face, scene = self._geometry(), self._face, self._scene
        on = Ground(geometry, theme)
        if self._still is not None and self._still.devicePixelRatio() != geometry.ratio:  # it is on another screen
            self._still = None
            self._steps.clear()
        if self._still is None:
            is_still = face.is_held or self.is_turning  # else the pictures of a movement lie over its first one
            below = face if is_still else replace(face, step=0)
            self._still = self._picture.compose(Turning(scene, self._before, self._progress), below, on)
            self._paint_track(self._still, theme)
        painter.drawPixmap(0, 0, self._still)
        if scene is not None and not self.is_turning and not face.is_held:
            moving = self._picture.moving_rect(scene, geometry)
            if face.step and moving.intersects(rect):
                painter.drawPixmap(moving.topLeft(), self._step(scene, face, on))
            paint_pacer(painter, scene, face, on, rect)
        if self._meets_ring(rect):
            self._paint_ring(painter, theme)
        if face.bubble:
            drawing.draw_bubble(painter, geometry.middle, face.bubble, theme, self.scale)

    def _step(self, scene: Scene, face: Face, on: Ground) -> QPixmap:
        """A picture of the movement, kept where that is worth it."""
        kept = self._steps.get(face.step)
        if kept is None:
            kept = self._picture.compose_step(scene, face, on)
            if self._picture.keeps_steps(scene, on.geometry, dark=on.theme.is_dark):
                self._steps[face.step] = kept
        return kept

    def _paint_track(self, still: QPixmap, theme: Tokens) -> None:
        """What of the ring stands still: the track, or the pieces of a count."""
        painter, ring, face = QPainter(still), self._ring(), self._face
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour, track = self._ring_colours(theme)
        if face.reps:
            draw_count(painter, ring, face.done, face.reps, colour=color(colour), track=color(track))
        else:
            draw_track(painter, ring, color(track))
        painter.end()

    def _paint_ring(self, painter: QPainter, theme: Tokens) -> None:
        face, ring = self._face, self._ring()
        if face.reps:
            return
        draw_to_go(painter, ring, face.to_go or 0.0, color(self._ring_colours(theme)[0], DIMMED if face.is_held else 1))
        if face.notch:
            draw_notch(painter, ring, face.notch, color(theme.bg), self.scale)

    def _ring_colours(self, theme: Tokens) -> tuple[str, str]:
        ember, pine = (theme.ember, theme.ember_track), (theme.pine, theme.pine_soft)
        return ember if self._face.is_ember else pine

    # -- inside ----------------------------------------------------------------------------------

    def _redraw(self) -> None:
        self._still = None
        self._steps.clear()
        self.update()

    def _on_drawn(self, key: FigureKey) -> None:
        dark = tokens(self).is_dark
        for scene in (self._scene, self._before):
            if scene is not None and key in self._picture.keys(scene, self._geometry(), dark=dark):
                self._redraw()

    def _geometry(self) -> Geometry:
        """Looked up several times a picture, and nearly always the same."""
        now = (self.width(), self.scale, self.devicePixelRatioF())
        if now != self._measured:
            self._measured, self._size = now, Geometry(*now)
        return self._size

    def _ring(self) -> Ring:
        return Ring(self._geometry().middle, RING_PX * self.scale, BAND_PX * self.scale)

    def _meets_ring(self, rect: QRect) -> bool:
        """Whether some of `rect` lies as far out as the ring."""
        middle = self.width() / 2
        across = max(middle - rect.left(), rect.right() + 1 - middle)
        along = max(middle - rect.top(), rect.bottom() + 1 - middle)
        return math.hypot(across, along) >= (RING_PX - BAND_PX / 2 - 2) * self.scale

    def _steady_tip(self, before: Face, face: Face) -> float | None:
        """The ring to show: as before, while its end has not moved by so much that one would see it."""
        if face.to_go is None or before.to_go is None or face.to_go <= 0:
            return face.to_go
        moved = abs(before.to_go - face.to_go) * 2 * math.pi * RING_PX * self.scale * self.devicePixelRatioF()
        return before.to_go if moved < TIP_STEP_PX else face.to_go

    def _update_tip(self, before: float | None, now: float | None) -> None:
        if before == now or self._face.reps:
            return
        if before is None or now is None or abs(before - now) > JUMP_SHARE or now <= 0:
            self.update()
            return
        ring = self._ring()
        self.update(ring.tip(before).united(ring.tip(now)).toAlignedRect())

    # -- Qt --------------------------------------------------------------------------------------

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

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep no pictures of a movement that nobody sees: they are made again soon enough."""
        self._steps.clear()
        super().hideEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint no more than was asked for."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        self._paint(painter, tokens(self), event.rect())
        painter.end()


def _ground_of(face: Face) -> tuple[object, ...]:
    """What of a face is in the picture that stands still."""
    return face.is_held, face.is_ember, face.reps, face.done
