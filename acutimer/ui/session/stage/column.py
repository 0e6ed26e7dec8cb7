"""The words beside the lens: whose turn it is, how long, how to do it, and what comes after."""

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from acutimer.core.pacing import beat_of
from acutimer.core.session import Held, Session
from acutimer.language.joining import listed
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
LEAST_ICON_PX, LEAST_ICON_ROOM_PX = 18.0, 26.0  # however small the window
CARE_PX, AFTER_UPCOMING_PX = 26.0, 10.0
LEAST_GAP = 0.35  # of the gaps, where the last line would find no room otherwise
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
        self.care = Line(18, CARE_PX, 450, "ink2", least_px=16, parent=self)
        self.care.hide()
        self._icon = ""
        self._prepares = False
        self._scale = 1.0
        self._pips_px: float | None = None

    def show_words(self, words: PhaseWords, *, held: bool, prepares: bool = False) -> None:
        """Say what a phase is; while it is held, how to go on. `prepares`: it only leads up to the next one."""
        self._prepares = prepares and not held
        self.headline.say(words.headline)
        self.name.say(words.name, words.code)
        self.instruction.say(words.instruction)
        self._icon = "pause" if held else words.icon
        self.upcoming.say(telling.paused_hint() if held else words.upcoming)
        self.care.say(words.care)
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

    def set_scale(self, scale: float, pips_px: float | None = None) -> None:
        """Measure everything times `scale` from now on; the row of pips is as wide as designed, or `pips_px`."""
        self._scale, self._pips_px = scale, pips_px
        for part in (self.headline, self.name, self.big, self.instruction, self.upcoming, self.care):
            part.set_scale(scale)
        self.pips.set_scale(scale, pips_px)
        self.arrange()

    def arrange(self) -> None:
        """Put each line below the one before.

        Long words, and what is different for this person, take the room that the gaps can spare. Where that is not
        enough for the latter, it stands in the place of what comes next while one gets ready, and is not shown while
        one practises.
        """
        self.care.setVisible(bool(self.care.text()))
        self.upcoming.show()
        gap = 1.0
        if (missing := self._place(gap) - self.height()) > 0:
            gap = max(LEAST_GAP, 1.0 - missing / self._gaps())
            if not self.care.isHidden() and self._place(gap) > self.height() + 1:
                gap = 1.0
                (self.upcoming if self._prepares else self.care).hide()
        self._place(gap)
        self.update()

    def _gaps(self) -> float:
        """How much room lies between the lines, in px."""
        used = AFTER_SIDE_PX + AFTER_NAME_PX + AFTER_WORDS_PX + AFTER_UPCOMING_PX
        used += 0.0 if self.big.isHidden() else AFTER_TIME_PX
        return (used + (0.0 if self.pips.isHidden() else AFTER_PIPS_PX)) * self._scale

    def _place(self, gap: float) -> float:
        """Place every line, the gaps so much of what they were drawn with; returns where the last one ends."""
        scale, width = self._scale, self.width()
        space, indent = scale * gap, max(LEAST_ICON_ROOM_PX, ICON_ROOM_PX * scale)
        y = self.headline.place(0, 0, width) + AFTER_SIDE_PX * space
        y += self.name.place(0, y, width) + AFTER_NAME_PX * space
        if not self.big.isHidden():
            high = DIGITS_PX * HEIGHT_SHARE * scale
            self.big.setGeometry(0, round(y), width, round(high))
            y += high + AFTER_TIME_PX * space
        if not self.pips.isHidden():
            pips_px = PIPS_WIDTH_PX * scale if self._pips_px is None else self._pips_px
            self.pips.setGeometry(0, round(y), round(pips_px), round(PIPS_PX * scale))
            y += PIPS_PX * scale + AFTER_PIPS_PX * space
        y += self.instruction.place(0, y, width) + AFTER_WORDS_PX * space
        end = y
        for line in (self.upcoming, self.care):
            if not line.isHidden():
                end = y + line.place(indent, y, width - indent)
                y = end + AFTER_UPCOMING_PX * space
        return end

    def shown_words(self) -> tuple[str, ...]:
        """Every line as it reads, the code and the name of a point with a comma between them."""
        name = listed(self.name.text().split("\u2002"))
        lines = (self.headline, self.big, self.pips, self.instruction, self.upcoming, self.care)
        return (name, *(line.text() for line in lines if not line.isHidden()))

    def below(self) -> float:
        """Where the last line ends, in px from the top."""
        lowest: QRect = (self.upcoming if self.care.isHidden() else self.care).geometry()
        return float(lowest.bottom() + 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the pictures beside the last lines: what comes, and the shield of what is different for this person."""
        painter = QPainter(self)
        if self._icon and not self.upcoming.isHidden():
            self._paint_beside(painter, self.upcoming, 32.0, self._icon, "ink2")
        if not self.care.isHidden():
            self._paint_beside(painter, self.care, CARE_PX, "shield", "pine")
        painter.end()

    def _paint_beside(self, painter: QPainter, line: Line, line_px: float, icon: str, ink: str) -> None:
        middle = line.geometry().top() + min(line.height(), max(LEAST_ICON_PX, line_px * self._scale)) / 2
        px = max(LEAST_ICON_PX, ICON_PX * self._scale)
        at = QPointF(px / 2 - self._scale, middle)
        paint_icon(painter, icon, at, px, color(getattr(tokens(self), ink)))
