"""Cards in two columns where there is room, one below the other elsewhere."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QBoxLayout, QWidget

from acutimer.ui.kit.layout import Item, column

TWO_COLUMNS_FROM_PX = 840
COLUMN_PX = 720  # wider, words and control drift apart
GAP_PX = 16
MARGINS_PX = 72  # what stands at both sides of them


class Columns(QWidget):
    """The cards `left` and `right`; in one column the left ones come first."""

    def __init__(self, left: tuple[QWidget, ...], right: tuple[QWidget, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(GAP_PX)
        self._parts = tuple(_stacked(cards) for cards in (left, right) if cards)
        for part in self._parts:
            self._layout.addWidget(part, 1)
        self.setMaximumWidth(COLUMN_PX)

    def set_width(self, width: int) -> None:
        """Stand as goes with so much room: side by side where that is enough for the words as well."""
        needed = sum(part.minimumSizeHint().width() for part in self._parts) + GAP_PX + MARGINS_PX
        beside = width >= max(TWO_COLUMNS_FROM_PX, needed)
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._layout.direction() != direction:
            self._layout.setDirection(direction)
        self.setMaximumWidth(2 * COLUMN_PX + GAP_PX if beside else COLUMN_PX)

    def minimumSizeHint(self) -> QSize:
        """As wide as one column: that is how they stand where there is no more room."""
        least = super().minimumSizeHint()
        return QSize(max((part.minimumSizeHint().width() for part in self._parts), default=0), least.height())


def _stacked(cards: tuple[QWidget, ...]) -> QWidget:
    items: list[Item] = [part for card in cards for part in (GAP_PX, card)]
    return column(*items[1:], None)
