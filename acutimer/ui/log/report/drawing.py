"""The figure's pictures in print quality, drawn in the background."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, QPointF, Signal
from PySide6.QtGui import QImage

from acutimer.core.placing import is_flipped
from acutimer.core.points import Point
from acutimer.core.report import Report
from acutimer.core.settings import Mirror
from acutimer.core.sides import Side
from acutimer.ui.after.spots import VIEWS, views_for
from acutimer.ui.body.figures import FigureKey
from acutimer.ui.body.warm_pictures import SPOT
from acutimer.ui.body.warm_views import Pressed, View, members, spots_on
from acutimer.ui.body.warming import faded, strength, warmed
from acutimer.ui.context import Context
from acutimer.ui.kit.tokens import LIGHT
from acutimer.ui.log.report.sheet import FIGURE_MM

DOTS_PER_MM = 300 / 25.4


class Drawing(QObject):
    """The views that show what was pressed, by day whatever the theme: paper is white."""

    drawn = Signal()
    """Another picture is ready; `is_complete` tells whether all are."""

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._keys: dict[View, FigureKey] = {}
        self.images: dict[View, QImage] = {}
        self.missing: tuple[str, ...] = ()
        self._full_seconds = 1.0
        context.figures.drawn.connect(self._take)

    @property
    def views(self) -> tuple[View, ...]:
        """What is to be shown; empty where nothing was pressed that a whole body shows."""
        return tuple(self._keys)

    @property
    def is_complete(self) -> bool:
        """Whether there is a picture of every view."""
        return all(view in self.images for view in self._keys)

    def show_points(self, report: Report, mirror: Mirror) -> None:
        """Ask for the pictures of what was pressed in a report. The point pressed longest is the warmest."""
        pressed = points_pressed(report, self._context.library.points)
        self._full_seconds = max((it.seconds for it in pressed), default=1.0)
        atlas = self._context.atlas
        # a point that both views show is warm in both: a clinician looks at one of them
        views = [
            replace(view, spots=spots_on(atlas.figure(view.figure_id), pressed, mirror))
            for view in views_for(pressed, atlas, mirror)
        ]
        self.missing = tuple(dict.fromkeys(it.code for it in pressed if not self._is_shown(it.code)))
        self._keys = {view: self._key(view, mirror) for view in views}
        self.images = {view: image for view, image in self.images.items() if view in self._keys}
        for key in self._keys.values():
            self._make(key)

    def _is_shown(self, code: str) -> bool:
        return any(code in self._context.atlas.figure(view).placements for view in VIEWS)

    def _key(self, view: View, mirror: Mirror) -> FigureKey:
        """A part of the figure: nothing is drawn that is not shown."""
        figure = self._context.atlas.figure(view.figure_id)
        left, top, _, _ = figure.rect
        x, y, width, height = view.crop
        per_unit = FIGURE_MM * DOTS_PER_MM / width
        part = (round((x - left) * per_unit), round((y - top) * per_unit))
        size = (round(width * per_unit), round(height * per_unit))
        flipped = is_flipped(figure, Side.LEFT, mirror)
        return FigureKey(view.figure_id, per_unit, dark=False, flipped=flipped, bones=False, part=(*part, *size))

    def _take(self, _key: FigureKey) -> None:
        """Another picture is there. What is missing is asked for again: others may have asked for more than is kept."""
        made = [self._make(wanted) for wanted in self._keys.values()]
        if any(made):
            self.drawn.emit()

    def _make(self, key: FigureKey) -> bool:
        """Warm the picture, if it is there; whether it is."""
        view = next(view for view, wanted in self._keys.items() if wanted == key)
        if view in self.images:
            return False
        picture = self._context.figures.get(key)
        if picture is None:
            return False
        figure = self._context.atlas.figure(view.figure_id)
        x, y, _, height = view.crop
        spots = [
            (
                QPointF(spot.place[0] - x, spot.place[1] - y) * key.px_per_unit,
                SPOT * key.px_per_unit,
                strength(spot.seconds, self._full_seconds),
            )
            for spot in view.spots
        ]
        made = warmed(picture, spots, LIGHT)
        _, top, _, whole = figure.rect
        self.images[view] = faded(made, top=y > top, bottom=y + height < top + whole)
        return True


def points_pressed(report: Report, points: Mapping[str, Point]) -> tuple[Pressed, ...]:
    """Every point on each side it was pressed on; a pair of points as its two points."""
    told = (
        Pressed(row.subject, side, seconds)
        for row in report.points
        for side, seconds in ((Side.LEFT, row.left), (Side.RIGHT, row.right))
        if seconds > 0
    )
    summed: dict[tuple[str, Side], float] = {}
    for it in members(told, points):
        summed[it.code, it.side] = summed.get((it.code, it.side), 0.0) + it.seconds
    return tuple(Pressed(code, side, seconds) for (code, side), seconds in summed.items())
