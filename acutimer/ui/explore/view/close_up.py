"""The close-up of an area: the diagram, the way back and the sides above it, the views below, the tools beside."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from acutimer.core.body import Facing
from acutimer.core.placing import views_of
from acutimer.core.points import Area, Shows
from acutimer.core.sides import Side
from acutimer.language.joining import things
from acutimer.language.sentences import inside
from acutimer.ui.context import Context
from acutimer.ui.explore.areas import points_of, walk
from acutimer.ui.explore.finding.finding import Finding
from acutimer.ui.explore.view.breadcrumb import HEIGHT_PX, Breadcrumb
from acutimer.ui.explore.view.close_up_layout import stand
from acutimer.ui.explore.view.cross_fade import CrossFade
from acutimer.ui.explore.view.diagram import Diagram
from acutimer.ui.explore.view.stage_tools import StageTools
from acutimer.ui.explore.words import facing_name, side_name
from acutimer.ui.kit.buttons import Button
from acutimer.ui.kit.switch import Switch

SIDES = (Side.LEFT, Side.RIGHT)
GAP_PX, CLOSE_PX = 4, 8
# The view that goes with how the whole body was turned.
ALIKE = {Facing.FRONT: Facing.FRONT, Facing.BACK: Facing.BACK, Facing.SIDE: Facing.OUTER}


class CloseUp(QWidget):
    """One area, one side of it, from one view. What is selected is told from outside."""

    left = Signal(int)
    """A place on the way was pressed: 0 is the whole body, 1 the area."""
    turned = Signal(object)
    """The user chose the other Side."""
    viewed = Signal()
    """It is seen from another view."""
    chosen = Signal(str, object)
    """A marker was pressed: its code and its Side."""
    pointed = Signal(str)
    """The pointer came over a marker: its code, or nothing."""
    panel_wanted = Signal()
    """The panel that goes with it, which covers it here, was asked for."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._area, self._side = Area.KNEE, Side.LEFT
        self._views: tuple[str, ...] = ()
        self._view = ""
        self._selected: tuple[str, ...] = ()
        self._name = ""
        self._was_bent: bool | None = None  # before finding a point bent the knee
        self.diagram = Diagram(context, self)
        self.fade = CrossFade(self.diagram, context.monotonic)
        self.breadcrumb = Breadcrumb(self)
        self.sides = Switch([side_name(self._area, side) for side in SIDES], name=self.tr("Side"), parent=self)
        self.views = Switch([facing_name(Facing.FRONT)], name=self.tr("View"), parent=self)
        self.tools = StageTools(self.diagram, self, has_bones=True)
        self.tools.show_bones(context.preferences.value.bones)
        self.panel_button = Button("", "secondary", height=HEIGHT_PX, parent=self)
        self.panel_button.hide()
        self.panel_button.clicked.connect(self.panel_wanted)
        self._is_drawing_alone = False
        self.breadcrumb.chosen.connect(self.left)
        self.sides.chosen.connect(lambda index: self.turned.emit(SIDES[index]))
        self.views.chosen.connect(lambda index: self.show_view(self._views[index]))
        self.tools.bones_switched.connect(lambda is_on: context.preferences.update(bones=is_on))
        self.tools.knee_bent.connect(self._bend)
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

    @property
    def codes_in_view(self) -> frozenset[str]:
        """The points of the area that this view shows."""
        return self._codes() & self._context.atlas.figure(self._view).placements.keys()

    def show_area(self, area: Area, side: Side, facing: Facing = Facing.FRONT) -> None:
        """Show an area, seen as the body was (`facing`) if points show there, or from the first view that has any."""
        with self.diagram.arranged_once():
            self._area, self._side = area, side
            self._selected, self._was_bent = (), None
            atlas = self._context.atlas
            self._views = atlas.views(area)
            self.sides.set_items([side_name(area, it) for it in SIDES], index=SIDES.index(side))
            self.views.set_items([facing_name(atlas.figure(view).facing) for view in self._views])
            self._show_controls()
            self.diagram.forget_camera()
            self.diagram.select(())
            self.show_view(self._first_view(area, facing))

    def focus_first(self) -> None:
        """Give the keyboard to the first marker; where there is none, to the view."""
        if self.diagram.markers:
            self.diagram.focus_first()
        else:
            self.views.segments[max(0, self.views.index)].setFocus(Qt.FocusReason.OtherFocusReason)

    def draw_ahead(self, area: Area, side: Side, facing: Facing, size: QSize) -> None:
        """Have the picture drawn that `show_area` would show on a stage of about that size."""
        self.resize(size)
        self.arrange()  # Qt would do so only when it is shown
        figure = self._context.atlas.figure(self._first_view(area, facing))
        self.diagram.draw_ahead(figure, side, points_of(area, self._context.atlas, self._context.library.points))

    def refresh(self) -> None:
        """Follow the settings."""
        self.tools.show_bones(self._context.preferences.value.bones)
        self.diagram.arrange()

    def show_side(self, side: Side) -> None:
        """Show the other side; the words stay, the drawing flips."""
        self._side = side
        self.sides.set_index(SIDES.index(side))
        self.show_view(self._view)

    def show_view(self, view: str) -> None:
        """Show the area from another view; a knee that is bent stays so where that view has it bent, too."""
        with self.diagram.arranged_once():
            atlas = self._context.atlas
            if self.is_bent and atlas.straight(view) == view:
                view = self._bent(view) or view
            key = self.diagram.drawing.key
            if key is not None and key.id != view and not self._context.preferences.value.reduced_motion:
                self.fade.begin()
            self._view = view
            straight = atlas.straight(view)
            index = self._views.index(straight)
            self.views.set_index(index)
            following = self._views[(index + 1) % len(self._views)]
            figure = atlas.figure(view)
            self.diagram.show_view(
                figure, self._side, self._codes(), None if following == straight else atlas[following]
            )
            names = (side_name(self._area, self._side), facing_name(figure.facing))
            seen = things(inside(name) for name in names)  # they go on within a sentence
            self.diagram.list.setAccessibleName(self.tr("Points, {view}").format(view=seen))
            is_bent = view != straight
            self.tools.show_bent(is_bent if is_bent or self._bent(view) else None)
            self._trail()
            self.arrange()
            self._order_focus()
            self.viewed.emit()

    def turn_by(self, step: int) -> None:
        """To the next view, or the one before."""
        index = self._views.index(self._context.atlas.straight(self._view))
        self.show_view(self._views[(index + step) % len(self._views)])

    def select(self, codes: Sequence[str], name: str = "") -> None:
        """Select a point, or a pair called `name`; if this view does not show it, the best one comes."""
        with self.diagram.arranged_once():
            atlas = self._context.atlas
            if tuple(codes) != self._selected and self._was_bent is not None:
                if not self._was_bent:
                    self._view = atlas.straight(self._view)
                    self.show_view(self._view)
                self._was_bent = None
            self._selected, self._name = tuple(codes), name or " ".join(codes)
            if codes and codes[0] not in atlas.figure(self._view).placements:
                best = (view for view in views_of(atlas, codes[0]) if view in self._views)
                self.show_view(next(best, self._view))
            self.diagram.select(codes)
            self._trail()
            self.arrange()
            self._order_focus()

    def show_finding(self, finding: Finding | None) -> None:
        """Show how far one has come in finding the selected point: the knee bends by itself, and stays so."""
        with self.diagram.arranged_once():
            if finding is not None and finding.shows is Shows.POSE and self._was_bent is None:
                self._was_bent = self.is_bent
                view = self._bent_for_selected()
                if view is not None and view != self._view:
                    self.show_view(view)
            self.diagram.show_finding(finding)

    def offer_panel(self, words: str) -> None:
        """Have a button of these words that brings the panel; none where they are empty."""
        if words != self.panel_button.text() or bool(words) is self.panel_button.isHidden():
            self.panel_button.setText(words)
            self._show_controls()

    def show_drawing_alone(self, is_alone: bool) -> None:
        """Put all controls away, for the drawing needs the room; or bring them back."""
        if is_alone is not self._is_drawing_alone:
            self._is_drawing_alone = is_alone
            self._show_controls()

    # -- inside --------------------------------------------------------------------------------------

    @property
    def is_bent(self) -> bool:
        """Whether the knee is shown bent."""
        return self._view != "" and self._context.atlas.straight(self._view) != self._view

    def _first_view(self, area: Area, facing: Facing) -> str:
        """The view that goes with how the body is turned, if points show there; otherwise the first that has any."""
        atlas = self._context.atlas
        codes = points_of(area, atlas, self._context.library.points)
        views = atlas.views(area)
        rich = [view for view in views if codes & atlas.figure(view).placements.keys()] or views[:1]
        return next((view for view in rich if atlas.figure(view).facing is ALIKE.get(facing)), rich[0])

    def _bent(self, view: str) -> str | None:
        return self._context.atlas.bent(view)

    def _bent_for_selected(self) -> str | None:
        """The view with the knee bent that shows what is selected: this one bent, if it does."""
        atlas = self._context.atlas
        here = self._context.atlas.straight(self._view)
        views = [here, *(view for view in views_of(atlas, self._selected[0]) if view in self._views), *self._views]
        bent = (self._bent(view) for view in views)
        return next((it for it in bent if it and set(self._selected) <= atlas.figure(it).placements.keys()), None)

    def _bend(self, is_bent: bool) -> None:
        atlas = self._context.atlas
        view = self._bent(self._view) if is_bent else atlas.straight(self._view)
        if view is not None and not set(self._selected) <= atlas.figure(view).placements.keys():
            view = self._bent_for_selected() if is_bent else view
        if not is_bent:
            self._view = atlas.straight(self._view)
        if view is not None:
            self.show_view(view)

    def _trail(self) -> None:
        trail = [self.tr("Body"), side_name(self._area, self._side)]
        self.breadcrumb.show_trail([*trail, self._name] if self._selected else trail)

    def _show_controls(self) -> None:
        has_controls = not self._is_drawing_alone
        for control in (self.breadcrumb, self.sides, self.tools):
            control.setVisible(has_controls)
        self.views.setVisible(has_controls and len(self._views) > 1)
        self.panel_button.setVisible(has_controls and bool(self.panel_button.text()))
        self.arrange()

    def arrange(self) -> None:
        """Put the controls in their places, and tell the diagram what they leave."""
        if self._is_drawing_alone:
            self.diagram.stand(self.rect(), CLOSE_PX, CLOSE_PX, is_quiet=True)
            return
        button = None if self.panel_button.isHidden() else self.panel_button
        top, bottom, taken = stand(self.size(), self.breadcrumb, button, self.sides, self.views, self.tools)
        self.diagram.stand(self.rect(), top + GAP_PX, bottom + GAP_PX, [taken])

    def _order_focus(self) -> None:
        """Tab goes from the way back over the markers, both switches and the tools to the panel."""
        switches = (*self.sides.segments, *self.views.segments)
        ways = (*self.breadcrumb.parts[:-1], self.breadcrumb.up)  # Qt does not order what takes no focus
        order = (*ways, self.panel_button, *self.diagram.markers, *switches, *self.tools.every)
        for one, other in pairwise(order):
            QWidget.setTabOrder(one, other)

    def _codes(self) -> frozenset[str]:
        return points_of(self._area, self._context.atlas, self._context.library.points)

    def minimumSizeHint(self) -> QSize:
        """What the diagram and the controls need."""
        least = self.diagram.minimumSizeHint()
        width = max(least.width(), self.views.sizeHint().width(), self.sides.sizeHint().width() + 100)
        return QSize(width, least.height() + 20)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put everything in its place."""
        super().resizeEvent(event)
        self.fade.stop()
        self.arrange()
