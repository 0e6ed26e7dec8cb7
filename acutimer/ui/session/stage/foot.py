"""The row of big buttons at the foot: always in the same places, whatever they mean at the moment."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from acutimer.core.planning import Phase
from acutimer.core.session import Held, Session
from acutimer.ui.session.stage.controls import HEIGHT_PX, RoundButton, SessionButton

GAP_PX, EDGE_PX = 14.0, 32.0


class Foot(QWidget):
    """`stop`, `back`, `main`, `skip` and `more`; the page connects them.

    `main` is the one solid button. While a wait asks for it in the middle of the page, it is not here.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stop = RoundButton("stop", self.tr("Stop"), "quiet", 64, self)
        self.back = RoundButton("back", self.tr("Back"), parent=self)
        self.main = RoundButton("pause", self.tr("Pause"), "primary", 88, self)
        self.skip = RoundButton("skip", self.tr("Skip"), parent=self)
        self.more = RoundButton("+15", self.tr("seconds"), parent=self)
        self._scale = 1.0
        self.stop.setToolTip(self.tr("End here and keep what you did (Ctrl+.)"))
        self.back.setToolTip(self.tr("To the start of this side, again for the one before (Left)"))
        self.skip.setToolTip(self.tr("Leave this out (Right)"))

    def show_session(self, session: Session, *, has_main: bool) -> None:
        """Name the buttons after what they do now."""
        phase = session.phase
        if phase is None:
            return
        self.main.setVisible(has_main)
        held = isinstance(session.state, Held)
        if held:
            self.main.show_as("play", self.tr("Resume"))
        elif phase.kind.is_practice:
            self.main.show_as("pause", self.tr("Pause"))
        else:
            self.main.show_as("play", self.tr("Start now"))
        self._name_more(phase, held=held)
        self._arrange()

    def _name_more(self, phase: Phase, *, held: bool) -> None:
        self.more.setVisible(phase.seconds is not None)
        if phase.kind.is_practice and phase.reps is not None:
            self.more.show_as("+5", self.tr("more"), self.tr("Five more repetitions"))
        elif phase.kind.is_practice or held:
            self.more.show_as("+15", self.tr("seconds"), self.tr("Fifteen seconds more"))
        else:
            self.more.show_as("hand", self.tr("Wait"), self.tr("Wait until I say go"))

    def set_scale(self, scale: float) -> None:
        """Measure everything times `scale` from now on."""
        self._scale = scale
        for button in self.buttons:
            button.scale = scale
            button.update()
        self._arrange()

    @property
    def buttons(self) -> tuple[SessionButton, ...]:
        """All of them, from the left."""
        return (self.stop, self.back, self.main, self.skip, self.more)

    def _arrange(self) -> None:
        scale = self._scale
        middle = (self.back, self.main, self.skip, self.more)
        # Each is as wide as the longest word it may bear, so that none moves when the words change.
        widths = [
            self.back.width_for(self.tr("Back")),
            self.main.width_for(self.tr("Pause"), self.tr("Resume"), self.tr("Start now")),
            self.skip.width_for(self.tr("Skip")),
            self.more.width_for(self.tr("seconds"), self.tr("more"), self.tr("Wait")),
        ]
        x = self.width() / 2 - (sum(widths) + 3 * GAP_PX * scale) / 2
        for button, width in zip(middle, widths, strict=True):
            button.setGeometry(round(x), 0, width, round(HEIGHT_PX * scale))
            x += width + GAP_PX * scale
        wide = self.stop.sizeHint().width()
        self.stop.setGeometry(round(EDGE_PX * scale), 0, wide, round(HEIGHT_PX * scale))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep to the middle and the edge."""
        self._arrange()
        super().resizeEvent(event)
