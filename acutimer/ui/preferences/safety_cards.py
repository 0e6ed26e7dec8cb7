"""What lies on pages of its own: the safety profile and the reminders, told in a line or two, with the way there."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from acutimer.core.settings import Settings
from acutimer.ui.context import Context
from acutimer.ui.kit.buttons import Button
from acutimer.ui.kit.cards import Card
from acutimer.ui.kit.layout import row
from acutimer.ui.kit.text import Text
from acutimer.ui.preferences.lines import card


class ProfileCard(QWidget):
    """What the safety profile holds. `wanted` asks for the page where it is filled in."""

    wanted = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = context.library.safety_words.conditions
        self.told = Text("", "strong", wrap=True)
        self.change = Button(self.tr("Your safety profile"), "secondary", "shield", height=48)
        self.change.clicked.connect(self.wanted)
        about = self.tr("Steps that do not suit you are taken out or made gentler, and you are told why.")
        _fill(self, card(self.tr("Safety"), Text(about, "body", "ink2", wrap=True), self.told, row(self.change, None)))
        context.preferences.changed.connect(self.show_settings)
        self.show_settings(context.preferences.value)

    def show_settings(self, settings: Settings) -> None:
        """Tell what was ticked."""
        names = [self._words[condition].name for condition in settings.conditions]
        self.told.setText("\n".join(names) or self.tr("Nothing is ticked."))


class RemindersCard(QWidget):
    """How many reminders there are, and the next. `wanted` asks for their page."""

    wanted = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.told = Text("", "strong", wrap=True)
        self.open = Button(self.tr("Reminders"), "secondary", "bell", height=48)
        self.open.clicked.connect(self.wanted)
        about = self.tr("At times you choose, or for two days after a workout. Never during a session.")
        opening = row(self.open, None)
        _fill(self, card(self.tr("Reminders"), Text(about, "body", "ink2", wrap=True), self.told, opening))
        context.preferences.changed.connect(lambda _: self.refresh())
        self.refresh()

    def refresh(self) -> None:
        """Tell what is to come from now on."""
        self.told.setText(self._words(self._context.preferences.value))

    def _words(self, settings: Settings) -> str:
        if not settings.reminders:
            return self.tr("There are none yet.")
        if not settings.reminders_on:
            return self.tr("They are switched off.")
        # only who has reminders pays for reading clocks
        from acutimer.core.due import next_due
        from acutimer.ui.reminding.local_zone import LocalZone
        from acutimer.ui.reminding.words import upcoming

        now, zone = self._context.wall(), LocalZone()
        due = next_due(settings.reminders, now, zone)
        return upcoming(due[0].at, now, zone) if due else self.tr("None is to come.")


def _fill(holder: QWidget, made: Card) -> None:
    row((made, 1), parent=holder)
    holder.setAccessibleName(made.accessibleName())
