"""Every text there is to read, under its group's heading."""

from itertools import groupby

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from acutimer.ui.context import Context
from acutimer.ui.explore.reading.guide_panel import GuideLinks
from acutimer.ui.explore.reading.panel import PADDING_PX, RIGHT_PX, Panel
from acutimer.ui.explore.reading.question_panel import WIDTH_PX
from acutimer.ui.kit.layout import Item, column, row
from acutimer.ui.kit.text import Text


class GuideList(Panel):
    """All guide cards, in the order of their file."""

    chosen = Signal(object)
    """A GuideCard."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(WIDTH_PX, parent)
        title = row((Text(self.tr("Good to know"), "title"), 1), self.way_back(self.tr("Back to the question")))
        lead = Text(self.tr("Short texts, to read at leisure."), "body", "ink2", wrap=True)
        groups: list[Item] = []
        for name, cards in groupby(context.library.guide.values(), key=lambda card: card.group):
            group = GuideLinks(name, cards)
            group.chosen.connect(self.chosen)
            groups += [24, group]
        self.fill(column(title, 4, lead, *groups, None, margins=(PADDING_PX, 16, RIGHT_PX, 28)))
