"""A note that may go on the page, or not."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from acutimer.core.report import Note
from acutimer.ui.kit.buttons import CHOSEN_PX, Look, paint_shape
from acutimer.ui.kit.fonts import font
from acutimer.ui.kit.icons import paint_icon
from acutimer.ui.kit.pressable import Pressable
from acutimer.ui.kit.text import draw_text
from acutimer.ui.kit.tokens import Tokens, color
from acutimer.ui.log.report import words
from acutimer.ui.log.report.letters import plain

RADIUS_PX = 14
BOX_PX, BOX_RADIUS_PX = 24, 7
EDGE_PX, TEXT_X_PX, END_PX = 10, 46, 10
ABOVE_PX, LINE_PX = 8, 22


class NoteRow(Pressable):
    """Day and note beside a box to tick; all of the note, in as many lines as it needs."""

    def __init__(self, note: Note, parent: QWidget | None = None) -> None:
        self.note = note
        self._words = plain(note.text)
        self._laid: tuple[int, QTextLayout] | None = None
        super().__init__(self._words, parent)
        self.setCheckable(True)
        self.setAccessibleName(self.tr("{0}: {1}").format(words.day(note.day), self._words))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def outline(self) -> tuple[QRectF, float]:
        """A softly rounded line."""
        return QRectF(self.rect()), RADIUS_PX

    def sizeHint(self) -> QSize:
        """In a column of the card."""
        return QSize(260, self.heightForWidth(260))

    def minimumSizeHint(self) -> QSize:
        """As narrow as may be: long words break."""
        return QSize(160, 2 * LINE_PX + 2 * ABOVE_PX)

    def hasHeightForWidth(self) -> bool:
        """The note wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The day and all lines."""
        return (1 + self._lay(width).lineCount()) * LINE_PX + 2 * ABOVE_PX

    def paint(self, painter: QPainter, theme: Tokens) -> None:
        """Paint the box, the day and the note."""
        is_on, mirrored = self.isChecked(), self.isRightToLeft()
        rect, radius = self.outline()
        if self.is_hot or self.isDown():
            paint_shape(painter, rect, radius, Look(theme.hover if self.isDown() else theme.inset, theme.ink))
        box_x = rect.right() - EDGE_PX - BOX_PX if mirrored else EDGE_PX
        box = QRectF(box_x, ABOVE_PX + 9, BOX_PX, BOX_PX)
        look = Look(theme.pine, theme.on_pine) if is_on else Look(theme.control, theme.ink, theme.edge, CHOSEN_PX)
        paint_shape(painter, box, BOX_RADIUS_PX, look)
        if is_on:
            paint_icon(painter, "check", box.center(), 18, color(theme.on_pine), 2.6)
        start = rect.right() - TEXT_X_PX if mirrored else TEXT_X_PX
        align = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        day = words.day(self.note.day)
        draw_text(painter, start, ABOVE_PX + LINE_PX / 2, day, font(15, 450), color(theme.ink3), align)
        painter.setPen(color(theme.ink))
        layout = self._lay(self.width())
        left = END_PX if mirrored else TEXT_X_PX
        layout.draw(painter, QPointF(left, ABOVE_PX + LINE_PX))

    def _lay(self, width: int) -> QTextLayout:
        if self._laid is None or self._laid[0] != width:
            self._laid = (width, self._lines(max(40, width - TEXT_X_PX - END_PX)))
        return self._laid[1]

    def _lines(self, room: int) -> QTextLayout:
        layout = QTextLayout(self._words, font(15, 450))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        layout.setTextOption(option)
        layout.beginLayout()
        number = 0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(room)
            line.setPosition(QPointF(0, number * LINE_PX + (LINE_PX - line.ascent() - line.descent()) / 2))
            number += 1
        layout.endLayout()
        return layout
