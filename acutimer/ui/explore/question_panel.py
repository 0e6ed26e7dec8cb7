"""What would you like to ease? The complaints as chips by place, and the way to what to look out for first."""

from itertools import groupby

from PySide6.QtCore import QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from acutimer.core.practices import Complaint
from acutimer.ui.context import Context
from acutimer.ui.kit.buttons import Chip, Look, paint_shape
from acutimer.ui.kit.cards import Card
from acutimer.ui.kit.flow import flow
from acutimer.ui.kit.fonts import role_font
from acutimer.ui.kit.icons import paint_icon
from acutimer.ui.kit.layout import column
from acutimer.ui.kit.pressable import Pressable
from acutimer.ui.kit.scroll import Scroll
from acutimer.ui.kit.text import Text, draw_text, text_width
from acutimer.ui.kit.tokens import Tokens, color

WIDTH_PX = 412


class SafetyLine(Pressable):
    """The line at the foot that opens the red flags: what it is about, and below it what to do."""

    def __init__(self, text: str, detail: str, parent: QWidget | None = None) -> None:
        self._detail = detail
        super().__init__(text, parent)
        self.setAccessibleName(f"{text} {detail}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def outline(self) -> tuple[QRectF, float]:
        """A softly rounded rectangle."""
        return QRectF(self.rect()), 16.0

    def sizeHint(self) -> QSize:
        """Two lines, the icon before and the arrow after them."""
        words = max(text_width(self.text(), role_font("small")), text_width(self._detail, role_font("small_strong")))
        return QSize(round(words + 0.5) + 46 + 36, 64)

    def paint(self, painter: QPainter, theme: Tokens) -> None:
        """Paint the line; it has a ground only under the pointer."""
        rect = QRectF(self.rect())
        if self.is_hot or self.isDown():
            paint_shape(painter, rect, 16.0, Look(theme.hover, theme.ink))
        middle = rect.center().y()
        paint_icon(painter, "warn", QPointF(23, middle - 10), 22, color(theme.ochre_ink))
        draw_text(painter, 46, middle - 11, self.text(), role_font("small"), color(theme.ink2))
        draw_text(painter, 46, middle + 12, self._detail, role_font("small_strong"), color(theme.ink))
        paint_icon(painter, "right", QPointF(rect.right() - 18, middle), 20, color(theme.ink3))


class QuestionPanel(Card):
    """The first panel: a question, and the complaints that answer it."""

    asked = Signal(object)
    """A Complaint was chosen."""
    warned = Signal()
    """The red flags were asked for."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("surface", 24, parent)
        self.setFixedWidth(WIDTH_PX)
        groups = [
            column(Text(name, "small", "ink3"), 8, flow(*(self._chip(complaint) for complaint in complaints)))
            for name, complaints in groupby(context.library.complaints.values(), key=lambda complaint: complaint.group)
        ]
        title = Text(self.tr("What would you\nlike to ease?"), "title")
        inside = column(title, column(*groups, spacing=20), None, spacing=24, margins=(32, 34, 20, 8))
        self.safety = SafetyLine(self.tr("New swelling, heat or an injury?"), self.tr("Read this before you press"))
        self.safety.clicked.connect(self.warned)
        column((Scroll(inside), 1), column(self.safety, margins=(20, 0, 16, 0)), margins=(0, 1, 1, 16), parent=self)

    def _chip(self, complaint: Complaint) -> Chip:
        chip = Chip(complaint.name)
        chip.setAccessibleName(f"{complaint.group}: {complaint.name}")
        chip.clicked.connect(lambda: self.asked.emit(complaint))
        return chip
