"""A number that goes up and down by steps."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from acutimer.ui.kit.buttons import Look, paint_shape
from acutimer.ui.kit.fonts import font
from acutimer.ui.kit.icons import paint_icon, towards
from acutimer.ui.kit.pressable import Pressable
from acutimer.ui.kit.text import draw_text, text_width
from acutimer.ui.kit.tokens import Tokens, color, tokens

HEIGHT_PX = 50
WIDTH_PX = 168
UP = (Qt.Key.Key_Up, Qt.Key.Key_Plus, Qt.Key.Key_Equal)
DOWN = (Qt.Key.Key_Down, Qt.Key.Key_Minus)


class StepButton(Pressable):
    """One end of a stepper; held down it goes on."""

    def __init__(self, icon: str, parent: QWidget) -> None:
        self._icon = icon
        super().__init__("", parent)
        self.is_at_end = False
        self.setAutoRepeat(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A circle as high as the stepper."""
        return QSize(HEIGHT_PX, HEIGHT_PX)

    def outline(self) -> tuple[QRectF, float]:
        """Inside the stepper's border, so that its ring stays round."""
        inner = QRectF(self.rect()).adjusted(3, 3, -3, -3)
        return inner, inner.height() / 2

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the stepper its keys; a button would pass the focus on."""
        if event.key() in (*UP, *DOWN):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paint(self, painter: QPainter, theme: Tokens) -> None:
        """Paint the sign; pale where it goes no further."""
        rect, radius = self.outline()
        resting = not self.isEnabled() or self.is_at_end
        if self.is_hot and not resting:
            paint_shape(painter, rect, radius, Look(theme.line if self.isDown() else theme.hover, theme.ink))
        ink = color(theme.edge if resting else theme.ink)
        icon = towards(self._icon, is_mirrored=self.isRightToLeft())
        paint_icon(painter, icon, rect.center(), 22, ink, 2.0)


class Stepper(QWidget):
    """From `low` to `high` by `step`; `show` turns the value into words, `name` says what it is.

    Up and plus, down and minus work on either end.
    """

    changed = Signal(int)
    """The value the user set; setting it by `set_value` says nothing."""

    def __init__(  # noqa: PLR0917  the first four as one says them: five, from one to ten, by ones
        self,
        value: int,
        low: int,
        high: int,
        step: int,
        show: Callable[[int], str] = str,
        name: str = "",
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._low, self._high, self._step, self._show = low, high, step, show
        self._value = min(max(value, low), high)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        self.less, self.more = StepButton("minus", self), StepButton("plus", self)
        self.less.clicked.connect(lambda: self._go(-1))
        self.more.clicked.connect(lambda: self._go(1))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.less)
        layout.addStretch(1)
        layout.addWidget(self.more)
        self._tell()

    @property
    def value(self) -> int:
        """The number, `low` to `high`."""
        return self._value

    def set_value(self, value: int) -> None:
        """Set it, kept within the limits, without saying so."""
        self._value = min(max(value, self._low), self._high)
        self._tell()

    def set_range(self, low: int, high: int, step: int | None = None) -> None:
        """Change the limits; the value moves inside without saying so."""
        self._low, self._high, self._step = low, high, step or self._step
        self.set_value(self._value)
        self.updateGeometry()

    def _go(self, direction: int) -> None:
        before = self._value
        self.set_value(before + direction * self._step)
        if self._value != before:
            self.changed.emit(self._value)

    def _tell(self) -> None:
        name, shown = self.accessibleName(), self._show(self._value)
        self.less.setAccessibleName(self.tr("{name}: less").format(name=name) if name else self.tr("Less"))
        self.more.setAccessibleName(self.tr("{name}: more").format(name=name) if name else self.tr("More"))
        for end, at_end in ((self.less, self._value <= self._low), (self.more, self._value >= self._high)):
            end.is_at_end = at_end
            end.setAccessibleDescription(shown)
            end.update()
        self.update()

    def sizeHint(self) -> QSize:
        """The widest of the two limits and the value between the two ends."""
        shown = (self._show(value) for value in (self._low, self._value, self._high))
        widest = max(text_width(words, font(20, 600, tabular=True)) for words in shown)
        return QSize(max(WIDTH_PX, round(widest + 0.5) + 2 * HEIGHT_PX + 16), HEIGHT_PX)

    def minimumSizeHint(self) -> QSize:
        """Never smaller than its words."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the arrows and signs its ends leave."""
        if event.key() in UP:
            self._go(1)
        elif event.key() in DOWN:
            self._go(-1)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the pill and the value."""
        theme = tokens(self)
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        rect = QRectF(self.rect())
        enabled = self.isEnabled()
        paint_shape(
            painter, rect, rect.height() / 2, Look(theme.control, theme.ink, theme.edge if enabled else theme.line)
        )
        middle: QPointF = rect.center()
        ink = color(theme.ink if enabled else theme.ink3)
        type_ = font(20, 600, tabular=True)
        shown = self._show(self._value)
        draw_text(painter, middle.x(), middle.y(), shown, type_, ink, Qt.AlignmentFlag.AlignHCenter)
        painter.end()
