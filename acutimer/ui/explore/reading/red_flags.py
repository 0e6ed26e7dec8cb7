"""When to see a doctor first: the red flags of one complaint, or of all."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessibleInterface, QFocusEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QWidget

from acutimer.core.points import Claim
from acutimer.language.sentences import one_after_another
from acutimer.ui.explore.reading.panel import PADDING_PX, RIGHT_PX, Panel
from acutimer.ui.explore.reading.question_panel import WIDTH_PX
from acutimer.ui.kit.cards import Card
from acutimer.ui.kit.focus import focus_came, focus_went
from acutimer.ui.kit.icons import Icon
from acutimer.ui.kit.layout import column, row
from acutimer.ui.kit.spoken import as_group, speak_for_itself
from acutimer.ui.kit.text import Text

RADIUS_PX = 18
QUESTION_WEIGHT = 650


class Flag(Text):
    """A red flag: what to look for in strong letters, up to the question mark, and what to do after it."""

    def __init__(self, text: str, role: str, parent: QWidget | None = None) -> None:
        super().__init__(text, role, "ochre_ink", wrap=True, parent=parent)

    def _lines(self, width: float) -> QTextLayout:
        strong = QTextLayout.FormatRange()
        asked = re.match(".*?[?\uff1f]", self.text())
        strong.start, strong.length = 0, asked.end() if asked else 0
        strong.format = QTextCharFormat()
        strong.format.setFontWeight(QUESTION_WEIGHT)
        layout = QTextLayout(self.text(), self.font())
        layout.setTextOption(QTextOption())
        layout.setFormats([strong])
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
        layout.endLayout()
        return layout


class RedFlags(Card):
    """The flags on one ground. Tab stops at it, so that who cannot see the page hears it where it stands."""

    def __init__(
        self, title: str, flags: Iterable[Claim], role: Literal["small", "body"], parent: QWidget | None = None
    ) -> None:
        speak_for_itself()
        super().__init__("caution", RADIUS_PX, parent)
        words = list(dict.fromkeys(flag.text for flag in flags))
        self.setAccessibleName(one_after_another([title, *words]).strip())
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        texts = column(*(Flag(text, role) for text in words), spacing=10 if role == "body" else 6)
        icon = Icon("warn", 22, "ochre_ink")
        if not title:
            row((icon, Qt.AlignmentFlag.AlignTop), (texts, 1), spacing=12, margins=(16, 14, 16, 16), parent=self)
            return
        heading = Text(title, "lead_strong" if role == "body" else "small_strong", "ochre_ink", wrap=True)
        top = row((icon, Qt.AlignmentFlag.AlignVCenter), (heading, 1), spacing=10)
        column(top, texts, spacing=8, margins=(18, 14, 18, 16), parent=self)

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


def red_flags(
    title: str, flags: Iterable[Claim], parent: QWidget | None = None, *, role: Literal["small", "body"] = "small"
) -> RedFlags:
    """A card with every flag once, in order; what is said twice in the same words is one. `title` may be empty.

    `role` is the size of the letters: "body" where reading them comes before everything else.
    """
    return RedFlags(title, flags, role, parent)


class RedFlagsPanel(Panel):
    """Everything to look out for before one presses, whatever the complaint."""

    def __init__(self, flags: Iterable[Claim], parent: QWidget | None = None) -> None:
        super().__init__(WIDTH_PX, parent)
        title = row(
            (Text(self.tr("Before you press"), "title", wrap=True), 1), self.way_back(self.tr("Back to the question"))
        )
        lead = Text(self.tr("Does one of these fit? Then do not press."), "body", "ink2", wrap=True)
        skin = Text(
            self.tr("Never on broken or sore skin, bruises, new scars, varicose veins, or over a line or a device."),
            "body",
            "ink2",
            wrap=True,
        )
        end = Text(self.tr("General information, not medical advice."), "small", "ink3", wrap=True)
        card = red_flags(self.tr("See a doctor first"), flags, role="body")
        self.fill(column(title, 8, lead, 16, card, 16, skin, 16, end, None, margins=(PADDING_PX, 16, RIGHT_PX, 24)))
