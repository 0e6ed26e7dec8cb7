"""Words on the screen: fixed lines, wrapped where asked, never cut off."""

import math
from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from acutimer.language.breaking import unbroken
from acutimer.ui.kit.fonts import ROLES, role_font
from acutimer.ui.kit.tokens import color, tokens

COMFORTABLE_PX = 360  # what a wrapping text asks for when nothing else says how wide it is to be
ENDLESS_PX = 1_000_000


@lru_cache(maxsize=1024)
def lines_of(words: str, type_: QFont, room_px: int) -> tuple[str, ...]:
    """Words in as many lines as they need in so much room, never cut off: for those that are painted by draw_text."""
    layout = QTextLayout(words, type_)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    lines: list[str] = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1, room_px))
        lines.append(words[line.textStart() : line.textStart() + line.textLength()].strip())
    layout.endLayout()
    return tuple(lines)


class Text(QLabel):
    """A label with the line height of its role. `color` names a token; `wrap` breaks between words.

    Without `wrap` it is as wide as its longest line; a newline always begins a new one. Wrapped lines begin at the
    top of their room, with AlignVCenter they stand in its middle.
    """

    def __init__(
        self,
        text: str = "",
        role: str = "body",
        color: str = "ink",
        wrap: bool = False,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        *,
        tabular: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._role, self._color, self._wrap, self._align = ROLES[role], color, wrap, align
        self._tabular = tabular
        self._laid: tuple[tuple[str, QFont, float], QTextLayout] | None = None
        self._measured: tuple[tuple[str, QFont], list[tuple[float, int, int]]] | None = None
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(role_font(role, tabular=tabular))
        across = QSizePolicy.Policy.Expanding if wrap else QSizePolicy.Policy.Minimum
        policy = QSizePolicy(across, QSizePolicy.Policy.Minimum if wrap else QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(wrap)
        self.setSizePolicy(policy)
        self.setText(text)

    def set_color(self, color: str) -> None:
        """Take another token's colour."""
        self._color = color
        self.update()

    def set_align(self, align: Qt.AlignmentFlag) -> None:
        """Stand at the left, in the middle or at the right."""
        self._align = align
        self.update()

    def set_role(self, role: str) -> None:
        """Take another role's size and weight."""
        self._role = ROLES[role]
        self.setFont(role_font(role, tabular=self._tabular))
        self.updateGeometry()

    def _lay(self, width: float) -> QTextLayout:
        """The lines in `width` px; the last ones are remembered, for they are painted more than once."""
        wanted = (self.text(), self.font(), width if self._wrap else ENDLESS_PX)
        if self._laid is None or self._laid[0] != wanted:
            self._laid = (wanted, self._lines(width))
        return self._laid[1]

    def _measure(self, width: float) -> tuple[int, int]:
        """How many lines there are in `width` px, and how wide the widest is: Qt asks for many widths in turn.

        In any width from that of the widest line up to the one they were broken for, the lines are the same.
        """
        words = (self.text(), self.font())
        if self._measured is None or self._measured[0] != words:
            self._measured = (words, [])
        wanted = width if self._wrap else ENDLESS_PX
        for up_to, lines, widest in self._measured[1]:
            if widest <= wanted <= up_to:
                return lines, widest
        layout = self._lay(wanted)
        lines, widest = layout.lineCount(), self._widest(layout)
        has_whole = lines <= 1 + words[0].count("\n")
        self._measured[1].append((ENDLESS_PX if has_whole else wanted, lines, widest))
        return lines, widest

    def _lines(self, width: float) -> QTextLayout:
        return self._broken(width, ())

    def _broken(self, width: float, formats: Sequence[QTextLayout.FormatRange]) -> QTextLayout:
        """The words in lines, `formats` being those of some of them."""
        layout = QTextLayout(self.text().replace("\n", "\u2028"), self.font())
        layout.setFormats(formats)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WordWrap if self._wrap else QTextOption.WrapMode.NoWrap)
        layout.setTextOption(option)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width if self._wrap else ENDLESS_PX)
        layout.endLayout()
        return layout

    def _widest(self, layout: QTextLayout) -> int:
        widths = (layout.lineAt(index).naturalTextWidth() for index in range(layout.lineCount()))
        return math.ceil(max(widths, default=0.0))

    def sizeHint(self) -> QSize:
        """As wide as the words, or a comfortable column of them."""
        margins = self.contentsMargins()
        lines, widest = self._measure(COMFORTABLE_PX if self._wrap else ENDLESS_PX)
        height = max(1, lines) * self._role.line_px
        return QSize(widest + margins.left() + margins.right(), height + margins.top() + margins.bottom())

    def minimumSizeHint(self) -> QSize:
        """As wide as the longest word where it wraps, as everything where not."""
        if not self._wrap:
            return self.sizeHint()
        metrics = QFontMetricsF(self.font())
        longest = max((metrics.horizontalAdvance(word) for word in unbroken(self.text())), default=0.0)
        return QSize(min(math.ceil(longest) + 1, COMFORTABLE_PX), self._role.line_px)

    def hasHeightForWidth(self) -> bool:
        """Only what wraps."""
        return self._wrap

    def heightForWidth(self, width: int) -> int:
        """All lines, at the role's line height."""
        margins = self.contentsMargins()
        inner = width - margins.left() - margins.right()
        return max(1, self._measure(inner)[0]) * self._role.line_px + margins.top() + margins.bottom()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint each line in the middle of its own height."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        theme = tokens(self)
        painter.setPen(color(getattr(theme, self._color if self.isEnabled() else "ink3")))
        rect = self.contentsRect()
        layout = self._lay(rect.width())
        line_px = self._role.line_px
        is_middle = not self._wrap or bool(self._align & Qt.AlignmentFlag.AlignVCenter)
        top = rect.top() + (max(0.0, (rect.height() - line_px * layout.lineCount()) / 2) if is_middle else 0.0)
        share = _share(self._align, self.isRightToLeft())
        for index in range(layout.lineCount()):
            line = layout.lineAt(index)
            line.setPosition(QPointF(0, 0))
            x = rect.left() + (rect.width() - line.naturalTextWidth()) * share - line.naturalTextRect().left()
            y = top + index * line_px + (line_px - line.ascent() - line.descent()) / 2
            line.draw(painter, QPointF(x, y))
        painter.end()


