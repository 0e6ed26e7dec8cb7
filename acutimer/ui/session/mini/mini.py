"""The small window: the session in a corner of the screen, above whatever else is done there."""

import math

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QCloseEvent, QEnterEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from acutimer.core.session import Session
from acutimer.ui.context import Context
from acutimer.ui.navigation import mark_icon
from acutimer.ui.session.keys import Action, action_of
from acutimer.ui.session.mini import card
from acutimer.ui.session.mini.dial import BAND_PX, RING_PX, Dial
from acutimer.ui.session.mini.dial_face import dial_face_of, seconds_to_next_look
from acutimer.ui.session.mini.frame import Frame
from acutimer.ui.session.mini.lines import CueLine, Digits
from acutimer.ui.session.mini.mini_buttons import QuietMini, RoundMini
from acutimer.ui.session.mini.mini_flash import MiniFlash
from acutimer.ui.session.stage.line import Line
from acutimer.ui.session.words import control_words, mini_words
from acutimer.ui.session.words.away_words import WaysOn

# All measures in px from the card's upper left corner.
DIAL_MIDDLE = QPoint(60, 60)
WORDS_X, WORDS_WIDTH, HEADLINE_WIDTH, CUE_WIDTH = 122, 124, 158, 136
HEADLINE_MIDDLE, DIGITS_TOP, DIGITS_HIGH, CUE_MIDDLE = 27, 43, 42, 97
NARROWER_PX = 8
ONE_LINE_PX, LONG_LOWER_PX = 22, 4  # a headline of two lines goes up a little, and the rest down
GAP_PX, LEAST_EDGE_PX = 6.0, 9.0
ROUND_MIDDLE = QPoint(276, 60)
EXPAND_MIDDLE, SKIP_MIDDLE = QPoint(298, 20), QPoint(276, 102)
RING_LONG_PX = 2 * math.pi * (RING_PX + BAND_PX / 2)


