"""What one looks at: the whole body, or a close-up of an area of it, the way between them, and the search above."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from acutimer.core.points import Area
from acutimer.ui.context import Context
from acutimer.ui.explore.search.search_field import SearchField
from acutimer.ui.explore.view.body_stage import BodyStage
from acutimer.ui.kit.spoken import as_group, speak_for_itself

if TYPE_CHECKING:
    from PySide6.QtGui import QAccessibleInterface, QResizeEvent

    from acutimer.ui.explore.view.boxes import Spot
    from acutimer.ui.explore.view.close_up import CloseUp
    from acutimer.ui.explore.view.framing import Frame
    from acutimer.ui.explore.view.stage import Stage
    from acutimer.ui.explore.view.zooming import Zooming

# The panel beside a close-up is so much wider than the one beside the body.
NARROWER_PX = 28


class Stages(QStackedWidget):
    """Shows one of the two stages. The close-up and the way to it are built when they are first needed."""

    opened = Signal(object, object)
    """An area was pressed, and the side of it; None where no side was meant."""
    built = Signal(object)
    """The CloseUp has been built."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        speak_for_itself()
        super().__init__(parent)
        self._context = context
        self._came_by: QWidget | None = None  # what had the keyboard before the search
        self.body = BodyStage(context)
        self.addWidget(self.body)
        self.search = SearchField(context, self)
        self.body.opened.connect(self.opened)
        self.body.area_lit.connect(self._draw_ahead)
        self.search.line.came.connect(self._place_search)
        self.search.line.went.connect(self._end_search)
        QWidget.setTabOrder(self.search.line, next(iter(self.body.pills.values())))

    @cached_property
    def close_up(self) -> CloseUp:
        """The stage of one area."""
        from acutimer.ui.explore.view.close_up import CloseUp

        close_up = CloseUp(self._context)
        self.addWidget(close_up)
        self.built.emit(close_up)
        return close_up

    @cached_property
    def zooming(self) -> Zooming:
        """The movement between the body and a close-up."""
        from acutimer.ui.explore.view.zooming import Zooming

        zooming = Zooming(self.body, self.close_up.diagram, self._context.monotonic)
        zooming.pressed.connect(self._press_on_the_way)
        return zooming

    @property
    def has_close_up(self) -> bool:
        """Whether the close-up has been built."""
        return "close_up" in vars(self)

    @property
    def is_near(self) -> bool:
        """Whether a close-up is shown."""
        return self.has_close_up and self.currentWidget() is self.close_up

    @property
    def now(self) -> Stage:
        """The stage that is shown."""
        return self.close_up.diagram if self.is_near else self.body

    def seen(self) -> tuple[Stage, Frame | None]:
        """What is seen now, to be handed to `move` once something else is shown."""
        return self.now, self.now.frame

    def show_body(self) -> None:
        """Show the whole body, and the search field over it."""
        self.setCurrentWidget(self.body)
        self._place_search()
        self.search.show()
        self.search.raise_()

    def show_close_up(self) -> None:
        """Show the close-up."""
        self.setCurrentWidget(self.close_up)
        self.search.hide()

    def move_from(self, before: tuple[Stage, Frame | None]) -> None:
        """Show how one gets from what was seen before to what is seen now, if that is another stage.

        Everything must have its place by now. With less motion what comes is simply there.
        """
        stage, frame = before
        is_under_way = "zooming" in vars(self) and self.zooming.is_moving
        if stage is self.now and not is_under_way:
            return
        self.close_up.fade.stop()  # what was seen is another stage
        body = frame if stage is self.body else self.body.frame
        close_up = frame if stage is not self.body and self.now is self.body else self.close_up.diagram.frame
        is_still = self._context.preferences.value.reduced_motion or self.body.drawing.image is None
        if is_still or not self.isVisible() or body is None or close_up is None:
            if is_under_way:
                self.zooming.stop()
            return
        self.zooming.go((body, close_up), self.now, self.close_up.side)

    def start_search(self) -> None:
        """Search, whatever is shown: over a close-up the field comes while one searches."""
        self._came_by = self.window().focusWidget()
        self._place_search()
        self.search.show()
        self.search.raise_()
        self.search.start()

    # -- inside --------------------------------------------------------------------------------------

    def _press_on_the_way(self, spot: Spot) -> None:
        """A press on the body while one moves: it may mean another area than the one that comes."""
        under = self.body.area_under(spot)
        if under is not None and not (self.is_near and under[0] is self.close_up.area):
            self.opened.emit(*under)

    def _draw_ahead(self, area: Area | None) -> None:
        """Draw what one is likely to open next."""
        if area is not None and not self.is_near:
            side = self.close_up.side if self.has_close_up else self._context.preferences.value.first_side
            self.close_up.draw_ahead(area, side, self.body.facing, self.size() - QSize(NARROWER_PX, 0))

    def _end_search(self, is_elsewhere: bool) -> None:
        """Over a close-up the field goes when one has done with it, and the keyboard is where it was."""
        self._place_search()
        if not is_elsewhere or not self.is_near or self.search.isHidden():
            return
        self.search.hide()
        has_keyboard = self.window().focusWidget()
        if self._came_by is not None and (has_keyboard is None or self.search.isAncestorOf(has_keyboard)):
            self._came_by.setFocus(Qt.FocusReason.OtherFocusReason)

    def _place_search(self) -> None:
        """Where the body has its place for it; all across a small stage while one searches."""
        is_searching = self.search.line.hasFocus() or self.is_near
        self.search.set_short(self.body.is_small and not is_searching)
        self.search.setGeometry(self.body.search_rect(is_searching=is_searching))
        if is_searching:
            self.search.raise_()

    # -- Qt ------------------------------------------------------------------------------------------

    def accessible(self) -> QAccessibleInterface:
        """A group of the stages and the search: to Qt a stack has its pages alone."""
        return as_group(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The search field stands over the stage."""
        super().resizeEvent(event)
        self.body.resize(self.size())  # Qt would do so only when it is shown
        self._place_search()
