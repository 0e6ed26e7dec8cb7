"""Beside the hand: there is nothing to press on it; it is what one measures with, and how."""

from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from acutimer.core.points import Area
from acutimer.ui.context import Context
from acutimer.ui.explore.reading.guide_panel import links
from acutimer.ui.explore.reading.panel import PADDING_PX, RIGHT_PX, Panel
from acutimer.ui.kit.cards import Card, Rule
from acutimer.ui.kit.icons import Icon
from acutimer.ui.kit.layout import Item, column, row
from acutimer.ui.kit.text import Text

WIDTH_PX = 440
CARD = "hand-ruler"
"""The guide card whose statements and sources this panel rests on."""


class _Line(NamedTuple):
    """A measure in words: what of the hand, where across it, how much."""

    hand: str
    across: str
    cun: str


class HandPanel(Panel):
    """Your hand is the ruler."""

    card_chosen = Signal(object)
    """A GuideCard."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(WIDTH_PX, parent)
        self._context = context
        library = context.library
        title = row(
            (Text(self.tr("Your hand is the ruler"), "title", wrap=True), 1),
            self.way_back(self.tr("Whole body"), self.tr("Back to the drawing")),
        )
        lead = self.tr("None of our points lies on the hand. You measure with it, in cun.")
        cited = [name for name in library.guide[CARD].sources if name in library.sources]
        sources = Text(" \u00b7 ".join(library.sources[name].short for name in cited), "small", "ink2", wrap=True)
        sources.setAccessibleName(self.tr("Sources: {names}").format(names=sources.text()))
        self.fill(
            column(
                title,
                4,
                Text(lead, "body", "ink2", wrap=True),
                16,
                self._measures(),
                *self._section(self.tr("How to measure"), self._steps()),
                *self._section(self.tr("Whose hand"), self._whose()),
                16,
                row(Icon("book", 20, "ink3"), 10, (sources, 1)),
                *self._reading(),
                None,
                margins=(PADDING_PX, 16, RIGHT_PX, 28),
            )
        )

    def lines(self) -> tuple[_Line, ...]:
        """What the hand measures, the narrowest first."""
        return (
            _Line(self.tr("One thumb"), self.tr("across its knuckle"), self.tr("1\u00a0cun")),
            _Line(self.tr("Middle finger"), self.tr("the length of its middle segment"), self.tr("1\u00a0cun")),
            _Line(self.tr("Two fingers"), self.tr("index and middle finger"), self.tr("about 1.5\u00a0cun")),
            _Line(self.tr("Three fingers"), self.tr("index to ring finger"), self.tr("about 2\u00a0cun")),
            _Line(self.tr("Four fingers"), self.tr("all but the thumb"), self.tr("3\u00a0cun")),
        )

    def _measures(self) -> Card:
        card = Card("inset", 18)
        rows: list[Item] = []
        for line in self.lines():
            words = column(Text(line.hand, "strong"), Text(line.across, "small", "ink2", wrap=True))
            cun = Text(line.cun, "strong", "ember_ink", tabular=True)
            rows += [Rule(), row((words, 1), 12, cun, margins=(16, 8))]
        column(*rows[1:], margins=(0, 4), parent=card)
        return card

    def _section(self, title: str, texts: list[str]) -> list[Item]:
        words = column(*(Text(text, "body", "ink2", wrap=True) for text in texts), spacing=6)
        return [24, self.heading(title), 4, words]

    def _steps(self) -> list[str]:
        return [
            self.tr("Hold your fingers straight and close together, and lay them flat on the skin."),
            self.tr("Begin at the place you can feel, such as a bone, and measure across the middle joints."),
            self.tr("The point lies at the far edge of the last finger."),
        ]

    def _whose(self) -> list[str]:
        return [
            self.tr("Your hand measures your own body alone."),
            self.tr("For a child or anyone else, use their own hand."),
        ]

    def _reading(self) -> list[Item]:
        reading = links(self._context, (Area.HAND,), leave_out=(CARD,))
        if reading is None:
            return []
        reading.chosen.connect(self.card_chosen)
        return [28, reading]
