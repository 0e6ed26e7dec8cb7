"""Something long to read in a card, by mouse and by keyboard."""

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QAccessibleInterface, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from acutimer.ui.kit.focus import focus_came, focus_went
from acutimer.ui.kit.gutter import GutterScroll
from acutimer.ui.kit.spoken import as_group, speak_for_itself

LEVELS = 4  # each layout in another asks for the next one out, and a bar that comes asks for all again


class ReadingScroll(GutterScroll):
    """Takes the focus while there is more than fits, so that arrows and pages scroll it. `left` follows Escape.

    The ring goes round the card it lies in, whose corners have `radius` px.
    """

    left = Signal()

    def __init__(self, gutter: int, content: QWidget, radius: float, parent: QWidget | None = None) -> None:
        speak_for_itself()
        super().__init__(gutter, content, parent)
        self._radius = radius
        self.verticalScrollBar().rangeChanged.connect(self._take_or_leave_focus)

    def outline(self) -> tuple[QRectF, float]:
        """The card round it."""
        card = self.parentWidget()
        if card is None:
            return QRectF(self.rect()), self._radius
        return QRectF(card.rect().translated(self.mapFrom(card, QPoint(0, 0)))), self._radius

    def bring(self, part: QWidget) -> None:
        """Scroll down to where all of `part` is seen, or as much as fits: it is a child of the content that grew."""
        for _ in range(LEVELS):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        bar = self.verticalScrollBar()
        hidden_px = part.y() + part.height() - bar.value() - self.viewport().height()
        if hidden_px > 0:
            bar.setValue(min(part.y(), bar.value() + hidden_px))

    def _take_or_leave_focus(self) -> None:
        scrolls = self.verticalScrollBar().maximum() > 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if scrolls else Qt.FocusPolicy.NoFocus)

    # -- Qt --------------------------------------------------------------------------------------

    def accessible(self) -> QAccessibleInterface:
        """A group with the name of what is read."""
        return as_group(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to where one came from."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring if the keyboard brought the focus."""
        super().focusInEvent(event)
        focus_came(self, event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        focus_went(self)
