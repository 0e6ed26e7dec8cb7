"""A page of the settings that has come in the place of the cards, with the way back to them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from acutimer.ui.kit.buttons import IconButton
from acutimer.ui.kit.cards import Card
from acutimer.ui.kit.gutter import GutterScroll
from acutimer.ui.kit.layout import column, row
from acutimer.ui.kit.scroll import BAR_PX
from acutimer.ui.kit.text import Text

LEFT_PX, TOP_PX, EDGE_PX = 12, 12, 12
WIDEST_PX, PADDING_PX = 960, 22


class HeadedPage(QWidget):
    """`content` below a title, scrolled where it is long. `closed` follows the button before the title."""

    closed = Signal()

    def __init__(self, title: str, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = IconButton(self.tr("Back to the settings"), "left")
        self.back.clicked.connect(self.closed)
        head = row(self.back, 6, (Text(title, "title", wrap=True), 1), margins=(LEFT_PX, TOP_PX, EDGE_PX, 6))
        card = Card("surface", 24)
        column(content, margins=PADDING_PX, parent=card)
        card.setMaximumWidth(WIDEST_PX)
        across = row((card, 1), margins=(LEFT_PX + 8, 6, 0, EDGE_PX))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(head)
        layout.addWidget(GutterScroll(EDGE_PX + BAR_PX, column(across, None, margins=(0, 0, 0, 0))), 1)
