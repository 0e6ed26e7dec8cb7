"""What was counted today, towards what is enough for a day."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from acutimer.core.totals import Counted
from acutimer.language.joining import listed
from acutimer.ui.kit.buttons import Look, paint_shape
from acutimer.ui.kit.fonts import font
from acutimer.ui.kit.text import draw_text
from acutimer.ui.kit.tokens import color, tokens

HEIGHT_PX = 72
SETS_PX = 62  # the middle of the line below the bar
BAR_PX = 12
BAR_TOP_PX = 34


class GoalBar(QWidget):
    """One exercise: its name, "40 of 100", a bar, and below it in how many sets."""

    def __init__(self, name: str, goal: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._goal, self._done = name, goal, Counted(0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_done(self, done: Counted) -> None:
        """Show so many repetitions, in so many sets."""
        self._done = done
        told = listed((self._words, self._sets))
        self.setAccessibleName(self.tr("{0}: {1}").format(self._name, told))
        self.update()

    @property
    def _words(self) -> str:
        return self.tr("{0} of {1}").format(self._done.reps, self._goal)

    @property
    def _sets(self) -> str:
        words = {0: "", 1: self.tr("in one set")}
        return words.get(self._done.sets, self.tr("in {0} sets").format(self._done.sets))

    def sizeHint(self) -> QSize:
        """Two lines of words and a bar between them."""
        return QSize(280, HEIGHT_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the words and the bar."""
        theme = tokens(self)
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        start, end = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        if self.isRightToLeft():
            start, end = end, start
        name_x, words_x = (self.width(), 0) if self.isRightToLeft() else (0, self.width())
        draw_text(painter, name_x, 14, self._name, font(17, 500), color(theme.ink), start)
        draw_text(painter, words_x, 14, self._words, font(17, 500, tabular=True), color(theme.ink2), end)
        track = QRectF(0, BAR_TOP_PX, self.width(), BAR_PX)
        paint_shape(painter, track, BAR_PX / 2, Look(theme.heat0, theme.ink))
        if self._done.reps:
            done_px = max(BAR_PX, track.width() * min(1.0, self._done.reps / self._goal))
            done = QRectF(track.right() - done_px if self.isRightToLeft() else 0, BAR_TOP_PX, done_px, BAR_PX)
            paint_shape(painter, done, BAR_PX / 2, Look(theme.pine, theme.ink))
        draw_text(painter, name_x, SETS_PX, self._sets, font(15, 450), color(theme.ink2), start)
        painter.end()
