"""The numbered steps of a routine, one below the other on a thin line."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from acutimer.language.joining import listed
from acutimer.ui.kit.fonts import font
from acutimer.ui.kit.layout import Item, beside, column, stacked
from acutimer.ui.kit.text import Text, draw_text
from acutimer.ui.kit.tokens import color, tokens
from acutimer.ui.routines.doses import StepLines

ROW_PX = 62
NUMBER_PX = 15  # the radius of a number's circle
NUMBER_X_PX = 16
TEXT_X_PX = 50


@dataclass(frozen=True, slots=True)
class StepWords:
    """What one step shows; `today` is what was counted of it today, or empty."""

    lines: StepLines
    today: str = ""


class StepRow(QWidget):
    """One step: its number, code and name, dose, and time. At least 62 px high, more where words wrap."""

    def __init__(self, number: int, words: StepWords, *, is_last: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number, self._is_last = number, is_last
        lines = words.lines
        self.setAccessibleName(listed((str(number), lines.spoken, words.today)))
        self.setMinimumHeight(ROW_PX)
        top = Qt.AlignmentFlag.AlignTop
        code: list[Item] = [(Text(lines.code, "strong", "ember_ink"), top), 10] if lines.code else []
        name = Text(lines.name, "strong", wrap=True)
        said = stacked(beside(*code, (name, 1)), Text(lines.dose, "small", "ink2", wrap=True))
        right = Qt.AlignmentFlag.AlignRight
        ends: list[QWidget] = [Text(lines.time, "body", align=right, tabular=True)]
        if words.today:
            ends.append(Text(words.today, "small_strong", "pine", align=right))
        column(
            None,
            beside((said, 1), 16, stacked(None, *ends, None), margins=(TEXT_X_PX, 0, 0, 0)),
            None,
            margins=(0, 7),
            parent=self,
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the number in its circle, and the line on to the next step."""
        theme = tokens(self)
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        middle = QPointF(NUMBER_X_PX, self.height() / 2)
        away = NUMBER_PX + 3
        painter.setPen(QPen(color(theme.line), 2))
        if self._number > 1:
            painter.drawLine(QPointF(middle.x(), 0), middle - QPointF(0, away))
        if not self._is_last:
            painter.drawLine(middle + QPointF(0, away), QPointF(middle.x(), self.height()))
        painter.setPen(QPen(color(theme.edge), 1.25))
        painter.drawEllipse(middle, NUMBER_PX, NUMBER_PX)
        centre = Qt.AlignmentFlag.AlignHCenter
        draw_text(painter, middle.x(), middle.y(), str(self._number), font(15, 600), color(theme.ink2), centre)
        painter.end()


class StepList(QWidget):
    """All steps of a routine."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Steps"))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._held: QWidget | None = None
        self.rows: tuple[StepRow, ...] = ()

    def show_steps(self, steps: Sequence[StepWords]) -> None:
        """Show these steps instead of the ones before."""
        if self._held is not None:
            self._column.removeWidget(self._held)
            self._held.hide()
            self._held.setParent(None)
            self._held.deleteLater()
        last = len(steps)
        self.rows = tuple(StepRow(number, words, is_last=number == last) for number, words in enumerate(steps, 1))
        self._held = column(*self.rows)  # shown at once: each by itself would lay out all the others anew
        self._column.addWidget(self._held)
        self._held.show()
