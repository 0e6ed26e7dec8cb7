"""How large words and pictures are, from a hundred to two hundred percent."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from acutimer.core.settings import Settings
from acutimer.ui.kit.layout import row
from acutimer.ui.kit.stepper import Stepper
from acutimer.ui.preferences_holder import Preferences
from acutimer.ui.reopening import LARGER, SMALLER
from acutimer.ui.text_size import fitting_percents
from acutimer.ui.window import LEAST


class TextSizeChoice(QWidget):
    """A stepper through the sizes at which the window still fits the screen. The window opens again with each."""

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._in_force = preferences.value.text_percent  # the window was opened with it
        self._percents: tuple[int, ...] = ()
        self.stepper = Stepper(0, 0, 0, 1, self._words, self.tr("Text size"))
        for end, name in ((self.stepper.less, SMALLER), (self.stepper.more, LARGER)):
            end.setObjectName(name)
        self.stepper.changed.connect(self._keep)
        row(self.stepper, parent=self)
        preferences.changed.connect(self._show)
        self._offer()

    def _offer(self) -> None:
        """The sizes for the screen it is on."""
        percents = fitting_percents(self._in_force, self.screen().availableSize(), LEAST)
        if percents != self._percents:
            self._percents = percents
            self.stepper.set_range(0, len(percents) - 1)
        self._show(self._preferences.value)

    def _show(self, settings: Settings) -> None:
        places = [place for place, it in enumerate(self._percents) if it <= settings.text_percent]
        self.stepper.set_value(places[-1])

    def _keep(self, place: int) -> None:
        self._preferences.update(text_percent=self._percents[place])

    def _words(self, place: int) -> str:
        percent = self._percents[place] if place < len(self._percents) else self._in_force
        return self.tr("{0}\u00a0%").format(percent)

    def showEvent(self, event: QShowEvent) -> None:
        """It may be on another screen by now."""
        super().showEvent(event)
        self._offer()
