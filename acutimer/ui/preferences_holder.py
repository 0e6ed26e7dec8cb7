"""The user's choices while the program runs: one value, told when it changes, kept at once."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QFileSystemWatcher, QObject, Signal

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
        self._watcher: QFileSystemWatcher | None = None

    @property
    def value(self) -> Settings:
        """The settings as they are now."""
        return self._value

    def update(self, **changes: Any) -> None:
        """Change some settings by name and keep them.

        Raises:
            ValueError: a value out of its limits; nothing has changed.
        """
        self.look_again()
        changed = replace(self._value, **changes)
        if changed == self._value:
            return
        self._value = changed
        try:
            self._file.save(changed)
        except WorldError as error:
            self._messages.say(str(error), "caution")
        self._watch_folder()
        self.changed.emit(changed)

    def look_again(self) -> None:
        """Take over what another window of the program wrote: what was chosen there holds here as well."""
        news = self._file.news()
        if news is not None and news != self._value:
            self._value = news
            self.changed.emit(news)

    def watch(self) -> None:
        """Look again from now on whenever the file is written, so that one in the tray reminds of what is new."""
        self._watcher = QFileSystemWatcher()
        self._watcher.directoryChanged.connect(lambda _: self.look_again())
        self._watch_folder()

    def close(self) -> None:
        """Watch no more."""
        self._watcher = None

    def _watch_folder(self) -> None:
        """The folder, for the file is another one each time it is written; there may be none before the first."""
        folder = self._file.path.parent
        if self._watcher is not None and not self._watcher.directories() and folder.is_dir():
            self._watcher.addPath(str(folder))
