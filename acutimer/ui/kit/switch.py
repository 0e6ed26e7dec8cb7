"""One of a few, side by side on a track: the chosen one is raised and outlined."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from acutimer.ui.kit.buttons import CHOSEN_PX, Look, paint_shape
from acutimer.ui.kit.fonts import font
from acutimer.ui.kit.pressable import Pressable
from acutimer.ui.kit.text import draw_text, text_width
from acutimer.ui.kit.tokens import Tokens, color, tokens

INSET_PX = 4
LINE_PX = 11.5  # half the distance of the two lines


class Segment(Pressable):
    """One choice of a switch: a real radio button. `detail` is its second line."""

    def __init__(self, text: str, detail: str = "", height: int = 44, parent: QWidget | None = None) -> None:
        self._detail, self._height = detail, height
        super().__init__(text, parent)
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
        return QSize(round(width + 0.5) + 44, self._height)

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
    """A row of `items`, the arrows move between them. `details` are second lines; `name` says what is chosen."""

    chosen = Signal(int)
    """The index the user chose; setting it by `set_index` says nothing."""

    def __init__(
        self,
        items: Sequence[str],
        details: Sequence[str] = (),
        height: int = 52,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._height = height
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        layout = QHBoxLayout(self)
        layout.setSpacing(0)
        layout.setContentsMargins(INSET_PX, INSET_PX, INSET_PX, INSET_PX)
        self.segments: tuple[Segment, ...] = ()
        self.set_items(items, details)

    @property
    def index(self) -> int:
        """Which one is chosen, from 0; -1 when there is none."""
        return next((place for place, segment in enumerate(self.segments) if segment.isChecked()), -1)

    def set_index(self, index: int) -> None:
        """Choose one without saying so."""
        self.segments[index].setChecked(True)

    def clear(self) -> None:
        """Choose none, without saying so."""
        for segment in self.segments:
            segment.setAutoExclusive(False)  # an exclusive one cannot be let go
            segment.setChecked(False)
            segment.setAutoExclusive(True)

    def set_items(self, items: Sequence[str], details: Sequence[str] = (), index: int = 0) -> None:
        """Offer other choices, the one at `index` chosen."""
        layout = self.layout()
        assert isinstance(layout, QHBoxLayout)
        for segment in self.segments:
            layout.removeWidget(segment)
            segment.hide()
            segment.deleteLater()
            segment.setParent(None)
        lower = [*details, *[""] * (len(items) - len(details))]
        made = []
        for place, (item, detail) in enumerate(zip(items, lower, strict=True)):
            segment = Segment(item, detail, self._height - 2 * INSET_PX, self)
            segment.setChecked(place == index)
            segment.clicked.connect(lambda _checked=False, place=place: self.chosen.emit(place))
            layout.addWidget(segment, 1)
            made.append(segment)
        self.segments = tuple(made)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """All as wide as the widest."""
        widest = max((segment.sizeHint().width() for segment in self.segments), default=0)
        return QSize(widest * len(self.segments) + 2 * INSET_PX, self._height)

    def minimumSizeHint(self) -> QSize:
        """Never smaller than its words."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the track."""
        theme = tokens(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        look = Look(theme.track, theme.ink2, "" if theme.is_dark else theme.line, 1.0)
        paint_shape(painter, rect, rect.height() / 2, look)
        painter.end()
