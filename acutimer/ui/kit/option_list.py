"""What a drop-down offers: a list over everything else in the window while it is open."""

from functools import lru_cache

from PySide6.QtCore import (
    QAbstractItemModel,
    QElapsedTimer,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from acutimer.ui.kit.buttons import CHOSEN_PX, Look, paint_shape
from acutimer.ui.kit.cards import Card
from acutimer.ui.kit.fonts import font
from acutimer.ui.kit.icons import paint_icon
from acutimer.ui.kit.scroll import BAR_PX, ScrollBar
from acutimer.ui.kit.text import draw_text, text_width
from acutimer.ui.kit.tokens import color, tokens

RADIUS_PX = 20
MARGIN_PX = 8
EDGE_PX = 12  # from the ends of the window
BELOW_PX = 6
ROW_PX, ROW_RADIUS_PX = 44, 12
LINE_PX = 24
CHECK_X_PX, TEXT_X_PX, AFTER_PX = 22, 42, 14
MOST_ROWS = 8.5  # the half one says that there are more
WIDEST_PX = 480
PICKS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Select)
LEAVES = (Qt.Key.Key_Escape, Qt.Key.Key_F4, Qt.Key.Key_Back)
MOVES_ON = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)

Index = QModelIndex | QPersistentModelIndex


class _OptionDelegate(QStyledItemDelegate):
    """A check before the chosen one; the one the keyboard or the pointer is at is outlined. Long words break."""

    chosen = -1

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Higher where the words need more than one line."""
        view = option.widget
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else option.rect.width()
        lines = broken(str(index.data()), width - TEXT_X_PX - AFTER_PX)
        return QSize(TEXT_X_PX + AFTER_PX, ROW_PX + (len(lines) - 1) * LINE_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one of them."""
        theme = tokens(option.widget)
        shape = QRectF(option.rect)
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            look = Look(theme.pine_soft, theme.ink, theme.pine, CHOSEN_PX)
            paint_shape(painter, shape.adjusted(1, 1, -1, -1), ROW_RADIUS_PX, look)
        is_mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        start, away = (shape.right(), -1) if is_mirrored else (shape.left(), 1)
        is_chosen = index.row() == self.chosen
        if is_chosen:
            check = QPointF(start + away * CHECK_X_PX, shape.center().y())
            paint_icon(painter, "check", check, 20, color(theme.pine), 2.4)
        align = Qt.AlignmentFlag.AlignRight if is_mirrored else Qt.AlignmentFlag.AlignLeft
        lines = broken(str(index.data()), int(shape.width()) - TEXT_X_PX - AFTER_PX)
        y = shape.center().y() - (len(lines) - 1) * LINE_PX / 2
        for line in lines:
            type_ = font(17, 600 if is_chosen else 450)
            draw_text(painter, start + away * TEXT_X_PX, y, line, type_, color(theme.ink), align)
            y += LINE_PX
        painter.restore()


