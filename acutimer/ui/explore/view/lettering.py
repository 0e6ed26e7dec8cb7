"""Words that may lie over the drawing, on a soft ground of their own."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from acutimer.ui.explore.marking.leaders import Spot
from acutimer.ui.kit.text import draw_text
from acutimer.ui.kit.tokens import Tokens, color

GROUND_PX = 5.0
SHARES = {Qt.AlignmentFlag.AlignLeft: 0.0, Qt.AlignmentFlag.AlignHCenter: 0.5, Qt.AlignmentFlag.AlignRight: 1.0}


def draw_over(
    painter: QPainter, at: Spot, text: str, type_: QFont, ink: QColor, *, align: Qt.AlignmentFlag, theme: Tokens
) -> None:
    """Draw one line whose capitals are centred on `at`, an x by `align` and a y, after clearing round its letters."""
    metrics = QFontMetricsF(type_)
    left = at[0] - metrics.horizontalAdvance(text) * SHARES[align]
    shape = QPainterPath()
    shape.addText(left, at[1] + metrics.capHeight() / 2, type_, text)
    cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    painter.strokePath(shape, QPen(color(theme.bg, 0.8), GROUND_PX, Qt.PenStyle.SolidLine, cap, join))
    draw_text(painter, *at, text, type_, ink, align)
