"""What was found in files, each on its card, a page of them at a time."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from acutimer.core.fitting import plan
from acutimer.ui.context import Context
from acutimer.ui.exchange.arrival_card import ArrivalCard, FaultCard
from acutimer.ui.exchange.looking import Looked
from acutimer.ui.exchange.sorting import Arrival
from acutimer.ui.routines.pager import Pager

PAGE = 20
"""A hundred cards at once would take seconds to lay out."""


class FoundCards(QWidget):
    """Shows cards for files. `left_out` carries the Looked that is not wanted, `turned` says that others are seen."""

    left_out = Signal(object)
    turned = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._found: list[tuple[Looked, Arrival | None]] = []
        self._first = 0
        self.cards: list[ArrivalCard | FaultCard] = []
        self.pager = Pager()
        self.pager.turned.connect(self._turn)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(10)
        self._layout.addWidget(self.pager)

    def show_found(self, looked: Sequence[Looked], arrivals: Sequence[Arrival]) -> None:
        """Show these files, and what becomes of the routines in them, in the same order; the page stays, if it can."""
        coming = iter(arrivals)
        self._found = [(one, None if one.routine is None else next(coming)) for one in looked]
        self._come_to(self._first)

    def find_fault(self) -> FaultCard | None:
        """The card of the first file that cannot be read, shown; None where all can."""
        place = next((number for number, (one, _) in enumerate(self._found) if one.routine is None), None)
        if place is None:
            return None
        if not self._first <= place < self._first + PAGE:
            self._come_to(place)
        card = self.cards[place - self._first]
        return card if isinstance(card, FaultCard) else None

    def _turn(self, pages: int) -> None:
        self._come_to(self._first + pages * PAGE)
        self.turned.emit()

    def _come_to(self, place: int) -> None:
        """Show the page that has the card at `place`."""
        place = max(0, min(place, len(self._found) - 1))
        self._first = place - place % PAGE
        for old in self.cards:
            self._layout.removeWidget(old)
            old.hide()
            old.deleteLater()
        seen = self._found[self._first : self._first + PAGE]
        self.cards = [self._card(looked, arrival) for looked, arrival in seen]
        for number, card in enumerate(self.cards):
            self._layout.insertWidget(number, card)
            card.show()
        self.pager.show_page(self._first + 1, self._first + len(seen), len(self._found))

    def _card(self, looked: Looked, arrival: Arrival | None) -> ArrivalCard | FaultCard:
        card: ArrivalCard | FaultCard
        if arrival is None:
            card = FaultCard(looked)
        else:
            choices = self._context.preferences.value.choices()
            laid_out = plan(arrival.routine, choices, self._context.safety)
            card = ArrivalCard(looked, arrival, laid_out, self._context)
        card.left_out.connect(lambda: self.left_out.emit(looked))
        return card
