"""What a card of settings is made of: lines of words with a control at the end, and paths to copy."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QPalette, QTextOption
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QWidget

from acutimer.ui.kit.cards import Card
from acutimer.ui.kit.focus import focus_came, focus_went
from acutimer.ui.kit.fonts import role_font
from acutimer.ui.kit.layout import Item, column, row
from acutimer.ui.kit.text import Text, lines_of
from acutimer.ui.kit.tokens import color, tokens

PADDING_PX = 28
LINE_PX = 52
GAP_PX = 12
WIDTH_PX, LEAST_PX, SPARE_PX = 240, 120, 4  # of a path


def card(title: str, *lines: QWidget) -> Card:
    """A card with a heading and its lines."""
    made = Card("surface", 24)
    spaced: list[Item] = [part for line in lines for part in (GAP_PX, line)]
    column(Text(title, "head"), *spaced, margins=(PADDING_PX, 24, PADDING_PX, 24), parent=made)
    made.setAccessibleName(title)
    return made


def line(words: str, control: QWidget, hint: str = "") -> QWidget:
    """Words at the start, their control at the end; the hint below the words, in the least of inks."""
    said: list[Item] = [Text(words, "body", wrap=True)]
    if hint:
        said.append(Text(hint, "small", "ink3", wrap=True))
    made = row((column(None, *said, None), 1), 20, (control, Qt.AlignmentFlag.AlignVCenter))
    made.setMinimumHeight(LINE_PX)
    return made


class PathText(QPlainTextEdit):
    """A path as text that can be selected and copied, broken anywhere it must. `name` says what lies there."""

    def __init__(self, path: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(path, parent)
        self.setReadOnly(True)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFont(role_font("small"))
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        across = self.horizontalScrollBar()  # Qt leaves room for more than a full line
        across.rangeChanged.connect(lambda: across.setRange(0, 0))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)
        self._take_colours()

    def _take_colours(self) -> None:
        mine, ink = self.palette(), color(tokens(self).ink2)
        if mine.color(QPalette.ColorRole.Text) != ink:
            mine.setColor(QPalette.ColorRole.Text, ink)
            self.setPalette(mine)

    def outline(self) -> tuple[QRectF, float]:
        """The text, a little wider."""
        return QRectF(self.rect()).adjusted(-4, 0, 4, 0), 8

    def sizeHint(self) -> QSize:
        """As wide as it may be."""
        return QSize(WIDTH_PX, self.heightForWidth(WIDTH_PX))

    def minimumSizeHint(self) -> QSize:
        """It breaks anywhere."""
        return QSize(LEAST_PX, self.fontMetrics().lineSpacing() + SPARE_PX)

    def hasHeightForWidth(self) -> bool:
        """The narrower, the more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as its lines."""
        lines = lines_of(self.toPlainText(), self.font(), width)
        return len(lines) * self.fontMetrics().lineSpacing() + SPARE_PX

    def changeEvent(self, event: QEvent) -> None:
        """Another theme, another ink."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._take_colours()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring if the keyboard brought the focus."""
        super().focusInEvent(event)
        focus_came(self, event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        focus_went(self)
