"""Cards to read at leisure, folded until they are asked for."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from acutimer.core.practices import GuideCard, Source
from acutimer.ui.explore.reading.guide_text import guide_text
from acutimer.ui.kit.cards import Card
from acutimer.ui.kit.fonts import font
from acutimer.ui.kit.icons import paint_icon
from acutimer.ui.kit.layout import Item, column
from acutimer.ui.kit.pressable import Pressable
from acutimer.ui.kit.text import draw_text, text_width
from acutimer.ui.kit.tokens import Tokens, color

HEADER_PX = 56
PADDING_PX = 18
ICON_PX = 22
RADIUS_PX = 18


class FoldHeader(Pressable):
    """The card's title; pressed, it opens or folds the card. Checked means open."""

    def __init__(self, title: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._icon = icon
        self.setCheckable(True)
        self.setFixedHeight(HEADER_PX)

    def outline(self) -> tuple[QRectF, float]:
        """As round as the card."""
        return QRectF(self.rect()), RADIUS_PX

    def sizeHint(self) -> QSize:
        """Picture, title, arrow."""
        return QSize(round(text_width(self.text(), font(17, 600))) + 2 * PADDING_PX + 2 * (ICON_PX + 12), HEADER_PX)

    def paint(self, painter: QPainter, theme: Tokens) -> None:
        """The arrow points down while the card is open."""
        middle = self.height() / 2
        ink = color(theme.pine if self.is_hot else theme.ink)
        paint_icon(painter, self._icon, QPointF(PADDING_PX + ICON_PX / 2, middle), ICON_PX, color(theme.ink2))
        draw_text(painter, PADDING_PX + ICON_PX + 12, middle, self.text(), font(17, 600), ink)
        arrow = "down" if self.isChecked() else "right"
        paint_icon(painter, arrow, QPointF(self.width() - PADDING_PX - 10, middle), 20, color(theme.ink2))


class Fold(Card):
    """A quiet card that opens under its title."""

    def __init__(self, title: str, items: Iterable[Item], icon: str = "book", parent: QWidget | None = None) -> None:
        super().__init__("inset", RADIUS_PX, parent)
        self.header = FoldHeader(title, icon)
        self.body = column(*items, margins=(PADDING_PX + ICON_PX + 12, 0, PADDING_PX, 16))
        self.body.hide()
        self.header.toggled.connect(self.body.setVisible)
        column(self.header, self.body, parent=self)


def guide_fold(card: GuideCard, sources: Mapping[str, Source]) -> Fold:
    """A guide card. What tradition says and what studies found stay apart, each with its source."""
    return Fold(card.title, guide_text(card, sources, badge="pine"))
