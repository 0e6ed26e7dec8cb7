"""The top of the session: the routine, how much is to go, and the row of segments."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from acutimer.content.library import Library
from acutimer.core.session import Over, Session
from acutimer.ui.session.stage.line import SMALLEST_PX, Line
from acutimer.ui.session.stage.segments import HEIGHT_PX as SEGMENTS_PX
from acutimer.ui.session.stage.segments import Segments
from acutimer.ui.session.words.times import to_go, whole

LINE_PX, GAP_PX = 36.0, 4.0
ASIDE_PX, LEAST_ASIDE_PX = 420.0, 170.0  # what is to go has so much room
HEIGHT_PX = LINE_PX + GAP_PX + SEGMENTS_PX


class Header(QWidget):
    """Shows where in the routine one is."""

    def __init__(self, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.routine = Line(22, LINE_PX, 600, least_px=SMALLEST_PX, parent=self)
        self.to_go = Line(26, LINE_PX, 600, tabular=True, align=Qt.AlignmentFlag.AlignRight, parent=self)
        self.segments = Segments(library, self)
        self._scale = 1.0
        self._session: Session | None = None
        self._later_seconds, self._waits_ahead, self._told_seconds = 0.0, False, -1

    def show_session(self, session: Session, now: float) -> None:
        """Show how far the session has come at `now`."""
        if session is not self._session:
            self._look_ahead(session)
        seconds = whole((session.left(now) or 0.0) + self._later_seconds)
        if seconds == self._told_seconds:
            return  # neither the number nor the bar has come further
        self._told_seconds = seconds
        if not isinstance(session.state, Over):
            self.to_go.say(to_go(seconds, QCoreApplication.translate, at_least=self._waits_ahead))
        phase, share = session.phase, 0.0
        if phase is not None and phase.kind.is_practice and phase.seconds:
            share = min(1.0, session.elapsed(now) / phase.seconds)
        self.segments.show_session(session, share)

    def _look_ahead(self, session: Session) -> None:
        """What does not change while one value of the session holds, so that a tick need not add it up again."""
        self._session, self._told_seconds = session, -1
        self.routine.say(session.plan.routine.name)
        later = () if session.index is None else session.plan.phases[session.index + 1 :]
        self._later_seconds = sum(phase.seconds or 0.0 for phase in later)
        phases = later if session.phase is None else (session.phase, *later)
        self._waits_ahead = any(phase.seconds is None for phase in phases)
        if isinstance(session.state, Over):
            self.to_go.say("")

    def set_scale(self, scale: float) -> None:
        """Measure everything times `scale` from now on."""
        self._scale = scale
        for part in (self.routine, self.to_go, self.segments):
            part.set_scale(scale)
        self._arrange()

    def _arrange(self) -> None:
        scale, width = self._scale, self.width()
        aside = max(ASIDE_PX * scale, LEAST_ASIDE_PX)
        self.to_go.place(width - aside, 0, aside)
        lower = self.routine.place(0, 0, width - aside)
        top = round(max(LINE_PX * scale, lower) + GAP_PX * scale)
        self.segments.setGeometry(0, top, width, round(SEGMENTS_PX * scale) + 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the lines the width there is."""
        self._arrange()
        super().resizeEvent(event)
