"""A text read at leisure, in a panel of its own, and the short list that leads to such texts."""

from collections.abc import Collection, Iterable

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QWidget

from acutimer.core.practices import GuideCard
from acutimer.ui.context import Context
from acutimer.ui.explore.reading.choice_row import ChoiceRow
from acutimer.ui.explore.reading.guide_picture import GuidePicture
from acutimer.ui.explore.reading.guide_text import guide_text, references
from acutimer.ui.explore.reading.panel import PADDING_PX, RIGHT_PX, Panel
from acutimer.ui.kit.layout import Item, column, row
from acutimer.ui.kit.listing import Listing
from acutimer.ui.kit.text import Text

WIDTH_PX = 440


class GuidePanel(Panel):
    """One guide card. Whoever opens it keeps where to go back to: `closed` says that one has read enough."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(WIDTH_PX, parent)
        self._context = context
        self.card: GuideCard | None = None
        self.picture: GuidePicture | None = None

    def show_card(self, card: GuideCard, width_px: int = WIDTH_PX) -> None:
        """Show a card. With the width of the panel it takes the place of, what stands beside it does not move."""
        self.card = card
        self.set_own_px(width_px)
        sources = self._context.library.sources
        names = column(Text(card.group, "small", "ink3"), Text(card.title, "title", wrap=True))
        way_back = self.way_back(self.tr("Close this text"))
        self.picture = None if card.picture is None else GuidePicture(self._context, card.picture)
        picture: list[Item] = [] if self.picture is None else [self.picture, 20]
        inside = column(
            row((names, 1), (way_back, Qt.AlignmentFlag.AlignTop)),
            16,
            *picture,
            *guide_text(card, sources),
            *references(card.sources, sources),
            None,
            margins=(PADDING_PX, 22, RIGHT_PX, 28),
        )
        self.fill(inside)


class GuideLinks(QWidget):
    """A heading and a row for each card."""

    chosen = Signal(object)
    """A GuideCard."""

    def __init__(self, title: str, cards: Iterable[GuideCard], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = tuple(self._row(card) for card in cards)
        rows = Listing()
        rows.setAccessibleName(title)
        column(Panel.heading(title), 10, column(*self.rows, spacing=8, parent=rows), parent=self)

    def _row(self, card: GuideCard) -> ChoiceRow:
        made = ChoiceRow(card.title, icon="book")
        made.clicked.connect(lambda: self.chosen.emit(card))
        return made


def links(
    context: Context, subjects: Iterable[str], parent: QWidget | None = None, *, leave_out: Collection[str] = ()
) -> GuideLinks | None:
    """What is worth reading about `subjects`, each card once; None where there is nothing.

    `subjects` are the names a card's `about` may hold. The cards of the first subject come first. `leave_out` has
    the ids of cards whose words stand there already.
    """
    cards = [card for card in context.library.guide.values() if card.id not in leave_out]
    found = dict.fromkeys(card.id for subject in subjects for card in cards if subject in card.about)
    if not found:
        return None
    title = QCoreApplication.translate("Guide", "Worth reading")
    return GuideLinks(title, [context.library.guide[name] for name in found], parent)
