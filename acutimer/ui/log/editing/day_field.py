"""A day one chooses: a day on or back, a month on or back."""

from datetime import date, timedelta

from PySide6.QtCore import QDate, QLocale, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from acutimer.ui.kit.announcing import announce
from acutimer.ui.kit.buttons import Look, paint_shape
from acutimer.ui.kit.fonts import font
from acutimer.ui.kit.stepper import DOWN, UP, StepButton
from acutimer.ui.kit.text import draw_text, text_width
from acutimer.ui.kit.tokens import color, tokens

HEIGHT_PX = 48
END_PX = 44
FONT_PX, WEIGHT = 17, 600
FIRST = date(2000, 1, 1)
LAST = date(2999, 12, 31)


class _End(StepButton):
    def sizeHint(self) -> QSize:
        """A circle inside the field."""
        return QSize(END_PX, HEIGHT_PX)

    def outline(self) -> tuple[QRectF, float]:
        """A circle in its middle."""
        side = END_PX - 6
        rect = QRectF(0, 0, side, side)
        rect.moveCenter(QRectF(self.rect()).center())
        return rect, side / 2


class DayField(QWidget):
    """From `first` to `last`; `name` says which day it is ("Day", "From").

    The arrows up and down, plus and minus go a day, the page keys a month; Home and End go to the limits.
    """

    changed = Signal(object)
    """The date the user set; setting it by `set_day` says nothing."""

    def __init__(
        self,
        day: date,
        name: str,
        *,
        first: date | None = None,
        last: date | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._first, self._last = first or FIRST, last or LAST
        self._day = min(max(day, self._first), self._last)
        self.setAccessibleName(name)
        self.setFixedHeight(HEIGHT_PX)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.earlier, self.later = _End("left", self), _End("right", self)
        self.earlier.setAccessibleName(self.tr("{0}: the day before").format(name))
        self.later.setAccessibleName(self.tr("{0}: the day after").format(name))
        self.earlier.clicked.connect(lambda: self._go(self._moved(days=-1)))
        self.later.clicked.connect(lambda: self._go(self._moved(days=1)))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2, 0, 2, 0)
        layout.setSpacing(0)
        layout.addWidget(self.earlier)
        layout.addStretch(1)
        layout.addWidget(self.later)
        self._tell()

    @property
    def day(self) -> date:
        """The day chosen."""
        return self._day

    def set_day(self, day: date) -> None:
        """Choose one, kept within the limits, without saying so."""
        self._day = min(max(day, self._first), self._last)
        self._tell()

    def set_limits(self, first: date, last: date) -> None:
        """Change the limits; the day moves inside without saying so."""
        self._first, self._last = first, last
        self.set_day(self._day)

    def words(self) -> str:
        """The day as it is shown in the room there is."""
        room = self.width() - 2 * END_PX - 8
        patterns = (self.tr("dddd d\u00a0MMMM yyyy"), self.tr("ddd d\u00a0MMM yyyy"), self.tr("d\u00a0MMM yyyy"))
        told = [self._said(pattern) for pattern in patterns]
        return next((words for words in told if text_width(words, font(FONT_PX, WEIGHT)) <= room), told[-1])

    def _said(self, pattern: str) -> str:
        return QLocale().toString(QDate(self._day.year, self._day.month, self._day.day), pattern)

    def _moved(self, *, days: int = 0, months: int = 0) -> date:
        if not months:
            near = self._first if days < 0 else self._last
            return near if self._day == near else self._day + timedelta(days=days)
        there = QDate(self._day.year, self._day.month, self._day.day).addMonths(months)
        return date(there.year(), there.month(), there.day())

    def _go(self, day: date) -> None:
        before = self._day
        self.set_day(day)
        if self._day != before:
            announce(self, self._said(self.tr("dddd d\u00a0MMMM yyyy")))
            self.changed.emit(self._day)

    def _tell(self) -> None:
        spoken = self._said(self.tr("dddd d\u00a0MMMM yyyy"))
        self.setAccessibleDescription(spoken)
        for end, is_at_end in ((self.earlier, self._day <= self._first), (self.later, self._day >= self._last)):
            end.is_at_end = is_at_end
            end.setAccessibleDescription(spoken)
            end.update()
        self.update()

    # -- Qt --------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """The day in short, between its ends."""
        widest = text_width(self._said(self.tr("ddd d\u00a0MMM yyyy")), font(FONT_PX, WEIGHT))
        return QSize(round(widest + 0.5) + 2 * END_PX + 12, HEIGHT_PX)

    def minimumSizeHint(self) -> QSize:
        """The day without its name."""
        widest = text_width(self._said(self.tr("d\u00a0MMM yyyy")), font(FONT_PX, WEIGHT))
        return QSize(round(widest + 0.5) + 2 * END_PX + 12, HEIGHT_PX)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys its ends leave."""
        key = event.key()
        if key in UP or key in DOWN:
            self._go(self._moved(days=1 if key in UP else -1))
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self._go(self._moved(months=1 if key == Qt.Key.Key_PageUp else -1))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go(self._first if key == Qt.Key.Key_Home else self._last)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the pill and the day."""
        theme = tokens(self)
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        rect = QRectF(self.rect())
        paint_shape(painter, rect, rect.height() / 2, Look(theme.control, theme.ink, theme.edge))
        middle, type_ = rect.center(), font(FONT_PX, WEIGHT)
        centre = Qt.AlignmentFlag.AlignHCenter
        draw_text(painter, middle.x(), middle.y(), self.words(), type_, color(theme.ink), centre)
        painter.end()
