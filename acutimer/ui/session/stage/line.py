"""A line of the session's words at any scale; it wraps where it must and is never cut."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QWidget

from acutimer.ui.kit.fonts import font
from acutimer.ui.kit.text import left_bearing
from acutimer.ui.kit.tokens import color, tokens

SMALLEST_PX = 15


class Line(QLabel):
    """A label `px` high in a line of `line_px`, both at scale 1. The first `strong` characters are set bold.

    Words wider than their room are first set smaller, down to `least_px`, then broken into lines.
    """

    def __init__(
        self,
        px: float,
        line_px: float,
        weight: int,
        color: str = "ink",
        *,
        least_px: float | None = None,
        tabular: bool = False,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._px, self._line_px, self._weight, self._color = px, line_px, weight, color
        self._least_px = least_px or px
        self._align, self._tabular = align, tabular
        self._strong = 0
        self._scale = 1.0
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def say(self, text: str, strong: str = "") -> None:
        """Show `strong` in bold, then `text`."""
        words = "\u2002".join(part for part in (strong, text) if part)
        if (words, len(strong)) != (self.text(), self._strong):
            self._strong = len(strong)
            self.setText(words)
            self.update()

    def set_scale(self, scale: float) -> None:
        """Measure everything times `scale` from now on."""
        self._scale = scale
        self.update()

    def place(self, x: float, y: float, width: float) -> float:
        """Lie at `x`, `y`, `width` px wide, as high as the words need, which is returned."""
        height = self._lines(width)[0].lineCount() * self._line_height()
        self.setGeometry(round(x), round(y), round(width), round(height))
        return height

    def _line_height(self) -> float:
        return max(self._line_px * self._scale, SMALLEST_PX * 1.3)

    def _lines(self, width: float) -> tuple[QTextLayout, float]:
        px = max(SMALLEST_PX, self._px * self._scale)
        least = max(SMALLEST_PX, self._least_px * self._scale)
        wide = QFontMetricsF(font(px, self._weight, tabular=self._tabular)).horizontalAdvance(self.text())
        if wide > width > 0:
            px = max(least, px * width / wide - 0.5)
        return self._lay(px, width), px

    def _lay(self, px: float, width: float) -> QTextLayout:
        layout = QTextLayout(self.text(), font(px, self._weight, tabular=self._tabular))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        layout.setTextOption(option)
        if self._strong:
            strong = QTextLayout.FormatRange()
            strong.start, strong.length = 0, self._strong
            look = QTextCharFormat()
            look.setFont(font(px, 650))
            look.setForeground(color(tokens(self).ink))
            strong.format = look
            layout.setFormats([strong])
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
        layout.endLayout()
        return layout

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint each line in the middle of its own height, the first letter flush with the edge."""
        layout, px = self._lines(self.width())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        painter.setPen(color(getattr(tokens(self), self._color)))
        metrics = QFontMetricsF(font(px, self._weight, tabular=self._tabular))
        height = self._line_height()
        for index in range(layout.lineCount()):
            line = layout.lineAt(index)
            line.setPosition(QPointF(0, 0))
            first = self.text()[line.textStart() : line.textStart() + 1]
            free = self.width() - line.naturalTextWidth()
            x = free if self._align & Qt.AlignmentFlag.AlignRight else -left_bearing(metrics, first) if first else 0.0
            baseline = index * height + (height + metrics.capHeight()) / 2
            line.draw(painter, QPointF(x, baseline - line.ascent()))
        painter.end()
