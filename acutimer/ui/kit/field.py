"""A few lines of the user's own words."""

from PySide6.QtCore import QEvent, QMarginsF, QRectF
from PySide6.QtGui import QDragEnterEvent, QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from acutimer.ui.kit.buttons import BORDER_PX, CHOSEN_PX, Look, paint_shape
from acutimer.ui.kit.focus import focus_came, focus_went
from acutimer.ui.kit.fonts import font
from acutimer.ui.kit.own_files import are_files
from acutimer.ui.kit.own_keys import is_ours
from acutimer.ui.kit.tokens import tokens

RADIUS_PX = 16


class _Lines(QPlainTextEdit):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._holder = parent
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFont(font(17))
        self.setTabChangesFocus(True)
        self.viewport().setAutoFillBackground(False)

    def outline(self) -> tuple[QRectF, float]:
        """The whole field, not only its lines."""
        around = QMarginsF(*(float(margin) for margin in _margins(self._holder)))
        return QRectF(self.rect()).marginsAdded(around), RADIUS_PX

    def event(self, event: QEvent) -> bool:
        """Leave the program's own keys alone."""
        return False if is_ours(event) else super().event(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files are the window's."""
        if are_files(event.mimeData()):
            event.ignore()
        else:
            super().dragEnterEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring if the keyboard brought the focus."""
        super().focusInEvent(event)
        focus_came(self, event)
        self._holder.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        focus_went(self)
        self._holder.update()


class NoteField(QFrame):
    """A rounded field of plain text, `height` px high. `name` is for a screen reader, `hint` shows while empty."""

    def __init__(self, name: str, hint: str = "", height: int = 100, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(height)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 8, 10)
        self.lines = _Lines(self)
        self.lines.setAccessibleName(name)
        self.lines.setPlaceholderText(hint)
        layout.addWidget(self.lines)
        self.setFocusProxy(self.lines)

    def text(self) -> str:
        """What the user wrote."""
        return self.lines.toPlainText()

    def set_text(self, text: str) -> None:
        """Put words in."""
        self.lines.setPlainText(text)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and its border."""
        theme = tokens(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        writing = self.lines.hasFocus()
        border, width = (theme.pine, CHOSEN_PX) if writing else (theme.edge, BORDER_PX)
        paint_shape(painter, QRectF(self.rect()), RADIUS_PX, Look(theme.control, theme.ink, border, width))
        painter.end()


def _margins(holder: QWidget) -> tuple[int, int, int, int]:
    layout = holder.layout()
    assert layout is not None
    margins = layout.contentsMargins()
    return margins.left(), margins.top(), margins.right(), margins.bottom()
