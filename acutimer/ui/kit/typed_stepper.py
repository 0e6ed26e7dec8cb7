"""A number one steps or types, shown as people say it: 1:30, 7:31, 13 min."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPalette, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from acutimer.ui.kit.buttons import BORDER_PX, CHOSEN_PX, Look, paint_shape
from acutimer.ui.kit.focus import focus_came, focus_went
from acutimer.ui.kit.fonts import font
from acutimer.ui.kit.own_keys import is_ours
from acutimer.ui.kit.stepper import DOWN, UP, StepButton
from acutimer.ui.kit.text import text_width
from acutimer.ui.kit.tokens import tokens

PAGE_UP, PAGE_DOWN = Qt.Key.Key_PageUp, Qt.Key.Key_PageDown


class _Size(NamedTuple):
    """Measures in px: the field, its round ends, its digits, and those where the number is long."""

    width: int
    height: int
    end: int
    font: int
    small_font: int


NARROW = _Size(136, 48, 40, 17, 15)  # two of them and their gap fit the narrowest card
WIDE = _Size(168, 50, 46, 20, 17)
WIDTH_PX = NARROW.width


class _End(StepButton):
    """For the mouse; the keyboard has the arrows."""

    def __init__(self, icon: str, size: _Size, parent: QWidget) -> None:
        self._size = size
        super().__init__(icon, parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def sizeHint(self) -> QSize:
        """A little narrower than high."""
        return QSize(self._size.end, self._size.height)

    def outline(self) -> tuple[QRectF, float]:
        """A circle in its middle."""
        side = self._size.end - 4
        rect = QRectF(0, 0, side, side)
        rect.moveCenter(QRectF(self.rect()).center())
        return rect, side / 2


class _Line(QLineEdit):
    """Without a ground of its own; the ring goes round the whole field."""

    def __init__(self, field: "TypedStepper") -> None:
        super().__init__(field)
        self._field = field
        self.setFrame(False)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAcceptDrops(False)  # what is let go here is hardly ever a number; files are the window's
        self.setTextMargins(-2, 0, -2, 0)  # Qt's own, given back to the number
        ground = QPalette()
        ground.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.setPalette(ground)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)

    def outline(self) -> tuple[QRectF, float]:
        """The whole field."""
        field = self._field
        return QRectF(field.rect()).translated(-QPointF(self.pos())), field.height() / 2

    def event(self, event: QEvent) -> bool:
        """Leave the program's own keys alone."""
        return False if is_ours(event) else super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows and signs step, pages step further, Enter settles what was typed."""
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        key = Qt.Key(event.key())
        if key in (*UP, PAGE_UP) or key in (*DOWN, PAGE_DOWN):
            self._field.go(1 if key in (*UP, PAGE_UP) else -1, is_page=key in (PAGE_UP, PAGE_DOWN))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            self._field.settle()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Whoever scrolls past it does not want to change it."""
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring if the keyboard brought the focus."""
        super().focusInEvent(event)
        focus_came(self, event)
        self._field.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Settle what was typed, and take the ring away."""
        super().focusOutEvent(event)
        focus_went(self)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._field.settle()
        self._field.update()


