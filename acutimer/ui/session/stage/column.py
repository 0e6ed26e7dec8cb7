"""The words beside the lens: whose turn it is, how long, how to do it, and what comes after."""

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from acutimer.core.pacing import beat_of
from acutimer.core.session import Held, Session
from acutimer.ui.kit.icons import paint_icon
from acutimer.ui.kit.tokens import color, tokens
from acutimer.ui.session.stage.big import DIGITS_PX, HEIGHT_SHARE, Big
from acutimer.ui.session.stage.line import Line
from acutimer.ui.session.stage.pips import HEIGHT_PX as PIPS_PX
from acutimer.ui.session.stage.pips import WIDTH_PX as PIPS_WIDTH_PX
from acutimer.ui.session.stage.pips import Pips
from acutimer.ui.session.words import telling
from acutimer.ui.session.words.digits import digits_of
from acutimer.ui.session.words.phase_words import PhaseWords

WIDTH_PX = 560.0
ICON_PX, ICON_ROOM_PX = 26.0, 38.0
AFTER_SIDE_PX, AFTER_NAME_PX, AFTER_TIME_PX, AFTER_PIPS_PX, AFTER_WORDS_PX = 2.0, 26.0, 22.0, 16.0, 22.0


class Column(QWidget):
    """Lays its lines out from the top, so that the first, the side, never moves."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.headline = Line(52, 60, 700, least_px=40, parent=self)
        self.name = Line(26, 34, 450, "ink2", parent=self)
        self.big = Big(self)
        self.pips = Pips(self)
        self.instruction = Line(32, 40, 450, least_px=28, parent=self)
        self.upcoming = Line(24, 32, 450, "ink2", parent=self)
        self._icon = ""
        self._scale = 1.0

    def show_words(self, words: PhaseWords, *, held: bool) -> None:
        """Say what a phase is; while it is held, how to go on."""
        self.headline.say(words.headline)
        self.name.say(words.name, words.code)
        self.instruction.say(words.instruction)
        self._icon = "pause" if held else words.icon
        self.upcoming.say(telling.paused_hint() if held else words.upcoming)
        self.arrange()

    def show_time(self, session: Session, now: float, today: tuple[int, int | None] | None) -> None:
        """Show how much is to go, or done. `today` is how many repetitions were done today before, and the goal."""
        phase = session.phase
        if phase is None:
            return
        elapsed = session.elapsed(now)
        digits, unit, detail = digits_of(phase, elapsed, session.left(now), today)
        beat = beat_of(phase, elapsed)
        shape = (self.big.isHidden(), self.pips.isHidden())
        self.big.say(digits, unit, detail)
        self.big.setVisible(bool(digits))
        if beat is not None:
            self.pips.show_beat(beat, held=isinstance(session.state, Held))
        self.pips.setVisible(beat is not None)
        if shape != (self.big.isHidden(), self.pips.isHidden()):
            self.arrange()

    def set_scale(self, scale: float) -> None:
        """Measure everything times `scale` from now on."""
        self._scale = scale
        for part in (self.headline, self.name, self.big, self.pips, self.instruction, self.upcoming):
            part.set_scale(scale)
        self.arrange()

    def arrange(self) -> None:
        """Put each line below the one before."""
        scale, width = self._scale, self.width()
        y = self.headline.place(0, 0, width) + AFTER_SIDE_PX * scale
        y += self.name.place(0, y, width) + AFTER_NAME_PX * scale
        if not self.big.isHidden():
            high = DIGITS_PX * HEIGHT_SHARE * scale
            self.big.setGeometry(0, round(y), width, round(high))
            y += high + AFTER_TIME_PX * scale
        if not self.pips.isHidden():
            self.pips.setGeometry(0, round(y), round(PIPS_WIDTH_PX * scale), round(PIPS_PX * scale))
            y += (PIPS_PX + AFTER_PIPS_PX) * scale
        y += self.instruction.place(0, y, width) + AFTER_WORDS_PX * scale
        self.upcoming.place(ICON_ROOM_PX * scale, y, width - ICON_ROOM_PX * scale)
        self.update()

    def shown_words(self) -> tuple[str, ...]:
        """Every line as it reads, the code and the name of a point with a comma between them."""
        name = self.name.text().replace("\u2002", ", ")
        lines = (self.headline, self.big, self.pips, self.instruction, self.upcoming)
        return (name, *(line.text() for line in lines if not line.isHidden()))

    def below(self) -> float:
        """Where the last line ends, in px from the top."""
        lowest: QRect = self.upcoming.geometry()
        return float(lowest.bottom() + 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture beside the last line."""
        if not self._icon or self.upcoming.isHidden():
            return
        painter = QPainter(self)
        line = self.upcoming.geometry()
        middle = line.top() + min(line.height(), 32 * self._scale) / 2
        at = QPointF((ICON_PX / 2 - 1) * self._scale, middle)
        paint_icon(painter, self._icon, at, ICON_PX * self._scale, color(tokens(self).ink2))
        painter.end()
