"""One result of a search, to be pressed. It is made once and takes other words with every letter typed."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QTextLayout
from PySide6.QtWidgets import QSizePolicy, QWidget

from acutimer.ui.explore.search.result_words import RowWords
from acutimer.ui.kit.buttons import CHOSEN_PX, Look, paint_shape
from acutimer.ui.kit.fonts import ROLES, font, role_font
from acutimer.ui.kit.icons import paint_icon
from acutimer.ui.kit.pressable import Pressable
from acutimer.ui.kit.text import draw_text, text_width
from acutimer.ui.kit.tokens import Tokens, color

LEAST_PX = 64
NAME_PX = ROLES["strong"].line_px
LINE_PX = ROLES["small"].line_px
RADIUS_PX = 16.0
PADDING_PX = 14
NAME_X_PX = 112
GAP_PX = 12
BADGE_PX = (22, 30)
"""How much wider than its code a badge is, and how high."""
ICON_PX = 24


class ResultRow(Pressable):
    """A result; the keyboard stays in the field, so it takes no focus. `is_current` says that Enter would open it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._words = RowWords("", "", "")
        self._is_current = False
        self._laid: tuple[tuple[RowWords, int], tuple[QTextLayout, QTextLayout]] | None = None
        super().__init__("", parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @property
    def words(self) -> RowWords:
        """What it says now."""
        return self._words

    @property
    def is_current(self) -> bool:
        """Whether Enter opens it."""
        return self._is_current

    def show_words(self, words: RowWords) -> None:
        """Say something else."""
        if words != self._words:
            self._words = words
            self.setText(words.name)
            self.setAccessibleName(words.spoken)
            self.update()

    def show_current(self, is_current: bool) -> None:
        """Be what Enter opens, or not."""
        if is_current != self._is_current:
            self._is_current = is_current
            self.update()

    def outline(self) -> tuple[QRectF, float]:
        """A softly rounded rectangle."""
        return QRectF(self.rect()), RADIUS_PX

    def sizeHint(self) -> QSize:
        """As high as one line below the name; the list gives it its width."""
        return QSize(NAME_X_PX + 200, LEAST_PX)

    def height_for(self, width: int) -> int:
        """How high it is in a list `width` px wide: name and detail wrap."""
        name, detail = self._lay(width)
        return max(LEAST_PX, name.lineCount() * NAME_PX + detail.lineCount() * LINE_PX + 17)

    def _lay(self, width: int) -> tuple[QTextLayout, QTextLayout]:
        """Name and detail in lines for a row `width` px wide; the kind stands beside the name."""
        wanted = (self._words, width)
        if self._laid is None or self._laid[0] != wanted:
            room = width - NAME_X_PX - PADDING_PX
            beside = text_width(self._words.kind, role_font("small")) + GAP_PX
            name = _wrapped(self._words.name, role_font("strong"), room - beside)
            self._laid = (wanted, (name, _wrapped(self._words.detail, role_font("small"), room)))
        return self._laid[1]

    def paint(self, painter: QPainter, theme: Tokens) -> None:
        """Paint the row."""
        rect = QRectF(self.rect())
        if self._is_current:
            paint_shape(painter, rect, RADIUS_PX, Look(theme.pine_soft, theme.ink, theme.pine, CHOSEN_PX))
        elif self.is_hot or self.isDown():
            paint_shape(painter, rect, RADIUS_PX, Look(theme.hover, theme.ink))
        name, detail = self._lay(self.width())
        top = (rect.height() - name.lineCount() * NAME_PX - detail.lineCount() * LINE_PX) / 2
        self._paint_mark(painter, theme)
        self._paint_kind_and_note(painter, top + NAME_PX / 2, theme)
        painter.setPen(color(theme.ink))
        top = _draw(painter, name, top, NAME_PX)
        painter.setPen(color(theme.ink2))
        _draw(painter, detail, top, LINE_PX)

    def _paint_kind_and_note(self, painter: QPainter, middle: float, theme: Tokens) -> None:
        """Paint the kind at the end of the first line, and the note after the name where there is room for it."""
        words, type_, ink = self._words, role_font("small"), color(theme.ink2)
        end = float(self.width() - PADDING_PX)
        end -= draw_text(painter, end, middle, words.kind, type_, ink, Qt.AlignmentFlag.AlignRight) + GAP_PX
        begin = NAME_X_PX + text_width(words.name, role_font("strong")) + GAP_PX
        if words.note and begin + text_width(words.note, type_) <= end:
            draw_text(painter, begin, middle, words.note, type_, ink)

    def _paint_mark(self, painter: QPainter, theme: Tokens) -> None:
        """Paint the badge with the code, or the icon of the kind, before the words."""
        middle = self.height() / 2
        if not self._words.code:
            at = QPointF(PADDING_PX + ICON_PX, middle)
            paint_icon(painter, self._words.icon, at, ICON_PX, color(theme.ink2))
            return
        type_, (wider, height) = font(17, 700), BADGE_PX
        width = text_width(self._words.code, type_) + wider
        badge = QRectF(PADDING_PX, middle - height / 2, width, height)
        paint_shape(painter, badge, 10, Look(theme.ember_soft, theme.ember_ink))
        centre = Qt.AlignmentFlag.AlignHCenter
        draw_text(painter, badge.center().x(), middle, self._words.code, type_, color(theme.ember_ink), centre)


def _wrapped(text: str, type_: QFont, width: float) -> QTextLayout:
    layout = QTextLayout(text, type_)
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(40.0, width))
    layout.endLayout()
    return layout


def _draw(painter: QPainter, lines: QTextLayout, top: float, line_px: int) -> float:
    """Draw the lines downwards from `top`; returns where they end."""
    for index in range(lines.lineCount()):
        line = lines.lineAt(index)
        line.draw(painter, QPointF(NAME_X_PX, top + index * line_px + (line_px - line.height()) / 2 - line.y()))
    return top + lines.lineCount() * line_px
