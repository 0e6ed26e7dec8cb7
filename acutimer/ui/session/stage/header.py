"""The top of the session: the routine, how much is to go, and the row of segments."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from acutimer.content.library import Library
from acutimer.core.session import Over, Session
from acutimer.ui.session.stage.line import Line
from acutimer.ui.session.stage.segments import HEIGHT_PX as SEGMENTS_PX
from acutimer.ui.session.stage.segments import Segments
from acutimer.ui.session.words.times import to_go

LINE_PX, GAP_PX = 36.0, 4.0
HEIGHT_PX = LINE_PX + GAP_PX + SEGMENTS_PX


class Header(QWidget):
    """Shows where in the routine one is."""

    def __init__(self, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.routine = Line(22, LINE_PX, 600, parent=self)
        self.to_go = Line(26, LINE_PX, 600, tabular=True, align=Qt.AlignmentFlag.AlignRight, parent=self)
        self.segments = Segments(library, self)
        self._scale = 1.0

    def show_session(self, session: Session, now: float) -> None:
        """Show how far the session has come at `now`."""
        phase = session.phase
        share = 0.0
        if phase is not None and phase.kind.is_practice and phase.seconds:
            share = min(1.0, session.elapsed(now) / phase.seconds)
        self.routine.say(session.plan.routine.name)
        waits_ahead = session.index is not None and any(
            later.seconds is None for later in session.plan.phases[session.index :]
        )
        is_over = isinstance(session.state, Over)
        self.to_go.say("" if is_over else to_go(session.to_go(now), QCoreApplication.translate, at_least=waits_ahead))
        self.segments.show_session(session, share)

    def set_scale(self, scale: float) -> None:
        """Measure everything times `scale` from now on."""
        self._scale = scale
        for part in (self.routine, self.to_go, self.segments):
            part.set_scale(scale)
        self._arrange()

    def _arrange(self) -> None:
        scale, width = self._scale, self.width()
        aside = 420 * scale
        self.routine.place(0, 0, width - aside)
        self.to_go.place(width - aside, 0, aside)
        top = round((LINE_PX + GAP_PX) * scale)
        self.segments.setGeometry(0, top, width, round(SEGMENTS_PX * scale) + 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the lines the width there is."""
        self._arrange()
        super().resizeEvent(event)
