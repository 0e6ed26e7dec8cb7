"""The user's choices while the program runs: one value, told when it changes, kept at once."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from acutimer.core.errors import WorldError
from acutimer.core.settings import Settings
from acutimer.store.settings import SettingsFile
from acutimer.ui.messages import Messages

AGAIN_MS = 30_000  # after a disk would not have them


class Preferences(QObject):
    """Holds the settings. What the disk will not have is said once, holds all the same, and is tried again."""

    changed = Signal(object)
    """The new settings, after something in them changed."""

    def __init__(self, value: Settings, file: SettingsFile, messages: Messages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._value, self._file, self._messages = value, file, messages
        self._watcher: QFileSystemWatcher | None = None
        self._trouble = ""  # what was said of a file that could not be written
        self._again = QTimer(self)
        self._again.setInterval(AGAIN_MS)
        self._again.timeout.connect(self._save)

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
        self._save()
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
        """Watch no more; what could not be written is tried a last time."""
        self._watcher = None
        if self._again.isActive():
            self._save()
            self._again.stop()

    def _save(self) -> None:
        """Write them; until that goes well, again and again."""
        try:
            self._file.save(self._value)
        except WorldError as error:
            if not self._trouble:
                self._trouble = self.tr("{0} They hold until you close acutimer, and it is tried again.").format(error)
                self._messages.say(self._trouble, "caution")
            self._again.start()
            return
        self._again.stop()
        if self._trouble:
            self._messages.take_back(self._trouble)
            self._trouble = ""

    def _watch_folder(self) -> None:
        """The folder, for the file is another one each time it is written; there may be none before the first."""
        folder = self._file.path.parent
        if self._watcher is not None and not self._watcher.directories() and folder.is_dir():
            self._watcher.addPath(str(folder))
