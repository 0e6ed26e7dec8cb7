"""What the safety profile changed in a routine: a line with a shield for each change, and why, where one asks."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from acutimer.content.library import Library
from acutimer.content.safety_words import ChangeLine
from acutimer.core.adjusting import Change
from acutimer.core.planning import Plan
from acutimer.core.routines import PressStep, Step, subject_of
from acutimer.language.sentences import one_after_another
from acutimer.ui.kit.fonts import font
from acutimer.ui.kit.icons import Icon, paint_icon
from acutimer.ui.kit.layout import column, row
from acutimer.ui.kit.pressable import Pressable
from acutimer.ui.kit.text import Text, draw_text, text_width
from acutimer.ui.kit.tokens import Tokens, color

ICON_PX = 22
GAP_PX = 10
ARROW_PX = 18


class WhyButton(Pressable):
    """Opens and closes the reason below its line; checked is open."""

    def __init__(self, text: str, line: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setCheckable(True)
        self.setAccessibleDescription(line)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """The word, an arrow, and room for a finger."""
        return QSize(round(text_width(self.text(), font(15, 600)) + 0.5) + ARROW_PX + 20, 44)

    def paint(self, painter: QPainter, theme: Tokens) -> None:
        """Paint the word and its arrow, in the colour of what can be done."""
        ink = color(theme.pine_hover if self.is_hot or self.isDown() else theme.pine)
        mirrored, middle = self.isRightToLeft(), self.height() / 2
        words = text_width(self.text(), font(15, 600))
        start = self.width() - 8 if mirrored else 8
        align = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        draw_text(painter, start, middle, self.text(), font(15, 600), ink, align)
        x = start + (-1 if mirrored else 1) * (words + 2 + ARROW_PX / 2)
        closed = "left" if mirrored else "right"
        paint_icon(painter, "down" if self.isChecked() else closed, QPointF(x, middle), ARROW_PX, ink, 2)


class ChangesNote(QWidget):
    """The changes of one plan; there is nothing of it where there are none."""

    def __init__(self, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self.lines: tuple[ChangeLine, ...] = ()
        self.buttons: tuple[WhyButton, ...] = ()
        self.reasons: tuple[Text, ...] = ()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._content: QWidget | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_changes(self, plan: Plan) -> None:
        """Tell what was changed in `plan`; what is told already stays as it is, open or closed."""
        self.tell(plan.changes)

    def tell(self, changes: Iterable[Change]) -> None:
        """The same of any changes."""
        lines = self._library.safety_words.lines(changes, self._name)
        if not lines:
            self.hide()
        elif self.parentWidget() is not None:  # shown without one it would be a window for a moment
            self.show()
        if lines == self.lines and self._content is not None:
            return
        self.lines = lines
        self.reasons = tuple(Text(_paragraph(line), "small", "ink2", wrap=True) for line in lines)
        self.buttons = tuple(WhyButton(self.tr("Why"), line.words) for line in lines)
        if self._content is not None:
            self._layout.removeWidget(self._content)
            self._content.hide()
            self._content.deleteLater()
        self._content = column(*(self._line(place) for place in range(len(lines))), spacing=8)
        self._layout.addWidget(self._content)
        self._content.show()  # Qt would show it at the next turn of the loop

    def _line(self, place: int) -> QWidget:
        words = Text(self.lines[place].words, "small", "ink", wrap=True, align=Qt.AlignmentFlag.AlignVCenter)
        reason, button = self.reasons[place], self.buttons[place]
        reason.hide()
        button.toggled.connect(reason.setVisible)
        top, middle = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignVCenter
        shield = row(Icon("shield", ICON_PX, "pine"), margins=(0, 11, 0, 0))
        said = row((words, 1), 6, (button, middle))
        said.setMinimumHeight(44)
        inside = column(said, reason)
        return row((shield, top), GAP_PX, (inside, 1))

    def _name(self, step: Step) -> str:
        return step.point if isinstance(step, PressStep) else self._library.name_of(subject_of(step))


def _paragraph(line: ChangeLine) -> str:
    return one_after_another(claim.text for claim in line.why)
