"""When to see a doctor first: the red flags of one complaint, or of all."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from acutimer.core.points import Claim
from acutimer.ui.explore.panel import PADDING_PX, RIGHT_PX, Panel
from acutimer.ui.explore.question_panel import WIDTH_PX
from acutimer.ui.kit.cards import Card
from acutimer.ui.kit.icons import Icon
from acutimer.ui.kit.layout import column, row
from acutimer.ui.kit.text import Text


def red_flags(title: str, flags: Iterable[Claim], parent: QWidget | None = None) -> Card:
    """A card with every flag once, in order; what is said twice in the same words is one. `title` may be empty."""
    card = Card("caution", 18, parent)
    words = [Text(text, "small", "ochre_ink", wrap=True) for text in dict.fromkeys(flag.text for flag in flags)]
    icon = (Icon("warn", 22, "ochre_ink"), Qt.AlignmentFlag.AlignTop)
    heading = [Text(title, "small_strong", "ochre_ink", wrap=True)] if title else []
    inside = column(*heading, *words, spacing=6)
    row(icon, (inside, 1), spacing=12, margins=(16, 14, 16, 16), parent=card)
    return card


class RedFlagsPanel(Panel):
    """Everything to look out for before one presses, whatever the complaint."""

    def __init__(self, flags: Iterable[Claim], parent: QWidget | None = None) -> None:
        super().__init__(WIDTH_PX, parent)
        title = row((Text(self.tr("Before you press"), "title"), 1), self.way_back(self.tr("Back to the question")))
        lead = Text(self.tr("Does one of these fit? Then do not press."), "body", "ink2", wrap=True)
        skin = Text(
            self.tr("Never on broken or sore skin, bruises, new scars, varicose veins, or over a line or a device."),
            "body",
            "ink2",
            wrap=True,
        )
        end = Text(self.tr("General information, not medical advice."), "small", "ink3", wrap=True)
        card = red_flags(self.tr("See a doctor first"), flags)
        self.fill(column(title, 14, lead, 16, card, 16, skin, 16, end, None, margins=(PADDING_PX, 16, RIGHT_PX, 24)))
