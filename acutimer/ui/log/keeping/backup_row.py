"""One copy of the log in the list of them."""

from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAccessibleInterface, QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from acutimer.language.joining import listed
from acutimer.store.backup_files import BackupFile
from acutimer.ui.kit.buttons import Look, paint_shape
from acutimer.ui.kit.choosable import Choosable
from acutimer.ui.kit.fonts import font
from acutimer.ui.kit.pressable import Pressable
from acutimer.ui.kit.spoken import speak_for_itself
from acutimer.ui.kit.text import draw_text, text_width
from acutimer.ui.kit.tokens import Tokens, color
from acutimer.ui.log.keeping.words import day, kind, size
from acutimer.ui.log.numbers import sessions

HEIGHT_PX = 64
RADIUS_PX = 18
MARGIN_PX = 16
GAP_PX = 20
UPPER_PX, LOWER_PX = 21, 44  # the middles of its two lines
UPWARD = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End)


class BackupRow(Pressable):
    """Its day above why it was made, how much is in it at the end; pressed, it stays chosen.

    The arrow keys are left to the list.
    """

    def __init__(self, file: BackupFile, today: date, parent: QWidget | None = None) -> None:
        speak_for_itself()
        self.file = file
        self._day, self._kind, self._size = day(file.day, today), kind(file), size(file.size_bytes)
        self._amount = ""
        self._is_damaged = False
        super().__init__(self._day, parent)
        self.setCheckable(True)
        self._tell()

    def show_amount(self, count: int | None) -> None:
        """How many sessions it has; None where it cannot be read."""
        self._is_damaged = count is None
        self._amount = self.tr("Cannot be read") if count is None else sessions(count)
        self._tell()

    def _tell(self) -> None:
        parts = (self._day, self._kind, self._amount, self._size)
        self.setAccessibleName(listed(parts))
        self.updateGeometry()
        self.update()

    def outline(self) -> tuple[QRectF, float]:
        """A softly rounded row."""
        return QRectF(self.rect()), RADIUS_PX

    def sizeHint(self) -> QSize:
        """Both lines, never cut."""
        upper = text_width(self._day, font(17, 600)) + text_width(self._amount, font(17, 500, tabular=True))
        lower = text_width(self._kind, font(15, 450)) + text_width(self._size, font(15, 450, tabular=True))
        return QSize(round(max(upper, lower) + 0.5) + GAP_PX + 2 * MARGIN_PX, HEIGHT_PX)

    def paint(self, painter: QPainter, theme: Tokens) -> None:
        """On pale pine when chosen, on the hover fill under the pointer."""
        is_chosen = self.isChecked()
        rect, radius = self.outline()
        if is_chosen or self.is_hot or self.isDown():
            paint_shape(painter, rect, radius, Look(theme.pine_soft if is_chosen else theme.hover, theme.ink))
        start, end = MARGIN_PX, self.width() - MARGIN_PX
        at_start, at_end = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        if self.isRightToLeft():
            start, end, at_start, at_end = end, start, at_end, at_start
        ink2 = color(theme.ink2)
        amount = color(theme.ochre_ink if self._is_damaged else theme.ink)
        draw_text(painter, start, UPPER_PX, self._day, font(17, 600), color(theme.ink), at_start)
        draw_text(painter, end, UPPER_PX, self._amount, font(17, 500, tabular=True), amount, at_end)
        draw_text(painter, start, LOWER_PX, self._kind, font(15, 450), ink2, at_start)
        draw_text(painter, end, LOWER_PX, self._size, font(15, 450, tabular=True), ink2, at_end)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A button would take the arrows for moves of its own."""
        if event.key() in UPWARD:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def accessible(self) -> QAccessibleInterface:
        """A button that may be the chosen one."""
        return Choosable(self)