class TypedStepper(QWidget):
    """From `low` to `high`, stepped to the next multiple of `step` (or one of `stops`), by pages of `page`.

    `show` turns the value into words and `read` words into a value, None where they are none; `wrong` is what is said
    then, or of a value out of the limits, which may stand in it as {0} and {1}. What is typed counts at once; what is
    not understood stays as it was typed, and is told of when the keyboard leaves or Enter is pressed. `wide` is for one
    that stands alone: fixed in width, its digits larger.
    """

    changed = Signal(int)
    """The value the user set; setting it by `set_value` says nothing."""
    misread = Signal(str)
    """What is wrong with what is typed, in words; empty when it is understood again."""

    def __init__(
        self,
        name: str,
        value: int,
        limits: tuple[int, int],
        *,
        step: int = 1,
        page: int = 10,
        stops: Iterable[int] = (),
        show: Callable[[int], str] = str,
        read: Callable[[str], int | None],
        wrong: str,
        wide: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._low, self._high = limits
        self._size, self._is_marked = WIDE if wide else NARROW, False
        self._step, self._page, self._stops = step, page, frozenset(stops)
        self._show, self._read, self._wrong = show, read, wrong
        self._value, self._is_misread, self._fault = min(max(value, self._low), self._high), False, ""
        self.setFixedHeight(self._size.height)
        across = QSizePolicy.Policy.Fixed if wide else QSizePolicy.Policy.Expanding
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)
        self.less, self.more = _End("minus", self._size, self), _End("plus", self._size, self)
        self.line = _Line(self)
        self.set_name(name)
        self.less.clicked.connect(lambda: self.go(-1))
        self.more.clicked.connect(lambda: self.go(1))
        self.line.textEdited.connect(self._take)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(3, 0, 3, 0)
        layout.setSpacing(0)
        layout.addWidget(self.less)
        layout.addWidget(self.line, 1)
        layout.addWidget(self.more)
        self.setFocusProxy(self.line)
        self._tell()

    @property
    def value(self) -> int:
        """The number, `low` to `high`: the last one that was understood."""
        return self._value

    @property
    def fault(self) -> str:
        """What is wrong with what is typed; empty while it is understood."""
        return self._wrong.format(self._show(self._low), self._show(self._high)) if self._is_misread else ""

    def set_value(self, value: int) -> None:
        """Set it, kept within the limits, without saying so."""
        self._value, self._is_misread = min(max(value, self._low), self._high), False
        self._tell_fault()
        self._tell()

    def set_name(self, name: str) -> None:
        """Be called something else by a screen reader."""
        if name != self.line.accessibleName():
            self.line.setAccessibleName(name)
            self.less.setAccessibleName(self.tr("{0}: less").format(name))
            self.more.setAccessibleName(self.tr("{0}: more").format(name))

    def mark(self, *, is_marked: bool) -> None:
        """Look as what needs a second look does, though the number itself is understood; or no longer."""
        if is_marked != self._is_marked:
            self._is_marked = is_marked
            self.update()

    def set_limits(self, low: int, high: int) -> None:
        """Change the limits; the value moves inside without saying so."""
        self._low, self._high = low, high
        self.set_value(self._value)

    def go(self, direction: int, *, is_page: bool = False) -> None:
        """Step up (1) or down (-1), or by a page."""
        before, far = self._value, self._page if is_page else 0
        start = before + direction * far
        value = start if is_page else self._next(start, direction)
        self.set_value(value)
        if self.line.hasFocus():
            self.line.selectAll()
        if self._value != before:
            self.changed.emit(self._value)

    def settle(self) -> None:
        """Show the value as it is said; what was not understood stays, to be mended, and is told of."""
        self._tell_fault()
        if not self._is_misread:
            self._tell()

    def _next(self, value: int, direction: int) -> int:
        """The next multiple of the step that way, or the stop before it."""
        if direction > 0:
            return min(
                (stop for stop in self._stops if stop > value and stop < (value // self._step + 1) * self._step),
                default=(value // self._step + 1) * self._step,
            )
        below = -(-value // self._step) * self._step - self._step
        return max((stop for stop in self._stops if below < stop < value), default=below)

    def _take(self, text: str) -> None:
        value = self._read(text)
        self._is_misread = value is None or not self._low <= value <= self._high
        if value is None or self._is_misread:
            return
        self._tell_fault()
        if value != self._value:
            self._value = value
            self._tell_ends()
            self.changed.emit(value)

    def _tell_fault(self) -> None:
        if self.fault != self._fault:
            self._fault = self.fault
            self.line.setAccessibleDescription(self._fault)
            self.update()
            self.misread.emit(self._fault)

    def _tell(self) -> None:
        shown = self._show(self._value)
        if self.line.text() != shown:
            self.line.setText(shown)
        self._fit()
        self._tell_ends()

    def _tell_ends(self) -> None:
        shown = self._show(self._value)
        for end, is_at_end in ((self.less, self._value <= self._low), (self.more, self._value >= self._high)):
            end.is_at_end = is_at_end
            end.setAccessibleDescription(shown)
            end.update()

    def _fit(self) -> None:
        """Smaller type where the number is long."""
        room = self.width() - 2 * self._size.end - 8
        large = font(self._size.font, 600, tabular=True)
        fits = text_width(self.line.text(), large) <= room
        self.line.setFont(large if fits else font(self._size.small_font, 600, tabular=True))

    # -- Qt --------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """Two narrow ones side by side fit the narrowest card."""
        return QSize(self._size.width, self._size.height)

    def minimumSizeHint(self) -> QSize:
        """Room for "10:00"."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Larger type where there is room."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Another theme."""
        super().changeEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the pill."""
        theme = tokens(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        border, px = (theme.pine, CHOSEN_PX) if self.line.hasFocus() else (theme.edge, BORDER_PX)
        look = Look(theme.control, theme.ink, border, px)
        if self._is_marked:
            look = Look(theme.control, theme.ink, theme.ochre_line, CHOSEN_PX)
        if self._fault:
            look = Look(theme.ochre_soft, theme.ink, theme.ochre_line, CHOSEN_PX)
        paint_shape(painter, rect, rect.height() / 2, look)
        painter.end()
