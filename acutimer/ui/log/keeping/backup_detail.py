"""What is in the chosen copy, and the way back to it."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from acutimer.store.contents import Contents
from acutimer.ui.kit.announcing import announce
from acutimer.ui.kit.buttons import Button
from acutimer.ui.kit.layout import column, row
from acutimer.ui.kit.text import Text
from acutimer.ui.log.keeping.under_way import CautionNote
from acutimer.ui.log.keeping.words import compared, contents


class BackupDetail(QWidget):
    """Tells what is in a copy; where it is sound, it is restored in two steps, each with its own words.

    With a log that is lost there is nothing to compare it with.
    """

    restore_wanted = Signal()

    def __init__(self, parent: QWidget | None = None, *, is_lost: bool = False) -> None:
        super().__init__(parent)
        self.words = Text("", "body", wrap=True)
        self._compared = Text("", "body", "ink2", wrap=True)
        self.note = CautionNote()
        self.ask = Button(self.tr("Restore this one"), "secondary", "undo", height=48)
        self._asked = row(self.ask, None)
        self.restore = Button(self.tr("Restore"), "primary", height=52)
        self.cancel = Button(self.tr("Cancel"), "ghost", height=52)
        kept = self.tr("The damaged log is kept.") if is_lost else self.tr("Your present log is kept as a copy.")
        self._sure = column(Text(kept, "strong", wrap=True), 10, row(self.restore, 10, self.cancel, None))
        parts = (self.words, self._compared, self.note, self._asked, self._sure)
        column(*parts, spacing=8, margins=(16, 6, 16, 14), parent=self)
        self.ask.clicked.connect(self._make_sure)
        self.cancel.clicked.connect(self._think_better)
        self.restore.clicked.connect(self.restore_wanted)
        self.hide()

    @property
    def is_asking(self) -> bool:
        """Whether it waits for the second step."""
        return self._sure.isVisibleTo(self)

    def look(self) -> None:
        """Say that it is being looked into."""
        self._say(self.tr("Looking into it"), "", "")
        self.show()

    def show_contents(self, found: Contents, sessions_now: int | None) -> None:
        """Say what is in it, or why it cannot be restored."""
        if found.is_sound:
            than_now = "" if sessions_now is None else compared(found.sessions, sessions_now)
            self._say(self.tr("{0}.").format(contents(found)), than_now, "")
            self._asked.show()
        else:
            self._say("", "", self.tr("{0} It cannot be restored.").format(found.fault))

    def set_enabled(self, is_enabled: bool) -> None:
        """Whether anything can be begun here."""
        self.ask.setEnabled(is_enabled)
        self.restore.setEnabled(is_enabled)
        if not is_enabled and self.is_asking:
            self._sure.hide()
            self._asked.show()

    def _say(self, words: str, than_now: str, fault: str) -> None:
        for text, told in ((self.words, words), (self._compared, than_now)):
            text.setText(told)
            text.setVisible(bool(told))
        self.note.say(fault)
        self._asked.hide()
        self._sure.hide()
        if words:
            announce(self, f"{words} {than_now}".rstrip())

    def _make_sure(self) -> None:
        self._asked.hide()
        self._sure.show()
        self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)  # a second press of the same key changes nothing

    def _think_better(self) -> None:
        self._sure.hide()
        self._asked.show()
        self.ask.setFocus(Qt.FocusReason.OtherFocusReason)

    def event(self, event: QEvent) -> bool:
        """Keep Escape from being anybody's shortcut while it takes back the first step."""
        if event.type() == QEvent.Type.ShortcutOverride and self._takes_back(event):  # type: ignore[arg-type]
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape takes back the first step."""
        if self._takes_back(event):
            self._think_better()
        else:
            super().keyPressEvent(event)

    def _takes_back(self, event: QKeyEvent) -> bool:
        return event.key() == Qt.Key.Key_Escape and self.is_asking
