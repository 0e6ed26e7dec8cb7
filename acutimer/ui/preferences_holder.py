"""The user's choices while the program runs: one value, told when it changes, kept at once."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from acutimer.core.errors import WorldError
from acutimer.core.settings import Settings
from acutimer.store.settings import SettingsFile
from acutimer.ui.messages import Messages


class Preferences(QObject):
    """Holds the settings. A disk that will not have them costs nothing but a message."""

    changed = Signal(object)
    """The new settings, after something in them changed."""

    def __init__(self, value: Settings, file: SettingsFile, messages: Messages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._value, self._file, self._messages = value, file, messages

    @property
    def value(self) -> Settings:
        """The settings as they are now."""
        return self._value

    def update(self, **changes: Any) -> None:
        """Change some settings by name and keep them.

        Raises:
            ValueError: a value out of its limits; nothing has changed.
        """
        changed = replace(self._value, **changes)
        if changed == self._value:
            return
        self._value = changed
        try:
            self._file.save(changed)
        except WorldError as error:
            self._messages.say(str(error), "caution")
        self.changed.emit(changed)
