"""What was begun in the editor and not saved: an offer to carry on with it."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTime, Signal
from PySide6.QtWidgets import QWidget

from acutimer.language.joining import listed
from acutimer.language.sentences import inside
from acutimer.ui.kit.buttons import Button, IconButton
from acutimer.ui.kit.cards import Card
from acutimer.ui.kit.layout import column, row
from acutimer.ui.kit.text import Text
from acutimer.ui.routines.words import last_done


class DraftCard(Card):
    """One draft. `wanted` asks for the editor, `discarded` lets go of it."""

    wanted = Signal()
    discarded = Signal()

    def __init__(self, name: str, when: str, parent: QWidget | None = None) -> None:
        super().__init__("surface", 18, parent)
        self.carry_on = Button(self.tr("Carry on"), "secondary", height=44)
        self.carry_on.setAccessibleName(self.tr("Carry on with {0}").format(name))
        self.discard = IconButton(self.tr("Discard the changes to {0}").format(name), "trash")
        self.carry_on.clicked.connect(self.wanted)
        self.discard.clicked.connect(self.discarded)
        middle = Qt.AlignmentFlag.AlignVCenter
        said = column(Text(name, "strong", wrap=True), Text(when, "small", "ink2", wrap=True))
        parts = ((said, 1), (self.carry_on, middle), (self.discard, middle))
        row(*parts, spacing=6, margins=(18, 10, 8, 10), parent=self)
        self.setAccessibleName(listed((name, when)))


def changed_when(changed_at: datetime, now: datetime, day_begins_hour: int) -> str:
    """When a draft was changed last: "Not saved yet, changed today at 9:30", "Not saved yet, changed 3 days ago"."""
    day = last_done(changed_at, now, day_begins_hour)
    local = changed_at.astimezone(now.tzinfo)
    if day != last_done(now, now, day_begins_hour):
        words = QCoreApplication.translate("Routines", "Not saved yet, changed {0}")
        return words.format(inside(day))
    words = QCoreApplication.translate("Routines", "Not saved yet, changed at {0}")
    return words.format(QLocale().toString(QTime(local.hour, local.minute), QLocale.FormatType.ShortFormat))
