"""The words of the small window: a line above, digits with their unit, a word below."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from acutimer.ui.kit.fonts import font
from acutimer.ui.kit.tokens import color, tokens
from acutimer.ui.session.stage.big import cells
from acutimer.ui.session.stage.line import Line

DIGITS_PX, UNIT_PX, GAP_PX = 46.0, 17.0, 7.0
BASELINE_PX = 34.0  # from the top of the digits' own room


class Digits(QLabel):
    """`text()` reads as one phrase, "12 of 20". What is wider than its room is set smaller."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._digits, self._unit = "", ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def say(self, digits: str, unit: str) -> None:
        """Show the digits, beside them a unit."""
        if (digits, unit) != (self._digits, self._unit):
            self._digits, self._unit = digits, unit
            self.setText(f"{digits} {unit}".strip())
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint both on one baseline."""
        if not self._digits:
            return
        theme = tokens(self)
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        unit = font(UNIT_PX, 450)
        beside = GAP_PX + QFontMetricsF(unit).horizontalAdvance(self._unit) if self._unit else 0.0
        digits = font(DIGITS_PX, 600)
        wide = sum(cells(self._digits, digits))
        if wide + beside > self.width() > beside:
            digits = font(DIGITS_PX * (self.width() - beside) / wide, 600)
        metrics, widths = QFontMetricsF(digits), cells(self._digits, digits)
        first = self._digits[0]  # flush with the lines above and below
        x = -(widths[0] - metrics.horizontalAdvance(first)) / 2 - metrics.leftBearing(first)
        painter.setFont(digits)
        painter.setPen(color(theme.ink))
        for digit, cell in zip(self._digits, widths, strict=True):
            painter.drawText(QPointF(x + (cell - metrics.horizontalAdvance(digit)) / 2, BASELINE_PX), digit)
            x += cell
        painter.setFont(unit)
        painter.setPen(color(theme.ink2))
        painter.drawText(QPointF(x + GAP_PX, BASELINE_PX), self._unit)
        painter.end()


class CueLine(Line):
    """The word below: ember while it says what the hands do, quiet otherwise."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(17, 20, 600, "ink2", least_px=15, parent=parent)

    def tell(self, text: str, *, is_ember: bool) -> None:
        """Show a word."""
        colour = "ember_ink" if is_ember else "ink2"
        if colour != self._color:
            self._color = colour
            self.update()
        self.say(text)
