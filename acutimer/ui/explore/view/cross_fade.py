"""From one view of a limb to another: what was seen fades away over what is seen now."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from acutimer.ui.explore.view.camera import ease
from acutimer.ui.explore.view.stage import Stage
from acutimer.ui.kit.tokens import color, tokens

FADE_SECONDS = 0.18
TICK_MS = 12


class CrossFade(QWidget):
    """Lies over a stage, beneath the controls beside it; the mouse goes through to what is new.

    `begin` is called before the stage shows something else. Called again on the way, it goes on from what is seen then.
    The fading begins when the new picture is there.
    """

    def __init__(self, stage: Stage, clock: Callable[[], float]) -> None:
        super().__init__(stage.parentWidget())
        self._stage, self._clock = stage, clock
        self._before: QPixmap | None = None
        self._began: float | None = None
        self._ticks = QTimer(self, interval=TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._ticks.timeout.connect(self.tick)
        stage.drawing.changed.connect(self._take_drawing)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    @property
    def is_fading(self) -> bool:
        """Whether something of what was seen before is still seen."""
        return self._before is not None

    @property
    def strength(self) -> float:
        """How much of what was seen before is seen now, 0 to 1."""
        if self._before is None:
            return 0.0
        return 1.0 if self._began is None else 1.0 - ease(min(1.0, (self._clock() - self._began) / FADE_SECONDS))

    def begin(self) -> None:
        """Keep what is seen; whatever the stage shows from now on comes through it."""
        if not self._stage.isVisible() or (self._stage.drawing.image is None and self._before is None):
            return  # nothing is seen that could fade
        strength = self.strength
        if strength < 1.0:
            self._before = self._seen(strength)
        self._began = None
        self.setGeometry(self._stage.geometry())
        self.lower()
        self._stage.lower()
        self.show()
        self._ticks.start()

    def stop(self) -> None:
        """End at once; the stage is seen as it is."""
        self._before = None
        self._ticks.stop()
        self.hide()

    def tick(self) -> None:
        """Fade as far as it is by now."""
        if self._stage.drawing.image is None:
            self._ticks.stop()  # until there is something to fade to
            return
        if self._began is None:  # the fading begins with its first picture, however long that took
            self._began = self._clock()
        if self.strength > 0.0:
            self.update()
        else:
            self.stop()

    # -- inside --------------------------------------------------------------------------------------

    def _seen(self, strength: float) -> QPixmap:
        """The stage as it is, and over it what is left of what was there before."""
        ratio = self._stage.devicePixelRatio()
        seen = QPixmap(self._stage.size() * ratio)
        seen.setDevicePixelRatio(ratio)
        seen.fill(color(tokens(self).bg))
        painter = QPainter(seen)
        painter.drawPixmap(0, 0, self._stage.grab())
        if self._before is not None:
            painter.setOpacity(strength)
            painter.drawPixmap(0, 0, self._before)
        painter.end()
        return seen

    def _take_drawing(self) -> None:
        if self._before is not None and self._stage.drawing.image is not None:
            self._ticks.start()

    # -- Qt ------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is left of what was seen."""
        if self._before is not None:
            painter = QPainter(self)
            painter.setClipRegion(event.region())
            painter.setOpacity(self.strength)
            painter.drawPixmap(0, 0, self._before)
            painter.end()

    def hideEvent(self, event: QHideEvent) -> None:
        """Not seen, it does not fade."""
        super().hideEvent(event)
        self._before = None
        self._ticks.stop()
