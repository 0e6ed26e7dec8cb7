"""A picture beside a text: a part of a figure, in a rounded frame; over the hand, what it measures."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from acutimer.core.body import Figure
from acutimer.core.placing import flip, is_flipped
from acutimer.core.splines import Place
from acutimer.language.joining import side_by_side
from acutimer.language.sentences import inside
from acutimer.ui.body.figures import FigureKey
from acutimer.ui.context import Context
from acutimer.ui.explore.reading.hand_measures import (
    LANDMARKS,
    above_px,
    beside_px,
    hand_measures,
    has_measures,
    paint_hand_measures,
)
from acutimer.ui.explore.words import area_name, facing_name
from acutimer.ui.kit.tokens import color, tokens

HEIGHT_PX = 216
MEASURED_PX = 340
WIDTH_PX = 352
RADIUS_PX = 18.0
EDGE_PX = 20.0
# Of a figure's height so much is seen, if no other share is named: the limb runs out of the frame.
SEEN = 0.58
SEEN_OF = {"hand_palm": 0.44}
# Where the middle of the picture lies, as a share of the figure's height; of the others it is half way.
MIDDLE = {"foot_inner": 0.64, "foot_outer": 0.64, "foot_top": 0.33, "hand_palm": 0.215}


@dataclass(frozen=True, slots=True)
class Window:
    """A figure seen through the frame: `scale` px per unit, its rect's corner at `left`, `top` in px."""

    figure: Figure
    is_flipped: bool
    scale: float
    left: float
    top: float

    def px(self, drawn: Place) -> QPointF:
        """Where a place of the drawing stands in the frame."""
        x, y, _, _ = self.figure.rect
        shown = flip(self.figure, drawn) if self.is_flipped else drawn
        return QPointF(self.left + (shown[0] - x) * self.scale, self.top + (shown[1] - y) * self.scale)


class GuidePicture(QWidget):
    """Shows the figure with the id. Its drawing is asked for when it is first seen, and shown once it is made."""

    def __init__(self, context: Context, figure_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._figure = context.atlas.figure(figure_id)
        self.is_measured = has_measures(self._figure.landmarks)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self._spoken())
        context.figures.drawn.connect(self._drawn)

    def window_in(self, size: QSize) -> Window:
        """Where the figure lies in a frame of `size`."""
        preferences = self._context.preferences.value
        flipped = is_flipped(self._figure, preferences.first_side, preferences.mirror)
        return _measured(self._figure, flipped, size) if self.is_measured else _part(self._figure, flipped, size)

    def _spoken(self) -> str:
        if self.is_measured:
            words = side_by_side(measure.words for measure in hand_measures())
            return self.tr("Drawing: the back of a hand. {measures}").format(measures=words)
        area, facing = self._figure.area, facing_name(self._figure.facing)
        what = self.tr("Body") if area is None else area_name(area)
        return self.tr("Drawing: {what}, {view}").format(what=what, view=inside(facing))

    def _key(self, scale: float) -> FigureKey:
        window = self.window_in(self.size())
        px_per_unit = round(scale * self.devicePixelRatioF(), 4)
        bones = self._context.preferences.value.bones and self._figure.area is not None
        return FigureKey(self._figure.id, px_per_unit, tokens(self).is_dark, window.is_flipped, bones)

    def _drawn(self, key: FigureKey) -> None:
        if key.id == self._figure.id:
            self.update()

    def sizeHint(self) -> QSize:
        """As wide as a panel's column; higher with the measures."""
        return QSize(WIDTH_PX, MEASURED_PX if self.is_measured else HEIGHT_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground, and on it what there is of the drawing."""
        theme, window = tokens(self), self.window_in(self.size())
        painter = QPainter(self)
        hints = QPainter.RenderHint
        painter.setRenderHints(hints.Antialiasing | hints.TextAntialiasing | hints.SmoothPixmapTransform)
        frame = QPainterPath()
        frame.addRoundedRect(QRectF(self.rect()), RADIUS_PX, RADIUS_PX)
        painter.fillPath(frame, color(theme.inset))
        painter.setClipPath(frame)
        key = self._key(window.scale)
        drawn = self._context.figures.get(key) or self._context.figures.stand_in(key)
        if drawn is not None:
            _, _, width, height = self._figure.rect
            ratio = self.devicePixelRatioF()
            # On whole device pixels the lines of the drawing stay sharp.
            left, top = round(window.left * ratio) / ratio, round(window.top * ratio) / ratio
            painter.drawImage(QRectF(left, top, width * window.scale, height * window.scale), drawn)
        if self.is_measured and drawn is not None:
            places = {name: window.px(self._figure.landmarks[name]) for name in LANDMARKS}
            tips = window.px((0.0, _top(self._figure))).y()
            paint_hand_measures(painter, places.__getitem__, tips, theme)
        painter.end()


def _part(figure: Figure, is_flipped: bool, size: QSize) -> Window:
    """The middle part, as large as the width allows."""
    _, _, width, height = figure.rect
    scale = min(size.height() / (SEEN_OF.get(figure.id, SEEN) * height), size.width() / width)
    top = size.height() / 2 - MIDDLE.get(figure.id, 0.5) * height * scale
    # Where the figure ends before the frame does, it stands in the middle.
    top = (size.height() - height * scale) / 2 if height * scale < size.height() else top
    return Window(figure, is_flipped, scale, (size.width() - width * scale) / 2, top)


def _measured(figure: Figure, is_flipped: bool, size: QSize) -> Window:
    """The fingers and the thumb, with room for the brackets above them and the thumb's words beside it."""
    xs = [x for polygon in figure.outline for x, y in polygon if y < _wrist(figure)]
    hand_px = size.width() - 2 * EDGE_PX - beside_px()
    tall_px = size.height() - above_px()
    scale = min(hand_px / (max(xs) - min(xs)), tall_px / (_wrist(figure) - _top(figure)))
    spare = hand_px - (max(xs) - min(xs)) * scale
    x, y, _, _ = figure.rect
    thumb_is_after = figure.landmarks[LANDMARKS[1]][0] > figure.landmarks[LANDMARKS[-1]][0]
    shown = [flip(figure, (x, 0.0))[0] for x in xs] if is_flipped else xs
    words_follow = thumb_is_after != is_flipped
    first = EDGE_PX + spare / 2 + (0.0 if words_follow else beside_px())
    return Window(figure, is_flipped, scale, first - (min(shown) - x) * scale, above_px() - (_top(figure) - y) * scale)


def _top(figure: Figure) -> float:
    """How high the longest finger reaches, in the figure's unit."""
    return min(y for polygon in figure.outline for _, y in polygon)


def _wrist(figure: Figure) -> float:
    """Where the picture of the hand may end: below the thumb's root, a third of the way from the tips further down."""
    knuckle = max(figure.landmarks[name][1] for name in LANDMARKS[:2])
    return knuckle + (knuckle - _top(figure)) / 3
