"""What else can be done with a routine, behind three dots."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    QStringListModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QHideEvent, QKeyEvent, QMoveEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from acutimer.ui.kit.buttons import CHOSEN_PX, IconButton, Look, paint_shape
from acutimer.ui.kit.fonts import font
from acutimer.ui.kit.icons import paint_icon
from acutimer.ui.kit.option_list import (
    AFTER_PX,
    CHECK_X_PX,
    LINE_PX,
    MOVES_ON,
    ROW_PX,
    ROW_RADIUS_PX,
    TEXT_X_PX,
    OptionList,
    broken,
)
from acutimer.ui.kit.text import draw_text
from acutimer.ui.kit.tokens import color, tokens

ICON_PX = 20


class Action(StrEnum):
    """One of them, in the order they are offered."""

    EDIT = "edit"
    DUPLICATE = "duplicate"
    REMIND = "remind"
    EXPORT = "export"
    EXPORT_SEVERAL = "export-several"
    DELETE = "delete"

    @property
    def label(self) -> str:
        """A verb that names the result."""
        return {
            Action.EDIT: QCoreApplication.translate("Routines", "Edit"),
            Action.DUPLICATE: QCoreApplication.translate("Routines", "Duplicate and change"),
            Action.REMIND: QCoreApplication.translate("Routines", "Remind me"),
            Action.EXPORT: QCoreApplication.translate("Routines", "Export to a file"),
            Action.EXPORT_SEVERAL: QCoreApplication.translate("Routines", "Export several"),
            Action.DELETE: QCoreApplication.translate("Routines", "Delete"),
        }[self]

    @property
    def icon(self) -> str:
        """The picture before the words."""
        return {
            Action.EDIT: "edit",
            Action.DUPLICATE: "copy",
            Action.REMIND: "bell",
            Action.EXPORT: "export",
            Action.EXPORT_SEVERAL: "export",
            Action.DELETE: "trash",
        }[self]


def actions_for(*, is_own: bool) -> tuple[Action, ...]:
    """What is offered for the user's own routines, and for the built-in ones, which stay as they are."""
    return tuple(it for it in Action if is_own or it not in (Action.EDIT, Action.DELETE))


class _ActionDelegate(QStyledItemDelegate):
    """A picture before each; the one the keyboard or the pointer is at is outlined."""

    actions: Sequence[Action] = ()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Higher where the words need more than one line."""
        view = option.widget
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else option.rect.width()
        lines = broken(str(index.data()), width - TEXT_X_PX - AFTER_PX)
        return QSize(TEXT_X_PX + AFTER_PX, ROW_PX + (len(lines) - 1) * LINE_PX)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one of them."""
        theme = tokens(option.widget)
        shape = QRectF(option.rect)
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        is_here = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_here:
            look = Look(theme.pine_soft, theme.ink, theme.pine, CHOSEN_PX)
            paint_shape(painter, shape.adjusted(1, 1, -1, -1), ROW_RADIUS_PX, look)
        is_mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        start, away = (shape.right(), -1) if is_mirrored else (shape.left(), 1)
        icon = QPointF(start + away * CHECK_X_PX, shape.center().y())
        paint_icon(painter, self.actions[index.row()].icon, icon, ICON_PX, color(theme.pine if is_here else theme.ink2))
        align = Qt.AlignmentFlag.AlignRight if is_mirrored else Qt.AlignmentFlag.AlignLeft
        lines = broken(str(index.data()), int(shape.width()) - TEXT_X_PX - AFTER_PX)
        y = shape.center().y() - (len(lines) - 1) * LINE_PX / 2
        for line in lines:
            draw_text(painter, start + away * TEXT_X_PX, y, line, font(17, 450), color(theme.ink), align)
            y += LINE_PX
        painter.restore()


class MoreButton(IconButton):
    """Opens a list of actions below it. Arrows walk it, Enter does the one chosen, Escape leaves."""

    chosen = Signal(object)
    """An Action."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("Routines", "More to do"), "more", parent=parent)
        self.offered: tuple[Action, ...] = ()
        self._model = QStringListModel(self)
        self._delegate = _ActionDelegate(self)
        self._list: OptionList | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a press opens the list, which takes the keyboard
        self.clicked.connect(self._open_or_close)

    def offer(self, actions: tuple[Action, ...]) -> None:
        """Offer these."""
        self.close_list()
        self.offered = self._delegate.actions = actions
        self._model.setStringList([action.label for action in actions])

    @property
    def is_open(self) -> bool:
        """Whether the list is to be seen."""
        return self._list is not None and self._list.isVisible()

    @property
    def list(self) -> OptionList:
        """What opens; made when it is first needed."""
        if self._list is None:
            self._list = OptionList(self._model, self.accessibleName(), self)
            self._list.options.setItemDelegate(self._delegate)
            self._list.picked.connect(self._pick)
            self._list.left.connect(self._come_back)
            self._list.options.installEventFilter(self)
        return self._list

    def close_list(self) -> None:
        """Put the list away."""
        if self._list is not None and self.is_open:
            self._list.close_list()

    def _open_or_close(self) -> None:
        if self.is_open:
            self._come_back()
        elif self.offered:
            self.list.open_list(0)

    def _pick(self, row: int) -> None:
        self._come_back()
        if 0 <= row < len(self.offered):
            self.chosen.emit(self.offered[row])

    def _come_back(self) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)  # this closes the list, too
        self.close_list()

    # -- Qt ------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tab goes on from the list and does nothing else: what would be done by it, nobody asked for."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in MOVES_ON:
            self._come_back()
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Tab)
            return True
        return super().eventFilter(watched, event)

    def moveEvent(self, event: QMoveEvent) -> None:
        """The list does not lie where the button no longer is."""
        super().moveEvent(event)
        self.close_list()

    def hideEvent(self, event: QHideEvent) -> None:
        """No list without its button."""
        super().hideEvent(event)
        self.close_list()
