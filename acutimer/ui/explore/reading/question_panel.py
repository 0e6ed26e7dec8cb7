"""What would you like to ease? The complaints as chips by place, and the ways to what there is to read."""

from itertools import groupby

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from acutimer.core.practices import Complaint
from acutimer.ui.context import Context
from acutimer.ui.explore.reading.sheet import Sheet
from acutimer.ui.kit.buttons import Chip, Look, paint_shape
from acutimer.ui.kit.flow import flow
from acutimer.ui.kit.fonts import role_font
from acutimer.ui.kit.gutter import GutterScroll
from acutimer.ui.kit.icons import paint_icon
from acutimer.ui.kit.layout import column, row
from acutimer.ui.kit.pressable import Pressable
from acutimer.ui.kit.text import Text, draw_text, lines_of, text_width
from acutimer.ui.kit.tokens import Tokens, color

WIDTH_PX = 412


WIDE_PX, LOW_PX = 64, 48
TEXT_X_PX, ARROW_PX = 46, 36
LINE_PX = 23
GAP_PX = 10
RIGHT_PX = 20
LEAST_LINE_PX = 200
TOP_PX, LOW_TOP_PX = 34, 16
LOW_PANEL_PX = 480  # in a lower panel the foot scrolls with the rest


class FootLine(Pressable):
    """A line at the foot that opens something to read: `text` is what it is about, `title` what it is or what to do.

    `tone` names the token of its icon: ochre for a caution. The title stands below the text, or, where it `is_low`,
    before it on one line, if both fit there. Where the words do not fit they go on in further lines.
    """

    def __init__(  # noqa: PLR0917  the words, then the looks
        self, text: str, title: str, icon: str, tone: str, is_low: bool = False, parent: QWidget | None = None
    ) -> None:
        self._title, self._icon, self._tone, self._is_low = title, icon, tone, is_low
        super().__init__(text, parent)
        self.setAccessibleName(self.tr("{0}: {1}").format(title, text) if is_low else f"{text} {title}")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def outline(self) -> tuple[QRectF, float]:
        """A softly rounded rectangle."""
        return QRectF(self.rect()), 16.0

    def sizeHint(self) -> QSize:
        """Its words, the icon before and the arrow after them."""
        text, title = text_width(self.text(), role_font("small")), text_width(self._title, role_font("small_strong"))
        words = title + GAP_PX + text if self._is_low else max(text, title)
        return QSize(round(words + 0.5) + TEXT_X_PX + ARROW_PX, LOW_PX if self._is_low else WIDE_PX)

    def minimumSizeHint(self) -> QSize:
        """Its words may go on in further lines, none narrower than a longer word."""
        hint = self.sizeHint()
        return QSize(min(hint.width(), LEAST_LINE_PX), hint.height())

    def hasHeightForWidth(self) -> bool:
        """The narrower, the more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As usual, and more where there are more lines than usual."""
        upper, lower = self._lines(width)
        return self.sizeHint().height() + LINE_PX * max(0, len(upper) + len(lower) - (1 if self._is_low else 2))

    def _lines(self, width: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Text and title; none of the text where it stands after the title on one line."""
        room_px = width - TEXT_X_PX - ARROW_PX
        if self._is_low and self.sizeHint().width() <= width:
            return (), (self._title,)
        text, title = role_font("small"), role_font("small_strong")
        return lines_of(self.text(), text, room_px), lines_of(self._title, title, room_px)

    def paint(self, painter: QPainter, theme: Tokens) -> None:
        """Paint the line; it has a ground only under the pointer."""
        rect = QRectF(self.rect())
        if self.is_hot or self.isDown():
            paint_shape(painter, rect, 16.0, Look(theme.hover, theme.ink))
        middle = rect.center().y()
        tone, ink, ink2 = color(getattr(theme, self._tone)), color(theme.ink), color(theme.ink2)
        texts, titles = self._lines(self.width())
        about = [(line, role_font("small"), ink2) for line in texts]
        names = [(line, role_font("small_strong"), ink) for line in titles]
        lines = names + about if self._is_low else about + names
        y = middle - LINE_PX * (len(lines) - 1) / 2 + (0.5 if len(lines) > 1 else 0)
        paint_icon(painter, self._icon, QPointF(23, y + (1 if len(lines) > 1 else 0)), 22, tone)
        wide = 0.0
        for line, type_, tone_of_line in lines:
            wide = draw_text(painter, TEXT_X_PX, y, line, type_, tone_of_line)
            y += LINE_PX
        if not texts:
            draw_text(painter, TEXT_X_PX + wide + GAP_PX, middle, self.text(), role_font("small"), ink2)
        paint_icon(painter, "right", QPointF(rect.right() - 18, middle), 20, color(theme.ink3))


class QuestionPanel(Sheet):
    """The first panel: a question, and the complaints that answer it."""

    asked = Signal(object)
    """A Complaint was chosen."""
    warned = Signal()
    """The red flags were asked for."""
    leafed = Signal()
    """The texts to read at leisure were asked for."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(WIDTH_PX, parent)
        groups = [
            column(Text(name, "small", "ink3"), 8, flow(*(self._chip(complaint) for complaint in complaints)))
            for name, complaints in groupby(context.library.complaints.values(), key=lambda complaint: complaint.group)
        ]
        title = Text(self.tr("What would you\nlike to ease?"), "title")
        self._way_back = self.way_back(self.tr("Back to the body"))
        self._way_back.hide()
        head = row((title, 1), (self._way_back, Qt.AlignmentFlag.AlignTop))
        self._inside = column(head, 24, column(*groups, spacing=20), None, margins=(32, TOP_PX, RIGHT_PX, 8))
        self._scroll = GutterScroll(RIGHT_PX, self._inside)
        self.texts = FootLine(self.tr("warmth, food, how often"), self.tr("Good to know"), "book", "ink2", is_low=True)
        self.texts.clicked.connect(self.leafed)
        self.safety = FootLine(
            self.tr("New swelling, heat or an injury?"), self.tr("Read this before you press"), "warn", "ochre_ink"
        )
        self.safety.clicked.connect(self.warned)
        self._foot = column(self.texts, self.safety)
        column((self._scroll, 1), self._foot, parent=self)
        self._place_foot(is_low=False)

    def cover(self, is_covering: bool) -> None:
        """Cover the stage, or stand beside it, where there is nothing to go back to."""
        super().cover(is_covering)
        self._way_back.setVisible(is_covering)
        inside = self._inside.layout()
        assert inside is not None
        margins = inside.contentsMargins()
        margins.setTop(LOW_TOP_PX if is_covering else TOP_PX)
        inside.setContentsMargins(margins)

    def _place_foot(self, *, is_low: bool) -> None:
        """At the panel's foot, or where that is low at the end of what scrolls."""
        outer, inner = self.layout(), self._inside.layout()
        assert isinstance(outer, QVBoxLayout)
        assert isinstance(inner, QVBoxLayout)
        if is_low:
            inner.insertWidget(inner.count() - 1, self._foot)
        else:
            outer.addWidget(self._foot)
        foot = self._foot.layout()
        assert foot is not None
        foot.setContentsMargins(*((0, 16, 0, 0) if is_low else (20, 0, 16, 0)))
        outer.setContentsMargins(0, 1, 1, 1 if is_low else 16)

    def _chip(self, complaint: Complaint) -> Chip:
        chip = Chip(complaint.name)
        chip.setAccessibleName(self.tr("{0}: {1}").format(complaint.group, complaint.name))
        chip.clicked.connect(lambda: self.asked.emit(complaint))
        return chip

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The foot keeps its place where there is room for it."""
        super().resizeEvent(event)
        is_low = self.height() < LOW_PANEL_PX
        if is_low != self._inside.isAncestorOf(self._foot):
            self._place_foot(is_low=is_low)
