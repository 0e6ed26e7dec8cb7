"""The type of the sheet. It is set at one fine measure and only then scaled, so that every device breaks alike."""

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from acutimer.ui.kit.fonts import families, is_chinese

UNITS_PER_MM = 20
"""One unit is a pixel at 508 dots to the inch: what a sheet is laid out and painted in."""
POINT_MM = 25.4 / 72
INK, QUIET = "#12201D", "#4A5754"


@dataclass(frozen=True, slots=True)
class Letters:
    """A kind of type: its size and the height of its line in points, its weight (100 to 900) and its colour."""

    points: float
    line_points: float
    weight: int = 400
    color: str = INK

    @property
    def line_mm(self) -> float:
        """The height of a line."""
        return self.line_points * POINT_MM

    @property
    def font(self) -> QFont:
        """The font, in units."""
        return QFont(_font(round(self.points * POINT_MM * UNITS_PER_MM), self.weight, is_chinese()))

    def width_mm(self, text: str) -> float:
        """How wide one line is."""
        layout = _laid_out(plain(text), self, None, Qt.AlignmentFlag.AlignLeft)
        return layout.lineAt(0).naturalTextWidth() / UNITS_PER_MM if layout.lineCount() else 0.0


TITLE = Letters(16, 20, 650)
KEY = Letters(15, 18, 650)
HEAD = Letters(10, 14, 650)
STRONG = Letters(8.5, 11.5, 650)
BODY = Letters(8.5, 11.5)
NUMBER = Letters(8.5, 11.5, 500)
QUIET_BODY = Letters(8.5, 11.5, color=QUIET)
SMALL = Letters(7.5, 10, color=QUIET)


class Setting:
    """Words set in lines, drawn from the upper left corner of their first line.

    `width_mm` breaks them; without it they are one line. `align` is left, right or in the middle of that width (or of
    the place where the one line is put).
    """

    def __init__(
        self,
        text: str,
        letters: Letters,
        width_mm: float | None = None,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        self.text, self.letters = plain(text), letters
        self._layout = _laid_out(self.text, letters, width_mm, align)

    @property
    def lines(self) -> int:
        """How many lines."""
        return self._layout.lineCount()

    @property
    def height_mm(self) -> float:
        """The height of all lines."""
        return self.lines * self.letters.line_mm

    @property
    def rect(self) -> QRectF:
        """What the lines cover, in mm from their corner."""
        covered = QRectF()
        for number in range(self.lines):
            natural = self._layout.lineAt(number).naturalTextRect()
            line_mm = self.letters.line_mm
            covered |= QRectF(natural.x() / UNITS_PER_MM, number * line_mm, natural.width() / UNITS_PER_MM, line_mm)
        return covered

    def draw(self, painter: QPainter, at: QPointF) -> None:
        """Draw the lines; `at` and the painter are in units."""
        painter.setPen(QColor(self.letters.color))
        self._layout.draw(painter, at)


def plain(text: str) -> str:
    """One paragraph that nothing in it can break out of: control characters and line ends are spaces."""
    readable = text.encode("utf-8", "replace").decode("utf-8")
    shown = "".join(" " if _is_control(letter) else letter for letter in readable)
    return " ".join(word for word in shown.split(" ") if word)  # a no-break space stays what it is


def _is_control(letter: str) -> bool:
    return letter < " " or "\x7f" <= letter <= "\x9f" or letter in "\u2028\u2029\u202a\u202b\u202d\u202e\ufffc"


@lru_cache(maxsize=64)
def _font(units: int, weight: int, in_chinese: bool) -> QFont:
    made = QFont()
    made.setFamilies(families(in_chinese=in_chinese))
    made.setPixelSize(units)
    made.setWeight(QFont.Weight(weight))
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    # a PDF forgets which letter another shape stood for: a hyphen would be copied from it as a digit
    made.setFeature(QFont.Tag("calt"), 0)
    return made


def _share(align: Qt.AlignmentFlag) -> float:
    """How much of a line lies before the place it is put by."""
    if align & Qt.AlignmentFlag.AlignHCenter:
        return 0.5
    return 1.0 if align & Qt.AlignmentFlag.AlignRight else 0.0


def _laid_out(text: str, letters: Letters, width_mm: float | None, align: Qt.AlignmentFlag) -> QTextLayout:
    layout = QTextLayout(text, letters.font)
    option = QTextOption(align)
    wrap = QTextOption.WrapMode
    option.setWrapMode(wrap.NoWrap if width_mm is None else wrap.WrapAtWordBoundaryOrAnywhere)
    option.setUseDesignMetrics(True)
    layout.setTextOption(option)
    layout.beginLayout()
    number = 0
    line_units = letters.line_mm * UNITS_PER_MM
    metrics = QFontMetricsF(letters.font)
    # a letter of another script has another height, and still stands on the same line
    baseline = (line_units + metrics.ascent() - metrics.descent()) / 2
    while (line := layout.createLine()).isValid():
        line.setLineWidth(1_000_000.0 if width_mm is None else width_mm * UNITS_PER_MM)
        x = 0.0
        if width_mm is None:
            # one line is put by its own end or middle
            x = -line.naturalTextRect().x() - line.naturalTextWidth() * _share(align)
        line.setPosition(QPointF(x, number * line_units + baseline - line.ascent()))
        number += 1
    layout.endLayout()
    return layout
