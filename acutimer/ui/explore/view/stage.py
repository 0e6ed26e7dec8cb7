"""A figure on a stage that one can come nearer to: the picture, the camera, and what the hands do with it."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from acutimer.ui.body.figures import FigureKey
from acutimer.ui.context import Context
from acutimer.ui.explore.view.boxes import Spot
from acutimer.ui.explore.view.camera import MOST_ZOOM, Camera, clamp
from acutimer.ui.explore.view.drawing import Drawing
from acutimer.ui.explore.view.framing import Frame
from acutimer.ui.explore.view.gestures import Gestures
from acutimer.ui.kit.tokens import tokens

# What lies on the drawing comes back, and the drawing is made sharp, so long after the last movement.
REST_MS = 160
STEP = 1.3
PAN_PX = 60.0
# From here on the drawing is seen larger than at rest.
NEARER = 1.001
# The sharp part reaches so far beyond the stage that a small shift needs no other.
BEYOND_PX = 48


class Stage(QWidget):
    """The base of the whole body and of the close-up.

    A subclass says in `frame_at_rest` how its figure stands when it is seen whole, in `follow` puts what lies on it
    in its place, and in `is_ground` where a double click means nothing but the way out.
    """

    zoomed = Signal(float)
    """How many times as large as at rest, 1 to MOST_ZOOM."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.drawing = Drawing(context.figures, self)
        self.drawing.changed.connect(self.take_drawing)
        self._rest: Frame | None = None
        self._camera: Camera | None = None  # None is at rest
        self._laid_out_for = (0, 0)
        self._is_moving = False
        self._is_held = self._is_due = False  # not to be laid out yet; to be, as soon as it may
        self._resting = QTimer(self, singleShot=True, interval=REST_MS)
        self._resting.timeout.connect(self.come_to_rest)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._gestures = Gestures(self)

    # -- what a subclass says ------------------------------------------------------------------------

    def frame_at_rest(self) -> Frame | None:
        """How the figure stands when it is seen whole; None while there is no figure or no room."""
        raise NotImplementedError

    def follow(self) -> None:
        """Put everything that lies on the drawing where it belongs now."""
        raise NotImplementedError

    def take_drawing(self) -> None:
        """There is another picture."""
        self.update()

    def ahead(self) -> Iterable[FigureKey]:
        """What is to be drawn next, once this is there."""
        return ()

    def is_ground(self, at: QPointF) -> bool:
        """Whether there is nothing to press at a place."""
        raise NotImplementedError

    def heart(self) -> Spot | None:
        """What one comes nearer to where no place is pointed at, in px; None is the middle of the stage."""
        return None

    # -- the camera ----------------------------------------------------------------------------------

    @property
    def frame(self) -> Frame | None:
        """How the figure stands now; None before it was laid out."""
        if self._rest is None or self._camera is None:
            return self._rest
        return self._rest.seen_by(self._camera, self._rest.corner)

    @property
    def zoom(self) -> float:
        """How many times as large as at rest."""
        return 1.0 if self._rest is None or self._camera is None else self._camera.scale / self._at_rest.scale

    @property
    def is_moving(self) -> bool:
        """Whether it was moved just now: what takes long waits until it rests."""
        return self._is_moving

    @property
    def is_nearer(self) -> bool:
        """Whether the figure is larger than when it is seen whole."""
        return self.zoom > NEARER

    def arrange(self) -> None:
        """Lay everything out anew for the present size and figure; a camera that came nearer stays where it was."""
        if self._is_held:
            self._is_due = True
            return
        zoom, middle = self.zoom, self._middle()
        self._rest, self._laid_out_for = self.frame_at_rest(), self._size
        self._camera = None
        if self._rest is not None and zoom > NEARER:
            x, y = self._rest.px(middle)
            nearer = self._at_rest.zoom_about((x, y), zoom).pan(self.width() / 2 - x, self.height() / 2 - y)
            self._camera = self._kept(nearer)
        self._settle()

    @contextmanager
    def arranged_once(self) -> Iterator[None]:
        """While several things change that lay everything out anew: it is laid out in the end, for them all."""
        if self._is_held:
            yield
            return
        self._is_held, self._is_due = True, False
        try:
            yield
        finally:
            self._is_held = False
            if self._is_due:
                self.arrange()

    def zoom_by(self, factor: float, about: Spot | None = None) -> None:
        """Come nearer, or go away; what is at `about`, in px, stays there: the stage's heart if not given."""
        if self._rest is not None:
            camera = self._camera or self._at_rest
            # Past the end it would be brought back about the middle, away from where it is to stay.
            factor = min(max(self.zoom * factor, 1.0), MOST_ZOOM) / self.zoom
            self._see(camera.zoom_about(about or self._heart_in_sight, factor))

    def pan_by(self, dx: float, dy: float) -> None:
        """Shift the drawing by so many px, as far as the body stays in sight."""
        if self._rest is not None and self._camera is not None:
            self._see(self._camera.pan(dx, dy))

    def see_whole(self) -> None:
        """Back to seeing all of the figure."""
        if self._rest is not None and self._camera is not None:
            self._see(self._at_rest)

    def forget_camera(self) -> None:
        """See all of the figure from the next layout on, without a movement."""
        self._camera = None

    def reveal(self, spot: Spot, margin_px: float) -> None:
        """Shift the drawing so that a place on the stage is at least so far inside of it."""
        x, y = (min(max(at, margin_px), size - margin_px) for at, size in zip(spot, self._size, strict=True))
        if (x, y) != spot:
            self.pan_by(x - spot[0], y - spot[1])

    def come_to_rest(self) -> None:
        """The movement is over: put back what stood aside, and have a sharp picture made."""
        if self._camera is not None:
            self._camera = Camera(self._camera.scale, round(self._camera.x), round(self._camera.y))
        self._settle()

    # -- inside --------------------------------------------------------------------------------------

    @property
    def _size(self) -> tuple[int, int]:
        return self.width(), self.height()

    @property
    def _at_rest(self) -> Camera:
        assert self._rest is not None
        return self._rest.camera(self._rest.corner)

    @property
    def _heart_in_sight(self) -> Spot:
        """The stage's heart; its middle where it has none, or where one has looked away from it."""
        heart = self.heart()
        is_in_sight = heart is not None and self.rect().contains(round(heart[0]), round(heart[1]))
        return heart if heart is not None and is_in_sight else (self.width() / 2, self.height() / 2)

    def _middle(self) -> Spot:
        """The place of the figure, as shown, in the middle of the stage as it was laid out last."""
        frame = self.frame
        if frame is None:
            return (0.0, 0.0)
        (x, y), (width, height) = frame.corner, self._laid_out_for
        return (x + (width / 2 - frame.left) / frame.scale, y + (height / 2 - frame.top) / frame.scale)

    def _kept(self, camera: Camera) -> Camera | None:
        assert self._rest is not None
        extent = self._rest.extent
        kept = clamp(camera, self._at_rest, width=self.width(), height=self.height(), extent=extent)
        return kept if kept.scale > self._at_rest.scale * NEARER else None

    def _see(self, camera: Camera) -> None:
        before = self._camera
        self._camera = self._kept(camera)
        if self._camera == before:
            return
        self._is_moving = True
        self._resting.start()
        self.follow()
        self.zoomed.emit(self.zoom)
        self.update()

    def _settle(self) -> None:
        self._resting.stop()
        self._is_moving = False
        self.follow()
        self.zoomed.emit(self.zoom)
        self.want()
        self.update()

    def want(self) -> None:
        """Ask for the picture of what is seen, if anyone looks."""
        if self._rest is None or not self.isVisible():
            return
        self.drawing.want(self.key_of(self._rest), self.ahead)
        frame = self.frame
        assert frame is not None
        self.drawing.sharpen(self._part(frame) if self.is_nearer else None)

    def key_of(self, frame: Frame) -> FigureKey:
        """The picture a frame shows."""
        bones = self._context.preferences.value.bones
        scale = frame.scale * self.devicePixelRatio()
        return FigureKey(frame.figure.id, scale, tokens(self).is_dark, frame.is_flipped, bones)

    def _part(self, frame: Frame) -> FigureKey | None:
        """What of the picture is in sight, and a little round it."""
        key, ratio = self.key_of(frame), self.devicePixelRatio()
        across, down = (round(units * key.px_per_unit) for units in frame.figure.rect[2:])
        left = max(0, round((-frame.left - BEYOND_PX) * ratio))
        top = max(0, round((-frame.top - BEYOND_PX) * ratio))
        right = min(across, round((self.width() - frame.left + BEYOND_PX) * ratio))
        bottom = min(down, round((self.height() - frame.top + BEYOND_PX) * ratio))
        if right <= left or bottom <= top:
            return None
        if frame.is_flipped:
            left, right = across - right, across - left
        return replace(key, part=(left, top, right - left, bottom - top))

    # -- Qt ------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew."""
        super().resizeEvent(event)
        self.arrange()

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for the drawing only when it is looked at."""
        super().showEvent(event)
        self.want()

    def hideEvent(self, event: QHideEvent) -> None:
        """Not seen, it does not move."""
        super().hideEvent(event)
        if self._is_moving:
            self.come_to_rest()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self.want()
