"""When to see a doctor first: what everyone should have read once."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessibleInterface, QFocusEvent
from PySide6.QtWidgets import QWidget

from acutimer.core.points import Claim
from acutimer.language.sentences import one_after_another
from acutimer.ui.kit.cards import Card
from acutimer.ui.kit.focus import focus_came, focus_went
from acutimer.ui.kit.icons import Icon
from acutimer.ui.kit.layout import Item, column, row
from acutimer.ui.kit.marked import MarkedText
from acutimer.ui.kit.spoken import as_group, speak_for_itself
from acutimer.ui.kit.text import Text

RADIUS_PX = 18


class DoctorCard(Card):
    """The signs on one ground, what to look for in stronger letters, up to its colon.

    Tab stops at it, so that who cannot see the page hears all of it.
    """

    def __init__(self, title: str, claims: Sequence[Claim], parent: QWidget | None = None) -> None:
        speak_for_itself()
        super().__init__("caution", RADIUS_PX, parent)
        self.setAccessibleName(one_after_another((title, *(claim.text for claim in claims))))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        heading = Text(title, "lead_strong", "ochre_ink", wrap=True)
        lines: list[Item] = []
        for claim in claims:
            sign = re.split("[:\uff1a]", claim.text, maxsplit=1)[0]
            lines += [8, MarkedText(claim.text, (sign,), "body", "ochre_ink")]
        top = row((Icon("warn", 24, "ochre_ink"), Qt.AlignmentFlag.AlignTop), (heading, 1), spacing=10)
        column(top, *lines, margins=(18, 14, 18, 16), parent=self)

    def outline(self) -> tuple[QRectF, float]:
        """The card: the focus ring goes round it."""
        return QRectF(self.rect()), RADIUS_PX

    def accessible(self) -> QAccessibleInterface:
        """A group, read as a whole."""
        return as_group(self)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring if the keyboard brought the focus."""
        super().focusInEvent(event)
        focus_came(self, event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        focus_went(self)
