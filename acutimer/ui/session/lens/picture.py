"""The lens without what pulses and counts: the figure on its disc, and what is marked on it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPixmap

from acutimer.core.body import Figure
from acutimer.core.pacing import Motion
from acutimer.core.sides import Side
from acutimer.core.splines import Place
from acutimer.ui.body.figures import FigureKey, Figures
from acutimer.ui.kit.tokens import Tokens, color
from acutimer.ui.session.lens import drawing
from acutimer.ui.session.lens.acts import heel_raise
from acutimer.ui.session.lens.face import Face
from acutimer.ui.session.lens.scene import Scene

RADIUS_PX = 232.0
DIMMED = 0.38
GHOST = 0.22
FINEST_POSE = 1.6  # device px to the mm: all poses must fit into memory


@dataclass(frozen=True, slots=True)
class Geometry:
    """The lens's size: `side` px, `scale` times the design's, `ratio` device px to the px."""

    side: float
    scale: float
    ratio: float

    @property
    def middle(self) -> QPointF:
        """The middle of lens and ring."""
        return QPointF(self.side / 2, self.side / 2)

    def px_per_unit(self, scene: Scene) -> float:
        """How large the scene's figure is shown."""
        return 2 * RADIUS_PX * self.scale / scene.across

    def px(self, scene: Scene, there: Place, center: Place | None = None) -> QPointF:
        """Where a place of the scene is, `center` being in the middle (the scene's own, if not told otherwise)."""
        x, y = center or scene.center
        scale = self.px_per_unit(scene)
        return QPointF(self.middle.x() + (there[0] - x) * scale, self.middle.y() + (there[1] - y) * scale)


@dataclass(frozen=True, slots=True)
class Ground:
    """What is painted on: the size, and the colours."""

    geometry: Geometry
    theme: Tokens


class Picture:
    """Draws scenes. `figures` gives the drawings, `poses` those of the heel raise, `atlas` says where things are."""

    def __init__(self, figures: Figures, poses: Figures, atlas: Mapping[str, Figure]) -> None:
        self._figures, self._poses, self._atlas = figures, poses, atlas
        self.side_words: Mapping[Side, str] = {}
        self.bones = True

    def keys(self, scene: Scene, geometry: Geometry, *, dark: bool) -> tuple[FigureKey, ...]:
        """The drawings a scene is made of."""
        has_bones = self.bones and self._atlas[scene.figure].area is not None and not scene.lifts
        px_per_unit = geometry.px_per_unit(scene) * geometry.ratio
        key = FigureKey(scene.figure, round(px_per_unit, 4), dark, scene.is_flipped, has_bones)
        if not scene.lifts:
            return (key,)
        finest = min(key.px_per_unit, FINEST_POSE)
        numbers = range(heel_raise.POSES)
        return tuple(replace(key, id=heel_raise.pose_id(number), px_per_unit=finest) for number in numbers)

    def ask_for(self, scene: Scene, geometry: Geometry, *, dark: bool) -> None:
        """Have a scene's drawings made."""
        source = self._poses if scene.lifts else self._figures
        for key in reversed(self.keys(scene, geometry, dark=dark)):  # what is asked for last is drawn first
            source.get(key)

    def compose(self, scene: Scene | None, before: Scene | None, progress: float, face: Face, on: Ground) -> QPixmap:
        """The disc with the scene on it, `progress` of the way from the one `before`."""
        geometry = on.geometry
        still = QPixmap(round(geometry.side * geometry.ratio), round(geometry.side * geometry.ratio))
        still.setDevicePixelRatio(geometry.ratio)
        still.fill(Qt.GlobalColor.transparent)
        painter = QPainter(still)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        disc = QPainterPath()
        disc.addEllipse(geometry.middle, RADIUS_PX * geometry.scale, RADIUS_PX * geometry.scale)
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
            self._paint_marks(painter, scene, face, on)
        painter.end()
        return still

    def _paint(self, painter: QPainter, scene: Scene, center: Place, face: Face, on: Ground) -> None:
        """The figure, in the painter's opacity."""
        x, y, width, height = self._atlas[scene.figure].rect
        scale, ratio = on.geometry.px_per_unit(scene), on.geometry.ratio
        corner = on.geometry.px(scene, (x, y), center)
        # On whole device pixels the lines of the drawing stay sharp.
        at = QPointF(round(corner.x() * ratio) / ratio, round(corner.y() * ratio) / ratio)
        place = QRectF(at.x(), at.y(), width * scale, height * scale)
        if scene.lifts:
            floor = on.geometry.px(scene, (0.0, heel_raise.FLOOR_Y)).y()
            drawing.draw_floor(painter, floor, on.geometry.side, on.theme)
            keys = self.keys(scene, on.geometry, dark=on.theme.is_dark)
            self._paint_lift(painter, keys, place, face.lift)
            return
        key = self.keys(scene, on.geometry, dark=on.theme.is_dark)[0]
        drawn = self._figures.get(key) or self._figures.stand_in(key)
        if drawn is not None:
            painter.drawImage(place, drawn)

    def _paint_lift(self, painter: QPainter, keys: tuple[FigureKey, ...], place: QRectF, lift: float) -> None:
        """The foot as high as the repetition stands, and flat as a ghost."""
        poses = [self._poses.get(key) for key in reversed(keys)][::-1]  # the flat one is drawn first
        number = heel_raise.pose_at(lift)
        flat, opacity = poses[0], painter.opacity()
        if number and flat is not None:
            painter.setOpacity(opacity * GHOST)
            painter.drawImage(place, flat)
            painter.setOpacity(opacity)
        # While a pose is still being drawn, the nearest one below it stands in.
        drawn = next((pose for pose in reversed(poses[: number + 1]) if pose is not None), None)
        if drawn is not None:
            painter.drawImage(place, drawn)

    def _paint_marks(self, painter: QPainter, scene: Scene, face: Face, on: Ground) -> None:
        geometry, theme, scale = on.geometry, on.theme, on.geometry.scale
        if scene.landmark is not None and scene.active:
            start, end = geometry.px(scene, scene.landmark), geometry.px(scene, scene.active[0])
            drawing.draw_way(painter, start, end, theme, scale)
            drawing.draw_landmark(painter, start, theme, scale)
        if scene.done is not None and scene.active:
            start, end = geometry.px(scene, scene.done), geometry.px(scene, scene.active[0])
            drawing.draw_across(painter, start, end, theme, scale)
            drawing.draw_done(painter, start, theme, scale)
        for label in scene.labels:
            words, is_active = self.side_words.get(label.side, ""), label is scene.labels[-1]
            drawing.draw_label(painter, geometry.px(scene, label.at), words, theme, scale, is_active=is_active)
        if scene.paced is not None and face.motion in (Motion.RISE, Motion.LOWER):
            at = geometry.px(scene, scene.paced)
            drawing.draw_pace(painter, at, theme, scale, upwards=face.motion is Motion.RISE)


def _between(before: Scene | None, scene: Scene, progress: float) -> Place:
    if before is None or progress >= 1:
        return scene.center
    (x0, y0), (x1, y1) = before.center, scene.center
    return (x0 + (x1 - x0) * progress, y0 + (y1 - y0) * progress)
