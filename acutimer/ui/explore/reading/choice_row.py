"""A row one presses in a panel: a name, a line or two about it, and small facts with their icons."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFont, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from acutimer.language.breaking import unbroken
from acutimer.language.joining import listed
from acutimer.language.sentences import inside
from acutimer.ui.kit.buttons import Look, paint_shape
from acutimer.ui.kit.fonts import ROLES, font, role_font
from acutimer.ui.kit.icons import paint_icon
from acutimer.ui.kit.pressable import Pressable
from acutimer.ui.kit.text import draw_text, lines_of, text_width
from acutimer.ui.kit.tokens import Tokens, color

PADDING_PX = 16
DOWN_PX = 12
LEAST_PX = 56
NAME_PX = ROLES["strong"].line_px
LINE_PX = ROLES["small"].line_px
CODE_GAP_PX = 10
ICON_PX = 18
ICON_GAP_PX = 7
FACT_GAP_PX = 16
LINE_GAP_PX = 3
END_PX = 40  # the arrow, or the sign that it starts
RADIUS_PX = 18.0
COMFORTABLE_PX = 352


class Fact(NamedTuple):
    """A few words after an icon, such as a clock and "13 min"."""

    icon: str
    words: str


class ChoiceRow(Pressable):
    """A name that wraps, after a point's code or an icon; below it where it is, then the facts about it.

    `end` is the icon at its end: "right" leads on, "play" starts the timer.
    """

    def __init__(
        self,
        name: str,
        place: str = "",
        facts: Sequence[Fact] = (),
        *,
        code: str = "",
        icon: str = "",
        end: Literal["right", "play"] = "right",
        parent: QWidget | None = None,
    ) -> None:
        self._place, self._facts, self._code, self._icon, self._end = place, tuple(facts), code, icon, end
        super().__init__(name, parent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        said = (code, name, inside(place), *(fact.words for fact in self._facts))
        self.setAccessibleName(listed(said))

    def outline(self) -> tuple[QRectF, float]:
        """A softly rounded rectangle."""
        return QRectF(self.rect()), RADIUS_PX

    def hasHeightForWidth(self) -> bool:
        """Name and place wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Every line of it, and the air above and below."""
        return max(LEAST_PX, round(self._height_in(width)) + 2 * DOWN_PX)

    def sizeHint(self) -> QSize:
        """As high as it is in a comfortable column."""
        return QSize(COMFORTABLE_PX, self.heightForWidth(COMFORTABLE_PX))

    def minimumSizeHint(self) -> QSize:
        """Never narrower than its longest word, or a fact."""
        words = [text_width(word, role_font("strong")) for word in unbroken(self.text())]
        small = role_font("small")
        parts = (part for fact in self._facts for part in unbroken(fact.words))
        words += [ICON_PX + ICON_GAP_PX + text_width(part, small) for part in parts]
        return QSize(round(max(words) + self._before_px + 0.5) + PADDING_PX + END_PX, LEAST_PX)

    @property
    def _before_px(self) -> float:
        """What stands before the name's first line."""
        if self._code:
            return text_width(self._code, font(17, 700)) + CODE_GAP_PX
        return ICON_PX + 4 + CODE_GAP_PX if self._icon else 0.0

    def _room(self, width: float) -> float:
        return max(40.0, width - PADDING_PX - END_PX)

    def _name(self, width: float) -> QTextLayout:
        room = self._room(width)
        # An icon stands before all lines of the name, a code before the first one alone.
        return _wrapped(self.text(), role_font("strong"), room - self._before_px, room if self._code else None)

    def _height_in(self, width: float) -> float:
        height = self._name(width).lineCount() * NAME_PX
        if self._place:
            height += _wrapped(self._place, role_font("small"), self._room(width)).lineCount() * LINE_PX
        rows = len(self._fact_rows(width))
        return height + (LINE_GAP_PX + rows * LINE_PX if rows else 0)

    def _fact_rows(self, width: float) -> list[list[Fact]]:
        """The facts side by side, on another line where there is no room beside.

        One too long for any line goes on in lines without the icon.
        """
        rows: list[list[Fact]] = []
        used = 0.0
        for fact in self._facts:
            own = _fact_px(fact)
            if own > self._room(width):
                room = int(self._room(width) - ICON_PX - ICON_GAP_PX)
                first, *others = lines_of(fact.words, role_font("small"), room)
                rows += [[Fact(fact.icon, first)], *([Fact("", line)] for line in others)]
                used = self._room(width)
                continue
            if not rows or used + FACT_GAP_PX + own > self._room(width):
                rows.append([fact])
                used = own
            else:
                rows[-1].append(fact)
                used += FACT_GAP_PX + own
        return rows

    def paint(self, painter: QPainter, theme: Tokens) -> None:
        """Paint the row."""
        rect = QRectF(self.rect())
        paint_shape(painter, rect, RADIUS_PX, Look(self._ground(theme), theme.ink))
        top = (rect.height() - self._height_in(rect.width())) / 2
        middle = top + NAME_PX / 2
        if self._code:
            draw_text(painter, PADDING_PX, middle, self._code, font(17, 700), color(theme.ember_ink))
        elif self._icon:
            at = QPointF(PADDING_PX + (ICON_PX + 4) / 2, middle)
            paint_icon(painter, self._icon, at, ICON_PX + 4, color(theme.ink2))
        first = PADDING_PX + self._before_px
        rest = PADDING_PX if self._code else first
        painter.setPen(color(theme.ink))
        top = _draw(painter, self._name(rect.width()), QPointF(first, top), NAME_PX, rest)
        if self._place:
            place = _wrapped(self._place, role_font("small"), self._room(rect.width()))
            painter.setPen(color(theme.ink2))
            top = _draw(painter, place, QPointF(PADDING_PX, top), LINE_PX, PADDING_PX)
        for facts in self._fact_rows(rect.width()):
            self._paint_facts(painter, facts, top + LINE_GAP_PX + LINE_PX / 2, theme)
            top += LINE_PX
        is_start = self._end == "play"
        end = QPointF(rect.right() - 20, rect.center().y())
        paint_icon(painter, self._end, end, 20, color(theme.pine if is_start else theme.ink3))

    def _ground(self, theme: Tokens) -> str:
        return theme.line if self.isDown() else theme.hover if self.is_hot else theme.inset

    @staticmethod
    def _paint_facts(painter: QPainter, facts: Sequence[Fact], middle: float, theme: Tokens) -> None:
        x = float(PADDING_PX)
        for fact in facts:
            if fact.icon:
                paint_icon(painter, fact.icon, QPointF(x + ICON_PX / 2, middle), ICON_PX, color(theme.ink3))
            draw_text(painter, x + ICON_PX + ICON_GAP_PX, middle, fact.words, role_font("small"), color(theme.ink))
            x += _fact_px(fact) + FACT_GAP_PX


def _fact_px(fact: Fact) -> float:
    return ICON_PX + ICON_GAP_PX + text_width(fact.words, role_font("small"))


def _wrapped(text: str, type_: QFont, first_px: float, rest_px: float | None = None) -> QTextLayout:
    """The text in lines: the first `first_px` wide, the others `rest_px`, or as wide as the first."""
    layout = QTextLayout(text, type_)
    layout.setTextOption(QTextOption())
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(first_px if rest_px is None or layout.lineCount() == 1 else rest_px)
    layout.endLayout()
    return layout


def _draw(painter: QPainter, lines: QTextLayout, at: QPointF, line_px: int, rest_x: float) -> float:
    """Draw the lines downwards: the first from `at`, the others from `rest_x`. Returns where the next thing begins."""
    for index in range(lines.lineCount()):
        line = lines.lineAt(index)
        y = at.y() + index * line_px + (line_px - line.height()) / 2
        line.draw(painter, QPointF(rest_x if index else at.x(), y - line.y()))
    return at.y() + lines.lineCount() * line_px
