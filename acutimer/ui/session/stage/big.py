"""The big time, or count: digits to be read from the other end of the room, drawn to their own height."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from acutimer.language.joining import listed
from acutimer.ui.kit.fonts import font
from acutimer.ui.kit.tokens import color, tokens
from acutimer.ui.session.stage.line import SMALLEST_PX

DIGITS_PX = 176
HEIGHT_SHARE = 0.8
UNIT_PX, DETAIL_PX = 44, 24


class Big(QLabel):
    """`text()` reads as one phrase, "12 of 20, 52 of 100 today"; the digits are its first part."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._digits, self._unit, self._detail = "", "", ""
        self._scale = 1.0

    def say(self, digits: str, unit: str = "", detail: str = "") -> None:
        """Show the digits, beside them a unit, below that a detail."""
        if (digits, unit, detail) == (self._digits, self._unit, self._detail):
            return
        self._digits, self._unit, self._detail = digits, unit, detail
        phrase = f"{digits} {unit}".strip()
        self.setText(listed((phrase, detail)))
        self.update()

    def set_scale(self, scale: float) -> None:
        """Measure everything times `scale` from now on."""
        self._scale = scale
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the digits and what stands beside them."""
        return QSize(round(560 * self._scale), round(DIGITS_PX * HEIGHT_SHARE * self._scale))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint digits, unit and detail on one baseline."""
        theme, scale = tokens(self), self._scale
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        digits = font(DIGITS_PX * scale, 600)
        rooms = cells(self._digits, digits)
        if sum(rooms) > self.width() > 0:
            digits = font(DIGITS_PX * scale * self.width() / sum(rooms), 600)
            rooms = cells(self._digits, digits)
        metrics = QFontMetricsF(digits)
        baseline = (self.height() + metrics.capHeight()) / 2
        x = 0.0
        if self._digits:  # the first one flush with the lines above and below
            first = self._digits[0]
            slack = rooms[0] - metrics.horizontalAdvance(first)
            x = -slack / 2 - metrics.leftBearing(first)
        painter.setFont(digits)
        painter.setPen(color(theme.ink))
        for digit, cell in zip(self._digits, rooms, strict=True):
            painter.drawText(QPointF(x + (cell - metrics.horizontalAdvance(digit)) / 2, baseline), digit)
            x += cell
        beside = x + 20 * scale
        painter.setPen(color(theme.ink2))
        painter.setFont(font(max(SMALLEST_PX, UNIT_PX * scale), 450))
        rise = max(42 * scale, 1.3 * SMALLEST_PX) if self._detail else 0
        painter.drawText(QPointF(beside, baseline - rise), self._unit)
        painter.setFont(font(max(SMALLEST_PX, DETAIL_PX * scale), 450))
        painter.drawText(QPointF(beside, baseline), self._detail)
        painter.end()


def cells(digits: str, letters: QFont) -> list[float]:
    """The room each character takes: every digit as much as the widest, so that the others stand still.

    The cut of the font for large sizes has no digits of equal width of its own.
    """
    metrics = QFontMetricsF(letters)
    widest = max(metrics.horizontalAdvance(digit) for digit in "0123456789")
    return [widest if character.isdigit() else metrics.horizontalAdvance(character) for character in digits]
