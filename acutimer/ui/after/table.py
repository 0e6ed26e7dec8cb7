"""What was done, line by line: a point's left and right side by side with a bar of the time pressed."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from acutimer.core.sides import Side
from acutimer.language.joining import listed
from acutimer.ui.after.summary import Amount
from acutimer.ui.after.words import amount, spoken_amount
from acutimer.ui.kit.buttons import Look, paint_shape
from acutimer.ui.kit.fonts import font
from acutimer.ui.kit.text import draw_text, text_width
from acutimer.ui.kit.tokens import Tokens, color, tokens

ROW_PX = 44
LOW_ROW_PX = 60  # where there is no room for the names beside the bars, they stand above them
HEADER_PX = 28
WIDE_FROM_PX = 480
GAP_PX = 20
BAR_PX = 10
CODE_GAP_PX = 14
NUMBER_GAP_PX = 10  # between a bar and its number


@dataclass(frozen=True, slots=True)
class RowWords:
    """One line: `code` is empty where no point was pressed; `sides` as in `summary.Done`."""

    code: str
    name: str
    sides: dict[Side, Amount]

    def spoken(self, names: dict[Side, str]) -> str:
        """The line as one sentence for a screen reader; `names` are the words for the sides."""
        told = [f"{names[side]} {spoken_amount(done)}".strip() for side, done in self.sides.items()]
        return listed((f"{self.code} {self.name}".strip(), *told))


class DoneRow(QWidget):
    """One line of the table. `code_px` is how wide the codes are, `numbers_px` what stands after the bars."""

    def __init__(self, words: RowWords, code_px: float, numbers_px: dict[bool, float], parent: QWidget) -> None:
        super().__init__(parent)
        self.words, self._code_px, self._numbers_px, self.is_wide = words, code_px, numbers_px, True
        names = {Side.LEFT: self.tr("left"), Side.RIGHT: self.tr("right"), Side.BOTH: ""}
        self.setAccessibleName(words.spoken(names))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def names_px(self) -> float:
        """How wide code and name are together."""
        return (self._code_px if self.words.code else 0) + text_width(self.words.name, font(17, 400))

    def arrange(self, *, wide: bool) -> None:
        """Put the bars beside the names, or below them."""
        self.is_wide = wide
        self.setFixedHeight(ROW_PX if wide else LOW_ROW_PX)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the names and the bars."""
        theme = tokens(self)
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        upper, lower = (self.height() / 2,) * 2 if self.is_wide else (18.0, 44.0)
        if self.words.code:
            draw_text(painter, 0, upper, self.words.code, font(17, 700), color(theme.ink))
        name_x = self._code_px if self.words.code else 0
        draw_text(painter, name_x, upper, self.words.name, font(17, 400), color(theme.ink2))
        for side, done in self.words.sides.items():
            left, width = side_column(self.width(), side, wide=self.is_wide)
            place = QRectF(left, lower - BAR_PX / 2, width, BAR_PX)
            self._paint_bar(painter, theme, place, done, self._numbers_px[side is Side.BOTH])
        painter.end()

    def _paint_bar(self, painter: QPainter, theme: Tokens, place: QRectF, done: Amount, number_px: float) -> None:
        bar = place.adjusted(0, 0, -number_px - NUMBER_GAP_PX, 0)
        paint_shape(painter, bar, BAR_PX / 2, Look(theme.heat0, theme.ink))
        if done.done:
            filled = QRectF(bar.topLeft(), bar.bottomRight())
            filled.setWidth(max(BAR_PX, bar.width() * done.share))
            paint_shape(painter, filled, BAR_PX / 2, Look(theme.ember, theme.ink))
        ink = color(theme.ink if done.done else theme.ink3)
        draw_text(
            painter, place.right(), place.center().y(), amount(done), _number_font(), ink, Qt.AlignmentFlag.AlignRight
        )


class DoneTable(QWidget):
    """All lines, under Left and Right where there are sides."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("What you did"))
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, HEADER_PX, 0, 0)
        self._layout.setSpacing(0)
        self.rows: tuple[DoneRow, ...] = ()
        self._has_sides, self._is_wide = False, True

    def show_rows(self, rows: Sequence[RowWords]) -> None:
        """Show these lines instead of the ones before."""
        for old in self.rows:
            self._layout.removeWidget(old)
            old.hide()
            old.deleteLater()
        codes = [text_width(row.code, font(17, 700)) for row in rows if row.code]
        code_px = max(codes, default=0.0) + CODE_GAP_PX
        self._has_sides = any(side is not Side.BOTH for row in rows for side in row.sides)
        self._layout.setContentsMargins(0, HEADER_PX if self._has_sides else 0, 0, 0)
        numbers_px = {both: _widest(rows, both=both) for both in (False, True)}
        self.rows = tuple(DoneRow(row, code_px, numbers_px, self) for row in rows)
        for new in self.rows:
            self._layout.addWidget(new)
            new.show()  # at once, so that whoever asks for the height next is told the whole of it
        self._arrange()

    def _arrange(self) -> None:
        longest = max((row.names_px for row in self.rows), default=0.0)
        self._is_wide = self.width() >= WIDE_FROM_PX and longest + GAP_PX / 2 <= self.width() / 2
        for each in self.rows:
            each.arrange(wide=self._is_wide)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Bars beside the names where there is room."""
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the heads of the columns."""
        if not self._has_sides:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        ink = color(tokens(self).ink3)
        for side, name in ((Side.LEFT, self.tr("Left")), (Side.RIGHT, self.tr("Right"))):
            draw_text(painter, side_column(self.width(), side, wide=self._is_wide)[0], 10, name, font(15, 500), ink)
        painter.end()


def side_column(width: float, side: Side, *, wide: bool) -> tuple[float, float]:
    """Where the bars of a side stand in a table `width` px wide: left edge and width. BOTH spans both columns.

    In a `wide` table the names have the first half.
    """
    start = width / 2 if wide else 0.0
    column = (width - start - GAP_PX) / 2
    if side is Side.BOTH:
        return start, width - start
    return (start if side is Side.LEFT else start + column + GAP_PX), column


def _number_font() -> QFont:
    return font(15, 500, tabular=True)


def _widest(rows: Sequence[RowWords], *, both: bool) -> float:
    """The widest number after a bar, so that the bars of a column end together."""
    said = [amount(done) for row in rows for side, done in row.sides.items() if (side is Side.BOTH) == both]
    return max(text_width(words, _number_font()) for words in ("10:00", *said))
