"""The keys of Explore that are no control's own."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from acutimer.core.sides import Side
from acutimer.ui.explore.view.stage import PAN_PX, STEP

if TYPE_CHECKING:
    from acutimer.ui.explore.place import ExplorePlace
    from acutimer.ui.explore.reading.point_panel import PointPanel

# With Shift an arrow looks that way: the body goes the other way.
PANS = {
    Qt.Key.Key_Left: (PAN_PX, 0.0),
    Qt.Key.Key_Right: (-PAN_PX, 0.0),
    Qt.Key.Key_Up: (0.0, PAN_PX),
    Qt.Key.Key_Down: (0.0, -PAN_PX),
}
# 0 is all of it.
ZOOMS = {"+": STEP, "=": STEP, "-": 1 / STEP, "0": 0.0}


def make_keys(place: ExplorePlace) -> None:
    """Let the letters and brackets work, and plus, minus and 0 with Ctrl, wherever in `place` the keyboard is."""
    keys: dict[str, Callable[[], object]] = {
        "L": partial(place.turn, Side.LEFT),
        "R": partial(place.turn, Side.RIGHT),
        "[": partial(place.turn_by, -1),
        "]": partial(place.turn_by, 1),
        **{f"Ctrl+{sign}": partial(place.zoom, factor) for sign, factor in ZOOMS.items()},
        "P": partial(_of_point, place, lambda point: point.start()),
        "A": partial(_of_point, place, lambda point: point.want_in_routine()),
        "F": partial(_of_point, place, lambda point: point.find_it()),
    }
    for key, do in keys.items():
        shortcut = QShortcut(QKeySequence(key), place)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(do)


def _of_point(place: ExplorePlace, do: Callable[[PointPanel], object]) -> None:
    """What is about a point is done while the panel shows one: it is not built for less."""
    if place.panels.shows("point"):
        do(place.panels.point)
