"""The body from the front and from behind, warm where one pressed."""

from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from acutimer.core.body import Figure
from acutimer.core.placing import edges, is_flipped, shown
from acutimer.core.settings import Mirror
from acutimer.core.sides import Side
from acutimer.ui.body.figures import FigureKey
from acutimer.ui.body.warm_pictures import WarmPictures, side_names
from acutimer.ui.body.warm_views import FULL_SECONDS_A_DAY, Pressed, View, spots_on
from acutimer.ui.context import Context
from acutimer.ui.explore.view.body_painting import paint_floor
from acutimer.ui.explore.view.framing import Frame
from acutimer.ui.kit.fonts import font
from acutimer.ui.kit.text import draw_text, text_width
from acutimer.ui.kit.tokens import Tokens, color, tokens

BODIES = ("body_front", "body_back")
KNEES = 745.0  # how far down the names of the sides stand, in thousandths of the stature
AIR = 4.0  # beside the hands, in the same
NAME_PX = 44  # room for "Front" below the feet
GAP_PX = 12  # between the two
SIDE_GAP_PX = 18  # from a knee to the name of its side: a ring round a point at its edge has room there
RING_PX, HALO_PX, STROKE_PX = 11.0, 6.0, 2.75  # a ring's radius, and its two lines


class WarmBodies(QWidget):
    """Both views whole, side by side. The list beside them says the same in words; so does the accessible name."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._mirror = Mirror.MIRROR
        self._pictures = WarmPictures(context.figures, context.atlas)
        self._marked: Collection[str] = ()
        self._views: tuple[View, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        context.figures.drawn.connect(self._drawn)
        self.show_pressed((), 1)

    @property
    def views(self) -> tuple[View, ...]:
        """Front and back, and what is warm there."""
        return self._views

    @property
    def marked(self) -> Collection[str]:
        """The points whose spots wear a ring."""
        return self._marked

    def show_pressed(self, pressed: Sequence[Pressed], days: int) -> None:
        """Warm what was pressed in so many days; nothing is marked."""
        self._mirror = self._context.preferences.value.mirror
        bodies = [self._context.atlas.figure(name) for name in BODIES]
        self._views = tuple(View(it.id, spots_on(it, pressed, self._mirror), it.rect) for it in bodies)
        self._pictures.show(self._views, FULL_SECONDS_A_DAY * days)
        self._marked = ()
        self.update()

    def mark(self, codes: Collection[str]) -> None:
        """Lay a ring round the spots of these points, on both sides; of none, take the rings away."""
        if codes != self._marked:
            self._marked = codes
            self.update()

    def rings(self) -> list[QPointF]:
        """The middles of the rings, in px."""
        return [it for _, frame in self._framed() for it in self._ringed(frame)]

    # -- inside --------------------------------------------------------------------------------------

    def _drawn(self, key: FigureKey) -> None:
        if key.id in BODIES:
            self.update()

    def _framed(self) -> Iterator[tuple[View, Frame]]:
        """Each view, and how its figure stands here: the air beside the hands may lie over the other's."""
        share = (self.width() - GAP_PX) / len(self._views)
        bodies = [self._context.atlas.figure(view.figure_id) for view in self._views]
        height = self.height() - NAME_PX
        scale = min(min(share / (2 * _reach(it)), height / it.rect[3]) for it in bodies)
        if scale <= 0:
            return
        for place, (view, figure) in enumerate(zip(self._views, bodies, strict=True)):
            left, _, _, rect_height = figure.rect
            middle = (share + GAP_PX) * place + share / 2
            corner = (round(middle + left * scale), round((height - rect_height * scale) / 2))
            yield view, Frame(figure, is_flipped(figure, Side.LEFT, self._mirror), scale, *corner)

    def _ringed(self, frame: Frame) -> Iterator[QPointF]:
        for code in self._marked:
            for side in (Side.LEFT, Side.RIGHT):
                spot = shown(frame.figure, code, side, self._mirror)
                if spot is not None:
                    yield QPointF(*frame.px(spot))

    def _key(self, frame: Frame) -> FigureKey:
        per_unit = round(frame.scale * self.devicePixelRatioF(), 4)
        bones = self._context.preferences.value.bones  # as Explore has them: the same picture serves for both
        return FigureKey(frame.figure.id, per_unit, tokens(self).is_dark, frame.is_flipped, bones)

    # -- painting ------------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint each body on its floor, the names of its sides, and what it is seen from."""
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing
            | QPainter.RenderHint.SmoothPixmapTransform
            | QPainter.RenderHint.TextAntialiasing
        )
        theme = tokens(self)
        for view, frame in self._framed():
            paint_floor(painter, frame, theme)
            self._paint_body(painter, view, frame, theme)
            self._paint_names(painter, frame, theme)
            for at in self._ringed(frame):
                _paint_ring(painter, at, theme)
        painter.end()

    def _paint_body(self, painter: QPainter, view: View, frame: Frame, theme: Tokens) -> None:
        picture = self._pictures.get(view, self._key(frame), theme)
        if picture is None:
            return
        (width, height), ratio = frame.size, self.devicePixelRatioF()
        if picture.width() == round(width * ratio):  # drawn for this size: pixel for pixel
            width, height = picture.width() / ratio, picture.height() / ratio
        painter.drawImage(QRectF(frame.left, frame.top, width, height), picture)

    def _paint_names(self, painter: QPainter, frame: Frame, theme: Tokens) -> None:
        figure = frame.figure
        outside, y = frame.px((_knee(figure), KNEES))
        middle = frame.px((0.0, KNEES))[0]
        away = middle - outside + SIDE_GAP_PX
        near, far = side_names(figure.id, self._mirror)
        type_ = font(17, 450)
        ends = max(middle - away, text_width(near, type_)), min(middle + away, self.width() - text_width(far, type_))
        draw_text(painter, ends[0], y, near, type_, color(theme.ink2), Qt.AlignmentFlag.AlignRight)
        draw_text(painter, ends[1], y, far, type_, color(theme.ink2))
        name = self.tr("Front") if figure.id == BODIES[0] else self.tr("Back", "a view")
        foot = frame.top + frame.size[1] + NAME_PX / 2
        centre = Qt.AlignmentFlag.AlignHCenter
        draw_text(painter, middle, foot, name, font(17, 550), color(theme.ink2), centre)

    def sizeHint(self) -> QSize:
        """As large as may be."""
        return QSize(560, 560)

    def minimumSizeHint(self) -> QSize:
        """Small enough for the smallest window; larger they tell more."""
        return QSize(380, 320)


@lru_cache(maxsize=len(BODIES))  # the outline is walked for it, and each painting asks
def _knee(figure: Figure) -> float:
    """How far to the left the outside of a knee is; the other is as far to the right."""
    left = figure.rect[0]
    return left + edges(figure, (left, KNEES), (1.0, 0.0))[0]


@lru_cache(maxsize=len(BODIES))
def _reach(figure: Figure) -> float:
    """How far the hands are from the midline, and a little air."""
    return AIR + max(abs(x) for polygon in figure.outline for x, _ in polygon)


def _paint_ring(painter: QPainter, at: QPointF, theme: Tokens) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for ink, width in ((theme.halo, HALO_PX), (theme.pine, STROKE_PX)):
        painter.setPen(QPen(color(ink), width))
        painter.drawEllipse(at, RING_PX, RING_PX)
