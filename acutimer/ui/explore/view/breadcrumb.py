"""Where one is, and the way back: Body, Left knee, ST36, each one press away."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from acutimer.ui.kit.buttons import BORDER_PX, IconButton, Look, paint_shape
from acutimer.ui.kit.fonts import font
from acutimer.ui.kit.icons import paint_icon
from acutimer.ui.kit.listing import Listing
from acutimer.ui.kit.pressable import Pressable
from acutimer.ui.kit.text import draw_text, text_width
from acutimer.ui.kit.tokens import Tokens, color, tokens

HEIGHT_PX = 52
INSET_PX = 4
PADDING_PX = 10
LEAST_PX = 44
APART_PX = 16


class Crumb(Pressable):
    """One place on the way. The last one is where one is: it stands there in full weight and leads nowhere."""

    def __init__(self, text: str, parent: QWidget, *, is_last: bool) -> None:
        self._is_last = is_last
        super().__init__(text, parent)
        if is_last:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.setCursor(Qt.CursorShape.ArrowCursor)
            self.setAccessibleDescription(self.tr("you are here"))
        else:
            self.setAccessibleDescription(self.tr("back to here"))

    def sizeHint(self) -> QSize:
        """The words, and room to hit them."""
        width = round(text_width(self.text(), font(17, 650)) + 0.5) + 2 * PADDING_PX
        return QSize(max(LEAST_PX, width), HEIGHT_PX - 2 * INSET_PX)

    def paint(self, painter: QPainter, theme: Tokens) -> None:
        """Paint the words."""
        rect = QRectF(self.rect())
        if not self._is_last and (self.is_hot or self.isDown()):
            paint_shape(painter, rect, rect.height() / 2, Look(theme.hover, theme.ink))
        middle, weight = rect.center(), 650 if self._is_last else 500
        ink = color(theme.ink if self._is_last else theme.pine)
        draw_text(painter, middle.x(), middle.y(), self.text(), font(17, weight), ink, Qt.AlignmentFlag.AlignHCenter)


class Breadcrumb(Listing):
    """The places on the way, in one pill. Short of room it is one round button that leads one level up."""

    chosen = Signal(int)
    """Which place on the way was pressed, from 0."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Where you are"))
        self.up = IconButton("", "left", HEIGHT_PX, "ghost", parent=self)
        self.up.clicked.connect(lambda: self.chosen.emit(len(self.parts) - 2))
        self.up.hide()
        self.parts: tuple[Crumb, ...] = ()
        self._is_short = False

    @property
    def buttons(self) -> tuple[QWidget, ...]:
        """What can be pressed, in the order of Tab."""
        return (self.up,) if self._is_short else self.parts[:-1]

    def show_trail(self, names: Sequence[str]) -> None:
        """Show the places from the outermost to where one is."""
        if [part.text() for part in self.parts] != list(names):
            for part in self.parts:
                part.hide()
                part.deleteLater()
            self.parts = tuple(self._made(index, name, len(names)) for index, name in enumerate(names))
            self.up.set_name(self.tr("Back to: {place}").format(place=names[-2]))
        self._arrange()

    def fit(self, width_px: int) -> None:
        """Be short if all of it is wider than that."""
        self._is_short = self._full_px() > width_px
        self._arrange()

    def _made(self, index: int, name: str, count: int) -> Crumb:
        crumb = Crumb(name, self, is_last=index == count - 1)
        if index < count - 1:
            crumb.clicked.connect(lambda: self.chosen.emit(index))
        return crumb

    def _full_px(self) -> int:
        widths = [part.sizeHint().width() for part in self.parts]
        return sum(widths) + APART_PX * (len(widths) - 1) + 2 * INSET_PX

    def _arrange(self) -> None:
        had_focus = any(part.hasFocus() for part in (*self.parts, self.up))
        self.up.setVisible(self._is_short)
        x = INSET_PX
        for part in self.parts:
            part.setVisible(not self._is_short)
            part.setGeometry(x, INSET_PX, part.sizeHint().width(), HEIGHT_PX - 2 * INSET_PX)
            x += part.width() + APART_PX
        self.up.setGeometry(0, 0, HEIGHT_PX, HEIGHT_PX)
        self.resize(self.sizeHint())
        if had_focus and self.buttons:
            self.buttons[-1].setFocus(Qt.FocusReason.OtherFocusReason)
        self.update()

    def sizeHint(self) -> QSize:
        """The pill, or the round button."""
        return QSize(HEIGHT_PX if self._is_short else self._full_px(), HEIGHT_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the pill's ground, and the arrow heads between the places."""
        theme = tokens(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = Look(theme.control, theme.ink, theme.edge, BORDER_PX)
        paint_shape(painter, QRectF(self.rect()), HEIGHT_PX / 2, look)
        if not self._is_short:
            for part in self.parts[:-1]:
                at = QPointF(part.geometry().right() + 1 + APART_PX / 2, HEIGHT_PX / 2)
                paint_icon(painter, "right", at, 16, color(theme.ink3))
        painter.end()
