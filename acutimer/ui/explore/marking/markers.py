"""The markers of a close-up: one list to a screen reader, walked by Tab and arrows, hit by whatever is near enough."""

import math
from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from acutimer.core.points import Point
from acutimer.core.sides import Side
from acutimer.ui.explore.marking.marker import Marker
from acutimer.ui.explore.marking.marks import HIT_PX, Mark, mark_of
from acutimer.ui.explore.marking.walking import toward
from acutimer.ui.explore.view.boxes import Spot
from acutimer.ui.explore.view.diagram_layout import Key
from acutimer.ui.kit.listing import Listing

ARROWS: Mapping[int, Spot] = {
    Qt.Key.Key_Left: (-1.0, 0.0),
    Qt.Key.Key_Right: (1.0, 0.0),
    Qt.Key.Key_Up: (0.0, -1.0),
    Qt.Key.Key_Down: (0.0, 1.0),
}
# One walked to a marker; that the keyboard came back to where it was is no walk.
WALKS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class Markers(Listing):
    """Tab walks them in the order they are given, an arrow goes to the nearest one that way."""

    chosen = Signal(str, object)
    """A marker was pressed: its code and its side."""
    reached = Signal(object)
    """Somebody walked to a Marker by Tab or by an arrow."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.all: tuple[Marker, ...] = ()

    @property
    def near(self) -> Marker | None:
        """The one the pointer is over, on the drawing or in a list."""
        return next((marker for marker in self.all if marker.is_near), None)

    def fill(self, points: Sequence[Point], sides: Sequence[Side], meant: Side) -> None:
        """Have a marker for each point on each side, in this order; the keyboard stays on its point."""
        focused = next((marker.point.code for marker in self.all if marker.hasFocus()), None)
        old, self.all = self.all, tuple(self._made(point, side) for point in points for side in sides)
        self.set_order(self.all)
        if focused is not None and points:
            codes = [point.code for point in points]
            self.focus(focused if focused in codes else codes[0], meant)
        for marker in old:
            marker.hide()
            marker.deleteLater()

    def marker_of(self, code: str, side: Side) -> Marker | None:
        """A point's marker on one side."""
        return next((it for it in self.all if it.point.code == code and it.side is side), None)

    def focus(self, code: str, side: Side) -> None:
        """Give the keyboard to a point's marker, if there is one."""
        marker = self.marker_of(code, side)
        if marker is not None:
            marker.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_first(self) -> None:
        """Give the keyboard to the first marker."""
        if self.all:
            self.all[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def stand(self, spots: Mapping[Key, Spot]) -> None:
        """Put every marker in its place."""
        for marker in self.all:
            marker.stand(*spots[marker.point.code, marker.side])

    def veil(self, is_veiled: bool) -> None:
        """Show none of them as long as there is no drawing to stand on."""
        for marker in self.all:
            marker.veil(is_veiled)

    def mark(
        self,
        side: Side,
        *,
        selected: Collection[str],
        is_found: bool,
        behind: Collection[Key],
        done: Collection[Key],
        unsuitable: Collection[str],
    ) -> None:
        """Show what each of them is; `side` is the one that is meant where both sides are shown.

        What is selected stays hollow until it `is_found`, while somebody is shown how to find it.
        """
        for marker in self.all:
            key, code = (marker.point.code, marker.side), marker.point.code
            is_chosen, is_done, is_unsuitable = code in selected, key in done, code in unsuitable
            mark = mark_of(
                is_selected=is_chosen and marker.side is side and is_found,
                is_twin=is_chosen and not (marker.side is side and is_found),
                is_behind=key in behind,
                is_unsuitable=is_unsuitable,
                is_done=is_done,
            )
            marker.show_mark(mark, is_done=is_done, is_unsuitable=is_unsuitable)
            if mark is Mark.SELECTED:
                marker.raise_()

    def at(self, at: QPointF) -> Marker | None:
        """The nearest marker within reach of a place."""

        def away(marker: Marker) -> float:
            line = marker.middle - at
            return math.hypot(line.x(), line.y())

        nearest = min(self.all, key=away, default=None)
        return nearest if nearest is not None and away(nearest) <= HIT_PX else None

    # -- inside --------------------------------------------------------------------------------------

    def _made(self, point: Point, side: Side) -> Marker:
        marker = Marker(point, side, self)
        marker.clicked.connect(lambda: self.chosen.emit(point.code, side))
        marker.installEventFilter(self)
        marker.show()
        return marker

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell when somebody walked to a marker."""
        is_walk = isinstance(event, QFocusEvent) and event.gotFocus() and event.reason() in WALKS
        if is_walk and isinstance(watched, Marker):
            self.reached.emit(watched)
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go to the nearest marker that way."""
        here = next((index for index, marker in enumerate(self.all) if marker.hasFocus()), None)
        is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if here is None or not is_plain or event.key() not in ARROWS:
            super().keyPressEvent(event)
            return
        spots = [(marker.middle.x(), marker.middle.y()) for marker in self.all]
        there = toward(spots, here, ARROWS[event.key()])
        if there is not None:
            self.all[there].setFocus(Qt.FocusReason.TabFocusReason)
