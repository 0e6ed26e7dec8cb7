"""One movement from the whole body to a close-up, or back: one camera sees both pictures, one fades into the other."""

import math
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from acutimer.core.sides import Side
from acutimer.ui.explore.view.anchors import matched
from acutimer.ui.explore.view.boxes import Spot
from acutimer.ui.explore.view.camera import Camera, ease
from acutimer.ui.explore.view.framing import Frame
from acutimer.ui.explore.view.stage import Stage
from acutimer.ui.kit.tokens import color, tokens

MOVE_SECONDS = 0.25
FADE_SECONDS = 0.12
TICK_MS = 12
# The close-up comes while the size goes through this part of its way, the body goes through that one. What the close-up
# leaves out, the other leg, say, is to be gone well before the end.
COMING, GOING = (0.15, 0.6), (0.35, 0.7)


class Zooming(QWidget):
    """Lies over the stage that comes, beneath its controls, and shows the movement until it is over.

    It moves from wherever it is: asked to go elsewhere on the way, it turns round there. Where the close-up has no
    picture yet at the end, the body stays as it is, come near, and the picture fades in when it is there.
    """

    over = Signal()
    """The movement has ended."""
    pressed = Signal(object)
    """A press on the way, where it means a place on the body: that place, as drawn."""

    def __init__(self, body: Stage, close_up: Stage, clock: Callable[[], float]) -> None:
        super().__init__(body)
        self._body, self._close_up, self._clock = body, close_up, clock
        self._end = body
        self._rests: tuple[Frame, Frame] | None = None
        self._anchors: tuple[Spot, Spot] = ((0.0, 0.0), (0.0, 0.0))
        self._from = self._to = self._now = Camera(1.0, 0.0, 0.0)
        self._began: float | None = None
        self._arrived: float | None = None  # when the close-up's picture was there
        self._seen = QRect()
        self._ticks = QTimer(self, interval=TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._ticks.timeout.connect(self.tick)
        close_up.drawing.changed.connect(self._take_drawing)
        for stage in (body, close_up):
            stage.zoomed.connect(lambda _zoom, stage=stage: self._follow_end(stage))
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self.hide()

    @property
    def is_moving(self) -> bool:
        """Whether the movement is under way."""
        return self._rests is not None

    @property
    def camera(self) -> Camera:
        """Where one looks from now."""
        return self._now

    @property
    def body_now(self) -> Frame | None:
        """How the body stands at this moment of the movement."""
        return None if self._rests is None else self._rests[0].seen_by(self._now, self._anchors[0])

    def go(self, start: tuple[Frame, Frame], end: Stage, side: Side) -> None:
        """Move to the stage `end`, which is laid out and shown.

        `start` are the body and the close-up as each stands when it is seen by itself; the movement begins at the one
        that is not the end, or where the movement under way is now.
        """
        body_now = self.body_now
        anchors = matched(start[0], start[1], side)
        was_seen = start[1] if end is self._body else start[0]
        if body_now is not None and body_now.figure is start[0].figure:
            self._from = body_now.camera(anchors[0])
        else:
            self._from = was_seen.camera(anchors[1] if end is self._body else anchors[0])
        self._rests, self._anchors = start, anchors
        self._end, self._now = end, self._from
        self._aim()
        self._arrived = None if self._close_up.drawing.image is None else -math.inf
        # Over the drawing, under the controls: those of the body lie on it, those of a close-up beside it.
        self.setParent(end if end is self._body else end.parentWidget())
        self.setGeometry(end.rect() if end is self._body else end.geometry())
        self.lower()
        if end is not self._body:
            end.lower()
        self._seen = self.rect()
        self.show()
        self._ticks.start()
        self.update()

    def stop(self) -> None:
        """End at once; what comes is seen as it is."""
        if self._rests is not None:
            self._rests = None
            self._ticks.stop()
            self.hide()
            self.over.emit()

    def tick(self) -> None:
        """Move to where one is by now."""
        if self._rests is None:
            self._ticks.stop()
            return
        now = self._clock()
        if self._began is None:  # the movement begins with its first picture, however long that took
            self._began = now
        share = min(1.0, (now - self._began) / MOVE_SECONDS)
        self._now = self._from.toward(self._to, ease(share))
        is_there = share >= 1.0
        if is_there and self._goes_near and self._fade_in(now) < 1.0:
            if self._arrived is None:
                self._ticks.stop()  # until the picture is there
        elif is_there:
            self.stop()
            return
        self._update_seen()

    # -- inside --------------------------------------------------------------------------------------

    def _aim(self) -> None:
        """Go on from here to where the end is seen now."""
        frame = self._end.frame
        assert frame is not None
        self._from, self._began = self._now, None
        self._to = frame.camera(self._anchors[0 if self._end is self._body else 1])

    def _follow_end(self, stage: Stage) -> None:
        """The end was moved on the way, by a wheel or a key: that is where one goes now."""
        if self._rests is not None and stage is self._end and self._end.frame is not None:
            self._aim()
            self._ticks.start()

    @property
    def _goes_near(self) -> bool:
        return self._end is not self._body

    def _fade_in(self, now: float) -> float:
        """How much of the close-up's picture is there, where it came only on the way."""
        if self._arrived is None:
            return 0.0
        return min(1.0, (now - self._arrived) / FADE_SECONDS)

    def _take_drawing(self) -> None:
        if self._rests is not None and self._arrived is None and self._close_up.drawing.image is not None:
            self._arrived = self._clock()
            self._ticks.start()

    def _alphas(self) -> tuple[float, float]:
        """How strongly the body and the close-up are painted, by how large the camera sees them."""
        assert self._rests is not None
        low, high = (rest.camera(rest.corner).scale for rest in self._rests)
        along = math.log(self._now.scale / low) / math.log(high / low) if high > low else 1.0
        comes = _ramp(along, *COMING) * self._fade_in(self._clock())
        goes = 1.0 - _ramp(along, *GOING)
        return max(goes, 1.0 - comes) if self._arrived is not None else 1.0, comes

    def _frames(self) -> tuple[Frame, Frame]:
        assert self._rests is not None
        body, close_up = self._rests
        return body.seen_by(self._now, self._anchors[0]), close_up.seen_by(self._now, self._anchors[1])

    def _update_seen(self) -> None:
        """Paint anew only where a picture is or was."""
        seen = QRect()
        for frame in self._frames():
            seen = seen.united(QRectF(frame.left, frame.top, *frame.size).toAlignedRect())
        seen = seen.adjusted(-1, -1, 1, 1).intersected(self.rect())
        self.update(seen.united(self._seen))
        self._seen = seen

    # -- Qt ------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, the body and over it the close-up."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), color(tokens(self).bg))
        if self._rests is not None:
            painter.setClipRect(event.rect())
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            stages = (self._body, self._close_up)
            for stage, frame, alpha in zip(stages, self._frames(), self._alphas(), strict=True):
                if alpha > 0:
                    painter.setOpacity(alpha)
                    stage.drawing.paint_whole(painter, frame)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on the way may mean another place on the body; the second of a double click means nothing."""
        body = self.body_now
        if event.button() is Qt.MouseButton.LeftButton and body is not None:
            self.pressed.emit(body.drawn((event.position().x(), event.position().y())))
        else:
            event.ignore()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The first of its clicks was the one that began the movement."""
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """It is meant for the stage that comes."""
        QCoreApplication.sendEvent(self._end, event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Not seen, it does not move."""
        super().hideEvent(event)
        self._ticks.stop()


def _ramp(value: float, low: float, high: float) -> float:
    return ease(min(1.0, max(0.0, (value - low) / (high - low))))
