"""The name of a routine, changed where it stands."""

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from acutimer.core.drafting import one_line
from acutimer.core.limits import MOST_IN_NAME
from acutimer.ui.kit.fonts import ROLES, font, role_font
from acutimer.ui.kit.icons import paint_icon
from acutimer.ui.kit.line_field import LineField
from acutimer.ui.kit.pressable import Pressable
from acutimer.ui.kit.text import draw_text, lines_of, text_width
from acutimer.ui.kit.tokens import Tokens, color

PENCIL_PX, PENCIL_GAP_PX = 22, 16
LEAST_PX = 44
FIELD_PX = 52


class _Name(Pressable):
    """The name with a pencil after its last word; as many lines as it needs."""

    def __init__(self, parent: QWidget) -> None:
        self.role = "title"
        self.color_name = "ink"
        super().__init__("", parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def outline(self) -> tuple[QRectF, float]:
        """Softly round."""
        return QRectF(self.rect()), 12

    def _lines(self, width: int) -> tuple[str, ...]:
        room = width - PENCIL_GAP_PX - PENCIL_PX
        return lines_of(self.text(), role_font(self.role), max(80, room)) or (self.text(),)

    def hasHeightForWidth(self) -> bool:
        """The narrower, the more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """All lines."""
        return max(LEAST_PX, len(self._lines(width)) * ROLES[self.role].line_px)

    def sizeHint(self) -> QSize:
        """The name on one line."""
        width = text_width(self.text(), role_font(self.role)) + PENCIL_GAP_PX + PENCIL_PX
        return QSize(round(width + 0.5) + 2, max(LEAST_PX, ROLES[self.role].line_px))

    def minimumSizeHint(self) -> QSize:
        """It wraps."""
        return QSize(160, LEAST_PX)

    def paint(self, painter: QPainter, theme: Tokens) -> None:
        """Paint the words and the pencil."""
        line_px, lines = ROLES[self.role].line_px, self._lines(self.width())
        y = (self.height() - (len(lines) - 1) * line_px) / 2
        is_mirrored = self.isRightToLeft()
        start, ahead = (float(self.width()), -1) if is_mirrored else (0.0, 1)
        align = Qt.AlignmentFlag.AlignRight if is_mirrored else Qt.AlignmentFlag.AlignLeft
        end = start
        for line in lines:
            ink = color(getattr(theme, self.color_name))
            end = start + ahead * draw_text(painter, start, y, line, role_font(self.role), ink, align)
            y += line_px
        center = QPointF(end + ahead * (PENCIL_GAP_PX + PENCIL_PX / 2), y - line_px)
        paint_icon(painter, "edit", center, PENCIL_PX, color(theme.ink if self.is_hot else theme.ink2), 1.8)


class Title(QWidget):
    """Shows the name; pressed, it becomes a field. Enter or a click elsewhere ends that, Escape takes it back."""

    renamed = Signal(str)
    """The name as it is typed, on one line."""
    left = Signal()
    """The field was left by Enter or Escape: the keyboard is free."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before = ""
        self.name = _Name(self)
        self.name.clicked.connect(self.begin)
        self.field = LineField(self.tr("Name of the routine"), self.tr("Name your routine"), height=FIELD_PX)
        self.field.line.setMaxLength(MOST_IN_NAME)
        self.field.line.setFont(font(22, 600))
        self.field.edited.connect(lambda text: self.renamed.emit(one_line(text, MOST_IN_NAME)))
        self.field.entered.connect(self._end)
        self.field.line.installEventFilter(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.name)
        layout.addWidget(self.field)
        self.field.hide()
        self.show_name("", is_wrong=False)

    @property
    def is_open(self) -> bool:
        """Whether the name is being changed."""
        return not self.field.isHidden()

    def set_role(self, role: str) -> None:
        """Show the name in another size."""
        self.name.role = role
        self.name.updateGeometry()

    def show_name(self, name: str, *, is_wrong: bool) -> None:
        """Show a name; while the field is open its cursor stays where it is."""
        words = name.strip() or self.tr("Name your routine")
        self.name.setText(words)
        self.name.color_name = "ochre_ink" if is_wrong else "ink" if name.strip() else "ink3"
        self.name.setAccessibleName(self.tr("Name: {0}").format(words))
        self.name.setAccessibleDescription(self.tr("Press to change it"))
        self.name.update()
        if one_line(self.field.text(), MOST_IN_NAME) != name:
            self.field.set_text(name)

    def begin(self) -> None:
        """Change the name."""
        self._before = self.field.text()
        self.name.hide()
        self.field.show()
        self.field.line.selectAll()
        self.field.line.setFocus(Qt.FocusReason.TabFocusReason)

    def close_field(self) -> None:
        """Show the name again, as it is now."""
        self.field.hide()
        self.name.show()

    def _end(self) -> None:
        self.close_field()
        self.left.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape takes the change back; a field that loses the keyboard is closed. Undo is the editor's."""
        if event.type() == QEvent.Type.FocusOut and self.is_open and not self._is_passing(event):
            self.close_field()
        elif isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                if self.field.text() != self._before:
                    self.renamed.emit(one_line(self._before, MOST_IN_NAME))
                self._end()
                return True
        return super().eventFilter(watched, event)

    @staticmethod
    def _is_passing(event: QEvent) -> bool:
        """The keyboard comes back by itself: a menu of the field was opened, or another window."""
        reason = event.reason()  # type: ignore[attr-defined]  # it is a QFocusEvent
        return reason in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
