"""The close-up of an area: the diagram with the way back above it, the sides beside that, the views below."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from acutimer.core.body import Facing
from acutimer.core.placing import views_of
from acutimer.core.points import Area
from acutimer.core.sides import Side
from acutimer.ui.context import Context
from acutimer.ui.explore.areas import points_of, walk
from acutimer.ui.explore.diagram import Diagram
from acutimer.ui.explore.words import facing_name, side_name
from acutimer.ui.kit.buttons import Button, IconButton
from acutimer.ui.kit.layout import column, row
from acutimer.ui.kit.switch import Switch

SIDES = (Side.LEFT, Side.RIGHT)
# Below this the way back has no room for its words beside the sides.
NARROW_PX = 500


class CloseUp(QWidget):
    """One area, one side of it, from one view. What is selected is told from outside."""

    left = Signal()
    """The way back to the whole body was taken."""
    turned = Signal(object)
    """The user chose the other Side."""
    chosen = Signal(str, object)
    """A marker was pressed: its code and its Side."""
    pointed = Signal(str)
    """The pointer came over a marker: its code, or nothing."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._area, self._side = Area.KNEE, Side.LEFT
        self._views: tuple[str, ...] = ()
        self._view = ""
        self.back = Button(self.tr("Whole body"), "ghost", "left", height=52)
        self.small_back = IconButton(self.tr("Whole body"), "left", 52, "ghost")
        self.sides = Switch([side_name(self._area, side) for side in SIDES], name=self.tr("Side"))
        self.views = Switch([facing_name(Facing.FRONT)], name=self.tr("View"))
        self.diagram = Diagram(context)
        middle = Qt.AlignmentFlag.AlignHCenter
        top = row(self.back, self.small_back, None, self.sides, margins=(24, 0, 24, 0))
        column(top, 4, (self.diagram, 1), 4, (self.views, middle), margins=(0, 24, 0, 20), parent=self)
        for button in (self.back, self.small_back):
            button.clicked.connect(self.left)
        self.sides.chosen.connect(lambda index: self.turned.emit(SIDES[index]))
        self.views.chosen.connect(lambda index: self.show_view(self._views[index]))
        self.diagram.chosen.connect(self.chosen)
        self.diagram.pointed.connect(self.pointed)

    @property
    def area(self) -> Area:
        """The area it shows."""
        return self._area

    @property
    def side(self) -> Side:
        """The side it shows, or on a drawing of both sides the one that is meant."""
        return self._side

    @property
    def view(self) -> str:
        """The id of the figure it shows."""
        return self._view

    @property
    def codes(self) -> tuple[str, ...]:
        """All points of the area, in anatomical order, whichever views show them."""
        atlas = self._context.atlas
        codes = self._codes()
        seen = (code for view in self._views for code in walk(atlas.figure(view), codes))
        order = {code: index for index, code in enumerate(self._context.library.points)}
        return tuple(sorted(dict.fromkeys(seen), key=order.__getitem__))

    def show_area(self, area: Area, side: Side) -> None:
        """Show an area from its first view."""
        self._area, self._side = area, side
        atlas = self._context.atlas
        codes = self._codes()
        self._views = tuple(view for view in atlas.views(area) if codes & atlas.figure(view).placements.keys())
        self.sides.set_items([side_name(area, it) for it in SIDES], index=SIDES.index(side))
        self.views.set_items([facing_name(atlas.figure(view).facing) for view in self._views])
        self.views.setVisible(len(self._views) > 1)
        self.diagram.select(())
        self.show_view(self._views[0])

    def show_side(self, side: Side) -> None:
        """Show the other side; the words stay, the drawing flips."""
        self._side = side
        self.sides.set_index(SIDES.index(side))
        self.show_view(self._view)

    def show_view(self, view: str) -> None:
        """Show the area from another view."""
        self._view = view
        self.views.set_index(self._views.index(view))
        atlas, following = self._context.atlas, self._views[(self._views.index(view) + 1) % len(self._views)]
        figure = atlas.figure(view)
        self.diagram.show_view(figure, self._side, self._codes(), None if following == view else atlas[following])
        self.diagram.setAccessibleName(f"{side_name(self._area, self._side)}, {facing_name(figure.facing)}")
        self._order_focus()

    def turn_by(self, step: int) -> None:
        """To the next view, or the one before."""
        self.show_view(self._views[(self._views.index(self._view) + step) % len(self._views)])

    def select(self, codes: Sequence[str]) -> None:
        """Select a point, or a pair; where this view does not show it, the view that shows it best comes."""
        atlas = self._context.atlas
        if codes and codes[0] not in atlas.figure(self._view).placements:
            best = (view for view in views_of(atlas, codes[0]) if view in self._views)
            self.show_view(next(best, self._view))
        self.diagram.select(codes)

    def _order_focus(self) -> None:
        """Tab goes from the way back over the markers and both switches to the panel."""
        switches = (*self.sides.segments, *self.views.segments)
        for one, other in pairwise((self.back, self.small_back, *self.diagram.markers, *switches)):
            QWidget.setTabOrder(one, other)

    def _codes(self) -> frozenset[str]:
        return points_of(self._area, self._context.atlas, self._context.library.points)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out the words of the way back where they have no room."""
        super().resizeEvent(event)
        is_narrow = self.width() < NARROW_PX
        self.small_back.setVisible(is_narrow)
        self.back.setVisible(not is_narrow)
