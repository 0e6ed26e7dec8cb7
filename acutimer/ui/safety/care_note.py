"""What the safety profile asks for at one thing: a shield, what to do, and why."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from acutimer.core.points import Claim
from acutimer.language.sentences import one_after_another
from acutimer.ui.kit.cards import Card
from acutimer.ui.kit.icons import Icon
from acutimer.ui.kit.layout import Item, column, row
from acutimer.ui.kit.text import Text

RADIUS_PX = 16


class CareNote(Card):
    """A quiet ground that says all of it at once; there is nothing to open."""

    def __init__(self, words: str, why: Sequence[Claim], parent: QWidget | None = None) -> None:
        super().__init__("inset", RADIUS_PX, parent)
        self.words = words
        self.setAccessibleName(one_after_another((words, *(claim.text for claim in why))))
        lines: list[Item] = [Text(words, "strong", wrap=True)]
        for claim in why:
            lines += [4, Text(claim.text, "small", "ink2", wrap=True)]
        shield = (Icon("shield", 22, "pine"), Qt.AlignmentFlag.AlignTop)
        row(shield, (column(*lines), 1), spacing=12, margins=(16, 12, 16, 14), parent=self)