def draw_text(  # noqa: PLR0917  where, what, how: in the order of QPainter's own
    painter: QPainter,
    x: float,
    y_middle: float,
    text: str,
    font: QFont,
    color: QColor,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> float:
    """Draw one line whose capitals are centred on `y_middle`; `x` is its left end, middle or right end by `align`.

    Returns the width in px.
    """
    metrics = QFontMetricsF(font)
    width = metrics.horizontalAdvance(text)
    left = x - width * _share(align, False)
    painter.setFont(font)
    painter.setPen(color)
    painter.drawText(QPointF(left, y_middle + metrics.capHeight() / 2), text)
    return width


def text_width(text: str, font: QFont) -> float:
    """How wide one line is in px."""
    return QFontMetricsF(font).horizontalAdvance(text)


def left_bearing(metrics: QFontMetricsF, letter: str) -> float:
    """How far the ink of a letter lies from where it begins, in px, also where another font has to lend it."""
    # For what the font lacks itself Qt would measure the sign it has for such letters.
    return metrics.leftBearing(letter) if letter.isascii() else metrics.boundingRect(letter).left()


def _share(align: Qt.AlignmentFlag, mirrored: bool) -> float:
    """How much of the free room lies before the words: 0, a half, or 1."""
    if align & Qt.AlignmentFlag.AlignHCenter:
        return 0.5
    at_end = bool(align & Qt.AlignmentFlag.AlignRight)
    return 1.0 if at_end != mirrored else 0.0