class MiniWindow(Frame):
    """A window of its own without a frame. Show a session with `show_session`, then its time with `show_time`.

    Signals:
        go()            the round button: start now, go on, pause or resume
        skip()          leave the phase out
        expand()        back to the full window
        asked(Action)   a key asks for something else; what asks to expand comes as `expand`
        closed()        the window was closed by the desktop: the program is to end, or to come back in full
    """

    go = Signal()
    skip = Signal()
    expand = Signal()
    asked = Signal(object)
    closed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(context.preferences)
        self._context = context
        self._is_asking = False
        self._question = ""
        self._cue_shown = ""
        self.setWindowTitle("acutimer")
        self.setAccessibleName(mini_words.window_name())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.dial = Dial(context, self)
        self.headline = Line(17, 20, 650, least_px=15, parent=self)
        self.digits = Digits(self)
        self.text = Line(15, 19, 450, "ink2", parent=self)
        self.cue = CueLine(self)
        self.main = RoundMini(self)
        self.skipping = QuietMini("skip", control_words.skip(), control_words.skip_tip(), self)
        self.flash = MiniFlash(self)
        self.expanding = QuietMini("expand", control_words.expand(), control_words.expand_tip(), self)
        self.clicked.connect(self.expand)
        self.main.clicked.connect(self._on_main)
        self.skipping.clicked.connect(self.skip)
        self.expanding.clicked.connect(self.expand)
        for button in (self.main, self.skipping, self.expanding):
            button.installEventFilter(self)
        self._arrange()

    # -- what it shows ---------------------------------------------------------------------------

    def show_session(self, session: Session, now: float) -> None:
        """Show another value of the session: its picture, its words, its button, its time."""
        self._is_asking = session.phase is None or mini_words.is_asking(session)
        if not self._is_asking:
            self._question = ""
        words = mini_words.mini_words(session, self._context.library, self._question)
        self.headline.say(words.headline)
        self.text.say(words.text)
        self.main.show_as(words.icon, words.button)
        self.dial.show_view(session)
        self.show_time(session, now)
        self._arrange()

    def show_time(self, session: Session, now: float) -> None:
        """Show how far the session has come at `now`."""
        self.dial.show_face(dial_face_of(session, now))
        self.digits.say(*mini_words.mini_time(session, now))
        cue, is_ember = mini_words.mini_cue(session, now, self._context.library)
        self.cue.tell(cue, is_ember=is_ember)
        if self._cue_shown != cue:
            self._cue_shown = cue
            self._arrange()

    def show_ways(self, words: WaysOn) -> None:
        """Say what the session asks; the full window has the answers."""
        self._question = words.title
        self.headline.say(words.title)
        self._arrange()

    def seconds_to_next_look(self, session: Session, now: float) -> float:
        """After how many seconds it looks different; infinite while it is not seen."""
        return seconds_to_next_look(session, now, RING_LONG_PX) if self.isVisible() else math.inf

    # -- coming and going ------------------------------------------------------------------------

    def open(self, near: QWidget) -> None:
        """Come up where it was left, or else in the corner of the screen that `near` is on."""
        self.place(self._context.preferences.value.mini, near)
        self.setWindowIcon(mark_icon())
        self.show()
        self.activateWindow()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Go for good: nothing is drawn any more, and `closed` is not told.

        Closed, not hidden: the program ends with its last window that closes, and the full one hides.
        """
        self.blockSignals(True)
        self.close()
        self.blockSignals(False)
        self.dial.close_drawings()

    # -- inside ----------------------------------------------------------------------------------

    def _on_main(self) -> None:
        if self._is_asking:
            self.expand.emit()
        else:
            self.go.emit()

    def _arrange(self) -> None:
        off = self.corner
        for part, middle in (
            (self.dial, DIAL_MIDDLE),
            (self.main, ROUND_MIDDLE),
            (self.expanding, EXPAND_MIDDLE),
            (self.skipping, SKIP_MIDDLE),
        ):
            part.move(off + middle - QPoint(part.width() // 2, part.height() // 2))
        x, top = off.x() + WORDS_X, off.y()
        has_time = bool(self.digits.text())
        self.digits.setVisible(has_time)
        self.text.setVisible(not has_time and bool(self.text.text()))
        if has_time:
            is_long = self.headline.place(x, 0, HEADLINE_WIDTH) > ONE_LINE_PX
            lower = LONG_LOWER_PX if is_long else 0
            _center(self.headline, x, top + HEADLINE_MIDDLE - lower, HEADLINE_WIDTH)
            self.digits.setGeometry(x, top + DIGITS_TOP + lower, WORDS_WIDTH, DIGITS_HIGH)
            _center(self.cue, x, top + CUE_MIDDLE + lower, CUE_WIDTH)
            return
        lines = [line for line in (self.headline, self.text, self.cue) if not line.isHidden()]
        heights = [line.place(x, 0, WORDS_WIDTH) for line in lines]
        free = card.HEIGHT_PX - sum(heights)
        gap = min(GAP_PX, max(0.0, free - 2 * LEAST_EDGE_PX) / max(1, len(lines) - 1))
        y = top + (free - gap * (len(lines) - 1)) / 2
        for line, high in zip(lines, heights, strict=True):
            line.place(x, y, WORDS_WIDTH)
            y += high + gap

    def _reveal(self) -> None:
        """The two quiet buttons come out under the pointer, and when the keyboard walks through the window."""
        is_seen = self.underMouse() or any(it.hasFocus() for it in (self.main, self.skipping, self.expanding))
        self.skipping.let_be_seen(is_seen=is_seen and not self._is_asking)
        self.expanding.let_be_seen(is_seen=is_seen)

    # -- Qt --------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The session's keys; Escape and M lead back to the full window."""
        action = action_of(event, is_asking=self._is_asking, is_right_to_left=self.isRightToLeft())
        if action is None:
            super().keyPressEvent(event)
        elif event.isAutoRepeat():
            return
        elif action in (Action.MINI, Action.NOTHING) or (action is Action.GO and self._is_asking):
            self.expand.emit()
        elif action is Action.GO:
            self.go.emit()
        elif action is Action.SKIP:
            self.skip.emit()
        else:
            self.asked.emit(action)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the keyboard from button to button."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._reveal()
        return super().eventFilter(watched, event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """The pointer came."""
        self._reveal()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer went."""
        self._reveal()
        super().leaveEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """The desktop closes it."""
        super().closeEvent(event)
        self.closed.emit()


def _center(line: Line, x: int, middle: int, width: int) -> None:
    """Lay a line with its middle there, as high as its words need; where they are broken, into equal halves."""
    high = line.place(x, 0, width)
    if high > ONE_LINE_PX:
        while line.place(x, 0, width - NARROWER_PX) == high:
            width -= NARROWER_PX
    line.place(x, middle - high / 2, width)
