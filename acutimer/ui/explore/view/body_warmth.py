"""Where one pressed in the last days, as warmth on the skin of the whole body."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QTimer, Signal
from PySide6.QtGui import QImage

from acutimer.core.errors import WorldError
from acutimer.core.history import day_of
from acutimer.core.placing import flip, place
from acutimer.core.sides import Side
from acutimer.ui.body.figures import FigureKey
from acutimer.ui.context import Context
from acutimer.ui.explore.view.drawing import Drawing
from acutimer.ui.explore.view.skin import in_image
from acutimer.ui.explore.view.stage_tools import StageTools
from acutimer.ui.kit.tokens import DARK, LIGHT

if TYPE_CHECKING:
    from acutimer.ui.body.warm_views import Pressed

DAYS = 14


class BodyWarmth(QObject):
    """Warms each picture of a body once, when it comes. The setting `warmth` switches it, and so does the tool.

    The history is read, and what paints is loaded, only after the first picture of the body is there.
    """

    told = Signal(str)
    """What is warm, in words for a screen reader; empty where warmth is not to show."""

    def __init__(self, context: Context, drawing: Drawing, tools: StageTools) -> None:
        super().__init__(drawing)
        self._context, self._drawing, self._tools = context, drawing, tools
        self._pressed: tuple[Pressed, ...] = ()
        self._is_due = self._is_under_way = False
        self._wanted = _wanted(context)
        tools.show_warmth(context.preferences.value.warmth)
        tools.warmth_switched.connect(lambda is_on: context.preferences.update(warmth=is_on))
        context.preferences.changed.connect(self._follow)
        drawing.changed.connect(self._begin)

    @property
    def pressed(self) -> tuple[Pressed, ...]:
        """What is warm."""
        return self._pressed

    def look(self) -> None:
        """Read the history anew, as soon as there is a picture to warm."""
        self._is_due = True
        self._begin()

    def _follow(self) -> None:
        wanted = _wanted(self._context)
        if wanted != self._wanted:
            self._wanted = wanted
            self._tools.show_warmth(wanted[0])
            self.look()

    def _begin(self) -> None:
        if self._is_due and not self._is_under_way and self._drawing.image is not None:
            self._is_under_way = True
            QTimer.singleShot(0, self, self._read)  # the picture is to be seen first

    def _read(self) -> None:
        self._is_due = self._is_under_way = False
        try:
            pressed = self._found() if self._context.preferences.value.warmth else ()
        except WorldError as error:
            self._context.messages.say(str(error), "caution")
            return
        self.told.emit(self._words(pressed))
        if pressed != self._pressed:
            self._pressed = pressed
            self._drawing.finish(self._warm if pressed else None)

    def _found(self) -> tuple[Pressed, ...]:
        from acutimer.ui.body.warm_views import pressed_in

        hour = self._context.preferences.value.day_begins_hour
        today = day_of(self._context.wall(), hour)
        totals = self._context.history.totals.subjects(today - timedelta(days=DAYS - 1), today, hour)
        return pressed_in(totals, self._context.library.points)

    def _words(self, pressed: tuple[Pressed, ...]) -> str:
        from acutimer.ui.body.warm_words import spoken_warmth

        return spoken_warmth(pressed, DAYS) if self._context.preferences.value.warmth else ""

    def _warm(self, image: QImage, key: FigureKey) -> QImage:
        from acutimer.ui.body.warm_pictures import SPOT
        from acutimer.ui.body.warm_views import FULL_SECONDS_A_DAY
        from acutimer.ui.body.warming import strength, warmed

        figure = self._context.atlas.figure(key.id)
        scale, left, top = in_image(image, key, figure)
        # a body seen from the side shows the side one begins with
        sides = (Side.LEFT, Side.RIGHT) if figure.bilateral else (self._context.preferences.value.first_side,)
        spots = []
        for it in self._pressed:
            found = place(figure, it.code, it.side) if it.side in sides else None
            if found is not None:
                x, y = flip(figure, found) if key.flipped else found
                middle = QPointF((x - left) * scale, (y - top) * scale)
                spots.append((middle, SPOT * scale, strength(it.seconds, FULL_SECONDS_A_DAY * DAYS)))
        return warmed(image, spots, DARK if key.dark else LIGHT) if spots else image


def _wanted(context: Context) -> tuple[bool, int]:
    """What of the settings changes what is warm; which way the body faces is told by each picture."""
    return context.preferences.value.warmth, context.preferences.value.day_begins_hour