class _Options(QListView):
    """The list itself: the keyboard is here while it is open."""

    picked = Signal(int)
    left = Signal()
    moved_on = Signal(bool)
    """By Tab; False: backwards."""
    lost = Signal()
    """The keyboard is elsewhere."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._typed, self._since_typed = "", QElapsedTimer()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBar(ScrollBar())
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.entered.connect(self.setCurrentIndex)
        self.clicked.connect(lambda index: self.picked.emit(index.row()))

    def _is_typing(self) -> bool:
        """Whether the last letter was typed a moment ago, so that the next one goes on from it."""
        pause_ms = QApplication.keyboardInputInterval()
        return bool(self._typed) and self._since_typed.isValid() and not self._since_typed.hasExpired(pause_ms)

    def keyboardSearch(self, search: str) -> None:
        """Jump to what begins so; where nothing does, to what has a word that begins so.

        The same letter again goes on to the next one.
        """
        self._typed = self._typed + search.casefold() if self._is_typing() else search.casefold()
        self._since_typed.start()
        is_again = len(set(self._typed)) == 1
        typed = self._typed[:1] if is_again else self._typed
        model, count = self.model(), self.model().rowCount()
        here = self.currentIndex().row() + (1 if is_again else 0)
        rows = [row % count for row in range(here, here + count)]
        texts = {row: str(model.index(row, 0).data()).casefold() for row in rows}
        begins = (row for row in rows if texts[row].startswith(typed))
        inside = (row for row in rows if f" {typed}" in texts[row])
        found = next((row for row in (*begins, *inside)), None)
        if found is not None:
            self.setCurrentIndex(model.index(found, 0))

    def event(self, event: QEvent) -> bool:
        """Keep the keys that pick and leave from being anybody's shortcut, and Tab from leaving it open."""
        if isinstance(event, QKeyEvent):
            key = Qt.Key(event.key())
            if event.type() == QEvent.Type.ShortcutOverride and key in (*PICKS, *LEAVES):
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and key in MOVES_ON:
                self.picked.emit(self.currentIndex().row())
                self.moved_on.emit(key == Qt.Key.Key_Tab)
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pick, leave, or walk."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Space and self._is_typing():
            self.keyboardSearch(" ")
            return
        closes = key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if key in PICKS:
            self.picked.emit(self.currentIndex().row())
        elif key in LEAVES or closes:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the keyboard went."""
        super().focusOutEvent(event)
        self.lost.emit()


class OptionList(Card):
    """The card the options lie on. `picked` carries the row; `left` says that it was closed by the keyboard."""

    picked = Signal(int)
    left = Signal()
    moved_on = Signal(bool)
    """Tab went on from it; False: backwards."""
    closed = Signal()

    def __init__(self, model: QAbstractItemModel, name: str, opener: QWidget) -> None:
        super().__init__("floating", RADIUS_PX, opener.window())
        self._opener = opener
        self.options = _Options(self)
        self.options.setAccessibleName(name)
        self._delegate = _OptionDelegate(self.options)
        self.options.setItemDelegate(self._delegate)
        self.options.setModel(model)
        self.options.picked.connect(self.picked)
        self.options.left.connect(self.left)
        self.options.moved_on.connect(self.moved_on)
        self.options.lost.connect(self.close_list)
        opener.destroyed.connect(self._follow_opener)
        self.hide()

    def open_list(self, chosen: int) -> None:
        """Show it by what opens it, ready at the row that is chosen."""
        self._delegate.chosen = chosen
        self._place()
        self.show()
        self.raise_()
        self.options.setCurrentIndex(self.options.model().index(chosen, 0))
        self.options.scrollTo(self.options.currentIndex(), QAbstractItemView.ScrollHint.PositionAtCenter)
        for watched in self._watched():
            watched.installEventFilter(self)
        self.options.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_list(self) -> None:
        """Put it away."""
        for watched in self._watched():
            watched.removeEventFilter(self)
        if self.isVisible():
            self.hide()
            self.closed.emit()

    # -- inside --------------------------------------------------------------------------------------

    def _follow_opener(self) -> None:
        """It lies in the window, so what opened it does not take it along when it goes; its model does go."""
        self.options.setModel(None)
        self.deleteLater()

    def _watched(self) -> list[QObject]:
        window = self._opener.window()
        handle = window.windowHandle()
        return [window, handle] if handle is not None else [window]

    def _place(self) -> None:
        """Below what opens it, or above where there is more room; never beyond the window."""
        window, opener = self._opener.window(), self._opener
        if self.parentWidget() is not window:
            self.setParent(window)
        at = QRect(opener.mapTo(window, opener.rect().topLeft()), opener.size())
        model = self.options.model()
        texts = [str(model.index(row, 0).data()) for row in range(model.rowCount())]
        widest = max((text_width(text, font(17, 600)) for text in texts), default=0.0)
        wanted = round(widest + 0.5) + TEXT_X_PX + AFTER_PX + BAR_PX + 2 * MARGIN_PX
        width = min(max(at.width(), min(wanted, WIDEST_PX)), window.width() - 2 * EDGE_PX)
        inner = width - 2 * MARGIN_PX - BAR_PX
        rows = [ROW_PX + (len(broken(text, inner - TEXT_X_PX - AFTER_PX)) - 1) * LINE_PX for text in texts]
        height = min(sum(rows), round(MOST_ROWS * ROW_PX)) + 2 * MARGIN_PX
        below = window.height() - EDGE_PX - at.bottom() - 1 - BELOW_PX
        above = at.top() - BELOW_PX - EDGE_PX
        is_below = height <= below or below >= above
        height = min(height, below if is_below else above)
        left = at.right() + 1 - width if opener.isRightToLeft() else at.left()
        left = max(EDGE_PX, min(left, window.width() - EDGE_PX - width))
        top = at.bottom() + 1 + BELOW_PX if is_below else at.top() - BELOW_PX - height
        self.setGeometry(left, top, width, height)
        scrolls = sum(rows) > height - 2 * MARGIN_PX
        self.options.setGeometry(
            MARGIN_PX, MARGIN_PX, width - 2 * MARGIN_PX + (MARGIN_PX - 2 if scrolls else 0), height - 2 * MARGIN_PX
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A press or a turn of the wheel anywhere else puts it away, and so does another size of the window."""
        is_resized = event.type() == QEvent.Type.Resize and watched is self._opener.window()
        is_used = event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.Wheel)
        if is_resized or (is_used and self._is_elsewhere(event)):
            self.close_list()
        return super().eventFilter(watched, event)

    def _is_elsewhere(self, event: QEvent) -> bool:
        at = event.globalPosition().toPoint()  # type: ignore[attr-defined]  # both kinds have it
        return not any(it.rect().contains(it.mapFromGlobal(at)) for it in (self, self._opener))


@lru_cache(maxsize=512)
def broken(text: str, room: int) -> tuple[str, ...]:
    """Words in as many lines as they need, `room` px wide."""
    layout = QTextLayout(text, font(17, 600))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    lines: list[str] = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1, room))
        lines.append(text[line.textStart() : line.textStart() + line.textLength()].strip())
    layout.endLayout()
    return tuple(lines) or (text,)
