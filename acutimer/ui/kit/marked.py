"""Words of which some stand out: heavier, in the strongest ink."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QWidget

from acutimer.ui.kit.text import Text

WEIGHT = 600


class MarkedText(Text):
    """A wrapped text in which each of `marks`, wherever it occurs, is heavier, in capitals or not."""

    def __init__(
        self,
        text: str,
        marks: Sequence[str],
        role: str = "body",
        color: str = "ink2",
        *,
        parent: QWidget | None = None,
    ) -> None:
        self._marks = tuple(mark.lower() for mark in marks if mark)
        super().__init__(text, role, color, wrap=True, align=Qt.AlignmentFlag.AlignLeft, parent=parent)

    @property
    def marked(self) -> tuple[str, ...]:
        """The words that stand out, as they are written here."""
        return tuple(self.text()[start : start + length] for start, length in self._ranges())

    def _ranges(self) -> Iterator[tuple[int, int]]:
        lower = self.text().lower()
        for mark in self._marks:
            start = lower.find(mark)
            while start >= 0:
                yield start, len(mark)
                start = lower.find(mark, start + len(mark))

    def _lines(self, width: float) -> QTextLayout:
        heavy = QTextCharFormat()
        heavy.setFontWeight(QFont.Weight(WEIGHT))
        ranges = []
        for start, length in self._ranges():
            found = QTextLayout.FormatRange()
            found.start, found.length, found.format = start, length, heavy
            ranges.append(found)
        return self._broken(width, ranges)
