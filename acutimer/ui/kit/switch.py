"""One of a few, side by side on a track: the chosen one is raised and outlined."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from acutimer.ui.kit.buttons import CHOSEN_PX, Look, paint_shape
from acutimer.ui.kit.fonts import font
from acutimer.ui.kit.pressable import Pressable
from acutimer.ui.kit.text import draw_text, text_width
from acutimer.ui.kit.tokens import Tokens, color, tokens

INSET_PX = 4
LINE_PX = 11.5  # half the distance of the two lines
PADDING_PX, CLOSE_PADDING_PX, LEAST_PADDING_PX = 22, 15, 6


class Segment(Pressable):
    """One choice of a switch: a real radio button. `detail` is its second line."""

    def __init__(
        self,
        text: str,
        detail: str = "",
        height: int = 44,
        padding: int = PADDING_PX,
        parent: QWidget | None = None,
    ) -> None:
        self._detail, self._height, self._padding = detail, height, padding
        super().__init__(text, parent)
        if padding != PADDING_PX:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAccessibleDescription(detail)

    @property
    def _px(self) -> int:
        return 19 if self._detail else 17

    def sizeHint(self) -> QSize:
        """Both lines at their heaviest, so that choosing moves nothing."""
        upper = text_width(self.text(), font(self._px, 650, tabular=True))
        width = max(upper, text_width(self._detail, font(15, 450, tabular=True)), 28)
        return QSize(round(width + 0.5) + 2 * self._padding, self._height)

    def minimumSizeHint(self) -> QSize:
        """It gives way a little where there is no room."""
        hint = self.sizeHint()
        return QSize(hint.width() - 2 * (self._padding - LEAST_PADDING_PX), hint.height())

    def paint(self, painter: QPainter, theme: Tokens) -> None:
        """Paint the raised pill if chosen, and the words."""
        rect = QRectF(self.rect())
        chosen = self.isChecked()
        if chosen:
            look = Look(theme.pine_soft if theme.is_dark else theme.surface, theme.pine, theme.pine, CHOSEN_PX)
        else:
            look = Look(theme.line if self.is_hot or self.isDown() else "", theme.ink2)
        if not self.isEnabled():
            look = Look(theme.hover if chosen else "", theme.ink3, theme.line if chosen else "")
        paint_shape(painter, rect, rect.height() / 2, look)
        x, y = rect.center().x(), rect.center().y()
        upper = y - LINE_PX if self._detail else y
        weight = 650 if chosen else 600 if self._detail else 550
        centre = Qt.AlignmentFlag.AlignHCenter
        draw_text(painter, x, upper, self.text(), font(self._px, weight, tabular=True), color(look.ink), centre)
        if self._detail:
            lower = font(15, 450, tabular=True)
            draw_text(painter, x, y + LINE_PX, self._detail, lower, color(look.ink), centre)


class Switch(QWidget):
    """A row of `items`, the arrows move between them. `details` are second lines; `name` says what is chosen.

    The items are as wide as the widest of them; with `even` False each is as wide as its own words, and no wider. Where
    there is no room for that they give way, and with `even` False they go on in a second row.
    """

    chosen = Signal(int)
    """The index the user chose; setting it by `set_index` says nothing."""

    def __init__(
        self,
        items: Sequence[str],
        details: Sequence[str] = (),
        height: int = 52,
        name: str = "",
        *,
        even: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._height, self._is_even = height, even
        self.setAccessibleName(name)
        across = QSizePolicy.Policy.Minimum if even else QSizePolicy.Policy.Preferred
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)
        self.segments: tuple[Segment, ...] = ()
        self.set_items(items, details)

    @property
    def index(self) -> int:
        """Which one is chosen, from 0; -1 when there is none."""
        return next((place for place, segment in enumerate(self.segments) if segment.isChecked()), -1)

    def set_index(self, index: int) -> None:
        """Choose one without saying so."""
        self.segments[index].setChecked(True)
        self._hand_tab_to_chosen()

    def clear(self) -> None:
        """Choose none, without saying so."""
        for segment in self.segments:
            segment.setAutoExclusive(False)  # an exclusive one cannot be let go
            segment.setChecked(False)
            segment.setAutoExclusive(True)
        self._hand_tab_to_chosen()

    def set_items(self, items: Sequence[str], details: Sequence[str] = (), index: int = 0) -> None:
        """Offer other choices, the one at `index` chosen."""
        for segment in self.segments:
            segment.hide()
            segment.deleteLater()
            segment.setParent(None)
        lower = [*details, *[""] * (len(items) - len(details))]
        made = []
        for place, (item, detail) in enumerate(zip(items, lower, strict=True)):
            padding = PADDING_PX if self._is_even else CLOSE_PADDING_PX
            segment = Segment(item, detail, self._height - 2 * INSET_PX, padding, self)
            segment.setChecked(place == index)
            segment.clicked.connect(lambda _checked=False, place=place: self._choose(place))
            segment.setVisible(True)
            made.append(segment)
        self.segments = tuple(made)
        self._hand_tab_to_chosen()
        self._place()
        self.updateGeometry()

    def _rows(self, width: int) -> list[tuple[Segment, ...]]:
        """The segments in one row, or where they cannot stand beside each other in two."""
        half = (len(self.segments) + 1) // 2
        if self._is_even or self._least_px(self.segments) <= width:
            return [self.segments]
        return [self.segments[:half], self.segments[half:]]

    def _height_in(self, width: int) -> int:
        return self._height + (len(self._rows(width)) - 1) * (self._height - 2 * INSET_PX)

    @staticmethod
    def _least_px(segments: Sequence[Segment]) -> int:
        return sum(segment.minimumSizeHint().width() for segment in segments) + 2 * INSET_PX

    def _place(self) -> None:
        top, high = INSET_PX, self._height - 2 * INSET_PX
        for segments in self._rows(self.width()):
            x = INSET_PX
            for segment, width in zip(segments, self._widths(segments), strict=True):
                left = self.width() - x - width if self.isRightToLeft() else x
                segment.setGeometry(QRect(left, top, width, high))
                x += width
            top += high

    def _widths(self, segments: Sequence[Segment]) -> list[int]:
        """All the same where the widest has room, else each its own; what is over or wanting is shared."""
        room, count = self.width() - 2 * INSET_PX, len(segments)
        own = [segment.sizeHint().width() for segment in segments]
        if self._is_even and max(own, default=0) * count <= room:
            return [room * (place + 1) // count - room * place // count for place in range(count)]
        spare = room - sum(own)
        if spare > 0 and not self._is_even and len(segments) == len(self.segments):
            return own
        return [width + spare * (place + 1) // count - spare * place // count for place, width in enumerate(own)]

    def _choose(self, index: int) -> None:
        self._hand_tab_to_chosen()
        self.chosen.emit(index)

    def _hand_tab_to_chosen(self) -> None:
        """Tab comes to the one that is chosen. Qt sees to that itself only once the keyboard was here."""
        has_none = self.index < 0
        for segment in self.segments:
            policy = segment.focusPolicy()
            tab = Qt.FocusPolicy.TabFocus
            segment.setFocusPolicy(policy | tab if has_none or segment.isChecked() else policy & ~tab)

    def sizeHint(self) -> QSize:
        """All as wide as the widest, or each as wide as it is."""
        widths = [segment.sizeHint().width() for segment in self.segments]
        across = max(widths, default=0) * len(widths) if self._is_even else sum(widths)
        return QSize(across + 2 * INSET_PX, self._height)

    def minimumSizeHint(self) -> QSize:
        """Never smaller than its words."""
        if self._is_even:
            return self.sizeHint()
        return QSize(max(self._least_px(row) for row in self._rows(0)), self._height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give each segment its place."""
        super().resizeEvent(event)
        if not self._is_even:
            self.setFixedHeight(self._height_in(event.size().width()))
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the track."""
        theme = tokens(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        look = Look(theme.track, theme.ink2, "" if theme.is_dark else theme.line, 1.0)
        paint_shape(painter, rect, self._height / 2, look)
        painter.end()
