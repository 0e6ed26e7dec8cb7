"""One of many, chosen from a list that opens."""

from collections.abc import Sequence
from functools import cached_property

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QMoveEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from acutimer.ui.kit.buttons import BORDER_PX, CHOSEN_PX, Look, paint_shape
from acutimer.ui.kit.focus import BY_KEYS, focus_came, focus_went
from acutimer.ui.kit.fonts import font
from acutimer.ui.kit.icons import paint_icon
from acutimer.ui.kit.option_list import OptionList, broken
from acutimer.ui.kit.text import draw_text, text_width
from acutimer.ui.kit.tokens import color, tokens

HEIGHT_PX = 48
RADIUS_PX = 16
EDGE_PX, GAP_PX, ARROW_PX = 14, 8, 20
WIDEST_PX = 320  # longer words break
LINE_PX = 22
OPENS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Dropdown(QComboBox):
    """A field that shows the one chosen of `items`; pressed, it shows all. `name` says what is chosen ("Point").

    `shown` are shorter words for the closed field, one to an item, where the list's own would be too long for it.
    Space, Enter and Alt+Down open it; in the list arrows move, typing jumps, Enter picks and Escape leaves. Closed,
    arrows and typing choose at once. To a screen reader it is a combo box.
    """

    chosen = Signal(int)
    """The index the user chose; setting it by `set_index` says nothing."""

    def __init__(
        self,
        items: Sequence[str],
        name: str,
        *,
        shown: Sequence[str] = (),
        index: int = 0,
        height: int = HEIGHT_PX,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._height = height
        self._shown: tuple[str, ...] = ()
        self.setAccessibleName(name)
        self.setAccessibleDescription(name)  # on Linux Qt tells what is chosen in place of the name
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a press opens the list, which takes the keyboard
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.activated.connect(self.chosen)
        self.currentIndexChanged.connect(lambda _: self.update())
        self.set_items(items, shown=shown, index=index)

    @property
    def index(self) -> int:
        """Which one is chosen, from 0; -1 where there is nothing to choose."""
        return self.currentIndex()

    def set_index(self, index: int) -> None:
        """Choose one without saying so."""
        self.setCurrentIndex(index)

    def set_items(self, items: Sequence[str], *, shown: Sequence[str] = (), index: int = 0) -> None:
        """Offer other choices, the one at `index` chosen, without saying so."""
        self._shown = tuple(shown) or tuple(items)
        if [self.itemText(place) for place in range(self.count())] != list(items):
            self.close_list()
            self.clear()
            self.addItems(list(items))
        self.setCurrentIndex(index)
        self.updateGeometry()
        self.update()

    @property
    def is_open(self) -> bool:
        """Whether its list is to be seen."""
        return "list" in vars(self) and self.list.isVisible()

    @cached_property
    def list(self) -> OptionList:
        """What opens; made when it is first needed."""
        made = OptionList(self.model(), self.accessibleName(), self)
        made.picked.connect(self._pick)
        made.left.connect(self._come_back)
        made.moved_on.connect(self._move_on)
        made.closed.connect(self.update)
        return made

    def close_list(self) -> None:
        """Put the list away; what was chosen stays."""
        if self.is_open:
            self.list.close_list()

    def outline(self) -> tuple[QRectF, float]:
        """The field."""
        return QRectF(self.rect()), RADIUS_PX

    # -- inside --------------------------------------------------------------------------------------

    def _pick(self, index: int) -> None:
        self._come_back()
        if index not in (-1, self.currentIndex()):
            self.setCurrentIndex(index)
            self.chosen.emit(index)

    def _come_back(self) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)  # this closes the list, too
        self.close_list()

    def _move_on(self, forwards: bool) -> None:
        self.focusNextPrevChild(forwards)

    def _room_px(self) -> int:
        """For the words, in the width it asks for."""
        return self.sizeHint().width() - 2 * EDGE_PX - GAP_PX - ARROW_PX

    def _words(self) -> str:
        return self._shown[self.currentIndex()] if 0 <= self.currentIndex() < len(self._shown) else ""

    # -- Qt ------------------------------------------------------------------------------------------

    def showPopup(self) -> None:
        """Open the list, in place of Qt's own."""
        if self.count() and not self.is_open:
            self.list.open_list(self.currentIndex())
            self.update()

    def hidePopup(self) -> None:
        """Put it away."""
        self.close_list()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens it as well as space."""
        if event.key() in OPENS and not event.isAutoRepeat():
            self.showPopup()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open the list, or put it away."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        was_open = self.is_open
        focus_went(self)
        self.window().setProperty(BY_KEYS, False)  # where the focus is here already, nobody else says so
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.close_list()
        if not was_open:
            self.showPopup()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The press has done it all."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Whoever scrolls a page past it does not want to choose."""
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring if the keyboard brought the focus."""
        super().focusInEvent(event)
        focus_came(self, event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        focus_went(self)

    def moveEvent(self, event: QMoveEvent) -> None:
        """The list does not lie where it no longer is."""
        super().moveEvent(event)
        self.close_list()

    def hideEvent(self, event: QHideEvent) -> None:
        """No list without its field."""
        super().hideEvent(event)
        self.close_list()

    def sizeHint(self) -> QSize:
        """The widest of all words at their heaviest, so that choosing moves nothing; words that are too long break."""
        widest = max((text_width(words, font(17, 600)) for words in self._shown), default=0.0)
        room = min(round(widest + 0.5), WIDEST_PX - 2 * EDGE_PX - GAP_PX - ARROW_PX)
        lines = max((len(broken(words, room)) for words in self._shown), default=1)
        return QSize(room + 2 * EDGE_PX + GAP_PX + ARROW_PX, max(self._height, 12 + lines * LINE_PX))

    def minimumSizeHint(self) -> QSize:
        """Never smaller than its words."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the field, the words and the arrow."""
        theme = tokens(self)
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        is_hot = self.underMouse()
        look = Look(theme.hover if is_hot else theme.control, theme.ink, theme.edge, BORDER_PX)
        if not self.isEnabled():
            look = Look("", theme.ink3, theme.line, BORDER_PX)
        elif self.is_open:
            look = Look(theme.control, theme.ink, theme.pine, CHOSEN_PX)
        rect = QRectF(self.rect())
        paint_shape(painter, rect, RADIUS_PX, look)
        is_mirrored = self.isRightToLeft()
        start, end = (rect.right(), rect.left()) if is_mirrored else (rect.left(), rect.right())
        away = -1 if is_mirrored else 1
        align = Qt.AlignmentFlag.AlignRight if is_mirrored else Qt.AlignmentFlag.AlignLeft
        room = max(self._room_px(), int(rect.width()) - 2 * EDGE_PX - GAP_PX - ARROW_PX)
        lines = broken(self._words(), room)
        y = rect.center().y() - (len(lines) - 1) * LINE_PX / 2
        for line in lines:
            draw_text(painter, start + away * EDGE_PX, y, line, font(17, 500), color(look.ink), align)
            y += LINE_PX
        arrow = QPointF(end - away * (EDGE_PX + ARROW_PX / 2), rect.center().y())
        paint_icon(painter, "down", arrow, ARROW_PX, color(theme.ink2 if self.isEnabled() else theme.ink3), 2)
        painter.end()
