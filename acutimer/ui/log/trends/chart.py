"""What every chart of the trends has: axes, and columns that the keyboard and the pointer walk.

A few hundred marks need no plotting library and its numpy: without them the program starts sooner and stays small.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleInterface,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAccessibleWidget, QSizePolicy, QWidget

from acutimer.ui.kit.announcing import announce
from acutimer.ui.kit.buttons import Look, paint_shape
from acutimer.ui.kit.focus import focus_came, focus_went
from acutimer.ui.kit.fonts import font
from acutimer.ui.kit.spoken import speak_for_itself
from acutimer.ui.kit.text import draw_text, text_width
from acutimer.ui.kit.tokens import Tokens, color, tokens
from acutimer.ui.log.trends.axis import Mark, Tick, is_free, placed

HEIGHT_PX = 172
LEAST_PX = 128
ABOVE_PX = 10  # half a label, and a mark that lies on the highest line
BELOW_PX = 30  # the labels of the time
BESIDE_PX = 10  # between the labels of the values and the columns
LABEL_GAP_PX = 12
BAND_PX, BAND_RADIUS_PX = 10.0, 6.0  # the least width of the ground of the chosen column

ARROWS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class Chart(QWidget):
    """Columns from the earliest to the latest, each told in words. One of them may be chosen, and is told.

    A subclass sets them by `set_columns` and overrides `paint_column`, and `centre` where they are not evenly spread.
    `accessibleName` is to tell what the picture tells.
    """

    told = Signal(str)
    """The words to be shown above the chart: those of the chosen column, or of all while none is chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        speak_for_itself()  # before anything that a screen reader may ask about
        self._words: tuple[str, ...] = ()
        self._idle = ""
        self._marks: tuple[Mark, ...] = ()
        self._ticks: tuple[tuple[Tick, ...], ...] = ()
        self._chosen = self._kept = -1  # the kept one is the keyboard's
        self._beside_px = 0.0
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_columns(
        self, words: Sequence[str], idle: str, marks: Sequence[Mark], ticks: Sequence[Sequence[Tick]]
    ) -> None:
        """Tell columns with these `words`, and `idle` while none is chosen.

        `marks` label the values, upwards from 0. `ticks` are several sets of labels of the time, in order from the
        earliest; the first set that fits is shown.
        """
        self._words, self._idle = tuple(words), idle
        self._marks, self._ticks = tuple(marks), tuple(tuple(some) for some in ticks)
        self._beside_px = max((text_width(mark.text, _label()) for mark in marks), default=0.0) + BESIDE_PX
        self._chosen = self._kept = -1
        self.told.emit(idle)
        self.update()

    @property
    def words(self) -> tuple[str, ...]:
        """What is told of each column."""
        return self._words

    @property
    def chosen(self) -> int:
        """The chosen column, -1 while there is none."""
        return self._chosen

    @property
    def now_told(self) -> str:
        """The words that stand above the chart."""
        return self._idle if self._chosen < 0 else self._words[self._chosen]

    def choose(self, place: int) -> None:
        """Choose a column, or -1 for none."""
        if place != self._chosen:
            self._chosen = place
            self.told.emit(self.now_told)
            self.update()

    # -- measures --------------------------------------------------------------------------------

    def plot(self) -> QRectF:
        """Where the columns are: its lower edge is 0, its upper edge the highest mark."""
        left = 0.0 if self.isRightToLeft() else self._beside_px
        return QRectF(left, ABOVE_PX, self.width() - self._beside_px, self.height() - ABOVE_PX - BELOW_PX)

    def step_px(self) -> float:
        """The width of a column."""
        return self.plot().width() / max(1, len(self._words))

    def share_of(self, place: int) -> float:
        """Where the middle of a column is along the chart, 0 (earliest) to 1 (latest)."""
        return (place + 0.5) / len(self._words)

    def along(self, share: float) -> float:
        """The x of a share of the time: the earliest is where reading begins."""
        plot = self.plot()
        return plot.left() + plot.width() * (1 - share if self.isRightToLeft() else share)

    def up(self, value: float) -> float:
        """The y of a value."""
        plot = self.plot()
        return plot.bottom() - plot.height() * value / (self._marks[-1].value if self._marks else 1.0)

    def paint_column(self, painter: QPainter, theme: Tokens, place: int, x: float) -> None:
        """Paint a column whose middle is at `x`."""
        raise NotImplementedError

    # -- painting --------------------------------------------------------------------------------

    def outline(self) -> tuple[QRectF, float]:
        """The ring of the focus goes round all of it."""
        return QRectF(self.rect()), 10.0

    def sizeHint(self) -> QSize:
        """Comfortable; it grows with its place."""
        return QSize(360, HEIGHT_PX)

    def minimumSizeHint(self) -> QSize:
        """As low as it can be read."""
        return QSize(240, LEAST_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground of the chosen column, the axes and the columns."""
        theme = tokens(self)
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        plot = self.plot()
        if self._chosen >= 0:
            width = max(BAND_PX, self.step_px())
            x = self.along(self.share_of(self._chosen))
            band = QRectF(x - width / 2, plot.top() - ABOVE_PX, width, plot.height() + ABOVE_PX + 4)
            paint_shape(painter, band, BAND_RADIUS_PX, Look(theme.pine_soft, theme.ink))
        self._paint_marks(painter, theme, plot)
        for place in range(len(self._words)):
            self.paint_column(painter, theme, place, self.along(self.share_of(place)))
        self._paint_ticks(painter, theme, plot)
        painter.end()

    def _paint_marks(self, painter: QPainter, theme: Tokens, plot: QRectF) -> None:
        is_mirrored = self.isRightToLeft()
        align = Qt.AlignmentFlag.AlignLeft if is_mirrored else Qt.AlignmentFlag.AlignRight
        x = plot.right() + BESIDE_PX if is_mirrored else plot.left() - BESIDE_PX
        for mark in self._marks:
            y = self.up(mark.value)
            painter.setPen(QPen(color(theme.line), 1.0))
            painter.drawLine(QPointF(plot.left(), round(y) + 0.5), QPointF(plot.right(), round(y) + 0.5))
            draw_text(painter, x, y, mark.text, _label(), color(theme.ink3), align)

    def _paint_ticks(self, painter: QPainter, theme: Tokens, plot: QRectF) -> None:
        is_mirrored = self.isRightToLeft()
        for ticks in self._ticks:
            widths = [text_width(tick.text, _label(tick.is_strong)) for tick in ticks]
            lefts = placed(ticks, widths, plot.width())
            if not ticks or not is_free(lefts, widths, LABEL_GAP_PX):
                continue
            for tick, left, width in zip(ticks, lefts, widths, strict=True):
                x = plot.left() + (plot.width() - left - width if is_mirrored else left)
                ink = color(theme.ink if tick.is_strong else theme.ink3)
                draw_text(painter, x, plot.bottom() + 18, tick.text, _label(tick.is_strong), ink)
            return

    # -- walking ---------------------------------------------------------------------------------

    def accessible(self) -> QAccessibleInterface:
        """A chart, whose value is what is told of the chosen column."""
        return _Spoken(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right walk the columns, Home and End go to the ends; the first of them tells the latest."""
        last = len(self._words) - 1
        key = Qt.Key(event.key())
        step = ARROWS.get(key, 0) * (-1 if self.isRightToLeft() else 1)
        if last < 0 or not (step or key in (Qt.Key.Key_Home, Qt.Key.Key_End)):
            super().keyPressEvent(event)
            return
        if step:
            place = last if self._chosen < 0 else min(last, max(0, self._chosen + step))
        else:
            place = 0 if key is Qt.Key.Key_Home else last
        self._kept = place
        self.choose(place)
        announce(self, self.now_told)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell the column under the pointer."""
        self._choose_at(event.position().x())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A finger cannot hover."""
        focus_went(self)
        self._choose_at(event.position().x())

    def _choose_at(self, x: float) -> None:
        places = range(len(self._words))
        if places:
            self.choose(min(places, key=lambda place: abs(self.along(self.share_of(place)) - x)))

    def leaveEvent(self, event: QEvent) -> None:
        """Go back to what the keyboard chose, or to nothing."""
        super().leaveEvent(event)
        self.choose(self._kept)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring if the keyboard brought the focus."""
        super().focusInEvent(event)
        focus_came(self, event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away; nothing is chosen any more."""
        super().focusOutEvent(event)
        focus_went(self)
        self._kept = -1
        if not self.underMouse():
            self.choose(-1)


class _Spoken(QAccessibleWidget):
    """A chart and what it tells."""

    def __init__(self, chart: Chart) -> None:
        super().__init__(chart, QAccessible.Role.Chart)

    def text(self, kind: QAccessible.Text) -> str:
        """Its value is what is told of the chosen column; otherwise Qt's own."""
        chart = self.object()
        if kind is QAccessible.Text.Value and isinstance(chart, Chart):
            return chart.now_told
        return super().text(kind)


def _label(is_strong: bool = False) -> QFont:
    return font(15, 600 if is_strong else 450, tabular=True)
