"""One routine in the list: a picture of the posture, its name, what it needs, how long it is, when it was last done."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from acutimer.language.joining import listed
from acutimer.ui.kit.buttons import CHOSEN_PX, Look, paint_shape
from acutimer.ui.kit.fonts import font
from acutimer.ui.kit.icons import paint_icon
from acutimer.ui.kit.pressable import Pressable
from acutimer.ui.kit.text import draw_text, lines_of, text_width
from acutimer.ui.kit.tokens import Tokens, color

HEIGHT_PX = 67
NAME_LINE_PX = 24
NEEDS_LINE_PX = 21
LEAST_NAME_PX = 140  # a name that is longer may break
TEXT_X_PX = 66
MARGIN_PX = 18
GAP_PX = 16
RADIUS_PX = 18
LINES_PX = (-12, 13)  # the middles of both lines, from the middle of the row


@dataclass(frozen=True, slots=True)
class RowWords:
    """What a row shows. `icon` names an icon; `today` stands out, where something was counted today.

    `postures` stands in for `needs` where there is no room for the equipment. `favourite` says to a screen reader what
    the list says with a heading; empty where it is none.
    """

    icon: str
    name: str
    needs: str
    postures: str
    length: str
    last: str
    today: str = ""
    favourite: str = ""

    @property
    def spoken(self) -> str:
        """The row as one sentence for a screen reader."""
        parts = (self.name, self.length, self.needs, self.today or self.last, self.favourite)
        return listed(parts)


class RoutineRow(Pressable):
    """A radio button among its siblings. `moved` carries -1 or 1 for arrow keys, `started` follows Enter."""

    moved = Signal(int)
    started = Signal()
    deleted = Signal()
    """The Delete key was pressed."""

    def __init__(self, id: str, words: RowWords, parent: QWidget | None = None) -> None:  # noqa: A002 - a routine's id
        super().__init__(words.name, parent)
        self.id = id
        self.setCheckable(True)
        self.setAutoExclusive(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.words = words
        self._tell()

    def show_words(self, words: RowWords) -> None:
        """Take other words: another day, another length."""
        if words != self.words:
            self.words = words
            self._tell()

    def _tell(self) -> None:
        self.setText(self.words.name)
        self.setAccessibleName(self.words.spoken)
        self.updateGeometry()
        self.update()

    def outline(self) -> tuple[QRectF, float]:
        """A softly rounded row."""
        return QRectF(self.rect()).adjusted(0, 1, 0, -1), RADIUS_PX

    def sizeHint(self) -> QSize:
        """Wide enough for the longer of its two lines, though a long name may break, and so may many postures."""
        words = self.words
        upper = min(text_width(words.name, font(18, 600)), LEAST_NAME_PX) + self._length_px
        lower = min(text_width(words.postures, font(15, 450)), LEAST_NAME_PX) + self._last_px
        width = round(max(upper, lower)) + TEXT_X_PX + MARGIN_PX + GAP_PX
        return QSize(width, self.heightForWidth(max(width, self.width())))

    def minimumSizeHint(self) -> QSize:
        """Never narrower than that."""
        return QSize(self.sizeHint().width(), HEIGHT_PX)

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """One line more for each that the name needs, and for each that the postures need."""
        return HEIGHT_PX + round(self._more_px(width))

    def _more_px(self, width: float) -> float:
        """How much higher than two lines."""
        names, needs = self._name_lines(width), self._needs_lines(width)
        return (len(names) - 1) * NAME_LINE_PX + (len(needs) - 1) * NEEDS_LINE_PX

    @property
    def _length_px(self) -> float:
        return text_width(self.words.length, font(17, 500, tabular=True))

    @property
    def _last_px(self) -> float:
        return text_width(self.words.today or self.words.last, font(15, 600))

    def _name_lines(self, width: float) -> tuple[str, ...]:
        room = width - TEXT_X_PX - MARGIN_PX - GAP_PX - self._length_px
        return lines_of(self.words.name, font(18, 600), round(room)) or ("",)

    def needs_in(self, width: float) -> str:
        """What it says of its needs when it is `width` px wide: all, or the postures alone; never cut off words."""
        has_room = text_width(self.words.needs, font(15, 450)) <= self._needs_px(width)
        return self.words.needs if has_room else self.words.postures

    def _needs_px(self, width: float) -> float:
        return width - TEXT_X_PX - MARGIN_PX - GAP_PX - self._last_px

    def _needs_lines(self, width: float) -> tuple[str, ...]:
        return lines_of(self.needs_in(width), font(15, 450), round(self._needs_px(width) + 0.5)) or ("",)

    def paint(self, painter: QPainter, theme: Tokens) -> None:
        """The chosen one lies on pale pine; under the pointer, on the hover fill."""
        shape, radius = self.outline()
        middle, right = shape.center().y(), shape.right() - MARGIN_PX
        if self.isChecked() or self.is_hot:
            outline = theme.pine if self.isChecked() and theme.is_contrast else ""
            ground = theme.pine_soft if self.isChecked() else theme.hover
            paint_shape(painter, shape, radius, Look(ground, theme.ink, outline, CHOSEN_PX))
        tone = color(theme.pine if self.isChecked() else theme.ink2)
        paint_icon(painter, self.words.icon, QPointF(32, middle), 30, tone, 1.6)
        names = self._name_lines(self.width())
        more = self._more_px(self.width())
        upper = middle + LINES_PX[0] - more / 2
        lower = upper + LINES_PX[1] - LINES_PX[0] + (len(names) - 1) * NAME_LINE_PX
        end = Qt.AlignmentFlag.AlignRight
        for place, name in enumerate(names):
            draw_text(painter, TEXT_X_PX, upper + place * NAME_LINE_PX, name, font(18, 600), color(theme.ink))
        for place, line in enumerate(self._needs_lines(self.width())):
            draw_text(painter, TEXT_X_PX, lower + place * NEEDS_LINE_PX, line, font(15, 450), color(theme.ink2))
        draw_text(painter, right, upper, self.words.length, font(17, 500, tabular=True), color(theme.ink), end)
        if self.words.today:
            draw_text(painter, right, lower, self.words.today, font(15, 600), color(theme.pine), end)
        else:
            draw_text(painter, right, lower, self.words.last, font(15, 450), color(theme.ink3), end)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the choice, Enter starts the routine, Delete deletes it."""
        match event.key():
            case Qt.Key.Key_Up | Qt.Key.Key_Down:
                self.moved.emit(1 if event.key() == Qt.Key.Key_Down else -1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.started.emit()
            case Qt.Key.Key_Delete:
                self.deleted.emit()
            case _:
                super().keyPressEvent(event)
