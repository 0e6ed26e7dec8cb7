"""The lens without what beats and counts: the figure on its disc, and what is marked on it."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPixmap

from acutimer.core.body import Figure
from acutimer.core.placing import flip
from acutimer.core.sides import Side
from acutimer.core.splines import Place
from acutimer.ui.body.figures import FigureKey, Figures
from acutimer.ui.kit.tokens import color
from acutimer.ui.session.lens import drawing
from acutimer.ui.session.lens.face import Face
from acutimer.ui.session.lens.geometry import Geometry, Ground
from acutimer.ui.session.lens.movement import Movement
from acutimer.ui.session.lens.ruled import paint_found
from acutimer.ui.session.lens.scene import Scene

DIMMED = 0.38
HINTS = QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
MOST_BYTES = 32_000_000  # of all pictures of one movement, as they are kept


@dataclass(frozen=True, slots=True)
class Turning:
    """The scene in the lens, `progress` (0 to 1) of the way from the one `before` it."""

    scene: Scene | None
    before: Scene | None = None
    progress: float = 1.0


class Picture:
    """Draws scenes. `figures` gives the drawings of the `atlas`, `poses` those that acts are made of.

    `drawings` says where things are in those.
    """

    def __init__(
        self, figures: Figures, poses: Figures, atlas: Mapping[str, Figure], drawings: Mapping[str, Figure]
    ) -> None:
        self._figures, self._atlas = figures, atlas
        self._movement = Movement(poses, drawings)
        self.side_words: Mapping[Side, str] = {}
        self.bones = True

    def keys(self, scene: Scene, geometry: Geometry, *, dark: bool) -> tuple[FigureKey, ...]:
        """The drawings a scene is made of."""
        if scene.act is not None:
            return tuple(self._movement.keys(scene.act, geometry, dark=dark).values())
        has_bones = self.bones and self._atlas[scene.figure].area is not None
        px_per_unit = geometry.px_per_unit(scene.across) * geometry.ratio
        return (FigureKey(scene.figure, round(px_per_unit, 4), dark, scene.is_flipped, has_bones),)

    def ask_for(self, scene: Scene, geometry: Geometry, *, dark: bool) -> None:
        """Have a scene's drawings made."""
        if scene.act is not None:
            self._movement.ask_for(scene.act, geometry, dark=dark)
        else:
            self._figures.get(self.keys(scene, geometry, dark=dark)[0])

    def moving_rect(self, scene: Scene, geometry: Geometry) -> QRect:
        """Where alone a practice that moves ever looks different; nothing where nothing moves."""
        act = scene.act
        if act is None:
            return QRect()
        if act.moving is None:
            return geometry.disc.toAlignedRect()
        x, y, width, height = act.moving
        corners = ((x, y), (x + width, y + height))
        if scene.is_flipped:
            corners = tuple(flip(self._atlas[scene.figure], there) for there in corners)  # type: ignore[assignment]  # two
        first, last = (geometry.px(scene, there) for there in corners)
        return QRectF(first, last).normalized().toAlignedRect().intersected(geometry.disc.toAlignedRect())

    def compose(self, turning: Turning, face: Face, on: Ground) -> QPixmap:
        """The disc with the scene on it, on the window's ground."""
        side = round(on.geometry.side * on.geometry.ratio)
        still = _pixmap(QSize(side, side), on.geometry.ratio, color(on.theme.bg))
        painter = QPainter(still)
        self._paint_disc(painter, turning, face, on)
        painter.end()
        return still

    def compose_step(self, scene: Scene, face: Face, on: Ground) -> QPixmap:
        """What lies in `moving_rect` in one picture of a movement; see-through outside the disc."""
        rect, ratio = self.moving_rect(scene, on.geometry), on.geometry.ratio
        size = QSize(round(rect.width() * ratio), round(rect.height() * ratio))
        made = _pixmap(size, ratio, QColor(Qt.GlobalColor.transparent))
        painter = QPainter(made)
        painter.translate(-rect.x(), -rect.y())
        self._paint_disc(painter, Turning(scene), face, on)
        painter.end()
        return made

    def keeps_steps(self, scene: Scene, geometry: Geometry, *, dark: bool) -> bool:
        """Whether the pictures of a movement are worth keeping: all its drawings are there, and all pictures fit in."""
        act = scene.act
        if act is None or not self._movement.is_ready(act, geometry, dark=dark):
            return False
        rect = self.moving_rect(scene, geometry)
        return 4 * act.steps * rect.width() * rect.height() * geometry.ratio**2 <= MOST_BYTES

    def _paint_disc(self, painter: QPainter, turning: Turning, face: Face, on: Ground) -> None:
        scene, before, progress = turning.scene, turning.before, turning.progress
        geometry = on.geometry
        painter.setRenderHints(HINTS)
        disc = QPainterPath()
        disc.addEllipse(geometry.disc)
        painter.fillPath(disc, color(on.theme.surface))
        painter.setClipPath(disc)
        shown = DIMMED if face.is_held else 1.0
        is_there = progress >= 1 or before is None
        if scene is not None and before is not None and not is_there and not scene.pans_from(before):
            painter.setOpacity(shown * (1 - progress))
            self._paint(painter, before, before.center, face, on)
            painter.setOpacity(shown * progress)
            self._paint(painter, scene, scene.center, face, on)
        elif scene is not None:
            painter.setOpacity(shown)
            self._paint(painter, scene, _between(before, scene, progress), face, on)
        if scene is not None and is_there and not face.is_held:
            painter.setOpacity(1)
            self._paint_marks(painter, scene, on)

    def _paint(self, painter: QPainter, scene: Scene, center: Place, face: Face, on: Ground) -> None:
        """The figure, or the picture of a movement, in the painter's opacity."""
        if scene.act is not None:
            self._movement.paint(
                painter, scene, min(face.step, scene.act.steps - 1), on.geometry, dark=on.theme.is_dark
            )
            return
        x, y, width, height = self._atlas[scene.figure].rect
        scale, ratio = on.geometry.px_per_unit(scene.across), on.geometry.ratio
        corner = on.geometry.px(scene, (x, y), center)
        # On whole device pixels the lines of the drawing stay sharp.
        at = QPointF(round(corner.x() * ratio) / ratio, round(corner.y() * ratio) / ratio)
        key = self.keys(scene, on.geometry, dark=on.theme.is_dark)[0]
        drawn = self._figures.get(key) or self._figures.stand_in(key)
        if drawn is not None:
            painter.drawImage(QRectF(at.x(), at.y(), width * scale, height * scale), drawn)

    def _paint_marks(self, painter: QPainter, scene: Scene, on: Ground) -> None:
        geometry, theme, scale = on.geometry, on.theme, on.geometry.scale
        if scene.landmark is not None and scene.active:
            start, end = geometry.px(scene, scene.landmark), geometry.px(scene, scene.active[0])
            drawing.draw_way(painter, start, end, theme, scale)
            drawing.draw_landmark(painter, start, theme, scale)
        if scene.found:
            paint_found(painter, scene, self._atlas[scene.figure], on)
        if scene.done is not None and scene.active:
            start, end = geometry.px(scene, scene.done), geometry.px(scene, scene.active[0])
            drawing.draw_across(painter, start, end, theme, scale)
            drawing.draw_done(painter, start, theme, scale)
        for label in scene.labels:
            words = self.side_words.get(label.side, "")
            drawing.draw_label(painter, geometry.px(scene, label.at), words, theme, scale, is_active=label.is_coming)


def _pixmap(size: QSize, ratio: float, ground: QColor) -> QPixmap:
    made = QPixmap(size)
    made.setDevicePixelRatio(ratio)
    made.fill(ground)
    return made


def _between(before: Scene | None, scene: Scene, progress: float) -> Place:
    if before is None or progress >= 1:
        return scene.center
    (x0, y0), (x1, y1) = before.center, scene.center
    return (x0 + (x1 - x0) * progress, y0 + (y1 - y0) * progress)
