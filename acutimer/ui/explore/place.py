"""Explore: an area of the body, its close-up, a point, and what to read about it."""

from __future__ import annotations

from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from acutimer.core.history import day_of
from acutimer.core.planning import PhaseKind
from acutimer.core.points import Area
from acutimer.core.practices import Complaint
from acutimer.core.sides import Side
from acutimer.ui.context import Context
from acutimer.ui.explore.areas import areas_of
from acutimer.ui.explore.body_stage import BodyStage
from acutimer.ui.explore.question_panel import QuestionPanel

if TYPE_CHECKING:
    from acutimer.ui.explore.area_panel import AreaPanel
    from acutimer.ui.explore.close_up import CloseUp
    from acutimer.ui.explore.complaint_panel import ComplaintPanel
    from acutimer.ui.explore.point_panel import PointPanel
    from acutimer.ui.explore.red_flags import RedFlagsPanel

EDGE_PX = 12


class ExplorePlace(QWidget):
    """The first place. On the left the stage: the body or a close-up; on the right the panel that goes with it."""

    press_now = Signal(str, int)
    """A point's code, and the seconds for each side."""
    start_routine = Signal(str)
    """A routine's id."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._side = context.preferences.value.first_side
        self.body = BodyStage(context)
        self.question = QuestionPanel(context)
        self._stage = QStackedWidget()
        self._panels = QStackedWidget()
        self._stage.addWidget(self.body)
        self._panels.addWidget(self.question)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, EDGE_PX, 0)
        layout.setSpacing(0)
        layout.addWidget(self._stage, 1)
        side = QVBoxLayout()
        side.setContentsMargins(0, EDGE_PX, 0, EDGE_PX)
        side.addWidget(self._panels)
        layout.addLayout(side)
        self.body.opened.connect(self.show_area)
        self.question.asked.connect(self.show_complaint)
        self.question.warned.connect(lambda: self._show_panel(self.flags))
        context.preferences.changed.connect(self._refresh)
        self._make_keys()
        self._show_panel(self.question)

    # -- parts, each built when it is first needed ---------------------------------------------------

    @cached_property
    def close_up(self) -> CloseUp:
        """The stage of one area."""
        from acutimer.ui.explore.close_up import CloseUp

        close_up = CloseUp(self._context)
        self._stage.addWidget(close_up)
        close_up.left.connect(self.show_body)
        close_up.turned.connect(self._turn)
        close_up.chosen.connect(self.show_point)
        close_up.diagram.show_done(self._done_today())
        return close_up

    @cached_property
    def area(self) -> AreaPanel:
        """The points of an area, by name."""
        from acutimer.ui.explore.area_panel import AreaPanel

        area = AreaPanel()
        self._panels.addWidget(area)
        area.closed.connect(self.show_body)
        area.chosen.connect(self.show_point)
        area.pointed.connect(self.close_up.diagram.point_at)
        self.close_up.pointed.connect(area.point_at)
        return area

    @cached_property
    def point(self) -> PointPanel:
        """All about one point."""
        from acutimer.ui.explore.point_panel import PointPanel

        point = PointPanel(self._context)
        self._panels.addWidget(point)
        point.closed.connect(self.leave_point)
        point.press_now.connect(self.press_now)
        return point

    @cached_property
    def complaint(self) -> ComplaintPanel:
        """What fits a complaint."""
        from acutimer.ui.explore.complaint_panel import ComplaintPanel

        complaint = ComplaintPanel(self._context)
        self._panels.addWidget(complaint)
        complaint.closed.connect(self.show_question)
        complaint.point_chosen.connect(self.show_point)
        complaint.routine_chosen.connect(self.start_routine)
        return complaint

    @cached_property
    def flags(self) -> RedFlagsPanel:
        """What to look out for first, whatever the complaint."""
        from acutimer.ui.explore.red_flags import RedFlagsPanel

        complaints = self._context.library.complaints.values()
        flags = RedFlagsPanel([flag for complaint in complaints for flag in complaint.red_flags])
        self._panels.addWidget(flags)
        flags.closed.connect(self.show_question)
        return flags

    # -- what it shows -------------------------------------------------------------------------------

    def show_body(self) -> None:
        """The whole body, with the question, or the complaint one was reading about."""
        came_from = self.close_up.area if self._shows("close_up") else None
        self._stage.setCurrentWidget(self.body)
        is_reading = "complaint" in vars(self) and self.complaint.complaint is not None
        self._show_panel(self.complaint if is_reading else self.question)
        if came_from is not None:
            self.body.pills[came_from].setFocus(Qt.FocusReason.OtherFocusReason)

    def show_area(self, area: Area, side: Side | None = None) -> None:
        """An area's close-up; without a side, the one that was looked at last."""
        self._side = side or self._side
        self.close_up.show_area(area, self._side)
        self._stage.setCurrentWidget(self.close_up)
        self._list_area()
        self.close_up.diagram.focus_first()

    def show_point(self, code: str, side: Side | None = None) -> None:
        """A point, on its area's close-up. Raises KeyError for a code there is no point for."""
        point = self._context.library.points[code]
        marks = point.members or (code,)
        areas = areas_of(marks[0], self._context.atlas, self._context.library.points)
        if not self._shows("close_up") or self.close_up.area not in areas:
            self.close_up.show_area(areas[0], side or self._side)
            self._stage.setCurrentWidget(self.close_up)
        self._turn(side or self._side)
        self.close_up.select(marks)
        if self.point.point is not point or not self._shows("point"):
            self.point.show_point(point)
        self._show_panel(self.point)
        self.close_up.diagram.focus_point(marks[0])

    def show_complaint(self, complaint: Complaint) -> None:
        """What fits a complaint."""
        self.complaint.show_complaint(complaint)
        self._show_panel(self.complaint)

    def show_question(self) -> None:
        """The question again."""
        if "complaint" in vars(self):
            self.complaint.forget()
        self._show_panel(self.question)

    def leave(self) -> bool:
        """One level up: from a point to its area, from there to the body, from a complaint to the question.

        False where there is no level above.
        """
        if self._shows("point"):
            self.leave_point()
        elif self._shows("close_up"):
            self.show_body()
        elif self._panels.currentWidget() is not self.question:
            self.show_question()
        else:
            return False
        return True

    def leave_point(self) -> None:
        """Close the point; its area stays."""
        code = self.point.point.code if self.point.point is not None else ""
        self.close_up.select(())
        self._list_area()
        self.close_up.diagram.focus_point(code)

    # -- inside --------------------------------------------------------------------------------------

    def _shows(self, name: str) -> bool:
        """Whether the part of that name has been built and is the one shown."""
        part = vars(self).get(name)
        return part is not None and part in (self._stage.currentWidget(), self._panels.currentWidget())

    def _make_keys(self) -> None:
        keys = {
            "L": lambda: self._turn(Side.LEFT),
            "R": lambda: self._turn(Side.RIGHT),
            "[": lambda: self._turn_by(-1),
            "]": lambda: self._turn_by(1),
            "P": self._press,
        }
        for key, do in keys.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(do)

    def _show_panel(self, panel: QWidget) -> None:
        # The other panels must not hold the stack open.
        self._panels.setFixedWidth(panel.minimumWidth())
        self._panels.setCurrentWidget(panel)

    def _list_area(self) -> None:
        points = [self._context.library.points[code] for code in self.close_up.codes]
        self.area.show_points(self.close_up.area, self._side, points)
        self._show_panel(self.area)

    def _turn(self, side: Side) -> None:
        self._side = side
        if self._shows("close_up") and self.close_up.side is not side:
            self.close_up.show_side(side)
            if self._shows("area"):
                self._list_area()

    def _turn_by(self, step: int) -> None:
        if self._shows("close_up"):
            self.close_up.turn_by(step)
        else:
            self.body.turn_by(step)

    def _press(self) -> None:
        if self._shows("point"):
            self.point.start()

    def _refresh(self) -> None:
        self.body.arrange()
        if "close_up" in vars(self):
            self.close_up.diagram.arrange()

    def _done_today(self) -> frozenset[tuple[str, Side]]:
        """The points pressed today, with their sides."""
        now, hour = self._context.wall(), self._context.preferences.value.day_begins_hour
        done: set[tuple[str, Side]] = set()
        for session in self._context.history.sessions(since=now - timedelta(days=1)):
            for phase in session.phases:
                is_today = day_of(phase.ended_at.astimezone(now.tzinfo), hour) == day_of(now, hour)
                if phase.kind is PhaseKind.PRESS and phase.done_seconds > 0 and is_today and phase.subject:
                    point = self._context.library.points.get(phase.subject)
                    codes = point.members if point is not None and point.members else (phase.subject,)
                    sides = (Side.LEFT, Side.RIGHT) if phase.side in (None, Side.BOTH) else (phase.side,)
                    done |= {(code, side) for code in codes for side in sides}
        return frozenset(done)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes up; at the top it is the window's."""
        if event.key() != Qt.Key.Key_Escape or not self.leave():
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Look up what was done today."""
        super().showEvent(event)
        if "close_up" in vars(self):
            self.close_up.diagram.show_done(self._done_today())
