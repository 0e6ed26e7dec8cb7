"""One line of the user's own words."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QLineEdit, QSizePolicy, QWidget

from acutimer.ui.kit.buttons import BORDER_PX, CHOSEN_PX, LEAST_PX, IconButton, Look, paint_shape
from acutimer.ui.kit.focus import focus_came, focus_went
from acutimer.ui.kit.fonts import font
from acutimer.ui.kit.icons import paint_icon
from acutimer.ui.kit.layout import row
from acutimer.ui.kit.own_files import are_files
from acutimer.ui.kit.own_keys import is_ours
from acutimer.ui.kit.text import text_width
from acutimer.ui.kit.tokens import color, tokens

HEIGHT_PX = 48
RADIUS_PX = 16
EDGE_PX = 14  # from the border to the words, or to the icon
ICON_PX = 20
ICON_GAP_PX = 8
LEAST_WORDS_PX = 60


class _Line(QLineEdit):
    """Without a ground of its own; the ring goes round the whole field."""

    def __init__(self, field: "LineField") -> None:
        super().__init__(field)
        self._field = field
        self.setFrame(False)
        self.setFont(font(17))
        ground = QPalette()
        ground.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.setPalette(ground)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def outline(self) -> tuple[QRectF, float]:
        """The whole field, not only its line."""
        field = self._field
        return QRectF(field.rect()).translated(-QPointF(self.mapTo(field, self.rect().topLeft()))), RADIUS_PX

    def event(self, event: QEvent) -> bool:
        """Keep Escape from being anybody's shortcut while it can take the words away."""
        if event.type() == QEvent.Type.ShortcutOverride and self._empties(event):  # type: ignore[arg-type]
            event.accept()
            return True
        return False if is_ours(event) else super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape takes the words away where a button does so, too; otherwise it is not meant for the line."""
        if self._empties(event):
            self._field.empty()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring if the keyboard brought the focus."""
        super().focusInEvent(event)
        focus_came(self, event)
        self._field.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        focus_went(self)
        self._field.update()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files are the window's."""
        if are_files(event.mimeData()):
            event.ignore()
        else:
            super().dragEnterEvent(event)

    def _empties(self, event: QKeyEvent) -> bool:
        return event.key() == Qt.Key.Key_Escape and self._field.can_be_emptied and bool(self.text())


class LineField(QFrame):
    """A rounded field for one line of plain text. `name` is for a screen reader, `hint` shows while it is empty.

    `icon` stands before the words. `clear` names a button that takes the words away ("Clear the search"); it is there
    while there are any, and Escape does the same. The field grows in width; `line` is Qt's own, for limits and input
    masks.
    """

    edited = Signal(str)
    """What stands there now, after each change the user made; `set_text` says nothing."""
    entered = Signal()
    """Enter was pressed in it."""

    def __init__(  # noqa: PLR0917  one says them in this order
        self,
        name: str,
        hint: str = "",
        icon: str | None = None,
        clear: str = "",
        height: int = HEIGHT_PX,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self.can_be_emptied = bool(clear)
        self.setFixedHeight(height)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.line = _Line(self)
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText(hint)
        self.line.textEdited.connect(self.edited)
        self.line.textChanged.connect(self._show_button)
        self.line.returnPressed.connect(self.entered)
        self.clear_button = IconButton(clear, "close", LEAST_PX)
        self.clear_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clear_button.clicked.connect(self.empty)
        self.clear_button.hide()
        before = EDGE_PX + (ICON_PX + ICON_GAP_PX if icon else 0)
        # Qt itself leaves 2 px free at either end of a line
        high = min(2, max(0, height - LEAST_PX) // 2)  # the button is never lower than a finger needs
        row(self.line, self.clear_button, margins=(before - 2, high, 2 if clear else EDGE_PX - 2, high), parent=self)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # beside the line, too; before the proxy, which would take it
        self.setFocusProxy(self.line)
        self.setCursor(Qt.CursorShape.IBeamCursor)

    def text(self) -> str:
        """What stands there, as it was typed."""
        return self.line.text()

    def set_text(self, text: str) -> None:
        """Put words in without saying so."""
        self.line.setText(text)

    def empty(self) -> None:
        """Take the words away as the user would, and keep the keyboard."""
        self.line.clear()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit("")

    def _show_button(self, text: str) -> None:
        self.clear_button.setVisible(self.can_be_emptied and bool(text))

    def sizeHint(self) -> QSize:
        """Room for the hint, or for a few letters and the button that comes with them."""
        hint = text_width(self.line.placeholderText(), self.line.font()) + EDGE_PX
        words = LEAST_WORDS_PX + (LEAST_PX if self.can_be_emptied else EDGE_PX)
        before = EDGE_PX + (ICON_PX + ICON_GAP_PX if self._icon else 0)
        return QSize(round(before + max(hint, words) + 0.5) + 4, self.height())

    def minimumSizeHint(self) -> QSize:
        """Never narrower than that."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground, its border and the icon."""
        theme = tokens(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = Look(theme.control, theme.ink, theme.edge, BORDER_PX)
        if not self.isEnabled():
            look = Look("", theme.ink3, theme.line, BORDER_PX)
        elif self.line.hasFocus():
            look = Look(theme.control, theme.ink, theme.pine, CHOSEN_PX)
        paint_shape(painter, QRectF(self.rect()), RADIUS_PX, look)
        if self._icon:
            x = EDGE_PX + ICON_PX / 2
            where = QPointF(self.width() - x if self.isRightToLeft() else x, self.height() / 2)
            paint_icon(painter, self._icon, where, ICON_PX, color(theme.ink2 if self.isEnabled() else theme.ink3), 2)
        painter.end()
