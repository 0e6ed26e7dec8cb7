"""What stands beside the stage: the panels, each built when it is first needed, one of them shown."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from acutimer.core.practices import GuideCard
from acutimer.ui.context import Context
from acutimer.ui.explore.reading.question_panel import QuestionPanel
from acutimer.ui.explore.reading.sheet import UNBOUNDED_PX, Sheet

if TYPE_CHECKING:
    from acutimer.ui.explore.reading.area_panel import AreaPanel
    from acutimer.ui.explore.reading.complaint_panel import ComplaintPanel
    from acutimer.ui.explore.reading.guide_list import GuideList
    from acutimer.ui.explore.reading.guide_panel import GuidePanel
    from acutimer.ui.explore.reading.hand_panel import HandPanel
    from acutimer.ui.explore.reading.panel import Panel
    from acutimer.ui.explore.reading.point_panel import PointPanel
    from acutimer.ui.explore.reading.red_flags import RedFlagsPanel

    _Panel = TypeVar("_Panel", bound=Panel)

# Wide enough for a step of finding a point, beside a drawing on a narrow stage.
FINDING_PX = 284


class Panels(QStackedWidget):
    """Tells what was asked for in any of them. A text lies over the panel it was opened from."""

    point_chosen = Signal(str)
    """A point's code."""
    routine_chosen = Signal(str)
    """A routine's id."""
    press_now = Signal(str, int)
    """A point's code, and the seconds for each side."""
    add_wanted = Signal(str)
    """A point's code: it is wanted in a routine."""
    found = Signal(object)
    """A Finding while someone is shown how to find the point, None when that has ended."""
    pointed = Signal(str)
    """The pointer came over a point's name: its code, or nothing."""
    closed = Signal()
    """The way back, or out, of the panel that shows was taken."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._read_from: Sheet | None = None
        self._is_covering = False
        self.question = QuestionPanel(context)
        self.addWidget(self.question)
        self._shown: Sheet = self.question
        self.question.closed.connect(self.closed)
        self.question.warned.connect(lambda: self.show_panel(self.flags))
        self.question.leafed.connect(lambda: self.show_panel(self.texts))

    # -- each built when it is first needed ----------------------------------------------------------

    @cached_property
    def area(self) -> AreaPanel:
        """The points of an area, by name."""
        from acutimer.ui.explore.reading.area_panel import AreaPanel

        area = self._added(AreaPanel(self._context))
        area.chosen.connect(self.point_chosen)
        area.pointed.connect(self.pointed)
        area.card_chosen.connect(self.read)
        return area

    @cached_property
    def hand(self) -> HandPanel:
        """The hand as the ruler."""
        from acutimer.ui.explore.reading.hand_panel import HandPanel

        hand = self._added(HandPanel(self._context))
        hand.card_chosen.connect(self.read)
        return hand

    @cached_property
    def point(self) -> PointPanel:
        """All about one point."""
        from acutimer.ui.explore.reading.point_panel import PointPanel

        point = self._added(PointPanel(self._context))
        point.press_now.connect(self.press_now)
        point.add_wanted.connect(self.add_wanted)
        point.found.connect(self._take_width)
        point.found.connect(self.found)
        return point

    @cached_property
    def complaint(self) -> ComplaintPanel:
        """What fits a complaint."""
        from acutimer.ui.explore.reading.complaint_panel import ComplaintPanel

        complaint = self._added(ComplaintPanel(self._context))
        complaint.point_chosen.connect(self.point_chosen)
        complaint.routine_chosen.connect(self.routine_chosen)
        complaint.card_chosen.connect(self.read)
        return complaint

    @cached_property
    def flags(self) -> RedFlagsPanel:
        """What to look out for first, whatever the complaint."""
        from acutimer.ui.explore.reading.red_flags import RedFlagsPanel

        complaints = self._context.library.complaints.values()
        return self._added(RedFlagsPanel([flag for complaint in complaints for flag in complaint.red_flags]))

    @cached_property
    def texts(self) -> GuideList:
        """Every text there is to read."""
        from acutimer.ui.explore.reading.guide_list import GuideList

        texts = self._added(GuideList(self._context))
        texts.chosen.connect(self.read)
        return texts

    @cached_property
    def guide(self) -> GuidePanel:
        """One text."""
        from acutimer.ui.explore.reading.guide_panel import GuidePanel

        return self._added(GuidePanel(self._context))

    # -- what it shows -------------------------------------------------------------------------------

    @property
    def is_walking(self) -> bool:
        """Whether someone is being shown how to find the point."""
        finder = self.point.finder if self.shows("point") else None
        return finder is not None and finder.is_walking

    def shows(self, name: str) -> bool:
        """Whether the panel of that name was built and is the one shown."""
        return self.currentWidget() is vars(self).get(name)

    def show_panel(self, panel: Sheet) -> None:
        """Show a panel."""
        self._read_from = None
        self._shown = panel
        self._take_width()
        self.setCurrentWidget(panel)

    def cover(self, is_covering: bool) -> None:
        """Cover the stage with whatever is shown, or stand beside it. A point's finding stands beside it all the same.

        What the other panels need must not hold the stack open.
        """
        self._is_covering = is_covering
        for panel in (self.widget(index) for index in range(self.count())):
            assert isinstance(panel, Sheet)
            panel.cover(is_covering)
        self._take_width()

    def take_keyboard(self) -> None:
        """Give the keyboard to the panel that is shown, unless it has it."""
        self._shown.take_keyboard()

    def read(self, card: GuideCard) -> None:
        """Show a text, as wide as what it lies over, so that the stage stays as it is."""
        before = self._read_from or self._shown
        self.guide.show_card(card, before.own_px)
        self.show_panel(self.guide)
        self._read_from = before

    def stop_reading(self) -> bool:
        """Put the text away, back to where it was opened. False where none is open."""
        if not self.shows("guide") or self._read_from is None:
            return False
        self.show_panel(self._read_from)
        return True

    def stop_finding(self) -> bool:
        """Show no more how to find the point. False where that was not shown."""
        if not self.is_walking:
            return False
        finder = self.point.finder
        assert finder is not None
        finder.stop()
        return True

    def _take_width(self) -> None:
        is_beside_all_the_same = self._is_covering and self.is_walking
        if is_beside_all_the_same:
            self.setFixedWidth(FINDING_PX)
        elif self._is_covering:
            self.setMinimumWidth(1)
            self.setMaximumWidth(UNBOUNDED_PX)
        else:
            self.setFixedWidth(self._shown.own_px)
        if "point" in vars(self):
            self.point.show_finding_alone(is_beside_all_the_same)

    def _added(self, panel: _Panel) -> _Panel:
        panel.cover(self._is_covering)
        self.addWidget(panel)
        panel.closed.connect(self.closed)
        return panel
