"""Explore: an area of the body, its close-up, a point, and what to read about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from acutimer.core.points import Area
from acutimer.core.practices import Complaint
from acutimer.core.sides import Side
from acutimer.ui.context import Context
from acutimer.ui.explore.areas import areas_of
from acutimer.ui.explore.care import left_out
from acutimer.ui.explore.done_today import done_today
from acutimer.ui.explore.keys import PANS, ZOOMS, make_keys
from acutimer.ui.explore.panels import Panels
from acutimer.ui.explore.sharing import Sharing
from acutimer.ui.explore.stages import Stages

if TYPE_CHECKING:
    from acutimer.ui.explore.view.body_stage import BodyStage
    from acutimer.ui.explore.view.close_up import CloseUp


class ExplorePlace(QWidget):
    """The first place. On the left the stage: the body or a close-up; on the right the panel that goes with it.

    Where the place is narrow, the panel covers the stage.
    """

    press_now = Signal(str, int)
    """A point's code, and the seconds for each side."""
    add_wanted = Signal(str)
    """A point's code: it is wanted in a routine."""
    start_routine = Signal(str)
    """The id of a routine to begin now."""
    routine_found = Signal(str)
    """The id of a routine to look at."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._side = context.preferences.value.first_side
        self.stages = Stages(context)
        self.panels = Panels(context)
        self.sharing = Sharing(self, self.stages, self.panels)
        self.stages.opened.connect(self.show_area)
        self.stages.built.connect(self._join)
        self.panels.question.asked.connect(self.show_complaint)
        self.panels.point_chosen.connect(self.show_point)
        self.panels.routine_chosen.connect(self.start_routine)
        self.panels.press_now.connect(self.press_now)
        self.panels.add_wanted.connect(self.add_wanted)
        self.panels.closed.connect(self._close_panel)
        search = self.stages.search
        search.point_chosen.connect(self.show_point)
        search.area_chosen.connect(self.show_area)
        search.complaint_chosen.connect(self._look_up)
        search.routine_chosen.connect(self.routine_found)
        context.preferences.changed.connect(self._refresh)
        make_keys(self)
        self.panels.show_panel(self.panels.question)

    @property
    def body(self) -> BodyStage:
        """The stage of the whole body."""
        return self.stages.body

    @property
    def close_up(self) -> CloseUp:
        """The stage of one area."""
        return self.stages.close_up

    # -- what it shows -------------------------------------------------------------------------------

    def show_body(self) -> None:
        """The whole body, with the question, or the complaint one was reading about."""
        came_from = self.close_up.area if self.stages.is_near else None
        before = self.stages.seen()
        self.panels.stop_finding()
        self.stages.show_body()
        is_reading = "complaint" in vars(self.panels) and self.panels.complaint.complaint is not None
        self.panels.show_panel(self.panels.complaint if is_reading else self.panels.question)
        self.sharing.show_stage()
        self._settle()
        self.stages.move_from(before)
        if came_from is not None:
            self.body.pills[came_from].setFocus(Qt.FocusReason.OtherFocusReason)

    def show_area(self, area: Area, side: Side | None = None) -> None:
        """An area's close-up; without a side, the one that was looked at last."""
        self._side = side or self._side
        before = self.stages.seen()
        with self.close_up.diagram.arranged_once():
            self.close_up.show_area(area, self._side, self.body.facing)
            self.stages.show_close_up()
            self._list_area()
            self.sharing.show_stage()
            self._settle()
        self.stages.move_from(before)
        self.close_up.focus_first()

    def show_point(self, code: str, side: Side | None = None) -> None:
        """A point, on its area's close-up. Raises KeyError for a code there is no point for."""
        point = self._context.library.points[code]
        marks = point.members or (code,)
        areas = areas_of(marks[0], self._context.atlas, self._context.library.points)
        before = self.stages.seen()
        with self.close_up.diagram.arranged_once():
            if not self.stages.is_near or self.close_up.area not in areas:
                self.close_up.show_area(areas[0], side or self._side, self.body.facing)
            self.stages.show_close_up()
            self.turn(side or self._side)
            self.close_up.select(marks, code)
            if self.panels.point.point is not point or not self.panels.shows("point"):
                self.panels.point.show_point(point)
            self.panels.show_panel(self.panels.point)
            self.sharing.show_panel()
            self._settle()
        self.stages.move_from(before)
        if not self.sharing.is_covered:
            self.close_up.diagram.focus_point(marks[0])

    def show_complaint(self, complaint: Complaint) -> None:
        """What fits a complaint."""
        self.panels.complaint.show_complaint(complaint)
        self.panels.show_panel(self.panels.complaint)
        self.sharing.show_panel()

    def show_question(self) -> None:
        """The question again."""
        if "complaint" in vars(self.panels):
            self.panels.complaint.forget()
        self.panels.show_panel(self.panels.question)

    def leave(self) -> bool:
        """One level up: out of a text, of being shown a point, of the point, of its area, of a complaint.

        However near one has come in a view, it is left all the same: that is no level of its own.
        False where there is no level above.
        """
        if self.panels.stop_reading() or self.panels.stop_finding():
            return True
        if self.sharing.is_covered and (self.stages.is_near or self.panels.shows("question")):
            self._show_drawing()
        elif self.panels.shows("point"):
            self.leave_point()
        elif self.stages.is_near:
            self.show_body()
        elif not self.panels.shows("question"):
            self.show_question()
        else:
            return False
        return True

    def leave_point(self) -> None:
        """Close the point; its area stays."""
        self.panels.stop_finding()
        code = self.panels.point.point.code if self.panels.point.point is not None else ""
        with self.close_up.diagram.arranged_once():
            self.close_up.select(())
            self._list_area()
            self.sharing.refresh()
            self._settle()
        self.close_up.diagram.focus_point(code)

    def start_search(self) -> None:
        """Search, wherever one is."""
        self.sharing.show_stage()
        self.stages.start_search()

    def turn(self, side: Side) -> None:
        """Show the other side."""
        self._side = side
        if self.stages.is_near and self.close_up.side is not side:
            before = self.stages.seen()
            self.close_up.show_side(side)
            self.stages.move_from(before)

    def turn_by(self, step: int) -> None:
        """To the next view, or the one before."""
        if self.stages.is_near:
            self.close_up.turn_by(step)
        else:
            self.body.turn_by(step)

    def zoom(self, factor: float) -> None:
        """Come nearer to what is shown, or go away; 0: see all of it."""
        if factor:
            self.stages.now.zoom_by(factor)
        else:
            self.stages.now.see_whole()

    # -- inside --------------------------------------------------------------------------------------

    def _join(self, close_up: CloseUp) -> None:
        """The close-up is there now: let it answer."""
        close_up.left.connect(self._go_up_to)
        close_up.turned.connect(self.turn)
        close_up.chosen.connect(self.show_point)
        close_up.viewed.connect(self._show_seen)
        close_up.pointed.connect(self._point_at)
        self.panels.pointed.connect(close_up.diagram.point_at)
        self.panels.found.connect(close_up.show_finding)
        close_up.diagram.show_done(done_today(self._context))
        close_up.diagram.show_unsuitable(left_out(self._context))

    def _settle(self) -> None:
        """Give everything its place now, not at the next turn of the loop: the movement is to end there."""
        layout = self.layout()
        assert layout is not None
        layout.activate()

    def _go_up_to(self, place: int) -> None:
        """To a place on the way: 0 the body, 1 the area."""
        if place == 0:
            self.show_body()
        else:
            self.leave_point()

    def _show_drawing(self) -> None:
        """The stage again, where the panel covers it, as it was left."""
        self.sharing.show_stage()
        if self.stages.is_near:
            code = self.panels.point.point.code if self.panels.shows("point") and self.panels.point.point else ""
            self.close_up.diagram.focus_point(code)
        else:
            self.body.panel_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_panel(self) -> None:
        if self.panels.shows("point") and not self.sharing.is_covered:
            self.leave_point()
        else:
            self.leave()

    def _look_up(self, complaint: Complaint) -> None:
        if self.stages.is_near:
            self.show_body()
        self.show_complaint(complaint)

    def _list_area(self) -> None:
        if self.close_up.area is Area.HAND:
            self.panels.show_panel(self.panels.hand)
            return
        points = [self._context.library.points[code] for code in self.close_up.codes]
        self.panels.area.show_points(self.close_up.area, self._side, points, self.close_up.codes_in_view)
        self.panels.show_panel(self.panels.area)

    def _show_seen(self) -> None:
        if self.panels.shows("area"):
            self.panels.area.show_seen(self.close_up.codes_in_view)

    def _point_at(self, code: str) -> None:
        if self.panels.shows("area"):
            self.panels.area.point_at(code)

    def _refresh(self) -> None:
        self.body.arrange()
        if self.stages.has_close_up:
            self.close_up.refresh()

    # -- Qt ------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow place the panel covers the stage."""
        super().resizeEvent(event)
        self.sharing.fit(self.width())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes up; at the top it is the window's. Plus, minus and 0 come nearer, Shift and arrows look about."""
        key, shift = Qt.Key(event.key()), Qt.KeyboardModifier.ShiftModifier
        if event.key() == Qt.Key.Key_Escape and self.leave():
            return
        if event.text() in ZOOMS:
            self.zoom(ZOOMS[event.text()])
        elif key in PANS and event.modifiers() & shift:
            self.stages.now.pan_by(*PANS[key])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The mouse's own button for going back goes up, too."""
        if event.button() is not Qt.MouseButton.BackButton or not self.leave():
            super().mousePressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Look up what was done today, and lately."""
        super().showEvent(event)
        self.body.warmth.look()
        if self.stages.has_close_up:
            self.close_up.diagram.show_done(done_today(self._context))
            self.close_up.diagram.show_unsuitable(left_out(self._context))
            if self.panels.shows("area"):
                self._list_area()
