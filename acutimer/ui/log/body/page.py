"""The body in the log: where one pressed in the last days, on which side, and what one could press now."""

from collections.abc import Sequence
from datetime import timedelta

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLayout, QWidget

from acutimer.core.errors import WorldError
from acutimer.core.fitting import plan
from acutimer.core.history import day_of
from acutimer.core.observing import Offer, PointLately, observe, points_lately
from acutimer.core.planning import PhaseKind
from acutimer.core.press_now import press_now
from acutimer.core.routines import PressStep
from acutimer.core.totals import SubjectTotal
from acutimer.ui.body.warm_views import pressed_in
from acutimer.ui.context import Context
from acutimer.ui.kit.gutter import GutterScroll
from acutimer.ui.kit.layout import column
from acutimer.ui.kit.switch import Switch
from acutimer.ui.log.body.bodies import WarmBodies
from acutimer.ui.log.body.panel import BodyPanel
from acutimer.ui.log.body.words import figures
from acutimer.ui.log.unrolling import ANY_PX

PERIODS = (7, 14, 30)  # days
FIRST_PERIOD = 1
REACH_DAYS = 60  # so far back a point is looked for that was not pressed in the period
# The panel's width, in a page narrower than that.
PANEL_PX, WIDER_PANELS_PX = 404, ((1000, 436), (1500, 500))
BETWEEN_PX = 16
EDGE_PX = 12  # the bar lies there
BESIDE_FROM_PX = 380 + BETWEEN_PX + PANEL_PX  # narrower than this, the panel stands below the figures
LEAST_PX = 440  # lower than this, figures and panel beside each other are scrolled
LOWEST_PX, HIGHEST_PX = 300, 560  # of the figures above the panel
SHOWN_BELOW_PX = 160  # so much of the panel is seen below them where there is room


class BodyPage(QWidget):
    """Two figures and a panel. The log calls `refresh` whenever it shows the page."""

    start = Signal(object)
    """The Plan to begin now: one point, pressed on the side that had less of it, or on both."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        steps = (step for routine in context.shelf.all().values() for step in routine.steps)
        self._of_routines = frozenset(step.point for step in steps if isinstance(step, PressStep))
        self.bodies = WarmBodies(context)
        self.switch = Switch(
            [self.tr("{0}\u00a0days").format(days) for days in PERIODS], height=48, name=self.tr("How far back")
        )
        self.switch.set_index(FIRST_PERIOD)
        self.switch.chosen.connect(lambda _index: self.refresh())
        self.panel = BodyPanel(context.library)
        self.panel.pointed.connect(self._mark)
        self.panel.chosen.connect(self._begin)
        self._lay_out()
        self._show((), ())

    @property
    def days(self) -> int:
        """How many days are shown, today being the last."""
        return PERIODS[self.switch.index]

    def refresh(self) -> None:
        """Read the history anew. A fault of the disk is said, and what was shown stays."""
        hour = self._context.preferences.value.day_begins_hour
        today = day_of(self._context.wall(), hour)
        totals = self._context.history.totals
        try:
            reach = totals.subjects(today - timedelta(days=REACH_DAYS - 1), today, hour)
            period = totals.subjects(today - timedelta(days=self.days - 1), today, hour)
        except WorldError as error:
            self._context.messages.say(str(error), "caution")
            return
        self._show(period, points_lately(period, reach, today, hour))

    # -- inside --------------------------------------------------------------------------------------

    def _show(self, period: Sequence[SubjectTotal], points: Sequence[PointLately]) -> None:
        known = self._context.library.points
        self.bodies.show_pressed(pressed_in(period, known), self.days)
        self.bodies.setAccessibleName(figures(points))
        self.panel.show_period(self.days, points, _besides(period), observe(points, known, self._of_routines))
        # a card with nothing in it is only as high as its words
        self._layout.setAlignment(self.panel, Qt.AlignmentFlag.AlignTop if self.panel.is_bare else Qt.AlignmentFlag(0))

    def _mark(self, code: str) -> None:
        point = self._context.library.points.get(code)
        self.bodies.mark((point.members or (code,)) if point is not None else ())

    def _begin(self, offer: Offer) -> None:
        point, settings = self._context.library.points[offer.code], self._context.preferences.value
        routine = press_now(point, settings.press_seconds.get(point.code, point.dose.seconds))
        self.start.emit(plan(routine, settings.choices(side=offer.side), self._context.safety))

    # -- laying out ----------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._figures = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._figures.setContentsMargins(0, 0, 0, 0)
        self._figures.setSpacing(4)
        self._figures.addWidget(self.bodies, 1)
        self._figures.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignHCenter)
        self._content = QWidget()
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._content)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(BETWEEN_PX)
        self._layout.addLayout(self._figures, 1)
        self._layout.addWidget(self.panel)
        self._scroll = GutterScroll(EDGE_PX, self._content)
        self.panel.list.reached.connect(lambda it: self._scroll.ensureWidgetVisible(it, 0, BETWEEN_PX))
        column((self._scroll, 1), parent=self)
        layout = self.layout()
        assert layout is not None
        layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)

    def _arrange(self, width: int) -> None:
        is_beside = width >= BESIDE_FROM_PX
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._layout.setDirection(across if is_beside else down)
        # one below the other, the switch comes first: the figures may reach below the window
        self._figures.setDirection(down if is_beside else QBoxLayout.Direction.BottomToTop)
        self.panel.listed.set_unrolled(not is_beside)
        panel_px = PANEL_PX
        for from_px, wider in WIDER_PANELS_PX:
            panel_px = wider if width >= from_px else panel_px
        self.panel.setMinimumWidth(panel_px if is_beside else 0)
        self.panel.setMaximumWidth(panel_px if is_beside else width)
        shown_px = self.height() - self.switch.height() - SHOWN_BELOW_PX
        self.bodies.setMinimumHeight(0 if is_beside else min(HIGHEST_PX, max(LOWEST_PX, shown_px)))
        height = max(LEAST_PX, self.height())
        self._content.setMinimumHeight(height if is_beside else 1)
        self._content.setMaximumHeight(height if is_beside else ANY_PX)

    # -- Qt ------------------------------------------------------------------------------------------

    def minimumSizeHint(self) -> QSize:
        """The figures; the panel has room below them."""
        return QSize(self.bodies.minimumSizeHint().width() + EDGE_PX, 200)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The panel beside the figures where there is room, wider where there is more."""
        self._arrange(self.width() - EDGE_PX)
        super().resizeEvent(event)


def _besides(totals: Sequence[SubjectTotal]) -> list[SubjectTotal]:
    """What was done besides pressing points, both sides in one sum, the most time first."""
    found: dict[str, SubjectTotal] = {}
    for it in totals:
        if it.kind is PhaseKind.PRESS or not (it.seconds or it.reps):
            continue
        before = found.get(it.subject)
        seconds, reps = (before.seconds, before.reps) if before else (0.0, 0)
        found[it.subject] = SubjectTotal(
            subject=it.subject,
            kind=it.kind,
            side=None,
            seconds=seconds + it.seconds,
            reps=reps + it.reps,
            times=it.times + (before.times if before else 0),
            last_at=max(it.last_at, before.last_at) if before else it.last_at,
        )
    return sorted(found.values(), key=lambda it: (-it.seconds, it.subject))
